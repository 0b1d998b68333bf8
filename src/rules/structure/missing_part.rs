//! One of the four parts is nowhere.

use crate::document::{Document, Part, Status};
use crate::facts::shape::Shape;
use crate::outline;
use crate::rule::{Check, Findings};
use crate::text::Span;

mod insertion;

use insertion::{Spot, insertion, numeral};

crate::declare_rule! {
    /// 检查什么：四个部分（主要举措和成效、不足和原因、党政主要负责人履行第一责任人职责、下一年度安排）中，哪一部分全文都没有写。
    ///
    /// 为什么：督察工作规定列明了年度报告应当包括的内容，缺一部分就是缺项。
    ///
    /// 示例：报告只有“一、主要举措和成效”“二、2026年度安排” → 在两者之间补写“存在的不足和原因”
    ///
    /// 修改：在应有的位置插入标题和提纲，序号接着前文，后面的序号顺延；提纲中【请填写：…】处由单位填写。
    ///
    /// 不算：部分名称写法不同；两个部分合写在一个标题下；第一责任人履职写在其他部分的小标题或一段话里；各部分的先后次序不同。
    "missing-part", "缺少规定部分", Structure, Error, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    if Shape::of(doc) == Shape::Fragment || doc.scan.han == 0 {
        return;
    }
    for part in Part::ALL {
        if doc.part(part).status != Status::Missing {
            continue;
        }
        let k = place(doc, part);
        let spot = Spot::before_section(doc, k);
        let mut finding = RULE.finding(Span::at(spot.shown), format!("没有找到“{}”部分", outline::heading(part, None)));
        finding.about = Some(part);
        out.push(finding.fix(insertion(doc, part, k, &spot)));
    }
}

/// The section before which `part` belongs; the number of sections for the end.
fn place(doc: &Document, part: Part) -> usize {
    let sections = &doc.sections;
    let has = |k: usize, part: Part| sections.get(k).is_some_and(|section| section.parts.contains(&part));
    let first = |part: Part| (0..sections.len()).find(|&k| has(k, part));
    let behind = |part: Part| (0..sections.len()).rev().find(|&k| has(k, part)).map(|k| k + 1);
    let end = sections.len();
    match part {
        Part::Achievements => {
            first(Part::Shortcomings).into_iter().chain(first(Part::NextYear)).min().or(first(Part::LeaderDuties)).unwrap_or(0)
        }
        Part::Shortcomings => behind(Part::Achievements).or(first(Part::NextYear)).unwrap_or(end),
        // This part's place varies: where a number was left free; else behind the problems, but before a heading that carries the plan too.
        Part::LeaderDuties => free_number(doc)
            .or((0..end).rev().find(|&k| has(k, Part::Shortcomings) && !has(k, Part::NextYear)).map(|k| k + 1))
            .or(first(Part::NextYear))
            .or(behind(Part::Achievements))
            .unwrap_or(end),
        // The last of the four, before 其他需要报告的情况.
        Part::NextYear => (0..end).rev().find(|&k| sections.get(k).is_some_and(|s| !s.parts.is_empty())).map_or(end, |k| k + 1),
    }
}

