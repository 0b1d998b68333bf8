//! Marks that come in pairs, matched over the whole text.

use super::context::{after, is_boundary};
use crate::document::{Block, Document, Kind, Ordinal};
use crate::text::{Mark, chars, fold, numerals, sort_by_number};

/// Opening mark, closing mark, what a message calls them.
pub const PAIRS: &[(char, char, &str)] = &[
    ('“', '”', "引号"),
    ('‘', '’', "单引号"),
    ('《', '》', "书名号"),
    ('〈', '〉', "单书名号"),
    ('（', '）', "括号"),
    ('〔', '〕', "六角括号"),
    ('【', '】', "方头括号"),
    ('「', '」', "引号"),
    ('『', '』', "引号"),
];

/// The marks of pairs, half-width brackets among them.
pub const HALVES: &[char] =
    &['“', '”', '‘', '’', '《', '》', '〈', '〉', '（', '）', '(', ')', '〔', '〕', '【', '】', '「', '」', '『', '』'];

/// How deep a partner is looked for.
const DEPTH: usize = 8;

/// Up to so many paragraphs a quotation may run over.
const QUOTED_PARAGRAPHS: usize = 40;

/// A mark without partner.
#[derive(Clone, Copy)]
pub struct Half {
    /// The mark.
    pub mark: Mark,
    /// The block it stands in.
    pub block: usize,
    /// Whether it opens.
    pub opens: bool,
    /// Index into `PAIRS`.
    pub pair: usize,
}

/// What was left over.
pub struct Unpaired {
    /// Marks without partner, ascending.
    pub halves: Vec<Half>,
    /// Closing marks that changed places, 》” for ”》.
    pub crossed: Vec<(Mark, Mark)>,
}

/// Matches the marks of `doc`.
pub fn unpaired(doc: &Document, marks: &[Mark]) -> Unpaired {
    let mut open: Vec<Half> = Vec::new();
    let mut found = Unpaired { halves: Vec::new(), crossed: Vec::new() };
    let mut last = 0;
    for (i, block, marks) in doc.by_block(marks) {
        if matches!(block.kind, Kind::DocNumber | Kind::Date) {
            continue;
        }
        if !open.is_empty() && (last..i).any(|k| ends(doc, k)) {
            found.halves.append(&mut open);
        }
        last = i;
        for (k, &mark) in marks.iter().enumerate() {
            let c = fold(mark.char);
            if let Some(pair) = PAIRS.iter().position(|p| p.0 == c) {
                if !is_exempt_opening(doc.text, block, mark) {
                    open.push(Half { mark, block: i, opens: true, pair });
                }
            } else if let Some(pair) = PAIRS.iter().position(|p| p.1 == c) {
                if closes_other_year(doc.text, block, mark) {
                    continue;
                }
                let half = Half { mark, block: i, opens: false, pair };
                if !close(half, marks.get(k + 1), &mut open, &mut found) && !is_exempt_closing(doc.text, block, mark) {
                    found.halves.push(half);
                }
            }
        }
    }
    found.halves.append(&mut open);
    sort_by_number(&mut found.halves, |half| half.mark.at as u64);
    drop_long_quotations(doc, &mut found.halves);
    found
}

/// Takes the partner of `half` from `open`; what stands above it stays without partner. `false` where there is none.
fn close(half: Half, next: Option<&Mark>, open: &mut Vec<Half>, found: &mut Unpaired) -> bool {
    let Some(depth) = open.iter().rev().take(DEPTH).position(|o| o.pair == half.pair) else { return false };
    let at = open.len() - 1 - depth;
    // “《…”》: the closing marks changed places.
    if let (1, Some(top), Some(&next)) = (depth, open.last(), next)
        && next.at == half.mark.span().end
        && PAIRS.get(top.pair).is_some_and(|p| p.1 == fold(next.char))
    {
        found.crossed.push((half.mark, next));
        // The mark behind finds its partner as usual.
        open.remove(at);
        return true;
    }
    found.halves.extend(open.drain(at + 1..));
    open.truncate(at);
    true
}

/// ‘23年, the bracket of a document number, the lost bracket of a heading number （一、
fn is_exempt_opening(text: &str, block: &Block, mark: Mark) -> bool {
    let end = mark.span().end;
    let next = after(text, end, block.span.end);
    match fold(mark.char) {
        '‘' => next.is_some_and(|c| c.is_ascii_digit()),
        '〔' | '【' | '（' if next.is_some_and(|c| c.is_ascii_digit()) => {
            year_in_brackets(text, end).is_some_and(|close| !are_partners(mark.char, close))
        }
        '（' if mark.at == block.span.start => {
            Ordinal::read(text, mark.at, block.span.end).is_some_and(|o| o.open.is_some() && o.close.is_none())
        }
        _ => false,
    }
}

