//! What will be done, told among what was done.

use crate::document::{Document, Part};
use crate::rule::{Check, Findings};
use crate::rules::content::achievement_in_normative_mood::is_among_achievements;
use crate::rules::punctuation::context::{Place, Places};
use crate::text::{Hit, Span, around, chars};

crate::declare_rule! {
    /// 检查什么：成效部分写将来的事：“下一步，……”“明年将……”“将继续……”。
    ///
    /// 为什么：将来的事归入下一年度安排；混在成效里，分不清做了没有。
    ///
    /// 示例：（成效部分）下一步将完善调解机制。 → （移到下一年度安排）
    ///
    /// 修改：移到“下一年度主要安排”部分。
    ///
    /// 不算：“将……纳入……”等介词“将”；“为下一步工作打下基础”“研究下一步措施”；下一年度安排没有单列、就写在这里的。
    "achievement-future", "成效部分写将来事项", Content, Info, "公文写作惯例",
    Check::Hits(needles, check),
}

/// Words that open a sentence on the future; verbs with 将 that cannot be the preposition; 将 behind a year.
const OPENINGS: &[&str] = &["下一步", "下步", "下一阶段", "下阶段", "下一年", "下年度", "明年", "今后", "接下来", "下半年"];
const VERBS: &[&str] =
    &["将继续", "将进一步", "将不断", "将全力", "将始终", "将加快推进", "将尽快", "将逐步", "将适时", "将于", "拟于"];
const YEARS: &[&str] =
    &["年将", "年拟", "年计划", "年力争", "年度将", "年度拟", "年度计划", "年，将", "年，拟", "年，计划", "年度，将"];

fn needles() -> &'static [&'static str] {
    static ALL: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    ALL.get_or_init(|| [OPENINGS, VERBS, YEARS].concat())
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let plan = doc.part(Part::NextYear).range;
    let mut places = Places::new(&RULE);
    let mut end = 0;
    for hit in hits {
        let at = hit.span.start;
        if at < end
            || !is_among_achievements(doc, at)
            || doc.in_book_title(at)
            || doc.in_quotes(at)
            || plan.is_some_and(|plan| plan.contains(hit.span))
        {
            continue;
        }
        let sentence = doc.sentence_at(at);
        let Some(start) = future(doc, hit.span, sentence) else { continue };
        end = sentence.end;
        let span = Span::new(start, sentence.end.max(hit.span.end));
        places.push(Place {
            span,
            edits: Vec::new(),
            safe: false,
            message: format!("“{}”是将来的事，通常写到下一年度安排里", doc.get(span)),
        });
    }
    places.tell("", |n| format!("将来的事通常写到下一年度安排里，成效部分有{n}处"), out);
}

/// Where the words on the future begin that the word at `at` makes of its sentence.
fn future(doc: &Document, at: Span, sentence: Span) -> Option<usize> {
    let word = doc.get(at);
    let before = doc.get(Span::new(sentence.start, at.start));
    let after = doc.get(Span::new(at.end, sentence.end.max(at.end)));
    // 提出下一步将……, 已明确明年……: told of a meeting, or settled.
    let told = around::has_any(
        before,
        &["提出", "明确", "承诺", "表示", "要求", "强调", "规定", "谋划", "部署", "研究", "约定", "公告", "告知", "通知"],
    );
    if told {
        return None;
    }
    if OPENINGS.contains(&word) {
        // 同时，下一步: a word or two may stand before it.
        let clause = before.rsplit(['，', ',']).next().unwrap_or(before);
        let opens = clause.chars().filter(|&c| !chars::is_mark(c)).count() <= 3
            && !clause.ends_with(['为', '对', '在', '就', '给', '与', '和', '到', '绕', '眼', '向'])
            // 办结130件，结转下年度3件: a figure of the year.
            && !clause.ends_with(['转', '至'])
            && !clause.ends_with("转入");
        // 下一步工作安排已印发: a matter, not a time.
        let matter = after.starts_with('的') || around::has_any(after, &["已", "了"]);
        let done = word == "下半年" && !after.starts_with(['将', '拟']);
        return (opens && !matter && !done).then_some(at.start);
    }
    if VERBS.contains(&word) {
        // 将继续教育纳入……: the preposition.
        let preposition =
            after.starts_with("教育") || around::has_any(after, &["纳入", "作为", "列为", "列入", "放在", "摆在", "融入"]);
        let later = doc
            .numbers(Span::new(at.end, sentence.end.max(at.end)))
            .iter()
            .any(|number| number.digits <= 2 || is_next_year(doc, number.whole()));
        // 将于3月1日施行: of a law or of the plan.
        let planned = later && around::has_any(after, &["完成", "启动", "开展", "建成", "召开"]);
        return (!preposition && (!word.ends_with('于') || planned)).then_some(at.start);
    }
    let year = doc.numbers(Span::new(at.start.saturating_sub(4), at.start)).iter().find(|number| number.digits == 4)?;
    is_next_year(doc, year.whole()).then_some(year.span.start)
}

fn is_next_year(doc: &Document, value: Option<u64>) -> bool {
    doc.year.is_some_and(|year| value == Some(u64::from(year) + 1))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_plans_among_achievements() {
        flags(&RULE, "全年调解纠纷153件。⟦下一步，我镇将完善调解机制，提升调解能力⟧。");
        flags(&RULE, "已建成调解室4个，同时，⟦明年计划再建2个⟧。");
        flags(&RULE, "开展普法18场。我镇⟦将继续创新形式，扩大覆盖面⟧。");
        flags(&RULE, "已完成平台建设，⟦2026年将接入全部执法事项⟧。");
        flags(&RULE, "建成法治文化公园1处。⟦2026年，将建成法治广场2处⟧。");
    }

    #[test]
    fn accepts_the_preposition() {
        accepts(&RULE, "将法治建设纳入年度考核，将继续教育纳入培训计划，将进一步规范执法作为重点。");
        accepts(&RULE, "将12项任务分解到科室，将于法无据的事项全部取消。2025年，将法治建设纳入考核。");
    }

    #[test]
    fn accepts_matters_and_what_was_told() {
        accepts(
            &RULE,
            "召开会议研究下一步措施，为下一步工作打下基础。评估整改情况，为下一步规范化建设积累经验。下一步工作安排已经印发。",
        );
        accepts(&RULE, "围绕下一步工作召开专题研讨会2次，着眼下一步任务开展摸底。");
        accepts(&RULE, "会议明确下一步将开展专项行动，谋划2026年将实施的项目。");
    }

    #[test]
    fn accepts_what_is_carried_over() {
        accepts(
            &RULE,
            "受理依申请公开129件，办结126件，结转下年度办理3件。复议案件审结80件，转下一年度审理6件，延期至下年度办理2件。",
        );
    }

    #[test]
    fn accepts_plans_in_the_plan_or_where_no_other_is() {
        accepts(&RULE, "一、主要成效\n办案3件。\n二、不足\n人少。\n三、下一步安排\n下一步，我镇将继续努力。\n");
        accepts(&RULE, "一、主要成效\n办案3件。\n调解9件。\n下一步，我镇将继续努力，充实执法队伍。\n");
    }
}
