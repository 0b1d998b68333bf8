//! One visit to the page: the state, the editor, and what follows from an action.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::correction::Field;
use crate::app::inspection::Inspection;
use crate::app::interop::browser::{self, now_micros};
use crate::app::interop::editor::{Editor, SheetData};
use crate::app::state::{Action, Notice, State};
use crate::check::Options;
use crate::report::Range;

use super::draft;
use super::purpose::Purpose;

/// Milliseconds after a change at which the panels are drawn: the frame after the one with the marks.
pub(super) const REST: u32 = 20;
/// From this many bytes of text on, they wait until the user rests.
const LONG: usize = 60_000;
/// For so many milliseconds.
const LONG_REST: u32 = 150;

/// Milliseconds after opening at which the engine is warmed up.
const WARM_UP: u32 = 300;

/// A fictional report with flaws.
pub const EXAMPLE: &str = include_str!("../../../www/example.txt");

/// A handle on the visit; clones are the same visit.
#[derive(Clone)]
pub struct Session(Rc<Visit>);

struct Visit {
    purpose: Purpose,
    state: RefCell<Rc<State>>,
    editor: RefCell<Option<Editor>>,
    show: UseStateSetter<Rc<State>>,
    checking: Cell<Option<Timeout>>,
    drawing: Cell<Option<Timeout>>,
    saving: Cell<Option<Timeout>>,
    /// When something was first not kept, in microseconds.
    unkept: Cell<Option<u64>>,
    /// The stored text as this tab last knew it.
    stored: RefCell<Rc<str>>,
    fading: Cell<Option<Timeout>>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The visit to the draft, and its state as last drawn.
#[hook]
pub fn use_session() -> (Session, Rc<State>) {
    use_visit(|| Purpose::Draft)
}

/// A visit, and its state as last drawn; what it is for is asked once.
#[hook]
pub fn use_visit(purpose: impl FnOnce() -> Purpose) -> (Session, Rc<State>) {
    let state = use_state(Rc::<State>::default);
    let setter = state.setter();
    let session = use_memo((), move |()| {
        Session(Rc::new(Visit {
            purpose: purpose(),
            state: RefCell::default(),
            editor: RefCell::default(),
            show: setter,
            checking: Cell::default(),
            drawing: Cell::default(),
            saving: Cell::default(),
            unkept: Cell::default(),
            stored: RefCell::new(Rc::from("")),
            fading: Cell::default(),
        }))
    });
    ((*session).clone(), (*state).clone())
}

impl Session {
    /// The state now.
    #[must_use]
    pub fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// Lets `action` happen, and draws.
    pub fn send(&self, action: Action) {
        self.reduce(action);
        self.draw();
    }

    /// Asks the editor something; `None` before it is there.
    pub fn editor<T>(&self, ask: impl FnOnce(&Editor) -> T) -> Option<T> {
        self.0.editor.borrow().as_ref().map(ask)
    }

    /// Opens the editor inside `parent`, with the kept draft.
    pub fn begin(&self, parent: &web_sys::Element) {
        *self.0.editor.borrow_mut() = Some(Editor::new(parent, self));
        let text = match &self.0.purpose {
            Purpose::Draft => draft::begin(self),
            Purpose::Review(reviewed) => self.begin_review(reviewed),
        };
        self.editor(|editor| editor.start(&text));
        if text.is_empty() {
            self.editor(Editor::focus);
        }
        self.draw();
        // The first check compiles the engine and builds its tables: not while someone types. A submission has a text to check.
        if text.is_empty() {
            Timeout::new(WARM_UP, || drop(Inspection::new(EXAMPLE, &Options::default()))).forget();
        }
    }

    /// What the visit is for.
    pub(super) fn purpose(&self) -> &Purpose {
        &self.0.purpose
    }

    /// Lets the editor go.
    pub fn end(&self) {
        self.0.editor.borrow_mut().take();
    }

    /// Checks the text as it stands.
    pub fn check(&self) {
        if let Some(text) = self.editor(Editor::text) {
            self.inspect(text.into());
            self.mark();
        }
    }

