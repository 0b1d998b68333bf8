//! An act dated in a year before the report's: last year's text left standing.

use crate::document::{Document, Part};
use crate::facts::years::{ends_or_compares, report_year};
use crate::rule::{Check, Findings};
use crate::text::{Number, Span, Words, chars, fold};

crate::declare_rule! {
    /// 检查什么：成效和履职部分里，句首写着上一年或前一年的年份并叙述做了什么，如2025年度报告写“2024年，共办理……”。
    ///
    /// 为什么：多为沿用上年稿件没有改年份或没有更新内容。
    ///
    /// 示例：2024年，组织开展文件清理，废止文件7件（2025年度报告） → 核对后改为本年度的情况
    ///
    /// 修改：核对年份和数据。
    ///
    /// 不算：较、比上年等比较，“以来”“起”“至”“底”等时段，书名号、引号和六角括号内的年份，历年沿革，上级机关作出部署、单位获得荣誉的年份，同一段里接着写本年度的。
    "stale-year", "疑似上年遗留年份", Date, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(report) = report_year(doc) else { return };
    let year = u64::from(report.year);
    for &number in &doc.scan.numbers {
        let old = number.digits == 4 && number.decimals == 0 && (year.saturating_sub(6)..year).contains(&number.mantissa);
        if !old || chars::after(doc.text, number.span.end) != Some('年') {
            continue;
        }
        let Some(block) = doc.block_around(number.span.start) else { continue };
        let told = matches!(block.part, Some(Part::Achievements | Part::LeaderDuties)) && block.is_running();
        let title = doc
            .heading_of(block)
            .is_some_and(|heading| number.span.start < heading.title.end && number.span.start >= heading.title.start);
        if !told
            || title
            || is_part_of_more(doc, number)
            || doc.in_book_title(number.span.start)
            || doc.in_quotes(number.span.start)
        {
            continue;
        }
        let sentence = doc.sentence_at(number.span.start);
        // Further back lies history, unless a year's work is summed up.
        if number.mantissa + 2 < year && !is_summed_up(doc.get(Span::new(number.span.end, sentence.end))) {
            continue;
        }
        let Some(clause) = act(doc, number, sentence) else { continue };
        if is_other_matter(doc.get(sentence), doc.get(Span::new(number.span.end, sentence.end)))
            || goes_on_to(doc, block.span, sentence, year)
        {
            continue;
        }
        out.push(RULE.finding(clause, format!("“{}”是{year}年度报告之前的年份，疑似上年遗留，请核对", doc.get(clause))));
    }
}

/// Whether a year ends a span or is compared with; 截至 only names a day.
fn is_part_of_more(doc: &Document, number: Number) -> bool {
    ends_or_compares(doc, number) && !doc.text.get(..number.span.start).is_some_and(|head| head.ends_with("截至"))
}

/// Whether what stands behind a year's digits counts the whole year: 年，共办理…….
fn is_summed_up(behind: &str) -> bool {
    let behind = behind.trim_start_matches(['年', '度', '，', ',']);
    ["共", "全年", "累计"].iter().any(|word| behind.starts_with(word))
}

/// Words that open what was counted or done in a year.
static COUNTED: Words = Words::new(&[
    "共", "全年", "累计", "先后", "全镇", "全县", "全区", "全市", "全街", "全局", "我", "组织", "开展", "召开", "办理", "受理",
    "举办", "调解", "查处", "主持",
]);

/// What is done in a year.
static ACTS: Words = Words::new(&[
    "组织", "开展", "召开", "办理", "受理", "举办", "完成", "审查", "调解", "印发", "制定", "修订", "查处", "立案", "培训",
    "主持", "讲授", "化解", "清理", "出动", "检查", "收到", "新增", "聘请", "建成", "发放", "接待", "审议", "听取", "出庭",
    "公开", "排查", "处理", "办结",
]);

