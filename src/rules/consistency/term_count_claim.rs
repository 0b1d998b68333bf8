//! 六项措施 that are five.

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, fold, numerals};

crate::declare_rule! {
    /// 检查什么：引出分项的“六项措施”“三个方面”“四点不足”与后面实际列出的条数不符。
    ///
    /// 为什么：条数对不上，不是漏了内容，就是改稿时增删了条目没有改数字。
    ///
    /// 示例：主要存在以下三个方面的问题：（一）……（二）…… → 主要存在以下两个方面的问题
    ///
    /// 修改：核对条目；条目无误的，建议改数字。
    ///
    /// 不算：不是引出分项的（句中的“从三个方面发力，推动……”），后面没有编号条目的，只数直接的下一级条目。
    "term-count-claim", "“几项措施”与实际条数不符", Consistency, Warning, "《党政机关公文处理工作条例》（中办发〔2012〕14号）第二十条",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &[
        "个方面",
        "个问题",
        "个不足",
        "个短板",
        "个环节",
        "个重点",
        "个着力点",
        "个层面",
        "个维度",
        "项措施",
        "项举措",
        "项工作",
        "项重点",
        "项任务",
        "项主要",
        "条措施",
        "条举措",
        "点不足",
        "点问题",
        "点措施",
        "点做法",
        "点体会",
        "点原因",
        "方面工作",
        "方面问题",
        "方面不足",
        "方面举措",
        "方面原因",
        "类问题",
        "大举措",
        "个强化",
        "个坚持",
        "个突出",
        "个到位",
        "个聚焦",
        "个加强",
        "个确保",
        "个注重",
        "大方面",
    ]
}

/// How far the end of the introduction may stand from the claim, in characters.
const REACH: usize = 14;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    if doc.in_book_title(hit.span.start) || doc.in_quotes(hit.span.start) {
        return;
    }
    let Some((numeral, claimed)) = numeral_before(doc, hit.span.start) else { return };
    let Some(block) = doc.block_at(hit.span.start) else { return };
    let Some(end) = introduction_end(doc, block, hit.span) else { return };
    let Some(items) = items_behind(doc, block, end) else { return };
    // Of 12条措施 a few may be named.
    let few = claimed >= 10 && items.count * 2 < claimed;
    if items.count == claimed || items.last == Some(claimed) || items.count < 2 || few {
        return;
    }
    let tail = around::followed_by(doc.text, hit.span.end, &["工作", "任务", "措施", "举措", "问题", "不足"]).map_or(0, str::len);
    let span = Span::new(numeral.start, hit.span.end + tail);
    let count = items.count;
    let message = format!("“{}”与后面列出的{count}条不符", doc.get(span));
    let right = match (count, doc.get(numeral).is_ascii()) {
        (_, true) => count.to_string(),
        (2, false) => "两".to_owned(),
        (_, false) => numerals::to_han(count),
    };
    let fix = Fix::suggested(format!("改为“{right}”"), vec![Edit::replace(numeral, right)]);
    out.push(RULE.finding(span, message).related(items.first, "第一条").fix(fix));
}

/// The numeral that ends at byte `at`, with its value: 三, 十二, 6.
fn numeral_before(doc: &Document, at: usize) -> Option<(Span, u32)> {
    let head = doc.text.get(..at)?;
    let is_numeral = |c: char| c.is_ascii_digit() || numerals::is_ordinal_char(c) || c == '两';
    let start = head.char_indices().rev().take_while(|&(_, c)| is_numeral(c)).take(3).last()?.0;
    let written = head.get(start..)?;
    let value = written.parse().ok().or_else(|| numerals::parse_han(written))?;
    // 第三个方面, 20世纪.
    let ordinal = chars::before(doc.text, start).is_some_and(|c| matches!(c, '第' | '.' | '几' | '“'));
    (!ordinal && (2..=20).contains(&value)).then_some((Span::new(start, at), value))
}

