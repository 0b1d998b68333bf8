//! Achievements that crowd the other parts out.

use crate::document::{Document, Part, Status};
use crate::facts::shape;
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：四个部分都单列，而成效部分占了八成以上的篇幅。
    ///
    /// 为什么：不足、履职、安排与成效同是规定的内容，通常各有相当的篇幅。
    ///
    /// 示例：（成效3500字，其余三个部分共600字） → （压缩成效，充实不足和原因、履职情况）
    ///
    /// 修改：压缩成效部分，充实其他部分。
    ///
    /// 不算：履职情况写在成效部分里；有的部分合写或者缺少；全文很短。
    "part-unbalanced", "成效篇幅畸重", Structure, Info, "公文写作惯例",
    Check::Document(check),
}

/// Chinese characters below which a text is too short to be measured so.
const WHOLE: usize = 800;

fn check(doc: &Document, out: &mut Findings) {
    let info = doc.part(Part::Achievements);
    let body: usize = doc.parts.iter().map(|info| info.chars).sum();
    let apart = doc.parts.iter().all(|info| info.status == Status::Present);
    let Some(heading) = info.heading.filter(|_| apart && body >= WHOLE && info.chars * 5 > body * 4) else { return };
    let shown = shape::heading_span(doc, heading);
    let share = info.chars * 100 / body;
    let mut finding = RULE.finding(shown, format!("成效部分占各部分的{share}%，其他部分篇幅偏少，通常更均衡"));
    finding.about = Some(Part::Achievements);
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn prose(count: usize) -> String {
        "全镇各村各办公室认真落实法治建设各项任务，依法行政水平得到提高。".repeat(count)
    }

    fn report(achievements: usize, others: usize) -> String {
        format!(
            "一、主要举措和成效\n{}\n二、存在的不足和原因\n{1}\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n{1}\n四、下一年度主要安排\n{1}\n",
            prose(achievements),
            prose(others)
        )
    }

    fn flagged(text: &str) {
        flags(&RULE, &text.replace("一、主要举措和成效", "⟦一、主要举措和成效⟧"));
    }

    #[test]
    fn flags_achievements_above_four_fifths() {
        flagged(&report(60, 4));
        flagged(&report(100, 7));
        flagged(&report(30, 1));
    }

    #[test]
    fn accepts_reports_in_proportion() {
        accepts(&RULE, &report(60, 8));
        accepts(&RULE, &report(9, 0));
    }

    #[test]
    fn accepts_parts_told_elsewhere() {
        accepts(&RULE, &report(60, 2).replace("三、党政主要负责人履行推进法治建设第一责任人职责情况\n", ""));
        accepts(
            &RULE,
            &report(60, 2).replace("二、存在的不足和原因", "二、存在的不足和下一步打算").replace("四、下一年度主要安排\n", ""),
        );
    }
}
