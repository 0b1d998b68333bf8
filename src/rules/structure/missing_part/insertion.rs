//! The skeleton of a missing part, put in its place with the next number, and the numbers behind it moved on.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Heading, OrdinalStyle, Part};
use crate::facts::shape;
use crate::outline;
use crate::text::{Span, numerals};

/// Where text goes in, and what must surround it there.
pub(super) struct Spot {
    /// The byte the finding points at.
    pub(super) shown: usize,
    /// The byte the text is inserted at.
    at: usize,
    /// What comes before the text.
    before: String,
    /// What comes behind it.
    behind: String,
    /// The line end or empty line between paragraphs.
    separator: String,
}

impl Spot {
    pub(super) fn before_section(doc: &Document, k: usize) -> Self {
        let start =
            doc.sections.get(k).and_then(|section| doc.blocks.get(section.blocks.start).map(|b| (section.blocks.start, b)));
        if let Some((i, block)) = start {
            let separator = shape::separator(doc, i);
            let at = block.line.start;
            // A heading in the middle of a line: the text above it lost its line ends.
            let fresh = at == 0 || doc.text.get(..at).is_some_and(|text| text.ends_with(['\n', '\r']));
            let before = if fresh { String::new() } else { separator.clone() };
            return Self { shown: block.span.start, at, before, behind: separator.clone(), separator };
        }
        let last = doc.body.end.checked_sub(1).or_else(|| doc.blocks.len().checked_sub(1));
        match last.and_then(|i| doc.blocks.get(i).map(|block| (i, block))) {
            Some((i, block)) => {
                let separator = shape::separator(doc, i);
                Self { shown: block.span.end, at: block.line.end, before: separator.clone(), behind: String::new(), separator }
            }
            None => Self { shown: 0, at: 0, before: String::new(), behind: String::new(), separator: "\n\n".to_owned() },
        }
    }
}

/// Inserts the skeleton of `part` before section `k`, and renumbers what follows where no number is free.
pub(super) fn insertion(doc: &Document, part: Part, k: usize, spot: &Spot) -> Fix {
    let heading = |k: usize| doc.sections.get(k).and_then(|section| doc.headings.get(section.heading));
    let previous = k.checked_sub(1).and_then(heading);
    let next = heading(k);
    let value_of = |heading: Option<&Heading>| heading.and_then(|h| numeral(doc, h)).map(|(_, value)| value);
    let value = match (value_of(previous), value_of(next)) {
        (Some(value), _) => value + 1,
        (None, _) => 1,
    };
    let number = match [previous, next].into_iter().flatten().find(|h| numeral(doc, h).is_some()) {
        Some(sibling) => number_like(doc, sibling, value),
        // Headings without numbers stay so.
        None if previous.or(next).is_some() => String::new(),
        None => OrdinalStyle::Han.write(value),
    };
    let skeleton = outline::skeleton(part, doc.profile, doc.year, &number);
    // An indent of 　　 is every paragraph's, a Markdown “## ” the heading's.
    let lead = previous
        .or(next)
        .and_then(|h| doc.blocks.get(h.block))
        .map_or("", |block| doc.get(Span::new(block.line.start, block.span.start)));
    let indent = if lead.chars().all(|c| c == '\u{3000}') { lead } else { "" };
    let hashes = if lead.starts_with('#') { lead } else { "" };
    let paragraphs: Vec<String> = skeleton.split("\n\n").map(|paragraph| format!("{indent}{paragraph}")).collect();
    let mut text = format!("{hashes}{}", paragraphs.join(&spot.separator));
    if shape::is_half_width(doc) {
        text = shape::half_width(&text);
    }
    let mut edits = vec![Edit::insert(spot.at, format!("{}{text}{}", spot.before, spot.behind))];
    let mut taken = value;
    for heading in (k..doc.sections.len()).filter_map(heading) {
        match numeral(doc, heading) {
            Some((span, value)) if value == taken => {
                edits.push(Edit::replace(span, write_like(doc, span, value + 1)));
                taken += 1;
            }
            _ => break,
        }
    }
    let title = outline::heading(part, doc.year);
    let moved = if edits.len() > 1 { "，后面的序号顺延" } else { "" };
    Fix::suggested(format!("补上“{number}{title}”的提纲{moved}"), edits)
}

/// Where a heading's numeral stands, 第三部分 included, and its value.
pub(super) fn numeral(doc: &Document, heading: &Heading) -> Option<(Span, u32)> {
    if let Some(number) = heading.number {
        return Some((number.numeral, number.value));
    }
    let block = doc.blocks.get(heading.block)?;
    let prefix = doc.get(Span::new(block.span.start, heading.title.start));
    let numeral = prefix.strip_prefix('第')?.split('部').next()?;
    let start = block.span.start + '第'.len_utf8();
    Some((Span::new(start, start + numeral.len()), numerals::parse_han(numeral)?))
}

/// What stands before the words of `sibling`, with `value` for its numeral: 二、 ## 二、 第二部分.
fn number_like(doc: &Document, sibling: &Heading, value: u32) -> String {
    let Some((numeral, _)) = numeral(doc, sibling) else { return String::new() };
    let Some(block) = doc.blocks.get(sibling.block) else { return String::new() };
    let before = doc.get(Span::new(block.span.start, numeral.start));
    let after = doc.get(Span::new(numeral.end, sibling.title.start));
    format!("{before}{}{after}", write_like(doc, numeral, value))
}

/// `value` in Arabic or Chinese numerals, as at `numeral`.
fn write_like(doc: &Document, numeral: Span, value: u32) -> String {
    if doc.get(numeral).starts_with(|c: char| c.is_ascii_digit()) { value.to_string() } else { numerals::to_han(value) }
}
