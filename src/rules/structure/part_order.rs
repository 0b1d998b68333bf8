//! Parts in another order than the regulation lists them.

use crate::document::{Document, Part, Section};
use crate::facts::shape;
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：成效、不足、安排三部分的先后次序与规定列举的次序不同，或者安排写在第一责任人履职之前。
    ///
    /// 为什么：督察工作规定依次列举成效、不足、履职、安排，多数报告照此排列，便于审阅；规定没有把次序作为硬性要求。
    ///
    /// 示例：二、2026年度主要安排　三、存在的不足和原因 → 二、存在的不足和原因　三、2026年度主要安排
    ///
    /// 修改：调整部分的次序和序号。
    ///
    /// 不算：第一责任人履职排在最前，或紧接在成效之后（不少地方如此）；两部分合写；其他需要报告的情况。
    "part-order", "部分顺序与规定列举不一致", Structure, Info, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    // Of the achievements' many sections the first counts.
    let first = |part: Part| doc.sections.iter().position(|section| section.parts.contains(&part));
    let own = |k: &usize| doc.sections.get(*k).is_some_and(|section: &Section| section.parts.len() == 1);
    let pairs = [
        (Part::Achievements, Part::Shortcomings),
        (Part::Achievements, Part::NextYear),
        (Part::Shortcomings, Part::NextYear),
        (Part::LeaderDuties, Part::NextYear),
    ];
    let mut seen = Vec::new();
    for (earlier, later) in pairs {
        let (Some(a), Some(b)) = (first(earlier).filter(own), first(later).filter(own)) else { continue };
        if b < a && !seen.contains(&b) {
            seen.push(b);
            let heading =
                |k: usize| doc.sections.get(k).map(|section| shape::heading_span(doc, section.heading)).unwrap_or_default();
            let (wrong, other) = (heading(b), heading(a));
            out.push(
                RULE.finding(wrong, format!("“{}”排在“{}”之前，通常按规定列举的次序放在其后", doc.get(wrong), doc.get(other)))
                    .related(other, format!("“{}”在这里", earlier.name())),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(headings: [&str; 4]) -> String {
        let mut text = "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n".to_owned();
        for (heading, number) in headings.iter().zip(["一", "二", "三", "四"]) {
            let (open, heading) = heading.strip_prefix('⟦').map_or(("", *heading), |rest| ("⟦", rest));
            text.push_str(&format!("\n{open}{number}、{heading}\n\n镇政府扎实推进各项工作，完成年度任务12项。\n"));
        }
        text
    }

    #[test]
    fn flags_the_part_that_comes_too_early() {
        flags(
            &RULE,
            &report(["主要举措和成效", "⟦2026年度主要安排⟧", "存在的不足和原因", "党政主要负责人履行第一责任人职责情况"]),
        );
        flags(&RULE, &report(["⟦存在的问题及原因⟧", "工作开展情况", "主要负责人履职尽责情况", "下一步打算"]));
        flags(&RULE, &report(["主要成效", "存在不足", "⟦来年工作思路⟧", "主要负责同志履行第一责任人职责情况"]));
    }

    #[test]
    fn accepts_the_regional_orders() {
        accepts(
            &RULE,
            &report(["主要举措和成效", "存在的不足和原因", "党政主要负责人履行第一责任人职责情况", "2026年度主要安排"]),
        );
        accepts(
            &RULE,
            &report(["党政主要负责人履行第一责任人职责情况", "主要举措和成效", "存在的不足和原因", "2026年度主要安排"]),
        );
        accepts(
            &RULE,
            &report(["主要举措和成效", "党政主要负责人履行第一责任人职责情况", "存在的不足和原因", "2026年度主要安排"]),
        );
        accepts(
            &RULE,
            &report(["主要举措和成效", "党政主要负责人履行第一责任人职责情况", "存在问题及下一步打算", "其他需要报告的情况"]),
        );
        accepts(&RULE, &report(["坚持党的领导，强化责任落实", "坚持依法决策", "存在的问题和不足", "2026年工作安排"]));
    }
}
