//! Paragraphs that look like headings whose number was lost.

use super::wording::{names_measure, sounds_like_title};
use super::{Broken, Siblings, broken, groups};
use crate::document::{Document, Heading, Kind, Ordinal};
use crate::text::{Span, chars, fold, is_blank, numerals, sort_by_number};

/// A heading without the number its siblings have.
#[derive(Clone, Debug)]
pub struct Unnumbered {
    /// Its words.
    pub words: Span,
    /// Where the number belongs; a number of another kind that stands there: 三是, A., 第三条.
    pub at: Span,
    /// A sibling's number, for its style.
    pub like: Ordinal,
    /// The number it should have.
    pub value: u32,
    /// Whether the numbers around leave a place for it.
    pub fills_gap: bool,
    /// Whether it closes its section, where a paragraph may also sum up.
    pub closes: bool,
    /// The siblings' numbers that would move along.
    pub following: Vec<Ordinal>,
}

/// Every heading that lost its number, ascending.
#[must_use]
pub fn unnumbered(doc: &Document) -> Vec<Unnumbered> {
    let broken = doc.once(broken);
    let mut found: Vec<Unnumbered> = Vec::new();
    for broken in broken.iter() {
        for (value, &block) in (broken.expected..).zip(&broken.candidates) {
            if let Some((words, at)) = words(doc, block) {
                found.push(Unnumbered {
                    words,
                    at,
                    like: broken.number,
                    value,
                    fills_gap: true,
                    closes: false,
                    following: Vec::new(),
                });
            }
        }
    }
    for group in doc.once(groups).iter() {
        if !broken.iter().any(|b| group.headings.contains(&b.heading)) {
            found.extend(odd_one_out(doc, group));
        }
    }
    sort_by_number(&mut found, |u| u.at.start as u64);
    found
}

/// The paragraphs between two siblings (or the parent and its first child) that look like headings whose number was lost,
/// where there are exactly as many as numbers are missing; and whether there are others that leave it open.
pub(super) fn candidates(doc: &Document, group: &Siblings, from: Option<&Heading>, broken: &Broken) -> (Vec<usize>, bool) {
    let from = from.or_else(|| doc.headings.get(group.parent?)).map_or(doc.body.start, |heading| heading.block + 1);
    let to = doc.headings.get(broken.heading).map_or(from, |heading| heading.block);
    let shape = Shape::of(doc, group);
    let missing = broken.missing() as usize;
    // A number of another kind gives way only to its own value: 二是 between （一） and （三）.
    let due = numerals::to_han(broken.expected);
    let in_place = |i: usize| {
        words(doc, i).is_some_and(|(_, other)| {
            let other = doc.get(other);
            other.is_empty() || (missing == 1 && (other.contains(&due) || !other.contains(numerals::is_ordinal_char)))
        })
    };
    let likely: Vec<(usize, bool)> =
        (from..to).filter_map(|i| Some((i, shape.likens(doc, i)?))).filter(|&(i, _)| in_place(i)).collect();
    let close: Vec<usize> = likely.iter().filter(|(_, close)| *close).map(|&(i, _)| i).collect();
    let all: Vec<usize> = likely.iter().map(|&(i, _)| i).collect();
    if close.len() == missing {
        (close, false)
    } else if all.len() == missing {
        (all, false)
    } else {
        let unsure = !close.is_empty();
        (Vec::new(), unsure)
    }
}

/// What the numbered headings of a group have in common.
struct Shape {
    /// Whether some have their text behind them in the same paragraph.
    run_in: bool,
    /// Whether some stand alone.
    alone: bool,
    /// The commas in each.
    commas: Vec<usize>,
    shortest: usize,
    longest: usize,
}

impl Shape {
    fn of(doc: &Document, group: &Siblings) -> Self {
        let mut shape = Self { run_in: false, alone: false, commas: Vec::new(), shortest: usize::MAX, longest: 0 };
        for (_, heading, _) in group.numbered(doc) {
            let words = doc.get(heading.title);
            let length = words.chars().count();
            shape.run_in |= heading.run_in;
            shape.alone |= !heading.run_in;
            shape.commas.push(commas(words));
            shape.shortest = shape.shortest.min(length);
            shape.longest = shape.longest.max(length);
        }
        shape
    }

    /// Whether block `i` looks like a heading of this shape: `Some(true)` where closely.
    fn likens(&self, doc: &Document, i: usize) -> Option<bool> {
        let block = doc.blocks.get(i)?;
        let lost = doc.heading_of(block).is_some_and(|heading| heading.level == 1 && heading.number.is_none());
        if lost {
            return Some(true);
        }
        if block.kind != Kind::Paragraph {
            return None;
        }
        let (words, _) = words(doc, i)?;
        let text = doc.get(words);
        let n = text.chars().count();
        let alone = words.end == block.span.end;
        let fits = if alone { self.alone } else { self.run_in };
        if !fits || !(4..=self.longest.clamp(20, 30) + 4).contains(&n) || !sounds_like_title(text) {
            return None;
        }
        Some(self.commas.contains(&commas(text)) && n + 5 >= self.shortest && n <= self.longest + 5)
    }
}

