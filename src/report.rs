//! One checked report as data: the shape of the JSON and JavaScript surface.
//!
//! Offsets are UTF-16 code units, half-open, from 0; lines and columns count from 1.

pub mod cell;
pub mod sarif;
#[cfg(not(target_arch = "wasm32"))]
pub mod text;

use serde::{Deserialize, Serialize, Serializer};

use crate::check::Checked;
use crate::diagnostic::{FixKind, Severity};
use crate::document::{Part, Profile, Status};
use crate::requirement::{State, judge};
use crate::text::{Lines, Span, chars, is_blank};

/// A half-open range of UTF-16 code units.
pub type Range = [u32; 2];

/// One report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// `hegui/report/1`.
    pub schema: &'static str,
    /// The file's name, where there is one.
    pub file: Option<String>,
    /// The title, blanks and line ends dropped.
    pub title: Option<String>,
    /// The reporting body.
    pub organ: Option<String>,
    /// The kind of body used, guessed or set.
    pub profile: Profile,
    /// The report year.
    pub year: Option<u32>,
    /// The date of signature, YYYY-MM-DD.
    pub date: Option<String>,
    /// The conclusion.
    pub verdict: Verdict,
    /// Findings by severity.
    pub counts: Counts,
    /// The four parts in the regulation's order.
    pub parts: Vec<PartReport>,
    /// The reviewer's table.
    pub requirements: Vec<RequirementReport>,
    /// Sorted by range, then rule.
    pub findings: Vec<FindingReport>,
    /// Stretches that were not checked, with the reason.
    pub ignored: Vec<Ignored>,
    /// What happened while the file was read and what was left out of its text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// 结论.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// 缺项: a part is missing.
    Incomplete,
    /// 需修改: all parts there, but errors or warnings.
    Revise,
    /// 通过.
    Pass,
}

impl Verdict {
    /// The id in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Revise => "revise",
            Self::Pass => "pass",
        }
    }

    /// The conclusion where so many errors and warnings count: a missing part stays missing.
    #[must_use]
    pub fn with(self, errors_and_warnings: usize) -> Self {
        match self {
            Self::Incomplete => Self::Incomplete,
            Self::Revise | Self::Pass if errors_and_warnings > 0 => Self::Revise,
            Self::Revise | Self::Pass => Self::Pass,
        }
    }

    /// The word in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Incomplete => "缺项",
            Self::Revise => "需修改",
            Self::Pass => "通过",
        }
    }
}

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Hints.
    pub info: usize,
}

impl Counts {
    /// Counts one more finding of `severity`.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.error += 1,
            Severity::Warning => self.warning += 1,
            Severity::Info => self.info += 1,
        }
    }
}

/// One of the four parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartReport {
    /// Which.
    pub part: Part,
    /// How it is carried.
    pub status: Status,
    /// The heading's whole text, number included.
    pub heading: Option<String>,
    /// The section, or the sentence that carries it.
    pub range: Option<Range>,
    /// The line it starts on.
    pub line: Option<u32>,
    /// Chinese characters in it.
    pub chars: usize,
}

/// One line of the reviewer's table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequirementReport {
    /// Its id.
    #[serde(serialize_with = "name")]
    pub id: &'static str,
    /// The part it belongs to.
    pub part: Option<Part>,
    /// Whether it is met.
    pub state: State,
    /// The place that proves it.
    pub evidence: Option<Range>,
    /// What was seen.
    pub message: String,
    /// The clause.
    #[serde(serialize_with = "name")]
    pub basis: &'static str,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingReport {
    /// The rule's id.
    #[serde(serialize_with = "name")]
    pub rule: &'static str,
    /// How grave.
    pub severity: Severity,
    /// The offending text.
    pub range: Range,
    /// Line of its start.
    pub line: u32,
    /// Column of its start.
    pub column: u32,
    /// The offending text itself.
    pub text: String,
    /// What is wrong.
    pub message: String,
    /// The clause.
    #[serde(serialize_with = "name")]
    pub basis: &'static str,
    /// The part it stands in or speaks of.
    pub part: Option<Part>,
    /// Other places the message speaks of.
    pub related: Vec<Related>,
    /// All places of a finding that stands for many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub occurrences: Vec<Range>,
    /// Ways to mend it.
    pub fixes: Vec<FixReport>,
}

/// Another place a message speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Related {
    /// Where.
    pub range: Range,
    /// What it is.
    pub message: String,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FixReport {
    /// An imperative.
    pub title: String,
    /// Safe or unsafe.
    pub kind: FixKind,
    /// Ascending, disjoint.
    pub edits: Vec<EditReport>,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditReport {
    /// What is replaced.
    pub range: Range,
    /// What stands there afterwards.
    pub text: String,
}

/// A stretch that was not checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ignored {
    /// Where.
    pub range: Range,
    /// Why.
    pub reason: &'static str,
}

/// Writes a name that stands in the program as serde's names of variants are written: JavaScript's string of it is made once.
fn name<S: Serializer>(name: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit_variant("", 0, name)
}

