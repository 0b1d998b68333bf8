//! Tables for spreadsheet programs: UTF-8 with the mark they know it by, and no cell that they would run as a formula.

use csv::{Terminator, WriterBuilder};

use super::Failure;
use crate::document::Status;
use crate::report::{Report, cell::harmless};
use crate::requirement::State;

/// The columns of `hegui check --format csv`, one row a file.
pub const COLUMNS: [&str; 17] = [
    "文件",
    "标题",
    "单位",
    "单位类型",
    "年度",
    "成文日期",
    "结论",
    "错误",
    "警告",
    "提示",
    "主要举措和成效",
    "不足和原因",
    "第一责任人履职",
    "下一年度安排",
    "缺少的部分",
    "不符合的要求",
    "说明",
];

/// The mark and the row of column names.
#[must_use]
pub fn head(columns: &[&str]) -> String {
    format!("\u{FEFF}{}", row(columns))
}

/// One row, every cell made harmless.
#[must_use]
pub fn row(cells: &[impl AsRef<str>]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(cells.iter().map(|cell| harmless(cell.as_ref())));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The row of a report.
pub fn of_report(report: &Report) -> Vec<String> {
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    let missing: Vec<&str> =
        report.parts.iter().filter(|part| part.status == Status::Missing).map(|part| part.part.name()).collect();
    let unmet: Vec<&str> =
        report.requirements.iter().filter(|asked| asked.state == State::Unmet).map(|asked| asked.message.as_str()).collect();
    let mut cells = vec![
        given(&report.file),
        given(&report.title),
        given(&report.organ),
        report.profile.name().to_owned(),
        report.year.map_or_else(String::new, |year| year.to_string()),
        given(&report.date),
        report.verdict.name().to_owned(),
        report.counts.error.to_string(),
        report.counts.warning.to_string(),
        report.counts.info.to_string(),
    ];
    cells.extend(report.parts.iter().map(|part| part.status.name().to_owned()));
    cells.extend([missing.join("、"), unmet.join("；"), report.notes.join("；")]);
    cells
}

/// The row of an input that was not checked.
pub fn of_failure(failure: &Failure) -> Vec<String> {
    let mut cells = vec![String::new(); COLUMNS.len()];
    let mut set = |column: &str, value: &str| {
        let cell = COLUMNS.iter().position(|name| *name == column).and_then(|at| cells.get_mut(at));
        if let Some(cell) = cell {
            value.clone_into(cell);
        }
    };
    set("文件", failure.name.as_deref().unwrap_or(""));
    set("结论", "未检查");
    set("说明", &failure.message);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for cell in ["=1+2", "+1", "-1", "@SUM(A1)", "\tx", "＝1"] {
            assert!(row(&[cell]).trim_start_matches('"').starts_with('\''), "{cell}");
        }
        assert_eq!(row(&["清溪镇", "2025—2026", "a,b", "他说\"好\""]), "清溪镇,2025—2026,\"a,b\",\"他说\"\"好\"\"\"\r\n");
    }

    #[test]
    fn every_row_has_every_column() {
        let report = Report::new(&crate::check("=1+2", &crate::Options::default()), Some("=a.txt".to_owned()));
        assert_eq!(of_report(&report).len(), COLUMNS.len());
        assert!(row(&of_report(&report)).starts_with("'=a.txt,"));
        let failure = Failure { name: Some("b.txt".to_owned()), message: "b.txt：没有文字".to_owned() };
        assert_eq!(of_failure(&failure).len(), COLUMNS.len());
    }
}
