//! 下降2倍: nothing falls by more than itself.

use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, is_han};

crate::declare_rule! {
    /// 检查什么：用“倍”表示减少，如“下降2倍”“减少了一倍”“缩短3倍”。
    ///
    /// 为什么：减少一倍就是减到零，再多不可能；减少用分数、百分数表示，或者写明减到多少。
    ///
    /// 示例：投诉量下降2倍 → 写明下降的百分比，或者“下降到上年的三分之一”
    ///
    /// 修改：核对后改为百分数、分数。
    ///
    /// 不算：“降至1.5倍”“由3倍降到2倍”说的是结果；增加、提高若干倍；“减少的数量是增加的3倍”。
    "decrease-times", "减少用倍数", Numerals, Warning, "通行用法",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "0倍", "1倍", "2倍", "3倍", "4倍", "5倍", "6倍", "7倍", "8倍", "9倍", "一倍", "二倍", "两倍", "三倍", "四倍", "五倍",
        "六倍", "七倍", "八倍", "九倍", "十倍", "百倍", "数倍", "几倍", "半倍", "余倍", "多倍", "成倍",
    ]
}

/// Words for a decrease.
const FALLS: &[&str] = &[
    "减少", "下降", "降低", "缩减", "缩短", "缩小", "压缩", "压减", "压降", "精简", "下滑", "下跌", "回落", "减轻", "锐减",
    "骤降", "骤减", "递减", "降幅", "减幅", "跌幅",
];

/// Words between verb and number that leave the number the measure of the fall.
const FILLERS: &[&str] = &[
    "了", "将近", "接近", "大约", "近", "约", "超过", "超", "逾", "达到", "高达", "达", "整整", "幅度", "比例", "为", "至少",
    "同比", "环比",
];

/// Characters of an object between verb and number that show another clause or a comparison.
const OTHER_CLAUSE: &str = "是为的比由从提增升涨翻到至达多高快扩";

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) {
        return;
    }
    if doc.get(hit.span) == "成倍" {
        let rest = around::after(doc.text, hit.span.end, 3);
        if let Some(fall) = FALLS.iter().find(|fall| rest.trim_start_matches('地').starts_with(**fall)) {
            let end = hit.span.end + rest.find(fall).unwrap_or(0) + fall.len();
            tell(doc, Span::new(hit.span.start, end), out);
        }
        return;
    }
    let unit = "倍".len();
    let head = around::before(doc.text, hit.span.end - unit, 24);
    let numeral = |c: char| c.is_ascii_digit() || c == '.' || "一二两三四五六七八九十百几数半余多".contains(c);
    let mut rest = head.trim_end_matches(numeral);
    let mut measured = false;
    while let Some((bare, filler)) = FILLERS.iter().find_map(|filler| Some((rest.strip_suffix(filler)?, *filler))) {
        measured |= matches!(filler, "了" | "同比");
        rest = bare;
    }
    // 少了3倍, 降了一倍.
    let short = if measured { rest.strip_suffix(['少', '降', '减']).map(str::len) } else { None };
    let Some(start) = falls_at(rest).or(short) else { return };
    tell(doc, Span::new(hit.span.end - unit - (head.len() - start), hit.span.end), out);
}

fn tell(doc: &Document, span: Span, out: &mut Findings) {
    out.push(RULE.finding(span, format!("“{}”用倍数表示减少，应改用百分数、分数，或者写明减到多少", doc.get(span))));
}

/// Where the verb begins whose fall is measured at the end of `text`: 下降, 降低成本.
fn falls_at(text: &str) -> Option<usize> {
    let (at, fall) =
        FALLS.iter().filter_map(|fall| Some((text.rfind(fall)?, fall))).max_by_key(|&(at, fall)| (at, fall.len()))?;
    let object = text.get(at + fall.len()..)?;
    let plain = object.chars().count() <= 6 && object.chars().all(|c| is_han(c) && !OTHER_CLAUSE.contains(c));
    plain.then_some(at)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_falls_measured_in_multiples() {
        flags(
            &RULE,
            "投诉量同比⟦下降2倍⟧，办理时限⟦缩短近一倍⟧，纠纷⟦减少了3.5倍⟧，⟦降幅达两倍⟧，信访量⟦成倍减少⟧，积案⟦少了两倍⟧。",
        );
        flags(&RULE, "⟦降低成本2倍⟧，⟦压缩办理时限3倍⟧，案件总量较2024年⟦下降十余倍⟧。");
    }

    #[test]
    fn accepts_rises_and_results() {
        accepts(&RULE, "办件量增长2倍，效率提高3倍，普法覆盖面扩大一倍，受理量是上年的2倍。");
        accepts(&RULE, "负债率由3倍降至1.5倍，罚款数额降到违法所得的2倍，投诉下降50%。");
        accepts(&RULE, "减少的数量是增加数量的3倍，缩短时限、效率提升2倍，减少环节效率提升一倍，成倍增长。");
    }
}
