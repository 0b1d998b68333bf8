//! Words the user accepts as they are: a local brand, the name of a project.

use crate::diagnostic::{Edit, Finding};
use crate::rule::Family;
use crate::text::{Span, sort_by_number};

/// Drops the findings that speak of nothing but `terms`, and the edits that would change one.
pub(super) fn spare(text: &str, terms: &[String], findings: &mut Vec<Finding>) {
    let accepted = places(text, terms);
    if accepted.is_empty() {
        return;
    }
    let inside = |span: Span| {
        let next = accepted.partition_point(|place| place.end <= span.start);
        accepted.get(next).is_some_and(|place| place.contains(span))
    };
    // An insertion at the edge of a term leaves it whole.
    let changes = |edit: &Edit| {
        let at = edit.span;
        if at.is_empty() {
            accepted.iter().any(|place| place.start < at.start && at.start < place.end)
        } else {
            accepted.iter().any(|place| place.overlaps(at))
        }
    };
    findings.retain_mut(|finding| {
        if !is_lexical(finding.rule.family) || finding.span.is_empty() {
            return true;
        }
        let about_terms = match &finding.occurrences[..] {
            [] => inside(finding.span),
            places => places.iter().all(|&place| inside(place)),
        };
        if about_terms {
            return false;
        }
        let had_fixes = !finding.fixes.is_empty();
        // Edits belong together unless each mends a place of its own.
        if !finding.occurrences.is_empty() {
            finding.fixes.iter_mut().for_each(|fix| fix.edits.retain(|edit| !changes(edit)));
        }
        finding.fixes.retain(|fix| !fix.edits.is_empty() && !fix.edits.iter().any(changes));
        // What only a change of a term would mend is no flaw.
        !had_fixes || !finding.fixes.is_empty()
    });
}

/// Whether findings of `family` speak of how something is written, not of what must be there.
fn is_lexical(family: Family) -> bool {
    match family {
        Family::Punctuation | Family::Numerals | Family::Terms | Family::Consistency => true,
        Family::Structure | Family::Content | Family::Numbering | Family::Date => false,
    }
}

/// Where the terms stand, ascending, those that overlap made one.
fn places(text: &str, terms: &[String]) -> Vec<Span> {
    let every = terms.iter().filter(|term| !term.is_empty());
    let mut found: Vec<Span> =
        every.flat_map(|term| text.match_indices(term.as_str()).map(|(at, word)| Span::new(at, at + word.len()))).collect();
    sort_by_number(&mut found, |span| span.start as u64);
    let mut merged: Vec<Span> = Vec::with_capacity(found.len());
    for span in found {
        match merged.last_mut().filter(|last| last.overlaps(span)) {
            Some(last) => *last = last.to(span),
            None => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use crate::check::{Options, check};
    use crate::fix::{Selection, fix};

    fn rules(text: &str, terms: &[&str]) -> Vec<&'static str> {
        check(text, &options(terms)).findings.iter().map(|finding| finding.rule.id).collect()
    }

    fn options(terms: &[&str]) -> Options {
        let only = vec!["fazhi-term", "halfwidth-punct", "title-missing"];
        Options { only, terms: terms.iter().map(|&term| term.to_owned()).collect(), ..Options::default() }
    }

    #[test]
    fn a_term_is_accepted_as_it_is_and_only_there() {
        let text = "打造“清溪法制政府云”品牌。\n推进法制政府建设。\n";
        assert_eq!(rules(text, &[]).iter().filter(|rule| **rule == "fazhi-term").count(), 2);
        assert_eq!(rules(text, &["清溪法制政府云"]).iter().filter(|rule| **rule == "fazhi-term").count(), 1);
        assert_eq!(rules(text, &["法制政府"]).iter().filter(|rule| **rule == "fazhi-term").count(), 0);
        assert_eq!(rules(text, &["清溪", "", "政府云"]), rules(text, &[]));
    }

    #[test]
    fn a_fix_leaves_terms_alone() {
        let text = "清溪镇推进工作,打造“办事,不求人”品牌,成效明显。\n推进法制政府建设,清溪法制政府云上线。\n";
        let fixed = fix(text, &options(&["办事,不求人", "清溪法制政府云"]), Selection::All).text;
        assert!(fixed.contains("办事,不求人") && fixed.contains("清溪法制政府云"), "{fixed}");
        assert!(fixed.contains("品牌，成效") && fixed.contains("推进法治政府"), "{fixed}");
    }

    #[test]
    fn what_must_be_there_is_asked_for_whatever_the_terms() {
        let text = "一、主要举措和成效\n推进法制政府建设。\n";
        assert_eq!(rules(text, &["主要举措和成效"]), rules(text, &[]));
    }
}
