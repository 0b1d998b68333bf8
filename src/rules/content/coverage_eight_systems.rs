//! Which of the outline's eight systems the achievements do not speak of.

use crate::document::{Document, Part, Profile, Status};
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::text::{Span, around};

crate::declare_rule! {
    /// 检查什么：成效部分没有写到《法治政府建设实施纲要》八个体系中的哪几个。县级以上政府缺一个就提示；部门、乡镇、街道、开发区缺四个以上才提示。
    ///
    /// 为什么：纲要从八个体系部署法治政府建设，成效通常对照着写，缺的可能是漏写。
    ///
    /// 示例：（成效部分没有提到应急、演练、安全生产） → （补写突发事件应对方面的工作）
    ///
    /// 修改：有工作的补写；没有这项职能的不必写。
    ///
    /// 不算：用别的说法写到的（“营商环境”“合法性审查”“综治中心”）；乡镇、街道不要求写规范性文件和立法；2020年及以前的报告；成效很短的节选。
    "coverage-eight-systems", "八个体系覆盖提示", Content, Info, "《法治政府建设实施纲要（2021—2025年）》",
    Check::Document(check),
}

/// The systems, each with words that tell of it.
const SYSTEMS: [(&str, &[&str]); 8] = [
    (
        "政府机构职能",
        &[
            "职能",
            "权责清单",
            "权力清单",
            "放管服",
            "政务服务",
            "营商",
            "许可",
            "审批",
            "机构改革",
            "便民",
            "办事",
            "窗口",
            "一网通办",
            "简政放权",
            "证明事项",
            "职责",
            "服务事项",
        ],
    ),
    (
        "依法行政制度",
        &[
            "规范性文件",
            "规章",
            "立法",
            "制度建设",
            "制度体系",
            "备案",
            "清理",
            "法规",
            "文件审查",
            "公平竞争审查",
            "修订",
            "制定",
        ],
    ),
    ("行政决策", &["决策", "合法性审查", "法律顾问", "公职律师", "听证", "集体讨论"]),
    ("行政执法", &["执法", "行政处罚", "裁量", "行政检查", "立案"]),
    (
        "突发事件应对",
        &[
            "突发",
            "应急",
            "安全生产",
            "防汛",
            "防灾",
            "疫情",
            "演练",
            "救援",
            "消防",
            "隐患",
            "预案",
            "灾害",
            "抗旱",
            "预警",
            "森林防火",
        ],
    ),
    (
        "矛盾纠纷预防调处化解",
        &["矛盾", "纠纷", "调解", "信访", "复议", "枫桥", "综治", "诉源", "投诉", "诉求", "裁决", "仲裁", "争议"],
    ),
    (
        "行政权力制约和监督",
        &[
            "监督",
            "公开",
            "审计",
            "督察",
            "人大代表",
            "政协",
            "提案",
            "问责",
            "巡察",
            "评查",
            "评议",
            "督导",
            "考核",
            "败诉",
            "应诉",
        ],
    ),
    (
        "科技保障",
        &[
            "数字",
            "信息化",
            "平台",
            "智慧",
            "互联网",
            "大数据",
            "掌上",
            "网上",
            "线上",
            "系统",
            "智能",
            "科技",
            "一网",
            "网办",
            "扫码",
            "非现场",
            "视频",
            "公众号",
            "小程序",
        ],
    ),
];

/// The systems that make rules, which townships and subdistricts do not.
const RULES_SYSTEM: &str = "依法行政制度";

/// Chinese characters below which the achievements are an excerpt.
const SHORTEST: usize = 300;

fn check(doc: &Document, out: &mut Findings) {
    let info = doc.part(Part::Achievements);
    let outlined = doc.year.is_none_or(|year| year >= 2021);
    let (Some(heading), Status::Present) = (info.heading, info.status) else { return };
    if info.chars < SHORTEST || !outlined || info.range.is_none_or(|range| shape::has_prompt(doc, range)) {
        return;
    }
    let grassroots = matches!(doc.profile, Profile::Township | Profile::Subdistrict | Profile::Zone);
    let government = matches!(doc.profile, Profile::County | Profile::City | Profile::Province);
    let said: Vec<Span> = doc.part_blocks(Part::Achievements).map(|(_, block)| block.span).collect();
    let absent: Vec<&str> = SYSTEMS
        .iter()
        .filter(|(name, _)| !grassroots || *name != RULES_SYSTEM)
        .filter(|(_, words)| !said.iter().any(|&span| around::has_any(doc.get(span), words)))
        .map(|&(name, _)| name)
        .collect();
    if absent.len() < if government { 1 } else { 4 } {
        return;
    }
    let names: String = absent.iter().map(|name| format!("“{name}”")).collect();
    let shown = shape::heading_span(doc, heading);
    let mut finding = RULE.finding(shown, format!("成效部分没有看到{names}方面的内容，有这方面工作的建议补写"));
    finding.about = Some(Part::Achievements);
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    const ALL: [&str; 8] = [
        "优化政务服务",
        "制定规范性文件",
        "规范行政决策",
        "严格行政执法",
        "开展应急演练",
        "化解矛盾纠纷",
        "主动公开信息",
        "建设数字平台",
    ];

    fn report(organ: &str, told: &[&str]) -> String {
        let filler = "各项任务扎实推进，全年目标如期达成，群众满意程度稳步上升。".repeat(12);
        format!(
            "{organ}2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n\n⟦一、主要举措和成效⟧\n\n{}。\n\n{filler}\n\n二、不足\n\n执法力量不足。\n",
            told.join("，")
        )
    }

    fn accepted(text: &str) {
        accepts(&RULE, &text.replace(['⟦', '⟧'], ""));
    }

    #[test]
    fn flags_systems_a_government_leaves_out() {
        flags(&RULE, &report("临河县人民政府", &ALL[..7]));
        flags(&RULE, &report("临河县人民政府", &[ALL[0], ALL[1], ALL[2], ALL[3], ALL[6], ALL[7]]));
    }

    #[test]
    fn flags_many_left_out_elsewhere() {
        flags(&RULE, &report("清溪镇人民政府", &ALL[2..4]));
        flags(&RULE, &report("临河县司法局", &ALL[..4]));
    }

    #[test]
    fn accepts_reports_that_tell_of_all() {
        accepted(&report("临河县人民政府", &ALL));
        accepted(&report(
            "清溪镇人民政府",
            &["推行一窗受理、便民服务", "合法性审查9件", "行政处罚3件", "防汛演练", "综治中心运行", "人大代表建议办结"],
        ));
    }

    #[test]
    fn accepts_what_a_body_need_not_tell() {
        accepted(&report("清溪镇人民政府", &[ALL[2], ALL[3], ALL[5], ALL[6]]));
        accepted(&report("临河县司法局", &ALL[..5]));
        accepted(&report("临河县人民政府", &ALL[..7]).replace("2025", "2019"));
        accepts(&RULE, "全年办案3件。");
    }
}
