//! Puts every rule's flaw into correct reports: the rule must speak there, and nothing else may change.
//!
//! Each mutation is tried on every report it fits, at one place each, the same at every run; `MUTATION_ALL=1` tries
//! every place. A rule with fewer than three reports that its flaw fits stands in [`FEW`] with the reason.

mod consistency;
mod content;
mod date;
mod draft;
mod numbering;
mod numerals;
mod punctuation;
mod structure;
mod terms;

use std::collections::BTreeMap;

use draft::{Draft, Mutant};
use hegui::diagnostic::Finding;
use hegui::document::Part;
use hegui::rule::Family;
use hegui::{Options, check};

/// Rules whose flaw fits in fewer than three correct reports, and why.
const FEW: &[(&str, &str)] = &[];

/// One way of putting a flaw into a report.
pub struct Mutation {
    rule: &'static str,
    change: Change,
    also: &'static [&'static str],
}

/// How the flaw is put in.
enum Change {
    /// What a pair's first half says is said as its second, outside titles of works and quotations.
    Swap(&'static [(&'static str, &'static str)]),
    /// One of these sentences stands behind a paragraph of the part.
    Says(Part, &'static [&'static str]),
    /// As the function finds it.
    By(fn(&Draft) -> Vec<Mutant>),
}

/// A flaw that is a wrong word for a right one.
pub const fn swap(rule: &'static str, pairs: &'static [(&'static str, &'static str)]) -> Mutation {
    Mutation { rule, change: Change::Swap(pairs), also: &[] }
}

/// A flaw that is a sentence; {year}, {last}, {next} and {yy} stand for the report's years.
pub const fn says(rule: &'static str, part: Part, sentences: &'static [&'static str]) -> Mutation {
    Mutation { rule, change: Change::Says(part, sentences), also: &[] }
}

/// A flaw that needs a look at the report.
pub const fn by(rule: &'static str, change: fn(&Draft) -> Vec<Mutant>) -> Mutation {
    Mutation { rule, change: Change::By(change), also: &[] }
}

impl Mutation {
    /// Other rules that rightly speak, or fall silent, with this flaw.
    pub const fn also(mut self, rules: &'static [&'static str]) -> Self {
        self.also = rules;
        self
    }

    fn mutants(&self, draft: &Draft) -> Vec<Mutant> {
        match self.change {
            Change::Swap(pairs) => pairs.iter().flat_map(|(from, to)| draft.swap(from, to)).collect(),
            Change::Says(part, sentences) => sentences.iter().flat_map(|sentence| draft.say(part, sentence)).collect(),
            Change::By(change) => change(draft),
        }
    }
}

fn table(family: Family) -> &'static [Mutation] {
    match family {
        Family::Structure => structure::MUTATIONS,
        Family::Content => content::MUTATIONS,
        Family::Numbering => numbering::MUTATIONS,
        Family::Punctuation => punctuation::MUTATIONS,
        Family::Numerals => numerals::MUTATIONS,
        Family::Date => date::MUTATIONS,
        Family::Terms => terms::MUTATIONS,
        Family::Consistency => consistency::MUTATIONS,
    }
}

/// How often each rule speaks, those that may change left out.
fn counts<'f>(findings: impl Iterator<Item = &'f Finding>, also: &[&str]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings.filter(|finding| !also.contains(&finding.rule.id)) {
        *counts.entry(finding.rule.id).or_insert(0) += 1;
    }
    counts
}

/// What is wrong with what the checker says of a mutant.
fn judge(draft: &Draft, mutation: &Mutation, mutant: &Mutant) -> Option<String> {
    let (text, places) = mutant.apply(draft.text);
    let options = Options { previous: mutant.previous.clone(), ..Options::default() };
    let after = check(&text, &options).findings;
    let there = |finding: &Finding| {
        let mut spans = std::iter::once(&finding.span).chain(&finding.occurrences);
        let touches = |span: &hegui::text::Span| places.iter().any(|at| span.start <= at.end && at.start <= span.end);
        finding.rule.id == mutation.rule && (mutant.anywhere || spans.any(touches))
    };
    let show = |what: String| {
        let at = places.first().map_or(0, |place| place.start);
        let line = text[at..].chars().take(40).collect::<String>().replace('\n', "/");
        Some(format!("{}: {}: {what} at “{line}”", mutation.rule, draft.name))
    };
    if !after.iter().any(there) {
        return show("silent".to_owned());
    }
    // What a rewritten stretch held may be gone with it.
    let kept =
        |finding: &&Finding| !mutant.edits.iter().any(|(old, _)| old.start <= finding.span.start && finding.span.end <= old.end);
    // A rule that speaks once a report speaks of the flaw now, and no more of what it said before.
    let also: Vec<&str> = mutation.also.iter().copied().chain([mutation.rule]).collect();
    let also = if draft.findings.iter().any(|finding| finding.rule.id == mutation.rule) { &also[..] } else { mutation.also };
    let all = counts(draft.findings.iter(), also);
    let least = counts(draft.findings.iter().filter(kept), also);
    let others = counts(after.iter().filter(|finding| !there(finding)), also);
    let count = |of: &BTreeMap<&str, usize>, rule: &&str| of.get(rule).copied().unwrap_or(0);
    let same = |rule: &&str| (count(&least, rule)..=count(&all, rule)).contains(&count(&others, rule));
    if !all.keys().chain(others.keys()).all(same) {
        let told: Vec<_> = after.iter().filter(|finding| !there(finding)).map(|f| (f.rule.id, &f.message)).collect();
        return show(format!("{all:?} became {others:?}: {told:?}"));
    }
    None
}

/// Tries the family's mutations, each at another place of each report.
fn try_family(family: Family) {
    let drafts = draft::all();
    let whole = std::env::var_os("MUTATION_ALL").is_some();
    let mut wrong = Vec::new();
    let mut fits: BTreeMap<&str, usize> = BTreeMap::new();
    for (turn, mutation) in table(family).iter().enumerate() {
        let mut used = 0;
        for (nth, draft) in drafts.iter().enumerate() {
            let mutants = mutation.mutants(draft);
            if mutants.is_empty() {
                continue;
            }
            used += 1;
            let one = (turn * 5 + nth * 3) % mutants.len();
            let chosen = mutants.iter().enumerate().filter(|&(i, _)| whole || i == one);
            wrong.extend(chosen.filter_map(|(_, mutant)| judge(draft, mutation, mutant)));
        }
        *fits.entry(mutation.rule).or_insert(0) += used;
    }
    for rule in hegui::rules::all().iter().filter(|rule| rule.family == family) {
        let enough = fits.get(rule.id).is_some_and(|&n| n >= 3);
        if enough == FEW.iter().any(|(id, _)| *id == rule.id) {
            wrong.push(format!("{}: fits {:?} reports", rule.id, fits.get(rule.id)));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

macro_rules! families {
    ($($name:ident: $family:ident),* $(,)?) => {
        $(#[test]
        fn $name() {
            try_family(Family::$family);
        })*
    };
}

families! {
    flaws_of_structure_are_told: Structure,
    flaws_of_content_are_told: Content,
    flaws_of_numbering_are_told: Numbering,
    flaws_of_punctuation_are_told: Punctuation,
    flaws_of_numerals_are_told: Numerals,
    flaws_of_dates_are_told: Date,
    flaws_of_terms_are_told: Terms,
    flaws_of_consistency_are_told: Consistency,
}
