//! Set terms, names of laws, plans and meetings, and slips of the pen.

use hegui::document::Part;

use super::draft::{Draft, Mutant};
use super::{Mutation, by, says, swap};

pub const MUTATIONS: &[Mutation] = &[
    swap(
        "fazhi-term",
        &[
            ("法治政府建设", "法制政府建设"),
            ("法治思维", "法制思维"),
            ("法治宣传", "法制宣传"),
            ("法治意识", "法制意识"),
            ("法治化", "法制化"),
        ],
    )
    // 法制宣传教育法 is no law.
    .also(&["shortcoming-no-measure", "law-name-no-marks"]),
    says("legacy-fazhi-body", Part::NextYear, &["充实法制机构人员3名。", "配合县政府法制办做好评估。"]),
    swap("typo-certain", &[("部署", "布署"), ("其他", "其它"), ("安排", "按排"), ("座谈会", "坐谈会"), ("即将", "既将")])
        .also(&["four-personally-incomplete"]),
    by("confusable", |draft| {
        let said = ["截止{year}年底，新增志愿者86名。", "对7名志愿者做出表彰决定。"];
        said.iter().flat_map(|sentence| draft.say(Part::Achievements, sentence)).chain(draft.swap("截至", "截止")).collect()
    }),
    by("formula-legal-quotes", |draft| {
        let swaps = [("尊法学法守法用法", "遵法学法守法用法"), ("同考核、同奖惩", "同考核"), ("遇事找法", "遇事寻法")];
        let said = ["坚决杜绝以权代法、以言代法。", "引导群众办事依法、遇事找法、解决问题靠法、化解矛盾靠法。"];
        let swapped: Vec<Mutant> = swaps.iter().flat_map(|(from, to)| draft.swap(from, to)).collect();
        swapped.into_iter().chain(said.iter().flat_map(|sentence| draft.say(Part::NextYear, sentence))).collect()
    }),
    says(
        "formula-members",
        Part::NextYear,
        &["增强政治意识、大局意识、责任意识、看齐意识等“四个意识”。", "坚定道路自信、理论自信、文化自信等“四个自信”。"],
    ),
    says("formula-verbs", Part::NextYear, &["坚定“四个意识”、增强“四个自信”、做到“两个维护”。"]),
    swap(
        "formula-first-person",
        &[("推进法治建设第一责任人", "法治政府建设第一责任人"), ("推进法治建设第一责任人", "法治第一责任人")],
    ),
    by("formula-three-systems", |draft| {
        let swaps =
            [("法制审核", "法治审核"), ("执法全过程记录", "执法全程记录"), ("重大执法决定法制审核", "重大执法决策法制审核")];
        swaps.iter().flat_map(|(from, to)| draft.swap(from, to)).collect()
    }),
    says("goal-formula-old", Part::NextYear, &["加快建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府。"]),
    says("thought-term-old", Part::NextYear, &["深入学习习近平总书记全面依法治国新理念新思想新战略。"]),
    swap("study-group-name", &[("理论学习中心组", "理论中心组"), ("理论学习中心组", "理论学习中心小组")]),
    by("missing-char-pattern", |draft| {
        let said = ["{year}年，我积极推行预约服务。", "借微信公众号等平台，定期推送办事指南。"];
        said.iter()
            .flat_map(|sentence| draft.say(Part::Achievements, sentence))
            .chain(draft.swap("党的二十大精神", "党的二十精神"))
            .collect()
    }),
    by("legal-campaign-round", |draft| {
        // The years of the plan before may be summed up.
        let past = |mutant: &Mutant| {
            let sentence = draft.doc.get(draft.doc.sentence_at(mutant.edits[0].0.start));
            ["总结", "验收", "自查", "完成", "以来", "期间"].iter().any(|word| sentence.contains(word))
        };
        draft
            .swap("“八五”普法", "“七五”普法")
            .into_iter()
            .filter(|mutant| !past(mutant))
            .chain(draft.say(Part::Achievements, "深入实施“六五”普法。"))
            .collect()
    })
    .also(&["quote-missing-shorthand", "five-year-plan-year"]),
    by("outline-year-span", |draft| {
        everywhere(draft, "法治政府建设实施纲要（2021—2025年）", "法治政府建设实施纲要（2022—2025年）")
    })
    .also(&["quote-style-mixed"]),
    by("outline-expired", |draft| {
        let expired = if draft.doc.year < Some(2025) { "2015—2020" } else { "2021—2025" };
        draft.say(Part::NextYear, &format!("深入实施《法治政府建设实施纲要（{expired}年）》。"))
    }),
    says("five-year-plan-year", Part::Achievements, &["{year}年是“十三五”规划开局之年。"]),
    by("plenum-form", |draft| {
        let swaps = [
            ("党的二十大精神", "党的20大精神"),
            ("党的二十大和", "党的20大和"),
            ("二十届三中", "20届三中"),
            ("二十届二中、三中", "二十届二、三中"),
        ];
        swaps
            .iter()
            .flat_map(|(from, to)| draft.swap(from, to))
            .chain(draft.say(Part::NextYear, "认真学习党的19大精神。"))
            .collect()
    })
    .also(&["plenum-stale"]),
    by("plenum-impossible", |draft| {
        let plenum = if draft.doc.year < Some(2025) { "党的二十届四中全会" } else { "党的十九届八中全会" };
        draft.say(Part::Achievements, &format!("传达学习{plenum}精神。"))
    }),
    by("plenum-stale", older_plenum),
    says("campaign-year", Part::Achievements, &["扎实开展“不忘初心、牢记使命”主题教育。", "深入推进扫黑除恶专项斗争。"]),
    says(
        "repealed-law",
        Part::NextYear,
        &["面向企业开展《合同法》宣讲。", "组织学习《物权法》。", "开展《中华人民共和国婚姻法》宣讲。"],
    ),
    says(
        "law-title-wrong",
        Part::NextYear,
        &["组织学习《安全生产管理法》。", "落实《政府信息公开法》要求。", "学习《治安管理处罚条例》。"],
    ),
    says("law-revision-date", Part::NextYear, &["严格执行新修订的《中华人民共和国民营经济促进法》。"]),
    says("leader-address", Part::NextYear, &["认真贯彻习总书记重要讲话精神。", "认真学习习近平总书记讲话精神。"]),
    says("set-name-variants", Part::NextYear, &["争创民主法治村3个。", "做好防灾救灾减灾工作。"]),
    by("dup-char", |draft| {
        let swaps =
            [("提升", "提升提升"), ("加强", "加强加强"), ("开展", "开展开展"), ("的作用", "的的作用"), ("落实", "落实落实")];
        swaps.iter().flat_map(|(from, to)| draft.swap(from, to)).collect()
    })
    .also(&["formula-first-person", "entity-name-variants", "formula-legal-quotes"]),
    says(
        "grammar-frame",
        Part::NextYear,
        &["通过常态化开展宣讲，使群众的法治意识明显提高。", "坚持本着便民利民为原则。", "防止此类问题不再发生。"],
    )
    .also(&["shortcoming-no-measure"]),
];

