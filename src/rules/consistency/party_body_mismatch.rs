//! 党委, 党组 and 党工委 taken for each other.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Profile};
use crate::facts::bodies;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars};

use super::foreign;

crate::declare_rule! {
    /// 检查什么：党组织的名称与单位类型不符：乡镇写“党组成员”，街道写“党委会议”，部门写“党工委会议”；部门里“局党组”“局党委”混用；“县委党组”。
    ///
    /// 为什么：乡镇设党委，街道和开发区设党工委，部门设党组（少数设党委），县委等地方党委本身不再设党组。
    ///
    /// 示例：（街道的报告）党委会议研究法治议题5个 → 党工委会议研究法治议题5个
    ///
    /// 修改：建议改为本单位的党组织，请结合上下文确认。
    ///
    /// 不算：上级和其他单位的党组织（县政府党组、县司法局党组、社区党委、机关党委），“党委（党组）”等并列，“党委领导、政府负责”，自称“高新区党委”的开发区，党组织，书名号和引号内的文字。
    "party-body-mismatch", "党委、党组、党工委混用", Consistency, Warning, "《中国共产党章程》；《中国共产党党组工作条例》；《中国共产党地方委员会工作条例》",
    Check::Hits(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["党工委", "党委", "党组", "县委党组", "区委党组", "市委党组", "镇政府党组", "乡政府党组"]
}

/// What follows the name of a body's own organ where it acts, meets or has members.
const OWN: &[&str] = &[
    "会议",
    "召开",
    "会研究",
    "会专题",
    "会传达",
    "会审议",
    "会学习",
    "会听取",
    "理论学习",
    "中心组",
    "班子",
    "领导班子",
    "成员",
    "副书记",
    "委员",
    "扩大会",
    "（扩大）",
    "(扩大)",
    "专题研究",
    "专题学习",
    "专题会",
    "高度重视",
    "坚持",
    "始终",
    "认真",
    "切实",
    "定期",
    "带头",
    "主体责任",
    "民主生活会",
    "研究部署",
    "审议",
    "统一领导",
    "主要负责",
    "书记主持",
    "书记带头",
    "书记为",
    "书记任",
    "议事",
    "把法治",
    "将法治",
    "严格",
];

fn check(doc: &Document, hits: &[Hit], out: &mut Findings) {
    if !doc.profile_known {
        return;
    }
    let right = match doc.profile {
        Profile::Township => Some("党委"),
        Profile::Zone if has_committee(doc, hits) => None,
        Profile::Subdistrict | Profile::Zone => Some("党工委"),
        Profile::CountyDept | Profile::CityDept | Profile::ProvinceDept => own_of_department(doc, hits),
        Profile::County | Profile::City | Profile::Province => None,
    };
    for hit in hits {
        let word = doc.get(hit.span);
        if !foreign::is_prose(doc, hit.span.start) || around::followed_by(doc.text, hit.span.end, &["织"]).is_some() {
            continue;
        }
        match word.strip_suffix("党组") {
            Some("") | None => {
                if let Some(right) = right.filter(|right| *right != word && acts(doc, hit.span) && !told_elsewhere(doc, hit.span))
                {
                    out.push(finding(doc, hit.span, word, right));
                }
            }
            // 县委党组, 镇政府党组: there is none, whoever writes.
            Some(body) => {
                let (right, why) = match body {
                    "镇政府" => ("镇党委", "乡镇政府通常不设党组"),
                    "乡政府" => ("乡党委", "乡镇政府通常不设党组"),
                    _ => (body, "地方党委不设党组"),
                };
                let own = !doc.profile.is_department() || body.ends_with('委');
                let tail = around::followed_by(doc.text, hit.span.end, &["书记"]).is_none();
                if own && tail {
                    let message = format!("“{word}”与党内法规不符：{why}");
                    out.push(RULE.finding(hit.span, message).fix(Fix::suggest_replace(hit.span, right)));
                }
            }
        }
    }
}

/// Whether a zone says 高新区党委, 管委会党委: some have one.
fn has_committee(doc: &Document, hits: &[Hit]) -> bool {
    const ZONES: [&str; 8] = ["开发区", "高新区", "新区", "经开区", "保税区", "综保区", "园区", "管委会"];
    let mut committees = hits.iter().filter(|hit| doc.get(hit.span) == "党委" && foreign::is_prose(doc, hit.span.start));
    // 临江党委 beside 临江综保区 is the zone's as well.
    let of_place = |at: usize| {
        let before = doc.text.get(..at).unwrap_or("");
        let place = before.char_indices().rev().nth(1).and_then(|(start, _)| before.get(start..)).unwrap_or("");
        place.chars().count() == 2 && ZONES.iter().any(|zone| doc.text.contains(&format!("{place}{zone}")))
    };
    committees.any(|hit| around::preceded_by(doc.text, hit.span.start, &ZONES).is_some() || of_place(hit.span.start))
}

fn finding(doc: &Document, span: Span, word: &str, right: &str) -> crate::diagnostic::Finding {
    let next = around::followed_by(doc.text, span.end, OWN).map_or(0, str::len);
    let whole = Span::new(span.start, span.end + next);
    let why = match doc.profile {
        Profile::Township => "乡镇设党委",
        Profile::Subdistrict => "街道设党工委",
        Profile::Zone => "开发区设党工委",
        _ if right == "党组" => "其他地方写的是“党组”",
        _ => "其他地方写的是“党委”",
    };
    let message = format!("“{}”与本单位不符：{why}，“{word}”应为“{right}”", doc.get(whole));
    RULE.finding(whole, message).fix(Fix::suggested(format!("改为“{right}”"), vec![Edit::replace(span, right)]))
}

/// Whether the organ stands as the body's own: alone or behind 局, and with what an organ does.
fn acts(doc: &Document, span: Span) -> bool {
    // 镇党委书记、党委委员 are persons of others.
    let person = doc.profile.is_department()
        && chars::before(doc.text, span.start) == Some('、')
        && around::followed_by(doc.text, span.end, &["委员", "副书记", "成员"]).is_some();
    !person
        && around::followed_by(doc.text, span.end, OWN).is_some()
        && (foreign::stands_alone(doc.text, span) || is_of_own_kind(doc, span))
}

/// 局党委 in a department's report, 街道党委 in a subdistrict's, behind a mark: its own.
fn is_of_own_kind(doc: &Document, span: Span) -> bool {
    let kinds: &[&str] = match doc.profile {
        Profile::Township => &["镇", "乡"],
        Profile::Subdistrict => &["街道"],
        Profile::CountyDept | Profile::CityDept | Profile::ProvinceDept => &["局", "委", "厅"],
        Profile::Zone | Profile::County | Profile::City | Profile::Province => &[],
    };
    let kind = around::preceded_by(doc.text, span.start, kinds);
    kind.is_some_and(|kind| foreign::stands_alone(doc.text, Span::new(span.start - kind.len(), span.end)))
}

/// The organ of a department: its head's post tells, or else what it mostly names as its own; a few have a 党委.
fn own_of_department(doc: &Document, hits: &[Hit]) -> Option<&'static str> {
    let named =
        |organ: &'static str| hits.iter().filter(move |hit| doc.get(hit.span) == organ && foreign::is_prose(doc, hit.span.start));
    let heads = |organ: &'static str| {
        let posts = ["书记、局长", "书记、主任", "书记、厅长", "书记兼局长", "书记、院长"];
        named(organ).any(|hit| around::followed_by(doc.text, hit.span.end, &posts).is_some())
    };
    match (heads("党组"), heads("党委")) {
        (true, false) => return Some("党组"),
        (false, true) => return Some("党委"),
        _ => {}
    }
    let count = |organ: &'static str| named(organ).filter(|hit| acts(doc, hit.span)).count();
    match count("党组").cmp(&count("党委")) {
        std::cmp::Ordering::Greater => Some("党组"),
        std::cmp::Ordering::Less => Some("党委"),
        // As many of either: what is written first.
        std::cmp::Ordering::Equal => {
            let first = hits.iter().find(|hit| foreign::is_prose(doc, hit.span.start) && acts(doc, hit.span))?;
            ["党组", "党委"].into_iter().find(|organ| *organ == doc.get(first.span))
        }
    }
}

