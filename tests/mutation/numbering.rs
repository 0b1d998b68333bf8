//! Numbers of headings and of items.

use hegui::document::{Document, Heading, Part};
use hegui::text::Span;

use super::draft::{Draft, Mutant, range};
use super::{Mutation, by};

pub const MUTATIONS: &[Mutation] = &[
    by("number-gap", |draft| last_numbered(draft, |n| n + 1)),
    by("number-start", without_the_first).also(&[
        "shortcoming-no-measure",
        "coverage-eight-systems",
        "leader-duty-coverage",
        "leader-role-not-named",
        "leader-duty-generic",
        "part-too-short",
    ]),
    by("number-duplicate", |draft| last_numbered(draft, |n| n - 1)),
    by("number-backward", |draft| last_numbered(draft, |n| n - 2)).also(&["number-gap"]),
    by("number-missing-heading", number_lost).also(&["number-gap", "coverage-eight-systems"]),
    by("l1-punct", |draft| {
        numbers(draft, 1, |text| vec![text.replace('、', "."), text.replace('、', "，"), text.replace('、', "")])
    }),
    by("l2-punct", |draft| numbers(draft, 2, |text| vec![format!("{text}、"), format!("{text}．"), format!("{text}：")])),
    by("l3-punct", |draft| {
        numbers(draft, 3, |text| vec![text.replace('.', "、"), text.replace('.', "，"), text.replace('.', "．")])
    }),
    by("l4-punct", |draft| fourth_level(draft, "（1）、健全台账。\n\n（2）、定期回访。")),
    by("number-bracket-unpaired", |draft| numbers(draft, 2, |text| vec![text.replace('（', ""), text.replace('）', "")])),
    by("number-space", |draft| numbers(draft, 2, |text| vec![format!("{text} "), format!("{text}\u{3000}")])),
    by("number-fullwidth-arabic", |draft| {
        numbers(draft, 3, |text| vec![text.chars().map(|c| if c.is_ascii_digit() { wide(c) } else { c }).collect()])
    }),
    by("number-odd-style", |draft| fourth_level(draft, "A.健全台账。\n\nB.定期回访。")),
    by("heading-end-punct", |draft| heading_ends(draft, false, &["。", "；", "，"])),
    by("heading-runin-no-stop", |draft| heading_ends(draft, true, &[" "])).also(&["sentence-too-long"]),
    by("subheading-style-mixed", one_part_in_sequence),
    by("subheading-duplicate", alike).also(&["shortcoming-no-measure"]),
    by("level-skip", skipped),
    by("level-reversed", reversed).also(&["level-skip"]),
    by("sequence-gap", |draft| items(draft, |value| format!("{}是", hegui::text::numerals::to_han(value + 1)))),
    by("sequence-nested", nested).also(&["shortcoming-no-measure"]),
    by("sequence-single", single),
    by("sequence-mixed", |draft| items(draft, |value| format!("第{}，", hegui::text::numerals::to_han(value)))),
    by("sequence-punct", |draft| items(draft, |value| format!("{}是，", hegui::text::numerals::to_han(value)))),
];

/// ２ for 2.
fn wide(c: char) -> char {
    char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c)
}

/// Sub-headings that are the last of three or more, with their number as `value` makes it.
fn last_numbered(draft: &Draft, value: fn(u32) -> u32) -> Vec<Mutant> {
    let lasts = families(&draft.doc).into_iter().filter(|family| family.len() >= 3);
    let written = lasts.filter_map(|family| {
        let number = family.last()?.number?;
        // Back at one a list begins anew.
        (value(number.value) > 1).then(|| Mutant::at(range(number.span), number.style.write(value(number.value))))
    });
    written.collect()
}

/// The numbered sub-headings of each heading.
fn families<'d>(doc: &'d Document<'static>) -> Vec<Vec<&'d Heading>> {
    let parents = (0..doc.headings.len()).map(Some);
    parents.map(|parent| doc.children(parent).map(|(_, heading)| heading).collect()).collect()
}

fn without_the_first(draft: &Draft) -> Vec<Mutant> {
    let families = families(&draft.doc).into_iter().filter(|family| family.len() >= 3);
    let first = families.filter_map(|family| {
        let (first, second) = (draft.doc.section(family[0]), draft.doc.section(family[1]));
        // The leaders' only sub-heading must not be the one that goes.
        (!draft.doc.get(first).contains("第一责任人"))
            .then(|| Mutant { anywhere: true, ..Mutant::at(first.start..second.start, "") })
    });
    first.collect()
}

/// A run-in heading in the middle, its number lost.
fn number_lost(draft: &Draft) -> Vec<Mutant> {
    let families =
        families(&draft.doc).into_iter().filter(|family| family.len() >= 4 && family.iter().all(|h| h.run_in && h.level == 2));
    families.filter_map(|family| Some(Mutant::at(range(family[1].number?.span), ""))).collect()
}

/// Numbers of a level, each in the forms that `forms` gives of them.
fn numbers(draft: &Draft, level: u8, forms: impl Fn(&str) -> Vec<String>) -> Vec<Mutant> {
    let numbers = draft.doc.headings.iter().filter(|heading| heading.level == level).filter_map(|heading| heading.number);
    numbers
        .flat_map(|number| forms(draft.doc.get(number.span)).into_iter().map(move |form| Mutant::at(range(number.span), form)))
        .collect()
}

/// Lines behind a paragraph under a heading of level 3 of the plan or the shortcomings, or, where there is none, of level 2.
fn fourth_level(draft: &Draft, lines: &str) -> Vec<Mutant> {
    let thirds = draft.doc.headings.iter().filter(|heading| heading.level == 3 && heading.run_in);
    let behind = |heading: &Heading| {
        let end = draft.doc.section(heading).end;
        Mutant::at(end..end, format!("\n\n{lines}"))
    };
    thirds.map(behind).collect()
}

