//! Joins the state with the browser.

mod choices;
pub mod draft;
mod export;
mod findings;
mod judging;
mod keeping;
mod lines_in_view;
mod listener;
mod modal;
mod offline;
mod printing;
mod purpose;
mod review_keys;
mod session;
mod sitting;
mod transfer;
mod view;
mod window;

pub use lines_in_view::use_lines_in_view;
pub use modal::use_modal;
pub use offline::use_offline_copy;
pub use printing::use_printing;
pub use purpose::{Purpose, Reviewed};
pub use review_keys::use_review_keys;
pub use session::{EXAMPLE, Session, use_session, use_visit};
pub use sitting::{Sitting, use_sitting};
pub use transfer::{copy, open, paste};
pub use view::use_view;
pub use window::use_window_events;
