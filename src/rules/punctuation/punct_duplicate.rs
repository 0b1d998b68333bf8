//! Two marks where one belongs.

use super::context::touches_chinese;
use crate::diagnostic::Fix;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, chars, fold, is_blank, is_han};

crate::declare_rule! {
    /// 检查什么：逗号、顿号、分号、冒号、句号连着出现，如“，，”“。。”“，。”“；。”。
    ///
    /// 为什么：一处停顿只用一个点号；连用多是删改后遗留。
    ///
    /// 示例：组织培训4期，，覆盖320人次。 → 组织培训4期，覆盖320人次。
    ///
    /// 修改：只留一个；不同点号连用时留表示停顿较长的一个。
    ///
    /// 不算：省略号（……）、破折号（——）、点号与引号或括号相连（。” ）。）、代码和表格里的连续逗号。
    "punct-duplicate", "标点重复", Punctuation, Error, "GB/T 15834—2011 4",
    Check::Block(check),
}

fn check(doc: &Document, block: &Block, out: &mut Findings) {
    let marks = doc.marks(block.span);
    let mut i = 0;
    while let Some(first) = marks.get(i) {
        i += 1;
        // Nearly every point is followed by a word.
        if marks.get(i).is_none_or(|next| next.at != first.span().end) || weight(*first).is_none() {
            continue;
        }
        let mut run = vec![*first];
        while let Some((next, passed)) = next_point(marks.get(i..).unwrap_or(&[]), run.last().map_or(0, |m| m.span().end)) {
            run.push(next);
            i += passed;
        }
        if run.len() > 1 {
            look(doc, block, &run, out);
        }
    }
}

/// How long a pause the mark stands for; `None` for other marks.
fn weight(mark: Mark) -> Option<u8> {
    match fold(mark.char) {
        '、' => Some(0),
        '，' => Some(1),
        '；' => Some(2),
        '：' => Some(3),
        '。' => Some(4),
        // Of a stop typed twice: .。
        '.' => Some(0),
        _ => None,
    }
}

/// The point that follows byte `end` with at most two blanks between, and how many marks lie up to it.
fn next_point(marks: &[Mark], end: usize) -> Option<(Mark, usize)> {
    let mut at = end;
    for (passed, &mark) in marks.iter().enumerate().take(3) {
        if mark.at != at {
            return None;
        }
        if weight(mark).is_some() {
            return Some((mark, passed + 1));
        }
        if !is_blank(mark.char) {
            return None;
        }
        at = mark.span().end;
    }
    None
}

/// Whether full-width marks follow a figure or a percentage.
fn behind_figure(doc: &Document, block: &Block, span: Span) -> bool {
    let left = doc.get(Span::new(block.span.start, span.start)).chars().next_back();
    left.is_some_and(|c| c.is_ascii_digit() || matches!(c, '%' | '‰')) && !span.of(doc.text).is_ascii()
}

fn look(doc: &Document, block: &Block, run: &[Mark], out: &mut Findings) {
    let (Some(&first), Some(&last)) = (run.first(), run.last()) else { return };
    let span = Span::new(first.at, last.span().end);
    let same = run.iter().all(|m| fold(m.char) == fold(first.char));
    // 。。。 is an ellipsis in the wrong form; longer runs of commas are code or a table.
    let ellipsis = same && first.char == '。' && run.len() >= 3;
    if ellipsis || run.len() > 3 || !(touches_chinese(doc.text, block.span, span) || behind_figure(doc, block, span)) {
        return;
    }
    let Some(&strongest) = run.iter().max_by_key(|m| weight(**m)) else { return };
    // 3., and Ltd.， are numbers and Latin; two of them begin an ellipsis.
    let latin =
        |mark: &Mark| mark.char == '.' && (strongest.char == '.' || !chars::before(doc.text, mark.at).is_some_and(is_han));
    if run.iter().any(latin) {
        return;
    }
    // A stop inside a sentence may be the slip, or the comma behind it.
    let ends = strongest.at == last.at || span.end == block.span.end;
    let right = String::from(fold(strongest.char));
    let finding = RULE.finding(span, format!("“{}”标点重复，应只用一个", span.of(doc.text)));
    out.push(finding.fix(if same || ends { Fix::safe_replace(span, &right) } else { Fix::suggest_replace(span, &right) }));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_points_in_a_row() {
        flags(&RULE, "组织培训4期⟦，，⟧覆盖320人次⟦。。⟧涉及村⟦、、⟧社区⟦；。⟧");
        flags(&RULE, "事故起数、死亡人数分别下降25%和33.3%⟦。。⟧");
        flags(&RULE, "组织培训4期⟦,，⟧覆盖320人次⟦， ，⟧成效明显。");
        fixes(&RULE, "开展联合执法.。组织培训4期.，覆盖广。", "开展联合执法。组织培训4期，覆盖广。");
        fixes(&RULE, "组织培训4期，，覆盖320人次，。", "组织培训4期，覆盖320人次。");
        fixes(&RULE, "主要措施：：一是宣传、，培训。", "主要措施：一是宣传，培训。");
    }

    #[test]
    fn accepts_marks_that_belong_together() {
        accepts(&RULE, "坚持“谁执法谁普法。”各单位（含下属单位）、企业参与……成效明显——群众满意。");
        accepts(&RULE, "学习《宪法》、《民法典》；推进“一网通办”、“一窗受理”。");
        accepts(&RULE, "难道不是吗？！宣传、培训等。。。还在继续。");
        accepts(&RULE, "导出为a,,b,,,c;;d格式，共12：30分。");
        accepts(&RULE, "全年培训人员。  （二）健全机制。");
        accepts(&RULE, "与某某Co.，Ltd.、某某Inc.，签约；等等..。第3.，第4.、5.。");
    }
}
