//! What the desk knows, and how it changes: one reducer.

use std::rc::Rc;

use super::action::Action;
use super::likeness::Likeness;
use super::listing::Listing;
use super::submission::{Group, Outcome, Submission};
use super::totals::Totals;

/// The desk. A snapshot: compared by identity, changed only by [`Desk::reduce`].
#[derive(Clone, Debug)]
pub struct Desk {
    /// The files, as they came: their numbers ascend.
    pub submissions: Rc<Vec<Rc<Submission>>>,
    /// The number the next file gets.
    pub next_id: u32,
    /// Who shares passages with whom; `None` until it was looked for.
    pub likeness: Option<Likeness>,
    /// How the table lists.
    pub listing: Listing,
    /// Places in `submissions` of those listed, in order.
    pub listed: Rc<[usize]>,
    /// What the batch comes to.
    pub totals: Totals,
    /// The number of the selected submission.
    pub selected: Option<u32>,
    /// The number of the open one.
    pub open: Option<u32>,
    /// The pair that is laid side by side.
    pub beside: Option<[u32; 2]>,
    /// What was on the desk before it was cleared.
    pub cleared: Option<Rc<Vec<Rc<Submission>>>>,
    /// What the desk has to say.
    pub notice: Option<Rc<str>>,
    /// Whether the browser refused to keep the desk.
    pub unkept: bool,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            submissions: Rc::default(),
            next_id: 1,
            likeness: None,
            listing: Listing::default(),
            listed: Rc::from([]),
            totals: Totals::default(),
            selected: None,
            open: None,
            beside: None,
            cleared: None,
            notice: None,
            unkept: false,
        }
    }
}

impl Desk {
    /// The desk after `action`.
    #[must_use]
    pub fn reduce(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::FilesAdded { files, group } => {
                next.cleared = None;
                let submissions = Rc::make_mut(&mut next.submissions);
                for file in files {
                    submissions.push(Rc::new(Submission::waiting(next.next_id, file, group)));
                    next.next_id += 1;
                }
                return next.changed();
            }
            Action::FilesRead(read) => {
                let submissions = Rc::make_mut(&mut next.submissions);
                for (id, outcome, text) in read {
                    if let Some(submission) = find(submissions, id).and_then(|place| submissions.get_mut(place)) {
                        let submission = Rc::make_mut(submission);
                        (submission.outcome, submission.text) = (outcome, text);
                    }
                }
                return next.changed();
            }
            Action::Cancelled => {
                Rc::make_mut(&mut next.submissions).retain(|submission| submission.outcome != Outcome::Waiting);
                return next.changed();
            }
            Action::Compared(likeness) => {
                next.likeness = Some(likeness);
                return next.relisted();
            }
            Action::FilterChanged(filter) => {
                next.listing.filter = filter;
                return next.relisted();
            }
            Action::Searched(search) => {
                next.listing.search = search;
                return next.relisted();
            }
            Action::SortedBy(column) => {
                next.listing.sort_by(column);
                return next.relisted();
            }
            Action::Selected(id) => next.selected = next.submission(id).map(|submission| submission.id),
            Action::SelectionMoved(by) => next.selected = next.neighbour(next.selected, by),
            Action::Opened(id) => {
                next.open = next.submission(id).map(|submission| submission.id);
                next.selected = next.open;
                next.edit(id, |submission| submission.review.seen = true);
            }
            Action::Closed => next.open = None,
            Action::Reviewed(id, review) => {
                next.edit(id, |submission| submission.review = review);
                return next.relisted();
            }
            Action::Removed(id) => {
                Rc::make_mut(&mut next.submissions).retain(|submission| submission.id != id);
                return next.changed();
            }
            Action::LaidBeside(pair) => next.beside = pair,
            Action::Cleared => {
                let cleared = Some(self.submissions.clone());
                return Self { next_id: self.next_id, listing: self.listing.clone(), cleared, ..Self::default() };
            }
            Action::ClearingUndone => {
                if let Some(submissions) = next.cleared.take() {
                    next.submissions = submissions;
                    return next.changed();
                }
            }
            Action::Restored(submissions) => {
                next.next_id = submissions.iter().map(|submission| submission.id + 1).max().unwrap_or(1).max(next.next_id);
                let mut submissions: Vec<_> = submissions.into_iter().map(Rc::new).collect();
                submissions.sort_by_key(|submission| submission.id);
                next.submissions = Rc::new(submissions);
                return next.changed();
            }
            Action::Noticed(notice) => next.notice = notice,
            Action::Kept(kept) => next.unkept = !kept,
        }
        next
    }

    /// The submission with number `id`.
    #[must_use]
    pub fn submission(&self, id: u32) -> Option<&Rc<Submission>> {
        find(&self.submissions, id).and_then(|place| self.submissions.get(place))
    }

    /// The number of the submission `by` lines below the one with number `id` in the table; the first where there is none.
    #[must_use]
    pub fn neighbour(&self, id: Option<u32>, by: isize) -> Option<u32> {
        let last = self.listed.len().checked_sub(1)?;
        let place = id.and_then(|id| self.place_listed(id)).map_or(0, |place| place.saturating_add_signed(by).min(last));
        self.listed.get(place).and_then(|&place| self.submissions.get(place)).map(|submission| submission.id)
    }

    /// The line of the table on which submission `id` stands.
    #[must_use]
    pub fn place_listed(&self, id: u32) -> Option<usize> {
        self.listed.iter().position(|&place| self.submissions.get(place).is_some_and(|submission| submission.id == id))
    }

    /// Whether files are still to be read.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.submissions.iter().any(|submission| submission.outcome == Outcome::Waiting)
    }

    /// The texts to compare: number, text, whether of last year.
    pub fn texts(&self) -> impl Iterator<Item = (u32, &Rc<str>, bool)> {
        let read = self.submissions.iter().filter(|submission| submission.facts().is_some());
        read.map(|submission| (submission.id, &submission.text, submission.group == Group::Previous))
    }

    fn edit(&mut self, id: u32, edit: impl FnOnce(&mut Submission)) {
        if let Some(place) = find(&self.submissions, id)
            && let Some(submission) = Rc::make_mut(&mut self.submissions).get_mut(place)
        {
            edit(Rc::make_mut(submission));
        }
    }

    /// With other files: what was found of all of them holds no longer.
    fn changed(mut self) -> Self {
        self.likeness = None;
        self.relisted()
    }

    fn relisted(mut self) -> Self {
        self.totals = Totals::of(&self.submissions);
        let none = Likeness::default();
        let likeness = self.likeness.as_ref().unwrap_or(&none);
        self.listed = self.listing.places(&self.submissions, self.totals.year, likeness).into();
        let gone = |id: &u32| find(&self.submissions, *id).is_none();
        self.selected = self.selected.filter(|id| !gone(id));
        self.open = self.open.filter(|id| !gone(id));
        self.beside = self.beside.filter(|ids| !ids.iter().any(gone));
        self
    }
}

/// The place of the submission with number `id`.
fn find(submissions: &[Rc<Submission>], id: u32) -> Option<usize> {
    submissions.binary_search_by_key(&id, |submission| submission.id).ok()
}

#[cfg(test)]
mod tests;
