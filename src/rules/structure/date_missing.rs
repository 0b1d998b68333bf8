//! No date of signature.

use crate::diagnostic::Severity;
use crate::document::{Date, Document, Kind};
use crate::facts::shape::{self, Shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：文末没有成文日期，或者日期不全、年月日未填。
    ///
    /// 为什么：公文应当署会议通过或者负责人签发的日期；网页上的发布时间不能代替。
    ///
    /// 示例：文末只有“鹤川镇人民政府” → 在下一行写“2023年1月10日”
    ///
    /// 修改：补上成文日期。
    ///
    /// 不算：日期写在标题之下；在人大常委会会议上口头报告的；日期的写法不规范（由成文日期格式规则检查）；只粘贴了正文一段（作提示）。
    "date-missing", "缺成文日期", Structure, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let shape = Shape::of(doc);
    if doc.sections.is_empty() || shape == Shape::Fragment || shape::is_oral(doc) {
        return;
    }
    if let Some(line) = doc.date {
        let text = doc.get(line.span);
        // ×× and 【请填写】 are flagged as what they are.
        // 2026123 lost its 年, 月 and 日: filled in, but damaged.
        let damaged = text.trim().bytes().all(|b| b.is_ascii_digit());
        if line.date.is_none() && !damaged && !text.contains(['×', 'X', 'x', '*', '_', '【', '○']) {
            out.push(RULE.finding(line.span, format!("成文日期“{}”没有填写完整", text.trim())));
        }
        return;
    }
    let Some(last) = shape::last_block(doc).and_then(|i| doc.blocks.get(i)) else { return };
    let text = doc.get(last.span);
    let finding = if is_part_of_date(text) {
        RULE.finding(last.span, format!("成文日期“{text}”不完整"))
    } else {
        RULE.finding(Span::at(last.span.end), "文末没有成文日期".to_owned())
    };
    let finding = if shape == Shape::Body { finding.at_most(Severity::Info) } else { finding };
    // The page's own date is worth showing, though it is not the document's.
    let published = doc
        .blocks
        .iter()
        .filter(|block| block.kind == Kind::Residue)
        .find(|block| around::has_any(doc.get(block.span), &["成文日期", "发布日期", "发布时间", "生成日期", "时间"]));
    out.push(match published {
        Some(block) => finding.related(block.span, "网页上的日期不能代替成文日期".to_owned()),
        None => finding,
    });
}

/// 2026年1月, 1月20日, 2026年: a date that lacks its year or day.
fn is_part_of_date(text: &str) -> bool {
    let tight: String = text.chars().filter(|&c| !crate::text::is_blank(c)).collect();
    let rest = tight.trim_end_matches(['年', '月', '日']);
    let plain = rest.chars().all(|c| {
        c.is_ascii_digit()
            || matches!(c, '年' | '月' | '日' | '〇' | '○' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
    });
    rest.len() < tight.len() && !rest.is_empty() && plain && Date::parse(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(end: &str) -> String {
        format!(
            "鹤川镇人民政府2025年度法治政府建设情况报告\n\n县政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n{end}"
        )
    }

    #[test]
    fn flags_an_end_without_a_date() {
        flags(&RULE, &report("宁澜县鹤川镇人民政府⟦⟧\n"));
        flags(&RULE, &report("宁澜县鹤川镇人民政府\n⟦2026年　月　日⟧\n"));
        flags(&RULE, &report("宁澜县鹤川镇人民政府\n⟦2026年1月⟧\n"));
        flags(&RULE, "一、主要举措和成效\n\n完成任务12项。\n\n二、存在的不足\n\n力量不足。⟦⟧\n");
    }

    #[test]
    fn accepts_a_report_by_word_of_mouth() {
        let text = report("").replacen(
            "报告\n",
            "报告\n——2026年4月26日在区第十八届人民代表大会常务委员会第十七次会议上\n区司法局局长　王某\n",
            1,
        );
        accepts(&RULE, &text);
    }

    #[test]
    fn accepts_dates_in_every_form_and_place() {
        for date in [
            "2026年1月10日",
            "20260110",
            "2026110",
            "2026-01-10",
            "2026.1.10",
            "二〇二六年一月十日",
            "2026 年 1 月 10 日",
            "2026年×月×日",
            "（2026年1月10日）",
        ] {
            accepts(&RULE, &report(&format!("宁澜县鹤川镇人民政府\n{date}\n")));
        }
        accepts(&RULE, &report("宁澜县鹤川镇人民政府 2026年1月10日\n"));
        accepts(&RULE, &report("").replace("报告\n\n县政府", "报告\n（2026年1月10日）\n\n县政府"));
        accepts(&RULE, &report("宁澜县鹤川镇人民政府\n2026年1月10日\n\n（联系人：王某）\n"));
        accepts(&RULE, "镇党委书记主持召开会议3次，研究法治建设议题9个。\n镇长听取汇报2次。\n");
    }
}
