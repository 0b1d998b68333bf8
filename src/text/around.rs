//! What stands directly around a place in a text.

use super::chars::{fold, is_han};
use super::span::Span;
use super::words::{Words, begins, ends};

/// Whether `span` is a part of one of the longer `words` where it stands.
#[must_use]
pub fn is_inside(text: &str, span: Span, words: &[&str]) -> bool {
    let found = span.of(text);
    words.iter().any(|word| {
        word.char_indices().any(|(at, _)| {
            word.get(at..).is_some_and(|rest| begins(rest, found))
                && span.start.checked_sub(at).and_then(|start| text.get(start..)).is_some_and(|rest| begins(rest, word))
        })
    })
}

/// The first of `words` that follows byte `at`.
#[must_use]
pub fn followed_by<'w>(text: &str, at: usize, words: &[&'w str]) -> Option<&'w str> {
    let rest = text.get(at..)?;
    words.iter().copied().find(|word| begins(rest, word))
}

/// The first of `words` that ends at byte `at`.
#[must_use]
pub fn preceded_by<'w>(text: &str, at: usize, words: &[&'w str]) -> Option<&'w str> {
    let head = text.get(..at)?;
    words.iter().copied().find(|word| ends(head, word))
}

/// `span` with the opening quotation mark that stands in front of it.
#[must_use]
pub fn with_opening_quote(text: &str, span: Span) -> Span {
    Span::new(span.start - preceded_by(text, span.start, &["“", "\""]).map_or(0, str::len), span.end)
}

/// What stands between quotation marks, its own marks made inner ones.
#[must_use]
pub fn quoted(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}

/// The last `count` characters before byte `at`, fewer where a line starts.
#[must_use]
pub fn before(text: &str, at: usize, count: usize) -> &str {
    back(text, at, count, |c| c != '\n' && c != '\r')
}

/// The characters before byte `at` that are `wanted`, back to the first that is not, at most `count`; common Chinese characters
/// are wanted.
#[inline]
fn back(text: &str, at: usize, count: usize, wanted: impl Fn(char) -> bool) -> &str {
    let head = text.get(..at).unwrap_or("");
    let (bytes, mut start) = (head.as_bytes(), head.len());
    for _ in 0..count {
        // U+5000 to U+9FFF need not be decoded.
        if let Some(0xE5..=0xE9) = start.checked_sub(3).and_then(|lead| bytes.get(lead)) {
            start -= 3;
            continue;
        }
        match head.get(..start).and_then(|head| head.chars().next_back()) {
            Some(c) if wanted(c) => start -= c.len_utf8(),
            _ => break,
        }
    }
    head.get(start..).unwrap_or("")
}

/// The next `count` characters from byte `at`, fewer where the line ends.
#[must_use]
pub fn after(text: &str, at: usize, count: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let end = rest
        .char_indices()
        .take_while(|&(_, c)| c != '\n' && c != '\r')
        .nth(count)
        .map_or_else(|| rest.find(['\n', '\r']).unwrap_or(rest.len()), |(i, _)| i);
    rest.get(..end).unwrap_or("")
}

/// Whether one of `words` stands in `text`.
#[must_use]
pub fn has_any(text: &str, words: &[&str]) -> bool {
    Words::new(words).are_in(text)
}

/// `text` with half-width marks made full-width.
#[must_use]
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// The Chinese characters before byte `at`, back to the first other character, at most `count`.
#[must_use]
pub fn han_before(text: &str, at: usize, count: usize) -> &str {
    back(text, at, count, is_han)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_of_the_words_counts() {
        assert!(has_any("开展执法检查", &["普法", "检查"]) && has_any("甲", &["乙", "甲"]));
        assert!(!has_any("开展执法检", &["普法", "检查", "法治"]) && !has_any("", &["甲"]) && !has_any("甲", &[]));
    }

    #[test]
    fn looks_around_within_the_line() {
        let text = "首行\n按排污许可证";
        let at = text.find("按").unwrap_or(0);
        assert!(is_inside(text, Span::new(at, at + 6), &["按排污"]));
        assert!(!is_inside(text, Span::new(at, at + 6), &["依按排", "按排名"]));
        assert_eq!(before(text, at + 3, 5), "按");
        assert_eq!(after(text, at, 3), "按排污");
        assert_eq!(after(text, 0, 9), "首行");
        assert_eq!(han_before(text, at + 6, 9), "按排");
        assert_eq!(followed_by(text, at, &["排", "按排"]), Some("按排"));
        assert_eq!(preceded_by(text, at + 6, &["按", "排"]), Some("排"));
    }
}