    /// Shows the findings in the text again, without checking.
    pub fn mark(&self) {
        let data = self.marks();
        self.editor(|editor| editor.show(&data));
    }

    /// Marks the place that says `field` and brings it into view; the caret and the focus stay.
    pub fn show_place(&self, field: Field) {
        if let Some(range) = self.state().inspection.places.of(field) {
            self.editor(|editor| editor.point_at(range, false));
        }
    }

    /// Brings a place of the text into view.
    pub fn go(&self, range: Range) {
        self.send(Action::PanelDrawn(None));
        self.editor(|editor| editor.point_at(range, true));
    }

    /// Puts `text` in place of the whole, which undo takes back.
    pub fn replace(&self, text: &str, said: &str) {
        let had_text = !self.state().text.is_empty();
        self.send(Action::TextReplaced);
        self.editor(|editor| editor.replace(text));
        if had_text {
            self.send(Action::Noticed(Notice::undoable(said)));
        }
    }

    /// Says something for a while.
    pub(super) fn fade(&self, milliseconds: u32) {
        let session = self.clone();
        let fade = move || session.send(Action::NoticeDismissed);
        self.0.fading.set(Some(Timeout::new(milliseconds, fade)));
    }

    /// Keeps `timeout` as the one that will check.
    pub(super) fn check_at(&self, timeout: Timeout) {
        self.0.checking.set(Some(timeout));
    }

    /// Keeps `timeout` as the one that will save.
    pub(super) fn save_at(&self, timeout: Timeout) {
        self.0.saving.set(Some(timeout));
    }

    /// The stored text as this tab last knew it.
    pub(super) fn stored(&self) -> Rc<str> {
        self.0.stored.borrow().clone()
    }

    /// Takes note of the stored text.
    pub(super) fn has_stored(&self, text: &str) {
        browser::is_stored(text);
        *self.0.stored.borrow_mut() = text.into();
    }

    /// Milliseconds since something was first not kept; from now on, where all was.
    pub(super) fn unkept_for(&self) -> u32 {
        let since = self.0.unkept.get().unwrap_or_else(browser::now_micros);
        self.0.unkept.set(Some(since));
        u32::try_from(browser::now_micros().saturating_sub(since) / 1000).unwrap_or(u32::MAX)
    }

    /// All is kept, or cannot be.
    pub(super) fn is_kept(&self) {
        self.0.unkept.set(None);
    }

    /// Lets `action` happen without drawing.
    pub(super) fn reduce(&self, action: Action) {
        let fades = matches!(&action, Action::Noticed(notice) if notice.fades());
        let rechecks = matches!(
            action,
            Action::SettingsChanged(_) | Action::RuleSilenced(..) | Action::RuleBroughtBack(_) | Action::PreviousChosen(_)
        );
        let next = Rc::new(self.state().reduce(action));
        self.0.state.replace(next);
        if fades {
            self.fade(8_000);
        }
        if rechecks {
            self.check();
            draft::keep_soon(self);
        }
    }

    fn draw(&self) {
        self.0.drawing.set(None);
        self.0.show.set(self.state());
    }

    /// What the sheet shows of the state.
    pub(super) fn marks(&self) -> SheetData {
        let state = self.state();
        SheetData::new(&state.inspection, |at| state.is_ignored(at))
    }

    /// Checks `text`. The panels are drawn a little later than the marks: those are what the eye is on.
    pub(super) fn inspect(&self, text: Rc<str>) {
        let state = self.state();
        let began = now_micros();
        let inspection = Rc::new(Inspection::new(&text, &state.options()));
        let micros = u32::try_from(now_micros() - began).unwrap_or(u32::MAX);
        let rest = if text.len() > LONG { LONG_REST } else { REST };
        self.reduce(Action::Checked { text, inspection, micros });
        let session = self.clone();
        self.0.drawing.set(Some(Timeout::new(rest, move || session.draw())));
    }
}
