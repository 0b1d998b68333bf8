//! The mark behind 一 in a level-1 number.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, OrdinalStyle};
use crate::rule::{Check, Findings};
use crate::text::{Span, is_blank};

crate::declare_rule! {
    /// 检查什么：一级序号“一”后面不是顿号，如“一.”“一，”“一：”，或者没有标点。
    ///
    /// 为什么：汉字序次语后用顿号。
    ///
    /// 示例：一.主要举措和成效 → 一、主要举措和成效
    ///
    /// 修改：改为顿号。
    ///
    /// 不算：“一是”“一方面”“一年来”等词语。
    "l1-punct", "一级序号标点", Numbering, Error, "GB/T 15834—2011 附录B.3.2",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for heading in &doc.headings {
        let Some(number) = heading.number.filter(|n| n.style == OrdinalStyle::Han) else { continue };
        if number.mark.is_some_and(|mark| mark.char == '、') {
            continue;
        }
        let written = doc.get(number.span);
        let right = format!("{}、", doc.get(number.numeral));
        // A blank in the mark's place goes with it.
        let blanks = doc.get(Span::new(number.span.end, heading.title.start));
        let end = if number.mark.is_none() && blanks.chars().all(is_blank) { heading.title.start } else { number.span.end };
        // 一 、 has its mark, behind a blank.
        if number.mark.is_none() && doc.get(heading.title).starts_with('、') {
            continue;
        }
        let message = if number.mark.is_some() {
            format!("“{written}”应为“{right}”")
        } else {
            format!("序号“{written}”后缺顿号")
        };
        let edit = Edit::replace(Span::new(number.numeral.end, end), "、");
        out.push(RULE.finding(number.span, message).fix(Fix::safe(format!("改为“{right}”"), vec![edit])));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_other_marks_and_none() {
        flags(&RULE, "⟦一.⟧主要举措和成效\n办理案件37件。\n⟦二，⟧存在的不足和原因\n人员较少。\n");
        flags(
            &RULE,
            "⟦一：⟧主要举措和成效\n办案3件。\n⟦二,⟧存在的不足和原因\n人员少。\n⟦三．⟧下一步安排\n培训。\n⟦四。⟧其他事项\n无。\n",
        );
        flags(&RULE, "⟦一⟧2025年度推进法治政府建设的主要举措和成效\n办理案件37件。\n二、存在的不足和原因\n人员较少。\n");
        flags(
            &RULE,
            "一、坚持党的领导，把牢方向\n学习4次。\n⟦二⟧坚持依法决策，提高质量\n审查9件。\n⟦三⟧坚持严格执法\n办案3件。\n四、主要不足\n人员少。\n",
        );
        fixes(&RULE, "一主要举措和成效\n办理案件37件。\n", "一、主要举措和成效\n办理案件37件。\n");
        fixes(&RULE, "一 主要举措和成效\n办理案件37件。\n", "一、主要举措和成效\n办理案件37件。\n");
    }

    #[test]
    fn accepts_words_that_begin_with_a_numeral() {
        accepts(&RULE, "一、主要成效\n一年来，全镇依法行政水平不断提高。\n一方面，加强培训。\n一是完善制度。\n");
        accepts(&RULE, "一、主要成效\n一是 健全制度。\n“一窗受理”全面推行。\n一、二级风险全部整改。\n");
        accepts(&RULE, "一、主要成效\n举办3场。\n二手房交易登记提速\n办件9件。\n四、安排\n培训。\n");
        accepts(&RULE, "一、主要成效\n三大工程进展顺利。\n十九届四中全会以来，持续推进。\n");
    }
}
