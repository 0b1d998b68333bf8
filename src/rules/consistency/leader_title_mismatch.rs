//! Leaders' posts of another kind of body than the one that reports.

use std::sync::OnceLock;

use crate::diagnostic::{Finding, Fix};
use crate::document::Document;
use crate::facts::bodies::{self, Names};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around};

use super::foreign;

crate::declare_rule! {
    /// 检查什么：与本单位类型不符的党政主要负责人职务，如街道报告中的“镇长”，镇的报告中的“党组书记”“办事处主任”“局长”。
    ///
    /// 为什么：乡镇是党委书记和镇长（乡长），街道是党工委书记和办事处主任，部门是党组书记和局长；写错职务多是套用了其他单位的材料。
    ///
    /// 示例：（街道的报告）镇长主持审议重大事项12项 → 办事处主任主持审议重大事项12项
    ///
    /// 修改：建议改为本单位的职务，请结合上下文确认。
    ///
    /// 不算：其他单位和其他人员的职务（派出所所长、县公安局局长、村党支部书记），“长效”“长期”等相邻的字，引号和书名号内的文字。
    "leader-title-mismatch", "领导职务与主体不符", Consistency, Error, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| bodies::words(Names::Post).into_iter().chain(SECRETARIES).collect())
}

/// The heads of departments, who are secretaries too.
const SECRETARIES: [&str; 3] = ["书记、局长", "书记、厅长", "书记、主任"];
/// What a department's name ends in, and the post of its head.
const HEADS: [(&str, &str); 4] = [("局", "局长"), ("厅", "厅长"), ("委员会", "主任"), ("办公室", "主任")];

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if SECRETARIES.contains(&doc.get(hit.span)) {
        out.extend(head_of_another(doc, hit.span));
    } else {
        foreign::check(&RULE, Names::Post, doc, hit, out);
    }
}

/// 局党组书记、厅长: the head of a department of another name.
fn head_of_another(doc: &Document, span: Span) -> Option<Finding> {
    let organ = doc.organ.as_deref().filter(|_| doc.profile.is_department() && doc.profile_known)?;
    let (_, right) = HEADS.into_iter().find(|(end, _)| organ.ends_with(end))?;
    let post = Span::new(span.start + "书记、".len(), span.end);
    let party = around::preceded_by(doc.text, span.start, &["党组", "党委"])?;
    let at = span.start - party.len();
    let kind = around::preceded_by(doc.text, at, &["局", "厅", "委", "办"]).map_or(0, str::len);
    let own = foreign::stands_alone(doc.text, Span::new(at, span.end))
        || foreign::stands_alone(doc.text, Span::new(at - kind, span.end));
    (own && doc.get(post) != right && foreign::is_prose(doc, span.start)).then(|| {
        let message = format!("“{}”与本单位不符：{organ}的主要负责人是{right}", doc.get(post));
        RULE.finding(post, message).fix(Fix::suggest_replace(post, right))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, report};

    #[test]
    fn flags_posts_of_other_bodies_in_a_town() {
        flags(&RULE, "镇党委会议研究部署。⟦党组书记⟧主持召开会议4次，⟦办事处主任⟧听取汇报3次。");
        flags(&RULE, "⟦镇党组书记⟧、镇长担任领导小组组长，⟦党工委书记⟧、⟦办事处主任⟧带头学法。");
        flags(&RULE, "⟦局党组书记⟧、⟦局长⟧认真履行推进法治建设第一责任人职责。");
        fixes(&RULE, "镇党组书记、镇长担任领导小组组长。", "镇党委书记、镇长担任领导小组组长。");
        fixes(&RULE, "办事处主任听取汇报3次。", "镇长听取汇报3次。");
    }

    #[test]
    fn flags_posts_of_a_town_elsewhere() {
        flags(&RULE, &report("湖滨街道办事处", "带头依法决策。⟦镇长⟧主持审议重大事项12项，⟦镇党委书记⟧带头述法。"));
        flags(&RULE, &report("临河县教育局", "⟦镇党委书记⟧、镇长主持召开会议3次。"));
        flags(&RULE, &report("石门乡人民政府", "⟦镇长⟧主持召开会议3次，研究法治议题5个。"));
    }

    #[test]
    fn flags_the_head_of_another_department() {
        flags(&RULE, &report("江原省水利厅", "厅党组书记、⟦局长⟧先后主持召开党组会5次。"));
        flags(&RULE, &report("临河县教育局", "党组书记、⟦主任⟧带头学法，局党组书记、局长述法。"));
        flags(&RULE, &report("临河县卫生健康委员会", "委党组书记、⟦局长⟧带头学法。"));
        accepts(
            &RULE,
            &report(
                "江原省水利厅",
                "厅党组书记、厅长主持召开党组会5次，邀请省司法厅党组书记、厅长和市水利局党组书记、局长授课。",
            ),
        );
        accepts(&RULE, &report("临河县教育局", "局党组书记、局长述法，县卫健委党组书记、主任参加。"));
        accepts(&RULE, &report("临河县政务服务中心", "党组书记、主任带头学法。"));
    }

    #[test]
    fn accepts_other_peoples_posts() {
        accepts(
            &RULE,
            "派出所所长、司法所所长参加协调会6次，县公安局局长到场指导，邀请县司法局党组书记、局长授课1次，村党支部书记述法。",
        );
        accepts(&RULE, "镇党委书记、镇长主持召开会议4次，与石桥街道办事处主任会商2次，开发区党工委书记调研指导。");
        accepts(&RULE, "县司法局高度重视，局长两次到镇调研；谋划事关全局长远发展的任务，布局长效机制。");
    }

    #[test]
    fn accepts_posts_of_partners_elsewhere() {
        accepts(
            &RULE,
            &report(
                "湖滨街道办事处",
                "推广城镇长效管护，与镜湖镇镇长会商3次，组织乡镇长培训班学员交流，党工委书记、办事处主任带头学法。",
            ),
        );
        accepts(
            &RULE,
            &report("临河县人民政府", "县委书记、县长带头述法，组织镇党委书记、镇长和局长述法，公安局局长兼任副县长。"),
        );
        accepts(&RULE, &report("临河县教育局", "局党组书记、局长主持召开会议8次，县长质量奖申报有序，组织镇长座谈1次。"));
    }

    #[test]
    fn flags_a_short_post_of_a_subdistrict() {
        flags(&RULE, "⟦街道主任⟧主持召开会议6次。");
        accepts(&RULE, "邀请双井街道主任主持交流会，各街道主任参加。");
    }
}
