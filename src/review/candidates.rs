//! The pairs worth a closer look: those that share several fingerprints near one another.
//!
//! Two honest reports share scattered usual phrases; only where some stand close together can there be a passage.

use super::index::Index;
use super::reading::Reading;

/// So many fingerprints must stand near one another: as many as 23 runs in a row, a passage of 30 characters, have at least.
const NEEDED: usize = 4;
/// Within so many characters of one of the texts.
const REACH: u32 = 64;

/// Finds the candidates of one text after another.
pub struct Candidates {
    /// What was met of each earlier text.
    trails: Vec<Trail>,
}

#[derive(Clone, Copy, Default)]
struct Trail {
    /// The places of the last fingerprints shared, in turn.
    recent: [u32; NEEDED],
    /// How many were met.
    met: usize,
    /// Whether enough stood near one another.
    near: bool,
}

impl Candidates {
    /// For so many texts.
    #[must_use]
    pub fn new(texts: usize) -> Self {
        Self { trails: vec![Trail::default(); texts] }
    }

    /// The texts before `text` that may share passages with it, ascending.
    pub fn of(&mut self, text: usize, reading: &Reading, index: &Index) -> Vec<usize> {
        self.trails.iter_mut().take(text).for_each(|trail| *trail = Trail::default());
        for print in &reading.prints {
            for other in index.holders(print.hash).take_while(|&other| other < text) {
                if let Some(trail) = self.trails.get_mut(other) {
                    trail.meet(print.at);
                }
            }
        }
        self.trails.iter().take(text).enumerate().filter(|(_, trail)| trail.near).map(|(other, _)| other).collect()
    }
}

impl Trail {
    fn meet(&mut self, at: u32) {
        let turn = self.met % NEEDED;
        self.met += 1;
        if let Some(slot) = self.recent.get_mut(turn) {
            *slot = at;
        }
        let oldest = self.recent.get((turn + 1) % NEEDED).copied().unwrap_or(0);
        self.near |= self.met >= NEEDED && at - oldest <= REACH;
    }
}