/// The section before which one number is left out.
fn free_number(doc: &Document) -> Option<usize> {
    let value =
        |k: usize| doc.sections.get(k).and_then(|s| doc.headings.get(s.heading)).and_then(|h| numeral(doc, h)).map(|(_, v)| v);
    (0..doc.sections.len()).find(|&k| {
        let previous = if k == 0 { Some(0) } else { value(k - 1) };
        previous.zip(value(k)).is_some_and(|(a, b)| b == a + 2)
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::{Options, check};
    use crate::document::{Part, Status};
    use crate::fix::{Selection, apply, fix, select};
    use crate::testing::{accepts, flags};

    /// A report with the parts of these numbers of the regulation's list, in this order, each with a heading line.
    fn report(headings: &[&str]) -> String {
        let mut text =
            "清溪镇人民政府2025年度法治政府建设情况报告\n\n中共临河县委、临河县人民政府：\n\n现将有关情况报告如下：\n".to_owned();
        for heading in headings {
            text.push_str(&format!("\n{heading}\n\n镇政府扎实推进各项工作，完成年度任务12项，成效良好。\n"));
        }
        text + "\n清溪镇人民政府\n2026年1月20日\n"
    }

    const DONE: &str = "一、2025年度推进法治政府建设的主要举措和成效";

    #[test]
    fn flags_the_place_where_the_part_belongs() {
        flags(
            &RULE,
            &report(&[
                DONE,
                "⟦⟧二、2025年度党政主要负责人履行推进法治建设第一责任人职责的情况",
                "三、2026年度推进法治政府建设的主要安排",
            ]),
        );
        flags(&RULE, &report(&[DONE, "二、存在的短板及成因", "⟦⟧三、明年工作打算"]));
        let text = report(&[DONE, "二、存在的短板及成因", "三、镇党委书记、镇长履行第一责任人职责情况"]);
        let last = text.rfind("成效良好。").expect("there") + "成效良好。".len();
        flags(&RULE, &format!("{}⟦⟧{}", &text[..last], &text[last..]));
    }

    /// Applies every fix until none is left and gives the level-1 headings.
    fn completed(text: &str) -> Vec<String> {
        let options = Options { only: vec![RULE.id], ..Options::default() };
        let fixed = fix(text, &options, Selection::All).text;
        let checked = check(&fixed, &options);
        assert!(checked.document.parts.iter().all(|info| info.status != Status::Missing), "{fixed}");
        let headings = checked.document.sections.iter().filter_map(|s| checked.document.headings.get(s.heading));
        headings.map(|h| checked.document.get(checked.document.blocks[h.block].span).to_owned()).collect()
    }

    #[test]
    fn the_skeleton_takes_the_next_number_and_moves_the_others_on() {
        let found = completed(&report(&[DONE, "二、党政主要负责人履行第一责任人职责情况", "三、2026年工作安排"]));
        assert_eq!(
            found,
            [
                DONE,
                "二、2025年度推进法治政府建设存在的不足和原因",
                "三、党政主要负责人履行第一责任人职责情况",
                "四、2026年工作安排"
            ]
        );
    }

    #[test]
    fn the_skeleton_takes_a_number_left_free() {
        let found = completed(&report(&[DONE, "三、党政主要负责人履行第一责任人职责情况", "四、2026年工作安排"]));
        assert_eq!(found[1..3], ["二、2025年度推进法治政府建设存在的不足和原因", "三、党政主要负责人履行第一责任人职责情况"]);
    }

    #[test]
    fn several_parts_are_added_one_after_the_other() {
        let found = completed(&report(&[DONE, "二、2026年工作安排"]));
        let starts: Vec<String> = found.iter().map(|h| h.chars().take(2).collect()).collect();
        assert_eq!(starts, ["一、", "二、", "三、", "四、"]);
        assert!(found[2].contains("第一责任人"), "{found:?}");
        // Nothing but front and end matter: all four.
        let found =
            completed("清溪镇人民政府2025年度法治政府建设情况报告\n\n临河县人民政府：\n\n清溪镇人民政府\n2026年1月20日\n");
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[3].starts_with("四、2026年度"), "{found:?}");
    }

    #[test]
    fn the_plan_stands_before_other_matters_and_the_leaders_first_section_stays() {
        let found = completed(&report(&[
            "一、党政主要负责人履行第一责任人职责情况",
            "二、主要举措和成效",
            "三、存在的不足和原因",
            "四、其他需要报告的情况",
        ]));
        assert!(found[3].starts_with("四、2026年度推进法治政府建设的主要安排"), "{found:?}");
        assert_eq!(found[4], "五、其他需要报告的情况");
    }

    #[test]
    fn other_number_styles_and_line_ends_are_kept() {
        for (one, two, new) in [
            ("第一部分 ", "第二部分 ", "第二部分 "),
            ("（一）", "（二）", "（二）"),
            ("1.", "2.", "2."),
            ("## 一、", "## 二、", "## 二、"),
        ] {
            let text = report(&[&format!("{one}主要举措和成效"), &format!("{two}2026年度主要安排")]).replace('\n', "\r\n");
            let options = Options { only: vec![RULE.id], ..Options::default() };
            let round = select(&check(&text, &options).findings, Selection::All);
            let once = apply(&text, &round.edits);
            assert!(once.contains(&format!("\r\n\r\n{new}2025年度推进法治政府建设存在的不足和原因\r\n\r\n")), "{once}");
            assert!(!once.replace("\r\n", "").contains('\n'), "{once}");
        }
    }

    #[test]
    fn a_folded_copy_gets_folded_marks() {
        let text = report(&[DONE, "二、2026年工作安排"]).replace('：', ":").replace('，', ",");
        let options = Options { only: vec![RULE.id], ..Options::default() };
        let round = select(&check(&text, &options).findings, Selection::All);
        assert!(!apply(&text, &round.edits).contains(['，', '：', '（']));
    }

    #[test]
    fn speaks_of_each_part_once() {
        let text = report(&[DONE, "二、2026年工作安排"]);
        let checked = check(&text, &Options { only: vec![RULE.id], ..Options::default() });
        let about: Vec<_> = checked.findings.iter().map(|f| f.about).collect();
        assert_eq!(about, [Some(Part::Shortcomings), Some(Part::LeaderDuties)]);
    }

    #[test]
    fn accepts_parts_in_other_words_and_places() {
        accepts(&RULE, &report(&["一、工作开展情况", "二、短板与成因", "三、主要负责同志抓法治情况", "四、来年打算"]));
        accepts(&RULE, &report(&["一、履行推进法治建设第一责任人职责情况", "二、主要做法", "三、存在问题及下一步打算"]));
        accepts(
            &RULE,
            &report(&[
                "一、工作开展情况",
                "（一）压实党政主要负责人第一责任人职责",
                "二、存在的问题和原因",
                "三、2026年工作安排",
            ]),
        );
        accepts(&RULE, "镇党委书记主持召开会议3次。\n镇长听取汇报2次。\n");
        accepts(&RULE, "\n");
    }
}
