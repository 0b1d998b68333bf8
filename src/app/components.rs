//! What is seen.

mod check_sheet;
mod choice;
mod confirm_mending;
mod correctable;
mod desk;
mod dialogs;
mod explanation;
mod filters;
mod findings;
mod footer;
mod help;
mod item;
mod manual;
mod manual_entry;
mod modal;
mod new_version;
mod notices;
mod outline;
mod page;
mod parts;
mod previous;
mod privacy;
mod recognised;
mod requirements;
mod root;
mod settings;
mod sheet;
mod summary;
mod summary_bar;
mod terms;
mod top_bar;
mod verdict;
mod views;
mod welcome;

pub use root::Root;
