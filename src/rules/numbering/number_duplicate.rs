//! The same number twice under one parent.

use crate::diagnostic::Severity;
use crate::document::Document;
use crate::facts::siblings::{Break, broken, written};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：同一上级之下同一序号出现两次，如两个“（二）”。
    ///
    /// 为什么：结构层次序数应依次标注，不重复。
    ///
    /// 示例：（二）……（二）…… → （二）……（三）……
    ///
    /// 修改：改为下一个序号，后面的同级序号一并顺延。
    ///
    /// 不算：不同上级之下各自编号、列举重新从1开始。
    "number-duplicate", "序号重复", Numbering, Error, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in doc.once(broken).iter().filter(|b| matches!(b.kind, Break::Duplicate | Break::Restart)) {
        let Some(before) = broken.before else { continue };
        let (span, last) = (broken.number.span, doc.get(before.span));
        if broken.kind == Break::Restart {
            let message = format!("“{last}”之后又从“{}”编起，序号重复，疑似缺上一级标题", doc.get(span));
            out.push(RULE.finding(span, message).related(before.span, "上一个序号在这里").at_most(Severity::Warning));
            continue;
        }
        out.push(
            RULE.finding(span, format!("序号“{}”重复，应为“{}”", doc.get(span), written(doc, broken.number, broken.expected)))
                .related(before.span, "上一个序号在这里")
                .fix(broken.renumber(doc)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::numbering::number_gap;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_the_second_of_two() {
        flags(&RULE, "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n⟦（二）⟧丙事办结。\n");
        fixes(
            &RULE,
            "一、主要成效\n（一）甲事办结。\n（一）乙事办结。\n（二）丙事办结。\n",
            "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n（三）丙事办结。\n",
        );
    }

    #[test]
    fn says_one_thing_of_one_slip() {
        let slip = "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n（三）丙事办结。\n（三）丁事办结。\n（五）戊事办结。\n";
        let place = slip.rfind("（三）").unwrap_or(0);
        flags(&RULE, &format!("{}⟦（三）⟧{}", &slip[..place], &slip[place + 9..]));
        fixes(&RULE, slip, &format!("{}（四）{}", &slip[..place], &slip[place + 9..]));
        accepts(&number_gap::RULE, slip);
        flags(
            &RULE,
            "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n⟦（二）⟧丙事办结。\n（三）丁事办结。\n（四）戊事办结。\n",
        );
        flags(&RULE, "一、主要成效\n1.甲事办结。\n⟦1.⟧乙事办结。\n2.丙事办结。\n");
        flags(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n（一）甲事办结。\n（二）乙事办结。\n⟦（一）⟧丙事不足。\n（二）丁事不足。\n",
        );
    }

    #[test]
    fn accepts_the_same_number_under_another_parent() {
        accepts(&RULE, "一、主要成效\n（一）甲。\n二、存在的不足\n（一）乙。\n");
        accepts(&RULE, "一、主要成效\n1.甲。\n2.乙。\n1.丙。\n");
        accepts(&RULE, "一、主要成效\n1.甲。\n1.乙。\n1.丙。\n");
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n优化服务\n（一）甲事办结。\n（二）乙事办结。\n规范执法\n（一）丙事办结。\n",
        );
    }
}
