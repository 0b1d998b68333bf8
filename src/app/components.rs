//! What is seen.

mod check_sheet;
mod confirm_mending;
mod correctable;
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
