//! Whose report it is, and whether it agrees with itself.

use hegui::document::{Part, Profile};
use hegui::text::Span;

use super::draft::{Draft, Mutant};
use super::{Mutation, by, says};

/// What a stretch said twice is told as besides.
const TWICE: &[&str] = &[
    "plan-in-past-tense",
    "campaign-year",
    "sequence-gap",
    "sequence-single",
    "figure-repeat",
    "sentence-duplicate",
    "paragraph-duplicate",
    "part-too-short",
    "part-unbalanced",
];

pub const MUTATIONS: &[Mutation] = &[
    by("wrong-entity", |draft| {
        by_profile(
            draft,
            Part::NextYear,
            [
                "充分发挥街道工委的领导作用。",
                "充分发挥镇党委的领导作用。",
                "我镇志愿者队伍不断壮大。",
                "我局志愿者队伍不断壮大。",
            ],
        )
    })
    .also(&["self-reference-mixed", "party-body-mismatch"]),
    by("leader-title-mismatch", |draft| {
        by_profile(
            draft,
            Part::LeaderDuties,
            ["办事处主任主持审议事项12项。", "镇长主持审议事项12项。", "镇长主持审议事项12项。", ""],
        )
    }),
    by("other-place-name", other_place),
    by("self-reference-mixed", mixed_reference),
    by("party-body-mismatch", |draft| {
        by_profile(
            draft,
            Part::NextYear,
            [
                "组织党组成员开展家访。",
                "召开党委会议研究志愿服务。",
                "召开党工委会议研究志愿服务。",
                "组织县委党组成员开展家访。",
            ],
        )
    })
    .also(&["wrong-entity"]),
    by("entity-name-variants", variants),
    says(
        "ratio-mismatch",
        Part::Achievements,
        &["受理船舶登记156件，办结150件，办结率100%。", "抽查客运车辆320台，合格300台，合格率98.7%。"],
    ),
    says(
        "part-exceeds-whole",
        Part::Achievements,
        &["举办书画展56场，其中室外展61场。", "收到群众来信30件，其中表扬信20件、建议信15件。"],
    ),
    by("sentence-duplicate", |draft| repeated(draft, false)).also(TWICE),
    by("quote-style-mixed", unquoted).also(&["quote-missing-shorthand"]),
    by("paragraph-duplicate", |draft| repeated(draft, true)).also(TWICE),
    by("last-year-copy", |draft| vec![Mutant { previous: Some(draft.text.to_owned()), anywhere: true, ..Mutant::default() }]),
    by("term-count-claim", |draft| {
        let Some(heading) = draft.section(Part::Shortcomings).and(draft.doc.part(Part::Shortcomings).heading) else {
            return Vec::new();
        };
        let block = draft.doc.headings[heading].block;
        let items: Vec<usize> = draft.doc.children(Some(heading)).map(|(_, child)| child.block).collect();
        if items.len() < 2 || items[0] != block + 1 {
            return Vec::new();
        }
        let (items, line) = (items.len(), draft.doc.blocks[block].span.end);
        let claimed = hegui::text::numerals::to_han(items as u32 + 2);
        vec![Mutant::at(line..line, format!("\n\n主要存在以下{claimed}个方面的问题："))]
    }),
    by("figure-conflict", |draft| told_twice(draft, "全年查处船舶违法案件153件。", "全年共查处船舶违法案件156件。"))
        .also(&["leader-duty-coverage"]),
    by("figure-repeat", |draft| told_twice(draft, "全年查处船舶违法案件153件。", "查处船舶违法案件153件，秩序明显好转。")),
];

/// A sentence that fits no report of a township, a subdistrict, a department, a county.
fn by_profile(draft: &Draft, part: Part, [township, subdistrict, department, government]: [&str; 4]) -> Vec<Mutant> {
    let sentence = match draft.doc.profile {
        Profile::Township => township,
        Profile::Subdistrict => subdistrict,
        Profile::CountyDept | Profile::CityDept | Profile::ProvinceDept => department,
        Profile::County => government,
        Profile::City | Profile::Province | Profile::Zone => return Vec::new(),
    };
    // Of a county’s many heads none is wrong for certain.
    if sentence.is_empty() { Vec::new() } else { draft.say(part, sentence) }
}

