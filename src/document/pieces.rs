//! Lines as they come, before anything is known of them: whole reports on one line, Markdown headings.

use super::{Date, Ordinal, wording};
use crate::text::{Span, is_blank};

/// Characters from which a line may be a whole report whose line ends were lost.
const ONE_LINE: usize = 300;

/// Where a line that holds a whole report is to be cut: behind the title and before signature and date.
pub fn cuts(text: &str, line: Span) -> Vec<usize> {
    let inner = line.of(text);
    // Bytes first: hardly any line is so long.
    if inner.len() < ONE_LINE * 3 || inner.chars().count() < ONE_LINE {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let head: String = inner.chars().take(80).collect();
    // 临政发〔2025〕3号 in front.
    let number =
        head.find('号').map(|at| at + '号'.len_utf8()).filter(|&at| wording::is_document_number(head.get(..at).unwrap_or("")));
    cuts.extend(number.map(|at| line.start + at));
    let number = number.unwrap_or(0);
    // “…情况报告2025年，” too: the title ends with its kind.
    let kinds = head.match_indices("报告").map(|(at, word)| at + word.len());
    let kinds = kinds.filter(|&at| head.get(at..).is_some_and(|rest| !rest.starts_with(['（', '(', '如'])));
    let blanks = head.match_indices(is_blank).map(|(at, _)| at);
    let title = kinds
        .chain(blanks)
        .find(|&at| head.get(number..at).is_some_and(|head| wording::is_title(head.trim_start_matches(is_blank))));
    cuts.extend(title.map(|at| line.start + at));
    let mut end = line.start + inner.trim_end_matches(is_blank).len();
    let mut tail = Vec::new();
    for k in 0..3 {
        let inner = text.get(line.start..end).unwrap_or("");
        let Some((at, c)) = inner.char_indices().rev().find(|&(_, c)| c == '。' || is_blank(c)) else { break };
        // “……30名。桑梓镇人民政府 2026年1月14日”: the name stands directly behind the last sentence.
        let before = line.start + if c == '。' { at + c.len_utf8() } else { at };
        let piece = text.get(before..end).unwrap_or("").trim_start_matches(is_blank);
        if !(wording::is_organ_line(piece) || (k == 0 && is_date_with_organ(piece))) {
            break;
        }
        tail.push(before);
        end = line.start + text.get(line.start..before).unwrap_or("").trim_end_matches(is_blank).len();
    }
    cuts.extend(tail.into_iter().rev());
    cuts
}

/// A date, or a body's name with a date behind it.
fn is_date_with_organ(piece: &str) -> bool {
    let (organ, date) = piece.split_at(piece.find("20").unwrap_or(0));
    Date::parse(date).is_some() && (organ.is_empty() || wording::is_organ_line(organ.trim_end_matches(is_blank)))
}

/// A line of Markdown without its “## ” and the ** of its heading.
pub fn inside_markdown(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let rest = line.trim_start_matches('#');
    let marked = (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(is_blank);
    let span = if marked { Span::new(span.end - rest.trim_start_matches(is_blank).len(), span.end) } else { span };
    inside_bold(text, span)
}

/// A line without the ** around it, or around the heading that opens it: **（一）规范执法。**全年办案…. Else ** may mask a name.
fn inside_bold(text: &str, span: Span) -> Span {
    const BOLD: &str = "**";
    let Some(rest) = span.of(text).strip_prefix(BOLD) else { return span };
    let start = span.start + BOLD.len();
    match rest.find(BOLD) {
        Some(end) if end > 0 && end + BOLD.len() == rest.len() => Span::new(start, start + end),
        Some(_) if Ordinal::read(text, start, span.end).is_some_and(|o| o.mark.is_some() || o.close.is_some()) => {
            Span::new(start, span.end)
        }
        _ => span,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::read;
    use crate::document::{Kind, Part};

    #[test]
    fn markdown_is_read_as_what_it_shows() {
        let text = "# **清溪镇人民政府2025年度法治政府建设情况报告**\n\n**临河县人民政府：**\n\n现将有关情况报告如下：\n\n\
                    ## 一、主要举措和成效\n\n**（一）加强领导。** 召开会议3次。\n\n**（二）规范执法**\n\n办案5件。\n";
        let doc = read(text);
        assert_eq!(doc.organ.as_deref(), Some("清溪镇人民政府"));
        let headings: Vec<&str> = doc.headings.iter().map(|heading| doc.get(heading.title)).collect();
        assert_eq!(headings, ["主要举措和成效", "加强领导", "规范执法"]);
        assert!(doc.blocks.iter().any(|block| block.kind == Kind::Addressee));
        // A name that is masked.
        assert_eq!(read("**镇2025年度工作**项。\n").blocks.first().map(|block| block.span.start), Some(0));
    }

    #[test]
    fn a_report_on_one_line_keeps_its_frame() {
        let filler = "全年各项任务扎实推进，法治政府建设取得新成效。".repeat(8);
        let body = format!(
            "2025年，桑梓镇推进依法行政。现将有关情况报告如下：一、2025年度推进法治政府建设的主要举措和成效（一）加强领导。{filler}\
             二、2025年度推进法治政府建设存在的不足和原因（一）力量不足。主要原因是编制少。三、2026年度推进法治政府建设的主要安排（一）充实力量。"
        );
        for title in
            ["桑梓镇人民政府2025年度法治政府建设年度报告 ", "桑政发〔2026〕3号 桑梓镇人民政府2025年度法治政府建设年度报告"]
        {
            for end in ["桑梓镇人民政府 2026年1月14日", "桑梓镇人民政府2026年1月14日", " 桑梓镇人民政府 2026年1月14日"]
            {
                let text = format!("{title}{body}{end}\n");
                let doc = read(&text);
                assert_eq!(doc.year, Some(2025), "{title}");
                assert_eq!(doc.signature.first().map(|&organ| doc.get(organ)), Some("桑梓镇人民政府"), "{end}");
                assert_eq!(doc.date.and_then(|line| line.date).map(|date| date.iso()).as_deref(), Some("2026-01-14"), "{end}");
                for part in [Part::Achievements, Part::Shortcomings, Part::NextYear] {
                    assert!(doc.part(part).heading.is_some(), "{part:?}");
                }
            }
        }
    }
}
