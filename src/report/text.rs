//! A report as text for a terminal: file, line, quoted text with a marker, basis, fix.

use std::fmt::Write as _;

use super::Report;
use crate::document::Status;

/// Renders `report` on `text`, as read from the file called `name`.
#[must_use]
pub fn render(report: &Report, text: &str, name: &str) -> String {
    let mut out = String::new();
    // A lone \r ends a line too.
    let lines: Vec<&str> = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect();
    for finding in &report.findings {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{name}:{}:{}: {}［{}］{}",
            finding.line,
            finding.column,
            finding.severity.name(),
            finding.rule,
            finding.message
        );
        let line = lines.get(finding.line as usize - 1).copied().unwrap_or("");
        if finding.range[1] > finding.range[0] {
            out.push_str(&excerpt(line, finding.column as usize - 1, &finding.text));
        }
        let more = finding.occurrences.len();
        if more > 1 {
            let _ = writeln!(out, "    共 {more} 处");
        }
        let _ = writeln!(out, "    依据：{}", finding.basis);
        for fix in &finding.fixes {
            let kind = match fix.kind {
                crate::diagnostic::FixKind::Safe => "修改",
                crate::diagnostic::FixKind::Unsafe => "建议",
            };
            let _ = writeln!(out, "    {kind}：{}", fix.title);
        }
    }
    if !report.notes.is_empty() {
        let _ = writeln!(out, "{name}：{}", report.notes.join("；"));
    }
    let _ = writeln!(out, "{name}：{}", summary(report));
    out
}

/// The conclusion in one line.
fn summary(report: &Report) -> String {
    let missing: Vec<&str> =
        report.parts.iter().filter(|part| part.status == Status::Missing).map(|part| part.part.name()).collect();
    let missing = if missing.is_empty() { String::new() } else { format!("，缺少{}", missing.join("、")) };
    let counts = report.counts;
    format!("{}{missing}（错误 {}，警告 {}，提示 {}）", report.verdict.name(), counts.error, counts.warning, counts.info)
}

/// How many characters of a long line stand before and behind the offending text.
const AROUND: usize = 16;

/// The offending text between 【 】-free neighbours, and a row of carets under it, as wide as Chinese characters are.
fn excerpt(line: &str, column: usize, offending: &str) -> String {
    let mut at = 0;
    let mut start = line.len();
    for (i, c) in line.char_indices() {
        if at >= column {
            start = i;
            break;
        }
        at += c.len_utf16();
    }
    let head: Vec<char> = line.get(..start).unwrap_or("").chars().collect();
    let from = head.len().saturating_sub(AROUND);
    let shown: String = head.iter().skip(from).collect();
    let first_line = offending.split(['\n', '\r']).next().unwrap_or("");
    let marked: String = first_line.chars().take(40).collect();
    let tail: String = line.get(start + marked.len().min(line.len() - start)..).unwrap_or("").chars().take(AROUND).collect();
    let lead = if from > 0 { "…" } else { "" };
    let pad = " ".repeat(width(lead) + width(&shown));
    format!("    {lead}{shown}{marked}{tail}\n    {pad}{}\n", "^".repeat(width(&marked).max(1)))
}

/// The width in terminal cells: full-width characters take two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if (c as u32) < 0x1100 && !matches!(c, '—' | '…' | '“' | '”' | '‘' | '’' | '·') { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_the_offending_text() {
        assert_eq!(excerpt("推进法制政府建设。", 2, "法制政府"), "    推进法制政府建设。\n        ^^^^^^^^\n");
    }
}
