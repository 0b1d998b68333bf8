//! A span of years joined by a hyphen or a tilde.

use super::context::{after, before};
use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::facts::ranges::is_year;
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：起止年份之间用短横线“-”或者半角“~”，或者用“至”却没有“年”。
    ///
    /// 为什么：标示时间的起止用一字线“—”；短横线用于编号、电话号码等。
    ///
    /// 示例：2021-2025年 → 2021—2025年
    ///
    /// 修改：改为一字线“—”。
    ///
    /// 不算：一字线、全角连接号（－、–）和浪纹线（～）；“2021年至2025年”；标准号、编号、日期、电话号码。
    "year-span-dash", "年份起止连接号", Punctuation, Info, "GB/T 15834—2011 4.13.3.2",
    Check::Numbers(check),
}

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    for pair in numbers.windows(2) {
        if let [from, to] = pair
            && is_year(*from)
            && is_year(*to)
            && (from.mantissa + 1..from.mantissa + 40).contains(&to.mantissa)
        {
            look(doc, block, from.span, to.span, out);
        }
    }
}

fn look(doc: &Document, block: &Block, from: Span, to: Span, out: &mut Findings) {
    let text = doc.text;
    let between = Span::new(from.end, to.start);
    if between.len() > 12 {
        return;
    }
    let joint = between.of(text).strip_prefix('年').unwrap_or(between.of(text));
    let dash = joint.trim_matches(is_blank);
    let (left, right) = (before(text, block.span.start, from.start), after(text, to.end, block.span.end));
    let bracketed = left.is_some_and(|c| fold(c) == '（') && right.is_some_and(|c| fold(c) == '）');
    let years = right == Some('年') || bracketed;
    // GB/T 2021-2025, 110-2021-2025 and the like are codes.
    let code = left.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | '第' | '号'));
    if code {
        return;
    }
    let whole = Span::new(from.start, to.end + if right == Some('年') { '年'.len_utf8() } else { 0 });
    if matches!(dash, "-" | "~" | "--") && years {
        let at = Span::new(to.start - joint.len(), to.start);
        out.push(
            RULE.finding(whole, format!("“{}”的起止年份之间通常用一字线“—”", whole.of(text)))
                .fix(Fix::safe("改为“—”", vec![Edit::replace(at, "—")])),
        );
    } else if dash == "至"
        && joint.len() == between.len()
        && !years
        && !right.is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '学'))
    {
        out.push(
            RULE.finding(whole, format!("“{}”后面通常写明“年”", whole.of(text)))
                .fix(Fix::suggested("补上“年”", vec![Edit::insert(to.end, "年")])),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_hyphens_and_tildes_between_years() {
        flags(&RULE, "按照《实施纲要(⟦2021-2025年⟧)》，制定⟦2025~2026年⟧计划，总结⟦2021年-2025年⟧工作（⟦2021-2025⟧）。");
        flags(&RULE, "自⟦2021至2025⟧累计培训。");
        fixes(&RULE, "落实2021 - 2025年规划。", "落实2021—2025年规划。");
        fixes(&RULE, "落实2021年--2025年规划。", "落实2021年—2025年规划。");
    }

    #[test]
    fn accepts_right_dashes_and_codes() {
        accepts(&RULE, "落实《纲要（2021—2025年）》《规划（2021－2025年）》，2021～2025年，2021至2025年，2021年至2025年。");
        accepts(&RULE, "依据GB/T 2020-2025、标准2021-2022-01号，编号1999-2024号。");
        accepts(&RULE, "发布于2025-12-14，热线0631-7512345。");
        accepts(&RULE, "投诉量由2024-2020件。");
    }
}
