//! 20212025年: a span of years that lost its dash.

use super::context::{after, before};
use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：起止年份连在一起，中间的连接号丢失，如“20212025年”。
    ///
    /// 为什么：起止年份之间用一字线“—”；丢失后成了一个没有意义的数字，多为网页复制、转换所致。
    ///
    /// 示例：（20212025年） → （2021—2025年）
    ///
    /// 修改：在两个年份之间补上“—”。
    ///
    /// 不算：后一个年份不大于前一个的数字、不在规划名称里的八位编号和日期（20251204）。
    "year-span-lost", "起止年份缺连接号", Punctuation, Error, "GB/T 15834—2011 4.13.3.2",
    Check::Numbers(check),
}

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    for (i, &number) in numbers.iter().enumerate() {
        match number.digits {
            8 => out.extend(run_together(doc, block, number)),
            4 => out.extend(numbers.get(i + 1).and_then(|&next| side_by_side(doc, block, number, next))),
            _ => {}
        }
    }
}

/// Whether two years can be the ends of a plan.
fn is_span(from: u64, to: u64) -> bool {
    (1949..2100).contains(&from) && (from + 1..=from + 30).contains(&to)
}

/// 20212025年, and （20212025） behind a plan's name.
fn run_together(doc: &Document, block: &Block, number: Number) -> Option<crate::diagnostic::Finding> {
    let text = doc.text;
    let span = number.span;
    let value = number.whole().filter(|value| span.len() == 8 && is_span(value / 10_000, value % 10_000))?;
    let rest = text.get(span.end..block.span.end)?;
    let year = rest.trim_start_matches(is_blank).starts_with('年');
    let left = before(text, block.span.start, span.start);
    let bracketed =
        left.is_some_and(|c| fold(c) == '（') && after(text, span.end, block.span.end).is_some_and(|c| fold(c) == '）');
    let plan = || {
        let head = text.get(block.span.start..span.start).unwrap_or("").trim_end_matches(['（', '(']);
        doc.in_book_title(span.start)
            || ["纲要", "规划", "计划", "方案"].iter().any(|word| head.trim_end_matches('》').ends_with(word))
    };
    let coded = left.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.'));
    if coded || !(year || (bracketed && plan())) {
        return None;
    }
    let whole = if year { Span::new(span.start, span.end + rest.find('年').unwrap_or(0) + '年'.len_utf8()) } else { span };
    let right = format!("{}—{}", value / 10_000, value % 10_000);
    let middle = span.start + 4;
    Some(
        RULE.finding(whole, format!("“{}”的起止年份之间缺连接号，应为“{right}{}”", whole.of(text), if year { "年" } else { "" }))
            .fix(Fix::safe("补上“—”", vec![Edit::insert(middle, "—")])),
    )
}

/// 2021 2025年 and 2021年2025年 between brackets: the dash was lost, the ends were not run together.
fn side_by_side(doc: &Document, block: &Block, from: Number, to: Number) -> Option<crate::diagnostic::Finding> {
    let text = doc.text;
    let between = text.get(from.span.end..to.span.start)?;
    let lost = between == "年" || (!between.is_empty() && between.chars().all(is_blank));
    let years = to.digits == 4 && is_span(from.whole()?, to.whole()?) && text.get(to.span.end..block.span.end)?.starts_with('年');
    let left = before(text, block.span.start, from.span.start);
    if !lost || !years || left.is_none_or(|c| fold(c) != '（') {
        return None;
    }
    let whole = Span::new(from.span.start, to.span.end + '年'.len_utf8());
    let gap = Span::new(from.span.end + if between == "年" { between.len() } else { 0 }, to.span.start);
    Some(
        RULE.finding(whole, format!("“{}”的两个年份之间缺连接号", whole.of(text)))
            .fix(Fix::suggested("补上“—”", vec![Edit::replace(gap, "—")]))
            .at_most(Severity::Warning),
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_years_run_together() {
        flags(&RULE, "落实《法治政府建设实施纲要（⟦20212025年⟧）》，总结⟦20202025年⟧工作，对接规划（⟦20262030⟧）。");
        flags(&RULE, "落实《法治社会建设实施纲要(⟦20202025年⟧)》和《规划（⟦2021 2025年⟧）》。");
        fixes(&RULE, "落实《实施纲要(20212025年)》。", "落实《实施纲要(2021—2025年)》。");
        fixes(&RULE, "落实《实施纲要（2021年2025年）》。", "落实《实施纲要（2021年—2025年）》。");
    }

    #[test]
    fn accepts_spans_dates_and_codes() {
        accepts(&RULE, "落实《实施纲要（2021—2025年）》，总结2021年至2025年工作，2021—2025年间办结。");
        accepts(&RULE, "文件编号20212025，案号（20211204），编码J20212025年，20252021年，20242024年。");
        accepts(&RULE, "2024年2025年度工作要点，2021 2022年。");
    }
}
