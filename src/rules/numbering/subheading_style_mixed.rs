//! Sub-headings in one part, 一是 paragraphs in another.

use crate::document::{Document, Part, Section};
use crate::facts::shape;
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：有的部分用“（一）”“（二）”小标题，有的部分用“一是”“二是”分段。
    ///
    /// 为什么：各部分分条的写法通常一致，便于对照。
    ///
    /// 示例：一、主要成效 （一）…… 三、履职情况 一是…… → 三、履职情况 （一）……
    ///
    /// 修改：统一用“（一）”小标题，或者统一用“一是”分段。
    ///
    /// 不算：不足部分用“一是”分段（很常见）；小标题之下的段内“一是……二是……”；不分条的部分。
    "subheading-style-mixed", "小标题体例不统一", Numbering, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let sections: Vec<&Section> = doc.sections.iter().filter(|section| !section.parts.contains(&Part::Shortcomings)).collect();
    let headed: Vec<&&Section> = sections.iter().filter(|section| headings(doc, section) >= 2).collect();
    let listed: Vec<&&Section> =
        sections.iter().filter(|section| headings(doc, section) == 0 && items(doc, section) >= 2).collect();
    // The fewer are told; the longer habit stays.
    let (few, many, way, other) = if listed.len() <= headed.len() {
        (listed, headed, "“一是”分段", "“（一）”小标题")
    } else {
        (headed, listed, "“（一）”小标题", "“一是”分段")
    };
    let (Some(first), Some(like)) = (few.first(), many.first()) else { return };
    let span = shape::heading_span(doc, first.heading);
    out.push(
        RULE.finding(span, format!("“{}”用{way}，别的部分用{other}，体例通常统一", doc.get(span)))
            .related(shape::heading_span(doc, like.heading), "这一部分的写法不同"),
    );
}

/// How many numbered headings stand directly under a section's own.
fn headings(doc: &Document, section: &Section) -> usize {
    doc.children(Some(section.heading)).filter(|(_, heading)| heading.number.is_some()).count()
}

/// How many paragraphs of a section open with 一是, 二是.
fn items(doc: &Document, section: &Section) -> usize {
    let Some(heading) = doc.headings.get(section.heading) else { return 0 };
    doc.sequence
        .within(doc.section(heading))
        .iter()
        .filter(|item| doc.blocks.get(item.block).is_some_and(|block| block.span.start == item.span.start))
        .count()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    const HEADED: &str = "（一）加强领导。研究3次。\n（二）规范执法。办案3件。\n";
    const LISTED: &str = "一是加强领导。研究3次。\n二是规范执法。办案3件。\n";

    fn report(parts: [&str; 4]) -> String {
        let [a, b, c, d] = parts;
        format!(
            "一、主要举措和成效\n{a}二、存在的不足和原因\n{b}三、党政主要负责人履行推进法治建设第一责任人职责情况\n{c}四、下一步安排\n{d}"
        )
    }

    #[test]
    fn flags_parts_written_in_two_ways() {
        let text = report([HEADED, LISTED, LISTED, HEADED]);
        flags(
            &RULE,
            &text.replace(
                "三、党政主要负责人履行推进法治建设第一责任人职责情况",
                "⟦三、党政主要负责人履行推进法治建设第一责任人职责情况⟧",
            ),
        );
        let text = report([HEADED, LISTED, LISTED, LISTED]);
        flags(&RULE, &text.replace("一、主要举措和成效", "⟦一、主要举措和成效⟧"));
    }

    #[test]
    fn accepts_one_way_and_a_list_of_shortcomings() {
        accepts(&RULE, &report([HEADED; 4]));
        accepts(&RULE, &report([LISTED; 4]));
        accepts(&RULE, &report([HEADED, LISTED, HEADED, HEADED]));
    }

    #[test]
    fn accepts_items_inside_paragraphs_and_parts_without() {
        accepts(&RULE, &report([HEADED, HEADED, "镇党委书记主持会议3次。\n镇长听取汇报2次。\n", HEADED]));
        accepts(&RULE, &report([HEADED, HEADED, "镇党委书记履职：一是主持会议3次；二是批示2次。\n", HEADED]));
    }
}
