//! SARIF 2.1.0 (OASIS Standard): findings as code-scanning services and editors read them.
//!
//! Places are lines and columns, columns in UTF-16 code units. The order of keys and results is always the same, and each
//! result has a fingerprint that does not change when lines move, so that a run can be compared with an earlier one.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::Failure;
use crate::diagnostic::Severity;
use crate::report::{FindingReport, FixReport, Range, Report};
use crate::rule::Rule;
use crate::text::{Hash, Lines};

/// Up to the first result.
pub fn head() -> String {
    let rules: Vec<Value> = crate::rules::all().iter().map(|rule| descriptor(rule)).collect();
    let driver = json!({
        "name": "hegui",
        "fullName": "合规 Hegui",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": "zh-CN",
        "shortDescription": {"text": "检查法治政府建设年度报告"},
        "rules": rules,
    });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{driver}}},\
         \"language\":\"zh-CN\",\"columnKind\":\"utf16CodeUnits\",\"results\":["
    )
}

/// Behind the last result.
pub fn tail(failures: &[Failure]) -> String {
    let told: Vec<Value> = failures
        .iter()
        .map(|failure| {
            let mut notification = json!({"level": "error", "message": {"text": failure.message}});
            if let Some(name) = &failure.name {
                notification["locations"] = json!([{"physicalLocation": {"artifactLocation": {"uri": uri(name)}}}]);
            }
            notification
        })
        .collect();
    let invocation = json!({"executionSuccessful": failures.is_empty(), "toolExecutionNotifications": told});
    format!("\n],\"invocations\":[{invocation}]}}]}}\n")
}

/// The results of one report, one on each line, with commas between them.
pub fn results(report: &Report, content: &str, name: &str) -> String {
    let place = Place { lines: Lines::new(content), uri: uri(name) };
    let mut seen = BTreeMap::new();
    let results = report.findings.iter().map(|finding| {
        let print = fingerprint(finding, content, place.lines.byte(finding.range[0]));
        // Equal findings among equal words are told apart by their order.
        let count = seen.entry(print).and_modify(|count| *count += 1).or_insert(1);
        format!("\n{}", result(finding, &place, &format!("{print:016x}:{count}")))
    });
    results.collect::<Vec<_>>().join(",")
}

fn descriptor(rule: &Rule) -> Value {
    let doc: Vec<&str> = rule.doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    json!({
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": doc.first().copied().unwrap_or(rule.name)},
        "help": {"text": format!("{}\n依据：{}", doc.join("\n"), rule.basis)},
        "defaultConfiguration": {"level": level(rule.severity), "enabled": rule.on},
        "properties": {"tags": [rule.family.id()], "basis": rule.basis},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(finding: &FindingReport, place: &Place, fingerprint: &str) -> Value {
    let mut places = finding.occurrences.clone();
    if places.is_empty() {
        places.push(finding.range);
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": crate::rules::all().iter().position(|rule| rule.id == finding.rule),
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": places.iter().map(|&range| place.location(range)).collect::<Vec<_>>(),
        "partialFingerprints": {"findingHash/v1": fingerprint},
    });
    if !finding.related.is_empty() {
        let related = (1..).zip(&finding.related).map(|(id, related)| {
            let mut location = place.location(related.range);
            location["id"] = json!(id);
            location["message"] = json!({"text": related.message});
            location
        });
        result["relatedLocations"] = related.collect();
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding.fixes.iter().map(|fix| place.fix(fix)).collect();
    }
    result
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
    uri: String,
}

impl Place<'_> {
    fn region(&self, [start, end]: Range) -> Value {
        let [start, end] = [start, end].map(|at| self.lines.place(self.lines.byte(at)));
        json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
    }

    fn location(&self, range: Range) -> Value {
        json!({"physicalLocation": {"artifactLocation": {"uri": self.uri}, "region": self.region(range)}})
    }

    fn fix(&self, fix: &FixReport) -> Value {
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| json!({"deletedRegion": self.region(edit.range), "insertedContent": {"text": edit.text}}))
            .collect();
        json!({
            "description": {"text": fix.title},
            "artifactChanges": [{"artifactLocation": {"uri": self.uri}, "replacements": replacements}],
        })
    }
}

/// A file's name as a URI reference: relative as it was given, or `file://` and the whole path.
fn uri(name: &str) -> String {
    let path = name.replace('\\', "/");
    let root = if path.starts_with('/') { "file://" } else { "file:///" };
    let mut uri = if Path::new(name).is_absolute() { root.to_owned() } else { String::new() };
    for byte in path.bytes() {
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
    use super::uri;

    #[test]
    fn names_become_uris() {
        assert_eq!(uri("a b/清.txt"), "a%20b/%E6%B8%85.txt");
        assert_eq!(uri("c:1.txt"), "c%3A1.txt");
        #[cfg(unix)]
        assert_eq!(uri("/tmp/a.txt"), "file:///tmp/a.txt");
    }
}