/// A paragraph of another body of the same kind.
fn other_place(draft: &Draft) -> Vec<Mutant> {
    let name = match draft.doc.profile {
        Profile::Township => "石桥镇",
        Profile::Subdistrict => "石桥街道",
        Profile::County => "宜水县",
        Profile::CountyDept | Profile::CityDept => "宜水县民政局",
        _ => return Vec::new(),
    };
    let Some(text) = draft.fill(&format!("{{year}}年，{name}深入开展志愿服务，不断壮大志愿者队伍。\n\n"))
    else {
        return Vec::new();
    };
    let blocks = draft.doc.blocks[draft.doc.intro.clone()].iter();
    blocks.take(1).map(|block| Mutant::at(block.line.start..block.line.start, text.clone())).collect()
}

/// 我委 in a bureau's report, 我区 in a county's.
fn mixed_reference(draft: &Draft) -> Vec<Mutant> {
    let organ = draft.doc.organ.as_deref();
    let other = match draft.doc.profile.own_word(organ) {
        Some("局" | "厅") => "我委",
        Some("县") => "我区",
        Some("区") if draft.doc.profile == Profile::County => "我县",
        _ => return Vec::new(),
    };
    draft.say(Part::NextYear, &format!("{other}组织志愿者培训4期。"))
}

/// Another name for the group that leads the work.
fn variants(draft: &Draft) -> Vec<Mutant> {
    const NAMES: [(&str, &str); 2] =
        [("法治建设领导小组", "法治政府建设工作领导小组"), ("法治政府建设领导小组", "法治建设工作领导小组")];
    let named = NAMES.iter().find(|(name, _)| draft.text.contains(name));
    named.map_or(Vec::new(), |(_, other)| draft.say(Part::NextYear, &format!("{other}每季度召开例会。")))
}

/// A sentence or a paragraph of the achievements said again in the plan.
fn repeated(draft: &Draft, whole: bool) -> Vec<Mutant> {
    let plan: Vec<usize> = draft.paragraphs(Part::NextYear).iter().map(|block| block.span.end).collect();
    let Some(&at) = plan.first() else { return Vec::new() };
    let plain = |text: &str| !text.contains(|c: char| c.is_ascii_digit()) && (28..80).contains(&text.chars().count());
    let paragraphs = draft.paragraphs(Part::Achievements);
    let prose = paragraphs.iter().map(|block| draft.doc.prose(block));
    if whole {
        let long = prose.filter(|span| (80..230).contains(&draft.doc.get(*span).chars().count()));
        return long.map(|span| Mutant::at(at..at, format!("\n\n{}", draft.doc.get(span)))).collect();
    }
    let sentences: Vec<Span> = prose.flat_map(|span| draft.doc.sentences(span).collect::<Vec<_>>()).collect();
    let fits = sentences.into_iter().map(|span| draft.doc.get(span)).filter(|text| plain(text) && text.ends_with('。'));
    fits.map(|text| Mutant::at(at..at, text)).collect()
}

/// A name that stands between quotation marks twice or more, said again without.
fn unquoted(draft: &Draft) -> Vec<Mutant> {
    let quotes = draft.doc.quotations();
    let often = quotes.iter().map(|quote| draft.doc.get(*quote)).filter(|words| {
        let name = (4..=8).contains(&words.chars().count()) && words.chars().all(hegui::text::is_han);
        name && quotes.iter().filter(|other| draft.doc.get(**other) == *words).count() >= 2
    });
    let names: Vec<&str> = often.filter(|words| !hegui::facts::shorthands::terms().contains(words)).collect();
    names.iter().flat_map(|name| draft.say(Part::NextYear, &format!("总结推广{name}有关做法。"))).collect()
}

/// One sentence in the achievements and another in the leaders' part or the plan.
fn told_twice(draft: &Draft, first: &str, second: &str) -> Vec<Mutant> {
    let late = if draft.section(Part::LeaderDuties).is_some() { Part::LeaderDuties } else { return Vec::new() };
    let (early, late) = (draft.say(Part::Achievements, first), draft.say(late, second));
    let pair = early.first().zip(late.first());
    pair.map(|(one, other)| other.edits.iter().fold(one.clone(), |all, (at, text)| all.and(at.clone(), text.clone())))
        .into_iter()
        .collect()
}
