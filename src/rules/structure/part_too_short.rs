//! A part of a few words.

use crate::document::{Document, Part, Status};
use crate::facts::shape;
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：不足、履职、安排三个部分中，某一部分的篇幅不到全文的5%；或者不到150字，又不到全文的8%。
    ///
    /// 为什么：督察工作规定把这几项与成效并列，篇幅过短，内容多半不具体。
    ///
    /// 示例：（全文3000字，不足部分80字） → （逐条写明不足和原因）
    ///
    /// 修改：充实内容，写明具体情况。
    ///
    /// 不算：全文很短的报告（按比例看）；几个部分合写；没有单列的部分。
    "part-too-short", "部分篇幅过短", Structure, Info, "公文写作惯例",
    Check::Document(check),
}

/// Chinese characters below which a text is too short to be measured so.
const WHOLE: usize = 800;
/// Chinese characters that are few in any report.
const FEW: usize = 150;

fn check(doc: &Document, out: &mut Findings) {
    let body: usize = doc.parts.iter().filter(|info| info.status == Status::Present).map(|info| info.chars).sum();
    if body < WHOLE {
        return;
    }
    for part in [Part::Shortcomings, Part::LeaderDuties, Part::NextYear] {
        let info = doc.part(part);
        let (Some(heading), Status::Present) = (info.heading, info.status) else { continue };
        let share = info.chars * 100 / body;
        if share >= 5 && (info.chars >= FEW || share >= 8) {
            continue;
        }
        let shown = shape::heading_span(doc, heading);
        let mut finding =
            RULE.finding(shown, format!("“{}”只有{}字，占各部分的{share}%，通常写得更具体", doc.get(shown), info.chars));
        finding.about = Some(part);
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn prose(count: usize) -> String {
        "全镇各村各办公室认真落实法治建设各项任务，依法行政水平得到提高。".repeat(count)
    }

    fn report(achievements: usize, shortcomings: usize, plan: usize) -> String {
        format!(
            "一、主要举措和成效\n{}\n二、存在的不足和原因\n{}\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n{}\n四、下一年度主要安排\n{}\n",
            prose(achievements),
            prose(shortcomings),
            prose(8),
            prose(plan)
        )
    }

    #[test]
    fn flags_parts_of_a_few_words() {
        flags(&RULE, &report(40, 1, 8).replace("二、存在的不足和原因", "⟦二、存在的不足和原因⟧"));
        flags(&RULE, &report(70, 8, 2).replace("四、下一年度主要安排", "⟦四、下一年度主要安排⟧"));
        flags(&RULE, &report(40, 4, 8).replace("二、存在的不足和原因", "⟦二、存在的不足和原因⟧"));
    }

    #[test]
    fn accepts_parts_in_proportion() {
        accepts(&RULE, &report(30, 5, 8));
        // Some two hundred of three thousand characters.
        accepts(&RULE, &report(85, 8, 10));
    }

    #[test]
    fn accepts_short_reports_and_merged_parts() {
        accepts(&RULE, &report(6, 1, 2));
        let merged =
            report(40, 1, 8).replace("二、存在的不足和原因", "二、存在的不足和下一步打算").replace("四、下一年度主要安排\n", "");
        accepts(&RULE, &merged);
    }
}