/// Where the introduction that holds the claim ends, where it is one: at a colon soon behind it, or at the end of its block.
fn introduction_end(doc: &Document, block: usize, claim: Span) -> Option<usize> {
    let block = doc.blocks.get(block)?;
    let sentence = doc.sentence_at(claim.start);
    let rest = doc.get(Span::new(claim.end, block.span.end));
    let mark = rest.char_indices().take(REACH).find(|&(_, c)| matches!(fold(c), '：' | '，' | '。' | '；'));
    let announces =
        around::has_any(doc.get(sentence), &["以下", "如下", "主要", "下列", "重点", "做好", "抓好", "突出", "表现在", "体现在"]);
    // 采取六项措施推进工作。一是…, 推出五条举措，一是….
    let taken = {
        let numeral = numeral_before(doc, claim.start).map_or(claim.start, |(numeral, _)| numeral.start);
        around::preceded_by(doc.text, numeral, &["采取", "采取了", "推出", "推出了", "出台", "出台了"]).is_some()
    };
    let item_behind = |end: usize| doc.text.get(end..).is_some_and(|rest| rest.starts_with("一是"));
    match mark.map(|(at, c)| (claim.end + at + c.len_utf8(), fold(c))) {
        Some((end, '：')) => Some(end),
        Some((end, '。' | '，')) if taken && item_behind(end) => Some(end),
        // 主要体现在以下三个方面。一是….
        Some((end, '。')) if announces => Some(end),
        None if announces && rest.chars().count() <= REACH => Some(block.span.end),
        _ => None,
    }
}

/// The items an introduction leads to.
struct Items {
    count: u32,
    /// The number of the last item, where it has one: a lost heading in between does not make a wrong count.
    last: Option<u32>,
    first: Span,
}

/// The items behind byte `end` of block `block`: its own 一是…, or the headings or paragraphs that come next.
fn items_behind(doc: &Document, block: usize, end: usize) -> Option<Items> {
    let own = doc.blocks.get(block)?;
    let inside = doc.sequence.within(Span::new(end, own.span.end.max(end)));
    let near = inside.first().is_some_and(|first| doc.get(Span::new(end, first.span.start)).chars().count() <= REACH);
    if near && let Some(items) = run(inside.iter().map(|item| (item.value, item.span))) {
        return Some(items);
    }
    // Something else follows in the block: the claim leads to nothing below.
    if own.span.end > end && doc.get(Span::new(end, own.span.end)).chars().any(chars::is_han) {
        return None;
    }
    let next = doc.blocks.get(block + 1)?;
    if let Some(heading) = doc.heading_of(next) {
        if own.heading.is_none()
            || heading.parent != own.heading
            || doc.heading_of(own).is_some_and(|own| own.level >= heading.level)
        {
            return None;
        }
        let end = heading.parent.and_then(|parent| doc.headings.get(parent)).map_or(doc.blocks.len(), |parent| parent.end);
        let section = doc.headings.iter().skip(next.heading?).take_while(|other| other.block < end);
        let children: Vec<_> = section.filter(|other| other.parent == heading.parent).collect();
        let last = children.last()?.number.map(|number| number.value);
        let span = heading.number.map_or(heading.title, |number| number.span);
        return Some(Items { count: children.len() as u32, last, first: span });
    }
    // 一是… in paragraphs of their own, up to the next heading.
    let section = doc.blocks.iter().skip(block + 1).take_while(|other| other.heading == own.heading);
    let opens = |other: &crate::document::Block| {
        doc.sequence.within(other.span).first().filter(|item| item.span.start == other.span.start)
    };
    let starts = section.filter_map(opens);
    let mut starts = starts.peekable();
    starts.peek().filter(|item| item.block == block + 1)?;
    run(starts.map(|item| (item.value, item.span)))
}