/// 1. under （1）, behind a paragraph of the plan that has neither.
fn reversed(draft: &Draft) -> Vec<Mutant> {
    const LINES: &str = "（1）健全台账\n\n1.登记造册。\n\n2.定期更新。\n\n（2）开展回访\n\n1.电话回访。\n\n2.入户回访。";
    let Some(plan) = draft.doc.part(Part::NextYear).heading else { return Vec::new() };
    let fits = draft.doc.children(Some(plan)).filter(|(_, heading)| heading.level == 2 && heading.run_in);
    fits.map(|(_, heading)| draft.doc.section(heading).end).map(|end| Mutant::at(end..end, format!("\n\n{LINES}"))).collect()
}

/// Headings that stand alone, or run in, with another end.
fn heading_ends(draft: &Draft, run_in: bool, ends: &[&str]) -> Vec<Mutant> {
    let fits =
        draft.doc.headings.iter().filter(|heading| heading.run_in == run_in && heading.number.is_some() && heading.level <= 2);
    let end = |heading: &Heading| {
        let title = heading.title.end;
        let mark = heading.end_mark.map_or(Span::at(title), |mark| mark.span());
        ends.iter().map(|end| Mutant::at(range(mark), *end)).collect::<Vec<_>>()
    };
    // What stands behind must read as a sentence, not as the other half of a heading.
    let sentence = |heading: &&Heading| {
        let Some(mark) = heading.end_mark.filter(|_| run_in) else { return !run_in };
        let (words, behind) = (draft.doc.get(heading.title), draft.doc.get(draft.doc.sentence_at(mark.span().end)));
        behind.contains('，') && behind.len() > 2 * words.len() + 30
    };
    fits.filter(sentence).flat_map(end).collect()
}

/// 一是 for （一） in the plan, where all others have （一）.
fn one_part_in_sequence(draft: &Draft) -> Vec<Mutant> {
    let part = |part: Part| draft.doc.part(part).heading.map(|heading| draft.doc.children(Some(heading)).collect::<Vec<_>>());
    let whole = |children: &[(usize, &Heading)]| children.len() >= 3 && children.iter().all(|(_, h)| h.level == 2 && h.run_in);
    let (Some(shortcomings), Some(plan)) = (part(Part::Shortcomings), part(Part::NextYear)) else { return Vec::new() };
    let others = draft.section(Part::Achievements).and(part(Part::Achievements)).is_some_and(|children| children.len() >= 2);
    let single = draft.section(Part::NextYear).is_some();
    if !others
        || !single
        || !whole(&shortcomings)
        || !whole(&plan)
        || draft.findings.iter().any(|f| f.rule.id == "subheading-style-mixed")
    {
        return Vec::new();
    }
    let written = plan.iter().filter_map(|(_, heading)| {
        let number = heading.number?;
        Some((range(number.span), format!("{}是", hegui::text::numerals::to_han(number.value))))
    });
    vec![Mutant { edits: written.collect(), anywhere: true, ..Mutant::default() }]
}

/// A sub-heading's words said again with another verb.
fn alike(draft: &Draft) -> Vec<Mutant> {
    let families = families(&draft.doc).into_iter().filter(|family| family.len() >= 3 && family[0].level == 2);
    let again = |family: Vec<&Heading>| {
        let words = draft.doc.get(family[0].title);
        let rest: String = words.chars().skip(2).collect();
        (rest.chars().count() >= 6).then(|| Mutant::at(range(family[1].title), format!("健全{rest}")))
    };
    families.filter_map(again).collect()
}

/// （1） directly under 一、
fn skipped(draft: &Draft) -> Vec<Mutant> {
    // Lower levels below would be told as turned round.
    let last = |heading: &&Heading| heading.level == 2 && !draft.doc.get(draft.doc.section(heading)).contains("\n1.");
    let families = families(&draft.doc).into_iter().filter(|family| family.len() >= 2 && family.iter().all(last));
    let written = |family: Vec<&Heading>| {
        let one = |heading: &&Heading| Some((range(heading.number?.span), format!("（{}）", heading.number?.value)));
        Some(Mutant { edits: family.iter().map(one).collect::<Option<_>>()?, ..Mutant::default() })
    };
    families.filter_map(written).collect()
}

/// Items “三是” that are the last of their sequence, in another form.
fn items(draft: &Draft, form: impl Fn(u32) -> String) -> Vec<Mutant> {
    let all: Vec<_> = draft.doc.sequence.iter().collect();
    let last = |i: usize| all.get(i + 1).is_none_or(|next| next.value == 1 || next.block != all[i].block);
    let fits = (0..all.len()).filter(|&i| last(i) && all[i].value >= 3 && all[i - 1].block == all[i].block);
    fits.map(|i| Mutant::at(range(all[i].span), form(all[i].value))).collect()
}

/// A sequence inside the second item.
fn nested(draft: &Draft) -> Vec<Mutant> {
    let thirds = draft.doc.sequence.iter().filter(|item| item.value == 3);
    let place = thirds.filter(|item| draft.text[..item.span.start].ends_with(['。', '；']));
    place.map(|item| Mutant::at(item.span.start..item.span.start, "一是健全台账；二是定期回访；三是跟踪问效。")).collect()
}

/// 一是 where no 二是 follows.
fn single(draft: &Draft) -> Vec<Mutant> {
    let says = draft.say(Part::NextYear, "一是健全台账管理制度。");
    says.into_iter().filter(|_| draft.doc.sequence.is_empty()).collect()
}
