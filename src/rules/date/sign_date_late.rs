//! Signed after the day by which such reports are due.

use crate::document::{Date, Document, Profile};
use crate::facts::years::report_year;
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：成文日期晚于报送时限（下一年3月1日前；省级和标题下标注日期的按公开时限，4月1日前）。
    ///
    /// 为什么：县级以上政府部门，市、县、乡党委和政府每年3月1日前报告上一年度法治政府建设情况，省级4月1日前；4月1日前向社会公开。
    ///
    /// 示例：2025年度报告，成文日期2026年5月8日 → 核对日期
    ///
    /// 修改：核对成文日期；确属迟报的，说明情况。
    ///
    /// 不算：重新公开、另行印发的日期可以晚于时限，核对后可以忽略。
    "sign-date-late", "超过报送、公开时限", Date, Info, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(line) = doc.date else { return };
    let (Some(date), Some(report)) = (line.date.filter(|date| date.exists()), report_year(doc)) else { return };
    // Under the title stands the day of a session or of publication.
    let signed = doc.block_at(line.span.start).is_some_and(|block| block >= doc.body.end);
    let provincial = doc.profile == Profile::Province || !doc.profile_known;
    let month = if signed && !provincial { 3 } else { 4 };
    let limit = Date { year: report.next(), month, day: 1 };
    // Several years later the title's year is the slip, or an old report is put on the net anew.
    if date <= limit || date.year > report.next() + 1 {
        return;
    }
    let what = if month == 3 { "报送" } else { "公开" };
    let message = format!("成文日期“{}”晚于{what}时限（{}年{month}月1日前），建议核对", doc.get(line.span), limit.year);
    out.push(RULE.finding(line.span, message));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn signed(organ: &str, date: &str) -> String {
        format!("{organ}2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n{organ}\n{date}\n")
    }

    #[test]
    fn flags_dates_behind_the_limit() {
        flags(&RULE, &signed("清溪镇人民政府", "⟦2026年3月20日⟧"));
        flags(&RULE, &signed("临河县教育局", "⟦2026-05-08⟧"));
        flags(&RULE, &signed("江岭省人民政府", "⟦2026年6月1日⟧"));
    }

    #[test]
    fn accepts_dates_in_time_and_provinces() {
        accepts(&RULE, &signed("清溪镇人民政府", "2026年1月20日"));
        accepts(&RULE, &signed("清溪镇人民政府", "2026年3月1日"));
        accepts(&RULE, &signed("江岭省人民政府", "2026年3月28日"));
        accepts(&RULE, &signed("清溪镇人民政府", "2025年12月20日"));
    }

    #[test]
    fn accepts_a_date_under_the_title_up_to_the_day_of_publication() {
        accepts(&RULE, "清溪镇人民政府2025年度法治政府建设情况报告\n（2026年3月20日）\n\n一、主要成效\n\n办结3件。\n");
        accepts(&RULE, &signed("清溪镇人民政府", "2029年1月20日"));
    }
}
