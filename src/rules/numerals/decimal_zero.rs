//! .5亿 for 0.5亿.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, Words, chars};

crate::declare_rule! {
    /// 检查什么：小数点前没有数字，如“.5亿元”。
    ///
    /// 为什么：纯小数必须写出小数点前用以定位的“0”；也可能是漏了整数部分。
    ///
    /// 示例：投入资金.5亿元 → 投入资金0.5亿元
    ///
    /// 修改：补上“0”；漏了整数部分的，核对后补全。
    ///
    /// 不算：用句点代替句号后接数字（“成效明显.5月起”）、序号、版本号、网址、文件扩展名。
    "decimal-zero", "小数缺0", Numerals, Warning, "GB/T 15835—2011 5.1.2",
    Check::Numbers(check),
}

/// Units that take decimals.
static UNITS: Words = Words::new(&[
    "亿",
    "万",
    "%",
    "％",
    "‰",
    "个百分点",
    "百分点",
    "倍",
    "公里",
    "千米",
    "平方",
    "米",
    "吨",
    "公顷",
    "亩",
    "元",
    "小时",
    "分",
    "天",
    "个工作日",
    "件",
    "人",
    "次",
    "GW",
    "MW",
]);

/// Words a quantity stands directly behind.
static LEADS: Words = Words::new(&[
    "达到", "达", "到", "为", "约", "近", "超", "过", "金", "资", "款", "长", "增加", "增", "降", "减少", "仅", "占", "至", "比",
    "积", "率", "了", "有", "值", "升", "高", "及", "用", "费", "额", "共", "计",
]);

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    for number in numbers {
        let head = doc.get(Span::new(block.span.start, number.span.start));
        let Some(dot) = head.chars().next_back().filter(|c| matches!(c, '.' | '．')) else { continue };
        let left = head.strip_suffix(dot).unwrap_or(head);
        let unit = UNITS.following(doc.text, number.span.end);
        let quantity =
            left.ends_with(|c: char| chars::is_blank(c) || "，,、（(：:～~—至".contains(c)) || LEADS.ending(left).is_some();
        // Behind a blank alone the dot may be a bullet.
        let bare = left.trim_end_matches(chars::is_blank).is_empty();
        let Some(unit) = unit.filter(|_| quantity && !bare && number.decimals == 0) else { continue };
        let start = number.span.start - dot.len_utf8();
        let span = Span::new(start, number.span.end + unit.len());
        let right = format!("0.{}{unit}", doc.get(number.span));
        let title = format!("改为“{right}”");
        let edits =
            vec![if dot == '.' { Edit::insert(start, "0") } else { Edit::replace(Span::new(start, number.span.start), "0.") }];
        // .5% of a rate has more likely lost its whole part.
        let fix = if matches!(unit, "%" | "％") { Fix::suggested(title, edits) } else { Fix::safe(title, edits) };
        out.push(RULE.finding(span, format!("“{}”的小数点前缺数字，纯小数写作“{right}”", doc.get(span))).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_decimals_without_a_zero() {
        flags(&RULE, "投入资金⟦.5亿⟧元，办理时限压缩至⟦.5个工作日⟧，误差仅⟦.02%⟧（⟦.8万⟧元）。");
        fixes(&RULE, "投入专项资金.5亿元。", "投入专项资金0.5亿元。");
        fixes(&RULE, "平均用时压缩到．5小时。", "平均用时压缩到0.5小时。");
    }

    #[test]
    fn accepts_stops_numbers_and_codes() {
        accepts(&RULE, "法治建设成效明显.5月起开展督察，群众满意.12件提案办结。");
        accepts(&RULE, "投入0.5亿元，占98.5%，2025.12.4宣传，版本v.5，文件.7z，共10.5万元。");
        accepts(&RULE, "详见图.3次级目录，等等...5件。");
    }

    #[test]
    fn flags_decimals_behind_other_words() {
        flags(&RULE, "减免费用⟦.5亿⟧元，惠及⟦.6万⟧人次，共⟦.8万⟧元。");
    }
}
