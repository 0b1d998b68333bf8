//! What ought to be done, told among what was done.

use crate::document::{Document, Part};
use crate::rule::{Check, Findings};
use crate::rules::punctuation::context::{Place, Places};
use crate::text::{Hit, Span, around, chars, fold};

crate::declare_rule! {
    /// 检查什么：成效部分用“应当……”“必须……”“要加强……”一类要求式的句子。
    ///
    /// 为什么：成效部分写已经做了什么；要求式的句子往往是从上级文件里抄来的。
    ///
    /// 示例：重大行政决策事项，应当广泛听取意见。 → 重大行政决策事项，广泛听取了意见，采纳建议12条。
    ///
    /// 修改：改为写实际做法和结果。
    ///
    /// 不算：转述规定、会议要求（“明确……应当……”“会议强调，要……”），“凡……必须……”的制度内容，引号、书名号里的话；“适应当前”“当事人应当”等；只有一处“要……”。
    "achievement-in-normative-mood", "成效部分用要求式语句", Content, Info, "公文写作惯例",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "应当",
        "必须",
        "应该",
        "要加强",
        "要坚持",
        "要进一步",
        "要切实",
        "要认真",
        "要严格",
        "要不断",
        "要全面",
        "要深入",
        "要充分",
        "要高度",
        "要积极",
        "要强化",
        "要落实",
        "要做好",
        "要抓好",
        "要继续",
        "要注重",
        "要建立",
        "要完善",
        "要健全",
        "要把",
        "要按照",
        "要主动",
        "要带头",
        "要确保",
    ]
}

/// How many needles are modal verbs that stand alone.
const MODALS: u16 = 3;

/// Words before a modal that tell whose demand is reported, or that it is a rule's content.
const REPORTING: &[&str] = &[
    "规定",
    "要求",
    "明确",
    "强调",
    "指出",
    "提出",
    "提醒",
    "告知",
    "确保",
    "按照",
    "依照",
    "依据",
    "根据",
    "坚持",
    "做到",
    "凡",
    "认为",
    "认识",
    "制度",
    "办法",
    "细则",
    "条例",
    "条款",
    "原则",
    "清单",
    "会议",
    "讲话",
    "批示",
    "倡导",
    "承诺",
    "知道",
    "告诫",
    "警示",
    "引导",
    "教育",
    "督促",
    "责令",
    "指导",
    "对于",
    "对照",
    "如果",
    "的，",
    "的,",
    "当事人",
    "企业",
    "行为人",
    "哪些",
    "什么",
];

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let found: Vec<(Span, bool)> = hits
        .iter()
        .filter(|hit| {
            is_among_achievements(doc, hit.span.start) && !doc.in_book_title(hit.span.start) && !doc.in_quotes(hit.span.start)
        })
        .filter_map(|hit| {
            let modal = hit.needle < MODALS;
            demands(doc, hit.span, modal).then_some((hit.span, modal))
        })
        .collect();
    // One 要 may be a slip of the tongue.
    if found.len() < 2 && !found.iter().any(|&(_, modal)| modal) {
        return;
    }
    let mut places = Places::new(&RULE);
    for (span, _) in found {
        let end = doc.sentence_at(span.start).end.max(span.end);
        let clause = doc.marks(Span::new(span.end, end)).iter().find(|mark| fold(mark.char) == '，').map_or(end, |mark| mark.at);
        let span = Span::new(span.start, clause);
        places.push(Place {
            span,
            edits: Vec::new(),
            safe: false,
            message: format!("“{}”是要求式的话，成效部分通常写做了什么", doc.get(span)),
        });
    }
    places.tell("", |n| format!("成效部分通常写做了什么，有{n}处是要求式的话"), out);
}

/// Whether byte `at` stands in a section that tells achievements and nothing else.
pub(super) fn is_among_achievements(doc: &Document, at: usize) -> bool {
    let Some(i) = doc.block_at(at) else { return false };
    doc.blocks.get(i).is_some_and(|block| block.part == Some(Part::Achievements))
        && doc.section_of(i).is_some_and(|section| section.parts == [Part::Achievements])
}

