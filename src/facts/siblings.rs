//! Numbered headings of one parent, and where their numbers break off.

use crate::diagnostic::Edit;
use crate::document::{Document, Heading, Kind, Ordinal, OrdinalStyle};
use crate::text::{Span, chars, fold, numerals, sort_by_number};

/// What is wrong with a number beside its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The first sibling is not 1.
    Start,
    /// Numbers were left out between the sibling before and this one.
    Gap,
    /// The same number as a sibling before.
    Duplicate,
    /// Smaller than the sibling before.
    Backward,
}

/// A number that does not follow.
#[derive(Clone, Debug)]
pub struct Broken {
    /// What is wrong.
    pub kind: Break,
    /// The heading: an index into `Document::headings`.
    pub heading: usize,
    /// Its number.
    pub number: Ordinal,
    /// The sibling before, with its number.
    pub before: Option<(usize, Ordinal)>,
    /// The value that was due.
    pub expected: u32,
    /// Paragraphs that look like the headings left out: as many as are missing, or none.
    pub candidates: Vec<usize>,
    /// The siblings from this one on, which would move with it.
    pub rest: Vec<Ordinal>,
}

impl Broken {
    /// The edits that give this number its due value and move those behind it along.
    #[must_use]
    pub fn renumber(&self) -> Vec<Edit> {
        let due = |n: u32| self.expected + n;
        self.rest.iter().enumerate().map(|(i, number)| Edit::replace(number.numeral, numeral(*number, due(i as u32)))).collect()
    }
}

/// `value` in the numerals of `like`.
#[must_use]
pub fn numeral(like: Ordinal, value: u32) -> String {
    match like.style {
        OrdinalStyle::Han | OrdinalStyle::HanBrackets => numerals::to_han(value),
        OrdinalStyle::Arabic | OrdinalStyle::ArabicBrackets => value.to_string(),
    }
}

/// Every number that does not follow the one before it, ascending.
#[must_use]
pub fn broken(doc: &Document) -> Vec<Broken> {
    // Once through the headings, not once for each parent: a text may hold thousands.
    let mut families: Vec<Vec<(usize, &Heading)>> = vec![Vec::new(); doc.headings.len() + 1];
    for (i, heading) in doc.headings.iter().enumerate() {
        if let Some(family) = families.get_mut(heading.parent.map_or(0, |parent| parent + 1)) {
            family.push((i, heading));
        }
    }
    let mut found = Vec::new();
    let mut last_of_level = [0u32; 5];
    for (parent, children) in families.iter().enumerate().map(|(i, family)| (i.checked_sub(1), family)) {
        for level in 1..=4u8 {
            let run: Vec<(usize, Ordinal)> =
                children.iter().filter(|(_, h)| h.level == level).filter_map(|(i, h)| Some((*i, h.number?))).collect();
            examine(doc, parent, level, &run, &mut last_of_level, &mut found);
        }
    }
    sort_by_number(&mut found, |broken| broken.heading as u64);
    found
}

fn examine(
    doc: &Document,
    parent: Option<usize>,
    level: u8,
    run: &[(usize, Ordinal)],
    last_of_level: &mut [u32; 5],
    found: &mut Vec<Broken>,
) {
    let mut before: Option<(usize, Ordinal)> = None;
    for (k, &(heading, number)) in run.iter().enumerate() {
        let value = number.value;
        let expected = before.map_or(1, |(_, o)| o.value + 1);
        let restarts = value == 1 && before.is_some();
        let kind = match before {
            // Level-3 numbers may run on across （一）（二）; an excerpt may begin anywhere.
            None if value != 1 => {
                let runs_on = level >= 3 && last_of_level.get(level as usize) == Some(&(value - 1));
                (!runs_on && (parent.is_some() || level == 1)).then_some(Break::Start)
            }
            None => None,
            // 1. 2. then 1. again is a second list; above that level a heading between was lost.
            Some(_) if restarts && level >= 3 => None,
            Some(_) if restarts => Some(Break::Duplicate),
            Some((_, o)) if value == o.value => Some(Break::Duplicate),
            Some((_, o)) if value < o.value => Some(Break::Backward),
            Some((_, o)) if value > o.value + 1 => Some(Break::Gap),
            Some(_) => None,
        };
        if let Some(kind) = kind {
            let missing = value.saturating_sub(expected) as usize;
            let candidates = match kind {
                Break::Start | Break::Gap => candidates(doc, parent, before.map(|(h, _)| h), heading, missing),
                Break::Duplicate | Break::Backward => Vec::new(),
            };
            let rest = run.get(k..).unwrap_or(&[]);
            // Only siblings that go on counting from here move along.
            let rest =
                rest.iter().enumerate().take_while(|(i, (_, o))| o.value == value + *i as u32).map(|(_, (_, o))| *o).collect();
            found.push(Broken { kind, heading, number, before, expected, candidates, rest });
        }
        before = Some((heading, number));
    }
    if let (Some((_, last)), Some(slot)) = (before, last_of_level.get_mut(level as usize)) {
        *slot = last.value;
    }
}

/// The paragraphs between two siblings (or the parent and its first child) that look like headings whose number was lost,
/// where there are exactly `missing` of them.
fn candidates(doc: &Document, parent: Option<usize>, before: Option<usize>, heading: usize, missing: usize) -> Vec<usize> {
    let block_of = |h: Option<usize>| h.and_then(|h| doc.headings.get(h)).map(|h| h.block);
    let Some(from) = block_of(before).or(block_of(parent)).or(doc.body.start.checked_sub(1)) else { return Vec::new() };
    let Some(to) = block_of(Some(heading)) else { return Vec::new() };
    let found: Vec<usize> = (from + 1..to)
        .filter(|&i| doc.blocks.get(i).is_some_and(|block| block.kind == Kind::Paragraph && lead(doc, block.span).is_some()))
        .collect();
    if found.len() == missing { found } else { Vec::new() }
}

/// The lead of a paragraph that begins like a run-in heading: “短语，短语。” of at most 24 characters, with text behind.
#[must_use]
pub fn lead(doc: &Document, span: Span) -> Option<Span> {
    let end = doc.marks(span).iter().find(|m| chars::ends_sentence(m.char)).filter(|m| m.char == '。')?;
    let lead = Span::new(span.start, end.at);
    let text = doc.get(lead);
    let phrases = text.chars().filter(|&c| fold(c) == '，').count();
    let sound = (6..=24).contains(&text.chars().count())
        && phrases == 1
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '《' | '、'));
    let opens_sequence = doc.sequence.iter().any(|item| item.span.start == span.start);
    (sound && !opens_sequence && end.span().end < span.end).then_some(lead)
}
