//! A text as it is seen: without the characters that cannot be.

use super::scan::Mark;
use super::span::Span;

/// A text without some of its characters, and where what is left was written.
#[derive(Debug)]
pub struct Shown {
    /// What is left.
    pub text: String,
    /// Ascending.
    gaps: Vec<Gap>,
}

/// A place of the shown text where something was left out.
#[derive(Clone, Copy, Debug)]
struct Gap {
    at: usize,
    /// The bytes left out up to here, those of this gap included.
    left_out: usize,
}

impl Shown {
    /// `text` without `hidden`, which ascend.
    #[must_use]
    pub fn new(text: &str, hidden: &[Mark]) -> Self {
        let mut shown = String::with_capacity(text.len());
        let mut gaps: Vec<Gap> = Vec::new();
        let mut from = 0;
        for mark in hidden {
            shown.push_str(text.get(from..mark.at).unwrap_or(""));
            from = mark.span().end;
            let gap = Gap { at: shown.len(), left_out: from - shown.len() };
            match gaps.last_mut().filter(|last| last.at == gap.at) {
                Some(last) => *last = gap,
                None => gaps.push(gap),
            }
        }
        shown.push_str(text.get(from..).unwrap_or(""));
        Self { text: shown, gaps }
    }

    /// Where `span` of the shown text was written: from its first character to its last.
    #[must_use]
    pub fn written(&self, span: Span) -> Span {
        let end = span.end + self.left_out(self.gaps.partition_point(|gap| gap.at < span.end));
        let start = span.start + self.left_out(self.gaps.partition_point(|gap| gap.at <= span.start));
        if span.is_empty() { Span::at(end) } else { Span::new(start, end) }
    }

    /// Where `span` of the text as written is shown.
    #[must_use]
    pub fn seen(&self, span: Span) -> Span {
        let seen = |at: usize| {
            let gaps = self.gaps.partition_point(|gap| gap.at + gap.left_out <= at);
            (at - self.left_out(gaps)).min(self.gaps.get(gaps).map_or(usize::MAX, |gap| gap.at))
        };
        Span::new(seen(span.start), seen(span.end))
    }

    fn left_out(&self, gaps: usize) -> usize {
        gaps.checked_sub(1).and_then(|last| self.gaps.get(last)).map_or(0, |gap| gap.left_out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_those_of_the_same_characters() {
        let text = "\u{FEFF}法\u{200B}\u{200D}治，\u{AD}年\n\u{200B}";
        let hidden: Vec<Mark> = text
            .char_indices()
            .filter(|&(_, char)| super::super::unseen::is_suspect(char))
            .map(|(at, char)| Mark { char, at })
            .collect();
        let shown = Shown::new(text, &hidden);
        assert_eq!(shown.text, "法治，年\n");
        for (at, c) in shown.text.char_indices() {
            let span = Span::new(at, at + c.len_utf8());
            assert_eq!(shown.written(span).of(text), c.to_string());
            assert_eq!(shown.seen(shown.written(span)), span);
        }
        assert_eq!(shown.written(Span::new(0, 6)).of(text), "法\u{200B}\u{200D}治");
        assert_eq!(shown.written(Span::at(3)), Span::at(6));
        let hidden: Vec<Span> = hidden.iter().map(|mark| shown.seen(mark.span())).collect();
        assert_eq!(hidden, [0, 3, 3, 9, 13].map(Span::at));
    }
}
