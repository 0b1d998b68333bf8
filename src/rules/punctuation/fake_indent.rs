//! Paragraphs indented with blanks.

use super::context::{Place, Places, head};
use crate::diagnostic::Edit;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Span, is_blank};

crate::declare_rule! {
    /// 检查什么：用半角空格、不间断空格、制表符或者字数不对的全角空格做段首缩进。
    ///
    /// 为什么：正文每个自然段左空二字，由排版格式设置；用空格顶出来的缩进宽窄不一，复制时还会变成乱码。
    ///
    /// 示例：段首有7个空格 → 删去，改用首行缩进
    ///
    /// 修改：删去段首空格（纯文本可用两个全角空格）。
    ///
    /// 不算：段首恰好两个全角空格；标题、落款、日期、附件说明、表格和居中的短行。
    "fake-indent", "用空格/不间断空格缩进", Punctuation, Info, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

/// The indent of a paragraph in plain text: two full-width blanks.
const INDENT: &str = "\u{3000}\u{3000}";

/// A short line with so many blanks in front is centred, not indented.
const CENTRED: usize = 12;

fn check(doc: &Document, out: &mut Findings) {
    let mut places = Places::new(&RULE);
    for (_, block) in doc.body_blocks() {
        if let Some(span) = indent(doc, block) {
            places.push(Place {
                span,
                edits: vec![Edit::delete(span)],
                safe: true,
                message: format!(
                    "“{}”前面有{}，段首缩进通常由格式设置，不用空格",
                    opening(doc, block),
                    describe(span.of(doc.text))
                ),
            });
        }
    }
    places.tell("删去段首空格", |n| format!("共有{n}段用空格缩进，段首缩进通常由格式设置，不用空格"), out);
}

/// The blanks in front of a paragraph, where they are no right indent.
fn indent(doc: &Document, block: &Block) -> Option<Span> {
    let span = Span::new(block.line.start, block.span.start);
    // A block cut out of a longer line does not begin a line.
    let begins_line = doc.text.get(..block.line.start).is_none_or(|text| text.is_empty() || text.ends_with(['\n', '\r']));
    // A Markdown heading has its “## ” there.
    let blank = span.of(doc.text).chars().all(is_blank);
    if span.is_empty() || !blank || !block.is_running() || !begins_line || span.of(doc.text) == INDENT {
        return None;
    }
    let text = doc.get(block.span);
    let centred = span.of(doc.text).chars().count() >= CENTRED && head(text, 31).len() == text.len();
    let marked_up = text.starts_with(['-', '*', '#', '|', '>', '+', '•']);
    let table = doc.marks(block.span).iter().any(|m| matches!(m.char, '\t' | '|' | '│'));
    (!centred && !marked_up && !table).then_some(span)
}

fn opening<'t>(doc: &Document<'t>, block: &Block) -> &'t str {
    head(doc.get(block.span), 8)
}

/// 7个空格, 3个不间断空格和1个空格.
fn describe(blanks: &str) -> String {
    let kinds = [("全角空格", '\u{3000}'), ("不间断空格", '\u{A0}'), ("制表符", '\t')];
    let mut parts: Vec<String> = kinds
        .iter()
        .filter_map(|&(name, kind)| Some((name, blanks.chars().filter(|&c| c == kind).count())).filter(|(_, n)| *n > 0))
        .map(|(name, n)| format!("{n}个{name}"))
        .collect();
    let others = blanks.chars().filter(|c| !kinds.iter().any(|(_, kind)| kind == c)).count();
    if others > 0 {
        parts.push(format!("{others}个空格"));
    }
    parts.join("和")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(paragraphs: &str) -> String {
        format!(
            "清溪镇2025年度法治政府建设情况报告\n\n一、主要举措和成效\n{paragraphs}\n                                        清溪镇人民政府\n                                        2026年1月20日\n"
        )
    }

    #[test]
    fn flags_blanks_that_fake_an_indent() {
        flags(
            &RULE,
            &report("⟦\u{A0}\u{A0}\u{A0} ⟧全镇推进依法行政。\n⟦    ⟧（一）加强组织领导。全镇召开会议3次。\n⟦\t⟧落实执法责任制。"),
        );
        flags(&RULE, &report("⟦\u{3000}⟧全镇推进依法行政，全年没有发生行政败诉案件。"));
        fixes(&RULE, &report("    全镇推进依法行政。"), &report("全镇推进依法行政。"));
    }

    #[test]
    fn many_are_told_together() {
        flags(&RULE, &report("⟦    ⟧全镇推进依法行政。\n    召开会议3次。\n    开展培训4期。\n    覆盖120人次。"));
    }

    #[test]
    fn accepts_the_plain_text_indent_and_lines_that_are_no_paragraphs() {
        accepts(&RULE, &report("　　全镇推进依法行政。\n　　召开会议3次。"));
        accepts(&RULE, &report("全镇推进依法行政。\n                      （公开稿）"));
        accepts(&RULE, &report("## （一）加强领导\n全镇推进依法行政。"));
        accepts(&RULE, &report("全镇推进依法行政。\n    | 村 | 32 |\n  - 加强学习"));
        accepts(
            &RULE,
            "    清溪镇2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n成效明显。\n\n附件：1.统计表\n      2.目录\n\n清溪镇人民政府\n2026年1月20日\n",
        );
    }
}
