//! Long phrases that every report repeats (`set_phrases.tsv`).

use std::sync::OnceLock;

use super::rows;
use crate::text::chars::{is_blank, is_han, is_mark};
use crate::text::{Span, needles::Needles};

/// The phrases without blanks and marks.
fn index() -> &'static Needles<'static> {
    static INDEX: OnceLock<Needles<'_>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let phrases: Vec<&'static str> =
            rows("set_phrases.tsv").map(|[phrase, _source]: [&str; 2]| &*plain(phrase).leak()).collect();
        Needles::new(&phrases)
    })
}

/// `text` without blanks and marks.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|&c| counts(c)).collect()
}

/// Whether `c` is neither a blank nor a mark.
#[must_use]
pub fn counts(c: char) -> bool {
    is_han(c) || (!is_blank(c) && !is_mark(c) && !c.is_control())
}

/// The number of characters of `plain` that belong to no set phrase.
#[must_use]
pub fn own_length(plain: &str) -> usize {
    own(plain).into_iter().filter(|own| *own).count()
}

/// For each character of `plain` whether it belongs to no set phrase.
#[must_use]
pub fn own(plain: &str) -> Vec<bool> {
    let mut covered: Vec<Span> = Vec::new();
    index().each(plain, |_, phrase| covered.push(phrase));
    // They ascend by their start; up to `reach` all is covered by those that started.
    let (mut phrases, mut reach) = (covered.into_iter().peekable(), 0);
    let own = plain.char_indices().map(|(at, _)| {
        while let Some(phrase) = phrases.next_if(|phrase| phrase.start <= at) {
            reach = reach.max(phrase.end);
        }
        at >= reach
    });
    own.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn set_phrases_do_not_count() {
        let text = "不断提高运用法治思维和法治方式深化改革、推动发展、化解矛盾、维护稳定的能力";
        assert_eq!(own_length(&plain(text)), "不断提高".chars().count());
        assert_eq!(own_length("统筹推进镇村两级"), 8);
    }
}
