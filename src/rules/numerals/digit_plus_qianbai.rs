//! 3千 for 3000.

use crate::diagnostic::Fix;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, chars, numerals};

crate::declare_rule! {
    /// 检查什么：阿拉伯数字与“千”“百”“十”连用，如“3千余人”“5百件”。
    ///
    /// 为什么：阿拉伯数字后只可用“万”“亿”作单位，不与“十”“百”“千”连用。
    ///
    /// 示例：发放资料3千余份 → 发放资料3000余份
    ///
    /// 修改：写成完整的阿拉伯数字。
    ///
    /// 不算：千米、千克、千瓦等计量单位，百分之、百姓、百货，十大、十佳，书名号和引号内的名称。
    "digit-plus-qianbai", "阿拉伯数字接千百十", Numerals, Warning, "GB/T 15835—2011 5.3",
    Check::Numbers(check),
}

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    if !block.is_running() {
        return;
    }
    let mut done = 0;
    for &number in numbers {
        let start = number.span.start;
        if start < done || !begins_mixed(doc, number) || doc.in_book_title(start) || doc.in_quotes(start) {
            continue;
        }
        let (value, end) = read(doc, start);
        done = end;
        let span = Span::new(start, end);
        let written = doc.get(span);
        let message = format!("“{written}”把阿拉伯数字与“千”“百”“十”连用");
        let finding = RULE.finding(span, message);
        // 3千几百 and 3千零5 have no plain figure.
        let open = chars::after(doc.text, end)
            .is_some_and(|c| c.is_ascii_digit() || numerals::digit(c).is_some() || "几数半".contains(c));
        out.push(match value.filter(|_| !open) {
            Some(value) => finding.fix(Fix::safe_replace(span, &value.to_string())),
            None => finding,
        });
    }
}

/// Whether 千, 百 or 十 follows a number and counts with it.
fn begins_mixed(doc: &Document, number: Number) -> bool {
    const UNITS: &[&str] = &[
        "米",
        "克",
        "瓦",
        "伏",
        "赫",
        "帕",
        "卡",
        "焦",
        "牛",
        "兆",
        "字节",
        "比特",
        "吨",
        "公顷",
        "安",
        "分",
        "家万户",
        "方百计",
        "头万绪",
        "禧",
    ];
    const WORDS: &[&str] = &["分", "姓", "货", "日", "科", "年", "岁", "强", "佳", "合", "花", "米"];
    const COUNTS: &str = "余多来个名人件次户家场份万亿元篇条项处所";
    let Some(rest) = doc.text.get(number.span.end..) else { return false };
    let Some(c) = rest.chars().next() else { return false };
    let behind = rest.get(c.len_utf8()..).unwrap_or("");
    let ordinal = chars::before(doc.text, number.span.start) == Some('第');
    // 2025千企行动 is a year and a name.
    let plausible = number.digits <= 3 && number.mantissa > 0 && !ordinal;
    plausible
        && match c {
            // 120千字 is how long a book is.
            '千' => !UNITS.iter().any(|unit| behind.starts_with(unit)) && (number.digits < 2 || !behind.starts_with('字')),
            '百' => !WORDS.iter().any(|word| behind.starts_with(word)),
            '十' => number.digits == 1 && behind.starts_with(|c| COUNTS.contains(c)),
            _ => false,
        }
}

/// Reads 3千5百 from byte `at`: its value, where it is a whole number, and its end.
fn read(doc: &Document, mut at: usize) -> (Option<u64>, usize) {
    let line = doc.scan.lines.last_to(at).and_then(|i| doc.scan.lines.get(i));
    let end = line.map_or(at, |line| line.end);
    let mut total = Some(0u64);
    let mut below = u64::MAX;
    while let Some(number) = doc.numbers(Span::new(at, end)).first().filter(|n| n.span.start == at) {
        let factor: u64 = match chars::after(doc.text, number.span.end) {
            Some('千') => 1000,
            Some('百') => 100,
            Some('十') => 10,
            _ => break,
        };
        if factor >= below {
            break;
        }
        let scaled = number.ten_thousandths().saturating_mul(factor);
        total = total.filter(|_| scaled.is_multiple_of(10_000)).map(|t| t + scaled / 10_000);
        at = number.span.end + '千'.len_utf8();
        below = factor;
    }
    (total, at)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_figures_before_thousand_and_hundred() {
        flags(&RULE, "出动执法人员⟦3千⟧余人次，发放资料⟦5百⟧份，兑现资金⟦2千⟧万元。");
        flags(&RULE, "全镇⟦1千2百⟧余户参加，培训骨干⟦2十⟧余名。");
        fixes(&RULE, "发放宣传资料3千余份。", "发放宣传资料3000余份。");
        fixes(&RULE, "覆盖群众1.5千人，走访3千5百户。", "覆盖群众1500人，走访3500户。");
    }

    #[test]
    fn accepts_units_names_and_whole_figures() {
        accepts(&RULE, "巡查河道3千米，销毁5千克，新增光伏50千瓦，用电2千瓦时，绿化18.6千公顷。");
        accepts(&RULE, "发放资料3000余份，资金3.5万元，服务1.2亿人次。");
        accepts(&RULE, "服务12百姓议事点，评选2025十大法治人物，入围10佳案例。");
        accepts(&RULE, "推进“1千帮扶”工程，落实《3千计划》，第3百货商场周边整治。");
        accepts(&RULE, "三千余人参加，检查1处百货商场、2家百年老店。");
    }

    #[test]
    fn accepts_the_length_of_a_book() {
        accepts(&RULE, "编印普法读本120千字。");
    }
}
