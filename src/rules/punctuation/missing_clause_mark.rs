//! A clause in which a mark seems to be lost.

use crate::diagnostic::{Edit, Finding, Fix};
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, around, chars, fold, is_han};

crate::declare_rule! {
    /// 检查什么：一句话说完了一件事又说另一件，中间没有标点，如“制定了学法、用法计划不断完善机关学法制度”“罚没36.4万元同比增长12%”。
    ///
    /// 为什么：两个分句之间要有停顿；没有标点，前后的宾语和动词连在一起，容易读破。
    ///
    /// 示例：制定了用法计划不断完善机关学法制度 → 制定了用法计划，不断完善机关学法制度
    ///
    /// 修改：核对后在两个分句之间补上逗号。
    ///
    /// 不算：“推动制度不断完善”“使机制进一步健全”等兼语句，“通过……不断提升……”等状语。
    "missing-clause-mark", "疑似漏标点", Punctuation, Info, "GB/T 15834—2011 4.4",
    Check::Needles(needles, check),
}

fn needles() -> &'static [&'static str] {
    &["不断", "进一步", "持续", "着力", "大力", "充分", "切实", "同比", "环比", "其中"]
}

/// What follows 同比 where it tells how a figure changed.
const CHANGES: &[&str] = &["增长", "增加", "上升", "提高", "提升", "下降", "减少", "降低", "增幅", "降幅"];

/// Units of a figure that 同比 would change.
const UNITS: &[&str] = &[
    "亿元", "万元", "元", "人次", "件次", "户次", "件", "起", "人", "名", "户", "家", "个", "项", "份", "次", "场", "吨", "亩",
    "宗", "%", "％",
];

/// Ends of objects.
const OBJECTS: &[&str] = &[
    "计划", "制度", "机制", "体系", "方案", "清单", "规划", "办法", "措施", "台账", "队伍", "平台", "阵地", "规定", "规则",
    "意见", "活动", "培训", "责任", "网络",
];

/// Verbs that take such an object, at the beginning of the clause.
const VERBS: &[&str] = &[
    "制定", "制订", "印发", "出台", "修订", "建立", "健全", "完善", "成立", "设立", "编制", "组建", "开展", "举办", "落实",
    "细化", "优化", "压实", "建成", "搭建", "打造",
];

/// Verbs the adverb goes with.
const ACTS: &[&str] = &[
    "完善", "健全", "提升", "提高", "加强", "强化", "推进", "推动", "规范", "优化", "深化", "调动", "发挥", "落实", "增强",
    "压实", "夯实", "拓展", "开展", "扩大", "加大", "营造", "畅通", "破解", "解决", "化解", "保障", "维护", "促进", "凝聚",
    "激发",
];

/// Words that make the object of the first verb the subject of the second, or join the two.
const PIVOTS: &[&str] = &[
    "推动", "促进", "推进", "使", "让", "把", "将", "并", "确保", "助力", "带动", "引导", "督促", "帮助", "指导", "支持", "鼓励",
    "要求", "实现", "通过",
];

/// Chinese characters from which a clause holds two sentences rather than a short chain of verbs.
const LEAST: usize = 16;

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(block) =
        doc.block_around(hit.span.start).filter(|block| block.kind == Kind::Paragraph || block.kind == Kind::Heading)
    else {
        return;
    };
    if matches!(doc.get(hit.span), "同比" | "环比" | "其中") {
        out.extend(figure(doc, hit.span));
        return;
    }
    let Some(thing) = around::preceded_by(doc.text, hit.span.start, OBJECTS) else { return };
    let Some(act) = around::followed_by(doc.text, hit.span.end, ACTS) else { return };
    let behind = doc.get(Span::new(hit.span.end + act.len(), block.span.end));
    let object: usize = behind.chars().take_while(|&c| is_han(c)).count();
    let start = sentence_part(doc, block.span.start, hit.span.start);
    let head = doc.get(Span::new(start, hit.span.start));
    let verb = VERBS.iter().any(|verb| head.starts_with(verb));
    let whole = chars::count_han(head) + object;
    if object < 3
        || !verb
        || whole < LEAST
        || around::has_any(head, PIVOTS)
        || doc.in_book_title(hit.span.start)
        || doc.in_quotes(hit.span.start)
        || doc.heading_of(block).is_some_and(|heading| hit.span.start < heading.title.end)
    {
        return;
    }
    let from = hit.span.start - thing.len();
    let end = hit.span.end + act.len();
    out.push(RULE.finding(Span::new(from, end), format!("“{}”中间疑似漏了逗号，建议核对", doc.get(Span::new(from, end)))));
}

