//! Bodies of another kind than the one that reports.

use std::sync::OnceLock;

use crate::document::Document;
use crate::facts::bodies::{self, Names};
use crate::rule::{Check, Findings};
use crate::text::Hit;

use super::foreign;

crate::declare_rule! {
    /// 检查什么：与本单位类型不符的机构名和自称，如乡镇报告中的“工委”“街道办事处”“我局”，街道报告中的“镇党委”“全镇”，部门报告中的“我镇”。
    ///
    /// 为什么：这类词多是套用其他单位的材料留下的；乡镇设党委和政府，街道设党工委和办事处，部门设党组，不能混用。
    ///
    /// 示例：（镇的报告）充分发挥工委的领导作用 → 充分发挥镇党委的领导作用
    ///
    /// 修改：建议改为本单位的机构名，请结合上下文确认。
    ///
    /// 不算：“乡镇（街道）”等并列说法，写明名称的其他单位（某某街道、石桥镇党委），上级机关，“关工委”“人大工委”等，街道两侧等道路，引号和书名号内的文字。
    "wrong-entity", "机关层级词不符", Consistency, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| bodies::words(Names::Body))
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    foreign::check(&RULE, Names::Body, doc, hit, out);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, report};

    #[test]
    fn flags_the_bodies_of_a_subdistrict_in_a_town() {
        flags(&RULE, "充分发挥⟦工委⟧在推进镇法治政府建设中的领导作用。");
        flags(&RULE, "切实让法治建设融入⟦街道发展大局⟧，⟦我街道⟧制定年度计划，⟦街道办事处⟧认真落实。");
        flags(&RULE, "⟦党工委⟧、⟦街道办事处⟧高度重视，组织⟦街道干部⟧学法12次。");
        fixes(&RULE, "充分发挥工委的领导作用，融入街道发展大局。", "充分发挥镇党委的领导作用，融入全镇发展大局。");
    }

    #[test]
    fn flags_the_bodies_of_a_department_in_a_town() {
        flags(&RULE, "2025年，⟦我局⟧开展执法检查12次，⟦局党组⟧专题研究3次，⟦镇党组⟧会议2次。");
    }

    #[test]
    fn flags_the_bodies_of_a_town_elsewhere() {
        flags(&RULE, &report("湖滨街道办事处", "⟦镇党委⟧统筹司法所、派出所等力量，⟦全镇⟧调解纠纷12件，⟦我镇⟧法治氛围浓厚。"));
        flags(&RULE, &report("临河县教育局", "局党组听取汇报3次。⟦镇党委⟧坚持把法治建设与业务工作一同部署，⟦我镇⟧办理案件3件。"));
        flags(&RULE, &report("临河县人民政府", "县长主持召开会议3次，⟦我镇⟧研究法治议题5个，⟦我局⟧开展检查。"));
        flags(&RULE, &report("石门乡人民政府", "乡党委书记带头学法，⟦全镇⟧干部参加培训，⟦镇政府⟧听取汇报2次。"));
    }

    #[test]
    fn accepts_lists_of_kinds_and_named_partners() {
        accepts(&RULE, "指导各乡镇（街道）开展工作，与双井街道、湖滨街道办事处联合执法3次，邀请石桥街道党工委派员交流。");
        accepts(&RULE, "在县委、县政府领导下，配合县公安局、司法局党组开展工作，经开区党工委、管委会协同推进。");
        accepts(&RULE, "清理主要街道两侧乱堆乱放，整治街道环境卫生，街道清扫保洁到位，服务城区、街道办事处和社区。");
        accepts(&RULE, "镇关工委进校园讲法治课8场，镇人大工委、团工委参与，事关全局的工作全部落实，自我局限逐步打破。");
        accepts(&RULE, "学习《关于加强街道党工委建设的意见》，开展“我局长走流程”活动，镇党组织书记参加培训。");
    }

    #[test]
    fn accepts_bodies_above_and_below() {
        let town = "健全镇（街道）执法协调机制，老旧城镇长效管护，与镜湖镇政府、双井街道联合执法，石桥镇全镇参与。";
        accepts(&RULE, &report("湖滨街道办事处", town));
        accepts(
            &RULE,
            &report("临河县人民政府", "各镇党委、街道党工委书记全部述法，县政府党组听取汇报3次，督促镇党委、镇政府落实责任。"),
        );
        accepts(
            &RULE,
            &report("临河县教育局", "住房安全镇（街道）联络站设立，指导各镇政府落实，石桥镇党委高度重视，全镇推广经验。"),
        );
        accepts(
            &RULE,
            &report("宁川经济技术开发区管理委员会", "党工委书记主持召开党工委会议7次，管委会主任听取汇报，街道办事处配合。"),
        );
    }

    #[test]
    fn flags_what_another_kind_of_body_will_do() {
        flags(&RULE, "⟦街道将进一步⟧加强执法队伍建设。");
        flags(&RULE, &report("湖滨街道办事处", "⟦镇将进一步⟧加强执法队伍建设。"));
        accepts(&RULE, "双井街道将进一步加强协作，与城区街道将继续联动。");
        accepts(&RULE, &report("湖滨街道办事处", "石桥镇将进一步加强协作，城镇将继续扩大。"));
    }
}
