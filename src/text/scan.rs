//! One pass over the text: its lines, literal hits, marks and numbers.

use super::ascending::{Ascending, Placed};
use super::chars::{fold, is_blank, is_han, is_mark};
use super::needles::Needles;
use super::span::Span;
use super::unseen::is_suspect;

/// A place where a needle stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The needle's id: its place in the list the index was built from.
    pub needle: u16,
    /// Where it stands.
    pub span: Span,
}

/// A punctuation mark or a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The character, as written.
    pub char: char,
    /// Its first byte.
    pub at: usize,
}

impl Mark {
    /// The mark's span.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.at, self.at + self.char.len_utf8())
    }
}

/// A number in ASCII digits, with its decimal part and thousands separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it stands, sign and unit excluded.
    pub span: Span,
    /// Its digits, the point and separators left out; saturates at `u64::MAX`.
    pub mantissa: u64,
    /// How many of the digits stand behind the point.
    pub decimals: u8,
    /// How many digits it has.
    pub digits: u8,
}

impl Number {
    /// The value times 10,000, rounded down: exact for up to four decimals.
    #[must_use]
    pub fn ten_thousandths(self) -> u64 {
        let mut value = self.mantissa;
        for _ in self.decimals..4 {
            value = value.saturating_mul(10);
        }
        for _ in 4..self.decimals {
            value /= 10;
        }
        value
    }

    /// The value where it is a whole number written without a point.
    #[must_use]
    pub fn whole(self) -> Option<u64> {
        (self.decimals == 0).then_some(self.mantissa)
    }
}

/// What one pass finds. Every list ascends by offset.
#[derive(Debug, Default)]
pub struct Scan {
    /// The lines, ends of line excluded. At least one.
    pub lines: Ascending<Span>,
    /// Needles found; overlapping ones are all there.
    pub hits: Vec<Hit>,
    /// Punctuation and blanks.
    pub marks: Ascending<Mark>,
    /// Numbers in ASCII digits.
    pub numbers: Ascending<Number>,
    /// Runs of full-width digits, points between them included.
    pub wide_digits: Vec<Span>,
    /// Characters that cannot be seen, those that belong where they stand included.
    pub unseen: Vec<Mark>,
    /// Chinese characters in the whole text.
    pub han: usize,
    /// For every line, the Chinese characters of all lines before it.
    pub han_before: Vec<u32>,
}

impl Scan {
    /// Scans `text` once.
    #[must_use]
    pub fn new(text: &str, needles: &Needles<'_>) -> Self {
        let (mut lines, mut marks, mut numbers) = (Vec::new(), Vec::with_capacity(text.len() / 24), Vec::new());
        let (mut wide_digits, mut unseen, mut hits) = (Vec::new(), Vec::new(), Vec::with_capacity(text.len() / 48));
        let (mut han, mut han_before) = (0, vec![0]);
        let mut line_start = 0;
        let mut previous = ('\n', 0);
        let mut number_end = 0;
        for (at, raw) in text.char_indices() {
            let mut c = raw;
            if is_han(raw) {
                han += 1;
            } else if raw.is_ascii_digit() {
                if at >= number_end {
                    let number = number_at(text, at);
                    number_end = number.span.end;
                    numbers.push(number);
                }
            } else if raw == '\n' || raw == '\r' {
                if !(raw == '\n' && previous.0 == '\r') {
                    lines.push(Span::new(line_start, at));
                    han_before.push(han as u32);
                }
                line_start = at + 1;
            } else if is_suspect(raw) {
                unseen.push(Mark { char: raw, at });
            } else if is_mark(raw) || is_blank(raw) {
                marks.push(Mark { char: raw, at });
                c = fold(raw);
            } else if matches!(raw, '０'..='９') {
                wide_digit(&mut wide_digits, text, at);
            }
            needles.matches(previous.0, c, text, at + raw.len_utf8(), |needle, end| {
                hits.push(Hit { needle, span: Span::new(previous.1, end) });
            });
            previous = (c, at);
        }
        lines.push(Span::new(line_start, text.len()));
        Self {
            lines: Ascending::new(lines),
            hits,
            marks: Ascending::new(marks),
            numbers: Ascending::new(numbers),
            wide_digits,
            unseen,
            han,
            han_before,
        }
    }
}

/// Notes the full-width digit at byte `at`.
fn wide_digit(runs: &mut Vec<Span>, text: &str, at: usize) {
    let end = at + '０'.len_utf8();
    match runs.last_mut() {
        Some(run) if matches!(text.get(run.end..at), Some("" | "．")) => run.end = end,
        _ => runs.push(Span::new(at, end)),
    }
}

impl Placed for Mark {
    fn at(&self) -> usize {
        self.at
    }
}

impl Placed for Number {
    fn at(&self) -> usize {
        self.span.start
    }
}

/// Reads the number whose first digit is at byte `start`.
fn number_at(text: &str, start: usize) -> Number {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).filter(|b| b.is_ascii_digit()).map(|b| u64::from(b - b'0'));
    let (mut at, mut mantissa, mut decimals, mut digits) = (start, 0u64, 0u8, 0u8);
    let mut take = |at: &mut usize| {
        let mut taken = 0u8;
        while let Some(d) = digit(*at) {
            mantissa = mantissa.saturating_mul(10).saturating_add(d);
            *at += 1;
            taken = taken.saturating_add(1);
        }
        digits = digits.saturating_add(taken);
        taken
    };
    let leading = take(&mut at);
    // 1,200 and 12,345,678: groups of exactly three behind one to three digits.
    if leading <= 3 {
        while bytes.get(at) == Some(&b',') && (1..=3).all(|i| digit(at + i).is_some()) && digit(at + 4).is_none() {
            at += 1;
            take(&mut at);
        }
    }
    // 98.5, but not the first half of 2023.12.13.
    if bytes.get(at) == Some(&b'.') && digit(at + 1).is_some() {
        let mut end = at + 1;
        while digit(end).is_some() {
            end += 1;
        }
        let before_another = bytes.get(end) == Some(&b'.') && digit(end + 1).is_some();
        let behind_another = start >= 2 && bytes.get(start - 1) == Some(&b'.') && digit(start - 2).is_some();
        if !before_another && !behind_another {
            at += 1;
            decimals = take(&mut at);
        }
    }
    Number { span: Span::new(start, at), mantissa, decimals, digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<&str> {
        Scan::new(text, &Needles::new(&[])).numbers.iter().map(|n| n.span.of(text)).collect()
    }

    #[test]
    fn numbers_keep_their_points_and_separators() {
        assert_eq!(numbers("共1,200件，占98.5%，2023.12.13，12345,678"), ["1,200", "98.5", "2023", "12", "13", "12345", "678"]);
    }

    #[test]
    fn needles_match_across_half_width_marks() {
        let text = "谁执法,谁普法；法治";
        let scan = Scan::new(text, &Needles::new(&["谁执法，谁普法", "法治", "法，谁"]));
        let found: Vec<_> = scan.hits.iter().map(|hit| (hit.needle, hit.span.of(text))).collect();
        assert_eq!(found, [(0, "谁执法,谁普法"), (2, "法,谁"), (1, "法治")]);
    }

    #[test]
    fn lines_end_at_every_kind_of_break() {
        let text = "a\r\nb\rc\n";
        let lines: Vec<_> = Scan::new(text, &Needles::new(&[])).lines.iter().map(|l| l.of(text)).collect();
        assert_eq!(lines, ["a", "b", "c", ""]);
    }
}
