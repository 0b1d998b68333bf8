//! One sitting of a reviewer at the desk: its state, the workers, and what is kept.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::desk::{Action, Desk, Group, Likeness, Outcome, Pair, Submission};
use crate::app::interop::desk::{self as store, Arrival, Pool};

/// Milliseconds between two drawings while files come in.
const TURN: u32 = 120;
/// Milliseconds of rest after which changes are kept, and changed texts compared.
const REST: u32 = 400;

/// A file that was read: its number, what became of it, its text.
type Read = (u32, Outcome, Rc<str>);

/// A handle on the sitting; clones are the same sitting.
#[derive(Clone)]
pub struct Sitting(Rc<Inner>);

struct Inner {
    desk: RefCell<Rc<Desk>>,
    show: UseStateSetter<Rc<Desk>>,
    pool: RefCell<Option<Pool>>,
    /// Files read since the desk was last drawn.
    read: RefCell<Vec<Read>>,
    drawing: Cell<Option<Timeout>>,
    /// Numbers of submissions changed since they were last kept.
    changed: RefCell<BTreeSet<u32>>,
    keeping: Cell<Option<Timeout>>,
    /// Whether changes are being kept now.
    is_keeping: Cell<bool>,
    /// What came before the kept desk was back.
    early: RefCell<Option<Vec<(Vec<Arrival>, Group)>>>,
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
            changed: RefCell::default(),
            keeping: Cell::default(),
            is_keeping: Cell::default(),
            early: RefCell::new(Some(Vec::new())),
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
        let sitting = self.clone();
        spawn_local(async move {
            match store::load().await {
                Ok(kept) if kept.is_empty() => {}
                Ok(kept) => sitting.restore(kept),
                Err(_) => sitting.send(Action::Kept(false)),
            }
            for (arrivals, group) in sitting.0.early.take().into_iter().flatten() {
                sitting.add(arrivals, group);
            }
        });
    }

    /// Puts a kept desk back. Files that were not read then are gone: the browser keeps no files.
    fn restore(&self, mut kept: Vec<Submission>) {
        let before = kept.len();
        kept.retain(|submission| submission.outcome != Outcome::Waiting);
        let lost = before - kept.len();
        self.send(Action::Restored(kept));
        self.compare();
        if lost > 0 {
            self.say(&format!("上次关闭页面时还有 {lost} 份没有读完，请重新拖入。"));
        }
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

    fn add(&self, arrivals: Vec<Arrival>, group: Group) {
        if arrivals.is_empty() {
            return self.say("没有可以检查的文件。可以放 .docx、.txt、.md、.html，也可以放整个文件夹。");
        }
        if let Some(early) = &mut *self.0.early.borrow_mut() {
            return early.push((arrivals, group));
        }
        let first = self.desk().next_id;
        let files = arrivals.iter().map(|arrival| arrival.path.clone()).collect();
        self.send(Action::FilesAdded { files, group });
        let settings = self.settings();
        if let Some(pool) = &*self.0.pool.borrow() {
            pool.read(first, &arrivals, &settings);
        }
        let count = u32::try_from(arrivals.len()).unwrap_or(u32::MAX);
        self.0.changed.borrow_mut().extend(first..first.saturating_add(count));
        self.keep_soon();
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
        self.0.changed.borrow_mut().extend(read.iter().map(|(id, _, _)| id));
        self.send(Action::FilesRead(read));
        self.compare();
        self.keep_soon();
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

    /// Keeps what changed in a moment; further changes do not put it off.
    pub(super) fn keep_soon(&self) {
        let due = self.0.keeping.take();
        let sitting = self.clone();
        self.0.keeping.set(Some(due.unwrap_or_else(|| Timeout::new(REST, move || sitting.keep()))));
    }

    /// Submission `id` changed and is to be kept.
    pub(super) fn has_changed(&self, id: u32) {
        self.0.changed.borrow_mut().insert(id);
        self.keep_soon();
    }

    /// Keeps all submissions.
    pub(super) fn keep_all(&self) {
        let desk = self.desk();
        self.0.changed.borrow_mut().extend(desk.submissions.iter().map(|submission| submission.id));
        self.keep();
    }

    /// Keeps what changed, some at a time, as it is when its turn comes.
    pub fn keep(&self) {
        self.0.keeping.set(None);
        if self.0.is_keeping.replace(true) {
            return;
        }
        let sitting = self.clone();
        spawn_local(async move {
            while let Some(some) = sitting.take_changed() {
                let kept = store::store(&some).await.is_ok();
                if kept == sitting.desk().unkept {
                    sitting.send(Action::Kept(kept));
                }
                if !kept {
                    sitting.0.changed.borrow_mut().extend(some.iter().map(|submission| submission.id));
                    break;
                }
            }
            sitting.0.is_keeping.set(false);
        });
    }

    /// Some of what changed; none where all is kept.
    fn take_changed(&self) -> Option<Vec<Rc<Submission>>> {
        let (desk, mut changed) = (self.desk(), self.0.changed.borrow_mut());
        let ids: Vec<u32> = changed.iter().copied().take(store::AT_ONCE).collect();
        changed.retain(|id| !ids.contains(id));
        let some = ids.iter().filter_map(|&id| desk.submission(id).cloned()).collect();
        (!ids.is_empty()).then_some(some)
    }
}
