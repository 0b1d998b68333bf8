//! Numbers that stand inside lines, where no heading is read.

use super::{Broken, Siblings, is_circled};
use crate::document::{Document, Heading, Ordinal, OrdinalStyle};
use crate::text::{Span, chars, fold, numerals};

/// Whether all numbers left out stand inside lines, as in （一）…。（二）… or 1.…；2.…; `from` is the sibling before.
pub(super) fn all_stand(doc: &Document, group: &Siblings, from: Option<&Heading>, broken: &Broken) -> bool {
    let from = from.or_else(|| doc.headings.get(group.parent?)).map_or(doc.body.start, |heading| heading.block);
    let to = doc.headings.get(broken.heading).map_or(from, |heading| heading.block);
    let (Some(first), Some(last)) = (doc.blocks.get(from), to.checked_sub(1).and_then(|i| doc.blocks.get(i))) else {
        return false;
    };
    let span = Span::new(first.span.start, last.span.end);
    let style = broken.number.style;
    let comma = |o: &Ordinal| o.mark.is_some_and(|mark| fold(mark.char) == '，');
    let read = |at: usize| Ordinal::read(doc.text, at, span.end).filter(|o| o.style == style && !comma(o)).map(|o| o.value);
    let wanted: Vec<u32> = (broken.expected..broken.number.value).collect();
    let mut seen: Vec<u32> = match style {
        OrdinalStyle::Han => doc.marks(span).iter().filter(|m| m.char == '、').filter_map(|m| han_before(doc, m.at)).collect(),
        OrdinalStyle::HanBrackets | OrdinalStyle::ArabicBrackets => {
            doc.marks(span).iter().filter(|m| fold(m.char) == '（').filter_map(|m| read(m.at)).collect()
        }
        // 2.5万 or 2、3: a number behind the mark makes it none; at a line's start it may still be one.
        OrdinalStyle::Arabic => doc
            .numbers(span)
            .iter()
            .filter_map(|n| {
                let opens = doc.block_around(n.span.start).is_some_and(|b| b.span.start == n.span.start);
                read(n.span.start).or_else(|| doc.get(n.span).split('.').next()?.parse().ok().filter(|_| opens))
            })
            .collect(),
    };
    if is_circled(broken.number) {
        seen = doc.get(span).chars().filter_map(circled).collect();
    }
    wanted.iter().all(|value| seen.contains(value))
}

/// The Chinese numeral that ends before byte `at` where a sentence or a line ends before it.
fn han_before(doc: &Document, at: usize) -> Option<u32> {
    let head = doc.text.get(..at)?;
    let start = at - head.chars().rev().take_while(|&c| numerals::is_ordinal_char(c)).map(char::len_utf8).sum::<usize>();
    let opens = chars::before(doc.text, start).is_none_or(|c| chars::ends_sentence(c) || chars::is_blank(c) || c == '\n');
    numerals::parse_han(doc.text.get(start..at)?).filter(|_| opens)
}

/// The value of a circled digit.
fn circled(c: char) -> Option<u32> {
    matches!(c, '①'..='⑳').then(|| c as u32 - '①' as u32 + 1)
}
