//! Words often taken for each other, by the words they go with (`collocations.tsv`).

use std::sync::OnceLock;

use super::{by_word, distinct, list, on, rows};
use crate::text::sort_by_number;

/// On which side of the word the other words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Behind it.
    After,
    /// In front of it.
    Before,
}

/// A word that is wrong beside some others.
#[derive(Debug)]
pub struct Confusable {
    /// As written.
    pub wrong: &'static str,
    /// What is meant.
    pub right: &'static str,
    /// Where the others stand.
    pub side: Side,
    /// How many characters may stand between.
    pub gap: usize,
    /// The words beside which it is wrong.
    pub beside: Vec<&'static str>,
    /// Whether it is wrong before a point in time.
    pub before_time: bool,
    /// Longer strings it may be a part of without being wrong.
    pub inside: Vec<&'static str>,
    /// Whether usage is divided, so that only a hint is due.
    pub mild: bool,
    /// How the two differ.
    pub reason: &'static str,
}

/// Every row, those of one word together.
#[must_use]
pub fn all() -> &'static [Confusable] {
    static ALL: OnceLock<Vec<Confusable>> = OnceLock::new();
    ALL.get_or_init(|| by_word(rows("collocations.tsv").filter_map(confusable).collect(), |row| row.wrong))
}

/// The rows on `word`, as they stand in the table.
#[must_use]
pub fn of(word: &str) -> &'static [Confusable] {
    on(all(), word, |row| row.wrong)
}

/// The wrong words, each once.
#[must_use]
pub fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| distinct(all().iter().map(|row| row.wrong)))
}

fn confusable([wrong, right, side, gap, beside, inside, grade, reason, _source]: [&'static str; 9]) -> Option<Confusable> {
    let side = match side {
        "后" => Side::After,
        "前" => Side::Before,
        _ => return None,
    };
    // The longest first, so that a finding covers the whole phrase.
    let mut words: Vec<&'static str> = list(beside).into_iter().filter(|word| *word != "<时间>").collect();
    sort_by_number(&mut words, |word| u64::MAX - word.len() as u64);
    Some(Confusable {
        wrong,
        right,
        side,
        gap: gap.parse().ok()?,
        before_time: list(beside).contains(&"<时间>"),
        beside: words,
        inside: list(inside),
        mild: grade == "提",
        reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(all().len(), rows::<9>("collocations.tsv").count());
        assert!(all().len() >= 60);
        assert!(all().iter().all(|row| row.wrong != row.right && (row.before_time || !row.beside.is_empty())));
    }
}
