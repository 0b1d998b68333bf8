//! Text in, findings out.

mod terms;

use std::sync::OnceLock;

use crate::diagnostic::{Finding, Severity};
use crate::document::{CUES, Cue, Document, Kind, Overrides};
use crate::rule::{Check, Rule};
use crate::rules;
use crate::text::unseen::{self, Nature};
use crate::text::wraps;
use crate::text::{Hit, Mark, Scan, Shown, Span, needles::Needles, sort_by_number, sort_words};

/// How to check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What the user knows better than the text.
    pub overrides: Overrides,
    /// Rules to run; empty for all that are on.
    pub only: Vec<&'static str>,
    /// Rules to run although they are off by default.
    pub on: Vec<&'static str>,
    /// Rules to leave out.
    pub skip: Vec<&'static str>,
    /// Severities of findings other than their rules' own.
    pub severities: Vec<(&'static str, Severity)>,
    /// Words accepted as they are: no finding on wording, marks, figures or names is made inside them.
    pub terms: Vec<String>,
    /// Last year's report, to compare with.
    pub previous: Option<String>,
}

impl Options {
    fn runs(&self, rule: &Rule) -> bool {
        let asked = if self.only.is_empty() { rule.on || self.on.contains(&rule.id) } else { self.only.contains(&rule.id) };
        asked && !self.skip.contains(&rule.id)
    }
}

/// What a check gives: the parsed document and the findings, sorted by range, then rule.
#[derive(Debug)]
pub struct Checked<'t> {
    /// The document.
    pub document: Document<'t>,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// Who asked for a needle: the rule at this place of the list, and the needle's place in the rule's own list.
struct Owner {
    rule: usize,
    needle: u16,
}

struct Index {
    needles: Needles<'static>,
    owners: Vec<Owner>,
    /// For every number that [`row`] gives a mark, the marks of that number that a rule asks for, and the rule's place.
    marks: Vec<Vec<(char, usize)>>,
    /// The rules' ids, ascending.
    ids: Vec<&'static str>,
}

/// The index over the cues and every rule's literals, built at the first check.
fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut literals: Vec<&'static str> = CUES.iter().map(|&(_, word)| word).collect();
        let mut owners = Vec::new();
        let mut marks = vec![Vec::new(); ROWS];
        for (rule, entry) in rules::all().iter().enumerate() {
            match entry.check {
                Check::Needles(list, _) | Check::Hits(list, _) => {
                    for (needle, literal) in list().iter().enumerate() {
                        literals.push(literal);
                        owners.push(Owner { rule, needle: needle as u16 });
                    }
                }
                Check::Marks(chars, _) => chars.iter().for_each(|&c| marks[row(c)].push((c, rule))),
                Check::Unseen(_) | Check::Wraps(_) | Check::Numbers(_) | Check::Block(_) | Check::Document(_) => {}
            }
        }
        let mut ids = rules::all().iter().map(|rule| rule.id).collect();
        sort_words(&mut ids);
        Index { needles: Needles::new(&literals), owners, marks, ids }
    })
}

/// Numbers that [`row`] gives.
const ROWS: usize = 256;

/// A number that hardly any two marks share.
fn row(mark: char) -> usize {
    (mark as usize ^ mark as usize >> 8) % ROWS
}

/// Checks `text`. Total: any text gives a result, and the same text and options always the same.
#[must_use]
pub fn check<'t>(text: &'t str, options: &Options) -> Checked<'t> {
    let (mut checked, unread) = as_seen(text, |text, scan| check_seen(text, scan, options));
    tell_unread(&checked.document, &unread, options, &mut checked.findings);
    let findings = &mut checked.findings;
    for finding in &mut *findings {
        if let Some(&(_, severity)) = options.severities.iter().find(|(rule, _)| *rule == finding.rule.id) {
            finding.severity = severity;
        }
    }
    sort_by_number(findings, |finding| index().ids.binary_search(&finding.rule.id).unwrap_or(0) as u64);
    sort_by_number(findings, |finding| (finding.span.start as u64) << 32 | finding.span.end as u64);
    checked
}

