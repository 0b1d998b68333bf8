//! 9～16亿 for 9亿～16亿.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::ranges::ranges;
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：以“万”“亿”为单位的范围，只在后一个数字写了单位，如“9～16亿”。
    ///
    /// 为什么：省略前一个“亿”，字面上成了“9”到“16亿”；前后两个数字都要写全。
    ///
    /// 示例：9～16亿 → 9亿～16亿
    ///
    /// 修改：在前一个数字后补上“万”“亿”（请核对数值）。
    ///
    /// 不算：“5～100公斤”等普通单位，两个数字都写了单位，“第1至3万”等序数，前大后小的数字。
    "wan-range", "万亿范围省略单位", Numerals, Warning, "GB/T 15835—2011 5.1.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for range in doc.once(ranges).iter() {
        let unit = around::followed_by(doc.text, range.to.span.end, &["万亿", "万", "亿"]);
        let Some(unit) = unit.filter(|_| range.unit.is_empty()) else { continue };
        if doc.in_book_title(range.from.span.start) {
            continue;
        }
        let span = Span::new(range.from.span.start, range.to.span.end + unit.len());
        let right = format!("{}{unit}{}", doc.get(range.from.span), doc.get(Span::new(range.from.span.end, span.end)));
        out.push(
            RULE.finding(span, format!("“{}”的前一个数字缺“{unit}”", doc.get(span)))
                .fix(Fix::suggested(format!("改为“{right}”"), vec![Edit::insert(range.from.span.end, unit)])),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_ranges_with_one_unit() {
        flags(&RULE, "涉案金额在⟦9～16亿⟧元，罚款⟦3-5万⟧元，惠及群众⟦1至2万⟧人，投资⟦1.5—2亿⟧元。");
        fixes(&RULE, "年投资9～16亿元。", "年投资9亿～16亿元。");
        fixes(&RULE, "每村补助3至5万元。", "每村补助3万至5万元。");
    }

    #[test]
    fn accepts_full_ranges_and_other_units() {
        accepts(&RULE, "涉案金额在9亿～16亿元，罚款3万—5万元，重5～100公斤，用时3至5天。");
        accepts(&RULE, "由3件增加到5万件，罚款由500元至1万元，处2000至1万元罚款，2025—3万人。");
        accepts(&RULE, "落实《补助标准（3～5万元）》，电话0631-7512万，第1至3万名。");
    }
}
