//! A first sibling that is not number one.

use crate::document::Document;
use crate::facts::siblings::{Break, broken, written};
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
    /// 不算：节选的片段（上级标题不在文中）、跨小节连续编号、第一项写在上一段之内。
    "number-start", "首个序号不是一", Numbering, Error, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in doc.once(broken).iter().filter(|b| b.kind == Break::Start) {
        let span = broken.number.span;
        let due = written(doc, broken.number, broken.expected);
        let mut finding = RULE.finding(span, format!("首个序号是“{}”，应从“{due}”开始", doc.get(span)));
        if broken.candidates.is_empty() {
            finding = finding.fix(broken.renumber(doc));
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
        flags(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、存在的不足\n⟦（三）⟧丙。\n三、下一步安排\n（一）丁。\n");
        flags(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n2025年，稳步推进依法行政。\n⟦二、⟧主要成效\n办案3件。\n三、存在的不足\n人员较少。\n",
        );
        fixes(&RULE, "一、主要成效\n（二）甲事办结。\n（三）乙事办结。\n", "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n");
    }

    #[test]
    fn accepts_excerpts_and_running_numbers() {
        accepts(&RULE, "（三）规范执法。办理案件37件。\n（四）普法。举办讲座18场。\n");
        accepts(&RULE, "三、下一步安排\n举办培训4期。\n四、其他事项\n没有其他事项。\n");
        accepts(&RULE, "一、主要成效\n（一）甲。\n1.子。\n2.丑。\n（二）乙。\n3.寅。\n");
        accepts(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、存在的不足\n（三）丙。\n（四）丁。\n");
        accepts(&RULE, "一、主要成效\n（一）抓实执法。1.开展培训3期。\n2.评查案卷12册。\n");
    }
}
