//! A higher level's number inside a lower level.

use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：低一级的序号之下用了高一级的序号，如“（1）”之下列“1.”“2.”，“（一）”之下列“一、”“二、”。
    ///
    /// 为什么：层次序号由高到低使用，倒过来就看不出隶属关系。
    ///
    /// 示例：（1）健全制度 1.印发3件 2.修订2件 （2）开展培训 → 1.健全制度 （1）印发3件 （2）修订2件 2.开展培训
    ///
    /// 修改：上下两级的序号对调。
    ///
    /// 不算：低一级的列举结束之后，高一级接着编号。
    "level-reversed", "层次倒置", Numbering, Warning, "GB/T 15834—2011 附录B.3.8；GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

/// How many headings away the outer list goes on at most.
const NEAR: usize = 60;

fn check(doc: &Document, out: &mut Findings) {
    for (i, pair) in doc.headings.windows(2).enumerate() {
        let [outer, inner] = pair else { continue };
        let (Some(above), Some(number)) = (outer.number, inner.number) else { continue };
        // The list inside begins anew, and nothing above the outer item has its level.
        if outer.level <= inner.level || outer.parent != inner.parent || number.value != 1 {
            continue;
        }
        let behind = doc.headings.get(i + 2..).unwrap_or(&[]);
        // The items of the outer list stand under the last of the inner one: 1. above （2）.
        let next = behind.iter().take(NEAR).find(|heading| heading.level == outer.level).and_then(|heading| heading.number);
        let outer_goes_on = next.is_some_and(|next| next.value == above.value + 1);
        let inner_goes_on =
            behind.first().is_some_and(|next| next.level == inner.level && next.number.is_some_and(|number| number.value == 2));
        let low = inner.level >= OrdinalStyle::Arabic.level();
        if outer_goes_on || (low && above.value == 1 && inner_goes_on) {
            let (above_text, text) = (doc.get(above.span), doc.get(number.span));
            out.push(
                RULE.finding(number.span, format!("“{above_text}”之下用了高一级的“{text}”，层次倒置"))
                    .related(above.span, "上一层在这里"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_a_higher_number_inside() {
        flags(&RULE, "一、主要成效\n（一）抓执法\n（1）健全制度\n⟦1.⟧印发3件。\n2.修订2件。\n（2）开展培训\n");
        flags(&RULE, "一、主要成效\n（1）健全制度\n⟦1.⟧印发3件。\n2.修订2件。\n");
        flags(&RULE, "（一）主要成效\n⟦一、⟧健全制度\n印发3件。\n二、开展培训\n举办4期。\n（二）存在的不足\n人员较少。\n");
        flags(&RULE, "一、主要成效\n1.健全制度\n⟦（一）⟧印发3件。\n（二）修订2件。\n2.开展培训\n举办4期。\n");
    }

    #[test]
    fn accepts_levels_from_high_to_low() {
        accepts(
            &RULE,
            "一、主要成效\n（一）抓执法\n1.健全制度\n（1）印发3件。\n（2）修订2件。\n2.开展培训\n（二）抓普法\n1.甲。\n",
        );
        accepts(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、不足\n（一）丙。\n");
    }

    #[test]
    fn accepts_lists_that_have_ended() {
        accepts(&RULE, "一、主要成效\n（一）抓执法\n（1）甲。\n（2）乙。\n（二）抓普法\n1.丙。\n2.丁。\n");
        accepts(&RULE, "（五）抓普法。举办3场。\n二、不足\n（一）丙。\n");
    }
}
