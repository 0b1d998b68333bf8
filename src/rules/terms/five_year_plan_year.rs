//! Years that a five-year plan does not have.

use std::sync::OnceLock;

use crate::document::Document;
use crate::facts::timeline::{self, Event, Kind};
use crate::facts::years;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, fold, numerals};

crate::declare_rule! {
    /// 检查什么：五年规划与年份对不上，如2025年写“‘十四五’开局之年”，2027年写“‘十五五’开局之年”，“十四五”括注“2020—2025年”。
    ///
    /// 为什么：“十三五”为2016—2020年，“十四五”为2021—2025年，“十五五”为2026—2030年；对不上多为沿用旧稿。
    ///
    /// 示例：2025年是“十四五”规划开局之年 → 2025年是“十四五”规划收官之年
    ///
    /// 修改：核对年份。
    ///
    /// 不算：“为‘十五五’开好局”等展望，“‘十四五’以来”等回顾，没有写是第几年的。
    "five-year-plan-year", "五年规划时段不符", Terms, Info, "国民经济和社会发展五年规划纲要的规划期",
    Check::Needles(plans, check),
}

fn plans() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| timeline::names(Kind::FiveYears))
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let name = doc.get(hit.span);
    let Some(event) = timeline::find(Kind::FiveYears, name) else { return };
    if doc.in_book_title(hit.span.start) || chars::before(doc.text, hit.span.start).is_some_and(|c| numerals::digit(c).is_some())
    {
        return;
    }
    let period = format!("“{name}”时期为{}—{}年", event.first_year(), event.last_year());
    let behind = hit.span.end + around::followed_by(doc.text, hit.span.end, &["”", "\""]).map_or(0, str::len);
    let behind = behind + around::followed_by(doc.text, behind, &["规划", "时期", "期间"]).map_or(0, str::len);
    if let Some(written) = timeline::span_behind(doc, behind) {
        if !written.is_of(event) {
            let span = Span::new(written.from.span.start, written.until.span.end);
            out.push(RULE.finding(span, format!("“{}”与规划期不符：{period}", doc.get(span))));
        }
        return;
    }
    let Some((right, end)) = year_named(doc, behind, event) else { return };
    let Some(year) = year_of(doc, hit.span.start) else { return };
    if year != right {
        let span = around::with_opening_quote(doc.text, Span::new(hit.span.start, end));
        out.push(RULE.finding(span, format!("“{}”指{right}年，文中为{year}年：{period}", around::quoted(doc.get(span)))));
    }
}

/// The year that 开局之年, 第二年, 收官之年 behind the plan's name mean, and where the words end.
fn year_named(doc: &Document, at: usize, event: &Event) -> Option<(u32, usize)> {
    let at =
        at + around::followed_by(doc.text, at, &["规划的", "规划实施的", "规划实施", "实施的", "实施", "的"]).map_or(0, str::len);
    if let Some(word) = around::followed_by(doc.text, at, &["开局之年", "开局年", "起步之年", "起始之年", "首年", "开局起步之年"])
    {
        return Some((event.first_year(), at + word.len()));
    }
    if let Some(word) =
        around::followed_by(doc.text, at, &["收官之年", "收官年", "收尾之年", "最后一年", "决胜收官之年", "圆满收官之年"])
    {
        return Some((event.last_year(), at + word.len()));
    }
    let rest = doc.text.get(at..)?.strip_prefix('第')?;
    let nth = rest.chars().next().and_then(numerals::digit).filter(|n| (1..=5).contains(n))?;
    let tail = rest.chars().next().map_or(0, char::len_utf8);
    let year = rest.get(tail..)?.starts_with('年').then_some(event.first_year() + nth - 1)?;
    Some((year, at + "第".len() + tail + "年".len()))
}

/// The year the words at byte `at` speak of: 2025年是 in front of them, or what the place tells.
fn year_of(doc: &Document, at: usize) -> Option<u32> {
    let sentence = doc.sentence_at(at);
    let head = Span::new(sentence.start, at);
    if let Some(named) = years::named(doc, head).last() {
        return Some(named.year);
    }
    let clause = doc.get(head).rsplit(|c: char| matches!(fold(c), '，' | '。')).next().unwrap_or("").trim_end_matches(['“', '"']);
    // 作为, 处于 and the like speak of the report's year; 迎来 and 为 of another.
    let now = around::has_any(clause, &["是", "作为", "今年", "处于", "处在"]) || clause.is_empty();
    now.then(|| timeline::year_meant(doc, at)).flatten()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_years_the_plan_does_not_have() {
        flags(&RULE, "2025年是⟦“十四五”规划开局之年⟧，我镇扎实推进依法行政。");
        flags(&RULE, "2025年是⟦十五五规划的开局之年⟧，也是⟦“十四五”第四年⟧。");
        flags(&RULE, "今年是⟦“十四五”开局之年⟧。“十四五”时期（⟦2020—2025⟧年），依法行政水平不断提高。");
    }

    #[test]
    fn accepts_the_years_it_has() {
        accepts(&RULE, "2025年是“十四五”规划收官之年，2026年是“十五五”开局之年，2021年是“十四五”规划开局之年。");
        accepts(&RULE, "“十四五”时期（2021—2025年），依法行政水平不断提高；2022年是“十四五”第二年。");
    }

    #[test]
    fn accepts_outlook_and_looking_back() {
        accepts(&RULE, "为“十五五”开好局、起好步奠定基础，谋划“十五五”时期法治建设，“十三五”以来创建示范村3个。");
        accepts(&RULE, "以优异成绩迎接“十五五”开局之年，落实《“十四五”规划开局之年工作要点》。");
    }

    #[test]
    fn flags_a_year_that_opens_the_sentence() {
        flags(&RULE, "⟦“十四五”规划的第三年⟧，我镇扎实推进工作。");
    }
}
