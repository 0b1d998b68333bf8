//! Many literal strings found in one pass.

use std::ops::Range;

use super::chars::fold;
use super::order::sort_by_number;
use super::span::Span;
use super::words::begins;

/// An index of literal strings ("needles") of two or more characters.
///
/// The first two characters of a needle, folded, select a slot of a 64 kbit filter that stays in the
/// processor's first cache; only where the filter agrees is the group of needles sought that begin with the two, and only where
/// one of the group goes on with the third character are needles compared. Half-width marks in
/// the text match full-width marks in a needle.
pub struct Needles<'w> {
    filter: Vec<u64>,
    /// Sorted by slot.
    groups: Vec<Group>,
    /// For every word of the filter, the first group of its slots.
    first: Vec<u16>,
    /// Group by group; in a group first those without a third character, then by the third.
    entries: Vec<Entry<'w>>,
}

/// The needles that begin with the same two characters.
struct Group {
    key: (char, char),
    /// A bit for every third character; all of them where there is a needle without.
    thirds: u64,
    entries: Range<u16>,
}

struct Entry<'w> {
    /// The first two characters.
    key: (char, char),
    /// The third character, folded; `\0` where there is none.
    third: char,
    /// What follows the first two characters.
    rest: &'w str,
    /// Whether `rest` holds a mark with a half-width twin.
    folds: bool,
    id: u16,
}

impl<'w> Needles<'w> {
    /// Builds the index; a needle's id is its place in `needles`. Equal needles are all reported.
    /// Needles of fewer than two characters never match.
    #[must_use]
    pub fn new(needles: &[&'w str]) -> Self {
        let mut entries: Vec<Entry<'w>> = needles
            .iter()
            .enumerate()
            .filter_map(|(id, needle)| {
                let mut chars = needle.chars();
                let key = (fold(chars.next()?), fold(chars.next()?));
                let rest = chars.as_str();
                let third = rest.chars().next().map_or('\0', fold);
                Some(Entry { key, third, rest, folds: rest.chars().any(has_twin), id: id as u16 })
            })
            .collect();
        // Ascending ids stay so under one third character.
        sort_by_number(&mut entries, |entry| u64::from(entry.third));
        sort_by_number(&mut entries, |entry| u64::from(entry.key.0) << 32 | u64::from(entry.key.1));
        let mut groups = Vec::new();
        let mut end = 0;
        for entries in entries.chunk_by(|a, b| a.key == b.key) {
            let Some(key) = entries.first().map(|entry| entry.key) else { continue };
            let thirds = entries.iter().fold(0, |bits, entry| bits | if entry.third == '\0' { !0 } else { bit(entry.third) });
            let start = end;
            end += entries.len() as u16;
            groups.push(Group { key, thirds, entries: start..end });
        }
        sort_by_number(&mut groups, |group| slot(group.key) as u64);
        let mut filter = vec![0u64; WORDS];
        let mut first = vec![0u16; WORDS + 1];
        for slot in groups.iter().map(|group| slot(group.key)) {
            filter[slot >> 6] |= 1 << (slot & 63);
            first[(slot >> 6) + 1] += 1;
        }
        for word in 0..WORDS {
            first[word + 1] += first[word];
        }
        Self { filter, groups, first, entries }
    }

    /// Calls `found(id, end)` for every needle whose first two characters are `first`, `second` (folded) and whose rest
    /// stands in `text` at offset `at`.
    #[inline]
    pub fn matches(&self, first: char, second: char, text: &str, at: usize, found: impl FnMut(u16, usize)) {
        let slot = slot((first, second));
        if self.filter[slot >> 6] >> (slot & 63) & 1 == 1 {
            self.compare((first, second), slot >> 6, text, at, found);
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

    fn compare(&self, key: (char, char), word: usize, text: &str, at: usize, mut found: impl FnMut(u16, usize)) {
        let groups = self.groups.get(usize::from(self.first[word])..usize::from(self.first[word + 1])).unwrap_or(&[]);
        let Some(group) = groups.iter().find(|group| group.key == key) else { return };
        let tail = text.get(at..).unwrap_or("");
        let third = tail.chars().next().map_or('\0', fold);
        if group.thirds & bit(third) == 0 {
            return;
        }
        let range = usize::from(group.entries.start)..usize::from(group.entries.end);
        let entries = self.entries.get(range).unwrap_or(&[]);
        entries.iter().take_while(|entry| entry.third == '\0').for_each(|entry| found(entry.id, at));
        let from = entries.partition_point(|entry| entry.third < third);
        for entry in entries.iter().skip(from).take_while(|entry| entry.third == third && third != '\0') {
            if begins(tail, entry.rest) {
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

/// One bit of 64 for a character.
fn bit(c: char) -> u64 {
    1 << (c as u32 & 63)
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
