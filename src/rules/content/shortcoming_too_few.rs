//! A single shortcoming.

use crate::document::{Cue, Document, Part, Status};
use crate::facts::{answers::items, shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：不足部分只写了一条。
    ///
    /// 为什么：只有一条，往往是没有认真查找；通常写两三条，逐条分析原因。
    ///
    /// 示例：存在执法力量不足的问题，主要原因是编制少。 → 一是执法力量不足……；二是普法针对性不强……
    ///
    /// 修改：对照上级要求和群众期盼查找，补写其他不足。
    ///
    /// 不算：一段之内用“；”“、”并列的几条；“一方面……另一方面……”；不足与其他部分合写。
    "shortcoming-too-few", "不足少于两条", Content, Info, "公文写作惯例",
    Check::Document(check),
}

/// Words that tell of something wanting.
const WANTING: &[&str] = &[
    "不足",
    "不够",
    "不高",
    "不强",
    "不深",
    "不到位",
    "不完善",
    "不健全",
    "不规范",
    "不平衡",
    "不均衡",
    "不及时",
    "不充分",
    "不明显",
    "不紧密",
    "不熟",
    "不大",
    "不广",
    "不严",
    "不实",
    "薄弱",
    "欠缺",
    "有待",
    "滞后",
    "短缺",
    "单一",
    "差距",
    "偏少",
    "偏低",
    "偏弱",
    "偏慢",
    "缺乏",
    "缺少",
    "短板",
    "弱项",
    "困难",
    "仍需",
    "还需",
    "需要",
    "空白",
    "参差不齐",
    "不多",
    "不畅",
    "不全",
    "不一",
];

fn check(doc: &Document, out: &mut Findings) {
    let info = doc.part(Part::Shortcomings);
    let (Some(heading), Status::Present) = (info.heading, info.status) else { return };
    // Several paragraphs or sub-headings are as many shortcomings.
    let paragraphs = doc.part_blocks(Part::Shortcomings).filter(|(_, block)| !doc.prose(block).is_empty()).count();
    let mut told = items(doc, Part::Shortcomings).into_iter().filter(|&item| !continues(doc.get(item)));
    let (Some(only), None) = (told.next(), told.next()) else { return };
    if paragraphs > 1 || wants(doc, only) > 1 || divided(doc.get(only)) {
        return;
    }
    let shown = shape::heading_span(doc, heading);
    let mut finding = RULE.finding(shown, format!("“{}”只写了一条，通常写两三条并逐条分析原因", doc.get(shown)));
    finding.about = Some(Part::Shortcomings);
    out.push(finding);
}

/// Whether a sentence goes on with the shortcoming before it, or only leads in: its causes, examples, what was done about it.
fn continues(sentence: &str) -> bool {
    const OPENINGS: &[&str] = &[
        "主要原因",
        "原因",
        "究其",
        "这",
        "其",
        "由于",
        "因",
        "主要是",
        "主要表现",
        "具体表现",
        "例如",
        "比如",
        "特别是",
        "尤其",
        "导致",
        "已",
        "对此",
        "下一步",
        "客观",
        "主观",
        "一年来",
        "虽然",
        "总的",
        "根源",
    ];
    let lead = sentence.ends_with(['：', ':']) || around::has_any(sentence, &["成绩", "成效", "进展"]);
    lead || !sentence.starts_with("其次") && OPENINGS.iter().any(|word| sentence.starts_with(word))
}

/// How many wants a sentence tells of before it gives its causes.
fn wants(doc: &Document, sentence: Span) -> usize {
    let cause = doc.cues_in(sentence).iter().find(|(cue, _)| *cue == Cue::Cause).map_or(sentence.end, |(_, at)| at.start);
    let text = doc.get(Span::new(sentence.start, cause));
    text.split(['，', ',', '、']).filter(|clause| around::has_any(clause, WANTING)).count()
}

/// Whether one sentence tells several by other words: 一是, 第二, 执法力量偏弱、普法单一等问题.
fn divided(sentence: &str) -> bool {
    around::has_any(
        sentence,
        &["一是", "第二", "其二", "其次", "另一方面", "此外", "同时", "另外", "以及", "等问题", "等方面", "等不足", "等情况"],
    )
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(shortcomings: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n召开会议12次。\n\n\
             ⟦二、存在的不足和原因⟧\n\n{shortcomings}\n\n三、2026年度主要安排\n\n举办培训4期。\n"
        )
    }

    fn flagged(shortcomings: &str) {
        flags(&RULE, &report(shortcomings));
    }

    fn accepted(shortcomings: &str) {
        accepts(&RULE, &report(shortcomings).replace(['⟦', '⟧'], ""));
    }

    #[test]
    fn flags_one_shortcoming() {
        flagged("综合行政执法力量不足，主要原因是人员编制较少。");
        flagged("普法宣传形式较为单一。主要原因是经费不足，创新意识不强。");
        flagged("对照先进地区，我镇数字化应用水平有待提升，原因在于前期投入少。");
    }

    #[test]
    fn accepts_several_in_any_shape() {
        accepted("一是执法力量不足。\n二是普法形式单一。");
        accepted("（一）执法力量不足。编制少。\n（二）普法形式单一。");
        accepted("执法力量不足；普法形式单一。主要原因是经费少。");
        accepted("存在执法力量不足、普法形式单一等问题，主要原因是经费少。");
    }

    #[test]
    fn accepts_other_divisions_and_merged_parts() {
        accepted("一方面，执法力量不足；另一方面，普法形式单一。");
        accepted("首先，执法力量薄弱，主要原因是编制少。其次，普法形式单一，主要原因是经费不足。");
        accepted("夜间执法力量偏弱，原因是轮班安排不合理；社区普法吸引不了青年，原因是需求摸排不细。");
        accepted("执法力量不足。编制较少。\n普法形式单一。创新不够。");
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n\n一、主要成效\n\n办案3件。\n\n二、存在的不足和下一步打算\n\n执法力量不足，将充实力量。\n",
        );
    }
}
