//! Keeps the draft.

use gloo::timers::callback::Timeout;

use crate::app::interop::editor::Editor;
use crate::app::interop::{browser, storage};
use crate::app::state::{Action, Saving};

use super::session::Session;

/// Milliseconds of rest after which the draft is kept.
const REST: u32 = 500;

/// Takes the settings and the ignored findings from storage, and gives the text.
pub fn restore(session: &Session) -> String {
    match storage::load() {
        Ok(draft) => {
            let storage::Draft { text, ignored, settings } = draft;
            session.reduce(Action::DraftRestored { settings, ignored });
            text
        }
        Err(storage::Refused) => {
            session.reduce(Action::DraftSaved(Saving::Refused));
            String::new()
        }
    }
}

/// Keeps the draft when the user rests.
pub fn keep_soon(session: &Session) {
    if session.state().saving != Saving::Refused {
        session.reduce(Action::DraftSaved(Saving::Pending));
    }
    let later = session.clone();
    session.save_at(Timeout::new(REST, move || keep(&later)));
}

/// Keeps the draft now.
pub fn keep(session: &Session) {
    let state = session.state();
    // The editor's own text: a check of it may still be due.
    let text = session.editor(Editor::text).unwrap_or_else(|| state.text.to_string());
    let saving = match storage::store(&text, &state.ignored, &state.settings) {
        Ok(()) => Saving::Saved(browser::time_of_day().into()),
        Err(storage::Refused) => Saving::Refused,
    };
    if saving != state.saving {
        session.send(Action::DraftSaved(saving));
    }
}
