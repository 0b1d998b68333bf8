//! 八五·普法: a middle dot inside the name of a five-year plan.

use super::context::after;
use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, Words, is_han, numerals};

crate::declare_rule! {
    /// 检查什么：“八五”普法、“十四五”规划等简称中间误用间隔号。
    ///
    /// 为什么：间隔号用于外国人名、月日专名和书名与篇名之间；五年规划的简称用引号。
    ///
    /// 示例：八五·普法 → “八五”普法
    ///
    /// 修改：删去间隔号，给简称加上引号。
    ///
    /// 不算：“3·15”“一二·九”等月日专名、人名、书名与篇名之间的间隔号。
    "middle-dot-misuse", "间隔号误用", Punctuation, Error, "GB/T 15834—2011 4.14",
    Check::Marks(&['·', '•', '．', '.'], check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    for &mark in marks {
        if let Some(slip) = doc.block_around(mark.at).and_then(|block| slip(doc, block, mark)) {
            let right = slip.right;
            out.push(
                RULE.finding(slip.span, format!("“{}”误用间隔号，应写作{right}", slip.span.of(doc.text)))
                    .fix(Fix::safe(format!("改为{right}"), slip.edits)),
            );
        }
    }
}

struct Slip {
    /// The name of the plan and the word that follows.
    span: Span,
    /// How it is written.
    right: String,
    edits: Vec<Edit>,
}

/// Five-year plans of legal education and of the economy.
const PLANS: Words =
    Words::new(&["十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "五五", "六五", "七五", "八五", "九五"]);

/// Words that follow a plan's name.
static FOLLOWING: Words = Words::new(&[
    "普法",
    "规划",
    "时期",
    "期间",
    "以来",
    "末",
    "法治",
    "法制",
    "收官",
    "开局",
    "计划",
    "目标",
    "总结",
    "中期",
    "启动",
    "宣传",
    "依法治",
]);

fn slip(doc: &Document, block: &Block, mark: Mark) -> Option<Slip> {
    let left = doc.get(Span::new(block.span.start, mark.at));
    let right = doc.get(Span::new(mark.span().end, block.span.end));
    // “八五”·普法
    if let Some(before) = left.strip_suffix('”') {
        let plan = plan_at_end(before)?;
        let follows = FOLLOWING.beginning(right)?;
        let start = mark.at - '”'.len_utf8() - plan.len();
        return Some(Slip {
            span: Span::new(start, mark.span().end + follows.len()),
            right: format!("“{plan}”{follows}"),
            edits: vec![Edit::delete(mark.span())],
        });
    }
    // 八五·普法
    if let Some(plan) = plan_at_end(left) {
        let follows = FOLLOWING.beginning(right)?;
        let start = mark.at - plan.len();
        let end = mark.span().end + follows.len();
        return Some(write(doc, block, Span::new(start, end), mark, plan, follows));
    }
    // 十四·五规划, 八·五普法
    let rest = right.strip_prefix('五')?;
    let head = left
        .char_indices()
        .rev()
        .take_while(|(_, c)| numerals::is_ordinal_char(*c))
        .last()
        .map(|(i, _)| left.get(i..).unwrap_or(""))?;
    let plan = PLANS.list().iter().find(|plan| plan.strip_suffix('五') == Some(head))?;
    let follows = FOLLOWING.beginning(rest.trim_start_matches('”'));
    // “十四·五” is the plan, whatever follows.
    let follows = follows.or((left.strip_suffix(head)?.ends_with('“') && rest.starts_with('”')).then_some(""))?;
    let start = mark.at - head.len();
    let end = mark.span().end + '五'.len_utf8();
    let quoted = left.strip_suffix(head).is_some_and(|l| l.ends_with('“'));
    let edits = if quoted {
        vec![Edit::delete(mark.span())]
    } else {
        vec![Edit::replace(Span::new(start, end), format!("“{plan}”"))]
    };
    Some(Slip { span: Span::new(start, end), right: format!("“{plan}”{follows}"), edits })
}

/// The plan whose name ends `text`; 二十五五 is none.
fn plan_at_end(text: &str) -> Option<&'static str> {
    let plan = PLANS.ending(text)?;
    let before = text.get(..text.len() - plan.len())?.chars().next_back();
    (!before.is_some_and(numerals::is_ordinal_char)).then_some(plan)
}

/// Quotes the plan; quotation marks around the whole are moved.
fn write(doc: &Document, block: &Block, span: Span, mark: Mark, plan: &str, follows: &str) -> Slip {
    let right = format!("“{plan}”{follows}");
    let opened = doc.text.get(..span.start).is_some_and(|text| text.ends_with('“'));
    let edits = if !opened {
        vec![Edit::replace(Span::new(span.start, mark.span().end), format!("“{plan}”"))]
    } else if let Some(close) = closing_quote(doc, Span::new(span.end, block.span.end)) {
        vec![Edit::replace(mark.span(), "”"), Edit::delete(close)]
    } else {
        vec![Edit::replace(mark.span(), "”")]
    };
    Slip { span, right, edits }
}

/// The ” that closes a quotation within the next few words.
fn closing_quote(doc: &Document, rest: Span) -> Option<Span> {
    let mark = doc.marks(rest).first().filter(|m| m.char == '”')?;
    let words = doc.get(Span::new(rest.start, mark.at));
    (words.chars().count() <= 8 && words.chars().all(is_han) && after(doc.text, mark.at, rest.end).is_some()).then(|| mark.span())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_dots_in_names_of_plans() {
        flags(&RULE, "2025年是⟦八五·普法⟧收官之年，谋划⟦九五•普法⟧和⟦十五·五⟧规划。");
        flags(&RULE, "2021年是“⟦十四·五⟧”和“八五”普法的开局之年。");
        flags(&RULE, "扎实做好⟦八五.普法⟧工作。");
        fixes(&RULE, "2025年是八五·普法收官之年。", "2025年是“八五”普法收官之年。");
        fixes(&RULE, "总结“八五”·普法经验，编制十五·五规划。", "总结“八五”普法经验，编制“十五五”规划。");
        fixes(&RULE, "落实“八五·普法”规划，对接“十四·五”规划。", "落实“八五”普法规划，对接“十四五”规划。");
        fixes(&RULE, "落实八·五普法规划。", "落实“八五”普法规划。");
    }

    #[test]
    fn accepts_dots_where_they_belong() {
        accepts(&RULE, "开展“3·15”“12·4”宣传，纪念“一二·九”运动、九·一八事变。");
        accepts(&RULE, "阿里木江·买买提获评“法律明白人”，学习《诗经·豳风》。");
        accepts(&RULE, "打造“平安·清溪”品牌，落实“八五”普法规划。");
        accepts(&RULE, "占比由七五.五提高。");
    }
}
