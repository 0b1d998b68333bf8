//! A report as the characters that count when it is compared.

use std::sync::OnceLock;

use serde::Serialize;

use super::fingerprints::{Print, prints};
use crate::check;
use crate::document::Document;
use crate::facts::passages::{GRAM, Passage};
use crate::text::{Mark, Span, fold, needles::Needles};

/// Which year's report a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 本年报告.
    #[default]
    ThisYear,
    /// 上年报告.
    LastYear,
}

/// A text to compare.
#[derive(Clone, Copy, Debug)]
pub struct Source<'t> {
    /// What the caller calls it, such as the file's name.
    pub id: &'t str,
    /// The text.
    pub text: &'t str,
    /// Which year's report it is.
    pub group: Group,
}

/// A character of a report's running text, or a number.
#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    /// The character; [`NUMBER`] for a number, [`BREAK`] between paragraphs.
    pub char: char,
    /// Its first byte.
    pub start: u32,
    /// Its bytes.
    pub len: u16,
    /// Whether it belongs to no set phrase, no title of a law and no common wording.
    pub own: bool,
}

/// Stands for every number: copied reports change the figures.
pub const NUMBER: char = '0';
/// Stands between paragraphs and is like nothing, itself included.
pub const BREAK: char = '\n';

impl Symbol {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.start as usize + usize::from(self.len))
    }
}

/// What of a report is compared: the paragraphs of its body without headings, blanks and marks.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The text it was read from.
    pub source: Source<'t>,
    pub(super) title: Option<String>,
    pub(super) organ: Option<String>,
    pub(super) year: Option<u32>,
    pub(super) date: Option<String>,
    pub(super) symbols: Vec<Symbol>,
    pub(super) prints: Vec<Print>,
    /// How many characters are its own.
    pub(super) own: usize,
    /// How many were dropped as wording that many texts share.
    pub(super) common: usize,
}

impl<'t> Reading<'t> {
    /// Reads a text.
    #[must_use]
    pub fn new(source: Source<'t>) -> Self {
        let doc = check::read(source.text);
        let symbols = symbols(&doc);
        Self {
            source,
            title: doc.title.as_ref().map(|title| title.text.clone()),
            organ: doc.organ.clone(),
            year: doc.year,
            date: doc.date.and_then(|line| line.date).filter(|date| date.exists()).map(|date| date.iso()),
            prints: prints(&symbols),
            own: symbols.iter().filter(|symbol| symbol.own).count(),
            common: 0,
            symbols,
        }
    }

    /// Drops the fingerprints that are common, and counts what they cover as not its own.
    pub(super) fn drop_common(&mut self, is_common: impl Fn(u32) -> bool) {
        let (symbols, common) = (&mut self.symbols, &mut self.common);
        self.prints.retain(|print| {
            let drop = is_common(print.hash);
            if drop {
                let covered = symbols.iter_mut().skip(print.at as usize).take(GRAM).filter(|symbol| symbol.own);
                covered.for_each(|symbol| {
                    symbol.own = false;
                    *common += 1;
                });
            }
            !drop
        });
        self.own -= self.common;
    }
}

/// The characters of the paragraphs, a break behind each.
fn symbols(doc: &Document) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = Vec::with_capacity(doc.scan.han);
    for (_, block) in doc.body_blocks().filter(|(_, block)| block.is_running()) {
        let first = symbols.len();
        let prose = doc.prose(block);
        let mut national = national(doc, prose).into_iter().peekable();
        for (at, c, own) in Passage::new(doc.text, prose).characters() {
            while national.next_if(|clause| clause.end <= at).is_some() {}
            let own = own && !doc.in_book_title(at) && national.peek().is_none_or(|clause| at < clause.start);
            let char = if is_digit(c) { NUMBER } else { c };
            let last = if symbols.len() > first { symbols.last_mut() } else { None };
            let end = at + c.len_utf8();
            match last {
                // One mark may stand between: 1,206 and 98.2 and 十三、四.
                Some(last) if char == NUMBER && last.char == NUMBER && at - last.span().end <= '、'.len_utf8() => {
                    last.len = u16::try_from(end - last.span().start).unwrap_or(last.len);
                    last.own |= own;
                }
                _ => symbols.push(Symbol { char, start: at as u32, len: c.len_utf8() as u16, own }),
            }
        }
        if symbols.len() > first {
            symbols.push(Symbol { char: BREAK, start: block.span.end as u32, len: 0, own: false });
        }
    }
    symbols
}

/// Clauses with one of these words say whose thought and which congress guides: every report has them, in nearly the same
/// words, and which plenums are named depends on the year alone.
const NATIONAL: &[&str] = &["习近平", "党的二十", "党的十九", "中全会", "两个确立", "四个意识", "党中央"];
static NEEDLES: OnceLock<Needles<'static>> = OnceLock::new();

/// The clauses of `prose` with national wording, ascending.
fn national(doc: &Document, prose: Span) -> Vec<Span> {
    let words = NEEDLES.get_or_init(|| Needles::new(NATIONAL));
    let mut found: Vec<usize> = Vec::new();
    words.each(prose.of(doc.text), |_, word| found.push(prose.start + word.start));
    let ends = |mark: &&Mark| matches!(fold(mark.char), '，' | '。' | '；');
    let mut clauses: Vec<Span> = Vec::new();
    for at in found {
        if clauses.last().is_none_or(|last| last.end <= at) {
            let (before, after) = (doc.marks(Span::new(prose.start, at)), doc.marks(Span::new(at, prose.end)));
            let start = before.iter().rev().find(ends).map_or(prose.start, |mark| mark.span().end);
            clauses.push(Span::new(start, after.iter().find(ends).map_or(prose.end, |mark| mark.at)));
        }
    }
    clauses
}

/// Whether `c` is a digit in any script that reports use.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９') || "〇零一二三四五六七八九十百千万亿".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_marks_and_figures_do_not_count() {
        let text = crate::testing::report("清溪镇人民政府", "主持会议1,206次，办案十二件，引用《行政处罚法》。");
        let reading = Reading::new(Source { id: "甲", text: &text, group: Group::ThisYear });
        let read: String = reading.symbols.iter().map(|symbol| symbol.char).collect();
        assert!(read.contains("\n主持会议0次办案0件引用行政处罚法\n"), "{read}");
        assert!(!read.contains("主要举措"), "{read}");
        let own: String = reading.symbols.iter().filter(|symbol| symbol.own).map(|symbol| symbol.char).collect();
        assert!(own.contains("办案0件引用") && !own.contains("处罚法"), "{own}");
        let number = reading.symbols.iter().find(|symbol| symbol.span().of(&text) == "1,206");
        assert!(number.is_some_and(|symbol| symbol.char == NUMBER));
    }
}
