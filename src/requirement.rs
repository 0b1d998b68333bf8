//! The reviewer's table: what the regulation and the document rules ask of this report.

use serde::Serialize;

use crate::diagnostic::Finding;
use crate::document::{Document, Part};
use crate::text::Span;

/// Whether the report meets a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum State {
    /// 符合.
    #[serde(rename = "met")]
    Met,
    /// 不符合.
    #[serde(rename = "unmet")]
    Unmet,
    /// 需人工核实.
    #[serde(rename = "review")]
    Review,
    /// 不适用.
    #[serde(rename = "n/a")]
    NotApplicable,
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its id in the contract.
    pub id: &'static str,
    /// The part it belongs to.
    pub part: Option<Part>,
    /// Whether it is met.
    pub state: State,
    /// The place that proves it.
    pub evidence: Option<Span>,
    /// One sentence that says what was seen.
    pub message: String,
    /// The clause.
    pub basis: &'static str,
}

/// Judges every requirement, in the contract's order.
#[must_use]
pub fn judge(_document: &Document, _findings: &[Finding]) -> Vec<Requirement> {
    Vec::new()
}
