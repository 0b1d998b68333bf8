//! The browser: the only users of `web_sys` and `js_sys` besides event types.

pub mod browser;
pub mod desk;
pub mod editor;
pub mod files;
pub mod offline;
pub mod settings;
pub mod storage;
pub mod work;
