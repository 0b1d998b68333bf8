//! “…“…”…” for “…‘…’…”.

use super::nesting::nested;
use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, fold, is_han};

crate::declare_rule! {
    /// 检查什么：双引号里面又用双引号，或者没有外层的引号而单用单引号。
    ///
    /// 为什么：引号里面再用引号时，外面用双引号，里面用单引号。
    ///
    /// 示例：“学习“枫桥经验”工作法” → “学习‘枫桥经验’工作法”
    ///
    /// 修改：把里层的改为单引号，外层的改为双引号。
    ///
    /// 不算：书名号里的引号，并列的引号；缺了一半的引号（见“标号不成对”）。
    "quote-nesting", "引号套用", Punctuation, Info, "GB/T 15834—2011 4.8.3.4",
    Check::Marks(&['“', '”', '‘', '’', '《', '》', '〈', '〉'], check),
}

/// Up to so many characters a quotation around another has in a report.
const LONGEST: usize = 80;

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let nested = |(_, _, marks)| nested(marks, &[('“', '”'), ('‘', '’'), ('《', '》'), ('〈', '〉')]);
    for pair in doc.by_block(marks).flat_map(nested) {
        let before = Span::new(pair.outer.span().end, pair.open.at);
        let text = doc.get(before);
        // “三项制度、“放管服”…” more likely lacks a closing mark.
        let parted = doc.marks(before).iter().any(|m| matches!(fold(m.char), '，' | '。' | '；' | '、'));
        if parted || text.chars().count() > LONGEST {
            continue;
        }
        let edits = vec![Edit::replace(pair.open.span(), "‘"), Edit::replace(pair.close.span(), "’")];
        let words = doc.get(Span::new(pair.open.span().end, pair.close.at));
        out.push(
            RULE.finding(pair.span(), format!("双引号里面的“{words}”通常用单引号"))
                .fix(Fix::safe(format!("改为‘{words}’"), edits)),
        );
    }
    for (_, _, marks) in doc.by_block(marks) {
        single(doc, marks, out);
    }
}

/// Tells the single marks of a block that stand in no other pair: ‘清四乱’行动.
fn single(doc: &Document, marks: &[Mark], out: &mut Findings) {
    let Some(alone) = outermost(marks) else { return };
    for (open, close) in alone.into_iter().filter(|(open, _)| open.char == '‘') {
        let inner = Span::new(open.span().end, close.at);
        let words = doc.get(inner);
        if words.contains(is_han) && doc.marks(inner).iter().all(|mark| mark.char != '“') {
            let edits = vec![Edit::replace(open.span(), "“"), Edit::replace(close.span(), "”")];
            out.push(
                RULE.finding(open.span().to(close.span()), format!("“{words}”外面没有别的引号，通常用双引号"))
                    .fix(Fix::safe(format!("改为“{words}”"), edits)),
            );
        }
    }
}

/// The pairs that stand inside no other; `None` where the marks do not all pair.
fn outermost(marks: &[Mark]) -> Option<Vec<(Mark, Mark)>> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for &mark in marks {
        match mark.char {
            '“' | '‘' | '《' | '〈' => open.push(mark),
            close => {
                let opened = open.pop()?;
                let pairs = matches!((opened.char, close), ('“', '”') | ('‘', '’') | ('《', '》') | ('〈', '〉'));
                if !pairs {
                    return None;
                }
                if open.is_empty() {
                    found.push((opened, mark));
                }
            }
        }
    }
    open.is_empty().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_double_marks_inside_double_marks() {
        flags(&RULE, "推广“新时代⟦“枫桥经验”⟧清溪做法”，开展“⟦“三项制度”⟧规范年”行动。");
        fixes(&RULE, "打造“党建+“法治明白人””品牌。", "打造“党建+‘法治明白人’”品牌。");
    }

    #[test]
    fn accepts_marks_side_by_side_and_single_ones() {
        accepts(&RULE, "推广“新时代‘枫桥经验’”，落实“三项制度”“放管服”，学习《关于“三项制度”的意见》。");
        accepts(&RULE, "介绍“《‘三项制度’实施办法》”和“学习《关于“放管服”改革的意见》”。");
    }

    #[test]
    fn flags_single_marks_with_none_around() {
        flags(&RULE, "开展河湖⟦‘清四乱’⟧专项行动，落实“三项制度”。");
        fixes(&RULE, "开展河湖‘清四乱’行动。", "开展河湖“清四乱”行动。");
        accepts(&RULE, "推广“新时代‘枫桥经验’”，印发《‘清四乱’行动方案》，the clerk’s desk，‘推广“枫桥经验”做法’。");
    }

    #[test]
    fn leaves_marks_without_a_partner_alone() {
        accepts(&RULE, "落实“三项制度，推进“放管服”改革。");
        accepts(&RULE, "落实“三项制度、“放管服”改革、“双随机””要求。");
    }
}
