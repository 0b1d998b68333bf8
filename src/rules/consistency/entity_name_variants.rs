//! One body under two names.

use crate::document::{Document, Profile};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

use super::foreign;

crate::declare_rule! {
    /// 检查什么：同一机构前后写成两个名称，如“法治建设领导小组”与“法治政府建设工作领导小组”，“综合行政执法队”与“综合执法队”。
    ///
    /// 为什么：机构名称应当前后一致；确为两个机构的，请写明区别。
    ///
    /// 示例：法治建设领导小组……法治政府建设工作领导小组 → 核对是否为同一机构
    ///
    /// 修改：核对后统一名称。
    ///
    /// 不算：上级和下级的同类机构（县法治政府建设领导小组），普法、营商环境等其他领导小组，书名号和引号内的名称。
    "entity-name-variants", "同一机构名称不一", Consistency, Info, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["领导小组", "综合行政执法", "综合执法", "纠纷调处中心", "纠纷调解中心", "纠纷化解中心", "纠纷调处化解中心", "矛盾调处中心"]
}

/// A family of names, within which two names are likely to mean one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// 法治建设领导小组 and its like.
    LeadingGroup,
    /// 综合行政执法队 and its like, by what stands behind.
    Enforcement(&'static str),
    /// 矛盾纠纷调处中心 and its like.
    Mediation,
}

struct Name<'t> {
    family: Family,
    /// What tells it from another of its family.
    key: &'t str,
    span: Span,
}

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    let mut seen: Vec<Name> = Vec::new();
    for name in hits.iter().filter_map(|&hit| name(doc, hit)) {
        let of_family: Vec<&Name> = seen.iter().filter(|other| other.family == name.family).collect();
        if of_family.iter().any(|other| other.key == name.key) {
            continue;
        }
        // One finding a family: the first two names.
        if let [other] = of_family.as_slice() {
            let message = format!("“{}”与前文的“{}”是否为同一机构，请核对后统一名称", doc.get(name.span), doc.get(other.span));
            out.push(RULE.finding(name.span, message).related(other.span, "前文的名称"));
        }
        seen.push(name);
    }
}

fn name<'t>(doc: &Document<'t>, hit: Hit) -> Option<Name<'t>> {
    if !foreign::is_prose(doc, hit.span.start) {
        return None;
    }
    match doc.get(hit.span) {
        "领导小组" => leading_group(doc, hit.span),
        "综合行政执法" | "综合执法" => enforcement(doc, hit.span),
        _ => mediation(doc, hit.span),
    }
}

/// 法治建设领导小组: what stands between 法治 or 依法 and 领导小组 must be one of the words for the whole of it.
fn leading_group<'t>(doc: &Document<'t>, span: Span) -> Option<Name<'t>> {
    const SUBJECTS: &[&str] = &[
        "全面推进依法行政",
        "推进依法行政",
        "依法行政",
        "全面依法治镇",
        "全面依法治县",
        "全面依法治区",
        "全面依法治市",
        "依法治镇",
        "依法治乡",
        "依法治县",
        "依法治区",
        "依法治市",
        "依法治理",
        "推进法治政府建设",
        "推进法治建设",
        "法治政府建设",
        "法治政府",
        "法治建设",
        "法治工作",
    ];
    let head = around::han_before(doc.text, span.start, 16);
    let (subject, work) = match head.strip_suffix("工作") {
        Some(head) if SUBJECTS.iter().any(|subject| head.ends_with(subject)) => (head, "工作".len()),
        _ => (head, 0),
    };
    let word = SUBJECTS.iter().filter(|word| subject.ends_with(**word)).max_by_key(|word| word.len())?;
    let start = span.start - work - word.len();
    // 依法治县委员会 and a county's group are the superior's.
    let owner = chars::before(doc.text, start);
    let superior = match doc.profile {
        Profile::Township | Profile::Subdistrict => owner.is_some_and(|c| matches!(c, '县' | '市' | '区' | '省' | '各')),
        _ => owner.is_some_and(|c| matches!(c, '镇' | '乡' | '道' | '局' | '省' | '各')),
    };
    // 普法依法治理领导小组 is another body.
    let other =
        around::preceded_by(doc.text, start, &["普法", "普法与", "普法和", "普法、", "宣传教育和", "宣传教育与"]).is_some();
    let key = doc.get(Span::new(start, span.start)).trim_start_matches("推进");
    (!superior && !other).then_some(Name { family: Family::LeadingGroup, key, span: Span::new(start, span.end) })
}

/// 综合行政执法队 and 综合执法队: the same tail behind either.
fn enforcement<'t>(doc: &Document<'t>, span: Span) -> Option<Name<'t>> {
    const TAILS: [&str; 8] = ["大队", "中队", "支队", "队伍", "队", "办公室", "局", "中心"];
    let tail = around::followed_by(doc.text, span.end, &TAILS)?;
    let tail = TAILS.into_iter().find(|known| *known == tail).filter(|tail| *tail != "队伍")?;
    // 局 and 支队 of others; 城市管理综合执法大队 is another body's longer name.
    let longer =
        around::preceded_by(doc.text, span.start, &["管理", "市场", "文化", "交通", "农业", "县", "市", "区", "环境"]).is_some();
    (!longer).then_some(Name {
        family: Family::Enforcement(tail),
        key: doc.get(span),
        span: Span::new(span.start, span.end + tail.len()),
    })
}

/// 矛盾纠纷调处中心; those of other ranks and bodies are left out.
fn mediation<'t>(doc: &Document<'t>, span: Span) -> Option<Name<'t>> {
    let local = matches!(doc.profile, Profile::Township | Profile::Subdistrict);
    let start = span.start - around::preceded_by(doc.text, span.start, &["社会矛盾", "矛盾"]).map_or(0, str::len);
    let owner = chars::before(doc.text, start).is_some_and(|c| matches!(c, '县' | '市' | '区' | '省' | '村' | '各'));
    (local && !owner && start < span.start).then_some(Name {
        family: Family::Mediation,
        key: doc.get(Span::new(start, span.end)),
        span: Span::new(start, span.end),
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    #[test]
    fn flags_two_names_of_one_body() {
        flags(&RULE, "调整法治建设领导小组成员，召开⟦法治政府建设工作领导小组⟧会议3次，法治建设领导小组办公室统筹。");
        flags(&RULE, "镇综合行政执法队办案12件，⟦综合执法队⟧开展巡查30次。");
        flags(&RULE, "镇矛盾纠纷调处中心受理纠纷30件，⟦矛盾纠纷调解中心⟧办结28件。");
    }

    #[test]
    fn accepts_one_name() {
        accepts(&RULE, "调整镇法治建设领导小组成员，召开法治建设领导小组会议3次，领导小组办公室统筹。");
        accepts(&RULE, "综合行政执法队办案12件，综合行政执法大队指导，加强综合执法，综合执法队伍建设。");
    }

    #[test]
    fn accepts_other_bodies() {
        accepts(&RULE, "调整法治建设领导小组，参加县法治政府建设领导小组会议，成立普法工作领导小组、优化营商环境领导小组。");
        accepts(&RULE, "设立镇矛盾纠纷调处中心，接受县矛盾纠纷调解中心指导，学习《依法行政工作领导小组工作规则》。");
    }

    #[test]
    fn accepts_the_group_for_legal_education() {
        accepts(&RULE, "法治政府建设领导小组召开会议3次，普法依法治理领导小组召开会议2次。");
    }
}
