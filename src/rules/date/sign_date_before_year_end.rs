//! Signed before the year it reports on was over.

use crate::document::Document;
use crate::facts::years::report_year;
use crate::rule::{Check, Findings};
use crate::text::around;

crate::declare_rule! {
    /// 检查什么：成文日期在报告年度结束之前，如2025年度报告的成文日期是2025年1月20日、2025年12月13日。
    ///
    /// 为什么：年度报告写的是全年情况；年度没有结束，全年数据不会齐全，也可能是年份写错。
    ///
    /// 示例：2025年度报告，成文日期2025年1月20日 → 核对年份
    ///
    /// 修改：核对成文日期和数据的截止时间。
    ///
    /// 不算：半年、季度报告；有的单位按要求在12月报送，属正常情况，核对后可以忽略。
    "sign-date-before-year-end", "成文日期早于年度终了", Date, Info, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条",
    Check::Document(check),
}

/// The month from which bodies are asked for their reports of the year.
const ASKED_FOR: u32 = 10;

fn check(doc: &Document, out: &mut Findings) {
    let Some(line) = doc.date else { return };
    let (Some(date), Some(report)) = (line.date.filter(|date| date.exists()), report_year(doc)) else { return };
    let partial = doc.title.as_ref().is_some_and(|title| around::has_any(&title.text, &["半年", "季度", "月"]));
    // Without a title the year may itself be told by the date.
    let Some(title) = report.title.filter(|_| date.year <= report.year && !partial) else { return };
    let written = doc.get(line.span);
    let message = if date.year == report.year && date.month >= ASKED_FOR {
        format!("成文日期“{written}”在{}年度结束之前，建议核对全年数据是否齐全", report.year)
    } else {
        format!("成文日期“{written}”在{}年度结束之前，建议核对年份", report.year)
    };
    out.push(RULE.finding(line.span, message).related(title.span, "标题的年度"));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn signed(title: &str, date: &str) -> String {
        format!("清溪镇{title}\n一、主要成效\n办结3件。\n清溪镇人民政府\n{date}\n")
    }

    #[test]
    fn flags_dates_inside_the_year_or_before() {
        for date in ["⟦2025年12月13日⟧", "⟦2025年1月20日⟧", "⟦20251231⟧", "⟦2024年12月30日⟧"] {
            flags(&RULE, &signed("2025年度法治政府建设情况报告", date));
        }
    }

    #[test]
    fn accepts_dates_after_the_year() {
        accepts(&RULE, &signed("2025年度法治政府建设情况报告", "2026年1月1日"));
        accepts(&RULE, &signed("2025年度法治政府建设情况报告", "20260120"));
        accepts(&RULE, &signed("2025年度法治政府建设情况报告", "2026年2月30日"));
    }

    #[test]
    fn accepts_reports_of_half_a_year_and_of_no_year() {
        accepts(&RULE, &signed("2025年上半年法治政府建设情况报告", "2025年7月2日"));
        accepts(&RULE, &signed("法治政府建设情况报告", "2025年12月13日"));
    }
}
