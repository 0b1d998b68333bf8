//! No signing body.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Kind, is_organ_line};
use crate::facts::shape::{self, Shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars};

crate::declare_rule! {
    /// 检查什么：文末没有发文机关署名。
    ///
    /// 为什么：公文应当署发文机关全称或者规范化简称；网页转载时容易丢失。
    ///
    /// 示例：文末只有“2024年1月26日” → 在日期上一行写“清渠县人民政府”
    ///
    /// 修改：按标题中的机关名称补上署名。
    ///
    /// 不算：署名写在标题之下；在人大常委会会议上口头报告的；署名与日期在一行；只粘贴了正文一段（作提示）。
    "signature-missing", "缺发文机关署名", Structure, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let shape = Shape::of(doc);
    if shape::is_oral(doc)
        || !doc.signature.is_empty()
        || doc.sections.is_empty()
        || shape == Shape::Fragment
        || is_signed_in_own_words(doc)
    {
        return;
    }
    let date = doc.blocks.iter().position(|block| block.kind == Kind::Date).filter(|&i| i >= doc.body.end);
    // Above the date, or at the end.
    let last = date.unwrap_or(doc.body.end).checked_sub(1).and_then(|i| doc.blocks.get(i));
    let Some(last) = last else { return };
    let finding = RULE.finding(Span::at(last.span.end), "文末没有发文机关署名".to_owned());
    let finding = if shape == Shape::Body { finding.at_most(Severity::Info) } else { finding };
    out.push(match doc.organ.as_deref().filter(|organ| chars::count_han(organ) >= 4 && is_organ_line(organ)) {
        Some(organ) => {
            let end = shape::line_end(doc).repeat(2);
            finding.fix(Fix::suggested(format!("补上署名“{organ}”"), vec![Edit::insert(last.line.end, format!("{end}{organ}"))]))
        }
        None => finding,
    });
}

/// Whether the last line may be the name of a body the parser does not know: short, no sentence, no heading.
pub(crate) fn is_signed_in_own_words(doc: &Document) -> bool {
    let Some(block) = doc.body.end.checked_sub(1).and_then(|i| doc.blocks.get(i)) else { return false };
    let text = doc.get(block.span);
    let n = text.chars().count();
    // 述法人：某镇镇长.
    if text.split(['：', ':']).next().is_some_and(|field| text.len() > field.len() && field.ends_with(['人', '位']) && n <= 40)
    {
        return true;
    }
    block.kind == Kind::Paragraph && (2..=40).contains(&n) && !text.contains(['，', ',', '。', '；', '：', ':', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(end: &str) -> String {
        format!(
            "清渠县人民政府2025年度法治政府建设情况报告\n\n市政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。{end}"
        )
    }

    #[test]
    fn flags_an_end_without_a_body() {
        flags(&RULE, &report("⟦⟧\n\n2026年1月26日\n"));
        flags(&RULE, &report("⟦⟧\n"));
        fixes(&RULE, &report("\n\n2026年1月26日\n"), &report("\n\n清渠县人民政府\n\n2026年1月26日\n"));
    }

    #[test]
    fn accepts_signatures_of_every_form() {
        accepts(&RULE, &report("\n\n清渠县人民政府\n2026年1月26日\n"));
        accepts(&RULE, &report("\n\n清渠县人民政府 2026年1月26日\n"));
        accepts(&RULE, &report("\n\n                    清渠县人民政府（印章）\n                    2026年1月26日\n"));
        accepts(&RULE, &report("\n\n中共清渠县委\n清渠县人民政府\n2026年1月26日\n"));
        accepts(&RULE, &report("\n\n清渠县气象台\n2026年1月26日\n"));
        accepts(&RULE, &report("").replace("报告\n", "报告\n（2026年4月26日在市人大常委会第二十七次会议上）\n"));
        accepts(&RULE, &report("").replace("报告\n\n市政府", "报告\n（2026年1月26日）\n清渠县人民政府\n\n市政府"));
        accepts(&RULE, "镇党委书记主持召开会议3次，研究法治建设议题9个。\n镇长听取汇报2次。\n");
    }
}
