//! What a comparison tells, as data: the shape of the JSON and JavaScript surface.
//!
//! Offsets are UTF-16 code units, half-open, from 0; lines count from 1.

use serde::Serialize;

use super::matching::{Run, pairs};
use super::reading::{Group, Reading};
use crate::report::Range;
use crate::text::{Lines, Span};

/// Who shares passages with whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Likeness {
    /// `hegui/likeness/1`.
    pub schema: &'static str,
    /// Wording that stands in more texts than this is common wording and not counted.
    pub limit: usize,
    /// The texts compared, in the order given.
    pub texts: Vec<TextInfo>,
    /// The pairs that share passages, the most alike first.
    pub pairs: Vec<Pair>,
    /// The texts not compared, with the reason.
    pub skipped: Vec<Skipped>,
}

/// A text compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextInfo {
    /// What the caller calls it.
    pub id: String,
    /// Which year's report it is.
    pub group: Group,
    /// Its title.
    pub title: Option<String>,
    /// The reporting body.
    pub organ: Option<String>,
    /// The report year.
    pub year: Option<u32>,
    /// The date of signature, YYYY-MM-DD.
    pub date: Option<String>,
    /// Its characters that count: no headings, marks, set phrases, titles of laws and common wording; a number is one.
    pub chars: usize,
    /// The characters of common wording, which do not count: where they are most of the text, it may follow a template or be
    /// copied by many.
    pub common: usize,
}

/// Two texts that share passages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The two, in the order given.
    pub ids: [String; 2],
    /// Whether both are of this year.
    pub kind: Kind,
    /// The share of the shorter text's characters that stand in the passages, in per cent.
    pub percent: u32,
    /// How many characters that are.
    pub chars: usize,
    /// The most characters one passage has.
    pub longest: usize,
    /// In the order of the first text; no two overlap in either.
    pub passages: Vec<Passage>,
}

/// What two texts are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 本年报告之间.
    Peers,
    /// 与上年报告.
    LastYear,
}

/// A passage that two texts share, short differences included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Where it stands in each text.
    pub ranges: [Range; 2],
    /// The lines it starts on.
    pub lines: [u32; 2],
    /// How many of the characters that count are shared.
    pub chars: usize,
    /// What it says in the first text.
    pub text: String,
    /// What differs inside: names and figures that were replaced.
    pub changed: Vec<Changed>,
}

/// A difference inside a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Where it stands in each text; empty where one of them has nothing.
    pub ranges: [Range; 2],
    /// What each text says.
    pub texts: [String; 2],
}

/// A text not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// What the caller calls it.
    pub id: String,
    /// Why, and what to do.
    pub reason: String,
}

impl TextInfo {
    pub(super) fn new(reading: &Reading) -> Self {
        Self {
            id: reading.source.id.to_owned(),
            group: reading.source.group,
            title: reading.title.clone(),
            organ: reading.organ.clone(),
            year: reading.year,
            date: reading.date.clone(),
            chars: reading.own,
            common: reading.common,
        }
    }
}

impl Skipped {
    pub(super) fn short(reading: &Reading, least: usize) -> Self {
        let reason = if reading.symbols.is_empty() {
            "没有找到报告正文，没有比对，请检查是否选错了文件".to_owned()
        } else {
            format!("正文中固定表述以外的文字不足{least}字，没有比对")
        };
        Self { id: reading.source.id.to_owned(), reason }
    }
}

impl Pair {
    pub(super) fn new(a: &Reading, b: &Reading, runs: &[Run]) -> Self {
        let sides = [Side::new(a), Side::new(b)];
        let chars = runs.iter().map(|run| run.own).sum();
        Self {
            ids: [a.source.id.to_owned(), b.source.id.to_owned()],
            kind: if a.source.group == b.source.group { Kind::Peers } else { Kind::LastYear },
            percent: (chars * 100 / a.own.min(b.own).max(1)) as u32,
            chars,
            longest: runs.iter().map(|run| run.own).max().unwrap_or(0),
            passages: runs.iter().map(|run| passage(&sides, run)).collect(),
        }
    }
}

/// One of the two texts.
struct Side<'r> {
    reading: &'r Reading<'r>,
    lines: Lines<'r>,
}

impl<'r> Side<'r> {
    fn new(reading: &'r Reading) -> Self {
        Self { reading, lines: Lines::new(reading.source.text) }
    }

    fn range(&self, span: Span) -> Range {
        [self.lines.utf16(span.start), self.lines.utf16(span.end)]
    }

    fn text(&self, span: Span) -> &'r str {
        span.of(self.reading.source.text)
    }

    /// The text of the symbols from `from` up to `to`; where that is none, the place before `to`.
    fn span(&self, from: usize, to: usize) -> Span {
        let of = |at: usize| self.reading.symbols.get(at).map(|symbol| symbol.span());
        match (of(from), to.checked_sub(1).and_then(of)) {
            (Some(first), Some(last)) if from < to => first.to(last),
            (first, _) => Span::at(first.map_or(0, |span| span.start)),
        }
    }
}

fn passage(sides: &[Side; 2], run: &Run) -> Passage {
    let [a, b] = sides;
    let (first, last) = (run.pieces.first(), run.pieces.last());
    let spans = match (first, last) {
        (Some(first), Some(last)) => [a.span(first.a, last.a + last.len), b.span(first.b, last.b + last.len)],
        _ => [Span::default(); 2],
    };
    Passage {
        ranges: [a.range(spans[0]), b.range(spans[1])],
        lines: [a.lines.place(spans[0].start).line, b.lines.place(spans[1].start).line],
        chars: run.own,
        text: a.text(spans[0]).to_owned(),
        changed: changes(sides, run),
    }
}

/// The figures that differ inside the pieces, and what stands between them.
fn changes(sides: &[Side; 2], run: &Run) -> Vec<Changed> {
    let [a, b] = sides;
    let mut changes = Vec::new();
    let mut add = |spans: [Span; 2]| {
        let texts = [a.text(spans[0]), b.text(spans[1])];
        if texts[0] != texts[1] {
            changes.push(Changed { ranges: [a.range(spans[0]), b.range(spans[1])], texts: texts.map(str::to_owned) });
        }
    };
    for (i, piece) in run.pieces.iter().enumerate() {
        for (one, other) in pairs(&a.reading.symbols, &b.reading.symbols, *piece) {
            add([one.span(), other.span()]);
        }
        if let Some(next) = run.pieces.get(i + 1) {
            add([a.span(piece.a + piece.len, next.a), b.span(piece.b + piece.len, next.b)]);
        }
    }
    changes
}
