//! Whether a text is a whole report or a piece of one.

use crate::document::{Document, Kind, Part, Title, is_session_line};
use crate::text::{Span, fold};

/// How much of a report the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A report, or the draft of one.
    Whole,
    /// Sections without anything around them: copied from the middle of a page.
    Body,
    /// A few sentences: nothing of a report's frame can be asked of them.
    Fragment,
}

/// Characters below which a text without headings and title is a fragment.
const FRAGMENT: usize = 1000;

impl Shape {
    /// The shape of `doc`.
    #[must_use]
    pub fn of(doc: &Document) -> Self {
        if doc.title.is_some() {
            return Self::Whole;
        }
        if doc.sections.is_empty() && doc.scan.han < FRAGMENT {
            return Self::Fragment;
        }
        let addressed = doc.blocks.iter().any(|block| block.kind == Kind::Addressee);
        let framed = addressed || !doc.signature.is_empty() || doc.date.is_some();
        if framed { Self::Whole } else { Self::Body }
    }
}

/// Whether the report was given by word of mouth, so that the session line stands for signature and date.
#[must_use]
pub fn is_oral(doc: &Document) -> bool {
    doc.blocks.iter().any(|block| block.kind == Kind::Note && is_session_line(doc.get(block.span)))
}

/// Whether page furniture came along: the text was copied from a web page.
#[must_use]
pub fn is_web_copy(doc: &Document) -> bool {
    doc.blocks.iter().any(|block| block.kind == Kind::Residue)
}

/// The last block of the document's own text.
#[must_use]
pub fn last_block(doc: &Document) -> Option<usize> {
    doc.blocks.iter().rposition(|block| block.kind != Kind::Residue)
}

/// The sentences of `span`, none of which runs on from one block into the next, the headings' words included.
pub fn sentences<'d>(doc: &'d Document, span: Span) -> impl Iterator<Item = Span> + 'd {
    let first = doc.block_at(span.start).unwrap_or(0);
    let blocks = doc.blocks.iter().skip(first).take_while(move |block| block.span.start < span.end);
    let inside = blocks.map(move |block| Span::new(block.span.start.max(span.start), block.span.end.min(span.end)));
    inside.filter(|part| !part.is_empty()).flat_map(|part| doc.sentences(part))
}

/// The span of a heading's number and words.
#[must_use]
pub fn heading_span(doc: &Document, heading: usize) -> Span {
    doc.headings
        .get(heading)
        .map_or(Span::default(), |h| Span::new(h.number.map_or(h.title.start, |n| n.span.start), h.title.end))
}

/// Characters that hardly any heading has.
const GLUED: usize = 45;

/// The heading of `part`, and what stands behind its words; `None` where no heading carries it. Words too many for a heading
/// have text glued to them, and count.
#[must_use]
pub fn headed(doc: &Document, part: Part) -> Option<(usize, Span)> {
    let info = doc.part(part);
    let (range, heading) = (info.range?, info.heading?);
    let behind =
        |h: &crate::document::Heading| if doc.get(h.title).chars().count() > GLUED { h.title.start } else { h.title.end };
    Some((heading, Span::new(doc.headings.get(heading).map_or(range.start, behind), range.end)))
}

/// Every printing of the title's lines other than the first.
pub fn other_titles<'d>(doc: &'d Document, title: &'d Title) -> impl Iterator<Item = Span> + 'd {
    let printed = doc.blocks.iter().enumerate().filter(|(_, block)| block.kind == Kind::Title);
    printed.filter(|(i, _)| !title.blocks.contains(i)).map(|(_, block)| block.span)
}

/// Whether `span` still holds a prompt to fill in.
#[must_use]
pub fn has_prompt(doc: &Document, span: Span) -> bool {
    doc.marks(span).iter().any(|mark| mark.char == '【') && doc.get(span).contains("【请填写")
}

/// The line end the document uses.
#[must_use]
pub fn line_end(doc: &Document) -> &'static str {
    if doc.text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// What separates two paragraphs around block `block`: one line end, or an empty line where the document leaves one.
#[must_use]
pub fn separator(doc: &Document, block: usize) -> String {
    let spaced = [block.checked_sub(1), Some(block)].into_iter().flatten().any(|i| {
        let (Some(a), Some(b)) = (doc.blocks.get(i), doc.blocks.get(i + 1)) else { return false };
        doc.get(Span::new(a.line.end, b.line.start)).matches('\n').count() > 1
    });
    let end = line_end(doc);
    if spaced { end.repeat(2) } else { end.to_owned() }
}

/// Whether every mark that has a half-width twin is written so: the text came through an archive that folds them.
#[must_use]
pub fn is_half_width(doc: &Document) -> bool {
    let is_twin = |c: char| matches!(c, '，' | '：' | '；' | '（' | '）');
    doc.scan.marks.iter().any(|mark| matches!(mark.char, ',' | ':' | ';' | '('))
        && !doc.scan.marks.iter().any(|mark| is_twin(mark.char))
}

/// `text` with its marks folded to half-width, as such a copy has them.
#[must_use]
pub fn half_width(text: &str) -> String {
    text.chars().map(|c| [',', ';', ':', '(', ')'].into_iter().find(|&half| fold(half) == c).unwrap_or(c)).collect()
}
