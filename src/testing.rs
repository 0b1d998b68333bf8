//! Helpers for the tests in rule files, so that they read as sentences.
//!
//! A snippet without a line end is put into a small correct report as a paragraph of its first part;
//! a text with line ends is taken as the whole document.

use crate::check::{Options, check};
use crate::diagnostic::Severity;
use crate::fix::{Selection, apply, select};
use crate::rule::Rule;

const BEFORE: &str = "清溪镇人民政府2025年度法治政府建设情况报告\n\n中共临河县委员会、临河县人民政府：\n\n2025年，清溪镇深入学习贯彻习近平法治思想，扎实推进依法行政。现将有关情况报告如下：\n\n一、2025年度推进法治政府建设的主要举措和成效\n\n";
const AFTER: &str = "\n\n二、2025年度推进法治政府建设存在的不足和原因\n\n执法力量不足，主要原因是人员编制较少。\n\n三、2025年度党政主要负责人履行推进法治建设第一责任人职责的情况\n\n镇党委书记主持召开会议3次，研究法治建设议题9个。\n\n四、2026年度推进法治政府建设的主要安排\n\n充实执法队伍，举办培训4期。\n\n清溪镇人民政府\n2026年1月20日\n";

fn document(snippet: &str) -> String {
    if snippet.contains('\n') { snippet.to_owned() } else { format!("{BEFORE}{snippet}{AFTER}") }
}

/// A report of `organ` with `paragraph` in the part on its leaders.
pub fn report(organ: &str, paragraph: &str) -> String {
    format!(
        "{organ}2025年度法治政府建设情况报告\n\n中共临河县委、临河县人民政府：\n\n2025年，深入学习贯彻习近平法治思想，扎实推进依法行政。现将有关情况报告如下：\n\n一、2025年度推进法治政府建设的主要举措和成效\n\n开展执法检查12次，办理案件30件，全部按期办结。\n\n二、2025年度推进法治政府建设存在的不足和原因\n\n执法力量不足，主要原因是人员编制较少。\n\n三、2025年度党政主要负责人履行推进法治建设第一责任人职责的情况\n\n{paragraph}\n\n四、2026年度推进法治政府建设的主要安排\n\n充实执法队伍，举办培训4期。\n\n{organ}\n2026年1月20日\n"
    )
}

/// A report on `year` with what its preamble says, signed on `date`.
pub fn dated(year: u32, intro: &str, date: &str) -> String {
    format!(
        "清溪镇人民政府{year}年度法治政府建设情况报告\n{year}年，清溪镇{intro}。\n一、{year}年度主要举措和成效\n办案3件。\n清溪镇人民政府\n{date}\n"
    )
}

/// A report with `intro` as its introduction.
pub fn with_intro(intro: &str) -> String {
    format!("清溪镇人民政府2025年度法治政府建设情况报告\n\n县政府：\n\n{intro}\n\n一、主要举措和成效\n\n完成任务12项。\n")
}

/// A report with `duties` in the part on its leaders, that part's heading between ⟦ and ⟧.
pub fn with_duties(duties: &str) -> String {
    format!(
        "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n召开会议12次。\n\n\
         ⟦二、党政主要负责人履行推进法治建设第一责任人职责情况⟧\n\n{duties}\n\n三、2026年度主要安排\n\n召开会议3次。\n"
    )
}

fn only(rule: &Rule) -> Options {
    Options { only: vec![rule.id], ..Options::default() }
}

/// Asserts that `rule` flags exactly the stretches between ⟦ and ⟧; `⟦⟧` marks an empty range.
#[track_caller]
pub fn flags(rule: &'static Rule, marked: &str) {
    let marked = document(marked);
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut open = 0;
    for c in marked.chars() {
        match c {
            '⟦' => open = text.len(),
            '⟧' => expected.push((open, text.len())),
            c => text.push(c),
        }
    }
    assert!(!expected.is_empty(), "mark the flagged text with ⟦ ⟧, or use accepts");
    let checked = check(&text, &only(rule));
    let found: Vec<(usize, usize)> = checked.findings.iter().map(|f| (f.span.start, f.span.end)).collect();
    let show =
        |spans: &[(usize, usize)]| spans.iter().map(|&(s, e)| text.get(s..e).unwrap_or("?").to_owned()).collect::<Vec<_>>();
    assert!(
        found == expected,
        "{}: expected {:?}, found {:?} at {found:?} (expected {expected:?})",
        rule.id,
        show(&expected),
        show(&found)
    );
}

/// Asserts that `rule` speaks, and only as hints.
#[track_caller]
pub fn hints(rule: &'static Rule, snippet: &str) {
    let text = document(snippet);
    let found: Vec<Severity> = check(&text, &only(rule)).findings.iter().map(|f| f.severity).collect();
    assert!(!found.is_empty() && found.iter().all(|&severity| severity == Severity::Info), "{}: {found:?}", rule.id);
}

/// Asserts that `rule` says nothing.
#[track_caller]
pub fn accepts(rule: &'static Rule, snippet: &str) {
    let text = document(snippet);
    let checked = check(&text, &only(rule));
    let found: Vec<&str> = checked.findings.iter().map(|f| f.message.as_str()).collect();
    assert!(found.is_empty(), "{}: {found:?} in {snippet:?}", rule.id);
}

/// Asserts that the first fix of every finding turns `before` into `after`, and that nothing is left to fix.
#[track_caller]
pub fn fixes(rule: &'static Rule, before: &str, after: &str) {
    let (before, after) = (document(before), document(after));
    let round = select(&check(&before, &only(rule)).findings, Selection::All);
    assert!(!round.edits.is_empty(), "{}: no fix offered", rule.id);
    assert_eq!(apply(&before, &round.edits), after, "{}", rule.id);
    let again = select(&check(&after, &only(rule)).findings, Selection::All);
    assert!(again.edits.is_empty(), "{}: the mended text is mended again: {:?}", rule.id, again.edits);
}
