//! Numbers left out between siblings.

use crate::document::Document;
use crate::facts::siblings::{Break, broken, written};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：同一级、同一上级之下的序号不连续，如“（二）”之后是“（四）”。
    ///
    /// 为什么：结构层次序数应依次标注；跳号往往是漏写了小标题或删改后没有顺延。
    ///
    /// 示例：（二）……（四）…… → （二）……（三）……
    ///
    /// 修改：把序号改为连续，后面的同级序号一并顺延；中间有疑似漏编序号的小标题时，补编序号。
    ///
    /// 不算：跨小节连续编号、列举重新从1开始、所缺的序号写在段落中间。
    "number-gap", "序号跳号", Numbering, Error, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in doc.once(broken).iter().filter(|b| b.kind == Break::Gap) {
        let Some(before) = broken.before else { continue };
        let span = broken.number.span;
        let bare = |value: u32| written(doc, broken.number, value).trim_end_matches(['、', '.', '．', '，', ',']).to_owned();
        let wrong = if broken.slip {
            format!("应为“{}”", bare(broken.expected))
        } else {
            let missing: Vec<String> = (broken.expected..broken.number.value).take(3).map(|v| format!("“{}”", bare(v))).collect();
            format!("缺{}{}", missing.concat(), if broken.missing() > 3 { "等" } else { "" })
        };
        let message = format!("“{}”之后是“{}”，{wrong}", doc.get(before.span), doc.get(span));
        let mut finding = RULE.finding(span, message).related(before.span, "上一个序号在这里");
        if broken.candidates.is_empty() {
            finding = finding.fix(broken.renumber(doc));
        }
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::diagnostic::FixKind;
    use crate::rules::numbering::number_duplicate;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_numbers_left_out() {
        flags(
            &RULE,
            "一、主要举措和成效\n（一）加强组织领导。全年研究议题9次。\n⟦（三）⟧规范执法。办理案件37件。\n（四）普法。举办讲座18场。\n",
        );
        flags(&RULE, "一、主要举措\n(一)强化领导。\n(二)规范决策。\n⟦(五)⟧化解纠纷。\n");
        flags(&RULE, "一、主要举措和成效\n甲。\n⟦三、⟧存在的不足和原因\n乙。\n");
    }

    #[test]
    fn the_following_numbers_move_along() {
        fixes(
            &RULE,
            "一、主要成效\n（一）甲事办结。\n（三）乙事办结。\n（四）丙事办结。\n",
            "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n（三）丙事办结。\n",
        );
    }

    #[test]
    fn one_wrong_number_is_one_finding() {
        let before = "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n（四）丙事办结。\n（四）丁事办结。\n（五）戊事办结。\n";
        flags(&RULE, &before.replacen("（四）", "⟦（四）⟧", 1));
        fixes(&RULE, before, &before.replacen("（四）", "（三）", 1));
        flags(&RULE, "一、主要成效\n1.甲事办结。\n⟦5.⟧乙事办结。\n3.丙事办结。\n");
        accepts(&number_duplicate::RULE, before);
    }

    #[test]
    fn lost_headings_and_missing_parts_are_not_numbered_away() {
        let kinds = |text: &str| -> Vec<Option<FixKind>> {
            let options = crate::check::Options { only: vec![RULE.id], ..Default::default() };
            crate::check::check(text, &options).findings.iter().map(|f| f.fixes.first().map(|fix| fix.kind)).collect()
        };
        let lost = "一、主要成效\n（一）加强领导，压实责任。研究3次。\n深化宣传，营造氛围。举办3场。\n（三）规范执法，提升质效。办结3件。\n";
        assert_eq!(kinds(lost), [None]);
        let two = lost.replacen("深化", "规范决策，防范风险。审查3件。\n深化", 1);
        assert_eq!(kinds(&two), [Some(FixKind::Unsafe)]);
        let part =
            "清溪镇2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n办结3件。\n三、2026年度主要安排\n举办培训4期。\n";
        assert_eq!(kinds(part), [Some(FixKind::Unsafe)]);
    }

    #[test]
    fn accepts_sequences_that_count() {
        accepts(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、不足\n（一）丙。\n（二）丁。\n");
        accepts(&RULE, "一、主要成效\n（一）甲。\n1.子。\n2.丑。\n（二）乙。\n3.寅。\n4.卯。\n");
        accepts(&RULE, "一、主要成效\n1.子。\n2.丑。\n1.寅。\n2.卯。\n");
        accepts(&RULE, "一、主要成效\n3.15期间开展宣传。\n12345热线办结3件。\n");
        accepts(&RULE, "一、主要成效\n1.甲事办结。\n2.2025年，乙事办结。\n3.丙事办结。\n");
        accepts(&RULE, "一、主要成效\n1.甲事办结。\n2.10个站所全部达标。\n3.丙事办结。\n");
        accepts(&RULE, "一、主要成效\n（一）甲事办结。（二）乙事办结。\n（三）丙事办结。\n");
        accepts(&RULE, "一、主要成效\n1.甲事办结；2.乙事办结；\n3.丙事办结。\n");
        accepts(&RULE, "一、主要成效\n（1）甲事办结。\n①子。\n②丑。\n（2）乙事办结。\n①寅。\n②卯。\n");
    }
}
