//! A mark at the end of a heading that stands alone.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Cue, Document, Heading, Kind, OrdinalStyle};
use crate::facts::siblings::groups;
use crate::rule::{Check, Findings};
use crate::text::{Mark, fold};

crate::declare_rule! {
    /// 检查什么：独占一行的标题末尾带句号、分号、逗号或冒号。
    ///
    /// 为什么：独立成行的标题末尾一般不用标点。
    ///
    /// 示例：一、主要举措和成效。 → 一、主要举措和成效
    ///
    /// 修改：删去末尾标点。
    ///
    /// 不算：与正文接排的段首小标题（句号保留）、只有一句话的分项段落、引出下文的“：”；同级小标题一律独占一行加句号的，只提示一次。
    "heading-end-punct", "独立标题末尾有标点", Numbering, Warning, "GB/T 15834—2011 附录B.4",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    // Most reports have none at all.
    if !doc.headings.iter().any(|heading| mark_of(heading).is_some()) {
        return;
    }
    for group in doc.once(groups).iter() {
        let headings: Vec<&Heading> = group.headings.iter().filter_map(|&i| doc.headings.get(i)).collect();
        let marked: Vec<(&Heading, Mark)> =
            headings.iter().filter_map(|h| Some((*h, mark_of(h).filter(|&mark| is_title(doc, h, mark))?))).collect();
        // Among items of one sentence each the last only looks like a title of what follows the list.
        let items = group.level > 1 && headings.iter().any(|h| mark_of(h).is_some() && !opens(doc, h));
        if marked.is_empty() || items {
            continue;
        }
        let delete = |mark: Mark| Edit::delete(mark.span());
        // Where every sub-heading stands alone and ends in 。, that is a habit, spoken of once.
        let habit = group.level > 1 && marked.len() > 1 && marked.len() == headings.len();
        if habit && let Some(&(heading, mark)) = marked.first() {
            let message = format!("标题独占一行，末尾通常不用“{}”，如“{}”", mark.char, doc.get(heading.title));
            let fix = Fix::suggested("删去这一组标题末尾的标点", marked.iter().map(|&(_, mark)| delete(mark)).collect());
            out.push(RULE.finding(mark.span(), message).fix(fix).at_most(Severity::Info));
            continue;
        }
        for (heading, mark) in marked {
            let words = doc.get(heading.title);
            let message = format!("标题“{words}”末尾不用“{}”", mark.char);
            let finding = RULE.finding(mark.span(), message).fix(Fix::safe(format!("删去“{}”", mark.char), vec![delete(mark)]));
            // A numbered sentence of that length may be meant as one.
            let long = words.chars().count() > 60;
            out.push(if long { finding.at_most(Severity::Info) } else { finding });
        }
    }
}

/// The mark at the end of a heading that stands alone.
fn mark_of(heading: &Heading) -> Option<Mark> {
    heading.end_mark.filter(|mark| !heading.run_in && matches!(fold(mark.char), '。' | '；' | '，' | '：' | '、'))
}

/// Whether a line is a title of what follows: words of a title's length, nothing behind a colon in it.
fn is_title(doc: &Document, heading: &Heading, mark: Mark) -> bool {
    let title = doc.get(heading.title);
    let top = heading.level == 1 && heading.number.is_none_or(|number| number.style != OrdinalStyle::Arabic);
    let introduces = fold(mark.char) == '：' && !top && below_is_list(doc, heading);
    opens(doc, heading)
        && !introduces
        && title.chars().count() <= if top { 120 } else { 24 }
        && !title.contains(['：', ':'])
        && !title.ends_with("如下")
}

/// Whether what follows a heading belongs to it: a paragraph, or a lower heading.
fn opens(doc: &Document, heading: &Heading) -> bool {
    doc.blocks.get(heading.block + 1).is_some_and(|block| match block.kind {
        Kind::Paragraph => true,
        Kind::Heading => doc.heading_of(block).is_some_and(|below| below.level > heading.level),
        _ => false,
    })
}

/// Whether lower headings or 一是 follow.
fn below_is_list(doc: &Document, heading: &Heading) -> bool {
    doc.blocks.get(heading.block + 1).is_some_and(|block| {
        block.kind == Kind::Heading
            || doc.cues_in(block.span).first().is_some_and(|&(cue, at)| cue == Cue::Sequence && at.start == block.span.start)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_titles_that_end_in_a_mark() {
        flags(&RULE, "一、主要举措和成效⟦。⟧\n（一）加强领导⟦；⟧\n全年研究议题9次。\n二、存在的不足和原因⟦:⟧\n人员较少。\n");
        flags(&RULE, "一、主要成效\n（一）加强领导⟦。⟧\n研究9次。\n（二）规范执法\n办案3件。\n（三）普法宣传\n举办3场。\n");
        flags(&RULE, "一、主要成效\n（一）加强领导⟦。⟧\n研究9次。\n（二）规范执法。\n办案3件。\n");
        flags(&RULE, "一、推进法治政府建设的主要举措和成效⟦，⟧\n（一）加强领导。研究9次。\n");
        fixes(&RULE, "一、主要举措和成效。\n办理案件37件。\n", "一、主要举措和成效\n办理案件37件。\n");
    }

    #[test]
    fn accepts_run_in_headings_and_one_sentence_items() {
        accepts(&RULE, "一、主要举措和成效\n（一）加强组织领导。全年研究议题9次。\n（二）完成培训任务，合格率100%。\n");
        accepts(&RULE, "二、存在的不足\n（一）执法力量不足。\n（二）普法形式单一。\n三、下一步打算\n举办培训。\n");
        accepts(&RULE, "二、存在的不足\n（一）执法力量不足。\n（二）普法形式单一。\n下一步，将充实力量。\n");
        accepts(&RULE, "四、下一步打算：加强学习培训，充实执法力量。\n五、其他事项\n没有其他事项。\n");
        accepts(&RULE, "一、主要成效\n（一）主要做法：\n一是健全制度。\n二是加强培训。\n");
        accepts(&RULE, "一、主要成效\n（一）公布以下清单：\n1.甲。\n2.乙。\n");
    }
}
