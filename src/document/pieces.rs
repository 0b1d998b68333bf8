//! Lines as they come, before anything is known of them: whole reports on one line, Markdown headings.

use super::{Date, wording};
use crate::text::{Span, is_blank};

/// Characters from which a line may be a whole report whose line ends were lost.
const ONE_LINE: usize = 300;

/// Where a line that holds a whole report is to be cut: behind the title and before signature and date.
pub fn cuts(text: &str, line: Span) -> Vec<usize> {
    let inner = line.of(text);
    // Bytes first: hardly any line is so long.
    if inner.len() < ONE_LINE * 3 || inner.chars().count() < ONE_LINE {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let head: String = inner.chars().take(80).collect();
    // “…情况报告2025年，” too: the title ends with its kind.
    let kinds = head.match_indices("报告").map(|(at, word)| at + word.len());
    let kinds = kinds.filter(|&at| head.get(at..).is_some_and(|rest| !rest.starts_with(['（', '(', '如'])));
    let blanks = head.match_indices(is_blank).map(|(at, _)| at);
    let title = kinds.chain(blanks).find(|&at| head.get(..at).is_some_and(wording::is_title));
    cuts.extend(title.map(|at| line.start + at));
    let mut end = line.start + inner.trim_end_matches(is_blank).len();
    let mut tail = Vec::new();
    for k in 0..3 {
        let Some(before) = text.get(line.start..end).and_then(|t| t.rfind(is_blank)).map(|at| line.start + at) else { break };
        let piece = text.get(before..end).unwrap_or("").trim_start_matches(is_blank);
        if !(if k == 0 { Date::parse(piece).is_some() || wording::is_organ_line(piece) } else { wording::is_organ_line(piece) }) {
            break;
        }
        tail.push(before);
        end = line.start + text.get(line.start..before).unwrap_or("").trim_end_matches(is_blank).len();
    }
    cuts.extend(tail.into_iter().rev());
    cuts
}

/// A Markdown heading without its “## ”.
pub fn behind_hashes(text: &str, span: Span) -> Span {
    let line = span.of(text);
    let rest = line.trim_start_matches('#');
    let marked = (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(is_blank);
    if marked { Span::new(span.end - rest.len(), span.end) } else { span }
}
