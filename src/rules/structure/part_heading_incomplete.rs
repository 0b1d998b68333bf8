//! A part's heading that keeps only half of the regulation's words.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Heading, Part, Status};
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：第二部分的标题只写“不足”“问题”，没有“原因”；第三部分的标题写了主要负责人，没有“第一责任人”。
    ///
    /// 为什么：督察工作规定要求报告“不足和原因”“履行推进法治建设第一责任人职责”的情况，标题写全，内容也不容易漏。
    ///
    /// 示例：二、存在的不足 → 二、存在的不足和原因
    ///
    /// 修改：按规定写全标题；当地模板另有写法的，可以不改。
    ///
    /// 不算：写作“成因”“根源”“原因分析”的；原因单列一个部分；不足与安排合写的标题；“履行法治政府建设工作职责”等通行写法。
    "part-heading-incomplete", "部分标题不完整", Structure, Info, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let present = |part: Part| Some(doc.part(part)).filter(|info| info.status == Status::Present).and_then(|info| info.heading);
    let shortcomings = present(Part::Shortcomings).and_then(|i| without_reasons(doc, i, doc.headings.get(i)?));
    let leaders = present(Part::LeaderDuties).and_then(|i| without_duty(doc, i, doc.headings.get(i)?));
    for (part, heading, lacks, edit) in [shortcomings, leaders].into_iter().flatten() {
        let shown = shape::heading_span(doc, heading);
        let mut finding = RULE.finding(shown, format!("标题“{}”没有写“{lacks}”，建议写全", doc.get(shown)));
        finding.about = Some(part);
        if let Some(edit) = edit {
            finding = finding.fix(Fix::suggested(format!("写上“{lacks}”"), vec![edit]));
        }
        out.push(finding);
    }
}

/// The part, its heading, what the heading does not say, and how to say it.
type Half = (Part, usize, &'static str, Option<Edit>);

const REASONS: &[&str] = &["原因", "成因", "根源", "缘由", "症结", "剖析", "分析", "归因"];
const WANTS: &[&str] = &["不足", "问题", "短板", "差距", "弱项", "薄弱环节", "困难", "欠缺", "瓶颈"];

fn without_reasons(doc: &Document, index: usize, heading: &Heading) -> Option<Half> {
    let title = doc.get(heading.title);
    let told = |title: &str| around::has_any(title, REASONS);
    let elsewhere =
        doc.sections.iter().filter_map(|section| doc.headings.get(section.heading)).any(|other| told(doc.get(other.title)));
    if told(title) || elsewhere || !around::has_any(title, WANTS) {
        return None;
    }
    let joint = if title.contains(['和', '与', '及']) { "及原因" } else { "和原因" };
    let edit = WANTS.iter().any(|word| title.ends_with(word)).then(|| Edit::insert(heading.title.end, joint));
    Some((Part::Shortcomings, index, "原因", edit))
}

fn without_duty(doc: &Document, index: usize, heading: &Heading) -> Option<Half> {
    const FULL: &str = "履行推进法治建设第一责任人职责";
    let title = doc.get(heading.title);
    let leaders =
        around::has_any(title, &["主要负责人", "主要负责同志", "主要责任人", "党政主要", "主要领导", "党政负责人", "一把手"]);
    if !leaders || around::has_any(title, &["第一责任", "第一职责", "首要责任", "首责"]) {
        return None;
    }
    let start = title.find("履行").or(title.find("履职"));
    let stretch = start.and_then(|start| {
        let rest = title.get(start..)?;
        let len = if rest.starts_with("履职") { "履职".len() } else { rest.find("职责")? + "职责".len() };
        Some(Span::new(heading.title.start + start, heading.title.start + start + len))
    });
    Some((Part::LeaderDuties, index, "第一责任人", stretch.map(|span| Edit::replace(span, FULL))))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(second: &str, third: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n完成任务12项。\n\n\
             {second}\n\n执法力量不足，主要原因是编制少。\n\n{third}\n\n镇长主持会议3次。\n\n四、2026年度主要安排\n\n提前谋划。\n"
        )
    }

    const SECOND: &str = "二、存在的不足和原因";
    const THIRD: &str = "三、党政主要负责人履行推进法治建设第一责任人职责情况";

    #[test]
    fn flags_half_a_heading() {
        flags(&RULE, &report("⟦二、存在的不足⟧", THIRD));
        flags(&RULE, &report("⟦二、2025年度推进法治政府建设存在的主要问题和短板⟧", THIRD));
        flags(&RULE, &report(SECOND, "⟦三、党政主要负责人履职情况⟧"));
        flags(&RULE, &report(SECOND, "⟦三、主要负责同志抓法治建设责任落实情况⟧"));
    }

    #[test]
    fn fixes_say_it_whole() {
        fixes(&RULE, &report("二、存在的不足", THIRD), &report(SECOND, THIRD));
        fixes(&RULE, &report("二、存在的问题和不足", THIRD), &report("二、存在的问题和不足及原因", THIRD));
        fixes(&RULE, &report(SECOND, "三、党政主要负责人履职情况"), &report(SECOND, THIRD));
        fixes(&RULE, &report(SECOND, "三、党政主要负责人履行法治建设职责情况"), &report(SECOND, THIRD));
    }

    #[test]
    fn accepts_other_words_for_the_same() {
        accepts(&RULE, &report("二、短板与成因", "三、切实履行法治政府建设工作职责"));
        accepts(&RULE, &report("二、存在问题及原因分析", "三、镇党委书记、镇长履行第一责任人职责情况"));
    }

    #[test]
    fn accepts_merged_parts_and_reasons_of_their_own() {
        accepts(&RULE, &report("二、存在的不足", THIRD).replace("四、2026", "四、原因分析\n\n编制少。\n\n五、2026"));
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n\n一、主要成效\n\n办案3件。\n\n二、存在的不足和下一步打算\n\n力量不足，将充实力量。\n",
        );
    }
}
