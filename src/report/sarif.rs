//! SARIF 2.1.0 (OASIS Standard): findings as code-scanning services and editors read them.
//!
//! Places are lines and columns, columns in UTF-16 code units. The order of keys and results is always the same, and each
//! result has a fingerprint that does not change when lines move, so that a run can be compared with an earlier one.

use std::collections::BTreeMap;

mod model;

use model::{
    Artifact, Change, Configuration, Descriptor, Driver, Fingerprints, Fix, PhysicalLocation, Properties, Region, Replacement,
    Text,
};
pub use model::{Finding, Invocation, Location, Notification, Tool};

use super::{FindingReport, FixReport, Range, Report};
use crate::diagnostic::Severity;
use crate::rule::Rule;
use crate::text::{Hash, Lines};

/// Where the schema of the format stands.
pub const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The version of the format.
pub const VERSION: &str = "2.1.0";
/// How columns count.
pub const COLUMN_KIND: &str = "utf16CodeUnits";

/// This program and its rules.
#[must_use]
pub fn tool() -> Tool {
    let rules = crate::rules::all().iter().map(|rule| Descriptor::new(rule)).collect();
    Tool {
        driver: Driver {
            name: "hegui",
            full_name: "合规 Hegui",
            version: env!("CARGO_PKG_VERSION"),
            semantic_version: env!("CARGO_PKG_VERSION"),
            language: "zh-CN",
            short_description: text("检查法治政府建设年度报告"),
            rules,
        },
    }
}

/// The findings of one report on `content`, which stands at `uri`.
#[must_use]
pub fn findings(report: &Report, content: &str, uri: &str) -> Vec<Finding> {
    let place = Place { lines: Lines::new(content), artifact: Artifact { uri: uri.to_owned() } };
    let mut seen = BTreeMap::new();
    let findings = report.findings.iter().map(|finding| {
        let print = fingerprint(finding, content, place.lines.byte(finding.range[0]));
        // Equal findings among equal words are told apart by their order.
        let count = seen.entry(print).and_modify(|count| *count += 1).or_insert(1);
        place.finding(finding, format!("{print:016x}:{count}"))
    });
    findings.collect()
}

impl Invocation {
    /// A run in which `failures` happened: each a message, and the address of the file it is about.
    pub fn new(failures: impl Iterator<Item = (String, Option<String>)>) -> Self {
        let told: Vec<Notification> = failures.map(|(message, uri)| Notification::new(message, uri)).collect();
        Self { execution_successful: told.is_empty(), tool_execution_notifications: told }
    }
}

impl Notification {
    fn new(message: String, uri: Option<String>) -> Self {
        let whole = |uri| PhysicalLocation { artifact_location: Artifact { uri }, region: None };
        let locations = uri.map(|uri| Location { id: None, message: None, physical_location: whole(uri) }).into_iter().collect();
        Self { level: "error", message: text(message), locations }
    }
}

impl Descriptor {
    fn new(rule: &Rule) -> Self {
        let doc: Vec<&str> = rule.doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        Self {
            id: rule.id,
            name: rule.name,
            short_description: text(rule.name),
            full_description: text(doc.first().copied().unwrap_or(rule.name)),
            help: text(format!("{}\n依据：{}", doc.join("\n"), rule.basis)),
            default_configuration: Configuration { level: level(rule.severity), enabled: rule.on },
            properties: Properties { tags: [rule.family.id()], basis: rule.basis },
        }
    }
}

fn text(text: impl Into<String>) -> Text {
    Text { text: text.into() }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// How many characters of the line before and behind a finding's start belong to its fingerprint.
const AROUND: usize = 30;

/// A hash of the rule and of the words around byte `at`, wherever in the text they stand.
fn fingerprint(finding: &FindingReport, content: &str, at: usize) -> u64 {
    let inside = |c: &char| !matches!(c, '\n' | '\r');
    let (before, behind) = content.split_at_checked(at).unwrap_or((content, ""));
    let mut hash = Hash::new();
    finding.rule.chars().for_each(|c| hash.add(c));
    before.chars().rev().take_while(inside).take(AROUND).for_each(|c| hash.add(c));
    hash.add('\n');
    behind.chars().take_while(inside).take(AROUND).for_each(|c| hash.add(c));
    hash.0
}

/// The text that ranges belong to.
struct Place<'t> {
    lines: Lines<'t>,
    artifact: Artifact,
}

impl Place<'_> {
    fn finding(&self, finding: &FindingReport, hash: String) -> Finding {
        let places = if finding.occurrences.is_empty() { std::slice::from_ref(&finding.range) } else { &finding.occurrences[..] };
        let related = (1..).zip(&finding.related);
        Finding {
            rule_id: finding.rule,
            rule_index: crate::rules::all().iter().position(|rule| rule.id == finding.rule),
            level: level(finding.severity),
            message: text(&finding.message),
            locations: places.iter().map(|&range| self.location(range)).collect(),
            partial_fingerprints: Fingerprints { hash },
            related_locations: related
                .map(|(id, related)| Location {
                    id: Some(id),
                    message: Some(text(&related.message)),
                    ..self.location(related.range)
                })
                .collect(),
            fixes: finding.fixes.iter().map(|fix| self.fix(fix)).collect(),
        }
    }

    fn region(&self, [start, end]: Range) -> Region {
        let [start, end] = [start, end].map(|at| self.lines.place(self.lines.byte(at)));
        Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
    }

    fn location(&self, range: Range) -> Location {
        let physical_location = PhysicalLocation { artifact_location: self.artifact.clone(), region: Some(self.region(range)) };
        Location { id: None, message: None, physical_location }
    }

    fn fix(&self, fix: &FixReport) -> Fix {
        let replacement = |edit: &super::EditReport| Replacement {
            deleted_region: self.region(edit.range),
            inserted_content: text(&edit.text),
        };
        let replacements = fix.edits.iter().map(replacement).collect();
        Fix {
            description: text(&fix.title),
            artifact_changes: [Change { artifact_location: self.artifact.clone(), replacements }],
        }
    }
}

/// A file's name as a relative URI reference.
#[must_use]
pub fn relative_uri(name: &str) -> String {
    let mut uri = String::new();
    for byte in name.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::relative_uri;

    #[test]
    fn names_become_uris() {
        assert_eq!(relative_uri("a b/清.txt"), "a%20b/%E6%B8%85.txt");
        assert_eq!(relative_uri("c:1.txt"), "c%3A1.txt");
    }
}
