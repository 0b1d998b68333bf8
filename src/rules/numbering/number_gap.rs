//! Numbers left out between siblings.

use crate::diagnostic::Fix;
use crate::document::{Document, Status};
use crate::facts::siblings::{Break, broken, numeral};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：同一级、同一上级之下的序号不连续，如“（二）”之后是“（四）”。
    ///
    /// 为什么：结构层次序数应依次标注；跳号往往是漏写了小标题或删改后没有顺延。
    ///
    /// 示例：（二）……（四）…… → （二）……（三）……
    ///
    /// 修改：把序号改为连续，后面的同级序号一并顺延；中间有疑似漏编序号的小标题时，补编序号。
    ///
    /// 不算：三级以下序号跨小节连续编号、列举重新从1开始。
    "number-gap", "序号跳号", Numbering, Error, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for broken in broken(doc).into_iter().filter(|b| b.kind == Break::Gap) {
        let Some((_, before)) = broken.before else { continue };
        let missing: Vec<String> = (broken.expected..broken.number.value)
            .take(3)
            .map(|value| format!("“{}”", broken.number.style.write(value).trim_end_matches(['、', '.'])))
            .collect();
        let span = broken.number.span;
        let message = format!("“{}”之后是“{}”，缺{}", doc.get(before.span), doc.get(span), missing.join(""));
        let mut finding = RULE.finding(span, message).related(before.span, "上一个序号在这里");
        if broken.candidates.is_empty() {
            let due = doc.get(span).replacen(doc.get(broken.number.numeral), &numeral(broken.number, broken.expected), 1);
            let title = if broken.rest.len() > 1 { format!("改为“{due}”并顺延") } else { format!("改为“{due}”") };
            // Where one of the four parts is missing, the gap is its place.
            let part_missing = broken.number.style.level() == 1 && doc.parts.iter().any(|info| info.status == Status::Missing);
            let edits = broken.renumber();
            finding = finding.fix(if part_missing { Fix::suggested(title, edits) } else { Fix::safe(title, edits) });
        }
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_numbers_left_out() {
        flags(
            &RULE,
            "一、主要举措和成效\n（一）加强组织领导。全年研究议题9次。\n⟦（三）⟧规范执法。办理案件37件。\n（四）普法。举办讲座18场。\n",
        );
        flags(&RULE, "一、主要举措\n(一)强化领导。\n(二)规范决策。\n⟦(五)⟧化解纠纷。\n");
        flags(&RULE, "一、主要举措和成效\n甲。\n⟦三、⟧存在的不足和原因\n乙。\n");
    }

    #[test]
    fn the_following_numbers_move_along() {
        fixes(
            &RULE,
            "一、主要成效\n（一）甲事办结。\n（三）乙事办结。\n（四）丙事办结。\n",
            "一、主要成效\n（一）甲事办结。\n（二）乙事办结。\n（三）丙事办结。\n",
        );
    }

    #[test]
    fn accepts_sequences_that_count() {
        accepts(&RULE, "一、主要成效\n（一）甲。\n（二）乙。\n二、不足\n（一）丙。\n（二）丁。\n");
        accepts(&RULE, "一、主要成效\n（一）甲。\n1.子。\n2.丑。\n（二）乙。\n3.寅。\n4.卯。\n");
        accepts(&RULE, "一、主要成效\n1.子。\n2.丑。\n1.寅。\n2.卯。\n");
        accepts(&RULE, "一、主要成效\n3.15期间开展宣传。\n12345热线办结3件。\n");
    }
}
