//! Marks in the title.

use super::pairs::PAIRS;
use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Mark, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：标题中间有逗号、句号、分号、冒号，或者末尾有标点。
    ///
    /// 为什么：公文标题除法规、规章名称加书名号外，一般不用标点；标题末尾不加点号。
    ///
    /// 示例：清溪镇2025年度法治政府建设情况报告。 → 清溪镇2025年度法治政府建设情况报告
    ///
    /// 修改：删去末尾的标点；中间的，改写标题。
    ///
    /// 不算：书名号、引号、括号、破折号以及它们里面的标点，并列机关之间的顿号、空格，数字中的标点。
    "title-punct", "标题内标点", Punctuation, Warning, "GB/T 15834—2011 附录B.4",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(title) = &doc.title else { return };
    for i in title.blocks.clone() {
        let Some(block) = doc.blocks.get(i) else { continue };
        let text = doc.get(block.span);
        let kept = text.trim_end_matches(|c| is_point(c) || is_blank(c)).len();
        let last = i + 1 == title.blocks.end;
        let mut depth = 0usize;
        for &mark in doc.marks(block.span) {
            if PAIRS.iter().any(|pair| pair.0 == fold(mark.char)) {
                depth += 1;
            } else if PAIRS.iter().any(|pair| pair.1 == fold(mark.char)) {
                depth = depth.saturating_sub(1);
            }
            if depth > 0 || !is_point(mark.char) || is_in_number(doc, mark) {
                continue;
            }
            let finding = RULE.finding(mark.span(), format!("标题里一般不用“{}”", mark.char));
            out.push(if last && mark.at >= block.span.start + kept {
                finding.fix(Fix::safe(format!("删去“{}”", mark.char), vec![Edit::delete(mark.span())]))
            } else {
                finding
            });
        }
    }
}

fn is_point(c: char) -> bool {
    matches!(fold(c), '，' | '。' | '；' | '：' | '！' | '？' | '、' | '.')
}

/// Whether a mark belongs to a number or a list of names: 2025.12, 1,200; 、 between names is right.
fn is_in_number(doc: &Document, mark: Mark) -> bool {
    let after = doc.text.get(mark.span().end..).and_then(|rest| rest.chars().next());
    let ends = after.is_none_or(|c| c == '\n' || c == '\r' || is_blank(c));
    mark.char.is_ascii() && after.is_some_and(|c| c.is_ascii_digit()) || (mark.char == '、' && !ends)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn titled(title: &str) -> String {
        format!("{title}\n\n临河县人民政府：\n\n2025年，清溪镇扎实推进依法行政。\n\n一、主要举措和成效\n\n办结3件。\n")
    }

    #[test]
    fn flags_marks_in_and_behind_the_title() {
        flags(&RULE, &titled("清溪镇人民政府2025年度法治政府建设情况报告⟦。⟧"));
        flags(&RULE, &titled("清溪镇人民政府\n关于2025年度推进法治政府建设情况的\n报告⟦。⟧"));
        flags(&RULE, &titled("清溪镇人民政府关于2025年度法治政府建设情况的报告⟦：⟧"));
        flags(&RULE, &titled("清溪镇人民政府⟦，⟧2025年度法治政府建设情况报告"));
        flags(&RULE, &titled("关于2025年度⟦,⟧推进法治政府建设情况的报告"));
        fixes(
            &RULE,
            &titled("清溪镇人民政府2025年度法治政府建设情况报告。"),
            &titled("清溪镇人民政府2025年度法治政府建设情况报告"),
        );
    }

    #[test]
    fn accepts_marks_that_names_need() {
        accepts(&RULE, &titled("清溪镇人民政府2025年度法治政府建设情况报告"));
        accepts(&RULE, &titled("中共清溪镇委员会、清溪镇人民政府2025年度法治政府建设情况报告（公开稿）"));
        accepts(&RULE, &titled("清溪镇关于贯彻落实《法治政府建设实施纲要》推进“法治清溪”建设情况的报告"));
        accepts(&RULE, &titled("新江湾城街道法治政府建设工作报告2024.12.12"));
    }

    #[test]
    fn takes_no_sentence_for_a_title() {
        accepts(&RULE, "现将法治政府建设情况报告。\n\n一、主要举措和成效\n\n办结3件。\n");
        accepts(&RULE, "2025年，清溪镇认真开展法治政府建设工作总结。\n\n一、主要举措和成效\n\n办结3件。\n");
    }
}
