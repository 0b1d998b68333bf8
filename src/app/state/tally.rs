//! What counts of a report: the findings that are not ignored, and the verdict on them.

use super::State;
use crate::diagnostic::FixKind;
use crate::report::{Counts, Verdict};

impl State {
    /// The verdict on what counts.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.inspection.report.verdict.with(self.counts.error + self.counts.warning)
    }

    /// The findings in words: 3个错误、5个警告、6个提示.
    #[must_use]
    pub fn tally(&self) -> String {
        let Counts { error, warning, info } = self.counts;
        if error + warning + info == 0 {
            return "没有发现问题".to_owned();
        }
        format!("{error}个错误、{warning}个警告、{info}个提示")
    }

    /// With everything that is derived from the report, the ignored findings and the filter.
    pub(super) fn counted(mut self) -> Self {
        let (mut counts, mut mendable, mut ignored_here) = (Counts::default(), 0, 0);
        let mut listed = Vec::new();
        for (at, (finding, key)) in self.inspection.report.findings.iter().zip(&self.inspection.keys).enumerate() {
            let ignored = self.ignored.contains(key);
            if ignored {
                ignored_here += 1;
            } else {
                counts.add(finding.severity);
                mendable += usize::from(finding.fixes.iter().any(|fix| fix.kind == FixKind::Safe));
            }
            if ignored == self.filter.ignored && self.filter.shows(finding) {
                listed.push(at);
            }
        }
        (self.counts, self.mendable, self.ignored_here, self.listed) = (counts, mendable, ignored_here, listed.into());
        self
    }
}
