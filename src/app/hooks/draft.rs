//! Keeps the draft, and never one tab's over another's.

use gloo::timers::callback::Timeout;

use crate::app::interop::editor::Editor;
use crate::app::interop::{browser, storage};
use crate::app::state::{Action, Saving};

use super::purpose::Purpose;
use super::session::Session;

/// Milliseconds of rest after which the draft is kept.
const REST: u32 = 500;
/// Milliseconds after which it is kept although the user does not rest: a tab may die at any moment.
const PATIENCE: u32 = 2_000;

/// Takes the settings and the ignored findings from storage, and gives the text; where the program failed and was begun anew,
/// the text it left.
pub fn begin(session: &Session) -> String {
    let text = restore(session);
    let Some((carried, stored)) = browser::carried_over() else { return text };
    session.has_stored(&stored);
    if carried != text {
        keep_soon(session);
    }
    carried
}

/// Takes the settings and the ignored findings from storage, and gives the text.
fn restore(session: &Session) -> String {
    match storage::load() {
        Ok(draft) => {
            let storage::Draft { text, ignored, muted, settings, previous } = draft;
            session.reduce(Action::DraftRestored { settings, ignored, muted, previous });
            session.has_stored(&text);
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
    if let Purpose::Review(reviewed) = session.purpose() {
        return reviewed.judged.emit(session.state());
    }
    if !matches!(session.state().saving, Saving::Refused | Saving::Forked) {
        session.reduce(Action::DraftSaved(Saving::Pending));
    }
    let later = session.clone();
    let left = PATIENCE.saturating_sub(session.unkept_for());
    session.save_at(Timeout::new(REST.min(left), move || keep(&later)));
}

/// Keeps the draft now, unless another tab has kept its own meanwhile.
pub fn keep(session: &Session) {
    session.is_kept();
    let state = session.state();
    let text = text(session);
    let saving = if is_forked(session, &text) {
        Saving::Forked
    } else {
        match storage::store(&text, &state) {
            Ok(()) => {
                session.has_stored(&text);
                Saving::Saved(browser::time_of_day().into())
            }
            Err(storage::Refused) => Saving::Refused,
        }
    };
    if saving != state.saving {
        session.send(Action::DraftSaved(saving));
    }
}

/// Looks whether another tab has kept a draft of its own.
pub fn look(session: &Session) {
    let forked = is_forked(session, &text(session));
    let state = session.state();
    if forked && state.saving != Saving::Forked {
        session.send(Action::DraftSaved(Saving::Forked));
    } else if !forked && state.saving == Saving::Forked {
        keep(session);
    }
}

/// Puts the other tab's draft in place of this one, which undo brings back.
pub fn take_other(session: &Session) {
    let text = storage::text().unwrap_or_default();
    // The text first: another text lets the muted rules speak, and what is restored are the other draft's.
    session.replace(&text, "已换成另一个标签页的草稿，这里原来的文字可以撤销找回");
    restore(session);
    session.check();
    keep(session);
}

/// Saves the other tab's draft as a file.
pub fn export_other(_: &Session) {
    browser::save_as(&storage::text().unwrap_or_default(), "另一份草稿.txt");
}

/// Keeps this draft in place of the other tab's.
pub fn keep_mine(session: &Session) {
    session.has_stored(&storage::text().unwrap_or_default());
    keep(session);
}

/// The editor's own text: a check of it may still be due.
fn text(session: &Session) -> String {
    session.editor(Editor::text).unwrap_or_else(|| session.state().text.to_string())
}

/// Whether the stored text is neither what this tab last knew of nor its own.
fn is_forked(session: &Session, own: &str) -> bool {
    storage::text().is_ok_and(|stored| stored != *session.stored() && stored != own)
}
