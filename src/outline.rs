//! Skeletons to start from: a part that is missing, or a whole report.
//!
//! What the writer must supply stands in 【请填写：…】; the rule `placeholder-left` flags each until it is replaced.
//! The words follow the regulation's list and the duties of each kind of body.

mod voice;

use std::fmt::Write as _;

use crate::document::{Ordinal, OrdinalStyle, Part, Profile};
use voice::Voice;

/// The words of a part's heading, without its number. Without a year they name none.
#[must_use]
pub fn heading(part: Part, year: Option<u32>) -> String {
    let year = |offset: u32| year.map_or(String::new(), |year| format!("{}年度", year + offset));
    match part {
        Part::Achievements => format!("{}推进法治政府建设的主要举措和成效", year(0)),
        Part::Shortcomings => format!("{}推进法治政府建设存在的不足和原因", year(0)),
        Part::LeaderDuties => {
            format!("{}党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况", year(0))
        }
        Part::NextYear if year(1).is_empty() => "下一年度推进法治政府建设的主要安排".to_owned(),
        Part::NextYear => format!("{}推进法治政府建设的主要安排", year(1)),
    }
}

/// The heading of `part` behind `number` (二、), and an outline of prompts fitted to `profile`, one paragraph each,
/// with an empty line between; no line end behind the last.
#[must_use]
pub fn skeleton(part: Part, profile: Profile, year: Option<u32>, number: &str) -> String {
    let mut text = format!("{number}{}", heading(part, year));
    for (i, item) in items(part, profile).iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n\n{}{item}", below(number).write(i as u32 + 1));
    }
    text
}

/// A whole report on `year`: title, addressee, introduction, the four parts, signature and date.
#[must_use]
pub fn outline(profile: Profile, year: u32) -> String {
    let voice = Voice::of(profile);
    let mut text = format!(
        "{}关于{year}年度法治政府建设情况的报告\n\n{}：\n\n{year}年，{}坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，\
         【请填写：全年推进法治政府建设的总体情况】。现将有关情况报告如下：",
        voice.organ, voice.addressee, voice.short
    );
    for (i, part) in Part::ALL.into_iter().enumerate() {
        let number = OrdinalStyle::Han.write(i as u32 + 1);
        let _ = write!(text, "\n\n{}", skeleton(part, profile, Some(year), &number));
    }
    let _ = write!(text, "\n\n{}\n{}年【请填写：月】月【请填写：日】日\n", voice.organ, year + 1);
    text
}

/// The style of the numbers under a heading with `number`: （一） under 一、, 1. under （一）, （1） under 1.
fn below(number: &str) -> OrdinalStyle {
    let line = format!("{number}法");
    match Ordinal::read(&line, 0, line.len()).map(|ordinal| ordinal.style) {
        Some(OrdinalStyle::HanBrackets) => OrdinalStyle::Arabic,
        Some(OrdinalStyle::Arabic) => OrdinalStyle::ArabicBrackets,
        _ => OrdinalStyle::HanBrackets,
    }
}

/// The paragraphs of a part, each a heading run in with its prompt.
fn items(part: Part, profile: Profile) -> Vec<String> {
    let voice = Voice::of(profile);
    match part {
        Part::Achievements => voice.topics.iter().map(|(heading, prompt)| format!("{heading}。【请填写：{prompt}】。")).collect(),
        Part::Shortcomings => ["第一", "第二", "第三"]
            .iter()
            .map(|nth| format!("【请填写：{nth}个不足】。【请填写：具体表现】。主要原因是【请填写：主客观原因】。"))
            .collect(),
        Part::LeaderDuties => voice.duties(),
        Part::NextYear => vec![
            "【请填写：针对第一个不足的措施】。【请填写：具体任务、完成时限和责任分工】。".to_owned(),
            "【请填写：针对第二个不足的措施】。【请填写：具体任务、完成时限和责任分工】。".to_owned(),
            "【请填写：针对第三个不足的措施】。【请填写：具体任务、完成时限和责任分工】。".to_owned(),
            format!("【请填写：其他重点工作】。【请填写：{}】。", voice.plans),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Options, check};
    use crate::document::{Overrides, Status};

    #[test]
    fn an_outline_holds_the_four_parts_and_nothing_wrong_but_what_is_to_be_filled_in() {
        for profile in Profile::ALL {
            let text = outline(profile, 2026);
            let options =
                Options { overrides: Overrides { profile: Some(profile), ..Overrides::default() }, ..Options::default() };
            let checked = check(&text, &options);
            let statuses = checked.document.parts.each_ref().map(|info| info.status);
            assert_eq!(statuses, [Status::Present; 4], "{profile:?}");
            assert_eq!(checked.document.year, Some(2026));
            let other: Vec<_> =
                checked.findings.iter().filter(|f| f.rule.id != "placeholder-left").map(|f| (f.rule.id, &f.message)).collect();
            assert!(other.is_empty(), "{profile:?}: {other:?}");
            let flagged = checked.findings.iter().filter(|f| f.rule.id == "placeholder-left").count();
            assert_eq!(flagged, text.matches("【请填写：").count(), "{profile:?}");
        }
    }

    #[test]
    fn a_skeleton_goes_on_in_the_number_style_given() {
        let text = skeleton(Part::NextYear, Profile::Township, Some(2026), "（四）");
        assert!(text.starts_with("（四）2027年度推进法治政府建设的主要安排\n\n1.【请填写："), "{text}");
        let text = skeleton(Part::Shortcomings, Profile::Township, None, "二、");
        assert!(text.starts_with("二、推进法治政府建设存在的不足和原因\n\n（一）【请填写："), "{text}");
    }
}
