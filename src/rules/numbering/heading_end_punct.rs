//! A mark at the end of a heading that stands alone.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Heading, Kind};
use crate::rule::{Check, Findings};
use crate::text::fold;

crate::declare_rule! {
    /// 检查什么：独占一行的标题末尾带句号、分号、逗号或冒号。
    ///
    /// 为什么：独立成行的标题末尾一般不用标点。
    ///
    /// 示例：一、主要举措和成效。 → 一、主要举措和成效
    ///
    /// 修改：删去末尾标点。
    ///
    /// 不算：与正文接排的段首小标题（句号保留）、只有一句话的分项段落、引出下文的“：”。
    "heading-end-punct", "独立标题末尾有标点", Numbering, Warning, "GB/T 15834—2011 附录B.4",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for heading in &doc.headings {
        let Some(mark) = heading.end_mark.filter(|_| !heading.run_in && is_title(doc, heading)) else { continue };
        if !matches!(fold(mark.char), '。' | '；' | '，' | '：' | '、') || (fold(mark.char) == '：' && heading.level > 1) {
            continue;
        }
        let message = format!("标题“{}”末尾不用“{}”", doc.get(heading.title), mark.char);
        out.push(
            RULE.finding(mark.span(), message).fix(Fix::safe(format!("删去“{}”", mark.char), vec![Edit::delete(mark.span())])),
        );
    }
}

/// Whether a line is a title of what follows, not a one-sentence item: level 1, or short words above a paragraph or a lower heading.
fn is_title(doc: &Document, heading: &Heading) -> bool {
    let length = doc.get(heading.title).chars().count();
    if heading.level == 1 {
        return length <= 120;
    }
    let next = doc.blocks.get(heading.block + 1);
    let opens = next.is_some_and(|block| match block.kind {
        Kind::Paragraph => true,
        Kind::Heading => doc.heading_of(block).is_some_and(|below| below.level > heading.level),
        _ => false,
    });
    length <= 24 && opens
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_titles_that_end_in_a_mark() {
        flags(&RULE, "一、主要举措和成效⟦。⟧\n（一）加强领导⟦；⟧\n全年研究议题9次。\n二、存在的不足和原因⟦:⟧\n人员较少。\n");
        fixes(&RULE, "一、主要举措和成效。\n办理案件37件。\n", "一、主要举措和成效\n办理案件37件。\n");
    }

    #[test]
    fn accepts_run_in_headings_and_one_sentence_items() {
        accepts(&RULE, "一、主要举措和成效\n（一）加强组织领导。全年研究议题9次。\n（二）完成培训任务，合格率100%。\n");
        accepts(&RULE, "二、存在的不足\n（一）执法力量不足。\n（二）普法形式单一。\n三、下一步打算\n举办培训。\n");
        accepts(&RULE, "一、主要成效\n（一）公布以下清单：\n1.甲。\n2.乙。\n");
    }
}
