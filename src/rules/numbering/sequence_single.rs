//! 一是 that nothing follows.

use crate::document::{Document, SequenceItem};
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：写了“一是”，同一标题之下没有“二是”。
    ///
    /// 为什么：“一是”表示还有“二是”；只有一项，往往是漏了内容，或者删改以后没有去掉序次语。
    ///
    /// 示例：规范执法。一是开展培训4期。 → 规范执法。开展培训4期。
    ///
    /// 修改：补上后面的内容，或者删去“一是”。
    ///
    /// 不算：“统一是”“之一是”等词语；后面接“二要”“其二”“另一方面”“再就是”；缺“二是”而有“三是”的，由“跳号”检查。
    "sequence-single", "只有“一是”", Numbering, Warning, "公文写作惯例（序次语依次使用）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let scope = |item: &SequenceItem| doc.blocks.get(item.block).and_then(|block| block.heading);
    for items in doc.sequence.chunk_by(|a, b| scope(a) == scope(b)) {
        let mut counts = [0usize; 100];
        for item in items {
            if let Some(count) = counts.get_mut(item.value as usize) {
                *count += 1;
            }
        }
        let [_, ones, twos, more @ ..] = counts;
        // 一是…三是 is a gap, not a lone item.
        if ones <= twos || more.iter().any(|&count| count > twos) {
            continue;
        }
        let Some(last) = items.last() else { continue };
        let mut open: Vec<(usize, &SequenceItem)> = Vec::new();
        for (k, item) in items.iter().enumerate() {
            match item.value {
                1 => open.push((k, item)),
                2 => drop(open.pop()),
                _ => {}
            }
        }
        let end = scope_end(doc, last);
        let lone = |&(k, item): &(usize, &SequenceItem)| {
            let next = items.get(k + 1).map_or(end, |next| next.span.start);
            !goes_on(doc.get(Span::new(item.span.end, next)))
        };
        // 一是…一是…一是 in one paragraph is told once.
        let mut told = None;
        for (_, item) in open.into_iter().filter(lone) {
            if told != Some(item.block) {
                out.push(RULE.finding(item.span, "只有“一是”，没有“二是”"));
            }
            told = Some(item.block);
        }
    }
}

/// Where the section ends that holds `item`.
fn scope_end(doc: &Document, item: &SequenceItem) -> usize {
    let heading = doc.blocks.get(item.block).and_then(|block| block.heading).and_then(|i| doc.headings.get(i));
    let end = heading.map_or(doc.body.end, |heading| heading.end);
    end.checked_sub(1).and_then(|i| doc.blocks.get(i)).map_or(item.span.end, |block| block.span.end).max(item.span.end)
}

/// Whether a second item follows in other words.
fn goes_on(text: &str) -> bool {
    const SECOND: &[&str] = &[
        "二是",
        "二要",
        "二为",
        "二抓",
        "二则",
        "二来",
        "二、",
        "其二",
        "第二",
        "其次",
        "再次",
        "再是",
        "再一",
        "还有",
        "再就是",
        "再者",
        "另一",
        "另外",
        "还有一",
        "还有就是",
        "此外",
        "三是",
    ];
    around::has_any(text, SECOND)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_an_item_without_a_second() {
        flags(&RULE, "规范行政执法。⟦一是⟧开展执法培训4期，23名执法人员持证上岗。");
        flags(&RULE, "一、主要成效\n（一）规范执法。⟦一是⟧抓培训，举办4期。\n（二）普法宣传。一是抓重点，二是抓阵地。\n");
        flags(
            &RULE,
            "一、主要成效\n（一）规范执法\n主要做法：⟦一是⟧健全制度，印发3件。\n全年办案12件。\n二、不足\n一是甲。\n二是乙。\n",
        );
        flags(&RULE, "工作有三点：⟦一是⟧健全制度；一是开展培训；一是强化监督。");
        flags(&RULE, "一、主要成效\n⟦一是⟧规范决策，审查9件。\n成效明显：一是败诉率下降，二是满意度上升。\n");
    }

    #[test]
    fn accepts_sequences_that_go_on() {
        accepts(&RULE, "一是健全制度；二是开展培训。");
        accepts(&RULE, "一是强化责任落实。一是听取汇报；二是批示督办。二是强化学习。");
        accepts(&RULE, "一、主要成效\n一是健全制度。\n二是开展培训。\n");
        accepts(&RULE, "一是健全制度；二要开展培训。");
        accepts(&RULE, "原因有两个：一是编制少；另一方面，待遇偏低。");
    }

    #[test]
    fn accepts_words_and_gaps() {
        accepts(&RULE, "统一是非标准，事项之一是办证，坚持账账相符，一是一、二是二。");
        accepts(&RULE, "一是健全制度；三是强化监督。");
    }
}