/// The year and the clause that says what was done then, where the year opens the sentence (2024年，共办理…)
/// or stands between subject and act (全镇2024年共办理…).
fn act(doc: &Document, number: Number, sentence: Span) -> Option<Span> {
    let text = doc.text;
    let mut at = number.span.end + '年'.len_utf8();
    let rest = text.get(at..sentence.end)?;
    if let Some(clause) = until(doc, number, sentence, rest) {
        return Some(clause);
    }
    if let Some(rest) = rest.strip_prefix('度') {
        at = sentence.end - rest.len();
    }
    // 2024年3月，… too; what was done late in the year before may belong to this report.
    if let Some(month) = doc.numbers(Span::new(at, sentence.end)).first().filter(|n| n.span.start == at) {
        let end = month.span.end + '月'.len_utf8();
        if chars::after(text, month.span.end) != Some('月') || !(1..=10).contains(&month.mantissa) {
            return None;
        }
        at = end;
    }
    let lead = doc.get(Span::new(sentence.start, number.span.start));
    let lead = lead.trim_matches(|c: char| chars::is_blank(c) || chars::is_mark(c));
    let behind = text.get(at..sentence.end)?;
    let comma = behind.chars().next().map(fold) == Some('，');
    // Nothing but a number of its own, a sequence word or the body's name stands before the year.
    let number_word = lead.ends_with('是') && lead.chars().count() <= 3;
    let opens = lead.is_empty()
        || number_word
        || lead.chars().all(|c| chars::is_blank(c) || "（）()一二三四五六七八九十.、0123456789".contains(c));
    let subject = lead.chars().count() <= 8
        && lead.chars().all(chars::is_han)
        && !lead.ends_with(['较', '比', '自', '从', '在', '对', '于', '将', '至', '到', '与']);
    let subject_acts = subject && ["共", "全年", "累计"].iter().any(|word| behind.starts_with(word));
    if !((opens && (comma || COUNTED.beginning(behind).is_some())) || subject_acts) {
        return None;
    }
    let start = at + if comma { behind.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let clause_end = doc
        .marks(Span::new(start, sentence.end))
        .iter()
        .find(|m| matches!(fold(m.char), '，' | '；' | '。'))
        .map_or(sentence.end, |m| m.at);
    let done = doc.get(Span::new(start, sentence.end));
    // 2024年办理的案件 speaks of the cases, not of the year.
    let (mut met, mut named) = ([false; ACTS.list().len()], false);
    ACTS.each(done, |i, at| {
        let first = !std::mem::replace(&mut met[i], true);
        let behind = ACTS.list().get(i).and_then(|word| done.get(at + word.len()..)).unwrap_or("");
        named |= first && behind.starts_with('的');
    });
    (met.contains(&true) && !named).then_some(Span::new(number.span.start, clause_end))
}

/// 截至2024年底，共办理……: figures as of the year before.
fn until(doc: &Document, number: Number, sentence: Span, rest: &str) -> Option<Span> {
    let head = doc.get(Span::new(sentence.start, number.span.start));
    let word = ["截至", "截止到", "截止"].into_iter().find(|word| head.ends_with(word))?;
    let tail = ["底", "末", "年底", "12月31日", "12月底"].into_iter().find_map(|end| rest.strip_prefix(end))?;
    let counts =
        ["，共", ",共", "，全", ",全", "，累计", ",累计", "共", "累计", "，已", "，我"].iter().any(|word| tail.starts_with(word));
    let end = sentence.end - tail.len();
    counts.then(|| Span::new(number.span.start - word.len(), end))
}

/// Words of sentences that compare years.
const COMPARES: Words =
    Words::new(&["较", "同比", "相比", "比上", "比去", "分别增长", "对比", "以来", "至今", "起至", "历年", "连续", "每年"]);

/// Words that tie an old year to something that lasts.
static OTHERS: Words = Words::new(&[
    "国务院",
    "中央",
    "全国人大",
    "省委",
    "省政府",
    "市委",
    "习近平",
    "党的",
    "修订后",
    "施行",
    "实施以",
    "颁布",
    "出台的",
    "印发的",
    "制定的",
    "获评",
    "荣获",
    "被评为",
    "授予",
    "命名",
    "入选",
    "列入",
    "被确定",
    "试点",
    "遗留",
    "结转",
    "跨年",
    "基础上",
    "尚未",
    "未办结",
    "未完成",
    "未结",
    "启动",
    "开始",
    "起步",
    "年至",
    "成立的",
]);

/// Whether a sentence compares, tells a history, or speaks of others' acts and of honours.
fn is_other_matter(sentence: &str, behind: &str) -> bool {
    COMPARES.are_in(sentence) || OTHERS.are_in(behind)
}

/// Whether the paragraph goes on to the report year: a history told year by year.
fn goes_on_to(doc: &Document, block: Span, sentence: Span, year: u64) -> bool {
    // No history goes on for longer than some sentences.
    const REACH: usize = 1500;
    doc.numbers(Span::new(sentence.start, block.end.min(sentence.end + REACH))).iter().any(|n| {
        n.mantissa >= year
            && n.mantissa <= year + 1
            && n.digits == 4
            && chars::after(doc.text, n.span.end) == Some('年')
            && !doc.in_book_title(n.span.start)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_acts_of_the_year_before() {
        flags(&RULE, "完善法规标准。出台文件5件。⟦2024年，组织开展文件清理⟧，废止文件7件、修改3件。");
        flags(&RULE, "审查合同79份。⟦2023年,共办理信息公开申请11件⟧,均在法定期限内答复。");
        flags(&RULE, "一是⟦2024年度共受理行政复议申请17件⟧，审结16件。");
        flags(&RULE, "（一）化解矛盾纠纷。全镇⟦2024年共调解纠纷153件⟧，成功150件。");
        flags(&RULE, "⟦截至2024年底⟧，共受理行政复议申请17件，审结16件。");
        flags(&RULE, "⟦2024年举办文艺汇演3场⟧。");
        flags(&RULE, "⟦2024年3月，召开法治建设推进会1次⟧，部署年度任务。");
    }

    #[test]
    fn accepts_comparisons_spans_and_names() {
        accepts(&RULE, "入企检查频次较2024年下降31.5%，受理量比2023年减少12件。");
        accepts(&RULE, "2024年以来，共办理案件37件。2024年底前印发的文件全部清理。自2024年起，开展评查12次。");
        accepts(&RULE, "落实《2024年工作要点》，办理（2024）鲁1099行初5号案件，印发荣政发〔2024〕5号文件。");
        accepts(&RULE, "2021—2024年，共办理案件137件。2018年，组建综合行政执法队，开展执法检查。");
    }

    #[test]
    fn accepts_history_and_others_acts() {
        accepts(&RULE, "2024年，启动法治公园建设，完成投资30万元；2025年，建成投用。");
        accepts(&RULE, "2024年，国务院印发提升行政执法质量意见，我镇逐项开展对照检查。");
        accepts(&RULE, "2024年，我镇获评全省法治政府建设示范镇，经验在全市推广，接待考察12批次。");
        accepts(&RULE, "2024年办理的3件案件全部归档，2024年受理未办结的2件已办结，2024年举办的大赛成果得到转化。");
        accepts(&RULE, "2024年，共受理纠纷153件，同比增长12%。");
        accepts(&RULE, "2024年12月，开展宪法宣传周活动17场。2024年印发的制度全部执行到位。");
        accepts(&RULE, "对截至2024年底印发的文件开展清理，废止3件。");
        accepts(&RULE, "2025年，共办理案件37件。2026年，将开展培训4期。");
    }
}
