//! What can happen at the desk.

use std::rc::Rc;

use super::likeness::Likeness;
use super::listing::{Column, Filter};
use super::submission::{Group, Outcome, Review, Submission};

/// What happened at the desk.
#[derive(Clone, Debug)]
pub enum Action {
    /// Files were put on a pile; they get the numbers from `Desk::next_id` on.
    FilesAdded {
        /// Their names.
        files: Vec<String>,
        /// The pile.
        group: Group,
    },
    /// Files were read, or not: number, what became of it, text.
    FilesRead(Vec<(u32, Outcome, Rc<str>)>),
    /// The files still waiting were given up.
    Cancelled,
    /// Who shares passages with whom.
    Compared(Likeness),
    /// The filter was changed.
    FilterChanged(Filter),
    /// A word was searched for.
    Searched(String),
    /// A column was sorted by; once more turns the order round.
    SortedBy(Column),
    /// A submission was selected.
    Selected(u32),
    /// The selection moves by so many lines.
    SelectionMoved(isize),
    /// A submission was opened.
    Opened(u32),
    /// The open submission was closed.
    Closed,
    /// The reviewer made something of a submission.
    Reviewed(u32, Review),
    /// A file was taken off the desk.
    Removed(u32),
    /// Two submissions that share passages were laid side by side, or taken apart.
    LaidBeside(Option<[u32; 2]>),
    /// The desk was cleared.
    Cleared,
    /// What was cleared is to be back.
    ClearingUndone,
    /// A kept desk was put back.
    Restored(Vec<Submission>),
    /// Something is to be said.
    Noticed(Option<Rc<str>>),
    /// The desk was kept, or could not be.
    Kept(bool),
}
