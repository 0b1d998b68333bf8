//! The way through the list of findings.

use super::State;

/// A way through the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next finding.
    Next,
    /// To the one before.
    Previous,
}

impl State {
    /// The listed finding after (or before) the selected one, or else the offset `caret`; the list is a ring.
    #[must_use]
    pub fn neighbour(&self, step: Step, caret: u32) -> Option<usize> {
        let here = self.selected_at().and_then(|at| self.listed.iter().position(|&listed| listed == at));
        let start = |at: &usize| self.finding(*at).map_or(0, |finding| finding.range[0]);
        let count = self.listed.len();
        let next = match (step, here) {
            (Step::Next, Some(here)) => here + 1,
            (Step::Next, None) => self.listed.partition_point(|at| start(at) < caret),
            (Step::Previous, Some(here)) => here + count.saturating_sub(1),
            (Step::Previous, None) => self.listed.partition_point(|at| start(at) < caret) + count.saturating_sub(1),
        };
        self.listed.get(next.checked_rem(count)?).copied()
    }
}
