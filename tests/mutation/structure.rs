//! Parts, title, addressee, introduction, signature.

use hegui::document::{Kind, Part};

use super::draft::{Draft, Mutant, range};
use super::{Mutation, by, says};

/// What a part that is gone or rewritten takes along.
const GONE: &[&str] = &[
    "part-unbalanced",
    "part-too-short",
    "shortcoming-no-measure",
    "shortcoming-too-few",
    "subheading-style-mixed",
    "part-heading-year",
    "leader-duty-coverage",
    "coverage-eight-systems",
    "missing-reasons",
    "leader-duty-generic",
    "sequence-single",
    "level-skip",
];

pub const MUTATIONS: &[Mutation] = &[
    by("missing-part", without_a_part).also(GONE),
    by("missing-reasons", without_reasons).also(GONE),
    by("part-order", plan_before_shortcomings),
    by("part-duplicate", two_plans).also(GONE),
    by("part-heading-year", heading_without_year),
    by("part-heading-incomplete", half_a_heading),
    by("part-too-short", short_plan).also(GONE),
    by("part-unbalanced", first_items_only).also(GONE),
    by("title-missing", |draft| without(draft, Kind::Title)).also(&["sign-date-before-year-end"]),
    by("title-no-organ", title_without_organ),
    by("title-no-year", title_without_year).also(&["sign-date-before-year-end"]),
    by("title-genre", |draft| in_title(draft, "报告", "总结")),
    by("title-word-missing", |draft| in_title(draft, "法治政府建设", "法治建设")),
    by("addressee-missing", |draft| without(draft, Kind::Addressee)),
    by("intro-missing", |draft| intro(draft, "")).also(&["intro-no-guiding-thought", "intro-no-transition", "relative-time"]),
    by("intro-no-guiding-thought", |draft| intro(draft, "{year}年，各项工作扎实推进。现将有关情况报告如下：\n\n")),
    by("intro-no-transition", |draft| intro(draft, "{year}年，以习近平法治思想为指导，各项工作扎实推进。\n\n")),
    by("signature-missing", |draft| without(draft, Kind::Signature)),
    by("date-missing", |draft| without(draft, Kind::Date)).also(&["sign-date-late", "sign-date-before-year-end"]),
    says("report-with-request", Part::NextYear, &["恳请上级批准增加执法编制。", "妥否，请批示。", "请予批准。"]),
    by("web-residue", residue),
];

fn without_a_part(draft: &Draft) -> Vec<Mutant> {
    let gone = |part: Part| {
        let place = draft.place(part)?;
        // Of thematic sections each is the achievements.
        if draft.doc.sections.iter().filter(|section| section.parts == [part]).count() > 1 {
            return None;
        }
        draft.arranged(|order| order.into_iter().filter(|&at| at != place).collect())
    };
    Part::ALL.into_iter().filter_map(gone).collect()
}

fn without_reasons(draft: &Draft) -> Vec<Mutant> {
    const CAUSES: [&str; 9] = ["原因", "由于", "因为", "主要是", "根源", "究其", "导致", "造成", "致使"];
    let Some((_, under)) = draft.section(Part::Shortcomings) else { return Vec::new() };
    let kept = |line: &str| {
        let sentences = line.split_inclusive('。');
        sentences.filter(|sentence| !CAUSES.iter().any(|cause| sentence.contains(cause))).collect::<String>()
    };
    let lines: Vec<String> = draft.doc.get(under).split('\n').map(kept).collect();
    vec![Mutant::whole(range(under), lines.join("\n"))]
}

fn plan_before_shortcomings(draft: &Draft) -> Vec<Mutant> {
    let moved = || {
        let (shortcomings, plan) = (draft.place(Part::Shortcomings)?, draft.place(Part::NextYear)?);
        draft.arranged(|mut order| {
            let plan = order.remove(plan);
            order.insert(shortcomings, plan);
            order
        })
    };
    moved().into_iter().collect()
}

fn two_plans(draft: &Draft) -> Vec<Mutant> {
    let Some((whole, _)) = draft.section(Part::NextYear) else { return Vec::new() };
    let number = hegui::text::numerals::to_han(draft.doc.sections.len() as u32 + 1);
    let last = draft.doc.sections.last().is_some_and(|section| section.parts == [Part::NextYear]);
    let text = format!("\n\n{number}、下一步工作打算\n\n完善督查通报机制，加强对任务落实情况的跟踪问效。");
    if last { vec![Mutant::at(whole.end..whole.end, text)] } else { Vec::new() }
}

