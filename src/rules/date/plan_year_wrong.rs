//! The plan is not one for the year after the report's.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Part};
use crate::facts::years::{Named, is_plans, named, report_year};
use crate::rule::{Check, Findings};
use crate::text::{Span, around, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：下一年度安排的标题或起首句写的年度不是报告年度的下一年。
    ///
    /// 为什么：规定要求报告“下一年度”的主要安排；写错多为沿用旧稿。
    ///
    /// 示例：四、2025年度推进法治政府建设的主要安排（2025年度报告） → 四、2026年度推进法治政府建设的主要安排
    ///
    /// 修改：改为报告年度的下一年。
    ///
    /// 不算：不写年度的“下一步”“下一年度”，跨年度的规划，合写标题中不足部分的年度，安排部分对全年工作的回顾。
    "plan-year-wrong", "安排年度错误", Date, Error, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some(report) = report_year(doc) else { return };
    let next = report.next();
    let Some(heading) = doc.part(Part::NextYear).heading.and_then(|h| doc.headings.get(h)) else { return };
    let own = doc
        .sections
        .iter()
        .filter(|s| s.heading == doc.part(Part::NextYear).heading.unwrap_or(usize::MAX))
        .all(|s| s.parts == [Part::NextYear]);
    let years: Vec<Named> = named(doc, heading.title).collect();
    let wrong = if own {
        years.iter().find(|n| n.year != next).filter(|_| !years.iter().any(|n| n.year == next))
    } else {
        // 2025年存在问题及2025年工作计划: the year that stands with the plan.
        years.iter().find(|n| n.year != next && is_plans(doc, heading.title, n))
    };
    let found = wrong.copied().or_else(|| opening(doc, heading.block, next)).or_else(|| below(doc, report.year));
    if let Some(n) = found {
        let message = format!("“{}”应为{next}年，即报告年度（{}年）的下一年", doc.get(n.span), report.year);
        let fix = Fix::suggested(format!("改为“{next}”"), vec![Edit::replace(n.digits, next.to_string())]);
        out.push(RULE.finding(n.span, message).fix(fix));
    }
}

/// A wrong year that opens the plan's first paragraph, in a sentence of intent: 2025年，我镇将…….
fn opening(doc: &Document, heading: usize, next: u32) -> Option<Named> {
    let block = doc.blocks.get(heading)?;
    let prose = doc.prose(block);
    let first = if prose.is_empty() { doc.blocks.get(heading + 1).filter(|b| doc.heading_of(b).is_none())?.span } else { prose };
    let n = named(doc, first).next()?;
    let text = doc.get(first);
    let lead = doc.get(Span::new(first.start, n.digits.start));
    let lead = lead.trim_matches(|c| is_blank(c) || fold(c) == '，');
    if !(lead.is_empty() || (lead.starts_with('下') && lead.chars().count() <= 8)) || n.year == next {
        return None;
    }
    let sentence = doc.sentences(first).next()?;
    let intends = around::has_any(doc.get(sentence), &["将", "计划", "拟", "力争", "重点做好", "继续", "围绕", "着力"]);
    let told = around::has_any(doc.get(sentence), TOLD);
    (intends && !told && !text.contains(&format!("{next}年"))).then_some(n)
}

/// Words of a sentence that tells what was done.
const TOLD: &[&str] = &["取得", "完成了", "虽然", "已", "较好", "圆满", "成效"];

