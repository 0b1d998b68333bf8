//! Many reports at once: who shares passages with whom.
//!
//! [`Reading`] takes what a report itself says, [`compare`] finds the pairs that share passages of it. Places are replaced
//! and figures brought up to date where a report is copied, so a passage goes on over a few characters that differ.

mod candidates;
mod fingerprints;
mod index;
mod likeness;
mod matching;
mod reading;

pub use likeness::{Changed, Kind, Likeness, Pair, Passage, Skipped, TextInfo};
pub use reading::{Group, Reading, Source};

use crate::text::sort_by_number;
use candidates::Candidates;
use index::Index;
use matching::Seeds;

/// Texts that have fewer characters of their own are not compared: in so short a text a usual sentence is a large share.
const LEAST: usize = 100;
/// Two texts that share fewer characters in all passages are not told of: a sentence or two on what all must do, how the
/// leading group is made up, say, come out alike without a copy.
const SHARED: usize = 60;
/// Wording that more texts than this share is common wording, however few there are to compare.
const FEW: usize = 9;
/// The same as a share of all texts: one in fifty.
const MANY: usize = 50;

/// Compares every reading with every other; two reports of last year are not told apart from each other.
///
/// The same readings in the same order give the same result. The cost is that of an index over all texts, and of a closer
/// look at the pairs that share several runs of characters near one another.
#[must_use]
pub fn compare(readings: Vec<Reading>) -> Likeness {
    let mut comparison = Comparison::new(readings);
    while comparison.step() {}
    comparison.likeness()
}

/// [`compare`] in steps, for those who must rest between them.
pub struct Comparison<'t> {
    readings: Vec<Reading<'t>>,
    limit: usize,
    index: Index,
    candidates: Candidates,
    pairs: Vec<Pair>,
    /// The next reading to compare with those before it.
    next: usize,
}

impl<'t> Comparison<'t> {
    /// Of these readings; none is compared yet.
    #[must_use]
    pub fn new(mut readings: Vec<Reading<'t>>) -> Self {
        let limit = FEW.max(readings.len() / MANY);
        let index = Index::new(&readings, limit);
        readings.iter_mut().for_each(|reading| reading.drop_common(|hash| index.is_common(hash)));
        let candidates = Candidates::new(readings.len());
        Self { readings, limit, index, candidates, pairs: Vec::new(), next: 0 }
    }

    /// Compares one more reading with those before it; false where there is none.
    pub fn step(&mut self) -> bool {
        let (readings, second) = (&self.readings, self.next);
        let Some(b) = readings.get(second) else { return false };
        self.next += 1;
        let long = |reading: &Reading| reading.own >= LEAST;
        if !long(b) {
            return true;
        }
        let mut seeds = None;
        for first in self.candidates.of(second, b, &self.index) {
            let Some(a) = readings.get(first).filter(|a| long(a)) else { continue };
            if a.source.group == Group::LastYear && b.source.group == Group::LastYear {
                continue;
            }
            let seeds = seeds.get_or_insert_with(|| Seeds::new(b));
            let found = matching::passages(a, b, seeds);
            if found.iter().map(|run| run.own).sum::<usize>() >= SHARED {
                self.pairs.push(Pair::new(a, b, &found));
            }
        }
        true
    }

    /// What the steps found.
    #[must_use]
    pub fn likeness(self) -> Likeness {
        let Self { readings, limit, mut pairs, .. } = self;
        // The most alike first; pairs as alike stand in the order of the texts.
        sort_by_number(&mut pairs, |pair| u64::MAX - (u64::from(pair.percent) << 32 | pair.longest as u64));
        let (told, short) = readings.iter().partition::<Vec<&Reading>, _>(|reading| reading.own + reading.common >= LEAST);
        Likeness {
            schema: "hegui/likeness/1",
            limit,
            texts: told.into_iter().map(TextInfo::new).collect(),
            pairs,
            skipped: short.into_iter().map(|reading| Skipped::short(reading, LEAST)).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