fn headings(draft: &Draft) -> Vec<std::ops::Range<usize>> {
    draft.doc.headings.iter().filter(|heading| heading.level == 1).map(|heading| range(heading.title)).collect()
}

fn heading_without_year(draft: &Draft) -> Vec<Mutant> {
    let Some(year) = draft.fill("{year}年度") else { return Vec::new() };
    let dated: Vec<_> = headings(draft).into_iter().filter(|at| draft.text[at.clone()].starts_with(&year)).collect();
    if dated.len() < 3 {
        return Vec::new();
    }
    dated.into_iter().map(|at| Mutant::at(at.start..at.end, draft.text[at].replacen(&year, "", 1))).collect()
}

fn half_a_heading(draft: &Draft) -> Vec<Mutant> {
    let half = |words: &str| Some(words.strip_suffix("和原因").or(words.strip_suffix("及原因"))?.to_owned());
    headings(draft).into_iter().filter_map(|at| Some(Mutant::at(at.clone(), half(&draft.text[at])?))).collect()
}

fn short_plan(draft: &Draft) -> Vec<Mutant> {
    draft.rewritten(Part::NextYear, "加强法治宣传，强化执法监督，压实各级责任。")
}

/// Of the other parts only the first item.
fn first_items_only(draft: &Draft) -> Vec<Mutant> {
    let (mut mutant, mut kept) = (Mutant { anywhere: true, ..Mutant::default() }, 0);
    for part in [Part::Shortcomings, Part::LeaderDuties, Part::NextYear] {
        let Some((_, under)) = draft.section(part) else { return Vec::new() };
        let first = draft.doc.get(under).match_indices('。').nth(1).map_or(under.end, |(at, _)| under.start + at + "。".len());
        kept += first - under.start;
        mutant = mutant.and(first..under.end, "");
    }
    let enough = draft.section(Part::Achievements).is_some_and(|(whole, _)| whole.len() > 6 * kept);
    if enough { vec![mutant] } else { Vec::new() }
}

fn without(draft: &Draft, kind: Kind) -> Vec<Mutant> {
    let lines = draft.lines(kind);
    // Fragments without a title need no addressee; behind a date that is gone nothing tells attachments from the body.
    let untold = draft.doc.title.is_none() || (kind == Kind::Date && !draft.text.trim_end().ends_with('日'));
    if lines.is_empty() || untold {
        return Vec::new();
    }
    vec![lines.into_iter().fold(Mutant { anywhere: true, ..Mutant::default() }, |mutant, at| mutant.and(at, ""))]
}

fn in_title(draft: &Draft, from: &str, to: &str) -> Vec<Mutant> {
    let Some(title) = &draft.doc.title else { return Vec::new() };
    let found = draft.doc.get(title.span).rfind(from);
    found.map(|at| Mutant::at(title.span.start + at..title.span.start + at + from.len(), to)).into_iter().collect()
}

fn title_without_organ(draft: &Draft) -> Vec<Mutant> {
    let Some(title) = &draft.doc.title else { return Vec::new() };
    let Some(organ) = hegui::document::organ_of_title(&title.text) else { return Vec::new() };
    // Of two bodies one is left.
    if draft.doc.signature.len() > 1 {
        return Vec::new();
    }
    in_title(draft, &organ, "").into_iter().map(|mutant| Mutant { anywhere: true, ..mutant }).collect()
}

fn title_without_year(draft: &Draft) -> Vec<Mutant> {
    let forms = ["{year}年度", "{year}年"];
    let year = forms.iter().filter_map(|form| draft.fill(form)).find(|year| !in_title(draft, year, "").is_empty());
    year.map_or(Vec::new(), |year| in_title(draft, &year, "").into_iter().map(|m| Mutant { anywhere: true, ..m }).collect())
}

fn intro(draft: &Draft, new: &str) -> Vec<Mutant> {
    let blocks = if draft.doc.title.is_some() { &draft.doc.blocks[draft.doc.intro.clone()] } else { &[] };
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return Vec::new() };
    let end = last.line.end + draft.text[last.line.end..].len() - draft.text[last.line.end..].trim_start_matches('\n').len();
    draft.fill(new).map(|new| Mutant::whole(first.line.start..end, new)).into_iter().collect()
}

fn residue(draft: &Draft) -> Vec<Mutant> {
    let end = draft.text.len();
    vec![
        Mutant::at(0..0, "索引号：37100420260120\n发布机构：门户网站\n"),
        Mutant::at(0..0, "来源：本站  浏览次数：125  字体：【大 中 小】\n"),
        Mutant::at(end..end, "\n打印本页 关闭窗口\n"),
    ]
}
