//! Years of the parts, and the signature with its date.

use hegui::document::{Kind, Part};

use super::draft::{Draft, Mutant, range};
use super::{Mutation, by, says};

pub const MUTATIONS: &[Mutation] = &[
    by("sign-date-format", |draft| {
        let Some(date) = draft.doc.date.and_then(|line| line.date) else { return Vec::new() };
        let (year, month, day) = (date.year, date.month, date.day);
        let forms = [format!("{year}{month:02}{day:02}"), format!("{year}-{month:02}-{day:02}"), format!("{year}.{month}.{day}")];
        forms.iter().flat_map(|form| signed_on(draft, form)).collect()
    }),
    by("sign-date-invalid", |draft| signed_on(draft, "{next}年2月30日")).also(&["sign-date-late", "sign-date-before-year-end"]),
    by("sign-date-before-year-end", |draft| signed_on(draft, "{year}年1月20日")).also(&["plenum-impossible", "sign-date-late"]),
    by("sign-date-late", |draft| signed_on(draft, "{next}年5月8日")).also(&["sign-date-before-year-end"]),
    by("date-meta-mismatch", |draft| {
        draft.fill("成文日期：{next}-04-05\n").map(|line| Mutant::whole(0..0, line)).into_iter().collect()
    })
    .also(&["web-residue"]),
    by("sign-organ-mismatch", other_signature).also(&["other-place-name"]),
    by("sign-order", |draft| {
        let (Some(organ), Some(date)) = (draft.doc.signature.last(), draft.doc.date) else { return Vec::new() };
        if draft.doc.signature.len() > 1
            || organ.end >= date.span.start
            || !draft.text[organ.end..date.span.start].trim().is_empty()
        {
            return Vec::new();
        }
        let (name, day) = (draft.doc.get(*organ), draft.doc.get(date.span));
        vec![Mutant::at(organ.start..date.span.end, format!("{day}\n{name}"))]
    }),
    by("sign-padding", |draft| {
        let line = |start: usize| Mutant::at(start..start, " ".repeat(60));
        draft.doc.signature.iter().map(|span| line(span.start)).chain(draft.doc.date.map(|date| line(date.span.start))).collect()
    }),
    by("docnumber-format", |draft| {
        if draft.doc.title.is_none() || !draft.lines(Kind::DocNumber).is_empty() {
            return Vec::new();
        }
        ["清政发[2026]5号", "清政发〔2026〕05号", "清政发〔2026〕第5号", "清政发（2026）5号"]
            .map(|line| Mutant::at(0..0, format!("{line}\n\n")))
            .into()
    }),
    by("report-year-conflict", |draft| part_year(draft, Part::Achievements, "{year}年", "{last}年")).also(&["part-heading-year"]),
    by("plan-year-wrong", |draft| part_year(draft, Part::NextYear, "{next}年", "{year}年"))
        .also(&["part-heading-year", "part-order"]),
    says("stale-year", Part::Achievements, &["{last}年，组织开展档案整理，归集卷宗7册。", "{last}年举办文艺汇演3场。"]),
    says(
        "relative-time",
        Part::Achievements,
        &["今年，新增志愿者86名。", "去年以来，新增志愿者86名。", "近期，举办文艺汇演1场。", "截至目前，新增志愿者86名。"],
    ),
];

/// The report with another date at its end.
fn signed_on(draft: &Draft, date: &str) -> Vec<Mutant> {
    let (Some(line), Some(date)) = (draft.doc.date, draft.fill(date)) else { return Vec::new() };
    if draft.doc.title.is_some() { vec![Mutant::at(range(line.span), date)] } else { Vec::new() }
}

/// Signed by a body of the same kind elsewhere.
fn other_signature(draft: &Draft) -> Vec<Mutant> {
    let Some(signed) = draft.doc.signature.last().filter(|_| draft.doc.title.is_some() && draft.doc.signature.len() == 1) else {
        return Vec::new();
    };
    let name = draft.doc.get(*signed);
    let other = [
        ("镇人民政府", "宜水县石桥镇人民政府"),
        ("乡人民政府", "宜水县石桥乡人民政府"),
        ("街道办事处", "宜水区石桥街道办事处"),
        ("县人民政府", "宜水县人民政府"),
        ("区人民政府", "宜水区人民政府"),
        ("市人民政府", "宜水市人民政府"),
        ("省人民政府", "宜水省人民政府"),
        ("局", "宜水县民政局"),
        ("厅", "宜水省民政厅"),
    ];
    let fits = other.iter().find(|(end, _)| name.ends_with(end));
    fits.map(|(_, other)| Mutant::at(range(*signed), *other)).into_iter().collect()
}

/// The year in the heading of a part changed.
fn part_year(draft: &Draft, part: Part, from: &str, to: &str) -> Vec<Mutant> {
    let (Some(from), Some(to)) = (draft.fill(from), draft.fill(to)) else { return Vec::new() };
    let Some(heading) = draft.section(part).and(draft.doc.part(part).heading) else { return Vec::new() };
    let title = draft.doc.headings[heading].title;
    let at = draft.doc.get(title).find(&from).map(|at| title.start + at..title.start + at + from.len());
    at.map(|at| Mutant::at(at, to)).into_iter().collect()
}
