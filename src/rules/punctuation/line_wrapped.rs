//! Paragraphs whose lines a page broke.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span};

crate::declare_rule! {
    /// 检查什么：段落的每一行都在行末断开（有的中间还夹着页码），像是从PDF或者扫描件里复制来的。
    ///
    /// 为什么：自然段应当连成一段，断开的行换了版面就会在段中折断；检查时已经连成段落，其他问题照常列出。
    ///
    /// 示例：召开会议九次，细化任⏎务三十六项 → 召开会议九次，细化任务三十六项
    ///
    /// 修改：连成段落，夹在中间的页码一并删去。
    ///
    /// 不算：标题、清单等本来就短的行，手工分行不到十来行的。
    "line-wrapped", "行末断开", Punctuation, Info, "GB/T 9704—2012 7.3.3",
    Check::Wraps(check),
}

fn check(doc: &Document, wraps: &[Mark], out: &mut Findings) {
    let runs = wraps.chunk_by(|a, b| a.span().end == b.at);
    let spans: Vec<Span> = runs.filter_map(|run| Some(run.first()?.span().to(run.last()?.span()))).collect();
    let Some(&first) = spans.first() else { return };
    // The last character of the first broken line: a line end cannot be seen.
    let last = doc.text.get(..first.start).and_then(|head| head.chars().next_back()).map_or(0, char::len_utf8);
    let message = format!("段落在行末断开，像是从PDF复制的，全文{}处，检查时已连成段落", spans.len());
    let edits = spans.into_iter().map(Edit::delete).collect();
    out.push(RULE.finding(Span::new(first.start - last, first.start), message).fix(Fix::suggested("连成段落", edits)));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::Options;
    use crate::fix::{Selection, fix};
    use crate::testing::{accepts, flags};

    const PARAGRAPH: &str = "召开会议九次，细化任务三十六项，各部门逐项对照落实，年底前全部完成，群众满意度明显提高。";

    /// Sixteen lines of one paragraph, 23 characters each.
    fn wrapped(end: &str) -> String {
        let chars: Vec<char> = PARAGRAPH.repeat(8).chars().collect();
        let lines: Vec<String> = chars.chunks(23).map(|line| line.iter().collect()).collect();
        lines.join(end) + "\n"
    }

    fn mended(text: &str) -> String {
        fix(text, &Options { only: vec![RULE.id], ..Options::default() }, Selection::All).text
    }

    #[test]
    fn lines_are_told_once_and_joined() {
        for end in ["\n", "\r\n", "\n— 2 —\n"] {
            let text = wrapped(end);
            // The last character of the first line.
            let at = text.find(end).unwrap_or(0);
            let (head, tail) = text.split_at(at);
            let last = head.chars().next_back().unwrap_or(' ');
            flags(&RULE, &format!("{}⟦{last}⟧{tail}", &head[..head.len() - last.len_utf8()]));
            assert_eq!(mended(&text), PARAGRAPH.repeat(8) + "\n", "{end:?}");
        }
    }

    #[test]
    fn accepts_paragraphs_lists_and_a_few_lines() {
        accepts(&RULE, &format!("{PARAGRAPH}\n").repeat(20));
        accepts(&RULE, &"1.召开会议九次，细化任务。\n".repeat(20));
        accepts(&RULE, &wrapped("\n").lines().take(6).collect::<Vec<_>>().join("\n"));
    }
}
