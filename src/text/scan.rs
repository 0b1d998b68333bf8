//! One pass over the text: its lines, literal hits, marks and numbers.

use super::ascending::{Ascending, Placed};
use super::chars::{fold, is_blank, is_common_han, is_han, is_mark};
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
    /// The text without its marks, blanks and control characters.
    pub plain: Vec<char>,
    /// For every line and every mark, how much of `plain` stands before it.
    plain_before: [Vec<u32>; 2],
}

impl Scan {
    /// Scans `text` once.
    #[must_use]
    pub fn new(text: &str, needles: &Needles<'_>) -> Self {
        let mut scanner = Scanner::new(text);
        let (mut plain, mut hits) = (Vec::with_capacity(text.len() / 3), Vec::with_capacity(text.len() / 48));
        // The two characters before, folded.
        let mut two = ('\0', '\n');
        let mut chars = text.chars();
        loop {
            let rest = chars.as_str();
            let Some(c) = chars.next() else { break };
            let c = if is_common_han(c) {
                plain.push(c);
                c
            } else {
                scanner.take(c, text.len() - rest.len(), two.1, &mut plain)
            };
            if needles.may_match(two, c) {
                needles.matches(two, c, text, text.len() - rest.len(), |needle, span| hits.push(Hit { needle, span }));
            }
            two = (two.1, c);
        }
        needles.matches(two, '\0', text, text.len(), |needle, span| hits.push(Hit { needle, span }));
        scanner.finish(plain, hits)
    }

    /// The same of another text, that differs in characters that cannot be seen: `to` gives what each span becomes. Hits are
    /// left out.
    #[must_use]
    pub fn moved(&self, to: impl Fn(Span) -> Span) -> Self {
        let mark = |mark: &Mark| Mark { at: to(mark.span()).start, ..*mark };
        Self {
            lines: self.lines.moved(|&line| to(line)),
            hits: Vec::new(),
            marks: self.marks.moved(mark),
            numbers: self.numbers.moved(|&number| Number { span: to(number.span), ..number }),
            wide_digits: self.wide_digits.iter().map(|&digits| to(digits)).collect(),
            unseen: self.unseen.iter().map(mark).collect(),
            han: self.han,
            han_before: self.han_before.clone(),
            plain: self.plain.clone(),
            plain_before: self.plain_before.clone(),
        }
    }

    /// How much of `plain` stands before byte `at` of the scanned `text`.
    #[must_use]
    pub fn plain_before(&self, text: &str, at: usize) -> usize {
        let [before_lines, before_marks] = &self.plain_before;
        let count = |counts: &[u32], i: usize| counts.get(i).map_or(0, |&count| count as usize);
        let next = self.marks.index_from(at);
        // Most places asked for stand before a mark.
        if self.marks.get(next).is_some_and(|mark| mark.at == at) {
            return count(before_marks, next);
        }
        let mark = next.checked_sub(1).and_then(|i| Some((self.marks.get(i)?.span().end, i)));
        // Most others stand behind one.
        if let Some((_, i)) = mark.filter(|&(end, _)| end == at) {
            return count(before_marks, i);
        }
        let line = self.lines.last_to(at).unwrap_or(0);
        let start = self.lines.get(line).map_or(0, |line| line.start);
        let mark = mark.filter(|&(end, _)| end > start);
        let (from, before) = mark.map_or((start, count(before_lines, line)), |(end, i)| (end, count(before_marks, i)));
        before + text.get(from..at).unwrap_or("").chars().filter(|c| !c.is_control()).count()
    }

    /// The byte of the scanned `text` where the character of `plain` stands that has `index` others before it.
    #[must_use]
    pub fn place(&self, text: &str, index: usize) -> usize {
        let last = |before: &[u32]| before.partition_point(|&count| count as usize <= index).checked_sub(1);
        let [before_lines, before_marks] = &self.plain_before;
        let line = last(before_lines).map_or((0, 0), |i| (self.lines.get(i).map_or(0, |line| line.start), before_lines[i]));
        let mark = last(before_marks).map_or((0, 0), |i| (self.marks.get(i).map_or(0, |mark| mark.span().end), before_marks[i]));
        let (from, before) = line.max(mark);
        let mut rest = text.get(from..).unwrap_or("").char_indices().filter(|(_, c)| !c.is_control());
        rest.nth(index - before as usize).map_or(text.len(), |(at, _)| from + at)
    }
}

