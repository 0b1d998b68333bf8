//! Marks and blanks.

use hegui::document::{Kind, Part};

use super::draft::{Draft, Mutant, range};
use super::{Mutation, by, says, swap};

pub const MUTATIONS: &[Mutation] = &[
    by("halfwidth-punct", half_width).also(&["pair-unbalanced"]),
    by("straight-quotes", straight),
    says("ellipsis-form", Part::NextYear, &["组织宣传、培训、演练...", "常态化开展宣传、培训。。。"]),
    says("dash-form", Part::NextYear, &["抓好头等大事--队伍建设。", "切实守牢一条底线—不发生系统性风险。"]),
    by("paragraph-no-stop", |draft| last_marks(draft, &["", "，", "、"])),
    by("list-intro-colon", |draft| lead_in(draft, "。")),
    swap("punct-duplicate", &[("，", "，，"), ("。", "。。"), ("；", "；；"), ("、", "、、"), ("；", "；。")])
        // A point in a heading may end it.
        .also(&["paragraph-no-stop", "formula-legal-quotes", "plenum-stale"]),
    by("punct-leading", |draft| leading(draft, &["，", "。", "、", "）", "》"])).also(&["pair-unbalanced"]),
    by("pair-unbalanced", halves).also(&[
        "dup-char",
        "quote-missing-shorthand",
        "quote-style-mixed",
        "number-bracket-unpaired",
        "law-name-no-marks",
        "quote-nesting",
        "missing-char-pattern",
    ]),
    says("quote-nesting", Part::NextYear, &["推广“学习“枫桥经验”工作法”。"]),
    says(
        "booktitle-nesting",
        Part::NextYear,
        &["印发《贯彻落实<湿地保护规划>方案》。", "印发《贯彻落实《湿地保护规划》方案》。"],
    ),
    by("enum-comma-booktitles", |draft| between(draft, "》《", "、")),
    // In a list of names with 等 behind it the mark may stay.
    says("enum-comma-quotes", Part::NextYear, &["讲好“普法故事”、“调解故事”。"]),
    by("enum-comma-before-deng", |draft| {
        draft
            .say(Part::NextYear, "组织宣讲、咨询、等活动。")
            .into_iter()
            .chain(draft.say(Part::NextYear, "组织宣讲、咨询，等活动。"))
            .collect()
    }),
    swap(
        "enum-comma-missing",
        &[
            ("县委、县政府", "县委县政府"),
            ("区委、区政府", "区委区政府"),
            ("市委、市政府", "市委市政府"),
            ("省委、省政府", "省委省政府"),
            ("党中央、国务院", "党中央国务院"),
        ],
    ),
    says("semicolon-in-phrase", Part::NextYear, &["坚持统一指挥、分级负责；分类施策、快速处置的原则。"]),
    by("semicolon-stop-mixed", semicolons),
    by("year-span-dash", |draft| {
        everywhere(draft, "2021—2025年", "2021-2025年")
            .into_iter()
            .chain(everywhere(draft, "2021—2025年", "2021~2025年"))
            .collect()
    }),
    by("number-range-dash", |draft| draft.say(Part::NextYear, "办理时限压缩至3-5天。")),
    by("year-span-lost", |draft| everywhere(draft, "2021—2025年", "20212025年")).also(&["outline-year-span"]),
    by("date-name-dot", name_dots),
    by("middle-dot-misuse", |draft| {
        let forms =
            [("“八五”普法", "八五·普法"), ("“九五”普法", "九五·普法"), ("“十四五”", "“十四·五”"), ("“十五五”", "“十五·五”")];
        forms.iter().flat_map(|(from, to)| draft.swap(from, to)).collect()
    })
    .also(&["quote-style-mixed", "legal-campaign-round", "quote-missing-shorthand"]),
    by("space-in-chinese", spaced),
    by("fake-indent", |draft| leading(draft, &["    ", "\u{a0}\u{a0}\u{a0}\u{a0}", "\t", "\u{3000}"])),
    by("invisible-character", |draft| {
        let inside = ["法\u{200B}治", "法\u{AD}治", "法\u{FEFF}治", "法\u{202E}治", "法\u{200D}\u{2060}治", "法\u{FFFD}治"];
        inside.iter().flat_map(|with| everywhere(draft, "法治", with)).collect()
    }),
    by("line-wrapped", wrapped),
    by("title-punct", title_end),
    by("exclaim-question", |draft| last_marks(draft, &["！", "？"])),
    by("addressee-punct", addressee),
    says("law-name-no-marks", Part::NextYear, &["认真贯彻落实行政强制法。", "组织学习反不正当竞争法。"]),
    says("booktitle-on-nonwork", Part::NextYear, &["开展《法治进校园活动》。", "举办《法治文艺大赛》。"]),
    by("quote-missing-shorthand", |draft| draft.say(Part::NextYear, "广泛听取两代表一委员意见。")),
    says("missing-clause-mark", Part::NextYear, &["制定年度集体学法计划不断完善干部职工学法制度。"])
        .also(&["shortcoming-no-measure"]),
];

