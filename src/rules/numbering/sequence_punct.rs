//! The mark behind 一是, 第一, 首先.

use crate::diagnostic::Edit;
use crate::document::Document;
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::rules::punctuation::context::{Place, Places};
use crate::text::{Hit, Mark, Span, chars, fold, is_blank, numerals};

crate::declare_rule! {
    /// 检查什么：“一是”后面用了逗号、顿号、冒号；“第一”“首先”“其一”后面用了顿号。
    ///
    /// 为什么：“一是”直接连后面的话，不加标点；“第一”“首先”“其一”后面用逗号。
    ///
    /// 示例：第一、加强领导 → 第一，加强领导
    ///
    /// 修改：删去“一是”后的标点；“第一”等后面改用逗号。
    ///
    /// 不算：“第一、第二季度”等并列；“排名第一、……”。
    "sequence-punct", "序次语后标点", Numbering, Info, "GB/T 15834—2011 4.4.3.3、附录B.3",
    Check::Hits(needles, check),
}

macro_rules! with_marks {
    ($($item:literal)*; $($ordinal:literal)*) => {
        &[$(concat!($item, "，"), concat!($item, "、"), concat!($item, "："),)* $(concat!($ordinal, "、"),)*]
    };
}

fn needles() -> &'static [&'static str] {
    with_marks!("一是" "二是" "三是" "四是" "五是" "六是" "七是" "八是" "九是" "十是";
        "第一" "第二" "第三" "第四" "第五" "第六" "第七" "第八" "首先" "其次" "再次" "最后" "其一" "其二" "其三" "其四" "其五")
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let comma = if shape::is_half_width(doc) { "," } else { "，" };
    let mut places = Places::new(&RULE);
    for hit in hits {
        let Some(char) = doc.get(hit.span).chars().next_back() else { continue };
        let mark = Mark { char, at: hit.span.end - char.len_utf8() };
        let word = Span::new(hit.span.start, mark.at);
        let written = doc.get(word);
        let (edit, message) = if written.ends_with('是') {
            let item = doc
                .sequence
                .within(Span::new(word.start.saturating_sub(3), word.end))
                .iter()
                .any(|item| item.span.end == word.end);
            if !item || is_listed(doc, hit.span.end) {
                continue;
            }
            (Edit::delete(mark.span()), format!("“{written}”后面通常不加“{char}”"))
        } else {
            if !opens(doc, word) || is_listed(doc, hit.span.end) {
                continue;
            }
            (Edit::replace(mark.span(), comma), format!("“{written}”后面通常用逗号，不用“{char}”"))
        };
        places.push(Place { span: hit.span, edits: vec![edit], safe: true, message });
    }
    places.tell("改正序次语后的标点", |n| format!("“一是”后面通常不加标点，“第一”“首先”后面通常用逗号，全文有{n}处不同"), out);
}

/// Whether a word opens a clause.
fn opens(doc: &Document, word: Span) -> bool {
    let block = doc.block_around(word.start);
    let before = chars::before(doc.text, word.start).map(fold);
    block.is_some_and(|block| block.span.start == word.start)
        || before.is_some_and(|c| is_blank(c) || matches!(c, '。' | '；' | '：' | '！' | '？'))
}

/// Whether what follows goes on with a list of ordinals: 第一、第二季度; 一是、二是.
fn is_listed(doc: &Document, at: usize) -> bool {
    doc.text
        .get(at..)
        .is_some_and(|rest| rest.starts_with(|c| matches!(c, '第' | '其' | '”' | '首' | '再') || numerals::is_ordinal_char(c)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_marks_that_do_not_belong() {
        flags(&RULE, "⟦一是，⟧健全制度；⟦二是：⟧开展培训。");
        flags(&RULE, "⟦第一、⟧健全制度。⟦第二、⟧开展培训。");
        flags(&RULE, "⟦首先、⟧健全制度。⟦其次、⟧开展培训。其一，甲。");
        fixes(&RULE, "一是，健全制度；二是、开展培训。", "一是健全制度；二是开展培训。");
        fixes(&RULE, "第一、健全制度。首先、开展培训。", "第一，健全制度。首先，开展培训。");
    }

    #[test]
    fn many_are_told_once() {
        flags(&RULE, "⟦一是，⟧甲；二是，乙；三是，丙；四是，丁。");
        fixes(&RULE, "一是,甲；二是,乙；三是,丙；四是,丁。", "一是甲；二是乙；三是丙；四是丁。");
    }

    #[test]
    fn accepts_the_standard_marks() {
        accepts(&RULE, "一是健全制度；二是开展培训。第一，健全制度。首先，开展培训。其一，甲。");
    }

    #[test]
    fn accepts_enumerations_and_words() {
        accepts(&RULE, "第一、第二季度完成整改；第一、二批清单公布；全县排名第一、全市排名第三。");
        accepts(&RULE, "统一是，一以贯之；坚持查账对账一是一、二是二。用“一是、二是”分条。");
    }
}
