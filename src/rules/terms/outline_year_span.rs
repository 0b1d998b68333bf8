//! National plans cited with years that are not theirs.

use std::sync::OnceLock;

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::timeline::{self, Event, Kind, YearSpan};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, fold};

crate::declare_rule! {
    /// 检查什么：全国性规划纲要名称后括注的起止年份与原文不符，如《法治政府建设实施纲要（2022—2025年）》。
    ///
    /// 为什么：引用文件名称应当准确；起止年份是名称的一部分。
    ///
    /// 示例：《法治政府建设实施纲要（2022—2025年）》 → 《法治政府建设实施纲要（2021—2025年）》
    ///
    /// 修改：改为文件名称中的年份。
    ///
    /// 不算：各地、各部门自己的规划和实施方案（名称前写有地名），没有写年份的，表中规划期之后的新规划。
    "outline-year-span", "规划名称年份错误", Terms, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条；《法治政府建设实施纲要（2021—2025年）》等文件的名称",
    Check::Needles(plans, check),
}

/// The titles of national plans.
pub(super) fn plans() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| timeline::names(Kind::Plan))
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let name = doc.get(hit.span);
    let Some(written) = timeline::span_behind(doc, hit.span.end) else { return };
    if !is_national(doc, hit.span.start) {
        return;
    }
    let events: Vec<&Event> = timeline::of(Kind::Plan).filter(|event| event.names.contains(&name)).collect();
    let (from, until) = written.years();
    // What begins when the last one in the table has ended is one the table does not know yet.
    let newer = events.iter().all(|event| from >= event.last_year());
    if newer || events.iter().any(|event| written.is_of(event)) {
        return;
    }
    let distance = |event: &&&Event| from.abs_diff(event.first_year()) + until.abs_diff(event.last_year());
    let Some(event) = events.iter().min_by_key(distance) else { return };
    let span = Span::new(written.from.span.start, written.until.span.end);
    let right = format!("{}—{}", event.first_year(), event.last_year());
    let message = format!("《{name}》的年份“{}”有误，应为“{right}”", doc.get(span));
    out.push(RULE.finding(span, message).fix(mend(written, event, &right)));
}

/// Replaces the years that are wrong.
fn mend(written: YearSpan, event: &Event, right: &str) -> Fix {
    let pairs = [(written.from, event.first_year()), (written.until, event.last_year())];
    let edits: Vec<Edit> = pairs
        .iter()
        .filter(|(number, year)| number.mantissa != u64::from(*year))
        .map(|(number, year)| Edit::replace(number.span, year.to_string()))
        .collect();
    Fix::suggested(format!("改为“{right}”"), edits)
}

/// Whether the title at byte `at` is the national one: nothing of a longer title stands in front.
fn is_national(doc: &Document, at: usize) -> bool {
    const VERBS: &[&str] = &[
        "国家",
        "党中央",
        "中共中央",
        "国务院",
        "中央",
        "印发的",
        "印发",
        "贯彻落实",
        "落实",
        "贯彻",
        "按照",
        "对照",
        "根据",
        "围绕",
        "依据",
        "依照",
        "学习",
        "执行",
        "推进",
        "实施",
        "对标",
        "紧扣",
        "的",
        "了",
        "将",
        "对",
        "和",
        "与",
        "及",
        "全国",
    ];
    match chars::before(doc.text, at).map(fold) {
        Some('《' | '〈' | '“') | None => true,
        Some(_) if doc.in_book_title(at) => false,
        Some(c) if !chars::is_han(c) => true,
        Some(_) => around::preceded_by(doc.text, at, VERBS).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_years_that_are_not_the_plans() {
        flags(&RULE, "对照《法治政府建设实施纲要（⟦2022—2025⟧年）》逐项落实。");
        flags(&RULE, "深入落实法治政府建设实施纲要(⟦2020-2025⟧年)，贯彻《法治社会建设实施纲要（⟦2021—2025⟧年）》。");
        flags(&RULE, "制定《贯彻落实〈法治中国建设规划（⟦2021年—2025⟧年）〉任务分工》。");
        flags(&RULE, "落实《提升行政执法质量三年行动计划》（⟦2024－2026⟧年）要求。");
        fixes(
            &RULE,
            "对照《法治政府建设实施纲要（2022—2025年）》逐项落实。",
            "对照《法治政府建设实施纲要（2021—2025年）》逐项落实。",
        );
    }

    #[test]
    fn accepts_the_plans_years() {
        accepts(&RULE, "对照《法治政府建设实施纲要（2021—2025年）》《法治社会建设实施纲要(2020-2025年)》，总结2015—2020年经验。");
        accepts(&RULE, "《法治政府建设实施纲要（2015－2020年）》全面完成，《法治政府建设实施纲要》深入实施（2022—2023年）。");
        accepts(&RULE, "贯彻法治政府建设实施纲要（2026—2030年），落实《法治中国建设规划（20202025年）》。");
    }

    #[test]
    fn accepts_local_plans() {
        accepts(&RULE, "落实《威海市法治政府建设实施纲要（2022—2025年）》和《清溪镇法治社会建设实施纲要（2021—2025年）》。");
        accepts(&RULE, "落实省法治政府建设实施纲要（2022—2025年）和本县法治政府建设实施方案（2022—2025年）。");
    }
}
