//! Straight quotation marks around Chinese words.

use super::context::{Place, Places, before, head, is_chinese, touches_chinese};
use crate::diagnostic::Edit;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, sort_by_number};

crate::declare_rule! {
    /// 检查什么：中文词语外面用直引号（" 或 '）。
    ///
    /// 为什么：中文的引号分左右，外层用“ ”，引号里面再用引号时用‘ ’。
    ///
    /// 示例："三项制度" → “三项制度”
    ///
    /// 修改：改为左右成对的弯引号。
    ///
    /// 不算：英寸（55"）、英文省字号（People's）、代码和纯英文内容。
    "straight-quotes", "直引号", Punctuation, Warning, "GB/T 15834—2011 4.8",
    Check::Marks(&['"', '＂', '\'', '＇'], check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let mut places = Places::new(&RULE);
    for (_, block, _) in doc.by_block(marks) {
        look(doc, block, doc.marks(block.span), &mut places);
    }
    places.tell("改为弯引号", |n| format!("直引号用在中文里，共{n}处，应改用“ ”"), out);
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '＂')
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '＇')
}

fn look(doc: &Document, block: &Block, marks: &[Mark], places: &mut Places) {
    let text = doc.text;
    let mut open: Option<Mark> = None;
    let mut single: Option<Mark> = None;
    let mut found = Vec::new();
    for &mark in marks {
        match mark.char {
            '“' => open = Some(mark),
            '”' => {
                // "三项制度” was opened straight.
                if let Some(start) = open.take().filter(|m| is_double(m.char)) {
                    found.extend(quoted(text, block.span, start, mark, ['“', '”']));
                }
            }
            c if is_double(c) => match open.take() {
                Some(start) => found.extend(quoted(text, block.span, start, mark, ['“', '”'])),
                // 55" is a size.
                None if before(text, block.span.start, mark.at).is_some_and(|c| c.is_ascii_digit()) => {}
                None => open = Some(mark),
            },
            c if is_single(c) => match single.take() {
                Some(start) => {
                    let pair = if open.is_some() { ['‘', '’'] } else { ['“', '”'] };
                    found.extend(quoted(text, block.span, start, mark, pair));
                }
                // People's, 5'.
                None if before(text, block.span.start, mark.at).is_some_and(|c| c.is_ascii_alphanumeric()) => {}
                None => single = Some(mark),
            },
            _ => {}
        }
    }
    let lone = open.filter(|m| is_double(m.char) && touches_chinese(text, block.span, m.span()));
    // Where one is left over, which belong together is a guess.
    let safe = lone.is_none();
    found.iter_mut().for_each(|place: &mut Place| place.safe = safe && !crosses(marks, place.span));
    found.extend(lone.map(|mark| Place {
        span: mark.span(),
        edits: Vec::new(),
        safe: false,
        message: format!("直引号“{}”没有成对，应改用成对的“ ”", mark.char),
    }));
    sort_by_number(&mut found, |place| (place.span.start as u64) << 32 | place.span.end as u64);
    // Quotation marks inside others were mended with them only if they lie apart.
    found.into_iter().for_each(|place| places.push(place));
}

/// Whether other quotation marks begin inside the pair at `span` and end outside, or the other way round.
fn crosses(marks: &[Mark], span: Span) -> bool {
    let from = marks.partition_point(|mark| mark.at <= span.start);
    let (mut depth, mut double, mut single) = (0_usize, false, false);
    for mark in marks.iter().skip(from).take_while(|mark| mark.span().end < span.end) {
        match mark.char {
            '“' | '‘' => depth += 1,
            '”' | '’' if depth == 0 => return true,
            '”' | '’' => depth -= 1,
            c if is_double(c) => double = !double,
            c if is_single(c) => single = !single,
            _ => {}
        }
    }
    depth > 0 || double || single
}

/// The pair as a place, where it stands in Chinese text.
fn quoted(text: &str, block: Span, open: Mark, close: Mark, [left, right]: [char; 2]) -> Option<Place> {
    let span = open.span().to(close.span());
    let inner = Span::new(open.span().end, close.at);
    let content = head(inner.of(text), 60);
    if content.is_empty() || !(content.chars().any(is_chinese) || touches_chinese(text, block, span)) {
        return None;
    }
    let edit = |mark: Mark, curly: char| (!matches!(mark.char, '“' | '”')).then(|| Edit::replace(mark.span(), curly));
    Some(Place {
        span,
        edits: edit(open, left).into_iter().chain(edit(close, right)).collect(),
        safe: true,
        message: format!("“{}”外面用了直引号，应改用{left} {right}", head(content, 20)),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_straight_marks_around_chinese_words() {
        flags(&RULE, "落实⟦\"三项制度\"⟧，推进⟦'放管服'⟧改革。");
        fixes(&RULE, "落实\"三项制度\"，开展\"12.4\"宪法宣传。", "落实“三项制度”，开展“12.4”宪法宣传。");
        fixes(&RULE, "坚持“谁执法谁普法\"原则。", "坚持“谁执法谁普法”原则。");
        fixes(&RULE, "学习\"新时代'枫桥经验'\"。", "学习“新时代‘枫桥经验’”。");
    }

    #[test]
    fn many_are_told_together() {
        flags(&RULE, "⟦\"一\"⟧、\"二\"、\"三\"、\"四\"级风险。");
        fixes(&RULE, "\"一\"、\"二\"、\"三\"、\"四\"级风险。", "“一”、“二”、“三”、“四”级风险。");
    }

    #[test]
    fn flags_a_mark_left_over() {
        flags(&RULE, "落实⟦\"⟧三项制度，推进改革。");
    }

    #[test]
    fn accepts_sizes_code_and_english() {
        accepts(&RULE, "配备55\"显示屏2块、65\"显示屏1块。");
        accepts(&RULE, "接口返回 {\"code\": \"ok\"} 即为成功。");
        accepts(&RULE, "人民网（People's Daily）刊发经验。");
        accepts(&RULE, "落实“三项制度”，推进‘放管服’改革。");
    }
}
