//! The way to a finding, and its mending.

use std::rc::Rc;

use gloo::timers::callback::Timeout;

use crate::app::correction::Field;
use crate::app::interop::browser;
use crate::app::interop::editor::{Card, Editor};
use crate::app::mending::Mending;
use crate::app::state::{Action, Dialog, Notice, Panel, Step};
use crate::report::{FindingReport, Range};

use super::session::{REST, Session};

impl Session {
    /// Shows finding `at`; with `focus` the caret goes there.
    pub fn select(&self, at: usize, focus: bool) {
        self.send(Action::FindingSelected(at));
        let state = self.state();
        if let Some(finding) = state.finding(at) {
            let card = self.card(at, finding, finding.range);
            self.editor(|editor| editor.reveal(&card, focus));
        }
        Timeout::new(REST, || browser::reveal(".view:not([hidden]) .finding[data-selected=true]")).forget();
    }

    /// The card of `finding`, the `at`th of the report, for its place `range`.
    pub(super) fn card(&self, at: usize, finding: &FindingReport, range: Range) -> Card {
        let state = self.state();
        let card = Card::new(at, finding, range);
        if state.reviewing { card.judged(state.is_accepted(at)) } else { card }
    }

    /// Lets `act` happen to finding `at` from its place in the list, and leaves the focus at that place.
    pub fn act_in_list(&self, at: usize, act: impl FnOnce(&Self)) {
        let place = self.state().listed.iter().position(|&listed| listed == at).unwrap_or(0);
        act(self);
        let id = self.state().panel_id(Panel::Findings);
        let focus = move || {
            browser::focus(&format!("#{id}"));
            browser::focus_nth(&format!("#{id} .place"), place);
        };
        Timeout::new(2 * REST, focus).forget();
    }

    /// Shows the next finding of the list, or the one before.
    pub fn step(&self, step: Step) {
        let caret = self.editor(Editor::caret).unwrap_or(0);
        match self.state().neighbour(step, caret) {
            Some(at) => self.select(at, true),
            None => self.send(Action::Noticed(Notice::done("没有要看的问题"))),
        }
    }

    /// Makes fix `choice` of finding `at`.
    pub fn fix(&self, at: usize, choice: usize) {
        let state = self.state();
        let Some(fix) = state.finding(at).and_then(|finding| finding.fixes.get(choice)) else { return };
        self.send(Action::SelectionLeft);
        self.editor(|editor| editor.edit(&fix.edits));
        self.send(Action::Noticed(Notice::undoable(format!("已{}", fix.title))));
    }

    /// Shows what all safe fixes would change.
    pub fn preview(&self) {
        let state = self.state();
        let mending = Mending::new(&state.text, &state.options(), &state.ignored);
        self.send(Action::DialogOpened(Dialog::Mending(Rc::new(mending))));
    }

    /// Makes the edits of `mending` in one step.
    pub fn mend(&self, mending: &Mending) {
        self.send(Action::DialogClosed);
        self.editor(|editor| editor.edit(&mending.edits));
        self.send(Action::Noticed(Notice::undoable(format!("已修改 {} 处", mending.edits.len()))));
    }

    /// Writes `value` into the text as `field`.
    ///
    /// # Errors
    /// What to write instead.
    pub fn correct(&self, field: Field, value: &str) -> Result<(), &'static str> {
        let edits = self.state().inspection.places.correct(field, value)?;
        self.editor(|editor| editor.edit(&edits));
        self.send(Action::Noticed(Notice::undoable(format!("已改正文里的{}", field.name()))));
        Ok(())
    }
}
