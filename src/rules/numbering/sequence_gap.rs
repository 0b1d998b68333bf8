//! 一是 followed by 三是.

use crate::document::{Document, SequenceItem};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：“一是……三是……”之间缺“二是”。
    ///
    /// 为什么：序次语应依次使用；跳号往往是漏了内容或删改后没有顺延。
    ///
    /// 示例：一是健全制度；三是强化监督 → 一是健全制度；二是强化监督
    ///
    /// 修改：补上缺的内容或改正序次语。
    ///
    /// 不算：另起一组的“一是”、各标题之下各自的序次语、套在一项之内的序次语。
    "sequence-gap", "“一是…三是”跳号", Numbering, Error, "公文写作惯例（序次语依次使用）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    // The sequences open at this point, outermost first: a sequence inside an item stands on top.
    let mut open: Vec<SequenceItem> = Vec::new();
    let mut scope = None;
    for &item in &doc.sequence {
        let heading = doc.blocks.get(item.block).map(|block| block.heading);
        if heading != scope {
            open.clear();
            scope = heading;
        }
        if item.value == 1 {
            open.push(item);
            continue;
        }
        if let Some(depth) = open.iter().rposition(|before| before.value + 1 == item.value) {
            open.truncate(depth + 1);
        } else if let Some(before) = open.last().filter(|before| before.value + 1 < item.value) {
            let written = doc.get(item.span);
            let due = crate::text::numerals::to_han(before.value + 1);
            out.push(
                RULE.finding(item.span, format!("“{}”之后是“{written}”，缺“{due}是”", doc.get(before.span)))
                    .related(before.span, "上一项在这里"),
            );
        }
        match open.last_mut() {
            Some(last) => *last = item,
            None => open.push(item),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_an_item_left_out() {
        flags(&RULE, "主要做法有：一是健全制度；⟦三是⟧强化监督。");
        flags(&RULE, "一、主要成效\n一是健全制度。\n二是开展培训。\n⟦四是⟧强化监督。\n五是总结经验。\n");
    }

    #[test]
    fn accepts_sequences_that_count_and_words() {
        accepts(&RULE, "一是健全制度；二是开展培训；三是强化监督。");
        accepts(&RULE, "一、主要成效\n一是健全制度。一是定规矩，二是抓落实。\n二是开展培训。\n三是强化监督。\n");
        accepts(&RULE, "一是健全制度，统一是非标准。二是推进公开，这三是群众最关心的事项之一是办证。");
        accepts(&RULE, "一、主要成效\n（一）一是甲。二是乙。\n（二）一是丙。二是丁。三是戊。\n");
    }
}
