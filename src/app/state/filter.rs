//! What the list of findings shows.

use crate::diagnostic::Severity;
use crate::report::FindingReport;
use crate::rule::Family;
use crate::rules;

/// What the list of findings shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this severity.
    pub severity: Option<Severity>,
    /// Only this family.
    pub family: Option<Family>,
    /// The ignored findings in place of those that count.
    pub ignored: bool,
}

impl Filter {
    /// Whether `finding` passes.
    #[must_use]
    pub fn shows(self, finding: &FindingReport) -> bool {
        let family = || rules::find(finding.rule).map(|rule| rule.family);
        self.severity.is_none_or(|only| only == finding.severity) && self.family.is_none_or(|only| family() == Some(only))
    }

    /// This filter with `severity` picked, or let go if it was.
    #[must_use]
    pub fn toggled(self, severity: Severity) -> Self {
        let severity = if self.severity == Some(severity) { None } else { Some(severity) };
        Self { severity, ..self }
    }
}
