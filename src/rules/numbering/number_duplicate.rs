//! The same number twice under one parent.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::siblings::{Break, broken, numeral};
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
    for broken in broken(doc).into_iter().filter(|b| b.kind == Break::Duplicate) {
        let Some((_, before)) = broken.before else { continue };
        let span = broken.number.span;
        let finding = RULE.finding(span, format!("序号“{}”重复", doc.get(span))).related(before.span, "上一个序号在这里");
        let due = doc.get(span).replacen(doc.get(broken.number.numeral), &numeral(broken.number, broken.expected), 1);
        out.push(finding.fix(Fix::suggested(format!("改为“{due}”并顺延"), broken.renumber())));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
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
    fn accepts_the_same_number_under_another_parent() {
        accepts(&RULE, "一、主要成效\n（一）甲。\n二、存在的不足\n（一）乙。\n");
        accepts(&RULE, "一、主要成效\n1.甲。\n2.乙。\n1.丙。\n");
    }
}
