//! Half of a number's brackets lost.

use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::rules::numbering::l3_punct::is_level3_half;

crate::declare_rule! {
    /// 检查什么：段首序号的括号只有一半，如“一）”“（二、”。
    ///
    /// 为什么：括号应成对使用。
    ///
    /// 示例：一）纵深推进 → （一）纵深推进
    ///
    /// 修改：补上另一半括号。
    ///
    /// 不算：“1）”式列举：在“1.”之下只作提示，通常写作“（1）”；在“（一）”之下由三级序号的规则检查。
    "number-bracket-unpaired", "序号括号不成对", Numbering, Error, "GB/T 15834—2011 4.9",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for heading in &doc.headings {
        let Some(number) = heading.number else { continue };
        if !matches!(number.style, OrdinalStyle::HanBrackets | OrdinalStyle::ArabicBrackets)
            || is_level3_half(doc, heading, number)
        {
            continue;
        }
        let numeral = doc.get(number.numeral);
        let written = doc.get(number.span);
        let half = |c: char| matches!(c, '(' | ')');
        let (right, edit) = match (number.open, number.close) {
            (None, Some(close)) => {
                let open = if half(close.char) { "(" } else { "（" };
                (format!("{open}{numeral}{}", close.char), Edit::insert(number.numeral.start, open))
            }
            (Some(open), None) => {
                let close = if half(open.char) { ")" } else { "）" };
                // （一、 has a mark where the bracket belongs.
                let at = number.mark.map_or(Edit::insert(number.numeral.end, close), |mark| Edit::replace(mark.span(), close));
                (format!("{}{numeral}{close}", open.char), at)
            }
            _ => continue,
        };
        let finding = RULE
            .finding(number.span, format!("序号“{written}”的括号不成对，应为“{right}”"))
            .fix(Fix::safe(format!("改为“{right}”"), vec![edit]));
        let list = number.style == OrdinalStyle::ArabicBrackets && number.open.is_none();
        out.push(if list { finding.at_most(Severity::Info) } else { finding });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_half_a_bracket() {
        flags(&RULE, "一、主要成效\n⟦一）⟧纵深推进学习。举办3期。\n⟦（二、⟧规范执法。办案3件。\n");
        fixes(&RULE, "一、主要成效\n一)甲事办结。\n(二)乙事办结。\n", "一、主要成效\n(一)甲事办结。\n(二)乙事办结。\n");
        flags(&RULE, "一、主要成效\n（一）抓执法\n1.抓制度。\n⟦1)⟧印发3件。\n⟦（2⟧落实到位，全面公开。\n");
        flags(&RULE, "一、主要成效\n⟦(三⟧规范行政执法，提升监管效能。办案3件。\n");
        fixes(&RULE, "一、主要成效\n（一甲事办结。\n", "一、主要成效\n（一）甲事办结。\n");
    }

    #[test]
    fn accepts_pairs_of_any_width() {
        accepts(&RULE, "一、主要成效\n（一）甲事办结。\n(二)乙事办结。\n（ 三 ）丙事办结。\n");
        accepts(&RULE, "一、主要成效\n（一般程序案件除外）全部当场办结。\n（3月至5月）开展集中整治。\n1）印发文件3件。\n");
        accepts(&RULE, "一、主要成效\n①甲事办结。\n②乙事办结。\n");
    }
}
