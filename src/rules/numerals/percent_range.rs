//! 15～30% for 15%～30%.

use crate::diagnostic::Edit;
use crate::document::Document;
use crate::facts::ranges::ranges;
use crate::rule::{Check, Findings};
use crate::text::{Span, chars};

crate::declare_rule! {
    /// 检查什么：百分数、千分数的范围只在后一个数字写了“%”，如“15～30%”。
    ///
    /// 为什么：表示百分数的范围，前后两个数字都写百分号，才不会读成“15”到“30%”。
    ///
    /// 示例：15～30% → 15%～30%
    ///
    /// 修改：在前一个数字后补上“%”。
    ///
    /// 不算：两个数字都有百分号；“由15提高到30%”一类不是范围的说法；年份、编号。
    "percent-range", "百分数范围缺百分号", Numerals, Warning, "GB/T 15835—2011 5.1.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for range in doc.once(ranges).iter() {
        let sign = chars::after(doc.text, range.to.span.end).filter(|c| matches!(c, '%' | '％' | '﹪' | '‰'));
        let Some(sign) = sign.filter(|_| range.unit.is_empty()) else { continue };
        if doc.in_book_title(range.from.span.start) {
            continue;
        }
        let span = Span::new(range.from.span.start, range.to.span.end + sign.len_utf8());
        let right = format!("{}{sign}{}", doc.get(range.from.span), doc.get(Span::new(range.from.span.end, span.end)));
        out.push(RULE.finding(span, format!("“{}”的前一个数字缺“{sign}”", doc.get(span))).fix(range.fix(
            doc,
            format!("改为“{right}”"),
            vec![Edit::insert(range.from.span.end, sign)],
        )));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_ranges_with_one_sign() {
        flags(&RULE, "抽查比例为⟦15～30%⟧，法治课时占⟦5-10%⟧，误差在⟦1.5—2.5‰⟧。");
        flags(&RULE, "满意率保持在⟦95至98％⟧之间，降幅达⟦8 ~ 12%⟧。");
        fixes(&RULE, "抽查比例为15～30%。", "抽查比例为15%～30%。");
        fixes(&RULE, "占比在20到25％之间。", "占比在20％到25％之间。");
    }

    #[test]
    fn accepts_two_signs_and_what_is_no_range() {
        accepts(&RULE, "抽查比例为15%～30%，满意率在95%至98%之间，比例为5%—10%。");
        accepts(&RULE, "覆盖面由15提高到30%，比2024年提高3个百分点，2021—2025年增长30%。");
        accepts(&RULE, "落实《抽查事项清单（15～30%）》，标准号GB/T 15-30%，完成3至5项，占98%。");
    }
}
