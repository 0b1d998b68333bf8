//! Blanks between a number and the words of its heading.

use crate::diagnostic::Edit;
use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::rules::punctuation::context::{Place, Places};
use crate::text::{Span, is_blank};

crate::declare_rule! {
    /// 检查什么：序号与标题文字之间有空格，如“一、 主要举措”“（三） 持续推进”“1. 健全制度”。
    ///
    /// 为什么：序号后直接接文字，不空格；空格多是自动编号转成文字时带来的。
    ///
    /// 示例：（三） 持续推进 → （三）持续推进
    ///
    /// 修改：删去空格。
    ///
    /// 不算：Markdown 里“1. ”“- ”式的列表；“第一条　”；序号后缺标点、用空格隔开的，由序号标点的规则检查。
    "number-space", "序号后多空格", Numbering, Info, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let mut places = Places::new(&RULE);
    let mut markdown = None;
    for heading in &doc.headings {
        let Some(number) = heading.number.filter(|n| n.style != OrdinalStyle::Han || n.mark.is_some()) else { continue };
        let gap = Span::new(number.span.end, heading.title.start);
        if gap.is_empty() || !doc.get(gap).chars().all(is_blank) || heading.title.is_empty() {
            continue;
        }
        let list = number.style == OrdinalStyle::Arabic && doc.get(gap) == " ";
        if list && *markdown.get_or_insert_with(|| is_markdown(doc)) {
            continue;
        }
        let written = doc.get(number.span);
        places.push(Place {
            span: number.span.to(gap),
            edits: vec![Edit::delete(gap)],
            safe: true,
            message: format!("序号“{written}”后面通常不空格"),
        });
    }
    places.tell("删去序号后的空格", |n| format!("序号后面通常不空格，全文共{n}处"), out);
}

/// Whether lines begin with # or -, so that 1. is a Markdown list.
fn is_markdown(doc: &Document) -> bool {
    doc.blocks.iter().any(|block| {
        let head = doc.get(Span::new(block.line.start, block.span.start));
        head.contains('#') || doc.get(block.span).starts_with("- ")
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_blanks_behind_a_number() {
        flags(&RULE, "⟦一、 ⟧主要成效\n⟦（一）\u{a0}⟧加强领导。研究3次。\n⟦（二）　⟧规范执法。办案3件。\n");
        flags(&RULE, "⟦一、 ⟧主要成效\n⟦1. ⟧加强领导。研究3次。\n⟦(2) ⟧规范执法。办案3件。\n");
        fixes(&RULE, "一、主要成效\n(三) 持续推进。研究3次。\n", "一、主要成效\n(三)持续推进。研究3次。\n");
    }

    #[test]
    fn many_are_told_once() {
        flags(&RULE, "⟦一、 ⟧主要成效\n（一） 甲事。\n（二） 乙事。\n（三） 丙事。\n二、 不足\n人员较少。\n");
        fixes(
            &RULE,
            "一、 主要成效\n（一） 甲。\n（二） 乙。\n（三） 丙。\n",
            "一、主要成效\n（一）甲。\n（二）乙。\n（三）丙。\n",
        );
    }

    #[test]
    fn accepts_markdown_and_other_blanks() {
        accepts(&RULE, "# 清溪镇2025年度法治政府建设情况报告\n\n## 一、主要成效\n\n1. 加强领导。\n2. 规范执法。\n");
        accepts(&RULE, "一、主要成效\n（一）加强领导 压实责任\n研究3次。\n一是 健全制度。\n第一条　总则。\n");
        accepts(&RULE, "一 主要举措和成效\n办理案件37件。\n");
    }
}
