//! A run-in heading among numbered siblings that lost its number.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::Document;
use crate::facts::siblings::{numeral, unnumbered, written};
use crate::rule::{Check, Findings};
use crate::text::is_blank;

crate::declare_rule! {
    /// 检查什么：序号中断处，恰有同样数目的段首小标题或独立标题没有序号；或者同级小标题写法一律，其中一个没有序号。
    ///
    /// 为什么：同级小标题应当都编序号，依次标注。
    ///
    /// 示例：（二）…… 深化普法宣传，营造法治氛围。…… （四）…… → （三）深化普法宣传，营造法治氛围。
    ///
    /// 修改：补上缺的序号，括号样式与同级序号一致。
    ///
    /// 不算：数目与所缺序号不符的段落、一节之内的普通段落和小结。
    "number-missing-heading", "疑似漏编序号的小标题", Numbering, Warning, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for lost in unnumbered(doc) {
        let number = written(doc, lost.like, lost.value);
        let insert = Edit::replace(lost.at, number.clone());
        let words = doc.get(lost.words);
        let (title, message) = match doc.get(lost.at).trim_end_matches(is_blank) {
            "" => (format!("补上“{number}”"), format!("小标题“{words}”疑似漏编序号“{number}”")),
            other => (format!("改为“{number}”"), format!("小标题“{words}”前的“{other}”应为“{number}”，与同级序号一致")),
        };
        let finding = RULE.finding(lost.words, message);
        out.push(if lost.fills_gap {
            finding.related(lost.like.span, "序号在这里中断").fix(Fix::safe(title, vec![insert]))
        } else {
            let moved = lost.following.iter().map(|&n| Edit::replace(n.numeral, numeral(n, n.value + 1)));
            let title = if lost.following.is_empty() { title } else { title + "，后面的顺延" };
            let finding = finding.fix(Fix::suggested(title, std::iter::once(insert).chain(moved).collect()));
            if lost.closes { finding.at_most(Severity::Info) } else { finding }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_as_many_as_are_missing() {
        flags(
            &RULE,
            "一、主要成效\n⟦加强组织领导,健全组织机构⟧。根据人事变动调整名单。\n(二)规范决策，提高质量。全年审查9件。\n",
        );
        fixes(
            &RULE,
            "一、主要成效\n(一)甲事，乙事。办结3件。\n深化普法宣传,营造法治氛围。举办讲座。\n(三)公开，透明。公开5条。\n",
            "一、主要成效\n(一)甲事，乙事。办结3件。\n(二)深化普法宣传,营造法治氛围。举办讲座。\n(三)公开，透明。公开5条。\n",
        );
    }

    #[test]
    fn other_shapes_are_told_by_their_siblings() {
        flags(
            &RULE,
            "一、主要成效\n（一）加强组织领导\n全年研究议题9次。\n⟦规范行政执法⟧\n全年办案3件。\n（三）化解矛盾纠纷\n调解15件。\n",
        );
        flags(&RULE, "一、主要成效\n（一）强化领导。研究议题9次。\n⟦规范决策⟧。审查9件。\n（三）严格执法。办案3件。\n");
        flags(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n⟦2025年度主要举措和成效⟧\n办案3件。\n二、2025年度存在的不足和原因\n人员较少。\n三、2026年度主要安排\n开展培训。\n",
        );
        flags(
            &RULE,
            "一、主要成效\n（一）加强领导，压实责任。研究3次。\n⟦规范决策，防范风险⟧。审查3件。\n（二）严格执法，提升质效。办结3件。\n（三）化解矛盾，维护稳定。调解3件。\n",
        );
        fixes(
            &RULE,
            "一、主要成效\n（一）加强领导，压实责任。研究3次。\n规范决策，防范风险。审查3件。\n（二）严格执法，提升质效。办结3件。\n",
            "一、主要成效\n（一）加强领导，压实责任。研究3次。\n（二）规范决策，防范风险。审查3件。\n（三）严格执法，提升质效。办结3件。\n",
        );
    }

    #[test]
    fn words_of_a_part_make_no_part_of_a_sub_heading() {
        let text =
            "一、主要成效\n办案3件。\n二、存在的不足\n⟦执法队伍专业能力有短板⟧\n人员较少。\n（二）普法形式单一\n活动不多。\n";
        flags(&RULE, text);
        flags(
            &RULE,
            &text
                .replace("⟦执法队伍专业能力有短板⟧", "（一）执法队伍能力有短板")
                .replace("（二）普法形式单一", "⟦存在普法短板⟧")
                .replace("活动不多。\n", "活动不多。\n（三）装备不足\n车辆少。\n"),
        );
    }

    #[test]
    fn a_last_heading_can_lose_its_number_too() {
        flags(
            &RULE,
            "四、主要安排\n（一）提升执法能力。举办培训4期。\n（二）充实审查力量。选聘顾问2名。\n⟦压实法治责任⟧。每半年听取1次汇报。\n",
        );
        flags(
            &RULE,
            "一、主要成效\n（一）加强组织领导\n研究9次。\n（二）规范行政执法\n办案3件。\n⟦化解矛盾纠纷⟧\n调解15件。\n二、存在的不足\n人员较少。\n",
        );
    }

    #[test]
    fn another_number_in_its_place_gives_way() {
        let text = |number: &str| {
            format!(
                "一、主要成效\n（一）强化领导，压实责任。研究9次。\n{number}规范决策，防范风险。审查9件。\n（三）严格执法，提升质效。办案3件。\n"
            )
        };
        for number in ["二是", "B.", "Ⅱ.", "第二条 "] {
            fixes(&RULE, &text(number), &text("（二）"));
        }
    }

    #[test]
    fn accepts_ordinary_paragraphs() {
        accepts(
            &RULE,
            "一、主要成效\n（一）甲事，乙事。办结3件。\n群众满意，社会稳定。全年无重大案件。\n（二）丙事，丁事。办结5件。\n",
        );
        accepts(&RULE, "一、主要成效\n（一）甲事。办结3件。\n全年办理案件37件。\n（三）丙事。办结5件。\n");
        accepts(
            &RULE,
            "一、主要成效\n（一）加强领导，压实责任。研究3次。\n（二）严格执法，提升质效。办结3件。\n成效明显，群众满意。全年无投诉。\n",
        );
        accepts(
            &RULE,
            "一、主要成效\n（一）加强组织领导\n全年研究议题9次。\n同时，健全机制。明确责任。\n（二）规范执法\n办案3件。\n",
        );
    }
}