/// Whether a closing mark stands behind a year that another kind of bracket opens: 〔2024）, a document number's matter.
fn closes_other_year(text: &str, block: &Block, mark: Mark) -> bool {
    let left = text.get(block.span.start..mark.at).unwrap_or("");
    let bare = left.trim_end_matches(|c: char| c.is_ascii_digit());
    let open = bare.chars().next_back().filter(|c| matches!(fold(*c), '〔' | '【' | '（'));
    left.len() - bare.len() == 4 && open.is_some_and(|open| !are_partners(open, fold(mark.char)))
}

/// Whether `close` is the partner of `open`.
fn are_partners(open: char, close: char) -> bool {
    PAIRS.iter().any(|p| p.0 == fold(open) && p.1 == fold(close))
}

/// The closing bracket, of whatever kind, behind a four-digit year at byte `at`.
fn year_in_brackets(text: &str, at: usize) -> Option<char> {
    let digits = text.get(at..at + 4)?;
    let close = text.get(at + 4..)?.chars().next()?;
    (digits.bytes().all(|b| b.is_ascii_digit()) && matches!(close, ']' | '］' | '】' | ')' | '）' | '〕' | '﹞')).then_some(close)
}

/// English apostrophes, numbers such as 1） and 一）, the bracket of a document number.
fn is_exempt_closing(text: &str, block: &Block, mark: Mark) -> bool {
    let left = text.get(block.span.start..mark.at).unwrap_or("");
    match fold(mark.char) {
        '’' => left.ends_with(|c: char| c.is_ascii_alphanumeric()),
        '）' | '】' | '〕' => {
            let numeral = |c: char| c.is_ascii_digit() || numerals::is_ordinal_char(c);
            let bare = left.trim_end_matches(numeral);
            let digits = left.len() - bare.len();
            let number = digits > 0
                && digits <= 9
                && (bare.is_empty() || bare.ends_with(is_boundary) || left.ends_with(|c: char| c.is_ascii_digit()));
            let letter = left.ends_with(|c: char| c.is_ascii_lowercase()) && left.chars().rev().nth(1).is_none_or(is_boundary);
            let year = digits == 4 && bare.ends_with(['〔', '［', '[', '【', '（', '(', '﹝']);
            number || letter || year
        }
        _ => false,
    }
}

/// Whether what is open in block `i` stays open: none but a block of the text ends it.
fn ends(doc: &Document, i: usize) -> bool {
    let text = |block: &&Block| !matches!(block.kind, Kind::Residue | Kind::DocNumber | Kind::Date);
    doc.blocks.get(i).filter(text).is_some_and(|block| !goes_on(doc, i, block))
}

/// Whether the sentence at the end of block `i` goes on in the next: a line broken by a page layout, a title of several lines.
fn goes_on(doc: &Document, i: usize, block: &Block) -> bool {
    let ended = doc.get(block.span).ends_with(|c| chars::ends_sentence(c) || fold(c) == '：');
    !ended
        && doc.blocks.get(i + 1).is_some_and(|next| next.kind == block.kind && matches!(next.kind, Kind::Paragraph | Kind::Title))
}

/// A quotation of several paragraphs opens each of them, or only the first, and closes the last.
fn drop_long_quotations(doc: &Document, halves: &mut Vec<Half>) {
    let goes_on = |half: &Half| doc.blocks.get(half.block + 1).is_some_and(|next| doc.get(next.span).starts_with('“'));
    halves.retain(|half| !(half.pair == 0 && half.opens && goes_on(half)));
    let mut kept = Vec::with_capacity(halves.len());
    let mut i = 0;
    while let Some(&first) = halves.get(i) {
        let closed = halves.get(i + 1).is_some_and(|last| {
            (first.pair, first.opens, last.pair, last.opens) == (0, true, 0, false)
                && (1..=QUOTED_PARAGRAPHS).contains(&last.block.saturating_sub(first.block))
                && doc.text.get(..last.mark.at).is_some_and(|text| text.trim_end().ends_with(chars::ends_sentence))
        });
        if closed {
            i += 2;
        } else {
            kept.push(first);
            i += 1;
        }
    }
    *halves = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_the_marks_of_all_pairs() {
        let of_pairs = |&c: &char| PAIRS.iter().any(|pair| fold(c) == pair.0 || fold(c) == pair.1);
        assert!(PAIRS.iter().all(|pair| HALVES.contains(&pair.0) && HALVES.contains(&pair.1)) && HALVES.iter().all(of_pairs));
    }
}
