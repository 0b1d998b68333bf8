//! Paragraphs too long to be read.

use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Span, chars::count_han};

crate::declare_rule! {
    /// 检查什么：一个自然段超过350个汉字。
    ///
    /// 为什么：段落过长，重点不突出，不便阅读；公文要求内容简洁、结构严谨。
    ///
    /// 示例：（一段441字，写了领导机制、普法、学习三件事） → （按内容分成三段，或者加小标题）
    ///
    /// 修改：按内容分段，删去套话。
    ///
    /// 不算：没有换行的整篇文字（复制时丢失了换行）。
    "paragraph-too-long", "段落过长", Content, Info, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条；公文写作惯例",
    Check::Document(check),
}

/// The Chinese characters of the longest paragraph that is none too long.
const LONGEST: usize = 350;

fn check(doc: &Document, out: &mut Findings) {
    let paragraphs: Vec<(Span, usize)> = doc
        .body_blocks()
        .map(|(_, block)| block.span)
        .filter(|span| span.len() > LONGEST * 3)
        .map(|span| (span, count_han(doc.get(span))))
        .filter(|&(_, count)| count > LONGEST)
        .collect();
    // A whole report on a few lines lost its line ends.
    let lost = doc.body.len() <= 4 || paragraphs.iter().any(|&(_, count)| count * 3 > doc.scan.han * 2 || count > 6 * LONGEST);
    let Some(&(first, count)) = paragraphs.first().filter(|_| !lost) else { return };
    if let [_] = paragraphs.as_slice() {
        out.push(RULE.finding(first, format!("这一段有{count}字，通常分成两三段，或者加小标题")));
        return;
    }
    let longest = paragraphs.iter().map(|&(_, count)| count).max().unwrap_or(count);
    let mut finding =
        RULE.finding(first, format!("有{}个段落超过{LONGEST}字，最长的{longest}字，通常按内容分段", paragraphs.len()));
    finding.occurrences = paragraphs.into_iter().map(|(span, _)| span).collect();
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn paragraph(sentences: usize) -> String {
        "全镇各村各办公室认真落实法治建设各项任务，推动依法行政取得新成效。".repeat(sentences)
    }

    fn report(second: &str) -> String {
        let short = paragraph(4);
        format!("一、主要成效\n{short}\n{second}\n二、存在的不足\n{short}\n{short}\n三、下一步打算\n{short}\n{short}\n{short}\n")
    }

    #[test]
    fn flags_long_paragraphs() {
        flags(&RULE, &report(&format!("⟦{}⟧", paragraph(12))));
        flags(&RULE, &report(&format!("⟦（一）加强领导。{}⟧", paragraph(15))));
        flags(&RULE, &report(&format!("⟦{}⟧\n{}", paragraph(12), paragraph(13))));
    }

    #[test]
    fn accepts_shorter_ones() {
        accepts(&RULE, &report(&paragraph(11)));
        accepts(&RULE, &report(&"12345678901234567890，".repeat(60)));
    }

    #[test]
    fn accepts_texts_without_line_ends() {
        accepts(&RULE, &format!("一、主要成效{}二、不足{}\n", paragraph(30), paragraph(10)));
        accepts(&RULE, &format!("清溪镇2025年度法治政府建设情况报告\n{}\n", paragraph(60)));
    }
}