/// The report's own year where a sub-heading or a sentence of intent in the plan names it: （二）2025年工作打算.
fn below(doc: &Document, year: u32) -> Option<Named> {
    const INTENT: &[&str] = &[
        "将继续",
        "将进一步",
        "将围绕",
        "将重点做",
        "将重点抓",
        "将重点推",
        "将重点围绕",
        "将重点从",
        "将着力",
        "将坚持",
        "将持续",
        "将深入",
        "计划组织",
        "计划开展",
        "计划举办",
        "计划完成",
        "计划新建",
        "计划新增",
    ];
    let plan = doc.part(Part::NextYear).heading?;
    let next = format!("{}年", year + 1);
    let of_year = |span: Span| named(doc, span).next().filter(|n| n.year == year && !doc.get(span).contains(&next));
    let heading = doc.headings.iter().filter(|heading| heading.parent == Some(plan)).find_map(|heading| {
        let title = doc.get(heading.title);
        let plans = ["安排", "打算", "计划", "思路"].iter().any(|word| title.ends_with(word));
        of_year(heading.title).filter(|n| plans && n.digits.start == heading.title.start)
    });
    heading.or_else(|| {
        let section = doc.headings.get(plan).map(|heading| doc.section(heading))?;
        let blocks = doc.body_blocks().filter(|(_, block)| section.contains(block.span) && doc.heading_of(block).is_none());
        blocks.flat_map(|(_, block)| doc.sentences(block.span)).find_map(|sentence| {
            let n = of_year(sentence).filter(|n| n.digits.start == sentence.start)?;
            let says = |words: &[&str]| around::has_any(doc.get(sentence), words);
            (!says(TOLD) && says(INTENT)).then_some(n)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(plan: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n办案3件。\n二、2025年度存在的不足和原因\n人员较少。\n{plan}\n清溪镇人民政府\n2026年1月20日\n"
        )
    }

    #[test]
    fn flags_headings_of_another_year() {
        flags(&RULE, &report("三、⟦2025年度⟧推进法治政府建设的主要安排\n举办培训4期。"));
        flags(&RULE, &report("三、下一年度（⟦2024年⟧）工作打算\n举办培训4期。"));
        flags(&RULE, &report("三、⟦2027年⟧工作思路\n举办培训4期。"));
        fixes(&RULE, &report("三、2025年工作计划\n举办培训4期。"), &report("三、2026年工作计划\n举办培训4期。"));
    }

    #[test]
    fn flags_the_opening_sentence() {
        flags(&RULE, &report("三、下一步工作打算\n⟦2025年⟧，清溪镇将继续推进依法行政，举办培训4期。"));
        flags(&RULE, &report("三、下一步工作打算\n下一步，⟦2024年⟧我镇将围绕重点任务，举办培训4期。"));
        flags(&RULE, &report("三、存在问题及⟦2025年⟧工作计划\n人员较少，举办培训4期。"));
    }

    #[test]
    fn flags_the_report_year_within_the_plan() {
        flags(&RULE, &report("三、存在问题和下一步打算\n（一）存在问题\n人员较少。\n（二）⟦2025年⟧工作打算\n举办培训4期。"));
        flags(&RULE, &report("三、存在问题和下一步打算\n人员较少。\n⟦2025年⟧，我镇将围绕上述问题，举办培训4期。"));
        flags(&RULE, &report("三、下一年度工作安排\n（一）强化培训\n⟦2025年⟧，我镇计划组织培训4期。"));
        accepts(
            &RULE,
            &report(
                "三、下一年度工作安排\n（一）强化培训\n2025年，我镇将普法工作纳入考核，举办培训4期。2026年，将继续举办培训。",
            ),
        );
        accepts(
            &RULE,
            &report("三、存在问题和下一步打算\n（一）2025年工作计划完成情况\n完成12项。\n（二）2026年工作打算\n举办培训4期。"),
        );
    }

    #[test]
    fn accepts_the_next_year_and_looking_back() {
        accepts(&RULE, &report("三、2026年度主要安排\n2026年，清溪镇将举办培训4期。"));
        accepts(&RULE, &report("三、下一年度主要安排\n2025年，全镇依法行政取得成效。2026年，将举办培训4期。"));
        accepts(
            &RULE,
            &report("三、2026年度主要安排\n对照《法治政府建设实施纲要（2021—2025年）》开展评估，2025年底前未完成的继续推进。"),
        );
        accepts(&RULE, &report("三、2025年存在问题及2026年工作计划\n人员较少，举办培训4期。"));
        accepts(&RULE, "一、主要举措\n办案3件。\n二、2026年工作安排\n举办培训4期。\n");
        accepts(&RULE, &report("三、“十五五”时期（2026—2030年）工作思路\n举办培训4期。"));
    }
}
