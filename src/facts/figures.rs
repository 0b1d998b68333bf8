//! Figures: numbers that count or measure what was done, as against years, ordinals and names of days.

use crate::document::Document;
use crate::text::{Number, Span, chars};

/// Measure words behind counts.
const MEASURES: &str = "次场件个项人名起条份期户家处套篇本万亿余多轮类批门村座栋公元台部节课学小天宗支所间幢辆亩吨米平班组单页块张位例道只头艘场站点镇乡街";

/// Whether `number` counts or measures something: no year, date, ordinal, document number, name of a day or a programme.
#[must_use]
pub fn is_figure(doc: &Document, number: &Number) -> bool {
    let after = chars::after(doc.text, number.span.end);
    let before = chars::before(doc.text, number.span.start);
    let dated = after.is_some_and(|c| {
        matches!(c, '年' | '月' | '日' | '号' | '度' | '〔' | '〕' | '—' | '-' | '－' | '·' | '.' | '、' | '/' | ':' | '：')
    });
    let named = before.is_some_and(|c| matches!(c, '第' | '〔' | '[' | '·' | '—' | '-' | '－' | '.' | '/' | '“' | '"' | ':'));
    let bracketed = matches!((before, after), (Some('（' | '('), Some('）' | ')')));
    // 12345热线 names a line.
    let hotline = number.digits == 5 && number.mantissa == 12345;
    !dated && !named && !bracketed && !hotline && !doc.in_book_title(number.span.start)
}

/// The figures of `span`.
pub fn in_span<'d>(doc: &'d Document, span: Span) -> impl Iterator<Item = &'d Number> {
    doc.numbers(span).iter().filter(move |number| is_figure(doc, number))
}

/// Whether `span` counts something: 5次, 三场, 12件.
#[must_use]
pub fn counts(doc: &Document, span: Span) -> bool {
    in_span(doc, span).any(|number| chars::after(doc.text, number.span.end).is_some_and(|c| MEASURES.contains(c)))
        || counts_in_words(doc.get(span))
}

/// 三次, 两场, 十余件; not 首次, 一次性, 再次.
fn counts_in_words(text: &str) -> bool {
    let mut before = ['\0'; 3];
    for c in text.chars() {
        // 四个意识 is a phrase in quotes, 三项制度 a name.
        if matches!(c, '次' | '场' | '期' | '起' | '轮') {
            let numeral = if matches!(before[2], '余' | '多' | '几') { before[1] } else { before[2] };
            // 第三次 is an ordinal.
            if "二两三四五六七八九十百".contains(numeral) && before[1] != '第' {
                return true;
            }
        }
        before = [before[1], before[2], c];
    }
    false
}
