//! What a part must say, and what a report must not.

use hegui::document::{Part, Profile, Status};

use super::draft::{Draft, Mutant, range};
use super::{Mutation, by, says};

/// What a part written anew takes along.
const REWRITTEN: &[&str] = &[
    "part-too-short",
    "part-unbalanced",
    "shortcoming-no-measure",
    "shortcoming-too-few",
    "subheading-style-mixed",
    "leader-duty-coverage",
    "leader-duty-generic",
    "coverage-eight-systems",
];

pub const MUTATIONS: &[Mutation] = &[
    by("leader-duty-generic", |draft| {
        draft.rewritten(Part::LeaderDuties, "党政主要负责人高度重视法治建设，切实履行推进法治建设第一责任人职责，定期召开会议研究法治工作，推动各项任务落到实处。")
    })
    .also(REWRITTEN),
    by("leader-role-not-named", |draft| {
        draft.rewritten(Part::LeaderDuties, "领导班子召开会议4次，研究法治建设议题9个。各科室开展执法检查12次，完成合法性审查26件。")
    })
    .also(REWRITTEN),
    by("leader-duty-coverage", |draft| {
        draft.rewritten(Part::LeaderDuties, "党政主要负责人主持召开会议4次，听取工作汇报9次，推动解决经费保障问题7个。")
    })
    .also(REWRITTEN),
    by("four-personally-incomplete", |draft| {
        let drop = draft.swap("重点环节亲自协调、", "").into_iter().chain(draft.swap("重要任务亲自督办", "重要任务亲自过问"));
        let say = draft.say(Part::NextYear, "坚持对法治建设重要工作亲自部署、重大问题亲自过问、重要任务亲自督办。");
        drop.chain(say).collect()
    }),
    by("shortcoming-no-measure", unanswered),
    by("shortcoming-too-few", one_shortcoming).also(REWRITTEN),
    by("coverage-eight-systems", |draft| {
        if !matches!(draft.doc.profile, Profile::County | Profile::City | Profile::Province | Profile::CityDept | Profile::ProvinceDept) {
            return Vec::new();
        }
        if draft.doc.sections.iter().filter(|section| section.parts == [Part::Achievements]).count() > 1
            || draft.section(Part::LeaderDuties).is_none()
        {
            return Vec::new();
        }
        draft.rewritten(Part::Achievements, ELSEWHERE)
    })
    .also(REWRITTEN),
    by("no-figures", without_figures).also(&["coverage-eight-systems", "sentence-too-long"]),
    says(
        "achievement-in-normative-mood",
        Part::Achievements,
        &["作出重大行政决策，应当广泛听取群众意见。", "各科室必须严格落实执法公示要求。"],
    ),
    says("achievement-future", Part::Achievements, &["下一步，将继续完善联动机制。", "今后将继续深化法律服务。", "{next}年，将建成法治广场2处。"]),
    says("plan-in-past-tense", Part::NextYear, &["举办了业务培训4期。", "已建成调解室2个。", "荣获省级先进集体称号。"]),
    by("placeholder-left", placeholders).also(&["figure-repeat", "entity-name-variants", "no-figures"]),
    by("paragraph-too-long", long_paragraph),
    says(
        "sentence-too-long",
        Part::NextYear,
        &["围绕群众反映强烈的停车难、噪声扰民、占道经营、违规装修、高空抛物、乱扔垃圾、飞线充电、宠物伤人、油烟污染、店外堆放、楼道堵塞、绿地侵占、车辆乱停、广告乱贴、设施损坏、井盖缺失、路灯不亮、树枝遮挡、积水难排、道路破损、标识不清、电梯老化、消防通道被占、快递柜占位、外墙脱落等突出问题，逐一建立台账明确责任科室和完成时限，逐项跟踪督办。"],
    ),
    says(
        "personal-info",
        Part::Achievements,
        &["联系人李某，电话13812345678。", "当事人张某，身份证号码11010519491231002X。"],
    ),
    by("secret-marker", |_| {
        vec![Mutant::at(0..0, "秘密★1年\n\n"), Mutant::at(0..0, "机密\n\n"), Mutant::at(0..0, "内部资料\n\n")]
    }),
];

