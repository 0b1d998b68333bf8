//! 审查意见书: what the reviewer tells the author of one submission, and the bureau of the batch.

use std::rc::Rc;

use super::likeness::Likeness;
use super::sheet::{Block, Sheet};
use super::state::Desk;
use super::submission::{Outcome, Submission};
use crate::app::inspection::Inspection;
use crate::diagnostic::Severity;
use crate::document::Part;
use crate::report::FindingReport;
use crate::rules;

/// Findings of this severity are told only where the reviewer agrees with them.
const QUIET: Severity = Severity::Info;

/// The opinion on one submission that was read, of which this is the inspection.
#[must_use]
pub fn of_one(desk: &Desk, submission: &Submission, inspection: &Inspection) -> Sheet {
    let report = &inspection.report;
    let unknown = || "未写明".to_owned();
    let verdict = submission.verdict().map_or("", |verdict| verdict.name());
    let mut blocks = vec![
        Block::values([
            ("报告机关", report.organ.clone().unwrap_or_else(unknown)),
            ("材料", submission.file_name().to_owned()),
            ("标题", report.title.clone().unwrap_or_else(unknown)),
            ("年度", report.year.map_or_else(unknown, |year| year.to_string())),
            ("成文日期", report.date.clone().unwrap_or_else(unknown)),
            ("审查结论", verdict.to_owned()),
        ]),
        Block::heading("一、四个部分"),
        Block::table(
            ["部分", "情况", "所在标题", "字数"],
            report
                .parts
                .iter()
                .map(|part| {
                    let heading = part.heading.clone().unwrap_or_else(|| "—".to_owned());
                    [part.part.name().to_owned(), part.status.name().to_owned(), heading, part.chars.to_string()]
                })
                .collect(),
        ),
        Block::heading("二、各项要求"),
        Block::table(
            ["情况", "说明", "依据"],
            report
                .requirements
                .iter()
                .map(|one| [one.state.name().to_owned(), one.message.clone(), one.basis.to_owned()])
                .collect(),
        ),
        Block::heading("三、需要修改的问题"),
    ];
    let findings: Vec<&FindingReport> = told(submission, inspection).collect();
    blocks.push(if findings.is_empty() {
        Block::text("没有发现需要修改的问题。")
    } else {
        Block::table(
            ["序号", "位置", "原文", "问题", "依据"],
            findings.iter().zip(1..).map(|(finding, number)| row(finding, number)).collect(),
        )
    });
    let alike = alike(desk, submission);
    if !alike.is_empty() {
        blocks.push(Block::heading("四、与其他材料雷同"));
        blocks.push(Block::table(["对方", "材料", "相同文字"], alike));
    }
    if !submission.review.remarks.trim().is_empty() {
        blocks.push(Block::heading("审查人意见"));
        blocks.push(Block::text(submission.review.remarks.trim()));
    }
    blocks.push(Block::text("审查人：　　　　　　　　日期：　　　　年　　月　　日"));
    Sheet { title: format!("{}法治政府建设年度报告审查意见书", report.organ.as_deref().unwrap_or("")), blocks }
}

/// The findings the author is told of: errors and warnings but those dismissed, and hints the reviewer agrees with.
fn told<'i>(submission: &'i Submission, inspection: &'i Inspection) -> impl Iterator<Item = &'i FindingReport> {
    let review = &submission.review;
    inspection.report.findings.iter().zip(&inspection.keys).filter_map(|(finding, key)| {
        let agreed = review.accepted.contains(key);
        let told = if finding.severity == QUIET { agreed } else { !review.dismissed.contains(key) };
        told.then_some(finding)
    })
}

fn row(finding: &FindingReport, number: usize) -> [String; 5] {
    let name = rules::name(finding.rule);
    let quoted: String = finding.text.chars().take(40).collect();
    [
        number.to_string(),
        format!("第 {} 行", finding.line),
        quoted,
        format!("{}：{}。{}", finding.severity.name(), name, finding.message),
        finding.basis.to_owned(),
    ]
}