/// Whether a modal demands something by itself.
fn demands(doc: &Document, at: Span, modal: bool) -> bool {
    let sentence = doc.sentence_at(at.start);
    let before = doc.get(Span::new(sentence.start, at.start));
    if REPORTING.iter().any(|word| before.ends_with(word) || before.contains(word)) {
        return false;
    }
    let previous = chars::before(doc.text, at.start);
    let next = chars::after(doc.text, at.end);
    if modal {
        // 相应当事人, 适应当前, 应当年, 必须品.
        let word = previous.is_some_and(|c| "回相适对反响感供效报答顺理".contains(c))
            || next.is_some_and(|c| "事年地时日场前天月品的".contains(c));
        // 应当公开的信息: what is told of it stands behind.
        let clause = around::after(doc.text, at.end, 16).split(['，', '。', '；', ',', ';']).next().unwrap_or("");
        let attribute = clause.find('的').is_some_and(|i| clause.len() > i + '的'.len_utf8());
        // 执行行政机关负责人应当出庭应诉制度: the name of a system.
        let name = ["制度", "规定", "要求", "原则"].iter().any(|noun| clause.ends_with(noun));
        let start = before.rsplit(['，', '；', '、', ',', ';']).next().unwrap_or(before);
        let carried_out = ["执行", "落实", "贯彻", "完善", "建立", "健全", "严格"].iter().any(|verb| start.starts_with(verb));
        return !(word || attribute || (name && carried_out));
    }
    let start = doc
        .marks(Span::new(sentence.start, at.start))
        .iter()
        .rev()
        .find(|mark| matches!(fold(mark.char), '，' | '：' | '、'))
        .map_or(sentence.start, |mark| mark.span().end);
    let subject = doc.get(Span::new(start, at.start));
    let word = previous.is_some_and(|c| "需主重只想若既还又首必摘纪简将就不扼概提须次紧险显".contains(c));
    !word && subject.chars().count() <= 8
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn accepts_the_names_of_systems() {
        accepts(&RULE, "执行行政机关负责人应当出庭应诉制度，出庭12次。");
    }

    #[test]
    fn flags_demands_among_achievements() {
        flags(&RULE, "各部门⟦应当建立执法公示制度⟧，主动公开信息。");
        flags(&RULE, "涉及群众切身利益的重大行政决策事项，⟦应当广泛听取意见⟧，与利害关系人充分沟通。");
        flags(&RULE, "行政执法人员⟦必须严格遵守程序⟧。全年办案12件。");
        flags(&RULE, "各办公室⟦要加强学习⟧，提高能力。全镇上下⟦要进一步压实责任⟧。");
        flags(&RULE, "领导干部⟦应该带头学法⟧；各村⟦要把普法摆上重要位置⟧。");
    }

    #[test]
    fn accepts_what_is_reported() {
        accepts(&RULE, "出台决策程序规定，明确重大事项必须经合法性审查。镇党委会议强调，要加强学习，要进一步压实责任。");
        accepts(&RULE, "凡未经合法性审查的必须退回补正；坚持“重大决策应当听取意见”，宣传公民应当履行的义务。");
        accepts(&RULE, "督促企业要落实主体责任，要健全制度。");
    }

    #[test]
    fn accepts_words_that_only_meet() {
        accepts(&RULE, "主动适应当前形势，回应当事人诉求，应当事人申请组织听证，应当主动公开的信息全部公开。");
        accepts(&RULE, "执法重要环节、主要加强薄弱领域监管，需要进一步核实的线索全部核实，纪要落实率100%。");
        accepts(&RULE, "全镇上下要切实抓好落实，全年办案12件。");
    }

    #[test]
    fn accepts_demands_in_other_parts() {
        accepts(&RULE, "一、主要成效\n办案3件。\n二、不足\n人少。\n三、下一步安排\n各办公室必须严格执法。\n");
    }
}
