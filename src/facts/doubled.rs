//! Words that make no sense twice in a row (`doubled.tsv`).

use std::sync::OnceLock;

use super::{list, rows};

/// A word.
#[derive(Debug)]
pub struct Doubled {
    /// The word, once.
    pub word: &'static str,
    /// What in front of the two makes one word with the first: 目 in front of 的的.
    pub before: Vec<&'static str>,
    /// What the second begins: 解 behind 了了, or a longer word in full.
    pub after: Vec<&'static str>,
}

/// Every word.
#[must_use]
pub fn all() -> &'static [Doubled] {
    static ALL: OnceLock<Vec<Doubled>> = OnceLock::new();
    ALL.get_or_init(|| {
        rows("doubled.tsv")
            .map(|[word, before, after, _source]: [&str; 4]| Doubled { word, before: list(before), after: list(after) })
            .collect()
    })
}

/// Each word twice, in the order of [`all`].
#[must_use]
pub fn needles() -> &'static [&'static str] {
    static TWICE: OnceLock<Vec<String>> = OnceLock::new();
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    let twice = TWICE.get_or_init(|| all().iter().map(|doubled| doubled.word.repeat(2)).collect());
    NEEDLES.get_or_init(|| twice.iter().map(String::as_str).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_once() {
        assert!(all().len() >= 80);
        assert!(all().iter().enumerate().all(|(i, entry)| all().iter().skip(i + 1).all(|other| other.word != entry.word)));
    }
}
