//! Submissions opened, read and judged, one after the other.

use gloo::timers::callback::Timeout;

use crate::app::desk::{Action, Facts, Outcome, Review};
use crate::app::interop::browser;
use crate::app::state::State;
use crate::report::Counts;

use super::sitting::Sitting;

impl Sitting {
    /// Takes note of what the reviewer made of submission `id`.
    pub fn review(&self, id: u32, change: impl FnOnce(&mut Review)) {
        let Some(mut review) = self.desk().submission(id).map(|submission| submission.review.clone()) else { return };
        change(&mut review);
        self.send(Action::Reviewed(id, review));
        self.have_changed([id]);
    }

    /// Opens submission `id`.
    pub fn open(&self, id: u32) {
        self.send(Action::Opened(id));
        self.have_changed([id]);
    }

    /// Goes back to the table, to the line of the submission that was open.
    pub fn close(&self) {
        self.send(Action::Closed);
        self.step(0);
    }

    /// Takes note of what the reviewer judged of the findings of submission `id`, and of a changed text.
    pub fn has_judged(&self, id: u32, state: &State) {
        let mut dismissed = Counts::default();
        let findings = state.inspection.report.findings.iter().enumerate();
        findings.filter(|&(at, _)| state.is_ignored(at)).for_each(|(_, finding)| dismissed.add(finding.severity));
        if self.desk().submission(id).is_some_and(|submission| submission.text != state.text) {
            let outcome = Outcome::Read(Facts::new(&state.inspection.report));
            self.send(Action::FilesRead(vec![(id, outcome, state.text.clone())]));
            self.compare_soon();
        }
        self.review(id, |review| {
            review.accepted = state.accepted.to_vec();
            review.dismissed = state.ignored.to_vec();
            review.dismissed_counts = [dismissed.error, dismissed.warning, dismissed.info];
        });
    }

    /// Moves the selection by so many lines and brings it into view.
    pub fn step(&self, by: isize) {
        self.send(Action::SelectionMoved(by));
        Timeout::new(0, || browser::focus(".submissions [aria-selected=true]")).forget();
    }

    /// Opens the submission so many lines further.
    pub fn open_neighbour(&self, by: isize) {
        let desk = self.desk();
        if let Some(id) = desk.neighbour(desk.open, by).filter(|&id| Some(id) != desk.open) {
            self.open(id);
        }
    }
}
