//! What is seen.

mod check_sheet;
mod confirm_mending;
mod dialogs;
mod explanation;
mod filters;
mod findings;
mod footer;
mod help;
mod item;
mod modal;
mod notices;
mod outline;
mod page;
mod parts;
mod recognised;
mod requirements;
mod settings;
mod sheet;
mod summary;
mod summary_bar;
mod top_bar;
mod verdict;
mod welcome;

pub use page::Page;

use std::rc::Rc;

use yew::Properties;

use crate::app::hooks::Session;
use crate::app::state::State;

/// What most components need: the state to show and the session to tell.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The visit.
    pub session: Session,
    /// Its state as drawn.
    pub state: Rc<State>,
}
