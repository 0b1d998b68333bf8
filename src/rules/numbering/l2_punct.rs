//! A mark behind （一）.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：二级序号“（一）”后面多了顿号、句点或冒号。
    ///
    /// 为什么：带括号的序次语后不加标点。
    ///
    /// 示例：（一）、加强领导 → （一）加强领导
    ///
    /// 修改：删去多余的标点。
    ///
    /// 不算：“（一）”本身括号不全的情形，另有规则检查。
    "l2-punct", "二级序号后多标点", Numbering, Error, "GB/T 15834—2011 附录B.3.4",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for number in doc.headings.iter().filter_map(|heading| heading.number) {
        let (OrdinalStyle::HanBrackets, Some(close), Some(mark)) = (number.style, number.close, number.mark) else { continue };
        let brackets = doc.get(Span::new(number.span.start, close.span().end));
        let message = format!("“{brackets}”后不加“{}”", mark.char);
        let fix = Fix::safe(format!("删去“{}”", mark.char), vec![Edit::delete(mark.span())]);
        out.push(RULE.finding(number.span, message).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_mark_behind_the_bracket() {
        flags(&RULE, "一、主要成效\n⟦（一）、⟧加强领导。研究议题9次。\n⟦(二).⟧规范执法。办案3件。\n");
        flags(&RULE, "一、主要成效\n⟦（一）：⟧加强领导。研究议题9次。\n⟦(二),⟧规范执法。办案3件。\n⟦（三）。⟧普法。\n");
        fixes(&RULE, "一、主要成效\n（一）、加强领导。研究议题9次。\n", "一、主要成效\n（一）加强领导。研究议题9次。\n");
    }

    #[test]
    fn accepts_the_bare_bracket() {
        accepts(&RULE, "一、主要成效\n（一）加强领导。研究议题9次。\n(二)“放管服”改革。\n");
        accepts(&RULE, "一、主要成效\n（一） 加强领导。研究议题9次。\n会议（一）、（二）项议题均已通过。\n");
        accepts(&RULE, "一、主要成效\n（一）“一网通办”、“跨省通办”。办理3件。\n");
    }
}
