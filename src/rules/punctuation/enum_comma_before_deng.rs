//! A mark before 等 that ends a list.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, chars, fold};

crate::declare_rule! {
    /// 检查什么：并列词语后的“等”前面多了顿号或者逗号。
    ///
    /// 为什么：“等”紧接并列的最后一项，前面不停顿。
    ///
    /// 示例：宣传、培训、等 → 宣传、培训等
    ///
    /// 修改：删去“等”前的标点。
    ///
    /// 不算：用逗号分隔的并列后接“，等”；“等级”“等待”“等额”等词。
    "enum-comma-before-deng", "“等”前多标点", Punctuation, Warning, "GB/T 15834—2011 附录B.1",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["、等", "，等"]
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(block) = doc.block_around(hit.span.start) else { return };
    let rest = doc.get(Span::new(hit.span.end, block.span.end));
    if !block.is_running() || doc.in_book_title(hit.span.start) || is_word(rest) {
        return;
    }
    let mark = Span::new(hit.span.start, hit.span.end - '等'.len_utf8());
    let before = Span::new(block.span.start, mark.start);
    if hit.needle == 1 && (!(ends_list(rest) && follows_enumeration(doc, before)) || ends_clauses(doc, before, rest)) {
        return;
    }
    out.push(
        RULE.finding(hit.span, format!("“等”前面不用“{}”", mark.of(doc.text)))
            .fix(Fix::safe(format!("删去“{}”", mark.of(doc.text)), vec![Edit::delete(mark)])),
    );
}

/// Whether 等 begins a word with what follows: 等级, 等待.
fn is_word(rest: &str) -> bool {
    rest.starts_with(|c: char| "级待候次额于闲高价温量比身外效距边腰差值".contains(c))
        || (rest.starts_with('同') && !rest.starts_with("同志"))
        || rest.starts_with("到")
        || rest.starts_with("一等")
}

/// Whether 等 ends the list here for certain, so that ，等 is no new clause (，等工作完成后).
fn ends_list(rest: &str) -> bool {
    rest.chars().next().is_none_or(chars::is_mark)
        || [
            "方面", "内容", "活动", "问题", "措施", "形式", "方式", "制度", "领域", "部门", "单位", "媒体", "渠道", "平台",
            "途径", "行业", "场所", "载体", "群体", "法律", "违法", "多", "等",
        ]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// Whether ，等等 ends a list of clauses, whose last holds a 、 of its own: 车辆、装备尚未达到规定的配备标准，等等.
fn ends_clauses(doc: &Document, before: Span, rest: &str) -> bool {
    const ITEM: usize = 8;
    let item = doc.get(before).rsplit('、').next().unwrap_or("");
    rest.starts_with('等') && item.chars().count() > ITEM
}

/// Whether the items before are set apart by 、 and not by commas.
fn follows_enumeration(doc: &Document, before: Span) -> bool {
    doc.marks(before)
        .iter()
        .rev()
        .find(|m| matches!(fold(m.char), '、' | '，' | '。' | '；' | '：'))
        .is_some_and(|m| m.char == '、')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_mark_before_deng() {
        flags(&RULE, "开展宣传、培训⟦、等⟧活动，走访企业、商铺⟦，等⟧。走访企业、商铺⟦，等⟧等。");
        flags(&RULE, "通过微信、抖音、报纸⟦，等⟧媒体宣传。");
        flags(&RULE, "表彰张某、李某⟦、等⟧同志。");
        fixes(&RULE, "推行“一网通办”、“一窗受理”、等改革。", "推行“一网通办”、“一窗受理”等改革。");
        fixes(&RULE, "走访企业、商铺、等等。", "走访企业、商铺等等。");
    }

    #[test]
    fn accepts_comma_lists_and_words() {
        accepts(&RULE, "加强宣传教育，开展业务培训，等。");
        accepts(&RULE, "执法力量薄弱；车辆、装备尚未达到规定的配备标准，等等。");
        accepts(&RULE, "划分风险类别、等级，实行差额、等额选举。");
        accepts(&RULE, "完善企业、商铺台账，等核查结束后统一公布。");
        accepts(&RULE, "开展宣传、培训等活动。");
        accepts(&RULE, "实行城乡、等同对待。");
    }
}
