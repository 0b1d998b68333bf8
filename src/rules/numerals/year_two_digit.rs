//! 24年底 for 2024年底.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Kind};
use crate::facts::years::report_year;
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, Words, chars, fold};

crate::declare_rule! {
    /// 检查什么：年份只写后两位，如“23年3月”“截至25年”“24年底”“2021—25年”。
    ///
    /// 为什么：年份写四位数字，不简写。
    ///
    /// 示例：24年底 → 2024年底
    ///
    /// 修改：补上前两位（请核对）。
    ///
    /// 不算：“工作12年”“任期5年”“近10年”“20年来”等时间长短，第25年，书名号内的名称，文号。
    "year-two-digit", "年份简写", Numerals, Warning, "GB/T 15835—2011 5.1.4",
    Check::Numbers(check),
}

/// How far from the report's year a year may lie that is told by its place in the sentence.
const FAR: u32 = 10;
const NEAR: u32 = 2;

fn check(doc: &Document, block: &Block, numbers: &[Number], out: &mut Findings) {
    if !matches!(block.kind, Kind::Paragraph | Kind::Heading | Kind::Title) {
        return;
    }
    for &number in numbers {
        if number.digits != 2 || number.decimals > 0 || doc.in_book_title(number.span.start) {
            continue;
        }
        let rest = doc.get(Span::new(number.span.end, block.span.end));
        let Some(behind) = rest.trim_start_matches(chars::is_blank).strip_prefix('年') else { continue };
        let end = block.span.end - behind.len();
        let head = doc.get(Span::new(block.span.start, number.span.start));
        if !is_year(doc, number, head, behind) {
            continue;
        }
        let span = Span::new(number.span.start, end);
        let apostrophe = head.ends_with(['’', '\'', '‘', '＇']);
        let start =
            if apostrophe { block.span.start + head.trim_end_matches(['’', '\'', '‘', '＇']).len() } else { span.start };
        let right = format!("20{}", doc.get(number.span));
        let edit = Edit::replace(Span::new(start, span.start), "20");
        out.push(
            RULE.finding(span, format!("“{}”的年份不应简写，应为“{right}年”", doc.get(span)))
                .fix(Fix::suggested(format!("改为“{right}年”"), vec![edit])),
        );
    }
}

/// Words before a length of time.
static LENGTHS: Words = Words::new(&[
    "第", "近", "满", "连续", "任期", "工作", "长达", "历时", "每", "约", "超", "超过", "过去", "前", "达", "从业", "从警",
    "执业", "服役", "徒刑", "用了", "已有", "有", "党龄", "至少", "坚持", "持续", "为期", "期限", "整整", "共", "年限", "了",
    "后", "这", "余", "不足", "逾",
]);

/// What follows 年 of a length of time.
static LENGTH_TAILS: Words = Words::new(&[
    "前",
    "后",
    "来",
    "内",
    "间",
    "制",
    "期",
    "多",
    "余",
    "左右",
    "以上",
    "以下",
    "以内",
    "之",
    "如一日",
    "老",
    "龄",
    "不",
    "有余",
    "的经",
    "经",
    "里",
    "中",
    "从",
    "延",
    "初心",
    "时间",
    "时光",
    "历",
]);

