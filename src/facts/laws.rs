//! Laws and regulations that reports cite, with their dates.

use std::sync::OnceLock;

/// A calendar day as the number YYYYMMDD: days compare as they follow one another.
pub type Day = u32;

/// How the version in force came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 制定: the first version.
    Enacted,
    /// 修正: single articles changed.
    Amended,
    /// 修订: revised as a whole.
    Revised,
}

/// A law or regulation.
#[derive(Debug)]
pub struct Law {
    /// Its name without 中华人民共和国.
    pub name: &'static str,
    /// Other names in use.
    pub short: Vec<&'static str>,
    /// When the version in force (of a repealed law: its last version) took effect; `None` where not verified.
    pub in_force: Option<Day>,
    /// How that version came about.
    pub version: Option<Version>,
    /// When it was repealed.
    pub repealed: Option<Day>,
    /// The law that took its place.
    pub successor: Option<&'static str>,
}

/// Every law of the table.
#[must_use]
pub fn all() -> &'static [Law] {
    static ALL: OnceLock<Vec<Law>> = OnceLock::new();
    ALL.get_or_init(|| super::rows(include_str!("laws.tsv")).map(law).collect())
}

/// The law of a name or short name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Law> {
    all().iter().find(|law| law.name == name || law.short.contains(&name))
}

/// The longest name or short name that `text` starts with.
#[must_use]
pub fn at_start_of(text: &str) -> Option<&'static str> {
    all().iter().flat_map(Law::names).filter(|name| text.starts_with(name)).max_by_key(|name| name.len())
}

impl Law {
    /// Its name and short names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.short.iter().copied())
    }
}

fn law([name, short, in_force, version, repealed, successor, _source]: [&'static str; 7]) -> Law {
    Law {
        name,
        short: super::list(short),
        in_force: day(in_force),
        version: match version {
            "制定" => Some(Version::Enacted),
            "修正" => Some(Version::Amended),
            "修订" => Some(Version::Revised),
            _ => None,
        },
        repealed: day(repealed),
        successor: (!successor.is_empty()).then_some(successor),
    }
}

/// The day of YYYY-MM-DD.
pub(super) fn day(text: &str) -> Option<Day> {
    text.replace('-', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        assert!(all().len() >= 200);
        for row in crate::facts::rows::<7>(include_str!("laws.tsv")) {
            let law = find(row[0]).expect(row[0]);
            assert!(!row[6].is_empty(), "{row:?} names no source");
            assert_eq!(law.in_force.is_some(), !row[2].is_empty(), "{row:?}");
            assert_eq!(law.version.is_some(), !row[3].is_empty(), "{row:?}");
            for day in law.in_force.into_iter().chain(law.repealed) {
                assert!((1950_0101..2100_0101).contains(&day), "{row:?}");
            }
            if let Some(successor) = law.successor {
                assert!(law.repealed.is_some() && find(successor).is_some(), "{row:?}");
            }
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<&str> = all().iter().flat_map(Law::names).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_longest_name_is_read() {
        assert_eq!(at_start_of("行政复议法实施条例规定"), Some("行政复议法实施条例"));
        assert_eq!(at_start_of("民法典宣传月"), Some("民法典"));
        assert_eq!(find("保密法").map(|law| law.name), Some("保守国家秘密法"));
    }
}