/// The items numbered 1, 2, 3 … at the start of `items`.
fn run(items: impl Iterator<Item = (u32, Span)>) -> Option<Items> {
    let mut found: Option<Items> = None;
    for (value, span) in items {
        match &mut found {
            None if value == 1 => found = Some(Items { count: 1, last: Some(1), first: span }),
            Some(items) if Some(value) > items.last => {
                items.count += 1;
                items.last = Some(value);
            }
            _ => break,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(section: &str) -> String {
        format!(
            "清溪镇人民政府2025年度法治政府建设情况报告\n一、2025年度主要举措和成效\n办案3件。\n二、2025年度存在的不足和原因\n{section}\n三、2026年度主要安排\n举办培训4期。\n"
        )
    }

    #[test]
    fn flags_counts_that_the_headings_do_not_bear_out() {
        flags(&RULE, &report("主要表现在以下⟦三个方面⟧：\n（一）力量不足。人员较少。\n（二）普法不深。形式单一。"));
        flags(&RULE, &report("存在以下⟦2个问题⟧:\n1.力量不足\n人员较少。\n2.普法不深\n形式单一。\n3.执法不严\n监督不够。"));
    }

    #[test]
    fn flags_counts_that_the_sequence_does_not_bear_out() {
        flags(&RULE, "采取⟦六项措施⟧推进：一是抓学习；二是抓执法；三是抓普法；四是抓调解；五是抓考核。");
        flags(
            &RULE,
            &report("主要存在⟦四点不足⟧：\n一是力量不足，人员较少。\n二是普法不深，形式单一。\n三是执法不严，监督不够。"),
        );
        flags(&RULE, "主要体现在以下⟦两个方面⟧。一是抓学习；二是抓执法；三是抓普法。");
        fixes(&RULE, "采取三项措施：一是抓学习；二是抓执法。", "采取两项措施：一是抓学习；二是抓执法。");
    }

    #[test]
    fn accepts_counts_that_are_right() {
        accepts(
            &RULE,
            &report(
                "主要表现在以下两个方面：\n（一）力量不足。一是人员较少；二是经费较少；三是装备较少。\n（二）普法不深。形式单一。",
            ),
        );
        accepts(&RULE, "采取三项措施：一是抓学习；二是抓执法；三是抓普法。完成两项工作。");
    }

    #[test]
    fn accepts_counts_that_introduce_nothing() {
        accepts(&RULE, "从三个方面发力，推动工作：一是抓学习；二是抓执法。");
        accepts(
            &RULE,
            "突出四个重点，狠抓落实。一是抓学习；二是抓执法。全面落实“三项制度”，第三个方面：一是抓学习；二是抓执法。",
        );
        accepts(&RULE, &report("对照要求，还存在以下三个方面的不足：\n力量不足，人员较少。\n普法不深，形式单一。"));
    }

    #[test]
    fn a_heading_that_lost_its_number_does_not_count_against_the_claim() {
        accepts(
            &RULE,
            &report(
                "存在以下三个方面问题：\n（一）力量不足。人员较少。\n普法不深，形式单一，需要加强。\n（三）执法不严。监督不够。",
            ),
        );
    }

    #[test]
    fn flags_counts_that_a_full_stop_or_a_comma_follows() {
        flags(&RULE, "采取⟦六项措施⟧推进工作。一是抓学习。二是抓执法。三是抓普法。四是抓调解。五是抓考核。");
        flags(&RULE, "推出⟦四条举措⟧，一是抓学习，二是抓执法，三是抓普法。");
        flags(&RULE, "做到⟦三个强化⟧：一是强化领导；二是强化宣传。");
        accepts(&RULE, "落实六项措施。一是抓学习。二是抓执法。推出四条举措，效果明显。一是抓学习。二是抓执法。");
    }

    #[test]
    fn accepts_a_few_of_many() {
        accepts(&RULE, "推出12条措施：一是优化环境；二是强化服务。");
    }
}
