//! What was done, told in the plan for the next year.

use crate::document::{Document, Part};
use crate::rule::{Check, Findings};
use crate::rules::punctuation::context::{Place, Places};
use crate::text::{Hit, Span, around, fold};

crate::declare_rule! {
    /// 检查什么：下一年度安排里写已经完成的事：“已建成……”“举办了……”“取得了……”“荣获……”。
    ///
    /// 为什么：安排部分写要做的事；写成完成时，往往是从成效部分或者去年的材料里抄来的。
    ///
    /// 示例：（安排部分）举办了培训4期，已建成调解室2个。 → 举办培训4期，建成调解室2个。
    ///
    /// 修改：改为要做的事，或者移到成效部分。
    ///
    /// 不算：“在……基础上”“巩固……成果”，“对已完成的项目……”，用来引出打算的一两句回顾（“虽然取得了成效，但……”）；“确保……”“力争……”的目标。
    "plan-in-past-tense", "安排部分写已完成事项", Content, Info, "公文写作惯例",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "已完成",
        "已建成",
        "已办结",
        "已出台",
        "已印发",
        "已建立",
        "已实现",
        "已开展",
        "已组织",
        "已解决",
        "已化解",
        "取得了",
        "全年共",
        "共开展",
        "共举办",
        "共组织",
        "共办理",
        "共调解",
        "完成了",
        "开展了",
        "组织了",
        "举办了",
        "建立了",
        "制定了",
        "印发了",
        "荣获",
        "被评为",
        "获评",
    ]
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut places = Places::new(&RULE);
    let mut end = 0;
    for hit in hits {
        let at = hit.span.start;
        let Some(i) = doc.block_at(at).filter(|_| at >= end) else { continue };
        let section = doc.section_of(i).filter(|section| section.parts == [Part::NextYear]);
        let Some(section) = section.filter(|_| !doc.in_book_title(at) && !doc.in_quotes(at)) else { continue };
        let sentence = doc.sentence_at(at);
        // The first sentence of the part may look back, not that of its first sub-heading.
        let opening = i <= section.blocks.start + 1
            && doc.blocks.get(i).is_some_and(|block| {
                sentence.start <= doc.prose(block).start && (i == section.blocks.start || doc.heading_of(block).is_none())
            });
        if opening || !is_done(doc, hit.span, sentence) {
            continue;
        }
        end = sentence.end;
        let clause = doc
            .marks(Span::new(hit.span.end, sentence.end.max(hit.span.end)))
            .iter()
            .find(|mark| fold(mark.char) == '，')
            .map_or(sentence.end, |mark| mark.at);
        let span = Span::new(at, clause.max(hit.span.end));
        places.push(Place {
            span,
            edits: Vec::new(),
            safe: false,
            message: format!("“{}”是已经完成的事，安排部分通常写要做什么", doc.get(span)),
        });
    }
    places.tell("", |n| format!("安排部分通常写要做什么，有{n}处写的是已经完成的事"), out);
}

/// Whether the sentence tells of something done, and not of a condition, an aim or a matter named by it.
fn is_done(doc: &Document, at: Span, sentence: Span) -> bool {
    const LOOKS_BACK: &[&str] =
        &["基础上", "总结", "巩固", "虽然", "尽管", "回顾", "近年来", "以来", "但", "鉴于", "由于", "针对", "去年", "上年"];
    const AIMS: &[&str] = &[
        "确保",
        "争取",
        "力争",
        "将",
        "拟",
        "计划",
        "不少于",
        "不低于",
        "目标",
        "以上",
        "推动",
        "促进",
        "实现",
        "努力",
        "待",
        "如",
        "对",
        "按照",
        "落实",
        "根据",
        "用好",
        "围绕",
        "依托",
    ];
    let text = doc.get(sentence);
    let before = doc.get(Span::new(sentence.start, at.start));
    let clause = doc.get(Span::new(at.end, sentence.end.max(at.end)));
    let clause = clause.split(['，', ',', '。', '；']).next().unwrap_or(clause);
    // 已完成的项目: the verb only names the matter.
    let attribute = clause.find('的').is_some_and(|i| clause.len() > i + '的'.len_utf8() && !doc.get(at).ends_with('了'))
        || around::has_any(clause, &["的做法", "的经验", "的案例", "的项目", "的单位"]);
    let near = before.rsplit(['，', ',', '；', '：', ':']).next().unwrap_or(before);
    !attribute
        && !around::has_any(text, LOOKS_BACK)
        && !AIMS.iter().any(|word| near.contains(word) || (word.len() > 6 && text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(plan: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n一、主要成效\n\n荣获先进。举办了培训。\n\n二、不足\n\n人少。\n\n三、2026年度主要安排\n\n2026年，重点做好以下工作。\n\n{plan}\n"
        )
    }

    #[test]
    fn flags_what_was_done_in_the_plan() {
        flags(&RULE, &report("（一）加强培训。⟦举办了执法培训4期⟧，提升能力。"));
        flags(
            &RULE,
            &report("")
                .replace("2026年，重点做好以下工作。\n\n", "（一）加强培训。配备装备40套，⟦举办了培训班5期⟧。\n（二）抓普法。"),
        );
        flags(&RULE, &report("（一）化解矛盾。⟦全年共调解纠纷156件⟧，成功率96%。"));
        flags(&RULE, &report("（一）完善制度。镇政府⟦已出台制度3件⟧。\n（二）深化创建。清溪村⟦被评为民主法治示范村⟧。"));
    }

    #[test]
    fn accepts_what_was_done_as_the_matter() {
        accepts(&RULE, &report("（一）加强培训。把取得了良好效果的做法固化为制度。"));
    }

    #[test]
    fn accepts_looking_back() {
        accepts(&RULE, &report("（一）深化普法。在已建成4个调解室基础上，再建2个；巩固取得了实效的做法。"));
        accepts(&RULE, &report("（一）补齐短板。虽然开展了培训，但针对性不强，要改进方式。"));
        accepts(
            &RULE,
            &report("").replace("2026年，重点做好以下工作。", "一年来，全镇依法行政取得了明显成效。2026年重点做好以下工作。"),
        );
    }

    #[test]
    fn accepts_aims_and_matters() {
        accepts(&RULE, &report("（一）严格执法。对已办结的案件开展评查，确保整改任务已完成率100%。"));
        accepts(&RULE, &report("（一）加强培训。全年共组织培训不少于4次，落实已出台制度，力争荣获省级示范。"));
    }
}
