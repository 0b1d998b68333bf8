//! Text in, findings out.

use std::sync::OnceLock;

use crate::diagnostic::Finding;
use crate::document::{CUES, Cue, Document, Kind, Overrides};
use crate::rule::{Check, Rule};
use crate::rules;
use crate::text::{Hit, Scan, Span, needles::Needles};

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
    needles: Needles,
    owners: Vec<Owner>,
}

/// The index over the cues and every rule's literals, built at the first check.
fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut literals: Vec<&'static str> = CUES.iter().map(|&(_, word)| word).collect();
        let mut owners = Vec::new();
        for (rule, entry) in rules::all().iter().enumerate() {
            if let Check::Needles(list, _) | Check::Hits(list, _) = entry.check {
                for (needle, literal) in list().iter().enumerate() {
                    literals.push(literal);
                    owners.push(Owner { rule, needle: needle as u16 });
                }
            }
        }
        Index { needles: Needles::new(&literals), owners }
    })
}

/// Checks `text`. Total: any text gives a result, and the same text and options always the same.
#[must_use]
pub fn check<'t>(text: &'t str, options: &Options) -> Checked<'t> {
    let index = index();
    let mut scan = Scan::new(text, &index.needles);
    let hits = std::mem::take(&mut scan.hits);
    let cues: Vec<(Cue, Span)> = hits.iter().filter_map(|hit| Some((CUES.get(hit.needle as usize)?.0, hit.span))).collect();
    let document = Document::parse(text, scan, cues, options.overrides);
    let mut findings = Vec::new();
    run(&document, &hits, index, options, &mut findings);
    let key = |f: &Finding| (f.span.start, f.span.end, f.rule.id);
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    Checked { document, findings }
}

fn run(document: &Document, hits: &[Hit], index: &Index, options: &Options, findings: &mut Vec<Finding>) {
    let all = rules::all();
    let enabled: Vec<bool> = all.iter().map(|rule| options.runs(rule)).collect();
    let mut collected: Vec<Vec<Hit>> = vec![Vec::new(); all.len()];
    for hit in hits {
        let Some(owner) = (hit.needle as usize).checked_sub(CUES.len()).and_then(|i| index.owners.get(i)) else { continue };
        if !enabled.get(owner.rule).copied().unwrap_or(false) {
            continue;
        }
        let residue = document
            .block_at(hit.span.start)
            .and_then(|i| document.blocks.get(i))
            .is_none_or(|block| block.kind == Kind::Residue);
        if residue {
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
            Some(Check::Block(_) | Check::Document(_)) | None => {}
        }
    }
    for ((rule, hits), _) in all.iter().zip(collected).zip(enabled).filter(|(_, enabled)| *enabled) {
        match rule.check {
            Check::Needles(..) => {}
            Check::Hits(_, check) if !hits.is_empty() => check(document, &hits, findings),
            Check::Hits(..) => {}
            Check::Block(check) => document.text_blocks().for_each(|(_, block)| check(document, block, findings)),
            Check::Document(check) => check(document, findings),
        }
    }
}
