//! The mark behind 1 in a level-3 number.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Heading, Ordinal, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：三级序号“1”后面用了顿号、逗号、全角句点或半个括号。
    ///
    /// 为什么：阿拉伯数字序次语后用下脚点。
    ///
    /// 示例：1、健全制度 → 1.健全制度
    ///
    /// 修改：改为下脚点。
    ///
    /// 不算：段落中间的“1、2号楼”、小数、日期。
    "l3-punct", "三级序号标点", Numbering, Warning, "GB/T 15834—2011 附录B.3.3；GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for heading in &doc.headings {
        let Some(number) = heading.number else { continue };
        let half = is_level3_half(doc, heading, number);
        let point = number.mark.is_some_and(|mark| mark.char == '.');
        if !half && (number.style != OrdinalStyle::Arabic || point) {
            continue;
        }
        let right = format!("{}.", number.value);
        let edit = Edit::replace(Span::new(number.numeral.end, number.span.end), ".");
        let finding = RULE
            .finding(number.span, format!("“{}”应为“{right}”", doc.get(number.span)))
            .fix(Fix::safe(format!("改为“{right}”"), vec![edit]));
        out.push(if half { finding.at_most(Severity::Info) } else { finding });
    }
}

/// Whether a number is 1) where 1. belongs: not below 1., where it stands for （1）.
pub(super) fn is_level3_half(doc: &Document, heading: &Heading, number: Ordinal) -> bool {
    let parent = heading.parent.and_then(|parent| doc.headings.get(parent));
    number.style == OrdinalStyle::ArabicBrackets
        && number.open.is_none()
        && number.close.is_some()
        && parent.is_none_or(|parent| parent.level < OrdinalStyle::Arabic.level())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_chinese_mark_behind_a_digit() {
        flags(&RULE, "一、主要成效\n⟦1、⟧健全制度。印发3件。\n⟦2．⟧开展培训。举办4期。\n");
        flags(&RULE, "一、主要成效\n（一）抓执法\n⟦1，⟧健全制度。印发3件。\n⟦2。⟧“送法下乡”。举办5场。\n");
        flags(&RULE, "一、主要成效\n（一）抓执法\n⟦1)⟧开展培训。举办4期。\n⟦2）⟧健全制度。\n");
        flags(&RULE, "一、主要成效\n⟦1、⟧2025年，印发制度3件。\n");
        fixes(&RULE, "一、主要成效\n1)健全制度。印发3件。\n", "一、主要成效\n1.健全制度。印发3件。\n");
        fixes(
            &RULE,
            "一、主要成效\n（一）抓执法\n1.健全制度。\n2)开展培训。\n3.公开。\n",
            "一、主要成效\n（一）抓执法\n1.健全制度。\n2.开展培训。\n3.公开。\n",
        );
        fixes(&RULE, "一、主要成效\n1、健全制度。印发3件。\n", "一、主要成效\n1.健全制度。印发3件。\n");
    }

    #[test]
    fn accepts_points_and_enumerations() {
        accepts(&RULE, "一、主要成效\n1.健全制度。印发3件。\n对1、2号楼开展检查。\n");
        accepts(&RULE, "一、主要成效\n1.健全制度\n1）印发文件。\n2）落实到位。\n（1）办结3件。\n①甲。\n");
        accepts(&RULE, "一、主要成效\n1.2万名群众参加活动。\n6·26国际禁毒日期间开展宣传。\n");
        accepts(&RULE, "一、主要成效\n1、2号楼已完成整改。\n3.15期间开展宣传。\n");
    }
}
