//! What counts as a passage, and what is told of it.

use super::{Group, Kind, Likeness, Pair, Reading, Source, compare};
use crate::text::{Lines, Span};

fn likeness<'t>(texts: impl IntoIterator<Item = &'t (String, String)>) -> Likeness {
    compare(texts.into_iter().map(|(id, text)| Reading::new(Source { id, text, group: Group::ThisYear })).collect())
}

/// `count` reports on different work, each with `paragraph` too.
fn reports(count: usize, paragraph: &str) -> Vec<(String, String)> {
    // Each character is far from those of the other reports.
    let own = |report: usize, n: usize| char::from_u32(0x4E00 + ((report * 400 + n) * 7919 % 20_000) as u32).unwrap_or('的');
    (0..count)
        .map(|report| {
            let work: String = (0..200).map(|n| own(report, n)).collect();
            (format!("{report}.txt"), crate::testing::report("清溪镇人民政府", &format!("{work}。\n\n{paragraph}")))
        })
        .collect()
}

const PARAGRAPH: &str = "依托镇综治中心整合司法所和派出所力量，全年排查矛盾纠纷186件，调处成功183件，组织调解员轮训4期，完善村级调解室，为群众提供一站式服务，邀请退休法官每周到村坐诊，把问题解决在田间地头。";

#[track_caller]
fn only(found: &Likeness) -> &Pair {
    assert_eq!(found.pairs.len(), 1, "{:?}", found.pairs);
    &found.pairs[0]
}

#[test]
fn a_passage_is_shown_in_both_texts_with_what_was_changed() {
    let texts = [
        reports(2, &format!("清溪镇{PARAGRAPH}")).remove(0),
        reports(2, &format!("𠮷石头店子镇{}", PARAGRAPH.replace("186", "二百零五").replace("，邀请", ",邀请"))).remove(1),
    ];
    let found = likeness(&texts);
    let pair = only(&found);
    let [passage] = pair.passages.as_slice() else { panic!("{pair:?}") };
    assert!(passage.text.starts_with("镇依托镇") && passage.text.ends_with("田间地头"), "{passage:?}");
    let lines = [&texts[0], &texts[1]].map(|(_, text)| Lines::new(text));
    let read = |side: usize, [start, end]: [u32; 2]| {
        Span::new(lines[side].byte(start), lines[side].byte(end)).of(&texts[side].1).to_owned()
    };
    assert_eq!(read(0, passage.ranges[0]), passage.text);
    assert!(read(1, passage.ranges[1]).contains("二百零五件") && read(1, passage.ranges[1]).ends_with("田间地头"));
    assert_eq!(passage.lines[0], 1 + texts[0].1.lines().position(|line| line.contains("综治中心")).unwrap_or(0) as u32);
    let changes: Vec<[String; 2]> = passage.changed.iter().map(|change| change.texts.clone()).collect();
    assert_eq!(changes, [["186", "二百零五"].map(str::to_owned)]);
    assert_eq!([0, 1].map(|side| read(side, passage.changed[0].ranges[side])), changes[0]);
    assert_eq!((pair.chars, pair.longest), (passage.chars, passage.chars));
}

#[test]
fn a_passage_goes_on_over_a_name_and_stops_at_other_words() {
    let [one, other] = ["王家庄", "李各庄子"].map(|name| PARAGRAPH.replace("，调处", &format!("，{name}先行试点，调处")));
    let mut texts = reports(2, &one);
    texts[1] = reports(2, &other).remove(1);
    let found = likeness(&texts);
    let [passage] = only(&found).passages.as_slice() else { panic!("{:?}", found.pairs) };
    assert!(passage.text.starts_with("依托") && passage.text.contains("王家庄") && passage.text.ends_with("田间地头"));
    let changed: Vec<&[String; 2]> = passage.changed.iter().map(|change| &change.texts).collect();
    assert_eq!(changed, [&["王家庄", "李各庄子"].map(str::to_owned)]);
    let rewritten = PARAGRAPH.replace("，组织调解员", "，把各村干部、网格员、老党员一并编入队伍，组织调解员");
    let mut texts = reports(2, PARAGRAPH);
    texts[1] = reports(2, &rewritten).remove(1);
    assert_eq!(only(&likeness(&texts)).passages.len(), 2);
}

#[test]
fn short_or_set_wording_is_no_likeness() {
    for paragraph in [
        "依托镇综治中心整合司法所和派出所力量，全年排查矛盾纠纷186件。",
        "党政主要负责人切实履行推进法治建设第一责任人职责，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，不断提高运用法治思维和法治方式深化改革、推动发展、化解矛盾、维护稳定、应对风险的能力。",
        "2025年，坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届二中、三中、四中全会精神，深刻领悟“两个确立”的决定性意义，认真落实党中央关于全面依法治国的重大决策部署和各项工作要求。",
        "贯彻《法治政府建设与责任落实督察工作规定》《关于加强行政执法协调监督工作体系建设的意见》《提升行政执法质量三年行动计划（2023—2025年）》《重大行政决策程序暂行条例》《政府督查工作条例》。",
    ] {
        let found = likeness(&reports(2, paragraph));
        assert!(found.pairs.is_empty(), "{:?}", found.pairs);
    }
}

#[test]
fn wording_that_many_texts_share_is_told_but_not_counted() {
    let few = likeness(&reports(5, PARAGRAPH));
    assert_eq!(few.pairs.len(), 10);
    let many = likeness(&reports(20, PARAGRAPH));
    assert!(many.pairs.is_empty(), "{:?}", many.pairs);
    assert!(many.limit < 20 && many.texts.iter().all(|text| text.common >= 60), "{:?}", many.texts);
}

#[test]
fn last_years_reports_are_compared_with_this_years_only() {
    let texts = reports(3, PARAGRAPH);
    let groups = [Group::ThisYear, Group::LastYear, Group::LastYear];
    let readings = texts.iter().zip(groups).map(|((id, text), group)| Reading::new(Source { id, text, group })).collect();
    let found = compare(readings);
    assert_eq!(found.pairs.len(), 2);
    assert!(found.pairs.iter().all(|pair| pair.kind == Kind::LastYear && pair.ids[0] == "0.txt"), "{:?}", found.pairs);
}

#[test]
fn any_texts_give_a_result_and_none_is_skipped_in_silence() {
    let blank = ["", "\n\n", "𠮷", "报告", "一、\n二、\n", "0000，0000。0000"].map(|text| (format!("{text:?}"), text.to_owned()));
    let found = likeness(&blank);
    assert_eq!((found.texts.len(), found.pairs.len(), found.skipped.len()), (0, 0, blank.len()));
    assert!(found.skipped.iter().all(|skipped| skipped.reason.contains("没有比对")));
    assert!(compare(Vec::new()).texts.is_empty());
    let texts = reports(6, PARAGRAPH);
    assert_eq!(likeness(&texts), likeness(&texts));
    let repeated = ["推进依法行政工作开展", "法", "深刻领悟“两个确立”的决定性意义，推进国家治理体系和治理能力现代化，"]
        .map(|words| (words.to_owned(), format!("报告\n一、主要举措和成效\n{}", words.repeat(20_000 / words.chars().count()))));
    assert!(likeness(repeated.iter().chain(&repeated)).pairs.len() >= 2, "and within a moment");
}
