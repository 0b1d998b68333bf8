//! One sitting of a reviewer at the desk: its state, the workers, and what is kept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::keeping::Keeping;
use crate::app::desk::{Action, Desk, Group, Likeness, Outcome, Pair};
use crate::app::interop::desk::{self as store, Arrival, Pool};

/// Milliseconds between two drawings while files come in.
const TURN: u32 = 120;
/// Milliseconds of rest after which changes are kept, and changed texts compared.
pub(super) const REST: u32 = 400;

/// A file that was read: its number, what became of it, its text.
type Read = (u32, Outcome, Rc<str>);

/// A handle on the sitting; clones are the same sitting.
#[derive(Clone)]
pub struct Sitting(pub(super) Rc<Inner>);

/// What a sitting consists of.
pub struct Inner {
    desk: RefCell<Rc<Desk>>,
    show: UseStateSetter<Rc<Desk>>,
    pool: RefCell<Option<Pool>>,
    /// Files read since the desk was last drawn.
    read: RefCell<Vec<Read>>,
    drawing: Cell<Option<Timeout>>,
    pub(super) keeping: Keeping,
    comparing: Cell<Option<Timeout>>,
}

impl PartialEq for Sitting {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The sitting, and its desk as last drawn.
#[hook]
pub fn use_sitting() -> (Sitting, Rc<Desk>) {
    let desk = use_state(Rc::<Desk>::default);
    let setter = desk.setter();
    let sitting = use_memo((), move |()| {
        Sitting(Rc::new(Inner {
            desk: RefCell::default(),
            show: setter,
            pool: RefCell::default(),
            read: RefCell::default(),
            drawing: Cell::default(),
            keeping: Keeping::default(),
            comparing: Cell::default(),
        }))
    });
    let begun = (*sitting).clone();
    use_effect_with((), move |()| begun.begin());
    ((*sitting).clone(), (*desk).clone())
}

impl Sitting {
    /// The desk now.
    #[must_use]
    pub fn desk(&self) -> Rc<Desk> {
        self.0.desk.borrow().clone()
    }

    /// Lets `action` happen, and draws.
    pub fn send(&self, action: Action) {
        let next = Rc::new(self.desk().reduce(action));
        self.0.desk.replace(next.clone());
        self.0.show.set(next);
    }

    fn begin(&self) {
        let (reader, comparer) = (self.clone(), self.clone());
        let pool = Pool::new(
            move |id, outcome, text| reader.has_read((id, outcome, text)),
            move |asked, pairs| comparer.has_compared(asked, pairs),
        );
        self.0.pool.replace(Some(pool));
        self.put_back();
    }

    /// Puts files on a pile and has them read, when the browser has handed them all over.
    pub fn add_soon(&self, arrivals: impl Future<Output = Vec<Arrival>> + 'static, group: Group) {
        let sitting = self.clone();
        spawn_local(async move {
            let arrivals = arrivals.await;
            store::rest().await;
            sitting.add(arrivals, group);
        });
    }

    pub(super) fn add(&self, arrivals: Vec<Arrival>, group: Group) {
        if arrivals.is_empty() {
            return self.say("没有可以检查的文件。可以放 .docx、.txt、.md、.html，也可以放整个文件夹。");
        }
        if !self.0.keeping.is_back.get() {
            return self.0.keeping.early.borrow_mut().push((arrivals, group));
        }
        let first = self.desk().next_id;
        let files = arrivals.iter().map(|arrival| arrival.path.clone()).collect();
        self.send(Action::FilesAdded { files, group });
        let settings = self.settings();
        if let Some(pool) = &*self.0.pool.borrow() {
            pool.read(first, &arrivals, &settings);
        }
        let count = u32::try_from(arrivals.len()).unwrap_or(u32::MAX);
        self.have_changed(first..first.saturating_add(count));
    }

    fn has_read(&self, read: Read) {
        self.0.read.borrow_mut().push(read);
        let due = self.0.drawing.take();
        let sitting = self.clone();
        self.0.drawing.set(Some(due.unwrap_or_else(|| Timeout::new(TURN, move || sitting.take_in()))));
    }

    /// Takes what was read to the table.
    fn take_in(&self) {
        self.0.drawing.set(None);
        let read = self.0.read.take();
        self.have_changed(read.iter().map(|(id, _, _)| *id));
        self.send(Action::FilesRead(read));
        self.compare();
    }

    /// Gives up the files still waiting.
    pub fn cancel(&self) {
        if let Some(pool) = &*self.0.pool.borrow() {
            pool.cancel();
        }
        let waiting: Vec<u32> =
            self.desk().submissions.iter().filter(|one| one.outcome == Outcome::Waiting).map(|one| one.id).collect();
        self.send(Action::Cancelled);
        self.compare();
        spawn_local(async move { drop(store::discard(Some(&waiting)).await) });
    }

    /// Takes file `id` off the desk.
    pub fn remove(&self, id: u32) {
        self.send(Action::Removed(id));
        self.compare();
        spawn_local(async move { drop(store::discard(Some(&[id])).await) });
    }

    /// Clears the desk.
    pub fn clear(&self) {
        if let Some(pool) = &*self.0.pool.borrow() {
            pool.cancel();
        }
        self.send(Action::Cleared);
        spawn_local(async { drop(store::discard(None).await) });
    }

    /// Puts back what was cleared.
    pub fn undo_clearing(&self) {
        self.send(Action::ClearingUndone);
        self.compare();
        self.keep_all();
    }

    /// Has all texts compared, once they are read.
    pub(super) fn compare(&self) {
        let desk = self.desk();
        if let Some(pool) = self.0.pool.borrow().as_ref().filter(|_| !desk.is_busy() && desk.likeness.is_none()) {
            pool.compare(desk.next_id, desk.texts().map(|(id, text, previous)| (id, text.clone(), previous)).collect());
        }
    }

    /// Has all texts compared when the reviewer rests from writing in one.
    pub(super) fn compare_soon(&self) {
        let sitting = self.clone();
        self.0.comparing.set(Some(Timeout::new(REST, move || sitting.compare())));
    }

    /// Takes note of who shares passages with whom, unless files came since it was asked.
    fn has_compared(&self, asked: u32, pairs: Vec<Pair>) {
        if asked == self.desk().next_id && !self.desk().is_busy() {
            self.send(Action::Compared(Likeness::new(pairs)));
        }
    }

    /// Says something until it is read.
    pub fn say(&self, words: &str) {
        self.send(Action::Noticed(Some(words.into())));
    }
}
