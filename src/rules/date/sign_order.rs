//! The date above the signing body.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Block, Document, Kind};
use crate::rule::{Check, Findings};
use crate::text::{Span, chars};

crate::declare_rule! {
    /// 检查什么：落款处成文日期写在署名的上一行。
    ///
    /// 为什么：先署发文机关名称，成文日期在署名之下。
    ///
    /// 示例：2026年1月20日／清溪镇人民政府 → 清溪镇人民政府／2026年1月20日
    ///
    /// 修改：对调署名和日期。
    ///
    /// 不算：标题下方的日期和署名，署名与日期在同一行，版记中的印发机关。
    "sign-order", "署名与日期次序颠倒", Date, Warning, "GB/T 9704—2012 7.3.5",
    Check::Document(check),
}

fn check(doc: &Document, out: &mut Findings) {
    let end = doc.blocks.get(doc.body.end..).unwrap_or(&[]);
    let Some(date) = end.iter().position(|block| block.kind == Kind::Date) else { return };
    if end.iter().take(date).any(|block| block.kind == Kind::Signature) {
        return;
    }
    let lines: Vec<Span> = end
        .iter()
        .skip(date)
        .enumerate()
        .take_while(|(i, block)| *i == 0 || block.kind == Kind::Signature)
        .map(|(_, block)| block.span)
        .collect();
    let (Some(&first), Some(&last)) = (lines.first(), lines.last()) else { return };
    if lines.len() < 2 {
        return;
    }
    // Where text goes on below, the report does not end here.
    let goes_on = |block: &Block| block.kind != Kind::Residue && doc.get(block.span).ends_with(chars::ends_sentence);
    if end.iter().skip(date + lines.len()).any(goes_on) {
        return;
    }
    // The bodies go above the date, with the line ends that part the lines now.
    let moved = lines.windows(2).flat_map(|pair| {
        let [above, line] = pair else { return [String::new(), String::new()] };
        let gap = doc.get(Span::new(above.end, line.start));
        [doc.get(*line).to_owned(), gap.chars().filter(|c| matches!(c, '\r' | '\n')).collect()]
    });
    let edits = vec![Edit::insert(first.start, moved.collect::<String>()), Edit::delete(Span::new(first.end, last.end))];
    let message = format!("成文日期“{}”写在署名“{}”的上面，署名应在日期之上", doc.get(first), doc.get(last));
    out.push(RULE.finding(first.to(last), message).fix(Fix::safe("对调署名和日期", edits)));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::testing::{accepts, fixes, flags};

    fn signed(end: &str) -> String {
        format!("清溪镇2025年度法治政府建设情况报告\n\n一、主要成效\n\n办结3件。\n\n{end}\n")
    }

    #[test]
    fn flags_a_date_above_the_body() {
        flags(&RULE, &signed("⟦2026年1月20日\n清溪镇人民政府⟧"));
        flags(&RULE, &signed("⟦20260120\n\n中共清溪镇委员会\n清溪镇人民政府⟧"));
        fixes(&RULE, &signed("2026年1月20日\n清溪镇人民政府"), &signed("清溪镇人民政府\n2026年1月20日"));
        fixes(
            &RULE,
            &signed("    2026年1月20日\n\n  临河县司法局\n  临河县教育局"),
            &signed("    临河县司法局\n\n临河县教育局\n2026年1月20日"),
        );
    }

    #[test]
    fn accepts_the_right_order_and_other_places() {
        accepts(&RULE, &signed("清溪镇人民政府\n2026年1月20日"));
        accepts(&RULE, &signed("清溪镇人民政府 2026年1月20日"));
        accepts(&RULE, &signed("清溪镇人民政府\n2026年1月20日\n清溪镇党政办公室"));
        accepts(&RULE, &signed("2026年1月20日"));
        accepts(&RULE, &signed("2026年1月20日\n\n清溪镇人民政府\n每季度调度任务1次。"));
        accepts(&RULE, "清溪镇2025年度法治政府建设情况报告\n（2026年1月20日）\n清溪镇人民政府\n\n一、主要成效\n\n办结3件。\n");
    }
}
