//! Headings or the preamble speak of another year than the report.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Part};
use crate::facts::years::{Named, ReportYear, named, opening_years, report_year};
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：部分标题、小标题或导语写的年度与报告年度不同，如2025年度报告写“一、2024年度……主要举措和成效”。
    ///
    /// 为什么：多为沿用上年稿件没有改年份；送审时要核对时间、数字。
    ///
    /// 示例：一、2024年度推进法治政府建设的主要举措和成效（2025年度报告） → 一、2025年度推进法治政府建设的主要举措和成效
    ///
    /// 修改：改为报告年度；标题的年度与全文都不同时，改标题。
    ///
    /// 不算：规划纲要的起止年份、书名号内的名称、“较2024年”等比较、“2021年以来”“2024年底”、下一年度安排的年度（另有规则检查）。
    "report-year-conflict", "年度前后不一", Date, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(report) = report_year(doc) else { return };
    if let Some(title) = report.wrong_title() {
        let message = format!("标题写“{}”，正文写的是{}年", doc.get(title.span), report.year);
        out.push(RULE.finding(title.span, message).fix(replace(title, report.year)));
    }
    for section in &doc.sections {
        let Some(heading) = doc.headings.get(section.heading) else { continue };
        let plans = section.parts.contains(&Part::NextYear);
        if section.parts.is_empty() || section.parts == [Part::NextYear] {
            continue;
        }
        let right = |year: u32| year == report.year || (plans && year == report.next());
        out.extend(named(doc, heading.title).filter(|n| !right(n.year)).map(|n| conflict(doc, &report, n)));
    }
    let tops: Vec<usize> = doc.sections.iter().map(|section| section.heading).collect();
    for (i, heading) in doc.headings.iter().enumerate() {
        // A sub-heading that opens with an earlier year and does not settle that year's matters.
        let settles = || around::has_any(doc.get(heading.title), &["遗留", "结转", "反馈", "督察", "整改", "剩余", "历史"]);
        if heading.level > 3 || tops.binary_search(&i).is_ok() {
            continue;
        }
        let first = named(doc, heading.title).next().filter(|n| n.digits.start == heading.title.start && n.year < report.year);
        if let Some(n) = first.filter(|_| !settles()) {
            out.push(conflict(doc, &report, n));
        }
    }
    preamble(doc, &report, out);
}

/// The preamble's opening year and the lead-in's.
fn preamble(doc: &Document, report: &ReportYear, out: &mut Findings) {
    let opening: Vec<Named> = opening_years(doc).collect();
    // A preamble that tells of two years has its history.
    if !opening.iter().any(|n| n.year == report.year) {
        let near = |n: &&Named| n.year.abs_diff(report.year) <= 2;
        out.extend(opening.iter().filter(near).map(|&n| conflict(doc, report, n)));
    }
    let Some(lead_in) = doc.lead_in else { return };
    let text = doc.get(lead_in);
    let from = ["现将", "现就", "现把"].iter().find_map(|word| text.find(word)).unwrap_or(0);
    for n in named(doc, lead_in).filter(|n| n.digits.start >= lead_in.start + from && n.year != report.year) {
        let behind = doc.get(Span::new(n.span.end, lead_in.end));
        let plan = around::has_any(behind, &["计划", "安排", "思路", "打算", "重点", "谋划"]);
        let planned = plan && n.year == report.next();
        if !planned && !opening.contains(&n) {
            out.push(conflict(doc, report, n));
        }
    }
}

fn conflict(doc: &Document, report: &ReportYear, n: Named) -> crate::diagnostic::Finding {
    let finding = RULE.finding(n.span, format!("“{}”与报告年度（{}年）不一致", doc.get(n.span), report.year));
    let finding = finding.fix(replace(n, report.year));
    match report.title.filter(|title| title.year == report.year) {
        Some(title) => finding.related(title.span, "标题的年度"),
        None => finding,
    }
}

fn replace(n: Named, year: u32) -> Fix {
    Fix::suggested(format!("改为“{year}”"), vec![Edit::replace(n.digits, year.to_string())])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(intro: &str, first: &str, second: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n{intro}现将有关情况报告如下：\n一、{first}主要举措和成效\n办案3件。\n二、{second}存在的不足和原因\n人员较少。\n三、2026年度主要安排\n举办培训4期。\n清溪镇人民政府\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_headings_of_another_year() {
        flags(&RULE, &report("2025年，依法行政取得成效。", "⟦2024年度⟧推进法治政府建设的", "2025年度"));
        flags(&RULE, &report("", "2025年推进法治政府建设的", "推进法治政府建设⟦2023年⟧"));
        fixes(&RULE, &report("", "2024年度推进法治政府建设", "2025年度"), &report("", "2025年度推进法治政府建设", "2025年度"));
        flags(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n（一）⟦2024年度⟧普法工作\n举办讲座3场。\n（二）执法工作\n办案3件。\n",
        );
    }

    #[test]
    fn flags_the_preamble_and_the_lead_in() {
        flags(&RULE, &report("⟦2024年⟧，清溪镇扎实推进依法行政。", "2025年度", "2025年度"));
        flags(&RULE, &report("", "2025年度", "2025年度").replace("现将有关", "现将我镇⟦2024年度⟧有关"));
    }

    #[test]
    fn a_title_that_stands_alone_is_the_one_to_change() {
        let title = report("2025年，依法行政取得成效。", "2025年度", "2025年度")
            .replace("清溪镇人民政府2025年度法治", "清溪镇人民政府⟦2024年度⟧法治");
        flags(&RULE, &title);
    }

    #[test]
    fn accepts_spans_comparisons_and_history() {
        accepts(
            &RULE,
            &report("2021年以来，持续推进《法治政府建设实施纲要（2021—2025年）》。2025年，成效明显。", "2025年度", ""),
        );
        accepts(&RULE, &report("2024年是奠基之年。\n2025年，清溪镇扎实推进依法行政。", "2025年度", "2025年"));
        accepts(&RULE, &report("", "2021—2025年规划实施暨2025年度", "2025年度"));
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n（一）2024年督察反馈问题整改\n整改3件。\n（二）2023年底前任务收官\n办案3件。\n",
        );
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n一、2025年工作情况\n办案3件。\n二、2025年存在问题和2026年工作打算\n人员较少，下一步开展培训。\n",
        );
        accepts(&RULE, &report("现将2025年工作情况和2026年工作计划报告如下：\n", "2025年度", "2025年度"));
    }
}
