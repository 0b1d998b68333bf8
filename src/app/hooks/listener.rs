//! What the editor tells the session.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::FileList;

use super::draft;
use super::session::Session;
use super::transfer::open_first;
use crate::app::interop::editor::{Card, Editor, Listener, SheetData};
use crate::app::opening::Refusal;
use crate::app::state::{Action, Notice, Reach, Step};

/// Microseconds of a check from which on the next one waits until the user rests, so that typing never lags.
const SLOW: u32 = 60_000;
/// For so many milliseconds.
const SLOW_REST: u32 = 60;

/// Checks when the user rests, and no input method composes.
fn check_soon(session: &Session) {
    let later = session.clone();
    let check = move || {
        if later.editor(Editor::composing) == Some(true) {
            return check_soon(&later);
        }
        later.check();
        draft::keep_soon(&later);
    };
    session.check_at(Timeout::new(SLOW_REST, check));
}

impl Listener for Session {
    fn changed(&self, text: String) -> Option<SheetData> {
        if self.state().check_micros > SLOW {
            check_soon(self);
            return None;
        }
        let text: Rc<str> = text.into();
        let changed = self.state().text != text;
        self.inspect(text);
        if changed {
            draft::keep_soon(self);
        }
        Some(self.marks())
    }

    fn card_at(&self, at: u32) -> Option<Card> {
        let state = self.state();
        let findings = state.inspection.report.findings.iter().enumerate().filter(|&(index, _)| !state.is_ignored(index));
        let places = findings.flat_map(|(index, finding)| {
            let occurrences = &finding.occurrences[..];
            let places = if occurrences.is_empty() { std::slice::from_ref(&finding.range) } else { occurrences };
            places.iter().map(move |&range| (index, finding, range))
        });
        // Of those that meet there the shortest, as the most particular; an empty one holds the character before it.
        places
            .filter(|(_, _, [from, to])| from.saturating_sub(u32::from(from == to)) <= at && at <= *to)
            .min_by_key(|(_, finding, [from, to])| (to - from, finding.severity_rank()))
            .map(|(index, finding, range)| self.card(index, finding, range))
    }

    fn acted(&self, finding: usize, action: &str) {
        match action {
            "accept" => self.accept(finding),
            "ignore" => self.ignore(finding),
            "mute" => self.silence(finding, Reach::Here),
            "off" => self.silence(finding, Reach::Everywhere),
            "why" => self.explain(finding),
            "select" => self.select(finding, false),
            _ => {
                if let Some(choice) = action.strip_prefix("fix:").and_then(|choice| choice.parse().ok()) {
                    self.fix(finding, choice);
                }
            }
        }
    }

    fn stepped(&self, forward: bool) {
        self.step(if forward { Step::Next } else { Step::Previous });
    }

    fn left(&self) {
        if self.state().selected.is_some() {
            self.send(Action::SelectionLeft);
        }
    }

    fn dropped(&self, files: FileList) {
        open_first(self, &files);
    }

    fn refused(&self) {
        self.send(Action::Noticed(Notice::trouble(Refusal::TooLong.message())));
    }
}
