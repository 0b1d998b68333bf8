//! What holds of any text: the engine's invariants, tried on many.
//!
//! The texts are the same at every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others and more.

mod texts;

use hegui::diagnostic::{Edit, Finding, Fix, FixKind, Severity};
use hegui::document::{Document, Kind, Part, Status};
use hegui::fix::{Selection, apply, fix};
use hegui::report::{Range, Report, text::render};
use hegui::review::{Group, Reading, Source, compare};
use hegui::rule::Family;
use hegui::text::is_blank;
use hegui::{Options, check};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn config() -> ProptestConfig {
    let given = ProptestConfig::default();
    ProptestConfig {
        rng_seed: if std::env::var_os("PROPTEST_RNG_SEED").is_some() { given.rng_seed } else { RngSeed::Fixed(2019) },
        failure_persistence: None,
        max_shrink_time: 60_000,
        ..given
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_range_stands_in_the_text(text in texts::text()) {
        let report = report(&text);
        let units = Units::new(&text);
        for finding in &report.findings {
            let id = finding.rule;
            prop_assert_eq!(units.get(finding.range), Some(finding.text.clone()), "{}", id);
            prop_assert_eq!((finding.line, finding.column), units.place(finding.range[0]), "{}", id);
            prop_assert!(!finding.message.is_empty(), "{}", id);
            units.hold(id, finding.related.iter().map(|related| related.range))?;
            // A quotation may hold another.
            prop_assert!(finding.occurrences.is_sorted(), "{id}: {:?}", finding.occurrences);
            units.hold(id, finding.occurrences.iter().copied())?;
            prop_assert!(finding.occurrences.first().is_none_or(|&first| first == finding.range), "{}", id);
            for fix in &finding.fixes {
                prop_assert!(!fix.title.is_empty() && !fix.edits.is_empty(), "{}", id);
                units.hold_in_order(id, fix.edits.iter().map(|edit| edit.range))?;
            }
        }
        let order: Vec<_> = report.findings.iter().map(|finding| (finding.range, finding.rule)).collect();
        prop_assert!(order.is_sorted(), "{order:?}");
        for part in &report.parts {
            units.hold(part.part.id(), part.range)?;
            prop_assert_eq!(part.line, part.range.map(|[start, _]| units.place(start).0));
        }
        units.hold("requirements", report.requirements.iter().filter_map(|requirement| requirement.evidence))?;
        units.hold_in_order("ignored", report.ignored.iter().map(|ignored| ignored.range))?;
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in texts::text()) {
        let bytes = || {
            let report = report(&text);
            (serde_json::to_string(&report).expect("a report is data"), render(&report, &text, "-"))
        };
        prop_assert_eq!(bytes(), bytes());
    }

    #[test]
    fn unseen_characters_are_told_and_change_nothing_else(text in texts::changed_report(4), strewn in texts::unseen()) {
        let (clean, text) = strewn.put(&text);
        let (before, after) = (report(&clean), report(&text));
        let unseen = |report: &Report| report.findings.iter().filter(|finding| finding.rule == "invisible-character").count();
        // Page residue is not looked at.
        prop_assert!(unseen(&before) == 0 && (unseen(&after) > 0 || !after.ignored.is_empty()));
        let told = |report: &Report| -> Vec<_> {
            let others = report.findings.iter().filter(|finding| finding.rule != "invisible-character");
            others.map(|finding| (finding.rule, texts::seen(&finding.text), finding.message.clone())).collect()
        };
        prop_assert_eq!(told(&before), told(&after));
        let judged = |report: &Report| -> Vec<_> {
            report.requirements.iter().map(|requirement| (requirement.id, requirement.state, requirement.message.clone())).collect()
        };
        prop_assert_eq!(judged(&before), judged(&after));
        let read = |report: &Report| (report.title.clone(), report.organ.clone(), report.year, report.date.clone(), report.profile);
        prop_assert_eq!(read(&before), read(&after));
        let fixed = |text: &str| fix(text, &Options::default(), Selection::Safe).text;
        let mended = fixed(&text);
        prop_assert_eq!(fixed(&clean), texts::seen(&mended));
        prop_assert!(!after.ignored.is_empty() || texts::seen(&mended) == mended);
    }

    #[test]
    fn shared_passages_stand_in_both_texts(text in texts::text(), other in texts::text()) {
        let both = [format!("{text}\n{other}"), format!("{other}\n{text}\n{text}")];
        let sources = both.iter().map(|text| Source { id: "-", text, group: Group::ThisYear });
        let found = compare(sources.map(Reading::new).collect());
        prop_assert_eq!(found.texts.len() + found.skipped.len(), 2);
        let units = both.each_ref().map(|text| Units::new(text));
        for pair in &found.pairs {
            prop_assert!(pair.percent <= 100, "{}%", pair.percent);
            for (side, units) in units.iter().enumerate() {
                let mut ranges: Vec<Range> = pair.passages.iter().map(|passage| passage.ranges[side]).collect();
                ranges.sort_unstable();
                units.hold_in_order("passages", ranges.into_iter())?;
            }
            for passage in &pair.passages {
                prop_assert_eq!(units[0].get(passage.ranges[0]), Some(passage.text.clone()));
                for change in &passage.changed {
                    let texts = [0, 1].map(|side| units[side].get(change.ranges[side]));
                    prop_assert_eq!(texts, change.texts.clone().map(Some));
                }
            }
        }
    }

    #[test]
    fn safe_fixes_touch_only_what_is_wrong(text in texts::text()) {
        let before = check(&text, &Options::default());
        let fixed = fix(&text, &Options::default(), Selection::Safe);
        converges(&text, &fixed.text, &fixed.edits, Selection::Safe)?;
        for edit in &fixed.edits {
            prop_assert!(!edit.text.contains(is_blank), "a blank is added: {edit:?}");
        }
        for token in texts::KEPT {
            let count = |text: &str| text.matches(token).count();
            prop_assert!(count(&text) <= count(&fixed.text), "{token} is touched by {:?}", fixed.edits);
        }
        for finding in &before.findings {
            for fix in finding.fixes.iter().filter(|fix| fix.kind == FixKind::Safe) {
                prop_assert!(keeps_values(finding, &text, fix), "{}: {:?}", finding.rule.id, fix.edits);
            }
        }
        // A mended word may turn out to be a heading's and show what is wrong beneath it.
        let after = check(&fixed.text, &Options::default());
        if frame(&before.document) == frame(&after.document) {
            for least in [Severity::Error, Severity::Warning] {
                let (before, after) = (at_least(least, &before.findings), at_least(least, &after.findings));
                prop_assert!(after.len() <= before.len(), "{before:?} became {after:?} in:\n{}", fixed.text);
            }
        }
    }

    #[test]
    fn suggested_fixes_come_to_an_end(text in texts::text()) {
        let fixed = fix(&text, &Options::default(), Selection::All);
        converges(&text, &fixed.text, &fixed.edits, Selection::All)?;
    }
}

fn report(text: &str) -> Report {
    Report::new(&check(text, &Options::default()), None)
}

/// A text in UTF-16, as the outside sees it.
struct Units(Vec<u16>);

impl Units {
    fn new(text: &str) -> Self {
        Self(text.encode_utf16().collect())
    }

    /// The text of a range; `None` where it lies outside or cuts a character.
    fn get(&self, [start, end]: Range) -> Option<String> {
        String::from_utf16(self.0.get(start as usize..end as usize)?).ok()
    }

    /// Line and column of an offset.
    fn place(&self, at: u32) -> (u32, u32) {
        let (mut line, mut start) = (1, 0);
        let unit = |i: usize| self.0.get(i).and_then(|&unit| char::from_u32(u32::from(unit)));
        for i in 0..at as usize {
            if unit(i) == Some('\n') || unit(i) == Some('\r') && unit(i + 1) != Some('\n') {
                (line, start) = (line + 1, i as u32 + 1);
            }
        }
        (line, at - start + 1)
    }

    /// Every range of `what` stands in the text.
    fn hold(&self, what: &str, ranges: impl IntoIterator<Item = Range>) -> Result<(), TestCaseError> {
        for range in ranges {
            prop_assert!(self.get(range).is_some(), "{what}: {range:?} lies outside or cuts a character");
        }
        Ok(())
    }

    /// Every range of `what` stands in the text, ascending, and shares nothing with another.
    fn hold_in_order(&self, what: &str, ranges: impl Iterator<Item = Range>) -> Result<(), TestCaseError> {
        let ranges: Vec<Range> = ranges.collect();
        prop_assert!(ranges.windows(2).all(|pair| pair[0][1] <= pair[1][0]), "{what}: {ranges:?}");
        self.hold(what, ranges)
    }
}

/// The edits are those that give the fixed text, disjoint and on character boundaries, and fixing again changes nothing.
fn converges(text: &str, fixed: &str, edits: &[Edit], selection: Selection) -> Result<(), TestCaseError> {
    for edit in edits {
        prop_assert!(text.get(edit.span.start..edit.span.end).is_some(), "{edit:?} lies outside or cuts a character");
    }
    prop_assert!(edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{edits:?}");
    prop_assert_eq!(apply(text, edits), fixed);
    let again = fix(fixed, &Options::default(), selection);
    prop_assert_eq!(&again.text, fixed, "fixed again: {:?}", again.edits);
    Ok(())
}

/// What a text is read as: its lines, headings and parts.
fn frame(doc: &Document) -> (Vec<Kind>, Vec<u8>, [Status; 4]) {
    let kinds = doc.blocks.iter().map(|block| block.kind).collect();
    let levels = doc.headings.iter().map(|heading| heading.level).collect();
    (kinds, levels, Part::ALL.map(|part| doc.part(part).status))
}

/// The rules of the findings at least so grave. Of a body's name `wrong-entity` can be sure only once the mark before it
/// is there.
fn at_least(least: Severity, findings: &[Finding]) -> Vec<&'static str> {
    let ids = findings.iter().filter(|finding| finding.severity >= least).map(|finding| finding.rule.id);
    ids.filter(|id| *id != "wrong-entity").collect()
}

/// Whether a safe fix leaves the figures what they are: 3千 may become 3000, 02月 2月 and 二〇二六年 2026年.
/// Numbers of headings are numbered on, a year may be named where there was none, and what stands twice may go.
fn keeps_values(finding: &Finding, text: &str, fix: &Fix) -> bool {
    let old: String = fix.edits.iter().map(|edit| edit.span.of(text)).collect();
    let new: String = fix.edits.iter().map(|edit| edit.text.as_str()).collect();
    let figures = |text: &str| text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    finding.rule.family == Family::Numbering
        || old.is_empty()
        || !(figures(&old) || figures(&new))
        || digits(&old) == digits(&new)
}

/// The digits of all numbers of a text, zeros left out, in no order: lines may change places.
fn digits(text: &str) -> Vec<char> {
    const HAN: &str = "一二三四五六七八九";
    let mut previous = ' ';
    let read = |c: char| {
        let tens = c == '十' && !HAN.contains(previous);
        previous = c;
        let digit = |first: char| char::from_digit((c as u32).checked_sub(first as u32)?, 10);
        let han = || char::from_digit(HAN.chars().position(|digit| digit == c)? as u32 + 1, 10);
        if tens { Some('1') } else { digit('0').or_else(|| digit('０')).or_else(han) }
    };
    let mut digits: Vec<char> = text.chars().filter_map(read).filter(|&digit| digit != '0').collect();
    digits.sort_unstable();
    digits
}
