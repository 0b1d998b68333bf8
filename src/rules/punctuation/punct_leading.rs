//! A paragraph that begins with a mark that cannot stand there.

use super::pairs::PAIRS;
use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：一段的开头是“，”“。”“、”“；”“：”或者“）”“》”“””等标点。
    ///
    /// 为什么：点号和标号的后一半不出现在一行之首；多为删改后遗留，或者句中误换了行。
    ///
    /// 示例：，推进依法行政。 → 推进依法行政。
    ///
    /// 修改：删去段首的标点；上一段没有写完的，与上一段连起来。
    ///
    /// 不算：段首的左引号、左书名号、左括号、破折号、省略号和项目符号，“1）”“一）”一类序号。
    "punct-leading", "段首标点", Punctuation, Error, "GB/T 15834—2011 5.1",
    Check::Block(check),
}

fn check(doc: &Document, block: &Block, out: &mut Findings) {
    let text = doc.get(block.span);
    if !text.starts_with(cannot_lead) || !begins_line(doc, block) {
        return;
    }
    let marks: usize = text.chars().take_while(|&c| cannot_lead(c) || is_blank(c)).map(char::len_utf8).sum();
    let run = text.get(..marks).unwrap_or("").trim_end_matches(is_blank);
    let rest = text.get(marks..).unwrap_or("");
    // A line of marks alone is drawn, not written; a full-width colon in front may be a smile.
    if rest.is_empty() && text.chars().count() > 2 {
        return;
    }
    let span = Span::new(block.span.start, block.span.start + run.len());
    let finding = RULE.finding(span, format!("段首不应是“{run}”"));
    let above = above(doc, block);
    let first = run.chars().next().unwrap_or(' ');
    let broken = above.filter(|above| is_unfinished(doc, above, first));
    let delete = vec![Edit::delete(Span::new(block.span.start, block.span.start + marks))];
    out.push(match broken {
        // The line was broken inside a sentence.
        Some(above) => {
            let gap = Span::new(above.span.end, block.span.start);
            finding
                .fix(Fix::suggested("与上一段连起来", vec![Edit::delete(gap)]))
                .fix(Fix::suggested(format!("删去“{run}”"), delete))
        }
        // In front of 、 a number may be lost, and a closing mark may close what the paragraph above opened.
        None if matches!(first, '、' | '：' | ':') || !is_point(first) => {
            finding.fix(Fix::suggested(format!("删去“{run}”"), delete))
        }
        None => finding.fix(Fix::safe(format!("删去“{run}”"), delete)),
    });
}

/// Points and closing marks.
fn cannot_lead(c: char) -> bool {
    is_point(c) || PAIRS.iter().any(|pair| pair.1 == fold(c))
}

fn is_point(c: char) -> bool {
    matches!(fold(c), '，' | '。' | '、' | '；' | '：' | '？' | '！')
}

/// Whether the block is the first of its line.
fn begins_line(doc: &Document, block: &Block) -> bool {
    doc.text.get(..block.span.start).is_some_and(|head| {
        let head = head.trim_end_matches(is_blank);
        head.is_empty() || head.ends_with(['\n', '\r'])
    })
}

/// The paragraph or heading just above.
fn above<'d>(doc: &'d Document, block: &Block) -> Option<&'d Block> {
    let above = doc.block_at(block.line.start)?.checked_sub(1).and_then(|i| doc.blocks.get(i))?;
    above.is_running().then_some(above)
}

/// Whether `above` is a sentence that the mark `first` can go on with.
fn is_unfinished(doc: &Document, above: &Block, first: char) -> bool {
    let text = doc.get(above.span);
    let ended = text.ends_with(|c: char| is_point(c) || chars::ends_sentence(c));
    let opened = PAIRS.iter().find(|pair| pair.1 == fold(first)).map(|pair| {
        text.chars().map(fold).filter(|&c| c == pair.0).count() > text.chars().map(fold).filter(|&c| c == pair.1).count()
    });
    match opened {
        Some(opened) => opened,
        None => !ended && (above.kind == Kind::Paragraph || doc.heading_of(above).is_some_and(|heading| heading.run_in)),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn body(text: &str) -> String {
        format!("清溪镇2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n{text}\n\n清溪镇人民政府\n2026年1月20日\n")
    }

    #[test]
    fn flags_points_and_closing_marks() {
        for mark in ["，", "。", "、", "；", "：", "）", "》", "”", ",", "！", "。，"] {
            flags(&RULE, &body(&format!("⟦{mark}⟧全镇扎实推进依法行政。")));
        }
        flags(&RULE, &body("　　⟦，⟧全镇扎实推进依法行政。"));
        flags(&RULE, &body("办结案件37件。\n⟦；⟧化解纠纷15件。"));
    }

    #[test]
    fn deletes_the_mark_or_joins_the_lines() {
        fixes(&RULE, &body("。全镇扎实推进依法行政。"), &body("全镇扎实推进依法行政。"));
        fixes(&RULE, &body("全镇扎实推进依法行政\n，办结案件37件。"), &body("全镇扎实推进依法行政，办结案件37件。"));
        fixes(
            &RULE,
            &body("学习《法治政府建设实施纲要\n》，推进依法行政。"),
            &body("学习《法治政府建设实施纲要》，推进依法行政。"),
        );
    }

    #[test]
    fn accepts_what_may_open_a_paragraph() {
        for text in [
            "“三项制度”全面落实。",
            "《民法典》宣传有序开展。",
            "（一）加强领导。",
            "——坚持依法行政。",
            "……",
            "·加强领导",
            "1）加强领导。",
            "一）加强领导。",
            "【经验】成效明显。",
        ] {
            accepts(&RULE, &body(text));
        }
        accepts(&RULE, &body("）））））））"));
    }
}
