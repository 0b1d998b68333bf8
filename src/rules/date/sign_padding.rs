//! Signature and date pushed to the right with blanks.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::Span;

crate::declare_rule! {
    /// 检查什么：署名或成文日期前用一长串空格推到右侧。
    ///
    /// 为什么：落款位置用右对齐、缩进设置；用空格推移，换一台机器或一种字体就会错位。
    ///
    /// 示例：（几十个空格）荣成市滕家镇人民政府 → 荣成市滕家镇人民政府
    ///
    /// 修改：删去空格，用段落的对齐方式安排位置。
    ///
    /// 不算：段首缩进两个字。
    "sign-padding", "用空格推移落款", Date, Info, "GB/T 9704—2012 7.3.5",
    Check::Document(check),
}

/// Wider than any indent.
const COLUMNS: usize = 10;

fn check(doc: &Document, out: &mut Findings) {
    for block in doc.blocks.get(doc.body.end..).unwrap_or(&[]) {
        if !matches!(block.kind, Kind::Signature | Kind::Date) {
            continue;
        }
        let blanks = Span::new(block.line.start, block.span.start);
        let columns: usize = doc.get(blanks).chars().map(width).sum();
        if columns > COLUMNS {
            let what = if block.kind == Kind::Date { "成文日期" } else { "署名" };
            let fix = Fix::safe("删去前面的空格", vec![Edit::delete(blanks)]);
            out.push(RULE.finding(blanks, format!("{what}“{}”前用空格推移位置，建议改用右对齐", doc.get(block.span))).fix(fix));
        }
    }
}

fn width(blank: char) -> usize {
    match blank {
        '\t' => 4,
        '\u{3000}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    const HEAD: &str = "清溪镇2025年度法治政府建设情况报告\n一、主要成效\n办结3件。\n";

    #[test]
    fn flags_runs_of_blanks() {
        flags(&RULE, &format!("{HEAD}⟦{}⟧清溪镇人民政府\n⟦{}⟧2026年1月20日\n", " ".repeat(40), "\u{A0}".repeat(44)));
        flags(&RULE, &format!("{HEAD}⟦\t\t\t⟧清溪镇人民政府\n⟦{}⟧2026年1月20日\n", "\u{3000}".repeat(9)));
        fixes(
            &RULE,
            &format!("{HEAD}{0}清溪镇人民政府\n{0}2026年1月20日\n", " ".repeat(30)),
            &format!("{HEAD}清溪镇人民政府\n2026年1月20日\n"),
        );
    }

    #[test]
    fn accepts_plain_lines_and_indents() {
        accepts(&RULE, &format!("{HEAD}清溪镇人民政府\n2026年1月20日\n"));
        accepts(&RULE, &format!("{HEAD}　　清溪镇人民政府\n        2026年1月20日\n"));
        accepts(&RULE, &format!("{}\n{HEAD}清溪镇人民政府\n2026年1月20日\n", " ".repeat(30)));
    }
}
