//! Acts in the part on the leaders' duties that are nobody's.

use crate::document::{Cue, Document, Part};
use crate::facts::{acts, shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, around, chars, fold};

crate::declare_rule! {
    /// 检查什么：第一责任人履职部分写了具体的事，但全是单位做的，没有写明是书记、镇长（局长、主任）或者党政主要负责人做的。
    ///
    /// 为什么：这一部分要报告的是党政主要负责人本人履行职责的情况，不是单位的工作。
    ///
    /// 示例：镇党委召开会议4次，研究法治建设议题9个。 → 镇党委书记主持召开会议4次，研究法治建设议题9个。
    ///
    /// 修改：写明由哪一位主要负责人主持、批示、督办；不必写姓名。
    ///
    /// 不算：写了“党政主要负责人”“两位主要负责同志”；标题已经点明主要负责人，正文省略主语（“主持召开会议4次”）；通篇没有具体的事，由“第一责任人部分空泛”检查。
    "leader-role-not-named", "未写明党政主要负责人", Content, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some((heading, said)) = shape::headed(doc, Part::LeaderDuties) else { return };
    if is_named(doc, said) || leaves_subject_out(doc, said) || acts::sentences(doc, said).is_empty() {
        return;
    }
    let shown = shape::heading_span(doc, heading);
    let mut finding = RULE.finding(shown, format!("“{}”写了具体工作，没有写明是哪位主要负责人做的", doc.get(shown)));
    finding.about = Some(Part::LeaderDuties);
    out.push(finding);
}

/// Names of the leaders that are no cues, and posts of bodies of other kinds.
const NAMES: &[&str] = &[
    "本人",
    "党政负责人",
    "党政正职",
    "一把手",
    "主要责任人",
    "负责同志",
    "正职",
    "院长",
    "校长",
    "关长",
    "台长",
    "社长",
    "总队长",
    "支队长",
    "盟长",
    "董事长",
    "总经理",
];

/// Whether the part names a leader of the body's own: a post, or 主要负责人 as a person.
fn is_named(doc: &Document, said: Span) -> bool {
    let by_post = doc.cues_in(said).iter().any(|&(cue, at)| match cue {
        Cue::Post | Cue::PrincipalLeaders => {
            let named = acts::leaders(doc, at);
            named.party || named.government
        }
        // 第一责任人职责 names the duty, 第一责任人带头学法 a person.
        Cue::FirstResponsible => doc.text.get(at.end..).and_then(|rest| rest.strip_prefix('人')).is_some_and(|rest| {
            !["职责", "责任", "制", "履职", "的", "工作", "义务", "，", "。"].iter().any(|word| rest.starts_with(word))
        }),
        _ => false,
    });
    by_post || around::has_any(doc.get(said), NAMES)
}

/// Acts that one person does; 召开 and 研究 are a body's too, 亲自部署 is a phrase.
const PERSONAL: &[&str] =
    &["主持", "批示", "述法", "讲授", "授课", "领学", "带队", "出庭", "审签", "审定", "包案", "接访", "督办", "带头"];

/// Whether an act stands without a subject, so that the heading's leaders are who did it: 全年主持召开会议4次, 对积案作出批示.
fn leaves_subject_out(doc: &Document, said: Span) -> bool {
    const OTHERS: &[char] =
        &['镇', '乡', '委', '府', '局', '组', '办', '处', '所', '会', '员', '部', '司', '室', '干', '班', '村', '队', '各', '长'];
    doc.cues_in(said).iter().filter(|&&(cue, at)| cue == Cue::LeaderAct && PERSONAL.contains(&doc.get(at))).any(|&(_, at)| {
        let sentence = doc.sentence_at(at.start);
        let marks = doc.marks(Span::new(sentence.start.max(said.start), at.start));
        let start = marks.iter().rev().find(|mark| matches!(fold(mark.char), '，' | '：'));
        let before = doc.get(Span::new(start.map_or(sentence.start.max(said.start), |mark| mark.span().end), at.start));
        let before = before.trim_start_matches(chars::is_blank);
        if before.ends_with("亲自") {
            return false;
        }
        before.starts_with(['对', '就'])
            || before.starts_with("针对")
            || (before.chars().count() <= 6 && !before.contains(OTHERS))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(heading: &str, duties: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n一、主要举措和成效\n\n召开会议12次。\n\n\
             {heading}\n\n{duties}\n\n三、2026年度主要安排\n\n召开会议3次。\n"
        )
    }

    const HEADING: &str = "二、党政主要负责人履行推进法治建设第一责任人职责情况";

    fn flagged(duties: &str) {
        flags(&RULE, &report(&format!("⟦{HEADING}⟧"), duties));
    }

    fn accepted(duties: &str) {
        accepts(&RULE, &report(HEADING, duties));
    }

    #[test]
    fn flags_what_only_the_body_did() {
        flagged("镇党委召开会议4次，研究法治建设议题9个。镇政府听取执法工作汇报3次。");
        flagged("全年召开法治建设专题会议4次，研究解决执法经费等问题。\n开展法治培训3期。");
        flagged("镇党委召开会议6次，对法治建设重要工作亲自部署、重大问题亲自过问、重要任务亲自督办。");
        flagged("党委会专题研究法治建设工作，听取司法所工作汇报。");
        flagged("镇司法所所长带队检查6次，村党支部书记带头学法12次，镇党委听取汇报2次。");
    }

    #[test]
    fn accepts_leaders_in_any_wording() {
        accepted("镇党委书记主持召开党委会3次，镇长听取汇报2次。");
        accepted("党政主要负责人高度重视。全年召开专题会议4次，研究解决执法经费等问题。");
        accepted("两位主要负责同志带队检查6次。");
        accepted("乡长出庭应诉1次。书记作出批示3次。");
        accepted("镇党政正职全年参加法治培训3次，召开专题会议2次。");
        accepted("第一责任人带头学法，全年参加培训3次，召开专题会议2次。");
    }

    #[test]
    fn accepts_subjects_left_out_and_parts_without_acts() {
        accepted("坚持集体讨论，主持召开常务会议审议重大事项3件；对区法院《关于“一号建议”、“二号建议”的报告》作出批示。");
        accepted("全年主持召开党委会3次，研究法治建设议题9个，批示督办信访积案4件。");
        accepted("高度重视，统筹推进，形成齐抓共管的格局。");
        accepts(&RULE, "镇党委召开会议4次，研究法治建设议题9个。");
    }
}
