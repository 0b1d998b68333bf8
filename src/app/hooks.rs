//! Joins the state with the browser.

mod choices;
pub mod draft;
mod export;
mod listener;
mod modal;
mod session;
mod sitting;
mod transfer;
mod view;
mod window;

pub use modal::use_modal;
pub use session::{EXAMPLE, Session, use_session};
pub use sitting::{Sitting, use_sitting};
pub use transfer::{copy, open, paste};
pub use view::use_view;
pub use window::use_window_events;
