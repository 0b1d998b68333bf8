//! What stands around a mark, and findings that stand for many places.

use crate::diagnostic::{Edit, Finding, Fix};
use crate::document::Document;
use crate::rule::{Findings, Rule};
use crate::text::{Mark, Span, chars, fold, is_blank, is_han};

/// Whether `c` is a Chinese character or a mark that only Chinese text has.
pub fn is_chinese(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301B}' | '\u{FF01}'..='\u{FF60}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

/// The character before byte `at`, not before byte `floor`.
pub fn before(text: &str, floor: usize, at: usize) -> Option<char> {
    text.get(floor..at)?.chars().next_back()
}

/// The character at byte `at`, not at or behind byte `ceiling`.
pub fn after(text: &str, at: usize, ceiling: usize) -> Option<char> {
    text.get(at..ceiling)?.chars().next()
}

/// `text` without blanks in front.
pub fn skip_blanks(text: &str) -> &str {
    text.trim_start_matches(is_blank)
}

/// Whether an item of a list opens `text`: 一是, 1., （一）, ①, 第一，, 首先，.
pub fn opens_item(text: &str) -> bool {
    let text = skip_blanks(text);
    let mut rest = text.chars();
    let (first, second) = (rest.next(), rest.next());
    let is_numeral = |c: Option<char>| c.is_some_and(crate::text::numerals::is_ordinal_char);
    (is_numeral(first) && second == Some('是'))
        || (matches!(first, Some('第' | '其')) && is_numeral(second))
        || text.starts_with("首先")
        || crate::document::Ordinal::read(text, 0, text.len()).is_some_and(|o| o.mark.is_some() || o.close.is_some())
        || matches!(first, Some('①'..='⑳' | '•' | '●' | '■' | '◆'))
}

/// Where the clause that ends at byte `at` begins: behind the mark before it, at most `limit` characters back.
pub fn clause_start(doc: &Document, floor: usize, at: usize, limit: usize) -> usize {
    let marks = doc.marks(Span::new(floor, at));
    let mark = marks.iter().rev().find(|m| matches!(fold(m.char), '，' | '。' | '；' | '：' | '、' | '！' | '？'));
    let start = mark.map_or(floor, |m| m.span().end);
    let text = doc.get(Span::new(start, at));
    let near = text.char_indices().rev().nth(limit.saturating_sub(1)).map_or(0, |(i, _)| i);
    start + near
}

/// The runs of one and the same of the marks `of`, each directly behind the other: the mark, how many, and where.
pub fn runs(marks: &[Mark]) -> impl Iterator<Item = (char, usize, Span)> {
    marks.chunk_by(|a, b| a.char == b.char && a.span().end == b.at).filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        Some((first.char, run.len(), first.span().to(last.span())))
    })
}

/// Places that one rule finds and that are told together where they are many.
pub struct Places {
    rule: &'static Rule,
    list: Vec<Place>,
}

/// One place.
pub struct Place {
    /// The offending text.
    pub span: Span,
    /// What mends it; empty where nothing can be proposed.
    pub edits: Vec<Edit>,
    /// Whether no clerk would object to `edits`.
    pub safe: bool,
    /// The message where the place is told alone.
    pub message: String,
}

/// Up to so many places are told one by one.
const FEW: usize = 3;

impl Places {
    /// No places yet.
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, list: Vec::new() }
    }

    /// Adds a place; places come in ascending order.
    pub fn push(&mut self, place: Place) {
        self.list.push(place);
    }

    /// Tells the places: few one by one, many as one finding with the message that `many` makes of their number.
    pub fn tell(self, title: &str, many: impl Fn(usize) -> String, out: &mut Findings) {
        let count = self.list.len();
        if count <= FEW {
            for place in self.list {
                let finding = self.rule.finding(place.span, place.message);
                out.push(with_fix(finding, title.to_owned(), place.edits, place.safe));
            }
            return;
        }
        self.tell_once(title, many, out);
    }

    /// Tells the places in one finding: a matter of style that may stand all over a text.
    pub fn tell_once(self, title: &str, many: impl Fn(usize) -> String, out: &mut Findings) {
        let count = self.list.len();
        let Some(first) = self.list.first() else { return };
        let message = if count == 1 { first.message.clone() } else { many(count) };
        let mut finding: Finding = self.rule.finding(first.span, message);
        if count > 1 {
            finding.occurrences = self.list.iter().map(|place| place.span).collect();
        }
        let safe = self.list.iter().all(|place| place.safe);
        let edits: Vec<Edit> = self.list.into_iter().flat_map(|place| place.edits).collect();
        let title = if count == 1 { title.to_owned() } else { format!("{title}（{count}处）") };
        out.push(with_fix(finding, title, edits, safe));
    }
}

fn with_fix(finding: Finding, title: String, edits: Vec<Edit>, safe: bool) -> Finding {
    if edits.is_empty() {
        return finding;
    }
    finding.fix(if safe { Fix::safe(title, edits) } else { Fix::suggested(title, edits) })
}

/// Whether the character before or behind `span` in its block is Chinese.
pub fn touches_chinese(text: &str, block: Span, span: Span) -> bool {
    before(text, block.start, span.start).is_some_and(is_chinese) || after(text, span.end, block.end).is_some_and(is_chinese)
}

/// The first `count` characters of `text`.
pub fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(i, _)| text.get(..i).unwrap_or(text))
}

/// Whether `c` can follow a number as its unit or count.
pub fn is_unit(c: char) -> bool {
    "次件人名个场份项户条元万亿余多起家宗处期篇部位亩吨米里岁天周批类种张块辆台套所座栋册款本支队级岁届倍%％".contains(c)
}

/// Whether `c` is a blank or a mark.
pub fn is_boundary(c: char) -> bool {
    is_blank(c) || chars::is_mark(c)
}
