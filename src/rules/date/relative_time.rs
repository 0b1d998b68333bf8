//! 今年, 去年, 日前 in a document that is read later.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Part};
use crate::facts::years::report_year;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, chars, is_han};

crate::declare_rule! {
    /// 检查什么：用“今年”“去年”“明年”“日前”“近期”“截至目前”等相对时间。
    ///
    /// 为什么：报告在次年报送、公开，相对时间会指错年份；写明年份或日期，含义才确定。
    ///
    /// 示例：今年以来，受理1700余项 → 2023年，受理1700余项
    ///
    /// 修改：写明年份；“截至目前”写明截止的日期。
    ///
    /// 不算：引号、书名号内的词语，“6月30日前”“项目前期”“写明年份”等相邻的字，“较上年”“近年来”。
    "relative-time", "相对时间", Date, Info, "公文写作惯例",
    Check::Hits(needles, check),
}

/// What a word means in years after the report's; for others the place where it counts.
#[derive(Clone, Copy)]
enum Sense {
    /// Years after the report year.
    Year(i32),
    /// Only where it opens a clause: 日前，…….
    Opening,
    /// Only where figures need a date: 截至目前.
    Now,
}

const WORDS: &[(&str, Sense)] = &[
    ("今年", Sense::Year(0)),
    ("去年", Sense::Year(-1)),
    ("明年", Sense::Year(1)),
    ("前年", Sense::Year(-2)),
    ("目前", Sense::Now),
    ("日前", Sense::Opening),
    ("近日", Sense::Opening),
    ("近期", Sense::Opening),
    ("最近", Sense::Opening),
    ("不久前", Sense::Opening),
];

fn needles() -> &'static [&'static str] {
    &["今年", "去年", "明年", "前年", "目前", "日前", "近日", "近期", "最近", "不久前"]
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let year = report_year(doc).map(|report| report.year);
    for hit in hits {
        let Some(&(word, sense)) = WORDS.get(hit.needle as usize) else { continue };
        let Some(block) = doc.block_around(hit.span.start) else { continue };
        let at = hit.span;
        if !block.is_running() || doc.in_quotes(at.start) || doc.in_book_title(at.start) {
            continue;
        }
        let found = match sense {
            Sense::Year(offset) => is_year(doc, at, word).then(|| of_year(doc, block, at, word, year, offset)),
            Sense::Opening => opens_clause(doc, block, at).then(|| vague(doc, at)),
            Sense::Now => now(doc, block, at).map(|span| vague(doc, span)),
        };
        out.extend(found);
    }
}

/// Whether the two characters are the word, not the end of one and the start of another: 当今年轻人, 写明年份, 以前年度.
fn is_year(doc: &Document, at: Span, word: &str) -> bool {
    let before = chars::before(doc.text, at.start);
    let after = chars::after(doc.text, at.end);
    if after.is_some_and(|c| "轻代龄长幼老迈青限份月".contains(c)) {
        return false;
    }
    let joins = match word {
        "今年" => "当如现古",
        "去年" => "过除减失",
        "明年" => "文注写标载证声说表查言讲指阐透照光清申简鲜分点列",
        // 以前年度, 提前年份, 此前年; the word itself only stands free.
        _ => return before.is_none_or(|c| !is_han(c) || "较比与".contains(c)),
    };
    !before.is_some_and(|c| joins.contains(c))
}

/// A finding about 今年 and its kin, with the year where the text lets it be known.
fn of_year(doc: &Document, block: &Block, at: Span, word: &str, year: Option<u32>, offset: i32) -> crate::diagnostic::Finding {
    let behind = doc.text.get(at.end..block.span.end).unwrap_or("");
    // 今年以来 in a report on the whole year is the year.
    let since = word == "今年" && behind.starts_with("以来");
    let span = Span::new(at.start, at.end + if since { "以来".len() } else { 0 });
    let finding = RULE.finding(span, format!("“{}”是相对时间，建议写明年份", doc.get(span)));
    // In the plan 今年 may already be the year planned for.
    let open = block.part == Some(Part::NextYear) && offset <= 0;
    match year.and_then(|year| year.checked_add_signed(offset)).filter(|_| !open) {
        Some(year) => {
            let right = format!("{year}年");
            finding.fix(Fix::suggested(format!("改为“{right}”"), vec![Edit::replace(span, right)]))
        }
        None => finding,
    }
}

