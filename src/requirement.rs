//! The reviewer's table: what the regulation and the document rules ask of this report.

mod answers;
mod content;
mod frame;

use serde::Serialize;

use crate::diagnostic::{Finding, Severity};
use crate::document::{Document, Part};
use crate::text::{Shown, Span};

/// Whether the report meets a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum State {
    /// 符合.
    #[serde(rename = "met")]
    Met,
    /// 不符合.
    #[serde(rename = "unmet")]
    Unmet,
    /// 需人工核实.
    #[serde(rename = "review")]
    Review,
    /// 不适用.
    #[serde(rename = "n/a")]
    NotApplicable,
}

impl State {
    /// The word in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "符合",
            Self::Unmet => "不符合",
            Self::Review => "需人工核实",
            Self::NotApplicable => "不适用",
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its id in the contract.
    pub id: &'static str,
    /// The part it belongs to.
    pub part: Option<Part>,
    /// Whether it is met.
    pub state: State,
    /// The place that proves it.
    pub evidence: Option<Span>,
    /// One sentence that says what was seen.
    pub message: String,
    /// The clause.
    pub basis: &'static str,
}

/// What is asked, in the contract's order: id, part, clause, judge.
const ASKED: &[(&str, Option<Part>, &str, Judge)] = &[
    ("title", None, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条", frame::title),
    ("addressee", None, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条", frame::addressee),
    ("achievements", Some(Part::Achievements), REGULATION, content::achievements),
    ("achievements-figures", Some(Part::Achievements), "公文写作惯例", content::figures),
    ("shortcomings", Some(Part::Shortcomings), REGULATION, content::shortcomings),
    ("shortcomings-reasons", Some(Part::Shortcomings), REGULATION, content::reasons),
    ("leader-duties", Some(Part::LeaderDuties), REGULATION, content::leader_duties),
    ("leader-duties-acts", Some(Part::LeaderDuties), REGULATION, content::acts),
    ("next-year", Some(Part::NextYear), REGULATION, content::next_year),
    ("next-year-answers", Some(Part::NextYear), "公文写作惯例", answers::answers),
    ("years", None, REGULATION, frame::years),
    ("signature", None, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条", frame::signature),
    ("date", None, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条；GB/T 9704—2012 7.3.5.4", frame::date),
    ("deadline", None, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条", frame::deadline),
    ("publishable", None, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条", frame::publishable),
];

const REGULATION: &str = "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）";

/// How one requirement is judged.
type Judge = fn(&Document, &[Finding]) -> Verdict;

/// What was seen.
struct Verdict {
    state: State,
    evidence: Option<Span>,
    message: String,
}

impl Verdict {
    fn new(state: State, evidence: Option<Span>, message: impl Into<String>) -> Self {
        Self { state, evidence, message: message.into() }
    }

    fn met(evidence: Span, message: impl Into<String>) -> Self {
        Self::new(State::Met, Some(evidence), message)
    }

    fn unmet(evidence: Option<Span>, message: impl Into<String>) -> Self {
        Self::new(State::Unmet, evidence, message)
    }

    fn review(evidence: Option<Span>, message: impl Into<String>) -> Self {
        Self::new(State::Review, evidence, message)
    }

    fn not_applicable(message: impl Into<String>) -> Self {
        Self::new(State::NotApplicable, None, message)
    }
}

/// Judges every requirement, in the contract's order.
#[must_use]
pub fn judge(document: &Document, findings: &[Finding]) -> Vec<Requirement> {
    if document.hidden.is_empty() {
        return judge_seen(document, findings);
    }
    // Judged by what is to be read.
    let shown = Shown::new(document.text, &document.hidden);
    let findings: Vec<Finding> = findings.iter().map(|finding| finding.clone().moved(|span| shown.seen(span))).collect();
    let mut requirements = judge_seen(&document.seen(&shown), &findings);
    for requirement in &mut requirements {
        requirement.evidence = requirement.evidence.map(|span| shown.written(span));
    }
    requirements
}

fn judge_seen(document: &Document, findings: &[Finding]) -> Vec<Requirement> {
    ASKED
        .iter()
        .map(|&(id, part, basis, judge)| {
            let Verdict { state, evidence, message } = judge(document, findings);
            Requirement { id, part, state, evidence, message, basis }
        })
        .collect()
}

/// The first finding of one of `rules` that is more than a hint.
fn found<'f>(findings: &'f [Finding], rules: &[&str]) -> Option<&'f Finding> {
    findings.iter().find(|finding| rules.contains(&finding.rule.id) && finding.severity > Severity::Info)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Options, check};

    fn states(text: &str) -> Vec<(&'static str, State)> {
        let checked = check(text, &Options::default());
        judge(&checked.document, &checked.findings).into_iter().map(|r| (r.id, r.state)).collect()
    }

    fn state(text: &str, id: &str) -> State {
        states(text).into_iter().find(|(name, _)| *name == id).expect("a known id").1
    }

    const REPORT: &str = "清溪镇人民政府关于2025年度法治政府建设情况的报告\n\n中共临河县委、临河县人民政府：\n\n2025年，清溪镇扎实推进依法行政。现将有关情况报告如下：\n\n\
        一、2025年度推进法治政府建设的主要举措和成效\n\n审查合同52份，调解矛盾纠纷156件。\n\n\
        二、2025年度推进法治政府建设存在的不足和原因\n\n一是执法力量不足，主要原因是人员编制较少。二是普法形式单一，主要原因是创新不够。\n\n\
        三、2025年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况\n\n镇党委书记主持召开会议3次。镇长听取汇报2次，带队检查6次。\n\n\
        四、2026年度推进法治政府建设的主要安排\n\n一是充实执法力量，开展培训4次。二是丰富普法形式，开展宣讲12场。\n\n清溪镇人民政府\n2026年1月20日\n";

    #[test]
    fn a_good_report_meets_everything() {
        let wrong: Vec<_> = states(REPORT).into_iter().filter(|(_, state)| *state != State::Met).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(states(REPORT).len(), 15);
    }

    #[test]
    fn each_flaw_shows_in_its_own_line() {
        let cases: &[(&str, &str, &str, State)] = &[
            ("清溪镇人民政府关于2025年度法治政府建设情况的报告\n\n", "", "title", State::Unmet),
            ("清溪镇人民政府关于2025年度法治政府建设情况的报告\n\n", "清溪镇法治工作回眸\n\n", "title", State::Review),
            ("情况的报告\n", "情况总结\n", "title", State::Unmet),
            ("关于2025年度", "关于", "title", State::Unmet),
            ("中共临河县委、临河县人民政府：\n\n", "", "addressee", State::Review),
            ("审查合同52份，调解矛盾纠纷156件。", "工作成效显著。", "achievements-figures", State::Unmet),
            (
                "，主要原因是人员编制较少。二是普法形式单一，主要原因是创新不够",
                "。二是普法形式单一",
                "shortcomings-reasons",
                State::Unmet,
            ),
            ("，主要原因是创新不够", "", "shortcomings-reasons", State::Review),
            (
                "镇党委书记主持召开会议3次。镇长听取汇报2次，带队检查6次。",
                "高度重视，统筹推进。",
                "leader-duties-acts",
                State::Unmet,
            ),
            ("镇长听取汇报2次，带队检查6次。", "", "leader-duties-acts", State::Review),
            ("二是丰富普法形式，开展宣讲12场。", "二是推进政务公开。", "next-year-answers", State::Review),
            ("四、2026年度", "四、2025年度", "years", State::Unmet),
            ("二、2025年度", "二、2024年度", "years", State::Unmet),
            ("清溪镇人民政府\n2026年1月20日", "2026年1月20日", "signature", State::Unmet),
            ("清溪镇人民政府\n2026年1月20日", "清溪镇气象台\n2026年1月20日", "signature", State::Review),
            ("\n2026年1月20日", "", "date", State::Unmet),
            ("\n2026年1月20日", "\n20260120", "date", State::Unmet),
            ("\n2026年1月20日", "\n2026年2月30日", "date", State::Unmet),
            ("\n2026年1月20日", "\n2026年4月20日", "deadline", State::Unmet),
            ("\n2026年1月20日", "\n2026年3月1日", "deadline", State::Review),
            ("审查合同52份", "审查合同××份", "publishable", State::Unmet),
            ("审查合同52份", "联系电话13812345678，审查合同52份", "publishable", State::Unmet),
        ];
        for (from, to, id, expected) in cases {
            let text = REPORT.replacen(from, to, 1);
            assert_ne!(text, REPORT, "{from}");
            assert_eq!(state(&text, id), *expected, "{id}: {from} → {to}");
        }
    }

    #[test]
    fn missing_parts_are_unmet_and_what_hangs_on_them_does_not_apply() {
        let at = |heading: &str| REPORT.find(heading).expect("there");
        let text = format!("{}{}", &REPORT[..at("二、2025")], &REPORT[at("三、2025")..]);
        assert_eq!(state(&text, "shortcomings"), State::Unmet);
        assert_eq!(state(&text, "shortcomings-reasons"), State::NotApplicable);
        assert_eq!(state(&text, "next-year-answers"), State::NotApplicable);
        assert_eq!(state(&text, "next-year"), State::Met);
    }

    #[test]
    fn nothing_of_the_frame_is_asked_of_a_fragment() {
        for text in ["", "镇党委书记主持召开会议3次。\n"] {
            for id in ["title", "addressee", "signature", "date", "deadline"] {
                assert_eq!(state(text, id), State::NotApplicable, "{id}");
            }
        }
    }

    #[test]
    fn an_outline_is_to_be_looked_at_not_passed() {
        let text = crate::outline::outline(crate::document::Profile::Township, 2025);
        for id in ["shortcomings-reasons", "leader-duties-acts", "next-year-answers", "achievements-figures"] {
            assert_ne!(state(&text, id), State::Met, "{id}");
        }
        assert_eq!(state(&text, "publishable"), State::Unmet);
    }
}
