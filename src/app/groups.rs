//! Findings by the part they stand in.

use super::inspection::Inspection;

/// Findings that stand in one part, or before or after all parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The heading over them.
    pub name: String,
    /// Places in the report's list of findings, ascending.
    pub findings: Vec<usize>,
}

/// Groups `listed` (places in the report's list, ascending) by part, in the order of the text.
#[must_use]
pub fn groups(inspection: &Inspection, listed: &[usize]) -> Vec<Group> {
    let report = &inspection.report;
    let first = report.parts.iter().filter_map(|part| part.range).map(|range| range[0]).min();
    let mut groups: Vec<Group> = Vec::new();
    for &at in listed {
        let Some(finding) = report.findings.get(at) else { continue };
        let name = match finding.part {
            Some(part) => report
                .parts
                .iter()
                .find(|info| info.part == part)
                .and_then(|info| info.heading.clone())
                .unwrap_or_else(|| part.name().to_owned()),
            None if first.is_none() => "全文".to_owned(),
            None if first.is_some_and(|first| finding.range[0] < first) => "标题和导语".to_owned(),
            None => "其他段落和落款".to_owned(),
        };
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.findings.push(at),
            None => groups.push(Group { name, findings: vec![at] }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Options;

    #[test]
    fn findings_stand_under_their_part() {
        let text =
            "某镇2025年度法治政府建设情况报告\n推进法制政府建设。\n一、2025年主要举措和成效\n推进法制政府建设。\n增强法制观念。";
        let inspection = Inspection::new(text, &Options::default());
        let of_rule: Vec<usize> = inspection
            .report
            .findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| finding.rule == "fazhi-term")
            .map(|(at, _)| at)
            .collect();
        let groups = groups(&inspection, &of_rule);
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[0].name, "标题和导语");
        assert_eq!(groups[1].name, "一、2025年主要举措和成效");
        assert_eq!(groups[1].findings.len(), 2);
    }
}
