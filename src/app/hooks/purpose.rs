//! What a visit is for: the draft, or another's report.

use std::rc::Rc;

use yew::Callback;

use crate::app::interop::editor::Editor;
use crate::app::state::{Action, State};
use crate::settings::Settings;

use super::draft;
use super::session::Session;

/// What a visit is for.
pub enum Purpose {
    /// A draft, kept in this browser.
    Draft,
    /// Another's report, read and judged.
    Review(Box<Reviewed>),
}

/// A report that a reviewer reads.
pub struct Reviewed {
    /// Its text.
    pub text: Rc<str>,
    /// The reviewer's settings.
    pub settings: Settings,
    /// The findings agreed with.
    pub accepted: Vec<u64>,
    /// The findings not agreed with.
    pub dismissed: Vec<u64>,
    /// Told of every judgement and change.
    pub judged: Callback<Rc<State>>,
}

impl Session {
    /// Begins to read another's report, and gives its text.
    pub(super) fn begin_review(&self, reviewed: &Reviewed) -> String {
        let Reviewed { settings, accepted, dismissed, .. } = reviewed;
        let (settings, accepted, dismissed) = (settings.clone(), accepted.clone(), dismissed.clone());
        self.reduce(Action::ReviewBegun { settings, accepted, dismissed });
        self.editor(|editor| editor.lock(true));
        reviewed.text.to_string()
    }

    /// Agrees with finding `at`, or no longer.
    pub fn accept(&self, at: usize) {
        self.send(Action::FindingAccepted(at));
        self.editor(Editor::calm);
        draft::keep_soon(self);
    }
}