/// Whether wrong-entity or leader-title-mismatch says so already.
fn told_elsewhere(doc: &Document, span: Span) -> bool {
    bodies::of(doc.get(span)).iter().any(|row| {
        row.is_foreign_to(doc)
            && (row.after.is_empty() || around::followed_by(doc.text, span.end, &row.after).is_some())
            && around::followed_by(doc.text, span.end, &row.not_after).is_none()
    }) || around::followed_by(doc.text, span.end, &["书记"]).is_some()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags, report};

    #[test]
    fn flags_the_organ_of_another_kind_of_body() {
        flags(&RULE, "⟦党组成员⟧带头学法12次，⟦镇政府党组⟧会议研究议题3个。");
        flags(&RULE, &report("湖滨街道办事处", "⟦党委会议⟧研究法治议题5个，⟦党委理论学习⟧中心组学法4次，组织⟦党委班子⟧述法。"));
        flags(&RULE, &report("湖滨街道办事处", "街道⟦党委召开⟧会议8次，研究法治议题12个。"));
        flags(&RULE, &report("宁川经济技术开发区管理委员会", "党工委书记带头学法。⟦党组会议⟧研究法治议题5个。"));
        fixes(
            &RULE,
            &report("湖滨街道办事处", "党委会议研究法治议题5个。"),
            &report("湖滨街道办事处", "党工委会议研究法治议题5个。"),
        );
    }

    #[test]
    fn flags_the_rarer_in_a_department() {
        flags(
            &RULE,
            &report(
                "临河县教育局",
                "局党组会议研究议题5个，局党组书记、局长带头述法，局⟦党委会议⟧听取汇报3次，局⟦党委高度重视⟧。",
            ),
        );
        flags(&RULE, &report("临河县卫生健康委员会", "委党委会议研究议题5个，委⟦党组成员⟧分工负责。"));
        flags(&RULE, &report("临河县人民政府", "⟦县委党组⟧会议研究议题5个，县政府党组会议听取汇报3次。"));
    }

    #[test]
    fn accepts_each_bodys_own_organ() {
        accepts(&RULE, "镇党委会议研究议题5个，党委理论学习中心组学法4次，党组织会议12次。");
        accepts(&RULE, &report("湖滨街道办事处", "党工委会议研究议题5个，街道党工委理论学习中心组学法4次。"));
        accepts(&RULE, &report("临河县公安局", "局党委会议研究议题5个，党委理论学习中心组学法4次。"));
    }

    #[test]
    fn accepts_superiors_others_and_set_phrases() {
        accepts(&RULE, "县司法局党组成员到镇调研，县政府党组会议精神，各级党委（党组）认真落实，部门党组成员参加。");
        accepts(
            &RULE,
            &report("湖滨街道办事处", "区委、区政府党组会议精神，社区党委会议12次，坚持党委领导、政府负责，机关党委委员参加。"),
        );
        accepts(&RULE, &report("湖滨街道办事处", "落实区委要求，石桥街道党委召开会议交流，督促各街道党委召开会议2次。"));
        accepts(&RULE, &report("临河县教育局", "局党组会议研究议题5个，局机关党委会议3次，教育系统各学校党委认真落实。"));
    }

    #[test]
    fn accepts_the_committee_that_a_zone_says_it_has() {
        let zone = |text: &str| report("宁川高新区", text);
        accepts(&RULE, &zone("高新区党委主要负责同志听取汇报3次，党委班子述法，党委理论学习中心组学法4次。"));
        flags(&RULE, &zone("高新区党工委听取汇报3次，⟦党委班子⟧述法。"));
        accepts(&RULE, &report("临江综保区", "临江综保区普法3场。临江党委听取汇报3次，党委班子述法。"));
    }

    #[test]
    fn accepts_persons_of_others_in_a_list() {
        accepts(&RULE, &report("临河县教育局", "局党组会议研究议题5个，邀请镇党委书记、党委委员参加培训。"));
    }
}
