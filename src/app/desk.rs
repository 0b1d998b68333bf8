//! The reviewer's desk: the submissions of a batch, how they are listed, judged and told. No browser.

pub mod action;
pub mod export;
pub mod facts;
pub mod likeness;
pub mod listing;
pub mod opinion;
pub mod packed;
pub mod sheet;
pub mod state;
pub mod submission;
pub mod totals;

pub use action::Action;
pub use facts::Facts;
pub use likeness::{Likeness, Pair};
pub use listing::{Column, Filter, Listing};
pub use state::Desk;
pub use submission::{Group, Outcome, Review, Submission};
