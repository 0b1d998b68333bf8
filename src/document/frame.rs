//! Front and end matter: title, document number, addressee, signature, date, residue.

use super::{Block, Date, DateLine, Document, Kind, Ordinal, OrdinalStyle, Title, date, pieces, residue, trim, wording};
use crate::text::{Span, chars, fold, is_blank};

/// How many lines above the body are looked at for front matter.
const FRONT: usize = 60;
/// How many lines are looked at for end matter.
const END: usize = 14;

/// Makes one block per line that is not blank and sorts out what surrounds the body.
pub fn read(doc: &mut Document) {
    let text = doc.text;
    for &line in &doc.scan.lines {
        let mut from = line.start;
        for to in pieces::cuts(text, line).into_iter().chain([line.end]) {
            let line = Span::new(std::mem::replace(&mut from, to), to);
            let span = trim(text, pieces::inside_markdown(text, trim(text, line)));
            if !span.is_empty() {
                doc.blocks.push(Block { line, span, kind: Kind::Paragraph, heading: None, part: None });
            }
        }
    }
    let start = front(doc);
    let end = end(doc, start);
    doc.body = start..end.max(start);
}

/// Sorts the leading blocks; gives the first block of the body.
fn front(doc: &mut Document) -> usize {
    let limit = doc.blocks.len().min(FRONT);
    // Furniture counts only in one run from the top, which a title may interrupt.
    let mut last_residue = None;
    for i in 0..limit {
        let text = line(doc, i);
        if residue::is_residue(text) {
            last_residue = Some(i);
        } else if opens_body(text) {
            break;
        }
    }
    let title_below = title_below(doc, limit);
    let mut i = 0;
    let mut body_began = false;
    while i < limit && !body_began {
        let text = line(doc, i);
        if residue::is_residue(text) && last_residue.is_some_and(|last| i <= last) {
            set(doc, i, Kind::Residue);
        } else if let Some(len) =
            title_at(doc, i, limit).filter(|_| !is_page_line(doc, i, title_below)).or_else(|| plain_title_at(doc, i))
        {
            (i..i + len).for_each(|k| set(doc, k, Kind::Title));
            // A page's heading may leave out the body that the title itself names.
            let found = title(doc, i..i + len);
            if doc.title.as_ref().is_none_or(|old| lacks_organ_of(old, &found)) {
                doc.title = Some(found);
            }
            i += len;
            continue;
        } else if is_value(doc, i) {
            set(doc, i, Kind::Residue);
        } else if wording::is_document_number(text) {
            set(doc, i, Kind::DocNumber);
        } else if is_under_title_date(text) {
            let span = doc.blocks.get(i).map_or(Span::default(), |block| block.span);
            let inner = text.trim_matches(['（', '）', '(', ')']);
            doc.date = Some(DateLine {
                span: Span::new(
                    span.start + text.find(inner).unwrap_or(0),
                    span.start + text.find(inner).unwrap_or(0) + inner.len(),
                ),
                date: Date::parse(inner),
            });
            set(doc, i, Kind::Date);
        } else if wording::is_masthead(text) || wording::is_document_mark(text) {
            // 发文机关标志, 份号, 密级.
            set(doc, i, Kind::Note);
        } else if fold_starts(text, "签发人：")
            || fold_starts(text, "签发：")
            || (doc.title.is_some() && (wording::is_session_line(text) || is_speaker(doc, i)))
        {
            set(doc, i, Kind::Note);
        } else if wording::is_addressee(text) && !is_repeated_signature(doc, i) {
            set(doc, i, Kind::Addressee);
        } else if doc.title.is_some() && wording::is_organ_line(text) && i + 1 < limit {
            // The signing body under the title.
            let span = doc.blocks.get(i).map_or(Span::default(), |block| block.span);
            doc.signature.push(span);
            set(doc, i, Kind::Signature);
        } else if last_residue.is_some_and(|last| i < last) && text.chars().count() <= 40 && !text.ends_with('。') {
            set(doc, i, Kind::Residue);
        } else if title_below.is_some_and(|at| i < at) {
            // 征求意见稿, 仅供内部参阅, 中共清溪镇委员会 are words on the document.
            let own = text.contains(['稿', '阅', '密', '急', '附']) || wording::is_organ_line(text);
            set(doc, i, if own { Kind::Note } else { Kind::Residue });
        } else {
            body_began = true;
            continue;
        }
        i += 1;
    }
    i
}

fn line<'t>(doc: &Document<'t>, i: usize) -> &'t str {
    doc.blocks.get(i).map_or("", |block| doc.get(block.span))
}

