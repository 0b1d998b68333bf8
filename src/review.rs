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
pub fn compare(mut readings: Vec<Reading>) -> Likeness {
    let limit = FEW.max(readings.len() / MANY);
    let index = Index::new(&readings, limit);
    readings.iter_mut().for_each(|reading| reading.drop_common(|hash| index.is_common(hash)));
    let long = |reading: &Reading| reading.own >= LEAST;
    let mut candidates = Candidates::new(readings.len());
    let mut pairs = Vec::new();
    for (second, b) in readings.iter().enumerate().filter(|(_, reading)| long(reading)) {
        let mut seeds = None;
        for first in candidates.of(second, b, &index) {
            let Some(a) = readings.get(first).filter(|a| long(a)) else { continue };
            if a.source.group == Group::LastYear && b.source.group == Group::LastYear {
                continue;
            }
            let seeds = seeds.get_or_insert_with(|| Seeds::new(b));
            let found = matching::passages(a, b, seeds);
            if found.iter().map(|run| run.own).sum::<usize>() >= SHARED {
                pairs.push(Pair::new(a, b, &found));
            }
        }
    }
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

#[cfg(test)]
mod tests;
