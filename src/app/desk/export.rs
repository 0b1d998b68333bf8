//! The files that leave the desk, before a library makes .docx, .xlsx or an archive of them.

use serde::Serialize;

use super::opinion;
use super::sheet::Sheet;
use super::state::Desk;
use super::submission::{Group, Outcome, Submission};
use crate::app::inspection::Inspection;
use crate::report::{Report, cell::harmless, sarif};

/// A file to make.
#[derive(Debug, Serialize)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// What it is.
    #[serde(flatten)]
    pub content: Content,
}

/// What a file is made of.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum Content {
    /// The text itself.
    Text(String),
    /// A Word document.
    Docx(Sheet),
    /// A workbook of one table.
    Xlsx(Table),
    /// A report as data.
    #[serde(rename = "json")]
    Report(Report),
    /// The findings of the batch, for tools.
    #[serde(rename = "json")]
    Sarif(Log),
}

/// A table.
#[derive(Debug, Serialize)]
pub struct Table {
    /// The heads of its columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The findings of a batch in SARIF.
#[derive(Debug, Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: sarif::Tool,
    language: &'static str,
    column_kind: &'static str,
    results: Vec<sarif::Finding>,
    invocations: [sarif::Invocation; 1],
}

/// The batch's table as a workbook.
#[must_use]
pub fn workbook(desk: &Desk) -> Part {
    let head = opinion::heads().map(str::to_owned).to_vec();
    let rows = opinion::rows(desk).into_iter().map(Vec::from).collect();
    Part { name: "审查汇总.xlsx".to_owned(), content: Content::Xlsx(Table { head, rows }) }
}

/// The batch's table as comma-separated values; nothing in it is taken for a formula.
#[must_use]
pub fn csv(desk: &Desk) -> Part {
    // Spreadsheet programs take a file without the mark for an old encoding.
    let mut out = String::from("\u{feff}");
    let heads = opinion::heads().map(str::to_owned);
    for row in std::iter::once(heads).chain(opinion::rows(desk)) {
        out.push_str(&row.map(|cell| csv_cell(&cell)).join(","));
        out.push_str("\r\n");
    }
    Part { name: "审查汇总.csv".to_owned(), content: Content::Text(out) }
}

fn csv_cell(cell: &str) -> String {
    format!("\"{}\"", harmless(cell).replace('"', "\"\""))
}

/// The opinion on one submission, to print and to edit.
#[must_use]
pub fn opinion_of(desk: &Desk, submission: &Submission, inspection: &Inspection) -> [Part; 2] {
    pair(&file_stem(submission), opinion::of_one(desk, submission, inspection))
}

/// All there is of one submission: the opinion on it, and the report as data.
#[must_use]
pub fn parts_of(desk: &Desk, submission: &Submission, inspection: Inspection) -> Vec<Part> {
    let opinion = opinion_of(desk, submission, &inspection);
    let report = Report { file: Some(submission.file.clone()), ..inspection.report };
    let data = Part { name: format!("数据/{}.json", safe(submission.name())), content: Content::Report(report) };
    opinion.into_iter().chain([data]).collect()
}

/// All there is of the batch: tables, opinion, and the findings as one log for tools.
#[must_use]
pub fn parts_of_batch(desk: &Desk, log: Log) -> Vec<Part> {
    let log = Part { name: "数据/全部问题.sarif".to_owned(), content: Content::Sarif(log) };
    [workbook(desk), csv(desk), log].into_iter().chain(pair("审查情况", opinion::of_batch(desk))).collect()
}

impl Log {
    /// A log without findings that tells of this year's files that could not be read.
    #[must_use]
    pub fn new(desk: &Desk) -> Self {
        let ours = desk.submissions.iter().filter(|submission| submission.group == Group::Current);
        let failures = ours.filter_map(|submission| match &submission.outcome {
            Outcome::Refused(reason) => Some((reason.clone(), Some(sarif::relative_uri(&submission.file)))),
            Outcome::Waiting | Outcome::Read(_) => None,
        });
        let run = Run {
            tool: sarif::tool(),
            language: "zh-CN",
            column_kind: sarif::COLUMN_KIND,
            results: Vec::new(),
            invocations: [sarif::Invocation::new(failures)],
        };
        Self { schema: sarif::SCHEMA, version: sarif::VERSION, runs: [run] }
    }

    /// Adds what `report` found in `submission`.
    pub fn add(&mut self, submission: &Submission, report: &Report) {
        let [run] = &mut self.runs;
        run.results.extend(sarif::findings(report, &submission.text, &sarif::relative_uri(&submission.file)));
    }
}

fn pair(stem: &str, sheet: Sheet) -> [Part; 2] {
    let html = Part { name: format!("{stem}.html"), content: Content::Text(sheet.html()) };
    [html, Part { name: format!("{stem}.docx"), content: Content::Docx(sheet) }]
}

/// 审查意见书-白沙镇人民政府, without anything a file name must not have.
fn file_stem(submission: &Submission) -> String {
    format!("审查意见书-{}", safe(submission.name()))
}

fn safe(name: &str) -> String {
    name.chars().filter(|&c| !c.is_control() && !"\\/:*?\"<>|".contains(c)).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::Action;
    use crate::settings::Settings;

    #[test]
    fn nothing_in_the_table_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"] {
            assert!(csv_cell(formula).starts_with("\"'"), "{formula}");
        }
        assert_eq!(csv_cell("石桥镇,38%"), "\"石桥镇,38%\"");
        assert_eq!(csv_cell("他说\"好\""), "\"他说\"\"好\"\"\"");
    }

    #[test]
    fn the_table_has_a_line_for_every_file() {
        let files = vec!["=cmd.txt".to_owned(), "乙.txt".to_owned()];
        let desk = Desk::default().reduce(Action::FilesAdded { files, group: Group::Current });
        let Content::Text(text) = csv(&desk).content else { panic!("text") };
        assert_eq!(text.lines().count(), 3);
        assert!(text.contains("\"'=cmd.txt\"") && text.starts_with('\u{feff}'));
    }

    #[test]
    fn the_log_tells_findings_and_files_that_were_not_read() {
        let desk = Desk::default()
            .reduce(Action::FilesAdded { files: vec!["甲.txt".into(), "乙.docx".into()], group: Group::Current });
        let text = "推进法制政府建设。";
        let read = Outcome::Read(crate::app::desk::Facts::of(text, &Settings::default()));
        let refused = Outcome::Refused("这份文件设有打开密码".to_owned());
        let desk = desk.reduce(Action::FilesRead(vec![(1, read, text.into()), (2, refused, "".into())]));
        let mut log = Log::new(&desk);
        log.add(&desk.submissions[0], &Inspection::new(text, &Settings::default().options()).report);
        let json = serde_json::to_value(&log).expect("JSON");
        let run = &json["runs"][0];
        assert!(run["results"].as_array().is_some_and(|results| results.iter().any(|one| one["ruleId"] == "fazhi-term")));
        assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    }

    #[test]
    fn file_names_are_harmless() {
        let submission = Submission::waiting(1, "../../a<b>:c.txt".to_owned(), Group::Current);
        assert_eq!(file_stem(&submission), "审查意见书-abc.txt");
    }
}
