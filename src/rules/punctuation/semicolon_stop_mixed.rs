//! 一是…；二是…。三是…；: items that end now in ； and now in 。.

use super::context::{Place, Places};
use crate::diagnostic::Edit;
use crate::document::{Document, SequenceItem};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, fold};

crate::declare_rule! {
    /// 检查什么：“一是……；二是……。三是……；”一组分项的末尾有的用分号、有的用句号，或者分项内部有句号而末尾用分号。
    ///
    /// 为什么：分项之间用分号时，分项内部不用句号；内部有句号的，各分项末尾都用句号。
    ///
    /// 示例：一是抓学习。全年培训4期；二是抓执法。 → 一是抓学习。全年培训4期。二是抓执法。
    ///
    /// 修改：各分项末尾统一用句号。
    ///
    /// 不算：前几项用分号、最后一项用句号；分项内部只有逗号。
    "semicolon-stop-mixed", "分项分号与句号混用", Punctuation, Info, "GB/T 15834—2011 4.6、附录A",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let mut run: Vec<SequenceItem> = Vec::new();
    for &item in &doc.sequence {
        let follows = run.last().is_some_and(|last| item.value == last.value + 1 && item.block.saturating_sub(last.block) <= 1);
        if !follows {
            look(doc, &run, out);
            run.clear();
        }
        run.push(item);
    }
    look(doc, &run, out);
}

/// Judges one run of items; what follows the last may be no part of it.
fn look(doc: &Document, run: &[SequenceItem], out: &mut Findings) {
    let mut semicolons: Vec<Mark> = Vec::new();
    let mut stops = false;
    for pair in run.windows(2) {
        let [item, next] = pair else { continue };
        let marks = doc.marks(Span::new(item.span.end, next.span.start));
        let Some(end) = marks.iter().rposition(|m| !crate::text::is_blank(m.char)) else { continue };
        let (inner, last) = marks.split_at(end);
        let ends_here = |m: &Mark| doc.get(Span::new(m.span().end, next.span.start)).trim().is_empty();
        let Some(last) = last.first().filter(|m| ends_here(m)) else { continue };
        // A stop inside quotation marks belongs to them.
        stops |= inner.iter().any(|m| m.char == '。' && !doc.in_quotes(m.at));
        match fold(last.char) {
            '；' => semicolons.push(*last),
            '。' => stops = true,
            _ => {}
        }
    }
    if semicolons.is_empty() || !stops {
        return;
    }
    let mut places = Places::new(&RULE);
    for mark in semicolons {
        places.push(Place {
            span: mark.span(),
            edits: vec![Edit::replace(mark.span(), "。")],
            safe: true,
            message: "这组分项里分号与句号混用，通常统一用句号".to_owned(),
        });
    }
    places.tell_once("改为“。”", |n| format!("这组分项里分号与句号混用，通常统一用句号，共{n}处分号"), out);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_items_that_end_in_two_ways() {
        flags(&RULE, "一是抓学习⟦；⟧二是抓执法。三是抓普法；四是抓监督。");
        flags(&RULE, "一是抓学习。全年培训4期⟦；⟧二是抓执法，全年检查37次。");
        fixes(&RULE, "一是抓学习。培训4期；二是抓执法；三是抓普法。", "一是抓学习。培训4期。二是抓执法。三是抓普法。");
        let report = |a: &str| {
            format!("清溪镇2025年度法治政府建设情况报告\n\n一、主要成效\n\n一是抓学习{a}\n二是抓执法。\n三是抓普法。\n")
        };
        flags(&RULE, &report("⟦；⟧"));
        fixes(&RULE, &report("；"), &report("。"));
    }

    #[test]
    fn accepts_one_way() {
        accepts(&RULE, "一是抓学习；二是抓执法；三是抓普法。");
        accepts(&RULE, "一是抓学习。培训4期。二是抓执法。三是抓普法。");
        accepts(&RULE, "一是抓学习，培训4期；二是抓执法。下一步，继续推进。");
    }

    #[test]
    fn judges_each_run_by_itself() {
        accepts(&RULE, "一是抓学习；二是抓执法。工作有序推进。一是抓普法。二是抓监督。");
        accepts(&RULE, "一是宣讲“依法行政。”精神；二是抓执法；三是抓普法。");
    }
}