/// Achievements that tell of study and training only.
const ELSEWHERE: &str = "全年召开座谈会12次，组织干部培训860人次，走访慰问320户。坚持把学习摆在首位，举办读书班4期，\
    邀请专家作辅导报告6场，形成心得体会215篇。组织青年干部开展演讲比赛2场，评选优秀学员36名，营造了比学赶超的浓厚氛围。\
    大力弘扬优良作风，开展谈心谈话430人次，家访180户，帮助困难职工解决子女入学、老人就医等实际困难47个。\
    加强队伍建设，选派18名骨干到先进地区跟班学习，安排12名新入职人员到一线锻炼，队伍的精气神明显提升。\
    注重典型引路，选树先进集体5个、先进个人23名，编印先进事迹选编1册，发放1200本。\
    丰富文体活动，举办运动会1次，组建兴趣小组8个，380名干部职工参加，凝聚力和向心力不断增强。\
    倡导健康生活，组织体检2次、健步走3次，为职工购置运动器材16件，改善就餐和休息条件，营造了温馨和谐的工作环境。\
    关爱离退休老同志，走访看望96人次，组织参观游览2次，重阳节期间举办茶话会1场，送去慰问品180份。";

/// Another last shortcoming, of which the plan knows nothing.
fn unanswered(draft: &Draft) -> Vec<Mutant> {
    let heading = draft.doc.part(Part::Shortcomings).heading.filter(|_| draft.section(Part::NextYear).is_some());
    let Some(last) = heading.and_then(|heading| draft.doc.children(Some(heading)).last()) else { return Vec::new() };
    let title = last.1.title;
    let end = draft.doc.section(last.1).end;
    vec![Mutant::at(title.start..end, "纸质卷宗扫描著录迟缓。库房陈旧卷宗数量较大，主要原因是扫描仪老化。")]
}

fn one_shortcoming(draft: &Draft) -> Vec<Mutant> {
    draft.rewritten(Part::Shortcomings, "基层执法力量不够充实，主要原因是编制总量有限、岗位吸引力不强。")
}

/// A sub-heading of the achievements with nothing counted under it.
fn without_figures(draft: &Draft) -> Vec<Mutant> {
    let own = draft.doc.part(Part::Achievements);
    let Some(heading) = own.heading.filter(|_| own.status == Status::Present) else { return Vec::new() };
    let rewrite = |section: hegui::text::Span, title: hegui::text::Span, run_in: bool| {
        let between = if run_in { "。" } else { "\n\n" };
        Mutant::at(
            title.end..section.end,
            format!(
                "{between}健全统筹协调机制，强化跟踪督促，注重细节把控，坚持问题导向和目标导向相统一，推动各项任务落到实处。"
            ),
        )
    };
    let own = |child: &hegui::document::Heading| !draft.doc.get(draft.doc.section(child)).contains("第一责任人");
    draft
        .doc
        .children(Some(heading))
        .filter(|(_, child)| own(child))
        .map(|(_, child)| rewrite(draft.doc.section(child), child.title, child.run_in))
        .collect()
}

/// A figure that is still to be filled in.
fn placeholders(draft: &Draft) -> Vec<Mutant> {
    let counted = draft.doc.numbers(hegui::text::Span::new(0, draft.text.len())).iter().filter(|number| {
        let behind = &draft.text[number.span.end..];
        let before = draft.text[..number.span.start].chars().next_back();
        ["次", "件", "个"].iter().any(|unit| behind.starts_with(unit)) && before.is_some_and(|c| !"率达为是".contains(c))
    });
    let places: Vec<_> = counted.map(|number| range(number.span)).collect();
    let forms = ["×", "**", "XX", "____"];
    let mutant = |(i, at): (usize, &std::ops::Range<usize>)| Mutant::at(at.clone(), forms[i % forms.len()]);
    places.iter().enumerate().map(mutant).collect()
}

/// A paragraph with all that could have been paragraphs of their own.
fn long_paragraph(draft: &Draft) -> Vec<Mutant> {
    const MORE: &str = "健全会商研判机制，遇有复杂敏感事项及时组织科室共同研究。注重发挥行业协会的桥梁纽带作用，引导成员单位自觉守约。\
        坚持问需于民，通过座谈走访、问卷调查、留言平台等途径了解群众诉求。优化窗口布局，增设老年人和残障人士专用通道。\
        推行容缺受理，对次要材料暂缺的申请先行受理、限期补齐。加强档案管理，落实专人负责卷宗归集、整理和移交。\
        严格值班值守，遇有紧急情况第一时间上报并妥善处置。倡导勤俭节约，从严控制会议规模和文件数量。\
        关心干部成长，安排青年骨干到信访一线接受锻炼。弘扬优良家风，组织家属参观廉政教育场馆。改进调查研究，带着课题深入企业和田间地头听取意见。\
        严格车辆管理，实行统一派遣、定点加油和定点维修。畅通诉求渠道，认真倾听来访群众的意见和呼声。加强后勤保障，改善偏远站所的办公和食宿条件。推进节约型机关创建，带头绿色出行。";
    draft.say(Part::NextYear, MORE)
}
