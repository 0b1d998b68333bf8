//! 合规 Hegui: checks the annual report on law-based government (法治政府建设年度报告).
//!
//! [`check`] takes any text and gives a [`Document`](document::Document) and its findings;
//! [`Report`](report::Report) is the same as plain data.

#[macro_use]
pub mod rule;
#[cfg(feature = "page")]
pub mod app;
pub mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod decoder;
pub mod diagnostic;
pub mod document;
pub mod facts;
pub mod files;
pub mod fix;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod outline;
pub mod report;
pub mod requirement;
pub mod review;
pub mod rules;
pub mod settings;
#[cfg(test)]
mod testing;
pub mod text;

pub use check::{Checked, Options, check};
pub use report::Report;
