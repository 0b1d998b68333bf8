//! How many of the first person's duties the part on them speaks of.

use crate::document::{Document, Part, Status};
use crate::facts::{acts, shape};
use crate::rule::{Check, Findings};
use crate::text::around;

crate::declare_rule! {
    /// 检查什么：第一责任人履职部分写到的职责不足三类。职责分九类：主持会议和听取汇报，四个亲自，学法，纳入规划和考核，依法决策和合法性审查，执法监督，应诉复议，述法，普法。
    ///
    /// 为什么：职责规定对党政主要负责人列了多项职责，报告通常从几个方面写履职情况。
    ///
    /// 示例：（只写主持召开会议4次） → （再写带头学法、述法，督促整改执法问题等情况）
    ///
    /// 修改：对照职责清单补写做了的事；没有做的不必写。
    ///
    /// 不算：写到三类以上；乡镇没有应诉、复议；履职写在其他部分的一句话里。
    "leader-duty-coverage", "第一责任人职责覆盖不足", Content, Info, "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条至第六条（县级以上；其他单位参照）",
    Check::Document(check),
}

/// The duties, each with words that tell of it.
const DUTIES: [(&str, &[&str]); 9] = [
    ("主持会议、听取汇报", &["主持", "召开", "听取", "专题研究", "研究部署", "审议", "议题", "会议"]),
    ("亲自部署、过问、协调、督办", &["亲自", "批示", "督办", "包案", "带队", "调研", "约谈"]),
    ("带头学法", &["学习", "学法", "领学", "中心组", "旁听庭审"]),
    ("纳入规划和考核", &["规划", "计划", "要点", "考核", "清单", "目标责任", "同部署", "任务分解", "分解"]),
    (
        "依法决策、合法性审查",
        &["合法性审查", "法律顾问", "公职律师", "依法决策", "集体讨论", "重大决策", "重大行政决策", "民主集中"],
    ),
    ("执法监督", &["执法", "督察", "行政检查", "行政处罚"]),
    ("应诉、复议", &["应诉", "出庭", "复议", "诉讼", "裁判", "司法建议", "检察建议", "败诉"]),
    ("述法", &["述法", "述职"]),
    ("普法", &["普法", "法治课", "宣讲", "授课", "讲授", "宣传", "党课", "讲座"]),
];

/// How many are enough.
const ENOUGH: usize = 3;

fn check(doc: &Document, out: &mut Findings) {
    let Some((heading, said)) = shape::headed(doc, Part::LeaderDuties) else { return };
    // Without an act the part is told to be empty.
    if doc.part(Part::LeaderDuties).status == Status::Merged || acts::sentences(doc, said).is_empty() {
        return;
    }
    let text = doc.get(said);
    let (told, open): (Vec<_>, Vec<_>) = DUTIES.iter().partition(|(_, words)| around::has_any(text, words));
    if told.len() >= ENOUGH {
        return;
    }
    let names = |duties: &[&(&str, &[&str])]| duties.iter().map(|(name, _)| format!("“{name}”")).collect::<String>();
    let shown = shape::heading_span(doc, heading);
    let mut finding = RULE.finding(
        shown,
        format!("履职情况只写到{}，通常还写{}等方面，做了的建议补写", names(&told), names(open.get(..3).unwrap_or(&open))),
    );
    finding.about = Some(Part::LeaderDuties);
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags, with_duties as report};

    fn flagged(duties: &str) {
        flags(&RULE, &report(duties));
    }

    fn accepted(duties: &str) {
        accepts(&RULE, &report(duties).replace(['⟦', '⟧'], ""));
    }

    #[test]
    fn flags_one_or_two_duties() {
        flagged("镇党委书记主持召开党委会3次，研究有关议题9个。");
        flagged("镇长听取汇报2次，作出批示4次。");
        flagged("镇党委书记、镇长在年终述职时述法，接受评议。");
    }

    #[test]
    fn accepts_three_duties_in_any_wording() {
        accepted("镇党委书记主持召开会议3次，领学习近平法治思想2次，在年终述职时述法。");
        accepted("镇长审定年度法治建设要点，批示督办信访积案4件，为干部讲授法治课1次。");
        accepted("镇长召开会议2次，督促整改执法问题6个，审查合同做到未经合法性审查不上会。");
    }

    #[test]
    fn accepts_parts_without_acts_and_sentences_elsewhere() {
        accepted("高度重视，统筹推进。");
        accepts(&RULE, "一、主要成效\n镇党委书记切实履行第一责任人职责，主持召开会议3次。\n二、不足\n人员较少。\n");
    }
}
