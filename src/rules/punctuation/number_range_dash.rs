//! 3-5天 for 3～5天.

use super::context::is_unit;
use crate::diagnostic::Edit;
use crate::document::Document;
use crate::facts::ranges::ranges;
use crate::rule::{Check, Findings};
use crate::text::{Span, chars, is_blank};

crate::declare_rule! {
    /// 检查什么：数值的起止用短横线“-”或者半角“~”连接，如“3-5天”。
    ///
    /// 为什么：标示数值范围的起止用浪纹线“～”；短横线用于编号、电话号码等。
    ///
    /// 示例：3-5天 → 3～5天
    ///
    /// 修改：改为浪纹线“～”。
    ///
    /// 不算：浪纹线、一字线，年份（另有规则检查），月日、时刻、编号、电话号码、比分。
    "number-range-dash", "数值范围连接号", Punctuation, Info, "GB/T 15834—2011 4.13.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for range in doc.once(ranges).iter() {
        let counts =
            chars::after(doc.text, range.to.span.end).is_some_and(|c| is_unit(c) || "周年分秒小工厘毫公千平".contains(c));
        let dash = doc.get(range.joint).trim_matches(is_blank);
        // 0631-7512345户 is a telephone number.
        let code = [range.from, range.to]
            .iter()
            .any(|number| doc.get(number.span).starts_with('0') && number.digits > 1 && number.decimals == 0);
        if !matches!(dash, "-" | "--" | "~") || !counts || code || doc.in_book_title(range.from.span.start) {
            continue;
        }
        let whole = Span::new(range.from.span.start, range.to.span.end);
        let unit = chars::after(doc.text, whole.end).map_or(0, char::len_utf8);
        let whole = Span::new(whole.start, whole.end + unit);
        out.push(RULE.finding(whole, format!("“{}”是数值范围，通常用浪纹线“～”连接", whole.of(doc.text))).fix(range.fix(
            doc,
            "改为“～”".to_owned(),
            vec![Edit::replace(range.joint, "～")],
        )));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_hyphens_and_tildes_between_figures() {
        flags(&RULE, "办理时限压缩为⟦3-5天⟧，每村配备⟦2~3名⟧调解员，每期⟦15%-30%⟧，每半年⟦1 - 2次⟧，用时⟦10-15分⟧钟。");
        fixes(&RULE, "办理时限为3-5天。", "办理时限为3～5天。");
        fixes(&RULE, "罚款3万元~5万元。", "罚款3万元～5万元。");
        fixes(&RULE, "覆盖8 - 10个村。", "覆盖8～10个村。");
    }

    #[test]
    fn accepts_right_dashes_dates_and_codes() {
        accepts(&RULE, "办理时限为3～5天、3—5天，2021-2025年，1-11月办理案件37件，5-8日集中宣传。");
        accepts(
            &RULE,
            "热线0631-7512345，拨打0631-7512345次日回复，标准DB37/T 12-15次，上午9:00-11:30次日，比分3-2，第3-5次，5-3次。",
        );
        accepts(&RULE, "落实《工作规则（3-5人）》，户号1-2-301户，编号A-12-15件。");
    }
}
