//! Shorthands that official texts write in quotation marks.

use std::sync::OnceLock;

/// A shorthand.
#[derive(Debug)]
pub struct Shorthand {
    /// The words without quotation marks.
    pub term: &'static str,
    /// The words as they should stand.
    pub quoted: &'static str,
    /// Words of which one stands shortly before in the same sentence; empty: none is needed.
    pub near: Vec<&'static str>,
    /// Words directly behind which the term is no shorthand.
    pub not_after: Vec<&'static str>,
}

/// Every shorthand, in the order of [`terms`].
#[must_use]
pub fn all() -> &'static [Shorthand] {
    static ALL: OnceLock<Vec<Shorthand>> = OnceLock::new();
    ALL.get_or_init(|| {
        super::rows("shorthands.tsv")
            .map(|[term, quoted, near, not_after, _source]: [&str; 5]| Shorthand {
                term,
                quoted,
                near: super::list(near),
                not_after: super::list(not_after),
            })
            .collect()
    })
}

/// The terms, for the index of literals.
#[must_use]
pub fn terms() -> &'static [&'static str] {
    static TERMS: OnceLock<Vec<&'static str>> = OnceLock::new();
    TERMS.get_or_init(|| all().iter().map(|shorthand| shorthand.term).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_is_whole() {
        for [term, quoted, _, _, source] in crate::facts::rows::<5>("shorthands.tsv") {
            assert!(term.chars().count() >= 3 && !source.is_empty(), "{term}");
            let bare: String = quoted.chars().filter(|&c| !matches!(c, '“' | '”' | '、')).collect();
            assert_eq!(bare, term.replace('、', ""), "{term} is not {quoted} without its quotation marks");
            assert!(quoted.contains('“') && quoted.contains('”'), "{term}");
        }
    }
}
