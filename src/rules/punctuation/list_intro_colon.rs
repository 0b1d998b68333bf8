//! A lead-in to a list that does not end in a colon.

use super::context::{clause_start, opens_item, skip_blanks};
use crate::diagnostic::{Edit, Fix, Severity};
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Mark, Span, fold, is_han};

crate::declare_rule! {
    /// 检查什么：“……如下”“……以下几个方面”“下列……”引出下文，后面却用句号，或者没有标点。
    ///
    /// 为什么：引出分项说明的提示语后用冒号，读者才知道下面是它的内容。
    ///
    /// 示例：主要体现在以下方面。 → 主要体现在以下方面：
    ///
    /// 修改：把句号改为冒号，缺标点的补上冒号。
    ///
    /// 不算：句号后面没有列出分项的；“以下简称”“18岁以下”一类不引出下文的说法；单独成行的标题。
    "list-intro-colon", "提示语后应用冒号", Punctuation, Warning, "GB/T 15834—2011 4.7",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["如下", "以下", "下列"]
}

/// Ends of the words that name what is listed: 几个方面, 三点, 问题.
const LISTED: &[&str] = &[
    "方面", "点", "项", "条", "类", "种", "步", "问题", "不足", "短板", "弱项", "差距", "困难", "工作", "举措", "措施", "情况",
    "原因", "特点", "做法", "成效", "任务", "内容", "事项", "建议", "意见", "要求", "安排", "表现", "环节", "重点", "打算",
    "计划", "目标", "经验", "职责",
];

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(block) = doc.block_at(hit.span.start) else { return };
    let Some(lead_in) = wrong_lead_in(doc, block, hit.span) else { return };
    let words = doc.get(lead_in.span);
    // 报告如下。 stands in one report of eight, and 主要做了以下工作。 before sections in as many.
    let sections = lead_in.mark.is_some_and(|m| {
        skip_blanks(doc.get(Span::new(m.span().end, doc.blocks.get(block).map_or(0, |b| b.span.end)))).is_empty()
    });
    let common = lead_in.mark.is_some_and(|m| m.char == '。') && (words.ends_with("如下") || sections);
    let finding = RULE.finding(
        lead_in.span.to(lead_in.mark.map_or(lead_in.span, Mark::span)),
        match lead_in.mark {
            None => format!("“{words}”引出下文，后面缺冒号"),
            Some(mark) => format!("“{words}”引出下文，后面用了“{}”，{}用冒号", mark.char, if common { "通常" } else { "应" }),
        },
    );
    let finding = if common { finding.at_most(Severity::Info) } else { finding };
    out.push(match lead_in.mark {
        None => finding.fix(Fix::safe("补上“：”", vec![Edit::insert(lead_in.span.end, "：")])),
        Some(mark) => finding.fix(Fix::safe_replace(mark.span(), "：")),
    });
}

/// A lead-in that should end in a colon.
pub(super) struct LeadIn {
    /// Its last clause.
    span: Span,
    /// The mark it ends in.
    mark: Option<Mark>,
}

/// The lead-in of block `index` that the words 如下, 以下 or 下列 at `word` belong to, where it wants a colon.
pub(super) fn wrong_lead_in(doc: &Document, index: usize, word: Span) -> Option<LeadIn> {
    let block = doc.blocks.get(index).filter(|block| block.is_running())?;
    let rest = doc.get(Span::new(word.end, block.span.end));
    let tail: usize = rest.chars().take_while(|&c| is_han(c) || c.is_ascii_digit()).map(char::len_utf8).sum();
    let words = rest.get(..tail).filter(|words| words.len() <= 45)?;
    let listed = LISTED.iter().any(|end| words.ends_with(end));
    let fits = if doc.get(word) == "如下" { words.is_empty() || listed } else { listed && !is_limit(doc, word) };
    if !fits || doc.in_book_title(word.start) {
        return None;
    }
    let end = word.end + tail;
    let span = Span::new(clause_start(doc, block.span.start, word.start, 24), end);
    let mark = doc.marks(Span::new(end, block.span.end)).first().copied().filter(|m| m.at == end);
    let Some(mark) = mark else {
        // Nothing behind it: 如下 always wants its colon, the others where a list follows.
        let alone = doc.heading_of(block).is_some_and(|h| !h.run_in);
        let wanted = end == block.span.end && !alone && (doc.get(word) == "如下" || list_follows(doc, index));
        return wanted.then_some(LeadIn { span, mark: None });
    };
    let behind = skip_blanks(doc.get(Span::new(mark.span().end, block.span.end)));
    let wanted = match fold(mark.char) {
        '。' | '.' | '．' if behind.is_empty() => list_follows(doc, index),
        '。' | '.' | '．' => opens_item(behind),
        '，' if opens_item(behind) => true,
        '，' | '、' | '；' => behind.is_empty() && list_follows(doc, index),
        _ => false,
    };
    wanted.then_some(LeadIn { span, mark: Some(mark) })
}

