//! A number smaller than the one before it.

use crate::document::Document;
use crate::facts::siblings::{Break, broken, written};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：同一上级之下，后面的序号比前面的小，如“（三）”之后是“（二）”。
    ///
    /// 为什么：结构层次序数应依次标注。
    ///
    /// 示例：（一）……（三）……（二）…… → （一）……（二）……（三）……
    ///
    /// 修改：核对段落顺序，或按现有顺序重编序号。
    ///
    /// 不算：不同上级之下各自编号、列举重新从1开始。
    "number-backward", "序号倒序", Numbering, Error, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in doc.once(broken).iter().filter(|b| b.kind == Break::Backward) {
        let Some(before) = broken.before else { continue };
        let span = broken.number.span;
        let due = written(doc, broken.number, broken.expected);
        let message = if broken.slip {
            format!("“{}”排在“{}”之后，应为“{due}”", doc.get(span), doc.get(before.span))
        } else {
            format!("“{}”排在“{}”之后，顺序颠倒", doc.get(span), doc.get(before.span))
        };
        out.push(RULE.finding(span, message).related(before.span, "上一个序号在这里").fix(broken.renumber(doc)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::numbering::number_gap;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_number_that_goes_back() {
        flags(&RULE, "一、主要成效\n（一）甲。\n（三）乙。\n⟦（二）⟧丙。\n");
        flags(&RULE, "一、主要成效\n甲。\n三、存在的不足\n乙。\n⟦二、⟧下一步打算\n丙。\n");
    }

    #[test]
    fn says_one_thing_of_one_slip() {
        flags(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n（三）丙。\n⟦（二）⟧丁。\n（三）戊。\n（四）己。\n");
        flags(&RULE, "一、主要成效\n（一）甲。\n（三）乙。\n⟦（二）⟧丙。\n（四）丁。\n");
        let slip = "一、主要成效\n（一）甲事。\n（二）乙事。\n（三）丙事。\n（一）丁事。\n（五）戊事。\n";
        fixes(&RULE, slip, &slip.replacen("（一）丁", "（四）丁", 1));
        accepts(&number_gap::RULE, "一、主要成效\n（一）甲。\n（三）乙。\n（二）丙。\n（四）丁。\n");
        accepts(&number_gap::RULE, slip);
    }

    #[test]
    fn accepts_new_lists_and_new_parents() {
        accepts(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、不足\n（一）丙。\n");
        accepts(&RULE, "一、主要成效\n1.甲。\n2.乙。\n1.丙。\n2.丁。\n");
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n甲。\n二、不足\n乙。\n三、安排\n丙。\n一、概况\n丁。\n二、附表\n戊。\n",
        );
    }
}