fn is_year(doc: &Document, number: Number, head: &str, behind: &str) -> bool {
    if head.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '〔' | '［' | '[')) {
        return false;
    }
    if head.ends_with(['’', '＇']) || (head.ends_with(['\'', '‘']) && number.mantissa < 50) {
        return number.mantissa < 50;
    }
    let year = 2000 + u32::try_from(number.mantissa).unwrap_or(0);
    let report = report_year(doc).map(|report| report.year);
    let within = |distance: u32| report.map_or((2015..2035).contains(&year), |report| year.abs_diff(report) <= distance);
    if !within(FAR) {
        return false;
    }
    // 2021—25年.
    let joined = head.strip_suffix(['—', '－', '-', '–', '～', '~', '至']).map(|from| from.strip_suffix('年').unwrap_or(from));
    if let Some(from) = joined.filter(|from| from.ends_with(|c: char| c.is_ascii_digit())) {
        let digits = from.len() - from.bytes().rev().take_while(u8::is_ascii_digit).count();
        return from.get(digits..).and_then(|from| from.parse().ok()).is_some_and(|from: u32| (1990..year).contains(&from));
    }
    if LENGTHS.ending(head).is_some() {
        return false;
    }
    let since = behind.starts_with("以来") && head.ends_with(['自', '从']);
    if !since && (behind.starts_with("以来") || LENGTH_TAILS.beginning(behind).is_some()) {
        return false;
    }
    since
        || month_follows(behind)
        || [
            "底",
            "初",
            "末",
            "度",
            "上半年",
            "下半年",
            "全年",
            "同期",
            "一季",
            "二季",
            "三季",
            "四季",
            "第一季",
            "第二季",
            "第三季",
            "第四季",
            "工作要点",
            "重点工作",
        ]
        .iter()
        .any(|word| behind.starts_with(word))
        || ["截至", "截止", "截止到", "截至到", "自", "较", "比", "于", "与", "同"].iter().any(|word| head.ends_with(word))
        || (within(NEAR) && opens_clause(head) && is_topic(behind))
        // 由23年的12.5%提升至.
        || (within(NEAR)
            && head.ends_with(['由', '从'])
            && behind.strip_prefix('的').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// 3月, not 3个月.
fn month_follows(behind: &str) -> bool {
    let behind = behind.trim_start_matches(chars::is_blank);
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let (month, rest) = behind.split_at_checked(digits).unwrap_or(("", behind));
    // 1—11月.
    let rest = rest
        .strip_prefix(['—', '－', '-', '–', '～', '~', '至'])
        .map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    month.parse().is_ok_and(|month: u32| (1..=12).contains(&month)) && rest.trim_start_matches(chars::is_blank).starts_with('月')
}

fn opens_clause(head: &str) -> bool {
    head.chars()
        .next_back()
        .is_none_or(|c| matches!(fold(c), '，' | '。' | '；' | '：' | '、' | '（' | '“') || chars::is_blank(c))
}

/// Whether what follows 年 speaks of what happened in that year.
fn is_topic(behind: &str) -> bool {
    behind.chars().next().is_none_or(|c| matches!(fold(c), '，' | '、'))
        || [
            "我", "全", "本", "法治", "推进", "工作", "重点", "主要", "共", "累计", "计划", "将", "度", "镇", "县", "区", "市",
            "街道", "局", "获", "被",
        ]
        .iter()
        .any(|word| behind.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_years_without_their_century() {
        flags(&RULE, "⟦25年⟧3月召开会议，截至⟦25年⟧底办结37件，较⟦24年⟧下降5%，⟦24年⟧底建成，自⟦23年⟧以来持续推进。");
        flags(&RULE, "⟦25年⟧，全镇扎实推进依法行政；⟦26年⟧工作重点已经明确，落实2021—⟦25年⟧规划，‘⟦24年⟧数据略有增长。");
        flags(&RULE, "占比由⟦24年⟧的12.5%提升至46.3%。");
        fixes(&RULE, "截至24年底，办结37件。", "截至2024年底，办结37件。");
        fixes(&RULE, "’24年办结37件。", "2024年办结37件。");
        fixes(&RULE, "总结2021-25年经验。", "总结2021-2025年经验。");
    }

    #[test]
    fn accepts_lengths_of_time() {
        accepts(&RULE, "工作20年，任期15年，近20年来，连续25年获评，25年来坚持普法，有期徒刑15年，历时24年建成。");
        accepts(&RULE, "从业25年的调解员，20年如一日，服务期满22年，25年前的积案，第25年，执业经验20年以上，为期20年。");
        accepts(&RULE, "判处有期徒刑12年3个月，合同期由20年延长至25年，25年初心不改，租期由25年的合同约定。");
    }

    #[test]
    fn accepts_full_years_titles_and_numbers() {
        accepts(&RULE, "2025年3月，截至2025年底，较2024年下降，落实《25年度工作要点》，清政发〔25年〕5号，1.25年。");
        accepts(&RULE, "30年，弹指一挥间；50年度假村，96年度。");
    }

    #[test]
    fn flags_years_of_spans_of_months_and_of_programmes() {
        flags(&RULE, "⟦25年⟧1—11月，共受理投诉86件。根据⟦25年⟧工作要点安排。");
        accepts(&RULE, "近25年1至2次。");
    }
}
