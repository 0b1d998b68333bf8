//! A part's heading without the year the others carry.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Part, Status};
use crate::facts::title;
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：几个部分的标题写了年度，另外的部分标题没有写。
    ///
    /// 为什么：各部分标题的写法通常一致；年度写明了，也便于和上一年的报告区分。
    ///
    /// 示例：一、推进法治政府建设主要举措和成效（二、三两部分均有“2023年度”） → 一、2023年度推进法治政府建设主要举措和成效
    ///
    /// 修改：在标题前补上年度；下一年度安排写下一年。
    ///
    /// 不算：只有一个部分或只有成效、安排两部分的标题写了年度；用“上一年度”“下一年度”“下一步”表示时间；专题式标题。
    "part-heading-year", "部分标题年度不一致", Structure, Info, "公文写作惯例",
    Check::Document(check),
}

/// A part's own heading.
struct Named {
    part: Part,
    title: Span,
    year: Option<u32>,
}

fn check(doc: &Document, out: &mut Findings) {
    let named: Vec<Named> = Part::ALL.into_iter().filter_map(|part| named(doc, part)).collect();
    let dated = named.iter().filter(|n| n.part != Part::NextYear && n.year.is_some()).count();
    if dated < 2 {
        return;
    }
    for n in named.iter().filter(|n| n.year.is_none() && !is_relative(doc.get(n.title))) {
        let words = doc.get(n.title);
        let finding = RULE.finding(n.title, format!("“{words}”没有写年度，其他部分的标题写了"));
        out.push(match year_for(doc, &named, n.part) {
            Some((year, true)) => finding.fix(Fix::safe(format!("补上“{year}”"), vec![Edit::insert(n.title.start, year)])),
            Some((year, false)) => finding.fix(Fix::suggested(format!("补上“{year}”"), vec![Edit::insert(n.title.start, year)])),
            None => finding,
        });
    }
}

/// The heading of a part that has a section of its own and names itself; a theme is no name.
fn named(doc: &Document, part: Part) -> Option<Named> {
    let info = doc.part(part);
    let heading = doc.headings.get(info.heading.filter(|_| info.status == Status::Present)?)?;
    let text = doc.get(heading.title);
    let year = doc
        .numbers(heading.title)
        .iter()
        .find(|n| n.digits == 4 && (2000..2100).contains(&n.mantissa))
        .map(|n| n.mantissa as u32);
    let theme = part == Part::Achievements
        && !around::has_any(text, &["成效", "情况", "举措", "措施", "做法", "工作", "成绩", "成果", "进展"]);
    let nameless = part == Part::Achievements && year.is_none() && is_theme(doc);
    (!theme && !nameless).then_some(Named { part, title: heading.title, year })
}

/// Whether the achievements are told under several headings.
fn is_theme(doc: &Document) -> bool {
    doc.sections.iter().filter(|section| section.parts == [Part::Achievements]).count() > 1
}

/// Whether a heading says when in other words.
fn is_relative(heading: &str) -> bool {
    title::names_year(heading)
        || around::has_any(
            heading,
            &[
                "上一年",
                "上年",
                "本年",
                "全年",
                "当年",
                "下一年",
                "下年",
                "明年",
                "来年",
                "下一步",
                "下步",
                "下一阶段",
                "今后",
                "今年",
                "新的一年",
                "一年来",
                "年度",
            ],
        )
}

/// 2023年度, as the other headings write it, and whether they all agree with the report year; `None` where none does.
fn year_for(doc: &Document, named: &[Named], part: Part) -> Option<(String, bool)> {
    let year = doc.year?;
    let right = |n: &Named, found: u32| found == if n.part == Part::NextYear { year + 1 } else { year };
    let mut dated = named.iter().filter_map(|n| Some((n, n.year?)));
    let all = dated.clone().all(|(n, found)| right(n, found));
    let (model, _) = dated.find(|&(n, found)| right(n, found))?;
    let form = if doc.get(model.title).contains("年度") { "年度" } else { "年" };
    Some((format!("{}{form}", if part == Part::NextYear { year + 1 } else { year }), all))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(headings: [&str; 4]) -> String {
        let mut text = "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n".to_owned();
        for (heading, number) in headings.iter().zip(["一", "二", "三", "四"]) {
            text.push_str(&format!("\n{number}、{heading}\n\n镇政府扎实推进各项工作，完成年度任务12项。\n"));
        }
        text
    }

    const LEADERS: &str = "2025年度党政主要负责人履行推进法治建设第一责任人职责的情况";

    #[test]
    fn flags_the_headings_that_lack_the_year() {
        flags(&RULE, &report(["⟦推进法治政府建设主要举措和成效⟧", "2025年度存在的不足和原因", LEADERS, "2026年度主要安排"]));
        flags(&RULE, &report(["2025年主要举措和成效", "2025年存在的问题", "⟦主要负责人履行第一责任人职责情况⟧", "⟦主要安排⟧"]));
        fixes(
            &RULE,
            &report(["2025年度主要举措和成效", "存在的不足和原因", LEADERS, "主要安排"]),
            &report(["2025年度主要举措和成效", "2025年度存在的不足和原因", LEADERS, "2026年度主要安排"]),
        );
        fixes(
            &RULE,
            &report(["2025年主要举措和成效", "2025年存在的问题", "第一责任人履职情况", "下一步打算"]),
            &report(["2025年主要举措和成效", "2025年存在的问题", "2025年第一责任人履职情况", "下一步打算"]),
        );
    }

    #[test]
    fn accepts_headings_that_agree_or_say_it_otherwise() {
        accepts(&RULE, &report(["主要举措和成效", "存在的不足和原因", "第一责任人履职情况", "2026年度主要安排"]));
        accepts(&RULE, &report(["2025年工作开展情况", "存在的不足和原因", "第一责任人履职情况", "2026年度主要安排"]));
        accepts(&RULE, &report(["2025年度主要举措和成效", "2025年度存在的不足和原因", LEADERS, "下一步工作安排"]));
        accepts(&RULE, &report(["上一年度主要举措和成效", "2025年度存在的不足和原因", LEADERS, "下一年度主要安排"]));
        accepts(&RULE, &report(["坚持党的领导，把牢正确方向", "坚持依法决策", "2025年存在的不足", "2026年工作安排"]));
    }
}
