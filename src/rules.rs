//! Every rule, by family.

use std::sync::OnceLock;

use crate::rule::Rule;

pub mod consistency;
pub mod content;
pub mod date;
pub mod numbering;
pub mod numerals;
pub mod punctuation;
pub mod structure;
pub mod terms;

/// Every rule in the catalogue's order.
#[must_use]
pub fn all() -> &'static [&'static Rule] {
    static ALL: OnceLock<Vec<&'static Rule>> = OnceLock::new();
    ALL.get_or_init(|| {
        [
            structure::RULES,
            content::RULES,
            numbering::RULES,
            punctuation::RULES,
            numerals::RULES,
            date::RULES,
            terms::RULES,
            consistency::RULES,
        ]
        .concat()
    })
}

/// The rule of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().iter().copied().find(|rule| rule.id == id)
}

/// The name of the rule with this id; the id itself where there is none.
#[must_use]
pub fn name(id: &str) -> &str {
    find(id).map_or(id, |rule| rule.name)
}

/// The id nearest to a mistyped one: at most a third of its characters differ.
#[must_use]
pub fn nearest(id: &str) -> Option<&'static str> {
    nearest_of(id, all().iter().map(|rule| rule.id))
}

/// The name nearest to a mistyped one among `names`: at most a third of its characters differ.
#[must_use]
pub fn nearest_of<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.to_ascii_lowercase();
    names
        .map(|name| (distance(&word, name), name))
        .min()
        .filter(|&(distance, _)| distance <= word.len() / 3 + 1)
        .map(|(_, name)| name)
}

/// The Levenshtein distance of two short ASCII strings.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b.bytes()) {
            let next = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = next;
            left = next;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
