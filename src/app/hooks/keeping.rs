//! What is kept of a sitting in this browser, and put back when the page is opened again.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use super::sitting::{REST, Sitting};
use crate::app::desk::{Action, Group, Outcome, Submission};
use crate::app::interop::desk::{self as store, Arrival};

/// What is to be kept, and what is under way.
#[derive(Default)]
pub struct Keeping {
    /// Numbers of submissions changed since they were last kept.
    changed: RefCell<BTreeSet<u32>>,
    due: Cell<Option<Timeout>>,
    is_busy: Cell<bool>,
    /// Whether what was kept is on the desk again.
    pub(super) is_back: Cell<bool>,
    /// What came before that: it gets its numbers behind those kept.
    pub(super) early: RefCell<Vec<(Vec<Arrival>, Group)>>,
}

impl Sitting {
    /// Puts back what was kept, and then takes what came meanwhile.
    pub(super) fn put_back(&self) {
        let sitting = self.clone();
        spawn_local(async move {
            match store::load().await {
                Ok(kept) if kept.is_empty() => {}
                Ok(kept) => sitting.restore(kept),
                Err(_) => sitting.send(Action::Kept(false)),
            }
            sitting.0.keeping.is_back.set(true);
            for (arrivals, group) in sitting.0.keeping.early.take() {
                sitting.add(arrivals, group);
            }
        });
    }

    /// Puts a kept desk back. Files that were not read then are gone: the browser keeps no files.
    fn restore(&self, mut kept: Vec<Submission>) {
        let lost: Vec<u32> =
            kept.iter().filter(|submission| submission.outcome == Outcome::Waiting).map(|submission| submission.id).collect();
        kept.retain(|submission| submission.outcome != Outcome::Waiting);
        self.send(Action::Restored(kept));
        self.compare();
        if !lost.is_empty() {
            self.say(&format!("上次关闭页面时还有 {} 份没有读完，请重新拖入。", lost.len()));
            spawn_local(async move { drop(store::discard(Some(&lost)).await) });
        }
    }

    /// Keeps what changed in a moment; further changes do not put it off.
    fn keep_soon(&self) {
        let due = self.0.keeping.due.take();
        let sitting = self.clone();
        self.0.keeping.due.set(Some(due.unwrap_or_else(|| Timeout::new(REST, move || sitting.keep()))));
    }

    /// The submissions with these numbers changed and are to be kept.
    pub(super) fn have_changed(&self, ids: impl IntoIterator<Item = u32>) {
        self.0.keeping.changed.borrow_mut().extend(ids);
        self.keep_soon();
    }

    /// Keeps all submissions.
    pub(super) fn keep_all(&self) {
        self.have_changed(self.desk().submissions.iter().map(|submission| submission.id));
    }

    /// Keeps what changed, some at a time, as it is when its turn comes.
    fn keep(&self) {
        self.0.keeping.due.set(None);
        if self.0.keeping.is_busy.replace(true) {
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
                    sitting.0.keeping.changed.borrow_mut().extend(some.iter().map(|submission| submission.id));
                    break;
                }
            }
            sitting.0.keeping.is_busy.set(false);
        });
    }

    /// Some of what changed; none where all is kept.
    fn take_changed(&self) -> Option<Vec<Rc<Submission>>> {
        let (desk, mut changed) = (self.desk(), self.0.keeping.changed.borrow_mut());
        let ids: Vec<u32> = changed.iter().copied().take(store::AT_ONCE).collect();
        changed.retain(|id| !ids.contains(id));
        let some = ids.iter().filter_map(|&id| desk.submission(id).cloned()).collect();
        (!ids.is_empty()).then_some(some)
    }
}
