//! No title.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Kind};
use crate::facts::shape::{self, Shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, around, chars};

crate::declare_rule! {
    /// 检查什么：正文之前没有标题。
    ///
    /// 为什么：公文应当有标题，由发文机关名称、事由和文种组成。
    ///
    /// 示例：开头就是“市政府：” → 先写“澄江市应急管理局关于2024年度法治政府建设情况的报告”
    ///
    /// 修改：补上标题。
    ///
    /// 不算：只粘贴了几句话；只粘贴了正文（没有主送机关、署名和日期，作提示）；开头一行是没有用常见写法的标题。
    "title-missing", "缺标题", Structure, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let shape = Shape::of(doc);
    if doc.title.is_some() || doc.sections.is_empty() || shape == Shape::Fragment {
        return;
    }
    let Some(first) = doc.blocks.iter().find(|block| block.kind != Kind::Residue) else { return };
    if in_own_words(doc).is_some() {
        return;
    }
    let finding = RULE.finding(Span::at(first.span.start), "正文之前没有标题".to_owned());
    // A page's own table may hold it: 名称：…法治政府建设情况报告.
    let elsewhere = doc.blocks.iter().any(|block| block.kind == Kind::Residue && is_title_field(doc.get(block.span)));
    let finding = if shape == Shape::Body || elsewhere { finding.at_most(Severity::Info) } else { finding };
    out.push(match (&doc.organ, doc.year) {
        (Some(organ), Some(year)) => {
            let title = format!("{organ}关于{year}年度法治政府建设情况的报告");
            let line = format!("{title}{}", shape::line_end(doc).repeat(2));
            finding.fix(Fix::suggested(format!("补上标题“{title}”"), vec![Edit::insert(first.line.start, line)]))
        }
        _ => finding,
    });
}

/// The first line, where it may be a title in words the parser does not know.
pub(crate) fn in_own_words(doc: &Document) -> Option<Span> {
    let first = doc.blocks.iter().find(|block| block.kind != Kind::Residue)?;
    (first.kind == Kind::Paragraph && is_short_line(doc, first.span)).then_some(first.span)
}

/// Whether a line may be a title in words of its own: short, and no sentence.
fn is_short_line(doc: &Document, span: Span) -> bool {
    let text = doc.get(span);
    text.chars().count() <= 50 && !text.ends_with(|c| chars::ends_sentence(c) || matches!(c, '：' | ':' | '，' | ','))
}

fn is_title_field(line: &str) -> bool {
    around::has_any(line, &["标题", "名称", "信息名称"]) && line.contains("法治")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    const BODY: &str = "一、主要举措和成效\n\n完成任务12项。\n\n二、存在的不足和原因\n\n执法力量不足，原因是编制较少。\n\n澄江市应急管理局\n2025年1月10日\n";

    #[test]
    fn flags_a_report_that_begins_with_addressee_or_preamble() {
        flags(&RULE, &format!("⟦⟧市政府：\n\n2024年，市应急管理局扎实推进依法行政。\n\n{BODY}"));
        flags(&RULE, &format!("⟦⟧2024年，市应急管理局扎实推进依法行政。现将有关情况报告如下：\n\n{BODY}"));
        flags(&RULE, "⟦⟧一、主要举措和成效\n\n完成任务12项。\n\n二、存在的不足\n\n执法力量不足。\n");
        fixes(
            &RULE,
            &format!("市政府：\n\n{BODY}"),
            &format!("澄江市应急管理局关于2024年度法治政府建设情况的报告\n\n市政府：\n\n{BODY}"),
        );
    }

    #[test]
    fn accepts_titles_in_any_form_and_fragments() {
        accepts(&RULE, &format!("澄江市应急管理局\n2024年度法治政府建设\n情况的报告\n\n市政府：\n\n{BODY}"));
        accepts(&RULE, &format!("澄江市应急管理局2024年依法行政工作总结\n\n{BODY}"));
        accepts(&RULE, &format!("《清溪镇2025年度法治政府建设情况报告》政策解读\n\n{BODY}"));
        accepts(&RULE, "镇党委书记主持召开会议3次，研究法治建设议题9个。\n镇长听取汇报2次。\n");
        accepts(&RULE, "\n\n");
    }
}
