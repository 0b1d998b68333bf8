//! Rounds of legal education that are over, or not yet begun.

use std::sync::OnceLock;

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::timeline::{self, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, numerals};

crate::declare_rule! {
    /// 检查什么：普法规划的轮次与年度不符，如2023年度报告写“深入实施‘七五’普法”，2026年度安排写“全面落实‘八五’普法规划”。
    ///
    /// 为什么：“七五”普法为2016—2020年，“八五”普法为2021—2025年，“九五”普法为2026—2030年；轮次不符多为沿用旧稿。
    ///
    /// 示例：（2023年度报告）深入实施“七五”普法 → 深入实施“八五”普法
    ///
    /// 修改：建议改为当年所在的轮次。
    ///
    /// 不算：对已结束一轮的总结验收、表彰、回顾，对下一轮的谋划、启动、筹备，书名号内的名称。
    "legal-campaign-round", "普法规划轮次与年度不符", Terms, Warning, "全国“七五”“八五”“九五”普法规划",
    Check::Needles(rounds, check),
}

fn rounds() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| timeline::names(Kind::Round))
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let name = doc.get(hit.span);
    let Some(end) = names_round(doc, hit.span) else { return };
    let Some(event) = timeline::find(Kind::Round, name) else { return };
    let Some(year) = timeline::year_meant(doc, hit.span.start) else { return };
    let sentence = doc.get(doc.sentence_at(hit.span.start));
    let over = year > event.last_year() && !timeline::looks_back(sentence);
    let early = year < event.first_year() && !prepares(sentence);
    if !over && !early || doc.in_book_title(hit.span.start) {
        return;
    }
    let span = around::with_opening_quote(doc.text, Span::new(hit.span.start, end));
    let period = format!("{}—{}", event.first_year(), event.last_year());
    let message = format!("“{}”的时段为{period}年，与{year}年不符", around::quoted(doc.get(span)));
    let finding = RULE.finding(span, message);
    let current = timeline::of(Kind::Round).find(|round| (round.first_year()..=round.last_year()).contains(&year));
    out.push(match current.and_then(|round| round.names.first()) {
        Some(current) => finding.fix(Fix::suggested(format!("改为“{current}”"), vec![Edit::replace(hit.span, *current)])),
        None => finding,
    });
}

/// The end of the words that make 八五 a round of legal education: 八五”普法, 八五普法, 八五·普法.
fn names_round(doc: &Document, span: Span) -> Option<usize> {
    // 第七五, 三七五.
    if chars::before(doc.text, span.start).is_some_and(|c| numerals::digit(c).is_some() || matches!(c, '十' | '第')) {
        return None;
    }
    let mark = around::followed_by(doc.text, span.end, &["”", "\"", "·", "’", " "]).map_or(0, str::len);
    let behind = span.end + mark;
    around::followed_by(doc.text, behind, &["普法", "法治宣传", "法制宣传"]).map(|word| behind + word.len())
}

/// Whether a sentence speaks of what is to come.
fn prepares(sentence: &str) -> bool {
    const WORDS: [&str; 24] = [
        "谋划",
        "启动",
        "编制",
        "起草",
        "研究",
        "准备",
        "筹备",
        "开局",
        "起步",
        "开好",
        "即将",
        "迎接",
        "思路",
        "前期",
        "调研",
        "新一轮",
        "谋篇",
        "衔接",
        "接续",
        "打基础",
        "奠定",
        "基础",
        "蓄力",
        "布局",
    ];
    around::has_any(sentence, &WORDS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(year: u32, told: &str, plan: &str) -> String {
        format!(
            "清溪镇人民政府{year}年度法治政府建设情况报告\n一、{year}年度主要举措和成效\n{told}\n二、{year}年度存在的不足和原因\n人员较少。\n三、{}年度主要安排\n{plan}\n清溪镇人民政府\n",
            year + 1
        )
    }

    #[test]
    fn flags_rounds_that_are_over() {
        flags(&RULE, &report(2023, "深入实施⟦“七五”普法⟧规划，举办讲座3场。", "举办培训4期。"));
        flags(&RULE, &report(2025, "办案3件。", "深入实施⟦“八五”普法⟧规划，推进⟦八五普法⟧各项任务。"));
        flags(&RULE, &report(2026, "全面推进⟦“八五”普法⟧工作。", "落实⟦“八五”法治宣传⟧教育规划。"));
        fixes(
            &RULE,
            &report(2023, "深入实施“七五”普法规划。", "举办培训4期。"),
            &report(2023, "深入实施“八五”普法规划。", "举办培训4期。"),
        );
    }

    #[test]
    fn flags_rounds_that_have_not_begun() {
        flags(&RULE, &report(2024, "深入实施⟦“九五”普法⟧规划，举办讲座3场。", "落实⟦“九五”普法⟧规划。"));
    }

    #[test]
    fn accepts_the_round_of_the_year() {
        accepts(&RULE, &report(2023, "深入实施“八五”普法规划，2023年是八五·普法攻坚之年。", "落实“八五”普法规划。"));
        accepts(&RULE, &report(2026, "制定“九五”普法实施计划。", "深入实施“九五”普法规划。"));
    }

    #[test]
    fn accepts_closing_and_preparing() {
        accepts(&RULE, &report(2025, "谋划“九五”普法，完成“八五”普法。", "做好“八五”普法总结验收，启动“九五”普法。"));
        accepts(&RULE, &report(2026, "“八五”普法工作受到省级表彰，组织“八五”普法终期评估。", "实施“九五”普法。"));
        accepts(&RULE, &report(2023, "“七五”普法以来，创建示范村3个；清理一七五普法栏。", "学习《“七五”普法决议》。"));
    }
}
