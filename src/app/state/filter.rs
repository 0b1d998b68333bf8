//! What the list of findings shows.

use crate::diagnostic::Severity;
use crate::rule::Family;

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
    /// Whether findings of `severity` and `family` pass.
    #[must_use]
    pub fn shows(self, severity: Severity, family: Option<Family>) -> bool {
        self.severity.is_none_or(|only| only == severity) && (self.family.is_none() || self.family == family)
    }

    /// This filter with `severity` picked, or let go if it was.
    #[must_use]
    pub fn toggled(self, severity: Severity) -> Self {
        let severity = if self.severity == Some(severity) { None } else { Some(severity) };
        Self { severity, ..self }
    }
}
