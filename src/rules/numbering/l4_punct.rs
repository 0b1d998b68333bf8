//! A mark behind （1）.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::rules::numbering::l3_punct::is_level3_half;
use crate::text::{Mark, Span, chars};

crate::declare_rule! {
    /// 检查什么：四级序号“（1）”或者“①”后面多了顿号、句点、逗号。
    ///
    /// 为什么：带括号或者带圈的序次语后不加标点。
    ///
    /// 示例：（1）、印发制度 → （1）印发制度
    ///
    /// 修改：删去多余的标点。
    ///
    /// 不算：“（一）”之下用作三级序号的“1）、”，由三级序号的规则检查；句子中间的“（1）、（2）项”。
    "l4-punct", "四级序号后多标点", Numbering, Warning, "GB/T 15834—2011 附录B.3.4",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for heading in &doc.headings {
        let Some(number) = heading.number.filter(|n| n.style == OrdinalStyle::ArabicBrackets) else { continue };
        if is_level3_half(doc, heading, number) {
            continue;
        }
        let circled = number.open.is_none() && number.close.is_none();
        // Behind ① no mark is read as its own.
        let behind = chars::after(doc.text, number.span.end).filter(|&c| circled && matches!(c, '、' | '.' | '．' | '，' | ','));
        let Some(mark) = number.mark.or(behind.map(|char| Mark { char, at: number.span.end })) else { continue };
        let written = Span::new(number.span.start, number.close.map_or(number.numeral.end, |close| close.span().end));
        // （1、 lost its bracket.
        if !circled && number.close.is_none() {
            continue;
        }
        let span = number.span.to(mark.span());
        let fix = Fix::safe(format!("删去“{}”", mark.char), vec![Edit::delete(mark.span())]);
        out.push(RULE.finding(span, format!("“{}”后不加“{}”", doc.get(written), mark.char)).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_mark_behind_the_bracket() {
        flags(&RULE, "一、主要成效\n（一）抓执法\n1.健全制度\n⟦（1）、⟧印发3件。\n⟦(2).⟧修订2件。\n");
        flags(&RULE, "一、主要成效\n1.健全制度\n⟦①、⟧印发3件。\n⟦②.⟧修订2件。\n⟦1）、⟧甲。\n");
        fixes(
            &RULE,
            "一、主要成效\n1.制度\n（1）、印发3件。\n②、修订2件。\n",
            "一、主要成效\n1.制度\n（1）印发3件。\n②修订2件。\n",
        );
    }

    #[test]
    fn accepts_the_bare_bracket() {
        accepts(&RULE, "一、主要成效\n1.健全制度\n（1）印发3件。\n(2)“一网通办”、“跨省通办”。\n③修订2件。\n");
        accepts(&RULE, "一、主要成效\n（一）抓执法\n1）、健全制度。\n会议（1）、（2）项议题均已通过。\n");
    }
}