/// What has been found so far.
struct Scanner<'t> {
    text: &'t str,
    lines: Vec<Span>,
    line_start: usize,
    marks: Vec<Mark>,
    numbers: Vec<Number>,
    wide_digits: Vec<Span>,
    unseen: Vec<Mark>,
    /// Characters of `plain` that are not Chinese.
    others: usize,
    han_before: Vec<u32>,
    plain_before: [Vec<u32>; 2],
}

impl<'t> Scanner<'t> {
    fn new(text: &'t str) -> Self {
        // Room for what nearly any text holds.
        let (marks, lines) = (text.len() / 16, text.len() / 64);
        Self {
            text,
            lines: Vec::with_capacity(lines),
            line_start: 0,
            marks: Vec::with_capacity(marks),
            numbers: Vec::with_capacity(lines),
            wide_digits: Vec::new(),
            unseen: Vec::new(),
            others: 0,
            han_before: vec![0],
            plain_before: [vec![0], Vec::with_capacity(marks)],
        }
    }

    /// Takes a character that is not one of the common Chinese ones, and gives it back folded.
    #[inline(never)]
    fn take(&mut self, c: char, at: usize, previous: char, plain: &mut Vec<char>) -> char {
        match c {
            // Most of those that are not Chinese.
            '，' | '。' | '、' | '；' | '：' | '“' | '”' | '《' | '》' | '（' | '）' => {
                self.mark(c, at, plain.len())
            }
            '0'..='9' => {
                plain.push(c);
                self.others += 1;
                if self.numbers.last().is_none_or(|last| last.span.end <= at) {
                    self.numbers.push(number_at(self.text, at));
                }
            }
            '\n' | '\r' => {
                if !(c == '\n' && previous == '\r') {
                    self.lines.push(Span::new(self.line_start, at));
                    self.han_before.push((plain.len() - self.others) as u32);
                    self.plain_before[0].push(plain.len() as u32);
                }
                self.line_start = at + 1;
            }
            _ if is_suspect(c) => {
                self.unseen.push(Mark { char: c, at });
                if !c.is_control() {
                    plain.push(c);
                    self.others += 1;
                }
            }
            _ if is_mark(c) || is_blank(c) => {
                self.mark(c, at, plain.len());
                return fold(c);
            }
            _ => {
                plain.push(c);
                self.others += usize::from(!is_han(c));
                if matches!(c, '０'..='９') {
                    wide_digit(&mut self.wide_digits, self.text, at);
                }
            }
        }
        c
    }

    fn mark(&mut self, char: char, at: usize, plain_before: usize) {
        self.marks.push(Mark { char, at });
        self.plain_before[1].push(plain_before as u32);
    }

    fn finish(mut self, plain: Vec<char>, hits: Vec<Hit>) -> Scan {
        self.lines.push(Span::new(self.line_start, self.text.len()));
        Scan {
            lines: Ascending::new(self.lines),
            hits,
            marks: Ascending::new(self.marks),
            numbers: Ascending::new(self.numbers),
            wide_digits: self.wide_digits,
            unseen: self.unseen,
            han: plain.len() - self.others,
            han_before: self.han_before,
            plain,
            plain_before: self.plain_before,
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
    fn plain_characters_are_found_by_place_and_places_by_them() {
        let text = "，法治\r\n\u{1}政府（a1\n\n—）建\t设\u{7F}２３。\n完";
        let scan = Scan::new(text, &Needles::new(&[]));
        let plain: Vec<(usize, char)> =
            text.char_indices().filter(|&(_, c)| !is_mark(c) && !is_blank(c) && !c.is_control()).collect();
        assert_eq!(scan.plain, plain.iter().map(|&(_, c)| c).collect::<Vec<_>>());
        for (index, &(at, _)) in plain.iter().enumerate() {
            assert_eq!(scan.place(text, index), at);
        }
        for (at, _) in text.char_indices() {
            assert_eq!(scan.plain_before(text, at), plain.iter().filter(|&&(place, _)| place < at).count(), "{at}");
        }
        assert_eq!((scan.han, scan.plain_before(text, text.len())), (7, plain.len()));
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
