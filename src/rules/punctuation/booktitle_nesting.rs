//! 《…《…》…》 and 《…<…>…》 for 《…〈…〉…》.

use super::nesting::nested;
use crate::diagnostic::{Edit, Finding, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, is_han};

crate::declare_rule! {
    /// 检查什么：书名号里面又用双书名号，或者用“<”“>”代替单书名号。
    ///
    /// 为什么：书名号里面再用书名号时，外面用双书名号，里面用单书名号。
    ///
    /// 示例：《贯彻落实<纲要>方案》 → 《贯彻落实〈纲要〉方案》
    ///
    /// 修改：把里层的改为“〈”“〉”。
    ///
    /// 不算：书名号外面的“<”“>”（大于、小于、代码），并列的书名号；缺了一半的书名号（见“标号不成对”）。
    "booktitle-nesting", "书名号套用", Punctuation, Warning, "GB/T 15834—2011 4.15",
    Check::Marks(&['《', '》', '〈', '〉', '“', '”', '‘', '’', '<', '＜'], check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    for (_, block, marks) in doc.by_block(marks) {
        look(doc, block, marks, out);
    }
}

fn look(doc: &Document, block: &Block, marks: &[Mark], out: &mut Findings) {
    for pair in nested(marks, &[('《', '》'), ('〈', '〉'), ('“', '”'), ('‘', '’')]) {
        out.push(tell(doc, pair.open, pair.close));
    }
    for open in marks.iter().filter(|mark| matches!(mark.char, '<' | '＜')) {
        let behind = doc.marks(Span::new(open.span().end, block.span.end)).iter().take(12);
        let Some(close) = behind.copied().find(|mark| matches!(mark.char, '>' | '＞')) else {
            continue;
        };
        let inner = doc.get(Span::new(open.span().end, close.at));
        if inner.contains(is_han) && !inner.contains(['《', '》']) && doc.in_book_title(open.at) && doc.in_book_title(close.at)
        {
            out.push(tell(doc, *open, close));
        }
    }
}

fn tell(doc: &Document, open: Mark, close: Mark) -> Finding {
    let span = open.span().to(close.span());
    let right = format!("〈{}〉", doc.get(Span::new(open.span().end, close.at)));
    let edits = vec![Edit::replace(open.span(), "〈"), Edit::replace(close.span(), "〉")];
    RULE.finding(span, format!("书名号里面的“{}”应用单书名号，写作“{right}”", doc.get(span)))
        .fix(Fix::safe(format!("改为“{right}”"), edits))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_double_marks_and_angles_inside() {
        flags(&RULE, "印发《关于贯彻落实⟦《法治政府建设实施纲要（2021—2025年）》⟧的实施方案》，学习《宪法》。");
        flags(&RULE, "印发《贯彻落实⟦<纲要>⟧方案》《关于印发⟦＜清溪镇工作规则＞⟧的通知》。");
        fixes(&RULE, "印发《贯彻落实<纲要>方案》。", "印发《贯彻落实〈纲要〉方案》。");
        fixes(&RULE, "印发《关于学习《民法典》的通知》。", "印发《关于学习〈民法典〉的通知》。");
        fixes(&RULE, "印发《关于学习《民法典》》。", "印发《关于学习〈民法典〉》。");
    }

    #[test]
    fn accepts_single_marks_and_titles_side_by_side() {
        accepts(&RULE, "印发《关于印发〈纲要〉的通知》，学习《宪法》《民法典》，介绍“学习《宪法》”活动。");
        accepts(&RULE, "《学习“《宪法》和《民法典》”活动方案》。");
    }

    #[test]
    fn leaves_angles_elsewhere_and_lone_marks_alone() {
        accepts(&RULE, "《标准》规定数值<5且增幅>3，学习《宪法》时<法治>文件夹见《目录》。");
        accepts(&RULE, "学习《宪法、《民法典》，贯彻《条例>的通知》和《办法<试行》。");
    }
}