/// `to` for `from`, inside titles of works too.
fn everywhere(draft: &Draft, from: &str, to: &str) -> Vec<Mutant> {
    draft.text.match_indices(from).map(|(at, _)| Mutant::at(at..at + from.len(), to)).collect()
}

/// Every meeting named is an older one.
fn older_plenum(draft: &Draft) -> Vec<Mutant> {
    const NAMED: &[&str] = &[
        "党的二十大和二十届历次全会",
        "党的二十大和二十届二中、三中、四中全会",
        "党的二十大和二十届二中、三中全会",
        "党的二十大和二十届二中全会",
        "党的二十届四中全会",
        "党的二十届三中全会",
        "党的二十届历次全会",
    ];
    // The second plenum of 2023 dealt with posts and is seldom named.
    if draft.doc.year < Some(2024) {
        return Vec::new();
    }
    let mut mutant = Mutant { anywhere: true, ..Mutant::default() };
    let mut at = 0;
    while at < draft.text.len() {
        let rest = &draft.text[at..];
        if let Some(named) = NAMED.iter().find(|named| rest.starts_with(**named)) {
            mutant = mutant.and(at..at + named.len(), "党的二十届一中全会");
            at += named.len();
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    let (text, places) = mutant.apply(draft.text);
    let newer = ["二十大", "二十届", "历次全会"].iter().any(|word| text.replace("党的二十届一中全会", "").contains(word));
    if places.is_empty() || newer { Vec::new() } else { vec![mutant] }
}