/// Whether 以下 or 下列 sets a limit: 18岁以下, 县级以下.
fn is_limit(doc: &Document, word: Span) -> bool {
    doc.text
        .get(..word.start)
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || "岁级元人年天日米度分%％名个件次以".contains(c)))
}

/// Whether the block behind block `index` begins a list that the lead-in announces.
fn list_follows(doc: &Document, index: usize) -> bool {
    let (Some(block), Some(next)) = (doc.blocks.get(index), doc.blocks.get(index + 1)) else { return false };
    match next.kind {
        Kind::Heading => {
            let level = |i: usize| doc.headings.get(i).map_or(0, |h| h.level);
            // A heading of the same or a higher level ends the section.
            block.heading.map_or(0, level) < next.heading.map_or(0, level)
        }
        Kind::Paragraph => opens_item(doc.get(next.span)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(lead_in: &str, next: &str) -> String {
        format!("清溪镇2025年度法治政府建设情况报告\n\n{lead_in}\n\n{next}\n\n清溪镇人民政府\n2026年1月20日\n")
    }

    #[test]
    fn flags_a_stop_before_a_list() {
        flags(&RULE, &report("2025年工作扎实推进。⟦现将有关情况报告如下。⟧", "一、主要举措和成效\n\n成效明显。"));
        flags(&RULE, &report("工作仍有短板，⟦主要体现在以下方面.⟧", "一是力量不足。\n二是能力不强。"));
        flags(&RULE, &report("⟦重点抓好下列3项工作，⟧", "1.抓学习。\n2.抓执法。"));
        flags(&RULE, "⟦工作中还存在以下几个问题。⟧一是执法力量不足；二是经费保障不够。");
        flags(&RULE, "⟦存在的问题主要有以下几点，⟧一是执法力量不足，二是普法形式单一。");
        fixes(&RULE, "还有以下三个方面的问题。（一）力量不足。", "还有以下三个方面的问题：（一）力量不足。");
    }

    #[test]
    fn flags_a_missing_mark() {
        let wrong = report("2025年，⟦现将我镇法治政府建设工作情况总结如下⟧", "一、主要举措和成效\n\n成效明显。");
        flags(&RULE, &wrong);
        let (before, after) = (wrong.replace(['⟦', '⟧'], ""), wrong.replace(['⟦'], "").replace('⟧', "："));
        fixes(&RULE, &before, &after);
        flags(&RULE, &report("⟦重点做好以下工作⟧", "一是抓学习。\n二是抓执法。"));
    }

    #[test]
    fn accepts_colons_and_words_that_lead_nowhere() {
        accepts(&RULE, &report("现将有关情况报告如下：", "一、主要举措和成效\n\n成效明显。"));
        accepts(&RULE, &report("现将有关情况汇报如下:", "一、主要举措和成效\n\n成效明显。"));
        accepts(&RULE, "全镇做好以下工作，进一步提升法治政府建设水平。一是抓学习。");
        accepts(&RULE, "开展18岁以下问题青少年帮教。一是入户走访。");
        accepts(&RULE, "法治政府建设实施纲要（以下简称纲要）印发后，具体情况如下表。");
        accepts(&RULE, "问题整改情况如下。全部问题已经整改到位。");
        accepts(&RULE, "下列行为由县级部门查处。");
    }

    #[test]
    fn accepts_a_stop_where_the_section_ends() {
        accepts(
            &RULE,
            "清溪镇2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n成效见以下情况。\n\n二、存在的不足和原因\n\n力量不足。\n",
        );
    }
}
