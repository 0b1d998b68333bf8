//! What the desk's table tells of one submission.

use serde::{Deserialize, Serialize};

use super::totals::add;
use crate::check::check;
use crate::document::{Profile, Status};
use crate::report::{Counts, Report, Verdict};
use crate::settings::Settings;

/// What the table tells of a submission that was read: small, so that a thousand of them are no burden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The title, blanks and line ends dropped.
    pub title: Option<String>,
    /// The reporting body.
    pub organ: Option<String>,
    /// The kind of body.
    pub profile: Profile,
    /// The report year.
    pub year: Option<u32>,
    /// The date of signature, YYYY-MM-DD.
    pub date: Option<String>,
    /// How the four parts are carried, in the regulation's order.
    pub parts: [Status; 4],
    /// Findings by severity.
    pub counts: Counts,
    /// The engine's conclusion.
    pub verdict: Verdict,
    /// Rules that spoke and how often, by id.
    pub rules: Vec<(String, usize)>,
}

impl Facts {
    /// Checks `text` under `settings`.
    #[must_use]
    pub fn of(text: &str, settings: &Settings) -> Self {
        Self::new(&Report::new(&check(text, &settings.options()), None))
    }

    /// What `report` tells.
    #[must_use]
    pub fn new(report: &Report) -> Self {
        let mut rules: Vec<(String, usize)> = Vec::new();
        report.findings.iter().for_each(|finding| add(&mut rules, finding.rule.to_owned()));
        rules.sort();
        let mut parts = [Status::Missing; 4];
        for (slot, part) in parts.iter_mut().zip(&report.parts) {
            *slot = part.status;
        }
        Self {
            title: report.title.clone(),
            organ: report.organ.clone(),
            profile: report.profile,
            year: report.year,
            date: report.date.clone(),
            parts,
            counts: report.counts,
            verdict: report.verdict,
            rules,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_tell_what_the_table_shows() {
        let facts = Facts::of(include_str!("../../../www/example.txt"), &Settings::default());
        assert_eq!(facts.parts.len(), 4);
        assert_eq!(facts.verdict, Verdict::Incomplete);
        let all: usize = facts.rules.iter().map(|(_, count)| count).sum();
        assert_eq!(all, facts.counts.error + facts.counts.warning + facts.counts.info);
        assert!(facts.organ.is_some() && facts.year.is_some());
    }

    #[test]
    fn an_empty_text_has_facts_too() {
        let facts = Facts::of("", &Settings::default());
        assert_eq!((facts.parts, facts.organ), ([Status::Missing; 4], None));
    }
}
