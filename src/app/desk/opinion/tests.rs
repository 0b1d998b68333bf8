use super::*;
use crate::app::desk::action::Action;
use crate::app::desk::facts::Facts;
use crate::app::desk::likeness::Pair;
use crate::app::desk::submission::Group;
use crate::settings::Settings;

const EXAMPLE: &str = include_str!("../../../../www/example.txt");

fn desk() -> Desk {
    let files = vec!["甲镇.txt".to_owned(), "乙镇.docx".to_owned()];
    let desk = Desk::default().reduce(Action::FilesAdded { files, group: Group::Current });
    let read = Outcome::Read(Facts::of(EXAMPLE, &Settings::default()));
    desk.reduce(Action::FilesRead(vec![
        (1, read, Rc::from(EXAMPLE)),
        (2, Outcome::Refused("文件已加密".to_owned()), Rc::from("")),
    ]))
}

fn opinion(desk: &Desk) -> String {
    let submission = desk.submission(1).expect("a submission");
    of_one(desk, submission, &Inspection::new(&submission.text, &Settings::default().options())).html()
}

#[test]
fn an_opinion_tells_parts_requirements_and_findings() {
    let html = opinion(&desk());
    for words in ["审查意见书", "四个部分", "缺少", "各项要求", "不符合", "需要修改的问题", "错误：", "第 "]
    {
        assert!(html.contains(words), "{words}");
    }
    assert!(!html.contains("提示："), "hints are the reviewer's choice");
}

#[test]
fn what_the_reviewer_dismissed_is_not_told_and_remarks_are() {
    let desk = desk();
    let inspection = Inspection::new(EXAMPLE, &Settings::default().options());
    let place = inspection.report.findings.iter().position(|finding| finding.severity == Severity::Error).expect("an error");
    let mut review = desk.submission(1).expect("a submission").review.clone();
    review.dismissed.push(inspection.keys[place]);
    review.remarks = "请补充<原因>。".to_owned();
    let after = opinion(&desk.reduce(Action::Reviewed(1, review)));
    assert!(opinion(&desk).matches("<td><bdi>第 ").count() == after.matches("<td><bdi>第 ").count() + 1);
    assert!(after.contains("请补充&lt;原因&gt;。"));
}

#[test]
fn likeness_is_told_to_the_author() {
    let likeness = Likeness::new(vec![Pair { ids: [1, 2], percent: 38, ..Pair::default() }]);
    assert!(opinion(&desk().reduce(Action::Compared(likeness))).contains("38%"));
}

#[test]
fn the_batch_has_a_row_for_every_file() {
    let desk = desk();
    let rows = rows(&desk);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().any(|row| row[12] == "未能读取" && row[13] == "文件已加密"));
    assert!(of_batch(&desk).html().contains("共收到 2 份，检查 1 份"));
}
