//! 一是 inside an item of another 一是 sequence.

use crate::document::{Document, SequenceItem};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars, fold};

crate::declare_rule! {
    /// 检查什么：“二是……”一项之内又用“一是……二是……”。
    ///
    /// 为什么：不同层次用相同的序次语，层次不清。
    ///
    /// 示例：二是细化目标。一是按照要求……二是加强管理…… → 二是细化目标。按照要求……；加强管理……
    ///
    /// 修改：内层改用“（1）”“第一，”等其他序次语，或并为一般叙述。
    ///
    /// 不算：同一段里先后两组并列的“一是……二是……”。
    "sequence-nested", "“一是”套“一是”", Numbering, Warning, "GB/T 15834—2011 附录B.3.8",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for (k, pair) in doc.sequence.windows(2).enumerate() {
        let [outer, inner] = *pair else { continue };
        // One 一是 behind another, with no 二是 of its own, is a wrong numeral.
        let goes_on = doc.sequence.get(k + 2).is_some_and(|next| next.block == inner.block && next.value == 2);
        if inner.value != 1 || inner.block != outer.block || !goes_on {
            continue;
        }
        if opens_item_of_paragraphs(doc, outer, inner) || follows_lead(doc, outer, inner) || outer_goes_on(doc, k) {
            out.push(
                RULE.finding(inner.span, format!("“{}”一项之内又用“一是”，层次不清", doc.get(outer.span)))
                    .related(outer.span, "外层在这里"),
            );
        }
    }
}

/// Whether the item before opens the paragraph, and paragraphs around it are items too.
fn opens_item_of_paragraphs(doc: &Document, outer: SequenceItem, inner: SequenceItem) -> bool {
    let opens = |item: &SequenceItem| doc.blocks.get(item.block).is_some_and(|block| block.span.start == item.span.start);
    if !opens(&outer) {
        return false;
    }
    let heading = |item: &SequenceItem| doc.blocks.get(item.block).map(|block| block.heading);
    let first = doc.sequence.partition_point(|item| item.span.start < outer.span.start);
    let before = first.checked_sub(1).and_then(|i| doc.sequence.get(i));
    let behind = doc.sequence.partition_point(|item| item.block <= inner.block);
    let after = doc.sequence.get(behind);
    let kin = |item: Option<&SequenceItem>, value: u32| {
        item.is_some_and(|item| heading(item) == heading(&outer) && (item.value == value || opens(item)))
    };
    outer.value > 1 || kin(before, outer.value.saturating_sub(1)) || kin(after, outer.value + 1)
}

/// Whether only the item's own short lead stands between the two: 二是强化责任落实。一是……
fn follows_lead(doc: &Document, outer: SequenceItem, inner: SequenceItem) -> bool {
    let lead = Span::new(outer.span.end, inner.span.start);
    let text = doc.get(lead);
    let stops = doc.marks(lead).iter().filter(|mark| chars::ends_sentence(mark.char)).count();
    let last = text.chars().next_back().map(fold);
    let short = (2..=30).contains(&text.chars().count());
    match last {
        Some('。') => short && stops == 1,
        // 二是乙，主要成效：一是 begins another sequence.
        Some('：') => short && stops == 0 && !text.chars().any(|c| fold(c) == '，'),
        _ => false,
    }
}

/// Whether behind the sequence that begins at the second of the pair the outer one goes on: 一是〔一是二是〕二是.
fn outer_goes_on(doc: &Document, k: usize) -> bool {
    let (Some(outer), Some(inner)) = (doc.sequence.get(k), doc.sequence.get(k + 1)) else { return false };
    let mut last = inner.value;
    for item in doc.sequence.get(k + 2..).unwrap_or(&[]) {
        if item.block != inner.block || item.value == 1 {
            return false;
        }
        if item.value == last + 1 {
            last = item.value;
        } else {
            return item.value == outer.value + 1;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_a_sequence_inside_an_item() {
        flags(
            &RULE,
            "一、主要成效\n一是强化领导。研究议题9次。\n二是细化目标,推动工作。⟦一是⟧按照要求优化配置。二是加强管理。\n三是加强学习。\n",
        );
        flags(&RULE, "一、主要成效\n一是强化领导。明确分工，压实责任。⟦一是⟧开会研究，二是督办落实。\n二是加强学习。\n");
    }

    #[test]
    fn flags_it_inside_a_paragraph() {
        flags(&RULE, "一是强化组织推动。召开会议21次。二是强化责任落实。⟦一是⟧听取汇报3次；二是批示督办；三是出庭应诉1次。");
        flags(&RULE, "一是抓领导，研究3次，开会5次：⟦一是⟧定规矩，二是抓落实。二是抓培训，举办4期。");
        flags(&RULE, "一是强化组织推动：⟦一是⟧听取汇报3次；二是批示督办。二是加强学习。");
    }

    #[test]
    fn accepts_sequences_side_by_side() {
        accepts(&RULE, "主要做法：一是甲，二是乙。主要成效：一是丙，二是丁。");
        accepts(&RULE, "一、主要成效\n一是甲；二是乙；三是丙。\n一是丁；二是戊。\n");
        accepts(&RULE, "一、主要成效\n一是规范决策。审查9件。\n二是严格执法。办案3件，其中一是交通类，多数是超载。\n");
        accepts(&RULE, "一是健全制度；一是开展培训；三是强化监督。");
        accepts(&RULE, "一、主要成效\n一是健全制度，二是开展培训。全年成效明显，经验有：一是领导重视，二是群众支持。\n");
    }
}