fn set(doc: &mut Document, i: usize, kind: Kind) {
    if let Some(block) = doc.blocks.get_mut(i) {
        block.kind = kind;
    }
}

fn fold_starts(text: &str, prefix: &str) -> bool {
    text.chars().map(fold).zip(prefix.chars()).filter(|(a, b)| a == b).count() == prefix.chars().count()
}

/// Whether the body certainly begins here: a level-1 number or a long sentence.
fn opens_body(text: &str) -> bool {
    let numbered = Ordinal::read(text, 0, text.len()).is_some_and(|o| o.style == OrdinalStyle::Han && o.mark.is_some());
    numbered || (text.chars().count() > 60 && text.contains(['。', '，', ',']))
}

/// The line under a session line: 区司法局局长　王某某.
fn is_speaker(doc: &Document, i: usize) -> bool {
    let under = i.checked_sub(1).is_some_and(|above| wording::is_session_line(line(doc, above)));
    let text = line(doc, i);
    under && text.chars().count() <= 30 && text.chars().all(|c| chars::is_han(c) || is_blank(c))
}

/// Whether block `i` is the value of a field of the page that stands on the line above.
fn is_value(doc: &Document, i: usize) -> bool {
    let above = i.checked_sub(1).and_then(|above| doc.blocks.get(above)).filter(|block| block.kind == Kind::Residue);
    let text = line(doc, i);
    above.is_some_and(|block| residue::is_bare_field(doc.get(block.span)))
        && text.chars().count() <= 40
        && !text.contains(['。', '，', ','])
        && !wording::is_addressee(text)
}

/// The title that is whole by itself and stands below other lines of the page, before the text begins.
fn title_below(doc: &Document, limit: usize) -> Option<usize> {
    let page =
        |text: &str| residue::is_residue(text) || (text.chars().count() <= 40 && !opens_body(text) && !text.ends_with('。'));
    for k in 0..limit {
        let text = line(doc, k);
        if is_whole_title(text) || is_broken_title(doc, k) {
            return Some(k).filter(|&at| at > 0);
        }
        if !page(text) {
            return None;
        }
    }
    None
}

/// Whether block `i` stands above the title and names no body: a title is not to begin with it.
fn is_page_line(doc: &Document, i: usize, title_below: Option<usize>) -> bool {
    let text = line(doc, i);
    let named = text.starts_with("中共") || super::Profile::of_name(text).is_some() || wording::is_title(text);
    title_below.is_some_and(|at| i < at) && !named
}

/// Whether a line is a title that begins with the body's name.
fn is_whole_title(text: &str) -> bool {
    let tight: String = text.chars().filter(|&c| !is_blank(c)).collect();
    wording::is_title(&tight) && super::organ_of_title(&tight).is_some_and(|name| super::Profile::of_name(&name).is_some())
}

/// Whether a title that begins with the body's name and the year is broken behind block `i`.
fn is_broken_title(doc: &Document, i: usize) -> bool {
    let head: String = line(doc, i).chars().filter(|&c| !is_blank(c)).collect();
    let begins = || super::organ_of_title(&head).is_some_and(|name| super::Profile::of_name(&name).is_some());
    head.contains("20") && !wording::is_title(&head) && begins() && title_at(doc, i, (i + 2).min(doc.blocks.len())) == Some(2)
}

fn is_under_title_date(text: &str) -> bool {
    text.chars().count() <= 16 && Date::parse(text.trim_matches(['（', '）', '(', ')'])).is_some()
}

/// An addressee has no line like it elsewhere; a signature at the very start would.
fn is_repeated_signature(doc: &Document, i: usize) -> bool {
    doc.blocks.get(i).is_none_or(|block| doc.get(block.span).chars().count() > 80)
}

/// The number of lines of the title that starts at block `i`.
fn title_at(doc: &Document, i: usize, limit: usize) -> Option<usize> {
    let mut joined = String::new();
    for len in 1..=3 {
        let block = doc.blocks.get(i + len - 1).filter(|_| i + len <= limit)?;
        let filled = wording::filled(doc.get(block.span));
        let text = if doc.title.is_none() { wording::without_end_mark(&filled) } else { filled.as_ref() };
        if text.chars().count() > 70
            || opens_body(text)
            || residue::is_residue(text)
            || wording::is_document_number(text)
            || wording::is_addressee(text)
        {
            return None;
        }
        let whole = format!("{joined}{text}");
        // A title of several lines may end in a mark as one of one line does.
        let text = if len > 1 && doc.title.is_none() && wording::without_end_mark(&whole).len() < whole.len() {
            wording::without_end_mark(&whole).get(joined.len()..).unwrap_or(text)
        } else {
            text
        };
        if text.contains(['。', '；']) || text.chars().map(fold).any(|c| c == '：') {
            return None;
        }
        joined.extend(text.chars().filter(|&c| !is_blank(c)));
        if wording::is_title(&joined) {
            // A line that is a whole title by itself needs no line of the page's above it.
            let whole = len > 1 && wording::is_title(text) && super::organ_of_title(text).is_some();
            return (!whole).then_some(len);
        }
    }
    None
}

