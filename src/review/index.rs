//! Which texts hold a fingerprint.

use super::reading::Reading;

/// An inverted index: fingerprints in slots by their low bits, each slot's in the order of the texts.
pub struct Index {
    /// Where each slot starts in `entries`, and where it ends.
    slots: Vec<(u32, u32)>,
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
        let count = all.next_power_of_two();
        let mut sizes = vec![0u32; count];
        for hash in readings.iter().flat_map(|reading| &reading.prints).map(|print| print.hash) {
            if let Some(size) = sizes.get_mut(slot(hash, count)) {
                *size += 1;
            }
        }
        let mut due = 0;
        let slots = sizes.iter().map(|&size| {
            due += size;
            (due - size, due - size)
        });
        let mut index = Self { slots: slots.collect(), entries: vec![Entry::default(); all] };
        for (text, reading) in (0..).zip(readings) {
            reading.prints.iter().for_each(|print| index.place(Entry { hash: print.hash, text }));
        }
        for &(start, end) in &index.slots {
            mark_common(index.entries.get_mut(start as usize..end as usize).unwrap_or(&mut []), limit);
        }
        index
    }

    /// Puts an entry behind the others of its slot, where it is not there yet.
    fn place(&mut self, entry: Entry) {
        let slot = slot(entry.hash, self.slots.len());
        let Some((start, end)) = self.slots.get_mut(slot) else { return };
        let placed = self.entries.get(*start as usize..*end as usize).unwrap_or(&[]).iter().rev();
        let known = placed.take_while(|placed| placed.text == entry.text).any(|placed| placed.hash == entry.hash);
        if !known && let Some(free) = self.entries.get_mut(*end as usize) {
            *free = entry;
            *end += 1;
        }
    }

    /// The texts that hold a fingerprint, ascending, each once; none for a common one.
    pub fn holders(&self, hash: u32) -> impl Iterator<Item = usize> {
        let (start, end) = self.slots.get(slot(hash, self.slots.len())).copied().unwrap_or_default();
        let slot = self.entries.get(start as usize..end as usize).unwrap_or(&[]).iter();
        slot.filter(move |entry| entry.hash == hash && entry.text != COMMON).map(|entry| entry.text as usize)
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
    // Each hash of the slot, a handful, with how many texts hold it.
    let mut hashes: Vec<(u32, usize)> = Vec::new();
    for entry in &*slot {
        match hashes.iter_mut().find(|(hash, _)| *hash == entry.hash) {
            Some((_, texts)) => *texts += 1,
            None => hashes.push((entry.hash, 1)),
        }
    }
    for &(hash, texts) in &hashes {
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
