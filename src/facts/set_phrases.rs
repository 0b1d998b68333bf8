//! Long phrases that every report repeats (`set_phrases.tsv`).

use std::sync::OnceLock;

use super::rows;
use crate::text::chars::{is_blank, is_han, is_mark};

/// The phrases without blanks and marks, the longest first.
#[must_use]
pub fn all() -> &'static [String] {
    static ALL: OnceLock<Vec<String>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut phrases: Vec<String> =
            rows(include_str!("set_phrases.tsv")).map(|[phrase, _source]: [&str; 2]| plain(phrase)).collect();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        phrases
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
    let mut rest = plain.to_owned();
    for phrase in all() {
        if rest.contains(phrase.as_str()) {
            rest = rest.replace(phrase.as_str(), "");
        }
    }
    rest.chars().count()
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
