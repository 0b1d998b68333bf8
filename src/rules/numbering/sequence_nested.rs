//! 一是 inside an item of another 一是 sequence.

use crate::document::Document;
use crate::rule::{Check, Findings};

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
    for pair in doc.sequence.windows(2) {
        let [outer, inner] = pair else { continue };
        // The item before opens the very paragraph, so 一是 starts inside it.
        let opens = doc.blocks.get(outer.block).is_some_and(|block| block.span.start == outer.span.start);
        if inner.value == 1 && inner.block == outer.block && opens {
            out.push(
                RULE.finding(inner.span, format!("“{}”一项之内又用“一是”，层次不清", doc.get(outer.span)))
                    .related(outer.span, "外层在这里"),
            );
        }
    }
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
    }

    #[test]
    fn accepts_sequences_side_by_side() {
        accepts(&RULE, "主要做法：一是甲，二是乙。主要成效：一是丙，二是丁。");
        accepts(&RULE, "一、主要成效\n一是甲；二是乙；三是丙。\n一是丁；二是戊。\n");
    }
}