/// Every paragraph on lines of 28 characters, as text copied from a PDF has them: a figure takes half a character's room and stays
/// in one piece, and no line begins with a closing mark.
fn wrapped(draft: &Draft) -> Vec<Mutant> {
    const COLUMNS: usize = 56;
    let figure = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',');
    let together = |before: char, after: char| {
        "，。、；：”’》）〉%,;:)".contains(after) || "“‘《（〈(".contains(before) || (figure(before) && figure(after))
    };
    let mut mutant = Mutant { anywhere: true, ..Mutant::default() };
    let mut start = 0;
    for line in draft.text.split_inclusive('\n') {
        let chars: Vec<(usize, char)> = line.trim_end().char_indices().collect();
        let (mut columns, mut from, mut i) = (0, 0, 0);
        while let Some(&(_, c)) = chars.get(i) {
            columns += if c.is_ascii() { 1 } else { 2 };
            if columns > COLUMNS {
                i = (from + 1..=i).rev().find(|&at| !together(chars[at - 1].1, chars[at].1)).unwrap_or(i);
                let at = start + chars[i].0;
                mutant.edits.push((at..at, "\n".to_owned()));
                (columns, from) = (0, i);
            } else {
                i += 1;
            }
        }
        start += line.len();
    }
    vec![mutant]
}

/// A mark in its half-width form; a point between figures may be a decimal one, or that of a number.
fn half_width(draft: &Draft) -> Vec<Mutant> {
    let pairs = [("，", ","), ("；", ";"), ("。", "."), ("（", "("), ("：", ":")];
    let figure = |at: Option<char>| at.is_some_and(|c| c.is_ascii_digit());
    let plain = |mutant: &Mutant| {
        let (range, new) = &mutant.edits[0];
        let around = (draft.text[..range.start].chars().next_back(), draft.text[range.end..].chars().next());
        new != "." || !(figure(around.0) || figure(around.1))
    };
    pairs.iter().flat_map(|(from, to)| draft.swap(from, to)).filter(plain).collect()
}

/// Quotation marks that say nothing of where they open and close.
fn straight(draft: &Draft) -> Vec<Mutant> {
    let quotes =
        draft.doc.quotations().iter().filter(|quote| draft.doc.block_around(quote.start).is_some_and(|b| b.is_running()));
    let written = quotes.map(|quote| (quote.start - "“".len()..quote.end + "”".len(), draft.doc.get(*quote)));
    let whole =
        written.filter(|(at, _)| draft.text.get(at.clone()).is_some_and(|text| text.starts_with('“') && text.ends_with('”')));
    whole.map(|(at, words)| Mutant::at(at, format!("\"{words}\""))).collect()
}

/// Quotations, titles and brackets that lose one half; numbers of headings have a rule of their own.
fn halves(draft: &Draft) -> Vec<Mutant> {
    let numbered = |at: usize| draft.doc.headings.iter().any(|h| h.number.is_some_and(|n| n.span.start <= at && at < n.span.end));
    // The brackets of a number such as （2024）鲁1099行初5号 may be of another kind.
    let running = |at: usize| {
        draft.doc.block_around(at).is_some_and(|block| block.is_running() && !draft.doc.get(block.span).contains("行初"))
    };
    let marks = draft.text.match_indices(['“', '”', '《', '》', '（', '）']);
    let fits = marks.filter(|&(at, _)| running(at) && !numbered(at));
    // The half that is left is told, wherever it stands.
    fits.map(|(at, mark)| Mutant::whole(at..at + mark.len(), "")).collect()
}