/// Parses `text` as [`check`] does, and runs no rule.
#[must_use]
pub fn read(text: &str) -> Document<'_> {
    let (read, _) = as_seen(text, |text, scan| {
        let (document, _) = parse(text, scan, Overrides::default());
        Checked { document, findings: Vec::new() }
    });
    read.document
}

/// What of a text the rules do not look at, told by rules of their own.
struct Unread {
    /// Characters that cannot be seen and do not belong where they stand, and those that stand for lost ones, which are looked at.
    unseen: Vec<Mark>,
    /// Line ends that a page made, and page numbers among them.
    wraps: Vec<Mark>,
}

/// What `look` gives of `text` without what is not to be read, told of the text as it was written.
fn as_seen<'t>(text: &'t str, look: impl for<'a> Fn(&'a str, Scan) -> Checked<'a>) -> (Checked<'t>, Unread) {
    let scan = Scan::new(text, &index().needles);
    let unread = Unread { unseen: unseen::strange(text, &scan.unseen), wraps: wraps::soft_breaks(text, &scan.lines) };
    let lost = |mark: &Mark| unseen::nature(mark.char) == Some(Nature::Lost);
    let mut hidden: Vec<Mark> = unread.unseen.iter().filter(|mark| !lost(mark)).chain(&unread.wraps).copied().collect();
    sort_by_number(&mut hidden, |mark| mark.at as u64);
    if hidden.is_empty() {
        return (look(text, scan), unread);
    }
    let shown = Shown::new(text, &hidden);
    let Checked { document, findings } = look(&shown.text, Scan::new(&shown.text, &index().needles));
    let findings = findings.into_iter().map(|finding| finding.moved(|span| shown.written(span))).collect();
    (Checked { document: document.written(text, hidden, &shown), findings }, unread)
}

/// Checks a text without characters that cannot be seen; the findings in no order.
fn check_seen<'t>(text: &'t str, scan: Scan, options: &Options) -> Checked<'t> {
    let (mut document, hits) = parse(text, scan, options.overrides);
    document.previous.clone_from(&options.previous);
    let mut findings = Vec::new();
    run(&document, &hits, index(), options, &mut findings);
    terms::spare(text, &options.terms, &mut findings);
    Checked { document, findings }
}

/// Gives what was not read, that in page residue left out, to the rules that ask for it.
fn tell_unread(document: &Document, unread: &Unread, options: &Options, findings: &mut Vec<Finding>) {
    let own = |mark: &&Mark| document.block_around(mark.at).is_none_or(|block| block.kind != Kind::Residue);
    let own = |marks: &[Mark]| -> Vec<Mark> { marks.iter().filter(own).copied().collect() };
    let (unseen, wraps) = (own(&unread.unseen), own(&unread.wraps));
    if unseen.is_empty() && wraps.is_empty() {
        return;
    }
    for rule in rules::all().iter().filter(|rule| options.runs(rule)) {
        match rule.check {
            Check::Unseen(check) if !unseen.is_empty() => check(document, &unseen, findings),
            Check::Wraps(check) if !wraps.is_empty() => check(document, &wraps, findings),
            _ => {}
        }
    }
}

fn parse(text: &str, mut scan: Scan, overrides: Overrides) -> (Document<'_>, Vec<Hit>) {
    let hits = std::mem::take(&mut scan.hits);
    let cues: Vec<(Cue, Span)> = hits.iter().filter_map(|hit| Some((CUES.get(hit.needle as usize)?.0, hit.span))).collect();
    (Document::parse(text, scan, cues, overrides), hits)
}