impl FindingReport {
    /// 0 for the gravest severity.
    #[must_use]
    pub fn severity_rank(&self) -> u32 {
        match self.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Info => 2,
        }
    }
}

impl Report {
    /// The report on `checked`.
    #[must_use]
    pub fn new(checked: &Checked, file: Option<String>) -> Self {
        Self::placed(checked, file, &Lines::new(checked.document.text))
    }

    /// The report on `checked`, with the lines of its text.
    #[must_use]
    pub fn placed(checked: &Checked, file: Option<String>, lines: &Lines) -> Self {
        let doc = &checked.document;
        let range = |span: Span| [lines.utf16(span.start), lines.utf16(span.end)];
        let mut counts = Counts::default();
        checked.findings.iter().for_each(|finding| counts.add(finding.severity));
        let missing = doc.parts.iter().any(|info| info.status == Status::Missing);
        let verdict = if missing { Verdict::Incomplete } else { Verdict::Pass.with(counts.error + counts.warning) };
        let parts = Part::ALL
            .into_iter()
            .map(|part| {
                let info = doc.part(part);
                let heading = info.heading.and_then(|h| doc.headings.get(h)).map(|h| {
                    let start = h.number.map_or(h.title.start, |n| n.span.start);
                    doc.get(Span::new(start, h.title.end)).to_owned()
                });
                PartReport {
                    part,
                    status: info.status,
                    heading,
                    range: info.range.map(range),
                    line: info.range.map(|r| lines.place(r.start).line),
                    chars: info.chars,
                }
            })
            .collect();
        let requirements = judge(doc, &checked.findings)
            .into_iter()
            .map(|r| RequirementReport {
                id: r.id,
                part: r.part,
                state: r.state,
                evidence: r.evidence.map(range),
                message: r.message,
                basis: r.basis,
            })
            .collect();
        let findings = checked
            .findings
            .iter()
            .map(|f| {
                let place = lines.place(f.span.start);
                let part = f.about.or_else(|| doc.block_around(f.span.start).and_then(|block| block.part));
                FindingReport {
                    rule: f.rule.id,
                    severity: f.severity,
                    range: range(f.span),
                    line: place.line,
                    column: place.column,
                    text: doc.get(f.span).to_owned(),
                    message: f.message.clone(),
                    basis: f.rule.basis,
                    part,
                    related: f
                        .related
                        .iter()
                        .map(|(span, message)| Related { range: range(*span), message: message.clone() })
                        .collect(),
                    occurrences: f.occurrences.iter().map(|&span| range(span)).collect(),
                    fixes: f
                        .fixes
                        .iter()
                        .map(|fix| FixReport {
                            title: fix.title.clone(),
                            kind: fix.kind,
                            edits: fix
                                .edits
                                .iter()
                                .map(|edit| EditReport { range: range(edit.span), text: edit.text.clone() })
                                .collect(),
                        })
                        .collect(),
                }
            })
            .collect();
        let mut ignored: Vec<Ignored> = Vec::new();
        for block in doc.blocks.iter().filter(|block| block.kind == crate::document::Kind::Residue) {
            let next = range(block.span);
            match ignored.last_mut() {
                Some(last)
                    if doc
                        .text
                        .get(lines.byte(last.range[1])..block.span.start)
                        .is_some_and(|gap| gap.chars().all(|c| is_blank(c) || c == '\n' || c == '\r')) =>
                {
                    last.range[1] = next[1]
                }
                _ => ignored.push(Ignored { range: next, reason: "网页元信息" }),
            }
        }
        Self {
            schema: "hegui/report/1",
            file,
            title: doc.title.as_ref().map(|title| title.text.clone()),
            organ: doc.organ.clone(),
            profile: doc.profile,
            year: doc.year,
            date: doc.date.and_then(|line| line.date).filter(|date| date.exists()).map(|date| date.iso()),
            verdict,
            counts,
            parts,
            requirements,
            findings,
            ignored,
            notes: Vec::new(),
        }
    }
}

/// The number of characters a person would count: blanks and line ends left out.
#[must_use]
pub fn count_characters(text: &str) -> usize {
    text.chars().filter(|&c| !is_blank(c) && !c.is_control()).count().max(chars::count_han(text))
}

/// A rule as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// Its id.
    pub id: &'static str,
    /// Its Chinese name.
    pub name: &'static str,
    /// Its family.
    pub family: &'static str,
    /// How grave its findings are at most.
    pub severity: Severity,
    /// Whether it runs unless it is left out.
    pub on: bool,
    /// The clause.
    pub basis: &'static str,
    /// 检查什么, 为什么, 示例, 修改.
    pub doc: String,
}

impl RuleInfo {
    /// The data of `rule`.
    #[must_use]
    pub fn new(rule: &crate::rule::Rule) -> Self {
        let lines: Vec<&str> = rule.doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        Self {
            id: rule.id,
            name: rule.name,
            family: rule.family.id(),
            severity: rule.severity,
            on: rule.on,
            basis: rule.basis,
            doc: lines.join("\n"),
        }
    }
}
