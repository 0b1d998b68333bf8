//! A first sibling that is not number one.

use crate::diagnostic::Fix;
use crate::document::Document;
use crate::facts::siblings::{Break, broken, numeral};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：一个标题之下的首个序号不是“（一）”“1.”等，而是从中间开始。
    ///
    /// 为什么：结构层次序数应依次标注，从一开始。
    ///
    /// 示例：一、主要成效 （四）规范决策 → （一）规范决策
    ///
    /// 修改：前面有疑似漏编序号的小标题时补编序号，否则从一起重编。
    ///
    /// 不算：节选的片段（上级标题不在文中）、三级以下序号跨小节连续编号。
    "number-start", "首个序号不是一", Numbering, Error, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in broken(doc).into_iter().filter(|b| b.kind == Break::Start) {
        let span = broken.number.span;
        let due = doc.get(span).replacen(doc.get(broken.number.numeral), &numeral(broken.number, 1), 1);
        let mut finding = RULE.finding(span, format!("首个序号是“{}”，应从“{due}”开始", doc.get(span)));
        if broken.candidates.is_empty() {
            let title = if broken.rest.len() > 1 { format!("改为“{due}”并顺延") } else { format!("改为“{due}”") };
            finding = finding.fix(Fix::suggested(title, broken.renumber()));
        }
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_a_sequence_that_begins_in_the_middle() {
        flags(&RULE, "一、主要举措和成效\n⟦(四)⟧规范决策程序。\n(五)创新模式。\n");
        fixes(&RULE, "一、主要成效\n（二）甲事办结。\n（三）乙事办结。\n", "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n");
    }

    #[test]
    fn accepts_excerpts_and_running_numbers() {
        accepts(&RULE, "（三）规范执法。办理案件37件。\n（四）普法。举办讲座18场。\n");
        accepts(&RULE, "一、主要成效\n（一）甲。\n1.子。\n2.丑。\n（二）乙。\n3.寅。\n");
    }
}
