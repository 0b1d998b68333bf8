//! A date of signature that the calendar does not have.

use crate::document::Document;
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：成文日期不存在，如2月30日、13月。
    ///
    /// 为什么：成文日期是会议通过或者负责人签发的日期，应当准确。
    ///
    /// 示例：2027年2月30日 → 核对后改正
    ///
    /// 修改：核对签发日期。
    ///
    /// 不算：闰年的2月29日。
    "sign-date-invalid", "成文日期不存在", Date, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(line) = doc.date else { return };
    if line.date.is_some_and(|date| !date.exists()) {
        out.push(RULE.finding(line.span, format!("成文日期“{}”不存在", doc.get(line.span))));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn signed(date: &str) -> String {
        format!("清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n清溪镇人民政府\n{date}\n")
    }

    #[test]
    fn flags_days_and_months_that_are_not() {
        for date in ["2026年2月30日", "2026年13月1日", "2026年2月29日", "2026年11月31日", "2026年0月5日", "2026-02-30"]
        {
            flags(&RULE, &signed(&format!("⟦{date}⟧")));
        }
    }

    #[test]
    fn accepts_days_that_are() {
        accepts(&RULE, &signed("2024年2月29日"));
        accepts(&RULE, &signed("2026年1月31日"));
        accepts(&RULE, &signed("20260131"));
        accepts(&RULE, "2025年2月30日不是日期，正文里的由其他规则检查。");
    }
}
