//! An ellipsis that is not ……

use super::context::{after, before, is_chinese, is_unit, runs, touches_chinese};
use crate::diagnostic::Fix;
use crate::document::{Block, Document};
use crate::rule::{Check, Findings};
use crate::text::{Mark, Span, is_blank};

crate::declare_rule! {
    /// 检查什么：用“...”“。。。”“…”“······”等代替省略号。
    ///
    /// 为什么：省略号为六个连点，占两个字的位置；“等”与省略号不同时使用。
    ///
    /// 示例：宣传、培训等...活动 → 宣传、培训等活动
    ///
    /// 修改：改为“……”；前面已有“等”的删去。
    ///
    /// 不算：目录的引导点、代替未填数字的点（见“占位符未清理”）、代码和英文中的点。
    "ellipsis-form", "省略号形式", Punctuation, Warning, "GB/T 15834—2011 4.11",
    Check::Marks(&['.', '。', '…', '·', '．'], check),
}

fn check(doc: &Document, marks: &[Mark], out: &mut Findings) {
    for (_, run, span) in runs(marks).filter(|&(dot, run, _)| is_wrong(dot, run)) {
        if let Some(block) = doc.block_around(span.start).filter(|block| block.is_running()) {
            look(doc, block, span, run, out);
        }
    }
}

fn is_wrong(dot: char, run: usize) -> bool {
    match dot {
        // Twelve dots stand for whole paragraphs left out (4.11.3.2).
        '…' => run != 2 && run != 4,
        _ => run >= 3,
    }
}

fn look(doc: &Document, block: &Block, span: Span, run: usize, out: &mut Findings) {
    let text = doc.text;
    let next = after(text, span.end, block.span.end);
    let leader = run >= 7
        || text
            .get(span.end..block.span.end)
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| is_blank(c) || c.is_ascii_digit() || c == '.'));
    if leader || next.is_some_and(is_unit) || !touches_chinese(text, block.span, span) {
        return;
    }
    let previous = before(text, block.span.start, span.start);
    let finding = RULE.finding(span, format!("“{}”不是规范的省略号", span.of(text)));
    out.push(if previous != Some('等') {
        finding.fix(Fix::safe_replace(span, "……"))
    } else if next.is_none_or(|c| !is_chinese(c)) {
        finding.fix(Fix::safe_replace(span, "。"))
    } else {
        finding.fix(Fix::safe(format!("删去“{}”", span.of(text)), vec![crate::diagnostic::Edit::delete(span)]))
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    #[test]
    fn flags_other_dots() {
        flags(&RULE, "宣传、培训⟦...⟧工作有序推进，调解⟦。。。⟧纠纷，走访⟦…⟧群众⟦······⟧。");
        fixes(&RULE, "宣传、培训…取得实效。", "宣传、培训……取得实效。");
        fixes(&RULE, "宣传、培训等...活动有序开展。", "宣传、培训等活动有序开展。");
        fixes(&RULE, "宣传、培训等...。", "宣传、培训等。");
        fixes(&RULE, "宣传、培训等......", "宣传、培训等。");
    }

    #[test]
    fn accepts_right_dots_leaders_and_placeholders() {
        accepts(&RULE, "宣传、培训……取得实效。");
        accepts(&RULE, "主要举措和成效........3");
        accepts(&RULE, "主要举措和成效……………2");
        accepts(&RULE, "全年召开会议...次。");
        accepts(&RULE, "命令为ls ... -a，版本1.0.0。");
    }
}