/// One line, where block `i` is the first of the text and a title in other words.
fn plain_title_at(doc: &Document, i: usize) -> Option<usize> {
    let first = doc.title.is_none() && doc.blocks.iter().take(i).all(|block| block.kind == Kind::Residue);
    let tight: String = line(doc, i).chars().filter(|&c| !is_blank(c)).collect();
    (first && wording::is_plain_title(&tight)).then_some(1)
}

fn title(doc: &Document, blocks: std::ops::Range<usize>) -> Title {
    let spans: Vec<Span> = blocks.clone().filter_map(|i| Some(doc.blocks.get(i)?.span)).collect();
    let span = spans.iter().copied().reduce(Span::to).unwrap_or_default();
    let text = spans.iter().flat_map(|s| doc.get(*s).chars()).filter(|&c| !is_blank(c)).collect();
    Title { blocks, span, text }
}

/// Whether `old` is `full` without the body at its beginning.
fn lacks_organ_of(old: &Title, full: &Title) -> bool {
    let organ = full.text.strip_suffix(old.text.as_str()).filter(|organ| !organ.is_empty());
    organ.is_some() && super::organ_of_title(&old.text).is_none() && super::organ_of_title(&full.text).is_some()
}

/// Sorts the trailing blocks; gives one past the last block of the body.
fn end(doc: &mut Document, start: usize) -> usize {
    let count = doc.blocks.len();
    let mut i = count;
    // Furniture below the text.
    while i > start && doc.blocks.get(i - 1).is_some_and(|block| residue::is_residue(doc.get(block.span))) {
        i -= 1;
        set(doc, i, Kind::Residue);
    }
    let Some(date_at) = find_date(doc, start, i) else {
        return organs_above(doc, start, i, i);
    };
    for k in date_at + 1..i {
        set(doc, k, Kind::Note);
    }
    let Some(block) = doc.blocks.get(date_at) else { return i };
    let (span, text) = (block.span, doc.get(block.span));
    let date_start = date_in(text).unwrap_or(0);
    let date_span = if in_brackets(text).is_some() {
        Span::new(
            span.start + text.chars().next().map_or(0, char::len_utf8),
            span.end - text.chars().last().map_or(0, char::len_utf8),
        )
    } else {
        Span::new(span.start + date_start, span.end)
    };
    doc.date = Some(DateLine { span: date_span, date: Date::parse(doc.get(date_span)) });
    if date_start > 0 {
        let organ = trim(doc.text, Span::new(span.start, span.start + date_start));
        doc.signature.insert(0, organ);
        set(doc, date_at, Kind::Signature);
    } else {
        set(doc, date_at, Kind::Date);
    }
    let signed = doc.signature.len();
    let end = organs_above(doc, start, date_at, i);
    if date_start == 0 && doc.signature.len() == signed {
        organs_below(doc, date_at, i);
    }
    end
}

/// Marks the signing bodies below the date, where they changed places with it.
fn organs_below(doc: &mut Document, date_at: usize, end: usize) {
    for i in date_at + 1..end.min(date_at + 4) {
        let Some(block) = doc.blocks.get(i).filter(|block| wording::is_organ_line(&wording::filled(doc.get(block.span)))) else {
            return;
        };
        doc.signature.push(block.span);
        set(doc, i, Kind::Signature);
    }
}

/// The block of the signature date: among the last lines, or further up where a body's name stands above it.
fn find_date(doc: &Document, start: usize, end: usize) -> Option<usize> {
    let text = |i: usize| doc.blocks.get(i).map_or("", |block| doc.get(block.span));
    let is_date = |i: usize| date_in(text(i)).is_some();
    let lowest = start.max(end.saturating_sub(END));
    (lowest..end).rev().find(|&i| is_date(i)).or_else(|| {
        let half = start + (end - start) / 2;
        (half..end).rev().find(|&i| i > start && is_date(i) && wording::is_organ_line(text(i - 1)))
    })
}

