//! Names and phrases in use in one form, with their variants (`set_names.tsv`).

use std::sync::OnceLock;

use super::{condition, rows};

/// A variant of a name.
#[derive(Debug)]
pub struct Variant {
    /// As written.
    pub variant: &'static str,
    /// The form in use.
    pub standard: &'static str,
    /// Longer strings it may be a part of.
    pub inside: Vec<&'static str>,
    /// Words directly behind which it is none.
    pub not_behind: Vec<&'static str>,
}

/// Every variant.
#[must_use]
pub fn all() -> &'static [Variant] {
    static ALL: OnceLock<Vec<Variant>> = OnceLock::new();
    ALL.get_or_init(|| {
        rows("set_names.tsv")
            .map(|[variant, standard, conditions, _source]: [&str; 4]| Variant {
                variant,
                standard,
                inside: condition(conditions, "内"),
                not_behind: condition(conditions, "前"),
            })
            .collect()
    })
}

/// The variants alone, in the order of [`all`].
#[must_use]
pub fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| all().iter().map(|variant| variant.variant).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variant_differs_from_every_standard() {
        assert!(all().len() >= 40);
        for (i, entry) in all().iter().enumerate() {
            assert!(all().iter().all(|other| !other.standard.contains(entry.variant)), "{entry:?}");
            assert!(all().iter().skip(i + 1).all(|other| other.variant != entry.variant), "{entry:?}");
        }
    }
}
