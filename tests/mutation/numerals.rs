//! Figures, percentages and dates in the text.

use hegui::document::Part;

use super::draft::{Draft, Mutant};
use super::{Mutation, by, says, swap};

pub const MUTATIONS: &[Mutation] = &[
    by("percent-missing", |draft| rates(draft, |rate| Some(rate.trim_end_matches('%').to_owned()))).also(&["ratio-mismatch"]),
    by("percent-over-100", |draft| rates(draft, |rate| (rate == "100%").then(|| "105%".to_owned()))).also(&["figure-conflict"]),
    says("percent-range", Part::NextYear, &["推动窗口等候时间缩短15～30%。"]),
    says("wan-range", Part::NextYear, &["预计惠及群众9～16万人。", "预计节约成本2～3亿元。"]),
    says("year-two-digit", Part::Achievements, &["截至{yy}年底，新增志愿者86名。", "{yy}年6月，举办文艺汇演1场。"]),
    says("year-mixed-form", Part::Achievements, &["{year}年三月，举办文艺汇演1场。"]),
    says(
        "approx-digits",
        Part::NextYear,
        &["每次安排3、4个窗口延时服务。", "每期邀请七、八名志愿者参加。", "每期邀请20几名志愿者参加。"],
    ),
    says("digit-plus-qianbai", Part::NextYear, &["编印宣传折页3千余份。", "征集微视频5百部。"]),
    by("fullwidth-digit", |draft| {
        let wide = |c: char| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c);
        let numbers = draft.doc.numbers(hegui::text::Span::new(0, draft.text.len())).iter();
        let plain = numbers.filter(|number| draft.text[number.span.end..].starts_with('件'));
        let written = plain.map(|number| (number.span, draft.doc.get(number.span)));
        let digits = written.filter(|(_, text)| text.bytes().all(|b| b.is_ascii_digit()));
        digits.map(|(span, text)| Mutant::at(span.start..span.end, text.chars().map(wide).collect::<String>())).collect()
    }),
    says("date-padding", Part::Achievements, &["{year}年06月08日，举办文艺汇演1场。"]),
    says("date-hao", Part::Achievements, &["6月8号，举办文艺汇演1场。"]),
    says("decimal-zero", Part::NextYear, &["争取建设资金.5亿元。"]),
    says("decrease-times", Part::Achievements, &["噪声投诉量同比下降2倍。", "等候时间缩短了一倍。"]),
    says(
        "redundant-approx",
        Part::Achievements,
        &["接待参观者约300人左右。", "回收问卷超过90份以上。", "发放手提袋近1700余个。"],
    ),
    by("numeral-style-mixed", |draft| {
        // Told where the text counts such things in digits three times at least.
        let often = draft.text.matches("件，").count() > 5;
        let said = ["征集书画作品二十五件。", "收到感谢信一百二十件。"];
        said.iter().filter(|_| often).flat_map(|sentence| draft.say(Part::Achievements, sentence)).collect()
    }),
    says("number-no-unit", Part::Achievements, &["新增志愿者153，队伍不断壮大。"]),
    swap("percent-missing", &[("率100%", "率100"), ("率达100%", "率达100")]),
];

/// Rates behind 率 with their sign, in the form that `form` gives.
fn rates(draft: &Draft, form: fn(&str) -> Option<String>) -> Vec<Mutant> {
    let numbers = draft.doc.numbers(hegui::text::Span::new(0, draft.text.len())).iter();
    let behind = numbers.filter(|number| {
        let before = &draft.text[..number.span.start];
        ["率", "率为", "率达", "率达到"].iter().any(|word| before.ends_with(word))
            && draft.text[number.span.end..].starts_with('%')
    });
    let written = behind.map(|number| number.span.start..number.span.end + 1);
    written.filter_map(|at| Some(Mutant::at(at.clone(), form(&draft.text[at])?))).collect()
}
