//! A title without the year.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::{shape, title};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：标题里没有写报告的年度。
    ///
    /// 为什么：年度报告一年一份，标题写明年度才能分辨；各地的报告标题都写年度。
    ///
    /// 示例：鹤川镇人民政府法治政府建设年度报告 → 鹤川镇人民政府2022年度法治政府建设年度报告
    ///
    /// 修改：在“法治政府建设”之前加上年度。
    ///
    /// 不算：年度用汉字写，只写了数字而漏“年”，写一段年份（“十四五”期间）；标题印了两次而其中一次有年度。
    "title-no-year", "标题缺年度", Structure, Warning, "公文写作惯例",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(heading) = &doc.title else { return };
    if title::names_year(&heading.text) || shape::other_titles(doc, heading).any(|span| title::names_year(doc.get(span))) {
        return;
    }
    let finding = RULE.finding(heading.span, format!("标题“{}”没有写年度", heading.text));
    let text = doc.get(heading.span);
    let before = ["推进法治", "全面推进", "法治", "法制", "依法行政", "依法治"];
    let place = text.find("关于").map(|at| at + "关于".len()).or_else(|| before.iter().filter_map(|word| text.find(word)).min());
    out.push(match (doc.year, place) {
        (Some(year), Some(at)) => {
            let year = format!("{year}年度");
            finding.fix(Fix::suggested(format!("加上“{year}”"), vec![Edit::insert(heading.span.start + at, year)]))
        }
        _ => finding,
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(title: &str) -> String {
        format!(
            "{title}\n\n县政府：\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n鹤川镇人民政府\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_titles_without_a_year() {
        flags(&RULE, &report("⟦鹤川镇人民政府法治政府建设年度报告⟧"));
        flags(&RULE, &report("⟦鹤川镇人民政府关于推进法治政府建设情况的报告⟧"));
        flags(&RULE, &report("⟦鹤川镇人民政府\n本年度法治政府建设情况报告⟧"));
        fixes(&RULE, &report("鹤川镇人民政府法治政府建设年度报告"), &report("鹤川镇人民政府2025年度法治政府建设年度报告"));
        fixes(
            &RULE,
            &report("鹤川镇人民政府关于法治政府建设情况的报告"),
            &report("鹤川镇人民政府关于2025年度法治政府建设情况的报告"),
        );
    }

    #[test]
    fn accepts_years_in_any_writing() {
        for title in [
            "鹤川镇人民政府2025年度法治政府建设年度报告",
            "沅江路街道2025法治政府建设年度报告",
            "鹤川镇人民政府二〇二五年法治政府建设情况报告",
            "鹤川镇人民政府“十四五”期间法治政府建设情况报告",
            "鹤川镇人民政府法治政府建设情况报告\n鹤川镇人民政府2025年度法治政府建设情况报告",
        ] {
            accepts(&RULE, &report(title));
        }
        accepts(&RULE, "一、主要举措和成效\n\n完成任务12项。\n");
    }
}
