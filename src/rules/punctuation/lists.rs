//! Lists of marked names: 《宪法》、《民法典》, “四个意识”、“四个自信”.

use crate::document::Document;
use crate::text::{Hit, Mark, Span};

/// What stands at the ends of a list whose members are all marked alike.
#[derive(Clone, Copy)]
pub struct Ends<'t> {
    /// The text behind the last closing mark.
    pub behind: &'t str,
    /// Whether an unmarked name joins the list in front or behind, or a member has a note behind its mark.
    pub mixed: bool,
}

/// Up to so many members a list has.
const MEMBERS: usize = 40;

/// The list that the joint `hit` (》、《 or ”、“) belongs to.
pub fn ends<'t>(doc: &Document<'t>, hit: Hit, open: char, close: char) -> Option<Ends<'t>> {
    let block = doc.block_around(hit.span.start)?;
    let joint = format!("{close}、{open}");
    // Forwards to the last member's closing mark.
    let mut at = hit.span.end;
    let behind = (0..MEMBERS).find_map(|_| {
        let closing = next(doc, Span::new(at, block.span.end), close)?;
        at = closing.at + joint.len();
        let goes_on = doc.get(Span::new(closing.at, block.span.end)).starts_with(&joint);
        (!goes_on).then(|| doc.get(Span::new(closing.span().end, block.span.end)))
    })?;
    // Backwards to the first member's opening mark.
    let mut at = hit.span.start;
    let before = (0..MEMBERS).find_map(|_| {
        let opening = last(doc, Span::new(block.span.start, at), open)?;
        at = opening.span().end - joint.len().min(opening.span().end);
        let goes_on = doc.get(Span::new(block.span.start, opening.span().end)).ends_with(&joint);
        (!goes_on).then(|| doc.get(Span::new(block.span.start, opening.at)))
    })?;
    let noted =
        behind.starts_with(['（', '(']) || before.ends_with(['）', ')']) || before.ends_with("）、") || before.ends_with(")、");
    let mixed = noted || behind.starts_with('、') || before.ends_with('、');
    Some(Ends { behind, mixed })
}

/// The first `mark` in `span`.
fn next(doc: &Document, span: Span, mark: char) -> Option<Mark> {
    doc.marks(span).iter().take(40).find(|m| m.char == mark).copied()
}

/// The last `mark` in `span`.
fn last(doc: &Document, span: Span, mark: char) -> Option<Mark> {
    doc.marks(span).iter().rev().take(40).find(|m| m.char == mark).copied()
}
