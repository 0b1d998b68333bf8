//! 一是 followed by 三是.

use crate::document::{Document, SequenceItem};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars, numerals};

crate::declare_rule! {
    /// 检查什么：“一是……三是……”之间缺“二是”。
    ///
    /// 为什么：序次语应依次使用；跳号往往是漏了内容或删改后没有顺延。
    ///
    /// 示例：一是健全制度；三是强化监督 → 一是健全制度；二是强化监督
    ///
    /// 修改：补上缺的内容或改正序次语。
    ///
    /// 不算：另起一组的“一是”、各标题之下各自的序次语、套在一项之内的序次语、缺的一项写作“其二”“二要”等。
    "sequence-gap", "“一是…三是”跳号", Numbering, Error, "公文写作惯例（序次语依次使用）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let mut scope = Scope::default();
    for &item in &doc.sequence {
        let Some(block) = doc.blocks.get(item.block) else { continue };
        if scope.heading != Some(block.heading) {
            scope = Scope { heading: Some(block.heading), ..Scope::default() };
        }
        if scope.block != item.block {
            // Behind a paragraph that is an item itself the sequence inside it does not go on.
            let item_paragraph = scope.open.len() > 1 && scope.outer.is_some_and(|outer| outer.block == scope.block);
            scope.carried = if item_paragraph { scope.open.first() } else { scope.open.last() }.copied();
            scope.open.clear();
            scope.block = item.block;
        }
        let opens = item.span.start == block.span.start;
        if let Some(before) = scope.skipped_from(item, opens)
            && !stands_between(doc, before, item)
        {
            let written = doc.get(item.span);
            let missing: String =
                (before.value + 1..item.value).take(3).map(|value| format!("“{}是”", numerals::to_han(value))).collect();
            out.push(
                RULE.finding(item.span, format!("“{}”之后是“{written}”，缺{missing}", doc.get(before.span)))
                    .related(before.span, "上一项在这里"),
            );
        }
        scope.take(item, opens);
    }
}

/// What is open under one heading.
#[derive(Default)]
struct Scope {
    /// The heading; the outer `None` before the first item.
    heading: Option<Option<usize>>,
    /// The block of the last item.
    block: usize,
    /// Sequences begun in this block, outermost first, each with its last item.
    open: Vec<SequenceItem>,
    /// The last item of the blocks before.
    carried: Option<SequenceItem>,
    /// The last item that opened a paragraph.
    outer: Option<SequenceItem>,
}

impl Scope {
    /// The item behind which `item` leaves others out; `None` where it follows one or begins a sequence.
    fn skipped_from(&self, item: SequenceItem, opens: bool) -> Option<SequenceItem> {
        if item.value == 1 {
            return None;
        }
        let around = if opens { [self.outer, self.carried] } else { [self.carried.filter(|_| self.open.is_empty()), None] };
        let known = || self.open.iter().rev().copied().chain(around.into_iter().flatten());
        if known().any(|before| before.value + 1 == item.value) {
            return None;
        }
        known().find(|before| before.value + 1 < item.value)
    }

    fn take(&mut self, item: SequenceItem, opens: bool) {
        if opens {
            self.outer = Some(item);
        }
        // A sequence inside an item ends where the item after it begins.
        let depth = self.open.iter().rposition(|before| before.value + 1 == item.value);
        match depth {
            Some(depth) if item.value > 1 => {
                self.open.truncate(depth + 1);
                if let Some(last) = self.open.last_mut() {
                    *last = item;
                }
            }
            _ if item.value > 1 && !self.open.is_empty() => {
                if let Some(last) = self.open.last_mut() {
                    *last = item;
                }
            }
            // Nobody nests deeper; a text that does nothing but begin would grow the list.
            _ => {
                self.open.truncate(3);
                self.open.push(item);
            }
        }
    }
}

/// Whether the item left out stands between the two in other words: 其二, 第二, 二要, or 二是 in the middle of a clause.
fn stands_between(doc: &Document, before: SequenceItem, item: SequenceItem) -> bool {
    const BEHIND: &[&str] = &["是", "要", "为", "抓", "来", "则", "，", ",", "、"];
    let between = Span::new(before.span.end, item.span.start);
    let inner = doc.sequence.within(between);
    (before.value + 1..item.value).all(|value| {
        let numeral = numerals::to_han(value);
        doc.get(between).match_indices(&numeral).any(|(at, _)| {
            let at = between.start + at;
            let ahead = chars::before(doc.text, at);
            let rest = doc.text.get(at + numeral.len()..).unwrap_or("");
            let nested = inner.iter().any(|item| item.span.start == at);
            !nested && (matches!(ahead, Some('其' | '第')) || BEHIND.iter().any(|word| rest.starts_with(word)))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_an_item_left_out() {
        flags(&RULE, "主要做法有：一是健全制度；⟦三是⟧强化监督。");
        flags(&RULE, "一、主要成效\n一是健全制度。\n二是开展培训。\n⟦四是⟧强化监督。\n五是总结经验。\n");
        flags(&RULE, "一是健全制度。印发3件。二是开展培训。举办4期。⟦五是⟧强化监督。六是总结经验。");
        flags(&RULE, "一、主要成效\n主要做法：一是健全制度；二是加强培训；\n⟦四是⟧强化监督。\n");
        flags(&RULE, "一、主要成效\n（一）规范执法。一是抓培训,二是抓考核。\n（二）普法宣传。一是抓重点。⟦三是⟧抓阵地。\n");
    }

    #[test]
    fn a_finished_sequence_hides_no_gap_in_the_next() {
        flags(&RULE, "一、主要成效\n主要做法：一是甲，二是乙。\n主要成效：一是丙，⟦三是⟧丁。\n");
        flags(&RULE, "一、主要成效\n一是强化领导。一是定规矩，二是抓落实。\n⟦三是⟧强化监督。一是抓案卷，二是抓考核。\n");
    }

    #[test]
    fn accepts_sequences_that_count_and_words() {
        accepts(&RULE, "一是健全制度；二是开展培训；三是强化监督。");
        accepts(&RULE, "一、主要成效\n一是健全制度。一是定规矩，二是抓落实。\n二是开展培训。\n三是强化监督。\n");
        accepts(&RULE, "一是健全制度，统一是非标准。二是推进公开，这三是群众最关心的事项之一是办证。");
        accepts(&RULE, "一、主要成效\n（一）一是甲。二是乙。\n（二）一是丙。二是丁。三是戊。\n");
        accepts(&RULE, "一是强化责任落实。一是听取汇报；二是批示督办；三是出庭应诉。二是强化学习。三是强化保障。");
        accepts(&RULE, "一是健全制度；二要开展培训；三是强化监督。");
        accepts(&RULE, "坚持账账相符，一是一、二是二。一是查账，二是对账。");
        accepts(&RULE, "一是一体推进法治建设，二是二次供水全部达标，三是三级联动。");
    }
}
