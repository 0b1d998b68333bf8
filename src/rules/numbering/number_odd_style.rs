//! Numbers of headings in styles that official documents do not use.

use crate::document::{Block, Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::rules::punctuation::context::{Place, Places};
use crate::text::{Span, chars, is_blank, numerals};

crate::declare_rule! {
    /// 检查什么：标题或者分项用“Ⅰ”“A.”“第一条”编号，或者在“一、”“（一）”之下直接用“①”。
    ///
    /// 为什么：公文结构层次依次用“一、”“（一）”“1.”“（1）”标注。
    ///
    /// 示例：A.健全制度 → 1.健全制度
    ///
    /// 修改：改用公文的层次序号。
    ///
    /// 不算：“1.”“（1）”之下的“①”，句子里的“①”；只有一处的“A类”“B超”等词语；“第一部分”。
    "number-odd-style", "序号体例少见", Numbering, Info, "GB/T 9704—2012 7.3.3",
    Check::Document(check),
}

/// A style of number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Circled,
    Roman,
    Letter,
    Article,
}

fn check(doc: &Document, out: &mut Findings) {
    let found: Vec<(Style, Span)> = doc.body_blocks().filter_map(|(_, block)| read(doc, block)).collect();
    let mut counts = [0usize; 4];
    for &(style, _) in &found {
        if let Some(count) = counts.get_mut(style as usize) {
            *count += 1;
        }
    }
    let mut places = Places::new(&RULE);
    for &(style, span) in &found {
        // One alone may be a word: A类.
        if counts.get(style as usize).is_none_or(|&count| count < 2) {
            continue;
        }
        let message = format!("“{}”通常不作层次序号，公文依次用“一、”“（一）”“1.”“（1）”", doc.get(span));
        places.push(Place { span, edits: Vec::new(), safe: false, message });
    }
    places.tell("", |n| format!("公文层次序号依次用“一、”“（一）”“1.”“（1）”，全文有{n}处用了别的体例"), out);
}

/// The odd number that opens a block.
fn read(doc: &Document, block: &Block) -> Option<(Style, Span)> {
    if !block.is_running() {
        return None;
    }
    let text = doc.get(block.span);
    let first = text.chars().next()?;
    let at = |len: usize| Span::new(block.span.start, block.span.start + len);
    let mark = |rest: &str| rest.chars().next().filter(|c| matches!(c, '.' | '．' | '、' | '）' | ')')).map(char::len_utf8);
    match first {
        '①'..='⑳' => {
            let heading = doc.heading_of(block)?;
            let parent = heading.parent.and_then(|i| doc.headings.get(i));
            parent
                .is_some_and(|parent| parent.level < OrdinalStyle::Arabic.level())
                .then(|| (Style::Circled, at(first.len_utf8())))
        }
        'Ⅰ'..='Ⅻ' => {
            let len = first.len_utf8();
            Some((Style::Roman, at(len + mark(text.get(len..)?).unwrap_or(0))))
        }
        'A'..='Z' | 'a'..='h' | 'Ａ'..='Ｈ' => {
            let letters = text.find(|c: char| !c.is_ascii_alphabetic() && !('Ａ'..='Ｚ').contains(&c))?;
            let word = text.get(..letters)?;
            let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
            if !roman && word.chars().count() > 1 {
                return None;
            }
            let rest = text.get(letters..)?;
            let len = letters + mark(rest)?;
            let behind = chars::after(text, len)?;
            let style = if roman { Style::Roman } else { Style::Letter };
            (!behind.is_ascii_alphanumeric()).then(|| (style, at(len)))
        }
        '第' => {
            let numeral = text.get('第'.len_utf8()..)?.trim_start_matches(numerals::is_ordinal_char);
            let kind = numeral.chars().next().filter(|c| matches!(c, '条' | '章' | '节'))?;
            let len = text.len() - numeral.len() + kind.len_utf8();
            let ordinal = numeral.len() < text.len() - '第'.len_utf8();
            let set_apart = chars::after(text, len).is_some_and(|c| is_blank(c) || matches!(c, '、' | '：' | ':'));
            (ordinal && set_apart).then(|| (Style::Article, at(len)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_other_styles() {
        flags(&RULE, "一、主要成效\n⟦A.⟧健全制度。印发3件。\n⟦B.⟧开展培训。举办4期。\n");
        flags(&RULE, "⟦Ⅰ、⟧主要成效\n办案3件。\n⟦Ⅱ、⟧存在的不足\n人员较少。\n");
        flags(&RULE, "⟦I.⟧主要成效\n办案3件。\n⟦II.⟧存在的不足\n人员较少。\n");
        flags(&RULE, "⟦第一条⟧　加强领导。\n⟦第二条⟧　规范执法。\n");
        flags(&RULE, "一、主要成效\n⟦①⟧健全制度。\n⟦②⟧开展培训。\n");
    }

    #[test]
    fn accepts_the_usual_levels() {
        accepts(&RULE, "一、主要成效\n（一）甲\n1.乙\n（1）丙\n①丁。\n②戊。\n");
        accepts(&RULE, "第一部分　主要成效\n办案3件。\n第二部分　存在的不足\n人员较少。\n");
    }

    #[test]
    fn accepts_words() {
        accepts(&RULE, "一、主要成效\nA级景区3家。\nB超检查覆盖3个村。\nAI平台上线。\n第一批清单公布。\n");
        accepts(&RULE, "落实“三项制度”：①公示；②记录；③审核。");
    }
}
