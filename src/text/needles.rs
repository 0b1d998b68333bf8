//! Many literal strings found in one pass.

use super::chars::fold;
use super::order::sort_by_number;
use super::span::Span;

/// An index of literal strings ("needles") of two or more characters.
///
/// The first two characters of a needle, folded, select a slot of a 64 kbit filter that stays in the
/// processor's first cache; only where the filter agrees are needles compared. Half-width marks in
/// the text match full-width marks in a needle.
pub struct Needles<'w> {
    filter: Vec<u64>,
    /// Sorted by slot.
    entries: Vec<Entry<'w>>,
    /// For every word of the filter, the first entry of its slots.
    first: Vec<u16>,
}

struct Entry<'w> {
    key: (char, char),
    /// The third character, folded; `\0` where there is none.
    third: char,
    /// What follows the first two characters.
    rest: &'w str,
    /// Whether `rest` holds a mark with a half-width twin.
    folds: bool,
    /// Its place in the filter.
    slot: u16,
    id: u16,
}

impl<'w> Needles<'w> {
    /// Builds the index; a needle's id is its place in `needles`. Equal needles are all reported.
    /// Needles of fewer than two characters never match.
    #[must_use]
    pub fn new(needles: &[&'w str]) -> Self {
        let mut filter = vec![0u64; WORDS];
        let mut entries: Vec<Entry<'w>> = needles
            .iter()
            .enumerate()
            .filter_map(|(id, needle)| {
                let mut chars = needle.chars();
                let key = (fold(chars.next()?), fold(chars.next()?));
                let rest = chars.as_str();
                let third = rest.chars().next().map_or('\0', fold);
                let folds = rest.chars().any(has_twin);
                Some(Entry { key, third, rest, folds, slot: slot(key) as u16, id: id as u16 })
            })
            .collect();
        // Ascending ids stay so under one key.
        sort_by_number(&mut entries, |entry| u64::from(entry.slot));
        let mut counts = vec![0u16; WORDS];
        for slot in entries.iter().map(|entry| usize::from(entry.slot)) {
            if let (Some(word), Some(count)) = (filter.get_mut(slot >> 6), counts.get_mut(slot >> 6)) {
                *word |= 1 << (slot & 63);
                *count += 1;
            }
        }
        let mut due = 0u16;
        let first = counts
            .into_iter()
            .map(|count| {
                due += count;
                due - count
            })
            .collect();
        Self { filter, entries, first }
    }

    /// Calls `found(id, end)` for every needle whose first two characters are `first`, `second` (folded) and whose rest
    /// stands in `text` at offset `at`.
    #[inline]
    pub fn matches(&self, first: char, second: char, text: &str, at: usize, found: impl FnMut(u16, usize)) {
        let slot = slot((first, second));
        if self.filter.get(slot >> 6).is_some_and(|word| word >> (slot & 63) & 1 == 1) {
            self.compare((first, second), slot, text, at, found);
        }
    }

    /// Calls `found(id, span)` for every needle in `text`.
    pub fn each(&self, text: &str, mut found: impl FnMut(u16, Span)) {
        let mut previous = ('\n', 0);
        for (at, c) in text.char_indices() {
            let c = fold(c);
            self.matches(previous.0, c, text, at + c.len_utf8(), |id, end| found(id, Span::new(previous.1, end)));
            previous = (c, at);
        }
    }

    fn compare(&self, key: (char, char), at_slot: usize, text: &str, at: usize, mut found: impl FnMut(u16, usize)) {
        let start = self.first.get(at_slot >> 6).map_or(0, |&first| usize::from(first));
        let tail = text.get(at..).unwrap_or("");
        let third = tail.chars().next().map_or('\0', fold);
        for entry in self.entries.get(start..).unwrap_or(&[]) {
            if entry.key != key {
                if usize::from(entry.slot) > at_slot {
                    break;
                }
                continue;
            }
            if entry.third == '\0' {
                found(entry.id, at);
            } else if entry.third != third {
                continue;
            } else if tail.starts_with(entry.rest) {
                found(entry.id, at + entry.rest.len());
            } else if entry.folds
                && let Some(len) = folded_prefix(tail, entry.rest)
            {
                found(entry.id, at + len);
            }
        }
    }
}

/// Words of the filter.
const WORDS: usize = 1024;

fn slot((first, second): (char, char)) -> usize {
    let hash = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
    (hash >> 16) as usize & 0xFFFF
}

fn has_twin(c: char) -> bool {
    matches!(c, '，' | '；' | '：' | '？' | '！' | '（' | '）')
}

/// The length in bytes of the prefix of `tail` that equals `rest` when marks are folded.
fn folded_prefix(tail: &str, rest: &str) -> Option<usize> {
    let mut chars = tail.char_indices();
    for expected in rest.chars() {
        let (_, c) = chars.next()?;
        if fold(c) != expected {
            return None;
        }
    }
    Some(chars.offset())
}
