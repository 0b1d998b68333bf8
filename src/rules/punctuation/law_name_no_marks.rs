//! The full name of a law without 《》.

use std::sync::OnceLock;

use crate::diagnostic::{Edit, Fix};
use crate::document::Document;
use crate::facts::laws;
use crate::rule::{Check, Findings};
use crate::text::{Hit, Span, chars};

crate::declare_rule! {
    /// 检查什么：“贯彻”“落实”“学习”“依据”等词后面的法律法规名称没有加书名号。
    ///
    /// 为什么：法律法规的名称通常用书名号标示，全文写法一致。
    ///
    /// 示例：贯彻落实人民调解法 → 贯彻落实《人民调解法》
    ///
    /// 修改：加上书名号。
    ///
    /// 不算：宪法、民法典、刑法的通称；民法典宣传月、行政复议、消防法规等由名称构成的词；引号、书名号里的内容；“依照……法规定的程序”等法言法语。
    "law-name-no-marks", "法律名称未用书名号", Punctuation, Info, "GB/T 15834—2011 4.15",
    Check::Needles(needles, check),
}

/// Names that stand for the subject as much as for the text.
const GENERIC: &[&str] = &["宪法", "民法典", "刑法"];

/// Words that take a law as their object.
const VERBS: &[&str] = &["贯彻", "落实", "学习", "依据", "根据", "按照", "实施", "宣传", "宣讲", "宣贯", "执行"];

/// Words between the verb and the name.
const FILLERS: &[&str] =
    &["中华人民共和国", "新修订的", "修订后的", "新颁布的", "新出台的", "新施行的", "新修订", "好", "了", "新"];

fn needles() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| laws::all().iter().flat_map(laws::Law::names).filter(|name| !GENERIC.contains(name)).collect())
}

fn check(doc: &Document, hit: Hit, out: &mut Findings) {
    let Some(block) = doc.block_around(hit.span.start).filter(|b| b.is_running()) else { return };
    let mut left = doc.get(Span::new(block.span.start, hit.span.start));
    let mut start = hit.span.start;
    while let Some(filler) = FILLERS.iter().find(|filler| left.ends_with(**filler)) {
        left = left.strip_suffix(filler).unwrap_or(left);
        // 中华人民共和国 belongs to the name.
        if *filler == "中华人民共和国" {
            start = block.span.start + left.len();
        }
    }
    if !VERBS.iter().any(|verb| left.ends_with(verb))
        || is_tail(doc, block.span.start, hit.span)
        || doc.in_book_title(hit.span.start)
        || doc.in_quotes(hit.span.start)
    {
        return;
    }
    let names = names(doc, Span::new(start, hit.span.end), block.span.end);
    let whole = Span::new(start, names.last().map_or(hit.span.end, |name| name.end));
    if !ends_name(doc.get(Span::new(whole.end, block.span.end))) {
        return;
    }
    let edits = names.iter().flat_map(|name| [Edit::insert(name.start, "《"), Edit::insert(name.end, "》")]).collect();
    let title = if names.len() == 1 { format!("改为“《{}》”", whole.of(doc.text)) } else { "加上书名号".to_owned() };
    out.push(RULE.finding(whole, format!("法律名称“{}”通常加书名号", whole.of(doc.text))).fix(Fix::safe(title, edits)));
}

/// Whether a longer name ends here: 教育法 in 法治宣传教育法.
fn is_tail(doc: &Document, start: usize, name: Span) -> bool {
    let (word, text) = (doc.get(name), doc.get(Span::new(start, name.end)));
    laws::all().iter().flat_map(laws::Law::names).any(|n| n.len() > word.len() && n.ends_with(word) && text.ends_with(n))
}

/// The name at `first` and those that 、 和 与 及 join to it.
fn names(doc: &Document, first: Span, end: usize) -> Vec<Span> {
    let mut names = vec![first];
    let mut at = first.end;
    while let Some(rest) = doc.text.get(at..end) {
        let Some(joint) = ["、", "以及", "和", "与", "及"].iter().find(|joint| rest.starts_with(**joint)) else { break };
        let rest = rest.get(joint.len()..).unwrap_or("");
        let state = if rest.starts_with("中华人民共和国") { "中华人民共和国".len() } else { 0 };
        let Some(name) = laws::at_start_of(rest.get(state..).unwrap_or("")) else { break };
        let start = at + joint.len();
        if !ends_name(rest.get(state + name.len()..).unwrap_or("")) {
            break;
        }
        at = start + state + name.len();
        names.push(Span::new(start, at));
    }
    names
}

/// Whether the name ends here and is not the beginning of a longer word (民法典宣传月, 消防法规).
fn ends_name(rest: &str) -> bool {
    let Some(next) = rest.chars().next() else { return true };
    (chars::is_mark(next) && !matches!(next, '《' | '“'))
        || [
            "等",
            "和",
            "与",
            "及",
            "以及",
            "的",
            "规定",
            "要求",
            "精神",
            "确定",
            "明确",
            "赋予",
            "设定",
            "授予",
            "第",
            "有关规定",
            "相关规定",
            "所",
        ]
        .iter()
        .any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_names_without_marks() {
        flags(&RULE, "贯彻落实⟦人民调解法⟧，健全网络；深入学习新修订的⟦行政复议法⟧等法律。");
        flags(&RULE, "根据⟦中华人民共和国行政处罚法⟧规定，按照⟦信访工作条例⟧要求办理。");
        flags(&RULE, "推动落实⟦安全生产法⟧确定的全员责任制，根据⟦行政强制法⟧第四十二条签订协议。");
        fixes(&RULE, "贯彻实施安全生产法、消防法和宪法，成效明显。", "贯彻实施《安全生产法》、《消防法》和《宪法》，成效明显。");
        fixes(&RULE, "落实行政复议法实施条例。", "落实《行政复议法实施条例》。");
    }

    #[test]
    fn accepts_words_made_of_names() {
        accepts(&RULE, "开展民法典宣传月活动，落实宪法宣誓制度，学习宪法知识，宣传民法典。");
        accepts(&RULE, "按照行政复议决定执行，落实消防法规，学习教育法治理念，宣传劳动法律知识。");
        accepts(&RULE, "调解员依照人民调解法规定的程序开展工作。");
        accepts(&RULE, "贯彻落实《人民调解法》，开展“学习安全生产法”活动，学习《关于实施行政处罚法的通知》。");
        accepts(&RULE, "开展法治宣传教育法、反不正当竞争法专题宣讲9场。");
        accepts(&RULE, "新修订的村民委员会组织法施行后，学习义务教育法律政策。");
    }
}