fn run(document: &Document, hits: &[Hit], index: &Index, options: &Options, findings: &mut Vec<Finding>) {
    let all = rules::all();
    let enabled: Vec<bool> = all.iter().map(|rule| options.runs(rule)).collect();
    let runs = |rule: usize| enabled.get(rule).copied().unwrap_or(false);
    let hits = dispatch(document, hits, index, runs, findings);
    let marks = by_block(document, index, runs, findings);
    for ((rule, hits), marks) in
        all.iter().zip(&hits).zip(&marks).zip(&enabled).filter_map(|(rule, enabled)| enabled.then_some(rule))
    {
        match rule.check {
            Check::Hits(_, check) if !hits.is_empty() => check(document, hits, findings),
            Check::Marks(_, check) if !marks.is_empty() => check(document, marks, findings),
            Check::Document(check) => check(document, findings),
            Check::Needles(..)
            | Check::Hits(..)
            | Check::Marks(..)
            | Check::Unseen(_)
            | Check::Wraps(_)
            | Check::Numbers(_)
            | Check::Block(_) => {}
        }
    }
}

/// Gives every needle found to the rule that asked for it; gives back, rule by rule, what is to be given at once.
fn dispatch(
    document: &Document,
    hits: &[Hit],
    index: &Index,
    runs: impl Fn(usize) -> bool,
    findings: &mut Vec<Finding>,
) -> Vec<Vec<Hit>> {
    let all = rules::all();
    let mut collected: Vec<Vec<Hit>> = vec![Vec::new(); all.len()];
    // Hits and blocks ascend together.
    let mut blocks = document.blocks.iter().peekable();
    let mut block = None;
    for hit in hits {
        while let Some(next) = blocks.next_if(|next| next.line.start <= hit.span.start) {
            block = Some(next);
        }
        let Some(owner) = (hit.needle as usize).checked_sub(CUES.len()).and_then(|i| index.owners.get(i)) else { continue };
        if !runs(owner.rule) || block.is_none_or(|block| block.kind == Kind::Residue) {
            continue;
        }
        let hit = Hit { needle: owner.needle, span: hit.span };
        match all.get(owner.rule).map(|rule| &rule.check) {
            Some(Check::Needles(_, check)) => check(document, hit, findings),
            Some(Check::Hits(..)) => {
                if let Some(list) = collected.get_mut(owner.rule) {
                    list.push(hit);
                }
            }
            Some(
                Check::Marks(..) | Check::Unseen(_) | Check::Wraps(_) | Check::Numbers(_) | Check::Block(_) | Check::Document(_),
            )
            | None => {}
        }
    }
    collected
}

/// Runs the rules that look at one block or at its numbers; gives back, rule by rule, the marks that are to be given at once.
/// Block by block, so that a long text passes through the processor's cache once.
fn by_block(document: &Document, index: &Index, runs: impl Fn(usize) -> bool, findings: &mut Vec<Finding>) -> Vec<Vec<Mark>> {
    let all = rules::all();
    let mut collected: Vec<Vec<Mark>> = vec![Vec::new(); all.len()];
    let (mut of_blocks, mut of_numbers) = (Vec::new(), Vec::new());
    for (_, rule) in all.iter().enumerate().filter(|(i, _)| runs(*i)) {
        match rule.check {
            Check::Block(check) => of_blocks.push(check),
            Check::Numbers(check) => of_numbers.push(check),
            Check::Needles(..) | Check::Hits(..) | Check::Marks(..) | Check::Unseen(_) | Check::Wraps(_) | Check::Document(_) => {
            }
        }
    }
    for (_, block) in document.text_blocks() {
        of_blocks.iter().for_each(|check| check(document, block, findings));
        let numbers = document.numbers(block.span);
        if !numbers.is_empty() {
            of_numbers.iter().for_each(|check| check(document, block, numbers, findings));
        }
        for &mark in document.marks(block.span) {
            for &(_, rule) in index.marks[row(mark.char)].iter().filter(|(c, rule)| *c == mark.char && runs(*rule)) {
                if let Some(list) = collected.get_mut(rule) {
                    list.push(mark);
                }
            }
        }
    }
    collected
}

#[cfg(test)]
mod tests {
    use crate::rule::Check;
    use crate::rules;
    use crate::text::{chars::is_mark, is_blank};

    #[test]
    fn rules_ask_for_marks_that_the_scan_finds() {
        for rule in rules::all() {
            let Check::Marks(chars, _) = rule.check else { continue };
            assert!(chars.iter().all(|&c| is_mark(c) || is_blank(c)), "{rule:?}");
        }
    }
}
