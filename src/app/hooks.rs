//! Joins the state with the browser.

mod choices;
pub mod draft;
mod listener;
mod modal;
mod session;
mod transfer;
mod window;

pub use modal::use_modal;
pub use session::{EXAMPLE, Session, use_session};
pub use transfer::{copy, open, paste};
pub use window::use_window_events;
