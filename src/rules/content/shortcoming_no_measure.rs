//! Shortcomings that no measure of the plan answers.

use crate::document::{Document, Part, Status};
use crate::facts::answers::{answers, head};
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：第二部分列出的不足，关键词在下一年度安排里没有再出现。
    ///
    /// 为什么：下一年度的安排通常要回应不足，逐条有措施。
    ///
    /// 示例：法制审核人员不足（安排中没有提到） → （安排中写）增配审核人员2名
    ///
    /// 修改：对照每条不足补写措施；已经有措施而用词不同的，不必改。
    ///
    /// 不算：换了说法但用到相同的关键词；不足与安排合写；没有分条写的不足。用词对照比较粗，只作提示。
    "shortcoming-no-measure", "不足无对应措施", Content, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let present = |part: Part| doc.part(part).range.filter(|_| doc.part(part).status == Status::Present);
    let (Some(problems), Some(plan)) = (present(Part::Shortcomings), present(Part::NextYear)) else { return };
    let answers = doc.once(answers);
    if answers.items.len() < 2 || shape::has_prompt(doc, problems) || shape::has_prompt(doc, plan) {
        return;
    }
    let Some(&first) = answers.open.first() else { return };
    let named: Vec<(Span, String)> = answers.open.iter().map(|&item| named(doc, item)).collect();
    let words = named.iter().take(3).map(|(_, words)| format!("“{words}”")).collect::<String>();
    let mut finding = RULE
        .finding(named.first().map_or(first, |(span, _)| *span), format!("{words}在下一年度安排中没有看到对应的措施，建议核对"));
    if named.len() > 1 {
        finding.occurrences = named.into_iter().map(|(span, _)| span).collect();
    }
    out.push(finding);
}

/// The words that name a shortcoming, and where they stand.
fn named(doc: &Document, item: Span) -> (Span, String) {
    let words = head(doc.get(item));
    let at = doc.get(item).find(&words).unwrap_or(0);
    (Span::new(item.start + at, item.start + at + words.len()), words)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(shortcomings: &str, plan: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n召开会议12次。\n\n\
             二、存在的不足和原因\n\n{shortcomings}\n\n三、2026年度主要安排\n\n{plan}\n"
        )
    }

    #[test]
    fn causes_told_once_for_all_ask_for_no_measure() {
        for causes in
            ["产生以上问题的原因，一是投入不够，二是居住分散。", "以上问题的产生，既有投入方面的原因，也有居住分散的原因。"]
        {
            let listed = format!("薄弱环节主要有：执法人员业务不熟；普法形式单一。\n{causes}");
            accepts(&RULE, &report(&listed, "组织执法人员业务培训4期，创新普法形式。"));
            let run_on = listed.replace('\n', "");
            accepts(&RULE, &report(&run_on, "组织执法人员业务培训4期，创新普法形式。"));
        }
        // Told behind every item they divide nothing.
        let each = "一是执法人员业务不熟。产生这一问题的原因是培训少。\n⟦二是档案管理混乱⟧。产生这一问题的原因是制度不全。";
        flags(&RULE, &report(each, "组织执法人员业务培训4期。"));
        accepts(&RULE, &report("一是思想认识不够到位。\n二是普法形式单一。", "抓学习、强意识，创新普法形式。"));
    }

    #[test]
    fn what_leads_in_to_a_shortcoming_is_none() {
        let shortcomings = "2025年，虽取得一定成效，但还存在一些问题：一方面，执法队伍力量薄弱，主要是编制少；另一方面，普法形式单一，根源在于创新不够。";
        accepts(&RULE, &report(shortcomings, "加强执法队伍建设，创新普法形式。"));
        flags(&RULE, &report(&shortcomings.replace("执法队伍力量薄弱", "⟦档案管理混乱⟧"), "创新普法形式。"));
    }

    #[test]
    fn causes_listed_behind_the_shortcomings_ask_for_no_measure() {
        let shortcomings =
            "（一）执法人员业务不熟。\n（二）普法形式单一。\n造成上述问题的原因主要有：\n（一）财政投入不够。\n（二）居住分散。";
        accepts(&RULE, &report(shortcomings, "组织执法人员业务培训4期，创新普法形式。"));
        let shortcomings =
            "（一）存在的问题\n1.执法人员业务不熟。\n2.普法形式单一。\n（二）原因分析\n1.财政投入不够。\n2.居住分散。";
        accepts(&RULE, &report(shortcomings, "组织执法人员业务培训4期，创新普法形式。"));
        let shortcomings = "一是执法人员业务不熟；\n二是普法形式单一。\n原因有以下几个方面：\n一是财政投入不够；\n二是居住分散。";
        accepts(&RULE, &report(shortcomings, "组织执法人员业务培训4期，创新普法形式。"));
    }

    #[test]
    fn flags_shortcomings_that_are_not_answered() {
        flags(&RULE, &report("⟦一是法律顾问经费紧张⟧。\n二是普法形式单一。", "创新普法形式，举办情景剧展演4场。"));
        flags(
            &RULE,
            &report("（一）普法形式单一。\n⟦（二）行政复议案件积压⟧。审理较慢。", "（一）丰富普法形式。\n（二）完善村规民约。"),
        );
        flags(&RULE, &report("⟦一是数字化平台应用偏少⟧；\n二是网格员流动频繁。", "加强安全生产监管，开展消防演练。"));
    }

    #[test]
    fn accepts_a_sentence_that_only_leads_in() {
        let shortcomings = "虽然工作取得一定成效，但与新形势新任务相比仍有差距。普法形式单一，主要原因是创新不够；执法力量薄弱，主要原因是编制少。";
        accepts(&RULE, &report(shortcomings, "创新普法形式，充实执法力量。"));
    }

    #[test]
    fn accepts_answers_in_other_words() {
        accepts(&RULE, &report("一是执法力量不足。\n二是普法形式单一。", "一是充实执法力量，招录3人。\n二是丰富普法形式。"));
        accepts(
            &RULE,
            &report("（一）合法性审查质量不高。人员少。\n（二）普法覆盖面窄。", "组织合法性审查培训，扩大普法覆盖面。"),
        );
    }

    #[test]
    fn accepts_answers_to_what_the_heading_speaks_of() {
        accepts(
            &RULE,
            &report(
                "（一）干部法治能力有待提升。\n（二）公文质量还有提升空间。\n（三）窗口人员业务能力有差异。\n（四）法治工作队伍不足。",
                "（一）提升干部法治能力。\n（二）提升公文法治化水平。\n（三）健全窗口人员分级培训。\n（四）招录法律专业人员2名。",
            ),
        );
        accepts(
            &RULE,
            &report(
                "一是法治政府建设发展不平衡。\n二是社区工作者素养参差不齐。\n三是群众法治意识有待提高。\n四是部分企业诚信履约意识淡薄。",
                "开展示范创建，对社区工作者开展轮训，提高普法针对性，修订信用评价办法。",
            ),
        );
    }

    #[test]
    fn accepts_what_cannot_be_compared() {
        accepts(&RULE, &report("执法力量不足，主要原因是编制少。", "创新普法形式。"));
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n\n一、主要成效\n\n办案3件。\n\n二、存在的不足和下一步打算\n\n一是执法力量不足。\n二是普法形式单一。\n",
        );
    }
}
