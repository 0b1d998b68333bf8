//! A number smaller than the one before it.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::siblings::{Break, broken, numeral};
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
    for broken in broken(doc).into_iter().filter(|b| b.kind == Break::Backward) {
        let Some((_, before)) = broken.before else { continue };
        let span = broken.number.span;
        let finding = RULE
            .finding(span, format!("“{}”排在“{}”之后", doc.get(span), doc.get(before.span)))
            .related(before.span, "上一个序号在这里");
        let due = doc.get(span).replacen(doc.get(broken.number.numeral), &numeral(broken.number, broken.expected), 1);
        out.push(finding.fix(Fix::suggested(format!("改为“{due}”并顺延"), broken.renumber())));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_a_number_that_goes_back() {
        flags(&RULE, "一、主要成效\n（一）甲。\n（三）乙。\n⟦（二）⟧丙。\n");
        flags(&RULE, "一、主要成效\n甲。\n三、存在的不足\n乙。\n⟦二、⟧下一步打算\n丙。\n");
    }

    #[test]
    fn accepts_new_lists_and_new_parents() {
        accepts(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、不足\n（一）丙。\n");
        accepts(&RULE, "一、主要成效\n1.甲。\n2.乙。\n1.丙。\n2.丁。\n");
    }
}
