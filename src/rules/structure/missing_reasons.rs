//! Shortcomings without their causes.

use crate::diagnostic::Severity;
use crate::document::{Document, Part, Status};
use crate::facts::{causes, shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：写了不足的部分，正文里没有一处分析原因。
    ///
    /// 为什么：督察工作规定要求写“不足和原因”，标题里写了“原因”还不够，正文要说明为什么。
    ///
    /// 示例：执法力量不足。 → 执法力量不足，主要原因是人员编制较少、专业背景单一。
    ///
    /// 修改：逐条补写原因，可以分主观、客观两个方面。
    ///
    /// 不算：用“由于”“因为”“源于”“根源在于”“究其原因”“受…制约”等写了原因；原因单列一段或一个小标题。
    "missing-reasons", "不足部分未分析原因", Structure, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let info = doc.part(Part::Shortcomings);
    let Some(range) = info.range.filter(|_| info.status != Status::Missing) else { return };
    if reasons(doc).is_some() {
        return;
    }
    let shown = info.heading.map_or(range, |heading| shape::heading_span(doc, heading));
    let named = if info.heading.is_some() { format!("“{}”", doc.get(shown)) } else { "写不足的这段话".to_owned() };
    // A sentence in another part is no section yet.
    let severity = if info.heading.is_some() { Severity::Warning } else { Severity::Info };
    let mut finding = RULE.finding(shown, format!("{named}只写了不足，没有写原因")).at_most(severity);
    finding.about = Some(Part::Shortcomings);
    out.push(finding);
}

/// The first cause given for the shortcomings; the heading's own 原因 gives none.
#[must_use]
pub fn reasons(doc: &Document) -> Option<Span> {
    let info = doc.part(Part::Shortcomings);
    let range = info.range?;
    let start = info.heading.and_then(|h| doc.headings.get(h)).map_or(range.start, |heading| heading.title.end);
    // Where line ends were lost the first sentence may stand in the heading.
    let title = Span::new(info.heading.and_then(|h| doc.headings.get(h)).map_or(start, |heading| heading.title.start), start);
    let told = around::has_any(doc.get(title), &["原因是", "原因为", "由于", "因为", "源于", "导致"]);
    if told {
        return Some(title);
    }
    causes::first(doc, Span::new(start, range.end)).or_else(|| {
        // Causes may stand in a section of their own: 四、原因分析.
        let own = doc.sections.iter().filter_map(|section| doc.headings.get(section.heading));
        own.filter(|heading| heading.title.start >= range.end)
            .find(|heading| around::has_any(doc.get(heading.title), &["原因", "成因", "根源"]) && heading.block + 1 < heading.end)
            .map(|heading| doc.section(heading))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(heading: &str, shortcomings: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n\
             二、{heading}\n\n{shortcomings}\n\n三、2026年度主要安排\n\n由于任务较重，要提前谋划。\n"
        )
    }

    fn flagged(shortcomings: &str) {
        let text = report("存在的不足和原因", shortcomings);
        flags(&RULE, &text.replace("二、存在的不足和原因", "⟦二、存在的不足和原因⟧"));
    }

    #[test]
    fn flags_shortcomings_that_are_only_listed() {
        flagged("一是执法力量不足。二是普法形式单一，针对性有待增强。");
        flagged("（一）执法人员能力有待提高。部分人员业务不熟。\n（二）普法实效不强。");
        flagged("当前存在的问题主要是以下三个方面：队伍不强，经费不足，机制不全。");
        flagged("对照要求认真查找不足和原因，还需从以下方面改进：队伍建设滞后，宣传不够深入。");
        flagged("法律顾问作用发挥不够，因此群众认可度不高。");
    }

    #[test]
    fn accepts_causes_in_any_wording() {
        for text in [
            "执法力量不足，主要原因是人员编制较少。",
            "案卷质量不高，究其根源，是培训走过场。",
            "因人员变动频繁，案卷质量不高。",
            "普法针对性不强，主观上创新不够，客观上经费有限。",
            "受编制限制，执法力量不足。",
            "专业人才短缺，主要是待遇偏低、岗位缺乏吸引力。",
            "执法力量不足，根子在于编制总量有限。",
            "这些不足的存在，既有客观因素，又有重视不够所致的主观因素。",
            "执法力量不足。\n（四）原因分析\n思想认识不到位，工作抓得不紧。",
            "部分干部学法不主动，导致依法办事能力不强。",
        ] {
            accepts(&RULE, &report("存在的不足和原因", text));
        }
        // Causes in a section of their own.
        let text =
            report("存在的不足", "执法力量不足。").replace("三、2026", "三、原因分析\n\n认识不到位，抓得不紧。\n\n四、2026");
        accepts(&RULE, &text);
        let causes = "（一）执法力量不足。\n\n法治建设不足的原因\n\n（一）人员编制较少。\n（二）培训不经常。";
        accepts(&RULE, &report("存在的不足和原因", causes));
        // No shortcomings at all: another rule's business.
        accepts(&RULE, "清溪镇人民政府2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n完成任务12项。\n");
    }
}