/// Paragraphs with another mark at their end.
fn last_marks(draft: &Draft, ends: &[&str]) -> Vec<Mutant> {
    let long = |block: &&hegui::document::Block| {
        draft.doc.get(block.span).chars().count() > 70 && !draft.doc.get(block.span).ends_with("”。")
    };
    let stops = draft.paragraphs(None).into_iter().filter(long).map(|block| block.span.end - "。".len()..block.span.end);
    stops.enumerate().map(|(i, stop)| Mutant::at(stop, ends[i % ends.len()])).collect()
}

fn lead_in(draft: &Draft, end: &str) -> Vec<Mutant> {
    let colon = draft.doc.lead_in.filter(|lead_in| draft.doc.get(*lead_in).ends_with('：'));
    colon.map(|lead_in| Mutant::at(lead_in.end - "：".len()..lead_in.end, end)).into_iter().collect()
}

/// Paragraphs that are no headings with something in front.
fn leading(draft: &Draft, marks: &[&str]) -> Vec<Mutant> {
    let blocks = draft.doc.body_blocks().map(|(_, block)| block).filter(|block| block.kind == Kind::Paragraph);
    let plain = blocks.filter(|block| block.line.start == block.span.start);
    plain.enumerate().map(|(i, block)| Mutant::at(block.span.start..block.span.start, marks[i % marks.len()])).collect()
}

/// `mark` between the two halves of `pair`.
fn between(draft: &Draft, pair: &str, mark: &str) -> Vec<Mutant> {
    let half = pair.chars().next().map_or(0, char::len_utf8);
    draft.text.match_indices(pair).map(|(at, _)| Mutant::at(at + half..at + half, mark)).collect()
}

/// `to` for `from`, inside titles of works too.
fn everywhere(draft: &Draft, from: &str, to: &str) -> Vec<Mutant> {
    draft.text.match_indices(from).map(|(at, _)| Mutant::at(at..at + from.len(), to)).collect()
}

/// A semicolon behind the first item of a sequence whose items end in stops.
fn semicolons(draft: &Draft) -> Vec<Mutant> {
    let seconds = draft.doc.sequence.iter().filter(|item| item.value == 2);
    let stop = seconds.map(|item| item.span.start.saturating_sub("。".len())..item.span.start);
    stop.filter(|at| draft.text.get(at.clone()) == Some("。")).map(|at| Mutant::at(at, "；")).collect()
}

fn name_dots(draft: &Draft) -> Vec<Mutant> {
    let dots = draft.text.match_indices('·').map(|(at, _)| at..at + '·'.len_utf8());
    let named = dots.filter(|dot| draft.text[..dot.start].ends_with(|c: char| c.is_ascii_digit()));
    named.map(|dot| Mutant::at(dot, ".")).collect()
}

/// A blank between two characters; behind a stop it may be meant.
fn spaced(draft: &Draft) -> Vec<Mutant> {
    let titled = |at: usize| draft.doc.headings.iter().any(|h| h.title.start <= at && at <= h.title.end);
    draft
        .places("依法")
        .into_iter()
        .filter(|at| !titled(at.start) && draft.text[..at.start].ends_with(hegui::text::is_han))
        .map(|at| Mutant::at(at.start..at.start, " "))
        .collect()
}

fn title_end(draft: &Draft) -> Vec<Mutant> {
    let Some(title) = &draft.doc.title else { return Vec::new() };
    vec![Mutant::at(title.span.end..title.span.end, "。"), Mutant::at(title.span.end..title.span.end, "：")]
}

fn addressee(draft: &Draft) -> Vec<Mutant> {
    let lines = draft.doc.blocks.iter().filter(|block| block.kind == Kind::Addressee);
    let whole = lines.map(|block| range(block.span)).filter(|line| draft.text[line.clone()].ends_with('：'));
    whole.flat_map(|line| ["，", "。"].map(|end| Mutant::at(line.end - "：".len()..line.end, end))).collect()
}
