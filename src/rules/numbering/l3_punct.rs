//! The mark behind 1 in a level-3 number.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::text::{chars, is_han};

crate::declare_rule! {
    /// 检查什么：三级序号“1”后面用了顿号、逗号或全角句点。
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
        let (OrdinalStyle::Arabic, Some(mark)) = (number.style, number.mark) else { continue };
        let followed = chars::after(doc.text, heading.title.start).is_some_and(|c| is_han(c) || matches!(c, '“' | '《'));
        if mark.char == '.' || !followed {
            continue;
        }
        let right = format!("{}.", doc.get(number.numeral));
        let fix = Fix::safe(format!("改为“{right}”"), vec![Edit::replace(mark.span(), ".")]);
        out.push(RULE.finding(number.span, format!("“{}”应为“{right}”", doc.get(number.span))).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_chinese_mark_behind_a_digit() {
        flags(&RULE, "一、主要成效\n⟦1、⟧健全制度。印发3件。\n⟦2．⟧开展培训。举办4期。\n");
        fixes(&RULE, "一、主要成效\n1、健全制度。印发3件。\n", "一、主要成效\n1.健全制度。印发3件。\n");
    }

    #[test]
    fn accepts_points_and_enumerations() {
        accepts(&RULE, "一、主要成效\n1.健全制度。印发3件。\n对1、2号楼开展检查。\n");
        accepts(&RULE, "一、主要成效\n1、2号楼已完成整改。\n3.15期间开展宣传。\n");
    }
}
