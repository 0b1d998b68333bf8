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
