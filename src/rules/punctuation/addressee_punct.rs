//! Marks in the line that names the bodies addressed.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, fold, is_blank};

crate::declare_rule! {
    /// 检查什么：主送机关后面没有冒号，或者用了别的标点；同类机关之间用逗号、空格。
    ///
    /// 为什么：主送机关顶格书写，末一个机关名称后标全角冒号；同类机关之间用顿号。
    ///
    /// 示例：县委，县政府 → 县委、县政府：
    ///
    /// 修改：机关之间改为顿号，末尾改为冒号。
    ///
    /// 不算：不同类别的机关之间用逗号（各镇党委，县直各部门：）；只有冒号是半角的（见“中文语境用半角标点”）。
    "addressee-punct", "主送机关标点", Punctuation, Warning, "GB/T 9704—2012 7.3.2",
    Check::Block(check),
}

fn check(doc: &Document, block: &Block, out: &mut Findings) {
    if block.kind != Kind::Addressee {
        return;
    }
    let text = doc.get(block.span);
    let marks = doc.marks(block.span);
    let names_end = block.span.start + text.trim_end_matches(|c: char| is_blank(c) || "：:，,。.；;、".contains(c)).len();
    let end = Span::new(names_end, block.span.end);
    let mut edits = Vec::new();
    let mut wrong = Vec::new();
    let inner: Vec<Mark> = marks.iter().copied().filter(|m| m.at < names_end && parts_names(doc, block, *m)).collect();
    if !inner.is_empty() && is_one_kind(doc.get(Span::new(block.span.start, names_end))) {
        wrong.push("机关名称之间应用顿号");
        edits.extend(separators(&inner).into_iter().map(|span| Edit::replace(span, "、")));
    }
    match end.of(doc.text).trim_matches(is_blank) {
        "：" | ":" => {}
        "" => {
            wrong.push("末尾缺冒号");
            edits.push(Edit::replace(end, "："));
        }
        _ => {
            wrong.push("末尾应用冒号");
            edits.push(Edit::replace(end, "："));
        }
    }
    if !wrong.is_empty() {
        let title = if edits.len() == 1 && wrong == ["末尾缺冒号"] { "补上“：”" } else { "改正主送机关标点" };
        out.push(RULE.finding(block.span, format!("主送机关“{text}”{}", wrong.join("，"))).fix(Fix::safe(title, edits)));
    }
}

/// Whether a mark inside parts two names: a comma, or a blank with names on both sides.
fn parts_names(doc: &Document, block: &Block, mark: Mark) -> bool {
    let whole_name = |text: &str| ENDINGS.iter().any(|end| text.ends_with(end));
    match fold(mark.char) {
        '，' => true,
        c if is_blank(c) => {
            let left = doc.get(Span::new(block.span.start, mark.at));
            whole_name(left.trim_end_matches(|c: char| is_blank(c) || fold(c) == '，'))
        }
        _ => false,
    }
}

/// Neighbouring marks as one separator.
fn separators(marks: &[Mark]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for mark in marks {
        match spans.last_mut() {
            Some(last) if last.end == mark.at => last.end = mark.span().end,
            _ => spans.push(mark.span()),
        }
    }
    spans
}

/// Ends of the names of bodies that stand side by side.
const ENDINGS: &[&str] = &[
    "党委",
    "政府",
    "委员会",
    "常委会",
    "人大",
    "省委",
    "市委",
    "县委",
    "区委",
    "旗委",
    "州委",
    "镇委",
    "党工委",
    "管委会",
    "办公室",
    "局",
    "厅",
    "国务院",
    "党中央",
];

/// Whether every name is one body, so that they are of one kind; 各…, 并报…, …部门 are of several.
/// Where 、 stands too, the commas part kinds (县委、县人大常委会，市政府).
fn is_one_kind(names: &str) -> bool {
    // A people's congress and a government are of two kinds.
    !names.contains('各')
        && !names.contains("并报")
        && !names.contains("人大")
        && !names.contains('、')
        && names
            .split(|c: char| is_blank(c) || matches!(fold(c), '，' | '、'))
            .filter(|name| !name.is_empty())
            .all(|name| ENDINGS.iter().any(|end| name.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn report(addressee: &str) -> String {
        format!(
            "清溪镇2025年度法治政府建设情况报告\n\n{addressee}\n\n2025年，清溪镇扎实推进依法行政。现将有关情况报告如下：\n\n一、主要举措和成效\n\n成效明显。\n"
        )
    }

    #[test]
    fn flags_commas_and_missing_colons() {
        flags(&RULE, &report("⟦中共将乐县委员会,将乐县人民政府:⟧"));
        flags(&RULE, &report("⟦县委、县政府⟧"));
        flags(&RULE, &report("⟦中共临河县委、县人大常委会，市人民政府⟧"));
        flags(&RULE, &report("⟦中共安渠县委员会、安渠县人民政府，⟧"));
        fixes(&RULE, &report("中共将乐县委员会,将乐县人民政府:"), &report("中共将乐县委员会、将乐县人民政府:"));
        fixes(&RULE, &report("区委， 区政府"), &report("区委、区政府："));
        fixes(&RULE, &report("市委 市政府："), &report("市委、市政府："));
    }

    #[test]
    fn accepts_right_lines() {
        accepts(&RULE, &report("中共临河县委员会、临河县人民政府："));
        accepts(&RULE, &report("县委、县政府:"));
        accepts(&RULE, &report("各镇党委，各街道党工委，县直各部门党委："));
        accepts(&RULE, &report("中共临河县委、县人大常委会，市人民政府："));
        accepts(&RULE, &report("中共临河县委员会，临河县人大常委会，澜江市人民政府："));
        accepts(&RULE, &report("市政府："));
        accepts(&RULE, &report("2025年，清溪镇扎实推进依法行政。"));
    }
}