fn alike(desk: &Desk, submission: &Submission) -> Vec<[String; 3]> {
    let none = Likeness::default();
    let pairs = desk.likeness.as_ref().unwrap_or(&none).of(submission.id);
    pairs
        .filter_map(|pair| {
            let other = desk.submission(pair.other(submission.id))?;
            Some([other.dated_name(), other.file.clone(), format!("{}%", pair.percent)])
        })
        .collect()
}

/// The heads of the batch's table.
#[must_use]
pub fn heads() -> [&'static str; 14] {
    let [a, b, c, d] = Part::ALL.map(Part::name);
    ["机关", "材料", "单位类型", "年度", a, b, c, d, "错误", "警告", "雷同", "成文日期", "结论", "意见"]
}

/// The rows of the batch's table, in the order of the table on the page.
#[must_use]
pub fn rows(desk: &Desk) -> Vec<[String; 14]> {
    let listed = desk.listed.iter().filter_map(|&place| desk.submissions.get(place));
    listed.map(|submission| batch_row(desk, submission)).collect()
}

fn batch_row(desk: &Desk, submission: &Rc<Submission>) -> [String; 14] {
    let mut row: [String; 14] = Default::default();
    row[0] = submission.name().to_owned();
    row[1] = submission.file.clone();
    row[13] = submission.review.remarks.trim().to_owned();
    match &submission.outcome {
        Outcome::Waiting => row[12] = "未检查".to_owned(),
        Outcome::Refused(reason) => (row[12], row[13]) = ("未能读取".to_owned(), reason.clone()),
        Outcome::Read(facts) => {
            let (errors, warnings) = submission.counts().unwrap_or_default();
            row[2] = facts.profile.name().to_owned();
            row[3] = facts.year.map_or_else(String::new, |year| year.to_string());
            for (cell, status) in row.iter_mut().skip(4).zip(facts.parts) {
                *cell = status.name().to_owned();
            }
            (row[8], row[9]) = (errors.to_string(), warnings.to_string());
            row[10] =
                alike(desk, submission).iter().map(|[name, _, share]| format!("{name} {share}")).collect::<Vec<_>>().join("；");
            row[11] = facts.date.clone().unwrap_or_default();
            row[12] = submission.verdict().map_or("", |verdict| verdict.name()).to_owned();
        }
    }
    row
}

/// The opinion on the whole batch.
#[must_use]
pub fn of_batch(desk: &Desk) -> Sheet {
    let totals = &desk.totals;
    let read = totals.files - totals.waiting - totals.refused;
    let blocks = vec![
        Block::text(format!(
            "共收到 {} 份，检查 {read} 份：通过 {} 份，需修改 {} 份，缺项 {} 份；未能读取 {} 份。",
            totals.files, totals.pass, totals.revise, totals.incomplete, totals.refused
        )),
        Block::heading("一、缺的部分"),
        Block::table(
            ["部分", "份数"],
            Part::ALL.into_iter().zip(totals.missing).map(|(part, count)| [part.name().to_owned(), count.to_string()]).collect(),
        ),
        Block::heading("二、最常见的问题"),
        Block::table(
            ["问题", "份数"],
            totals.rules.iter().map(|(rule, count)| [rules::name(rule).to_owned(), count.to_string()]).collect(),
        ),
        Block::heading("三、各份情况"),
        Block::table(
            ["机关", "材料", "年度", "四个部分", "错误", "警告", "雷同", "结论"],
            rows(desk)
                .into_iter()
                .map(|row| {
                    let [organ, file, _, year, a, b, c, d, errors, warnings, alike, _, verdict, _] = row;
                    [organ, file, year, [a, b, c, d].join("、"), errors, warnings, alike, verdict]
                })
                .collect(),
        ),
    ];
    Sheet { title: "法治政府建设年度报告审查情况".to_owned(), blocks }
}

#[cfg(test)]
mod tests;
