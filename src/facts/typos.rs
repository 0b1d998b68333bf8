//! Words that are wrong wherever they stand (`typos.tsv`).

use std::sync::OnceLock;

use super::{condition, rows};

/// Why a word is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 错字: no word at all.
    Misspelt,
    /// 异形: a form documents do not use (其它, 帐目).
    Variant,
    /// 旧形: a form dictionaries no longer give first (成份).
    Old,
    /// 赘字: a character too many (涉及到).
    Redundant,
}

/// One wrong word.
#[derive(Debug)]
pub struct Typo {
    /// As written.
    pub wrong: &'static str,
    /// As it should be.
    pub right: &'static str,
    /// Why it is wrong.
    pub kind: Kind,
    /// Longer strings it may be a part of without being wrong.
    pub inside: Vec<&'static str>,
    /// What must follow it; empty for anything.
    pub followed_by: Vec<&'static str>,
    /// What makes it right when it comes later in the sentence (既……又……).
    pub unless: Vec<&'static str>,
}

/// Every wrong word.
#[must_use]
pub fn all() -> &'static [Typo] {
    static ALL: OnceLock<Vec<Typo>> = OnceLock::new();
    ALL.get_or_init(|| rows("typos.tsv").filter_map(typo).collect())
}

/// The wrong words alone, in the order of [`all`].
#[must_use]
pub fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| all().iter().map(|typo| typo.wrong).collect())
}

fn typo([wrong, right, kind, conditions, _source]: [&'static str; 5]) -> Option<Typo> {
    let kind = match kind {
        "错字" => Kind::Misspelt,
        "异形" => Kind::Variant,
        "旧形" => Kind::Old,
        "赘字" => Kind::Redundant,
        _ => return None,
    };
    Some(Typo {
        wrong,
        right,
        kind,
        inside: condition(conditions, "内"),
        followed_by: condition(conditions, "后"),
        unless: condition(conditions, "除非"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_makes_sense() {
        assert_eq!(all().len(), rows::<5>("typos.tsv").count());
        for (i, typo) in all().iter().enumerate() {
            assert!(typo.wrong.chars().count() >= 2 && typo.wrong != typo.right, "{}", typo.wrong);
            assert!(typo.inside.iter().all(|word| word.contains(typo.wrong)), "{}: {:?}", typo.wrong, typo.inside);
            assert!(all().iter().skip(i + 1).all(|other| other.wrong != typo.wrong), "{} stands twice", typo.wrong);
            assert!(
                all()
                    .iter()
                    .all(|other| !typo.right.contains(other.wrong) || other.inside.iter().any(|word| typo.right.contains(word))),
                "the repair of {} is itself a typo",
                typo.wrong
            );
        }
    }
}
