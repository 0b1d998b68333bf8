//! The part on the leaders' duties without an act of theirs.

use crate::document::{Document, Part};
use crate::facts::{acts, shape};
use crate::rule::{Check, Findings};

crate::declare_rule! {
    /// 检查什么：第一责任人履职部分通篇是原则性的话，没有一件具体的事（主持会议、听取汇报、批示、述法、出庭、讲课等），也没有次数。
    ///
    /// 为什么：督察工作规定要求报告党政主要负责人履行职责的有关情况，看的是本人做了什么。
    ///
    /// 示例：高度重视法治建设，定期召开会议研究。 → 镇党委书记主持召开党委会3次，研究法治建设议题9个。
    ///
    /// 修改：写明谁、做了什么、多少次、解决了什么问题。
    ///
    /// 不算：没有数字但写了具体做法（如“作出批示”“带头述法”“听取汇报”）；履职写在其他部分的一句话里。
    "leader-duty-generic", "第一责任人部分空泛", Content, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let Some((heading, said)) = shape::headed(doc, Part::LeaderDuties) else { return };
    if !acts::sentences(doc, said).is_empty() {
        return;
    }
    let shown = shape::heading_span(doc, heading);
    let mut finding = RULE.finding(shown, format!("“{}”没有写主要负责人的具体做法和次数", doc.get(shown)));
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
    fn flags_set_phrases() {
        flagged(
            "党政主要负责人切实履行第一责任人职责，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
        );
        flagged("成立由镇党委书记、镇长任组长的领导小组，定期召开会议，研究部署重点工作，合法性审查率100%。");
        flagged("领导干部带头尊法学法守法用法，不断提高运用法治思维和法治方式的能力，服务大厅受理业务1700余项。");
        flagged("镇党委高度重视，坚持以上率下，完善责任体系，及时听取工作汇报。\n严格落实行政机关负责人出庭应诉制度。");
    }

    #[test]
    fn accepts_acts_glued_to_the_heading() {
        let text = report("⟦⟧").replace("⟦⟧", "镇党委书记主持召开党委会3次，研究法治建设议题9个。").replace(['⟦', '⟧'], "");
        let (head, tail) = text.split_once("镇党委书记主持").unwrap_or_default();
        accepts(&RULE, &format!("{}局党组书记、局长切实扛起推进法治建设第一责任人的责任，镇党委书记主持{tail}", head.trim_end()));
    }

    #[test]
    fn accepts_one_concrete_act() {
        for duties in [
            "镇党委书记主持召开党委会3次，研究法治建设议题9个。",
            "高度重视，统筹推进。镇长在年终述职时一并述法，接受干部群众评议。",
            "两位主要负责同志带队检查，对信访积案作出批示。",
            "党委会专题研究法治建设工作，听取司法所工作汇报。",
            "镇党委书记、镇长带头学法五次，参加旁听庭审。",
            "全年召开法治建设专题会议4次，解决执法经费等问题。",
            "局党组书记、局长讲授法治党课。",
            "局里组织宪法宣誓，主要领导领誓。",
            "镇党委书记切实履职，在镇党委会上带头学习习近平法治思想。",
            "镇党委书记带领班子学习，为全镇干部上法治辅导课。",
            "镇长深入企业检查，约谈隐患整改不力的企业负责人。",
            "镇党委书记高度重视。全年组织法律知识专题讲座2次。",
            "党政主要负责人认真履职，主任办公会专题审议法治政府建设报告。",
            "党政主要负责人严格履职，就年度重点工作召开专题会议。",
        ] {
            accepted(duties);
        }
        // No part of its own with a heading.
        accepts(&RULE, "镇党委、政府主要负责人切实履行第一责任人职责，高度重视法治建设。");
    }
}