/// 罚没36.4万元同比增长: the figure and how it changed are two clauses.
fn figure(doc: &Document, span: Span) -> Option<Finding> {
    // 从12件其中…: a figure is not parted from what is chosen.
    let parts = doc.get(span) == "其中";
    let change = if parts { "" } else { around::followed_by(doc.text, span.end, CHANGES)? };
    if parts && around::followed_by(doc.text, span.end, &["的", "之", "一", "任"]).is_some() {
        return None;
    }
    let unit = around::preceded_by(doc.text, span.start, UNITS)?;
    let at = span.start - unit.len();
    let number = around::before(doc.text, at, 1).ends_with(|c: char| c.is_ascii_digit() || matches!(c, '万' | '亿' | '余'));
    let told = number && !doc.in_book_title(at) && !doc.in_quotes(at);
    told.then(|| {
        let whole = Span::new(at, span.end + change.len());
        RULE.finding(whole, format!("“{}”中间疑似漏了逗号，建议核对", doc.get(whole)))
            .fix(Fix::suggested("补上“，”", vec![Edit::insert(span.start, "，")]))
    })
}

/// Where the part of the sentence begins that ends at byte `at`: behind the last point that is no 、.
fn sentence_part(doc: &Document, floor: usize, at: usize) -> usize {
    let marks = doc.marks(Span::new(floor, at));
    let mark = marks.iter().rev().take(60).find(|m| matches!(fold(m.char), '，' | '。' | '；' | '：' | '！' | '？'));
    let start = mark.map_or(floor, |m| m.span().end);
    // 一是, 二是.
    let text = doc.get(Span::new(start, at));
    let mut rest = text.chars();
    let item = rest.next().is_some_and(crate::text::numerals::is_ordinal_char) && rest.next() == Some('是');
    start + if item { '一'.len_utf8() + '是'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_two_clauses_run_together() {
        flags(&RULE, "结合普法工作，制定了领导干部学法、懂法、讲法、用法⟦计划不断完善⟧机关学法制度，形成长效机制。");
        flags(&RULE, "一是建立健全行政执法协调⟦机制着力解决⟧多头执法问题；二是抓普法。");
        flags(&RULE, "开展法治文化宣传⟦活动进一步增强⟧群众法治意识，效果明显。");
    }

    #[test]
    fn flags_a_figure_and_its_change_run_together() {
        flags(&RULE, "罚没款36.4⟦万元同比增长⟧12%，受理信访86⟦件同比减少⟧12件。");
        flags(&RULE, "受理纠纷86⟦件其中⟧婚姻家庭30件，审查文件12件，其中备案3件。");
        accepts(&RULE, "办理案件86件（其中听证3件），整改36件、其中重大隐患2件，从12件其中的3件看。");
        fixes(&RULE, "罚没款36.4万元同比增长12%。", "罚没款36.4万元，同比增长12%。");
        accepts(&RULE, "罚没款36.4万元，同比增长12%；受理信访86件、同比减少12件，案件同比下降8%，来访人同比增长。");
    }

    #[test]
    fn accepts_pivots_and_means() {
        accepts(&RULE, "推动行政执法制度不断完善工作流程，通过建立工作机制进一步提升服务水平，使各项制度进一步健全。");
        accepts(&RULE, "建立健全以信用为基础的监管机制并持续优化营商环境，落实推动机制不断完善的要求。");
    }

    #[test]
    fn accepts_parted_clauses_and_short_chains() {
        accepts(&RULE, "制定了用法计划，不断完善机关学法制度，执法队伍不断壮大，工作机制不断健全。");
        accepts(&RULE, "健全机制持续发力，各项制度不断完善，建立制度不断完善。");
    }
}
