//! Full-width digits in a heading's number.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：标题或者分项的序号用了全角数字，如“１．”“（１）”。
    ///
    /// 为什么：阿拉伯数字使用半角。
    ///
    /// 示例：１．健全制度 → 1.健全制度
    ///
    /// 修改：改为半角数字，“．”一并改为“.”。
    ///
    /// 不算：“①”；正文里的全角数字。
    "number-fullwidth-arabic", "序号用全角数字", Numbering, Warning, "GB/T 15835—2011 5.1.7",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for number in doc.headings.iter().filter_map(|heading| heading.number) {
        let digits = doc.get(number.numeral);
        if !digits.contains(|c| half(c) != c) {
            continue;
        }
        let point = number.mark.filter(|mark| mark.char == '．').map(|mark| mark.span());
        let span = Span::new(number.numeral.start, point.map_or(number.numeral.end, |point| point.end));
        let right: String = doc.get(span).chars().map(half).collect();
        let written = doc.get(number.span);
        let fixed = format!(
            "{}{right}{}",
            doc.get(Span::new(number.span.start, span.start)),
            doc.get(Span::new(span.end, number.span.end))
        );
        out.push(
            RULE.finding(number.span, format!("序号“{written}”用了全角数字，应为“{fixed}”"))
                .fix(Fix::safe(format!("改为“{fixed}”"), vec![Edit::replace(span, right)])),
        );
    }
}

/// A full-width digit or point in half-width.
fn half(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '．' => '.',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_full_width_digits_in_numbers() {
        flags(&RULE, "一、主要成效\n⟦１．⟧健全制度。印发3件。\n⟦２、⟧开展培训。举办4期。\n");
        flags(&RULE, "一、主要成效\n1.健全制度\n⟦（１）⟧印发3件。\n⟦（２）⟧修订2件。\n");
        fixes(&RULE, "一、主要成效\n１．制度\n（１）印发3件。\n", "一、主要成效\n1.制度\n（1）印发3件。\n");
    }

    #[test]
    fn accepts_half_width_and_circled() {
        accepts(&RULE, "一、主要成效\n1.健全制度\n（1）印发3件。\n①甲。\n");
        accepts(&RULE, "全年印发３件，培训１２期。");
    }
}
