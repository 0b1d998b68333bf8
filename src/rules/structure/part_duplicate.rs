//! The same part twice.

use crate::document::{Document, Part};
use crate::facts::shape;
use crate::rule::{Check, Findings};
use crate::text::around;

crate::declare_rule! {
    /// 检查什么：不足、第一责任人履职、下一年度安排中的一个部分有两个一级标题。
    ///
    /// 为什么：同一内容分写两处，前后容易重复或矛盾，审阅时也难以对应规定的四个部分。
    ///
    /// 示例：四、2026年度主要安排　五、下一步工作打算 → 合并为“四、2026年度主要安排”
    ///
    /// 修改：把两处内容合并在一个标题下。
    ///
    /// 不算：成效部分分若干专题写；“存在的问题”之后另列“原因分析”；党委、政府主要负责人的履职分开写；两部分合写的标题。
    "part-duplicate", "同一部分重复出现", Structure, Warning, "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    for part in [Part::Shortcomings, Part::LeaderDuties, Part::NextYear] {
        let mut own = doc
            .sections
            .iter()
            .filter(|section| section.parts == [part])
            .map(|section| shape::heading_span(doc, section.heading));
        let Some(first) = own.next() else { continue };
        for again in own {
            if !complements(part, doc.get(first), doc.get(again)) {
                out.push(
                    RULE.finding(again, format!("“{}”与“{}”写的是同一部分", doc.get(again), doc.get(first)))
                        .related(first, format!("“{}”已在这里", part.name())),
                );
            }
        }
    }
}

/// Whether two headings divide a part between them: problems and causes, one leader and the other, tasks and safeguards.
fn complements(part: Part, first: &str, second: &str) -> bool {
    let divided = |words: &[&str]| {
        let named = |heading: &str| around::has_any(heading, words);
        named(first) != named(second)
    };
    let one_leader = |heading: &str| {
        around::has_any(
            heading,
            &[
                "书记",
                "党委主要",
                "党组主要",
                "县长",
                "镇长",
                "乡长",
                "区长",
                "市长",
                "省长",
                "局长",
                "主任",
                "政府主要",
                "行政主要",
            ],
        )
    };
    match part {
        Part::Shortcomings => {
            is_of_causes(second)
                || divided(&["原因", "成因", "根源"])
                || divided(&["整改", "反馈", "上年", "上一年", "建议", "意见", "需要", "需"])
        }
        Part::LeaderDuties => (one_leader(first) || one_leader(second)) || divided(&["述法"]),
        Part::NextYear => {
            divided(&["保障措施", "保障", "整改", "建议", "组织实施"]) || divided(&["目标", "总体要求", "指导思想"])
        }
        Part::Achievements => true,
    }
}

/// Whether a heading names nothing but causes: 不足的原因, not 不足和原因.
fn is_of_causes(heading: &str) -> bool {
    let heading = heading.trim_end_matches("分析");
    ["的原因", "产生原因", "主要原因"].iter().any(|end| heading.ends_with(end))
        && !around::has_any(heading, &["和原因", "及原因", "与原因", "、原因", "和主要原因", "及主要原因"])
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    fn report(headings: &[&str]) -> String {
        let mut text = "清溪镇人民政府2025年度法治政府建设情况报告\n\n现将有关情况报告如下：\n".to_owned();
        for heading in headings {
            text.push_str(&format!("\n{heading}\n\n镇政府扎实推进各项工作，完成年度任务12项。\n"));
        }
        text
    }

    #[test]
    fn flags_the_second_section_of_a_part() {
        flags(&RULE, &report(&["一、主要举措和成效", "二、存在的不足和原因", "三、2026年度主要安排", "⟦四、下一步工作打算⟧"]));
        flags(&RULE, &report(&["一、主要举措和成效", "二、存在的问题", "⟦三、工作中的短板不足⟧", "四、2026年度主要安排"]));
        flags(
            &RULE,
            &report(&[
                "一、主要负责人履行第一责任人职责情况",
                "二、工作开展情况",
                "⟦三、党政主要负责人履行推进法治建设职责情况⟧",
                "四、存在不足",
                "五、明年计划",
            ]),
        );
    }

    #[test]
    fn accepts_parts_divided_and_themes() {
        accepts(&RULE, &report(&["一、主要举措和成效", "二、存在的问题", "三、产生问题的原因", "四、2026年度主要安排"]));
        accepts(&RULE, &report(&["一、主要举措和成效", "二、存在的不足和原因", "三、产生不足的原因", "四、2026年度主要安排"]));
        accepts(
            &RULE,
            &report(&["一、县委书记履行第一责任人职责情况", "二、县长履行第一责任人职责情况", "三、主要成效", "四、存在不足"]),
        );
        accepts(
            &RULE,
            &report(&["一、坚持党的领导", "二、坚持依法决策", "三、坚持严格执法", "四、存在的问题", "五、2026年工作安排"]),
        );
        accepts(&RULE, &report(&["一、主要举措和成效", "二、存在的不足及下一步措施", "三、2026年度主要安排"]));
        accepts(&RULE, &report(&["一、主要举措和成效", "二、存在的问题", "三、2026年工作安排", "四、困难及建议"]));
        accepts(&RULE, &report(&["一、主要举措和成效", "二、2026年度工作目标", "三、2026年度主要安排"]));
    }
}
