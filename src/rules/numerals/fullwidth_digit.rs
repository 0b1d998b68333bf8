//! ２０２６ for 2026.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：阿拉伯数字用了全角，如“２０２６年”。
    ///
    /// 为什么：多位的阿拉伯数字排在同一行，用半角字符；全角数字字距过大，也搜索不到。
    ///
    /// 示例：２０２６年 → 2026年
    ///
    /// 修改：全文改为半角数字。
    ///
    /// 不算：汉字数字、带圈数字（①），网页元信息；标题序号和成文日期另有规则检查。
    "fullwidth-digit", "全角数字", Numerals, Warning, "GB/T 15835—2011 5.1.7",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let in_text = |span: &&Span| {
        let Some(block) = doc.block_around(span.start).filter(|block| block.kind != Kind::Residue) else { return false };
        let number = doc.heading_of(block).and_then(|heading| heading.number);
        !number.is_some_and(|number| number.numeral.overlaps(**span)) && !doc.date.is_some_and(|date| date.span.contains(**span))
    };
    let runs: Vec<Span> = doc.scan.wide_digits.iter().filter(in_text).copied().collect();
    let Some(&first) = runs.first() else { return };
    let edits = runs.iter().map(|&run| Edit::replace(run, half_width(doc.get(run)))).collect();
    let written = doc.get(first);
    let (message, title) = if runs.len() == 1 {
        (format!("“{written}”是全角数字，应为“{}”", half_width(written)), format!("改为“{}”", half_width(written)))
    } else {
        (format!("“{written}”等是全角数字，共{}处，应改用半角", runs.len()), format!("改为半角数字（{}处）", runs.len()))
    };
    let mut finding = RULE.finding(first, message).fix(Fix::safe(title, edits));
    if runs.len() > 1 {
        finding.occurrences = runs;
    }
    out.push(finding);
}

/// The digits and the point between them in half-width.
fn half_width(run: &str) -> String {
    run.chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '．' => '.',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_wide_digits_once() {
        flags(&RULE, "⟦２０２５⟧年办结３７件，满意率９８．５%。");
        flags(&RULE, "第⟦３⟧次会议召开。");
        fixes(&RULE, "２０２５年办结３７件，满意率９８．５%。", "2025年办结37件，满意率98.5%。");
        fixes(&RULE, "第３．加强领导。", "第3．加强领导。");
    }

    #[test]
    fn leaves_numbers_of_headings_to_their_own_rule() {
        flags(&RULE, "一、主要成效\n（一）规范执法\n１．健全制度。印发文件⟦３⟧件。\n２．开展培训。举办4期。\n");
        accepts(&RULE, "一、主要成效\n（一）规范执法\n１．健全制度。印发文件3件。\n２．开展培训。举办4期。\n");
    }

    #[test]
    fn accepts_other_numerals_and_the_date() {
        accepts(&RULE, "2025年办结37件，①健全机制，二〇二五年，占98.5％，（１）".replace('１', "1").as_str());
        accepts(&RULE, "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府\n２０２６年１月２０日\n");
    }
}