fn vague(doc: &Document, span: Span) -> crate::diagnostic::Finding {
    RULE.finding(span, format!("“{}”是相对时间，建议写明日期", doc.get(span)))
}

/// Whether a word opens a clause and is followed by a pause or an act: 日前，…; 6月30日前 and 节假日前 are not.
fn opens_clause(doc: &Document, block: &Block, at: Span) -> bool {
    let opens = at.start == block.span.start
        || chars::before(doc.text, at.start).is_some_and(|c| chars::is_mark(c) || chars::is_blank(c));
    let behind = doc.text.get(at.end..block.span.end).unwrap_or("");
    let pause = behind.starts_with(['，', ','])
        || ["我", "全", "镇", "县", "区", "市", "局", "街道", "组织", "召开", "开展"].iter().any(|word| behind.starts_with(word));
    opens && pause
}

/// 截至目前 and its kin anywhere; a free-standing 目前 only where what was done is counted.
fn now(doc: &Document, block: &Block, at: Span) -> Option<Span> {
    let head = doc.text.get(block.span.start..at.start).unwrap_or("");
    for until in ["截至", "截止到", "截止至", "截止", "到", "至"] {
        if head.ends_with(until) && !head.ends_with("直到") {
            return Some(Span::new(at.start - until.len(), at.end));
        }
    }
    let opens = head.is_empty() || head.ends_with(|c: char| chars::is_mark(c) || chars::is_blank(c));
    let counted = matches!(block.part, Some(Part::Achievements | Part::LeaderDuties));
    let sentence = doc.sentence_at(at.start);
    let figures = !doc.numbers(Span::new(at.end, sentence.end)).is_empty();
    (opens && counted && figures).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{RULE, WORDS, needles};
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn every_word_is_looked_for() {
        assert!(WORDS.iter().map(|(word, _)| word).eq(needles()));
    }

    #[test]
    fn flags_years_seen_from_the_writer() {
        flags(&RULE, "⟦今年以来⟧，服务大厅受理业务1700余项，重复投诉量较⟦去年⟧下降14.2%。");
        flags(&RULE, "⟦今年⟧共办理案件37件，计划⟦明年⟧继续推进。");
        flags(&RULE, "⟦截至目前⟧，共排查矛盾纠纷156件；⟦截止目前⟧，化解150件。⟦目前⟧，已建成调解室18个。");
        flags(&RULE, "⟦日前⟧，镇党委召开专题会议；⟦近期⟧，组织开展集中整治。");
        fixes(&RULE, "今年以来，受理业务1700余项。", "2025年，受理业务1700余项。");
        fixes(&RULE, "投诉量较去年下降14.2%，明年将继续推进。", "投诉量较2024年下降14.2%，2026年将继续推进。");
    }

    #[test]
    fn accepts_words_that_only_meet() {
        accepts(&RULE, "6月30日前完成轮训，每月25日前报送，节假日前开展检查。");
        accepts(&RULE, "做好项目前期工作，当今年轻干部较多，写明年份，评选文明年度人物，清理以前年度文件。");
        accepts(&RULE, "过去年均办件3000件，标明年度任务，近年来持续推进，较上年增长3件。");
    }

    #[test]
    fn accepts_quotes_and_present_states() {
        accepts(&RULE, "开展“今年我来讲法”活动3场，落实《关于做好今年重点工作的通知》。");
        accepts(&RULE, "明确近期目标和中长期规划，就近期限内的案件优先办理，最近的调解室在村委会。");
        accepts(&RULE, "存在目前尚未解决的历史遗留问题。");
    }
}
