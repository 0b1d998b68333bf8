//! The page: a pure state (tested natively) and, in the browser, what shows it.
//!
//! Direction: [`state`] knows the engine and no browser; `interop` wraps the browser;
//! `hooks` join both in a session; `components` show the state and send actions.

pub mod correction;
pub mod desk;
pub mod difference;
pub mod groups;
pub mod inspection;
pub mod keys;
pub mod manual;
pub mod mending;
pub mod opening;
pub mod previous;
pub mod state;
pub mod view;

#[cfg(target_arch = "wasm32")]
pub mod components;
#[cfg(target_arch = "wasm32")]
pub mod hooks;
#[cfg(target_arch = "wasm32")]
pub mod interop;
