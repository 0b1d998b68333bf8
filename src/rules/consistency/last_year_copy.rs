//! Passages copied from last year's report.

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::facts::figures;
use crate::facts::passages::{Grams, Passage};
use crate::rule::{Check, Findings};
use crate::text::Span;

use super::plain;

crate::declare_rule! {
    /// 检查什么：与上年报告对比，段落有85%以上的文字相同，或者有60字以上的连续文字相同。
    ///
    /// 为什么：年度报告应当反映本年度的新情况；照抄上年、数字不变，容易被通报。
    ///
    /// 示例：上年和今年都写“依托镇综治中心……化解纠纷153件” → 更新内容和数字
    ///
    /// 修改：更新内容和数据；确为延续性工作的，写明本年度的新进展。
    ///
    /// 不算：没有提供上年报告的，标题和中央文件中的固定表述，较短的段落；文字相近但数字都已更新的，只作提示。
    "last-year-copy", "与上年报告雷同", Consistency, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

/// Shorter paragraphs may well be alike.
const LEAST: usize = 40;
/// From how many per cent a paragraph is last year's.
const ALIKE: usize = 85;
/// From how many characters a passage of a new paragraph is.
const LONG: usize = 60;

fn check(doc: &Document, out: &mut Findings) {
    let Some(previous) = doc.previous.as_deref() else { return };
    let mut grams = Grams::default();
    for line in previous.lines() {
        grams.add(&Passage::new(line, Span::new(0, line.len())));
    }
    let (mut all, mut copied, first) = (0, 0, out.len());
    for (_, prose) in plain::paragraphs(doc) {
        let passage = Passage::new(doc.text, prose);
        let shared = passage.shared(&grams);
        all += passage.own_length();
        copied += passage.shared_length(&shared);
        let percent = passage.percent(&shared);
        if passage.own_length() >= LEAST && percent >= ALIKE {
            let figures: Vec<bool> = figures::in_span(doc, prose).map(|n| passage.keeps(&shared, n.span.start)).collect();
            let kept = figures.iter().filter(|kept| **kept).count();
            let told = match (kept, figures.len()) {
                (_, 0) => String::new(),
                (0, _) => "，数字已经更新".to_owned(),
                (kept, all) if kept == all => "，数字也没有变".to_owned(),
                (kept, all) => format!("，{all}处数字有{kept}处没有变"),
            };
            let finding = RULE.finding(prose, format!("本段约{percent}%的文字与上年报告相同{told}"));
            out.push(if kept == 0 && !figures.is_empty() { finding.at_most(Severity::Info) } else { finding });
        } else if let Some((span, length)) = passage.longest(&shared).filter(|&(_, length)| length >= LONG) {
            out.push(RULE.finding(span, format!("这里有{length}字与上年报告相同")).at_most(Severity::Info));
        }
    }
    if let Some(finding) = out.get_mut(first) {
        finding.message += &format!("（全文约{}%的文字与上年相同）", copied * 100 / all.max(1));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::{Options, check};
    use crate::diagnostic::{Finding, Severity};
    use crate::testing::report;

    const OLD: &str = "依托镇综治中心整合司法所和派出所力量，全年排查矛盾纠纷186件，调处成功183件，组织调解员轮训4期，完善村级调解室，为群众提供一站式服务。";

    fn against(previous: Option<&str>, paragraph: &str) -> Vec<Finding> {
        let options = Options { only: vec![RULE.id], previous: previous.map(str::to_owned), ..Options::default() };
        check(&report("清溪镇人民政府", paragraph), &options).findings
    }

    fn flags(previous: &str, paragraph: &str) -> Finding {
        let mut found = against(Some(previous), paragraph);
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    fn accepts(previous: Option<&str>, paragraph: &str) {
        assert!(against(previous, paragraph).is_empty());
    }

    fn last_year(paragraph: &str) -> String {
        format!("清溪镇人民政府2024年度法治政府建设情况报告\n一、2024年度主要举措和成效\n{paragraph}\n人员较多，办案不少。\n")
    }

    #[test]
    fn tells_how_much_is_last_years() {
        let found = flags(&last_year(OLD), OLD);
        let message = &found.message;
        assert!(message.contains("约100%") && message.contains("数字也没有变") && message.contains("全文约"), "{message}");
        assert_eq!(found.severity, Severity::Warning);
    }

    #[test]
    fn figures_that_changed_make_it_a_hint() {
        let new = OLD.replace("186", "212").replace("183", "209").replace("4期", "6期");
        let found = flags(&last_year(OLD), &new);
        assert!(found.message.contains("数字已经更新"), "{}", found.message);
        assert_eq!(found.severity, Severity::Info);
    }

    #[test]
    fn finds_a_passage_in_a_new_paragraph() {
        let new = format!("今年新建法治公园3处，聘请公职律师2名，推行扫码入企，入企检查频次下降三成，企业满意度明显提升。{OLD}");
        let found = flags(&last_year(OLD), &new);
        assert!(found.message.contains("字与上年报告相同"), "{}", found.message);
    }

    #[test]
    fn accepts_new_text_set_phrases_and_no_other_report() {
        accepts(None, OLD);
        accepts(Some(&last_year("开展普法宣传12场。")), OLD);
        let set = "不断提高运用法治思维和法治方式深化改革、推动发展、化解矛盾、维护稳定、应对风险的能力，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。";
        accepts(Some(&last_year(set)), set);
    }
}
