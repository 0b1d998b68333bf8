//! A date of signature that is not written as 2026年1月20日.

use crate::diagnostic::Fix;
use crate::document::{Document, is_without_day};
use crate::rule::{Check, Findings};
use crate::text::is_blank;

crate::declare_rule! {
    /// 检查什么：成文日期写成20260120、2026-01-20、2026.1.20、二〇二六年一月二十日等。
    ///
    /// 为什么：成文日期用阿拉伯数字将年、月、日标全。
    ///
    /// 示例：20231213 → 2023年12月13日
    ///
    /// 修改：改为“2023年12月13日”式的写法；日期不存在的，核对后改正。
    ///
    /// 不算：正文中的日期、网页元信息里的日期、月日前多写的0（另有规则检查）、尚未填写的日期。
    "sign-date-format", "成文日期格式", Date, Error, "GB/T 9704—2012 7.3.5.4",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    // A date under the title is another matter.
    let Some(line) = doc.date.filter(|line| doc.block_at(line.span.start).is_some_and(|block| block >= doc.body.end)) else {
        return;
    };
    let written: String = doc.get(line.span).chars().filter(|&c| !is_blank(c)).collect();
    if is_standard(&written) {
        return;
    }
    match line.date {
        Some(date) if date.exists() => {
            let right = date.standard();
            let message = format!("成文日期“{}”应写作“{right}”", doc.get(line.span));
            out.push(RULE.finding(line.span, message).fix(Fix::safe_replace(line.span, &right)));
        }
        Some(_) => out.push(RULE.finding(line.span, format!("成文日期“{written}”没有写明年、月、日，也不是有效的日期"))),
        None if is_without_day(&written) => {
            out.push(RULE.finding(line.span, format!("成文日期“{written}”没有写到日")));
        }
        // What is still to be filled in is spoken of elsewhere.
        None if written.bytes().all(|b| b.is_ascii_digit()) => {
            out.push(RULE.finding(line.span, format!("成文日期“{written}”缺“年”“月”“日”")));
        }
        None => {}
    }
}

/// Whether a date is digits, 年, digits, 月, digits, 日; padding is another rule's matter.
fn is_standard(date: &str) -> bool {
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    date.split_once('年').and_then(|(year, rest)| Some((year, rest.split_once('月')?))).is_some_and(|(year, (month, day))| {
        year.len() == 4 && digits(year, 4) && digits(month, 2) && day.strip_suffix('日').is_some_and(|day| digits(day, 2))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn signed(date: &str) -> String {
        format!("清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府\n{date}\n")
    }

    #[test]
    fn flags_every_other_form() {
        for date in [
            "20260120",
            "2026-01-20",
            "2026.1.20",
            "2026/1/20",
            "二〇二六年一月二十日",
            "2026年1月20",
            "2026年1月20号",
            "２０２６年１月２０日",
        ] {
            flags(&RULE, &signed(&format!("⟦{date}⟧")));
            fixes(&RULE, &signed(date), &signed("2026年1月20日"));
        }
        flags(&RULE, "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府　⟦2026.01.20⟧\n");
        flags(&RULE, &signed("⟦20261345⟧"));
        flags(&RULE, &signed("⟦2026年1月⟧"));
        fixes(&RULE, &signed("2026年元月5日"), &signed("2026年1月5日"));
    }

    #[test]
    fn reads_dates_whose_marks_were_lost() {
        fixes(&RULE, &signed("2026926"), &signed("2026年9月26日"));
        // 1月28日 or 12月8日.
        flags(&RULE, &signed("⟦2026128⟧"));
    }

    #[test]
    fn accepts_the_standard_form_and_other_dates() {
        accepts(&RULE, &signed("2026年1月20日"));
        accepts(&RULE, &signed("2026 年 1 月 20 日"));
        accepts(&RULE, &signed("2026年01月20日"));
        accepts(&RULE, &signed("2026年　月　日"));
        accepts(&RULE, "2025.12.4，开展宣传，发布日期2026-01-20。");
    }
}