/// Where in a line the date starts that ends it: 0 for a line that is a date, the offset behind a body's name otherwise.
fn date_in(text: &str) -> Option<usize> {
    if text.chars().count() > 60 {
        return None;
    }
    if Date::parse(text).is_some()
        || in_brackets(text).is_some()
        || wording::is_unfilled_date(text)
        || date::is_damaged(text)
        || date::is_without_day(text)
    {
        return Some(0);
    }
    let at = text.find(['1', '2', '２', '二'])?;
    let head = text.get(..at)?;
    let tail = text.get(at..)?;
    let dated = Date::parse(tail).is_some() || date::is_without_day(tail);
    (wording::is_organ_line(head.trim_end_matches(is_blank)) && dated).then_some(at)
}

/// The date that stands alone between brackets: （2026年1月20日）.
fn in_brackets(text: &str) -> Option<Date> {
    Date::parse(text.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?)
}

/// Marks the signing bodies and the attachment note above block `below`; gives the end of the body.
fn organs_above(doc: &mut Document, start: usize, below: usize, end: usize) -> usize {
    let mut i = below;
    while i > start && below - i < 3 {
        let Some(block) = doc.blocks.get(i - 1) else { break };
        if !wording::is_organ_line(&wording::filled(doc.get(block.span))) {
            break;
        }
        i -= 1;
        doc.signature.insert(0, block.span);
        set(doc, i, Kind::Signature);
    }
    if i == below && doc.date.is_none() && below == end {
        // Neither date nor body: a date may still stand above other trailing lines.
        return end;
    }
    let lowest = start.max(i.saturating_sub(END));
    let note = (lowest..i).find(|&k| doc.blocks.get(k).is_some_and(|block| is_attachment_note(doc.get(block.span))));
    if let Some(note) = note {
        (note..i).for_each(|k| set(doc, k, Kind::AttachmentNote));
        return note;
    }
    i
}

fn is_attachment_note(text: &str) -> bool {
    let mut rest = text.strip_prefix("附件").unwrap_or("").chars();
    rest.next().is_some_and(|c| fold(c) == '：' || c.is_ascii_digit() || is_blank(c))
        && text.chars().count() < 80
        && !chars::ends_sentence(text.chars().last().unwrap_or(' '))
}

#[cfg(test)]
mod tests {
    const REST: &str = "\n\n2025年，清溪镇深入学习贯彻习近平法治思想。现将有关情况报告如下：\n\n一、主要成效\n\n审查文件3件。\n";

    #[test]
    fn lines_of_the_page_above_a_title_are_the_pages() {
        let title = "清溪镇2025年度法治政府建设情况报告";
        for above in [
            "新闻中心",
            "信息快报\n\n日期：2026-01-20",
            "今天是:\n中国政府网|繁体|无障碍\n2026-01-20 17:01  |  临河县司法局",
            "本站搜索：热词\n政务要闻\n基层动态",
            "登录 | 注册\n• 法治政府\n• 索引号\nqxz/2026-003\n• 发布机构\n清溪镇\n• 文号\n• 发布日期\n2026-01-20\n• 时效性\n有效",
            "目录名称:其他文件发布机构:\n发布日期: 文号:\n效用状态:有效",
            "| 清溪镇2025年度法治政府建设情况报告 |",
        ] {
            let text = format!("{above}\n\n{title}{REST}");
            let read = crate::check::read(&text);
            assert_eq!(read.title.as_ref().map(|found| found.text.as_str()), Some(title), "{above}");
            assert!(read.date.is_none() && read.sections.len() == 1, "{above}");
        }
        let broken = "信息快报\n清溪镇2025年度法治政府\n建设情况报告";
        let text = format!("{broken}{REST}");
        assert_eq!(crate::check::read(&text).title.as_ref().map(|found| found.text.as_str()), Some(title));
        // Party and government above one another are the title's.
        for above in ["中共清溪镇委员会", "临河县人民政府"] {
            let text = format!("{above}\n{title}{REST}");
            let read = crate::check::read(&text);
            assert!(read.blocks.first().is_some_and(|block| block.kind != super::Kind::Residue), "{above}");
        }
    }

    #[test]
    fn a_date_under_the_title_is_the_reports() {
        let text = format!("清溪镇2025年度法治政府建设情况报告\n（2026年1月20日）{REST}");
        assert!(crate::check::read(&text).date.is_some());
    }
}
