//! Which texts hold a fingerprint.

use super::reading::Reading;

/// An inverted index: fingerprints in slots by their low bits, each slot's in the order of the texts.
pub struct Index {
    /// Where each slot starts in `entries`; one more at the end.
    first: Vec<u32>,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy, Default)]
struct Entry {
    hash: u32,
    text: u32,
}

impl Index {
    /// Indexes the fingerprints of all readings, by counting and placing: no sort. Those that more than `limit` texts hold
    /// are common: who holds them is not told.
    #[must_use]
    pub fn new(readings: &[Reading], limit: usize) -> Self {
        let all: usize = readings.iter().map(|reading| reading.prints.len()).sum();
        let slots = all.next_power_of_two();
        let mut first = vec![0u32; slots + 1];
        for hash in readings.iter().flat_map(|reading| &reading.prints).map(|print| print.hash) {
            if let Some(count) = first.get_mut(slot(hash, slots)) {
                *count += 1;
            }
        }
        let mut due = 0;
        for slot in &mut first {
            due += std::mem::replace(slot, due);
        }
        let mut next = first.clone();
        let mut entries = vec![Entry::default(); all];
        for (text, reading) in (0..).zip(readings) {
            for hash in reading.prints.iter().map(|print| print.hash) {
                let Some(place) = next.get_mut(slot(hash, slots)) else { continue };
                if let Some(entry) = entries.get_mut(*place as usize) {
                    *entry = Entry { hash, text };
                }
                *place += 1;
            }
        }
        for bounds in first.windows(2) {
            let [start, end] = bounds else { continue };
            mark_common(entries.get_mut(*start as usize..*end as usize).unwrap_or(&mut []), limit);
        }
        Self { first, entries }
    }

    /// The texts that hold a fingerprint, ascending, each once; none for a common one.
    pub fn holders(&self, hash: u32) -> impl Iterator<Item = usize> {
        let slot = slot(hash, self.first.len() - 1);
        let bounds = self.first.get(slot..=slot + 1).unwrap_or(&[]);
        let (start, end) = (bounds.first().map_or(0, |&at| at as usize), bounds.last().map_or(0, |&at| at as usize));
        let inside = self.entries.get(start..end).unwrap_or(&[]).iter().filter(move |entry| entry.hash == hash);
        let mut last = COMMON;
        inside.map(|entry| entry.text).filter(move |&text| std::mem::replace(&mut last, text) != text).map(|text| text as usize)
    }

    /// Whether a fingerprint that some text has is common.
    #[must_use]
    pub fn is_common(&self, hash: u32) -> bool {
        self.holders(hash).next().is_none()
    }
}

/// Stands for the texts that hold a common fingerprint.
const COMMON: u32 = u32::MAX;

/// Marks the entries of the fingerprints of a slot that more than `limit` texts hold.
fn mark_common(slot: &mut [Entry], limit: usize) {
    // Hardly any slot has so many entries.
    if slot.len() <= limit {
        return;
    }
    // Each hash of the slot, a handful, with the last text met and how many there were.
    let mut hashes: Vec<(u32, u32, usize)> = Vec::new();
    for entry in &*slot {
        match hashes.iter_mut().find(|(hash, ..)| *hash == entry.hash) {
            Some((_, last, texts)) => *texts += usize::from(std::mem::replace(last, entry.text) != entry.text),
            None => hashes.push((entry.hash, entry.text, 1)),
        }
    }
    for &(hash, _, texts) in &hashes {
        if texts > limit {
            slot.iter_mut().filter(|entry| entry.hash == hash).for_each(|entry| entry.text = COMMON);
        }
    }
}

/// The slot of a hash; `slots` is a power of two.
fn slot(hash: u32, slots: usize) -> usize {
    hash as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Group, Source};

    #[test]
    fn every_text_that_holds_a_fingerprint_is_found_once() {
        let texts = ["依托综治中心整合各方力量化解纠纷，依托综治中心整合各方力量化解纠纷。", "聘请公职律师审查合同。"]
            .map(|paragraph| crate::testing::report("清溪镇人民政府", paragraph));
        let readings: Vec<Reading> =
            texts.iter().map(|text| Reading::new(Source { id: "", text, group: Group::ThisYear })).collect();
        let (index, strict) = (Index::new(&readings, 2), Index::new(&readings, 1));
        for (text, reading) in readings.iter().enumerate() {
            for print in &reading.prints {
                let expected: Vec<usize> = (0..readings.len())
                    .filter(|&other| readings[other].prints.iter().any(|other| other.hash == print.hash))
                    .collect();
                assert!(expected.contains(&text));
                assert_eq!(index.holders(print.hash).collect::<Vec<_>>(), expected);
                assert_eq!(strict.is_common(print.hash), expected.len() == 2);
            }
        }
        assert_eq!(Index::new(&[], 1).holders(7).count(), 0);
    }
}
