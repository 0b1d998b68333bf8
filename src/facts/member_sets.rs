//! Terms for a fixed set of things, such as 四个意识 (`member_sets.tsv`).

use std::sync::OnceLock;

use super::rows;

/// A term and what it stands for.
#[derive(Debug)]
pub struct MemberSet {
    /// The term.
    pub name: &'static str,
    /// What it stands for, in order.
    pub members: Vec<&'static str>,
}

/// Every set.
#[must_use]
pub fn all() -> &'static [MemberSet] {
    static ALL: OnceLock<Vec<MemberSet>> = OnceLock::new();
    ALL.get_or_init(|| {
        rows("member_sets.tsv")
            .map(|[name, members, _source]: [&str; 3]| MemberSet { name, members: members.split('、').collect() })
            .collect()
    })
}

/// The terms alone, in the order of [`all`].
#[must_use]
pub fn names() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| all().iter().map(|set| set.name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_has_its_members() {
        assert!(all().iter().all(|set| set.members.len() >= 4), "{:?}", all());
    }
}