/// The words of the heading that block `i` would be, and where its number belongs: its first sentence,
/// or the whole line where it ends without a mark.
fn words(doc: &Document, i: usize) -> Option<(Span, Span)> {
    let block = doc.blocks.get(i)?;
    if let Some(heading) = doc.heading_of(block) {
        return Some((heading.title, Span::at(block.span.start)));
    }
    let other = other_number(doc.get(block.span));
    let at = Span::new(block.span.start, block.span.start + other);
    let Some(end) = doc.marks(Span::new(at.end, block.span.end)).iter().find(|m| chars::ends_sentence(m.char)) else {
        return Some((Span::new(at.end, block.span.end), at));
    };
    let words = Span::new(at.end, end.at);
    (end.char == '。' && end.span().end < block.span.end).then_some((words, at))
}

/// The length in bytes of a number of another kind at the start of a line: 三是, A., Ⅲ., 第三条.
fn other_number(line: &str) -> usize {
    let mark = |c: char| is_blank(c) || matches!(fold(c), '.' | '．' | '、' | '）' | '，');
    let behind = line.strip_prefix('第').unwrap_or(line);
    let tail = behind.trim_start_matches(numerals::is_ordinal_char);
    let tail = if tail.len() < behind.len() && behind.len() < line.len() {
        tail.strip_prefix(['条', '是']).map(|rest| rest.trim_start_matches(mark))
    } else if tail.len() < behind.len() {
        tail.strip_prefix('是')
    } else {
        let one = line.strip_prefix(|c: char| c.is_ascii_alphabetic() || ('Ⅰ'..='Ⅻ').contains(&c));
        one.filter(|rest| rest.starts_with(mark)).map(|rest| rest.trim_start_matches(mark))
    };
    tail.map_or(0, |tail| line.len() - tail.len())
}

fn commas(text: &str) -> usize {
    text.chars().filter(|&c| fold(c) == '，').count()
}

/// In a group whose numbers are whole: a heading of level 1 at the end that has none, or a lower one whose shape
/// is that of all its siblings.
fn odd_one_out(doc: &Document, group: &Siblings) -> Vec<Unnumbered> {
    let numbered: Vec<(usize, &Heading, Ordinal)> = group.numbered(doc).collect();
    let (Some(&(_, _, like)), Some(&(last, last_heading, last_number))) = (numbered.first(), numbered.last()) else {
        return Vec::new();
    };
    if numbered.len() < 2 {
        return Vec::new();
    }
    if group.level == 1 {
        return last_part(doc, group, last, last_heading, last_number).into_iter().collect();
    }
    let shape = Shape::of(doc, group);
    // Where every sibling is one paragraph, another paragraph with a lead like theirs is out of line;
    // where every sibling stands alone above its text, so is a line without a stop above some text.
    let mut found = Vec::new();
    for (k, (_, heading, number)) in numbered.iter().enumerate() {
        let next = numbered.get(k + 1);
        let extra: Vec<usize> = (heading.block + 1..next.map_or(heading.end, |(_, next, _)| next.block)).collect();
        let likely: Vec<usize> = extra
            .iter()
            .copied()
            .filter(|&i| {
                shape.likens(doc, i) == Some(true)
                    && words(doc, i).is_some_and(|(words, other)| other.is_empty() && names_measure(doc.get(words)))
            })
            .collect();
        let alone = shape.alone && !shape.run_in && likely.iter().all(|i| extra.contains(&(i + 1)) && !likely.contains(&(i + 1)));
        let run_in = shape.run_in && !shape.alone && likely.len() == extra.len();
        if !(alone || run_in)
            || likely.len() > 2
            || found.len() + likely.len() > if alone { 1 } else { 3 }
            || (run_in && next.is_some() && !likely.is_empty() && shape.commas.contains(&0))
        {
            return Vec::new();
        }
        for (n, (words, at)) in likely.iter().filter_map(|&i| words(doc, i)).enumerate() {
            let following = numbered.get(k + 1..).unwrap_or(&[]).iter().map(|&(_, _, number)| number).collect();
            let value = number.value + 1 + n as u32;
            found.push(Unnumbered { words, at, like, value, fills_gap: false, closes: next.is_none() && run_in, following });
        }
    }
    found
}

/// A heading of level 1 without a number behind the last that has one: with text between them, and a part of its own.
fn last_part(doc: &Document, group: &Siblings, last: usize, above: &Heading, number: Ordinal) -> Option<Unnumbered> {
    let behind = group.headings.iter().copied().find(|&i| i > last)?;
    let heading = doc.headings.get(behind)?;
    let text_between = heading.block > above.block + 1 || above.run_in;
    let parts =
        |i: usize| doc.sections.iter().filter(move |section| section.heading == i).flat_map(|section| section.parts.iter());
    let new = parts(behind).any(|part| !group.headings.iter().any(|&other| other != behind && parts(other).any(|p| p == part)));
    let block = doc.blocks.get(heading.block)?;
    (text_between && new).then(|| Unnumbered {
        words: heading.title,
        at: Span::at(block.span.start),
        like: number,
        value: number.value + 1,
        fills_gap: false,
        closes: false,
        following: Vec::new(),
    })
}
