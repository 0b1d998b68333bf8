//! Joins the state with the browser.

mod draft;
mod modal;
mod session;
mod window;

pub use modal::use_modal;
pub use session::{EXAMPLE, Session, copy, paste, use_session};
pub use window::use_window_events;
