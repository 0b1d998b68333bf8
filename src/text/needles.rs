//! Many literal strings found in one pass.

use std::ops::Range;

use super::chars::fold;
use super::order::sort_by_number;
use super::span::Span;

/// An index of literal strings ("needles") of two or more characters.
///
/// The first three characters of a needle, folded, select a slot of a 64 kbit filter that stays in the processor's first cache,
/// a needle of two a slot of another; only where one of the filters agrees is the group of needles sought that begin with the
/// two, and only those that go on with the third are compared. Half-width marks in the text match full-width marks in a needle.
pub struct Needles<'w> {
    /// By the first three characters.
    thirds: Box<[u64; WORDS]>,
    /// By the two characters of needles that have no more.
    pairs: Box<[u64; WORDS]>,
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
            let start = end;
            end += entries.len() as u16;
            groups.push(Group { key, entries: start..end });
        }
        sort_by_number(&mut groups, |group| slot(group.key) as u64);
        let mut first = vec![0u16; WORDS + 1];
        for slot in groups.iter().map(|group| slot(group.key)) {
            first[(slot >> 6) + 1] += 1;
        }
        for word in 0..WORDS {
            first[word + 1] += first[word];
        }
        let (mut thirds, mut pairs) = (Box::new([0u64; WORDS]), Box::new([0u64; WORDS]));
        for entry in &entries {
            let slot = slot(entry.key);
            match entry.third {
                '\0' => set(&mut pairs, slot),
                third => set(&mut thirds, slot_of_three(slot, third)),
            }
        }
        Self { thirds, pairs, groups, first, entries }
    }

    /// Whether a needle may begin with the `two` characters where `third` follows, all of them folded: no, for nearly all that
    /// begin none.
    #[inline(always)]
    #[must_use]
    pub fn may_match(&self, two: (char, char), third: char) -> bool {
        let slot = slot(two);
        // No branch between the two: where a needle begins is hard to foresee.
        has(&self.thirds, slot_of_three(slot, third)) | has(&self.pairs, slot)
    }

    /// Calls `found(id, span)` for every needle in `text`.
    pub fn each(&self, text: &str, mut found: impl FnMut(u16, Span)) {
        let mut two = ('\0', '\0');
        for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
            let third = fold(c);
            if self.may_match(two, third) {
                self.matches(two, third, text, at, &mut found);
            }
            two = (two.1, third);
        }
    }

    /// Calls `found(id, span)` for every needle that begins with the `two` characters before byte `at` of `text`, where
    /// `third` stands (`\0` at the end), all of them folded.
    #[inline(never)]
    pub fn matches(&self, two: (char, char), third: char, text: &str, at: usize, mut found: impl FnMut(u16, Span)) {
        let word = slot(two) >> 6;
        let groups = self.groups.get(usize::from(self.first[word])..usize::from(self.first[word + 1])).unwrap_or(&[]);
        let Some(group) = groups.iter().find(|group| group.key == two) else { return };
        let Some((before, tail)) = text.split_at_checked(at) else { return };
        let start = before.char_indices().nth_back(1).map_or(0, |(start, _)| start);
        let mut found = |entry: &Entry, len: usize| found(entry.id, Span::new(start, at + len));
        let range = usize::from(group.entries.start)..usize::from(group.entries.end);
        let entries = self.entries.get(range).unwrap_or(&[]);
        entries.iter().take_while(|entry| entry.third == '\0').for_each(|entry| found(entry, 0));
        let from = entries.partition_point(|entry| entry.third < third);
        for entry in entries.iter().skip(from).take_while(|entry| entry.third == third && third != '\0') {
            if tail.starts_with(entry.rest) {
                found(entry, entry.rest.len());
            } else if entry.folds
                && let Some(len) = folded_prefix(tail, entry.rest)
            {
                found(entry, len);
            }
        }
    }
}

/// Words of the filter.
const WORDS: usize = 1024;

#[inline(always)]
fn slot((first, second): (char, char)) -> usize {
    let hash = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA6B);
    (hash >> 16) as usize & 0xFFFF
}

#[inline(always)]
fn has(filter: &[u64; WORDS], slot: usize) -> bool {
    filter[slot >> 6 & (WORDS - 1)] >> (slot & 63) & 1 == 1
}

fn set(filter: &mut [u64; WORDS], slot: usize) {
    filter[slot >> 6 & (WORDS - 1)] |= 1 << (slot & 63);
}

/// A slot for the third character behind the two of `slot`.
#[inline(always)]
fn slot_of_three(slot: usize, third: char) -> usize {
    (slot ^ (third as u32).wrapping_mul(0xC2B2_AE35) as usize >> 16) & 0xFFFF
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
