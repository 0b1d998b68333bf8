//! Sub-sections of the achievements without a figure.

use crate::document::{Document, Kind, Part, Section};
use crate::facts::{figures, shape};
use crate::rule::{Check, Findings};
use crate::text::{Span, around, sort_by_number};

crate::declare_rule! {
    /// 检查什么：成效部分的一个小标题之下（或者“一是”一段里）没有一处数据。
    ///
    /// 为什么：成效要用事实和数据说明，没有数据的段落容易写成要求和套话。
    ///
    /// 示例：完善重大行政决策程序，注重听取意见。 → 审查重大事项8项，公开征求意见56条。
    ///
    /// 修改：补写次数、件数、比例等数据。
    ///
    /// 不算：用汉字写的“三次”“两场”；只有一两句话的小节；年份、序号、节日名称不算数据。
    "no-figures", "成效缺少数据", Content, Info, "公文写作惯例",
    Check::Document(check),
}

/// The Chinese characters of the shortest stretch of which figures are asked.
const SHORTEST: usize = 40;

fn check(doc: &Document, out: &mut Findings) {
    let mut bare: Vec<Span> = doc
        .sections
        .iter()
        .filter(|section| section.parts == [Part::Achievements])
        .flat_map(|section| units(doc, section))
        .filter(|&(_, said)| !has_figure(doc, said) && doc.count_han(said) >= SHORTEST && !shape::has_prompt(doc, said))
        .map(|(named, _)| named)
        .collect();
    sort_by_number(&mut bare, |span| span.start as u64);
    let Some(&first) = bare.first() else { return };
    let names: String = bare.iter().take(3).map(|&span| format!("“{}”", doc.get(span))).collect();
    let more = if bare.len() > 3 { format!("等{}处", bare.len()) } else { String::new() };
    let mut finding = RULE.finding(first, format!("{names}{more}没有数据，通常写明次数、件数、比例"));
    if bare.len() > 1 {
        finding.occurrences = bare;
    }
    out.push(finding);
}

/// What is looked at by itself: the name of each stretch, and what it says.
fn units(doc: &Document, section: &Section) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    for (i, heading) in doc.children(Some(section.heading)) {
        // The leaders' duties may stand among the achievements.
        let own = doc.blocks.get(heading.block).is_some_and(|block| block.part == Some(Part::Achievements));
        if own {
            found.push((shape::heading_span(doc, i), Span::new(heading.title.start, doc.section(heading).end)));
        }
    }
    let headed = !found.is_empty();
    let paragraphs = doc
        .blocks
        .get(section.blocks.clone())
        .unwrap_or(&[])
        .iter()
        .filter(|block| block.kind == Kind::Paragraph && block.heading == Some(section.heading));
    let items = |span: Span| doc.sequence.binary_search_by_key(&span.start, |item| item.span.start).is_ok();
    let paragraphs: Vec<Span> = paragraphs.map(|block| block.span).collect();
    let listed = paragraphs.iter().filter(|&&span| items(span)).count() >= 2;
    for &span in &paragraphs {
        // Beside sub-headings a paragraph may be one whose number was lost; a lead-in is none.
        if (headed && run_in(doc, span)) || (listed && items(span)) {
            let named = doc.sentences(span).next().unwrap_or(span);
            found.push((Span::new(named.start, named.end.min(span.end)), span));
        }
    }
    if found.is_empty()
        && let Some(heading) = doc.headings.get(section.heading)
    {
        found.push((shape::heading_span(doc, section.heading), Span::new(heading.title.end, doc.section(heading).end)));
    }
    found
}

/// Whether a paragraph opens with a short sentence that names it, as a run-in heading does.
fn run_in(doc: &Document, span: Span) -> bool {
    let first = doc.sentences(span).next().unwrap_or(span);
    first.end < span.end && doc.get(first).chars().count() <= 24
}

/// Whether `span` counts or measures something.
fn has_figure(doc: &Document, span: Span) -> bool {
    const IN_WORDS: &[&str] = &["百分之", "十余", "十多", "百余", "百多", "千余", "万余", "数十", "数百", "全覆盖"];
    figures::in_span(doc, span).next().is_some() || figures::counts(doc, span) || around::has_any(doc.get(span), IN_WORDS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, flags};

    const PROSE: &str =
        "完善重大行政决策程序制度，明确决策主体、事项范围、法定程序和法律责任，规范决策流程，强化刚性约束，注重听取各方面意见。";

    #[test]
    fn flags_sections_without_figures() {
        flags(&RULE, &format!("一、主要成效\n⟦（一）规范决策⟧\n{PROSE}\n（二）严格执法\n全年办案12件。{PROSE}\n"));
        flags(
            &RULE,
            &format!(
                "一、主要成效\n（一）严格执法。全年办案12件。\n⟦（二）规范决策⟧。{PROSE}2025年11月完成。\n（三）普法。{PROSE}举办3场。\n"
            ),
        );
        flags(&RULE, &format!("一、主要成效\n⟦一是规范决策。⟧{PROSE}\n二是严格执法。{PROSE}全年办案12件。\n"));
        flags(&RULE, &format!("⟦一、主要成效⟧\n{PROSE}开展“12·4”宣传。\n二、不足\n人少。\n"));
    }

    #[test]
    fn many_are_told_once() {
        flags(&RULE, &format!("一、主要成效\n⟦（一）规范决策⟧。{PROSE}\n（二）严格执法。{PROSE}\n（三）普法。{PROSE}\n"));
    }

    #[test]
    fn accepts_figures_in_any_writing() {
        accepts(&RULE, &format!("一、主要成效\n（一）规范决策\n{PROSE}审查8项。\n（二）严格执法\n{PROSE}召开推进会三次。\n"));
        accepts(&RULE, &format!("一、主要成效\n（一）规范决策\n1.程序。{PROSE}\n2.审查。{PROSE}审查率100%。\n"));
    }

    #[test]
    fn accepts_short_sections_and_other_parts() {
        accepts(&RULE, "一、主要成效\n（一）规范决策。程序更加规范。\n（二）严格执法。办案12件。\n");
        accepts(
            &RULE,
            &format!(
                "一、主要成效\n办案12件。\n二、存在的不足\n（一）决策不规范。{PROSE}\n三、下一步安排\n（一）规范决策。{PROSE}\n"
            ),
        );
    }
}
