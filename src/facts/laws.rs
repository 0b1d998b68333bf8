//! Laws and regulations that reports cite, with their dates.

use std::sync::OnceLock;

use crate::document::Document;
use crate::text::{Span, around, chars, fold, is_han};

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
    /// Whether its dates are verified; no error rests on others.
    pub sure: bool,
}

/// A title that no law in force has.
#[derive(Debug)]
pub struct Misnomer {
    /// As written.
    pub wrong: &'static str,
    /// The law meant.
    pub right: &'static str,
    /// The day from which it is wrong, where a law had that title before.
    pub from: Option<Day>,
}

/// Every wrong title (`law_titles.tsv`).
#[must_use]
pub fn misnomers() -> &'static [Misnomer] {
    static ALL: OnceLock<Vec<Misnomer>> = OnceLock::new();
    ALL.get_or_init(|| {
        super::rows("law_titles.tsv")
            .map(|[wrong, right, from, _source]: [&str; 4]| Misnomer { wrong, right, from: day(from) })
            .collect()
    })
}

/// Every law of the table.
#[must_use]
pub fn all() -> &'static [Law] {
    static ALL: OnceLock<Vec<Law>> = OnceLock::new();
    ALL.get_or_init(|| super::rows("laws.tsv").map(law).collect())
}

/// How a law is named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Its title stands in 《》, alone.
    InMarks,
    /// It stands without them.
    Bare,
}

/// Whether the name at `span` stands for itself: not in a longer title (劳动合同法, 《〈担保法〉若干问题的解释》) or word (合同法律).
#[must_use]
pub fn named(doc: &Document, span: Span) -> Option<Named> {
    const BEFORE: [&str; 22] = [
        "学习",
        "宣传",
        "贯彻",
        "落实",
        "依据",
        "依照",
        "根据",
        "按照",
        "贯彻落实",
        "实施",
        "执行",
        "宣讲",
        "遵守",
        "围绕",
        "新",
        "原",
        "对",
        "将",
        "以",
        "的",
        "和",
        "与",
    ];
    let state = "中华人民共和国";
    let start = span.start - around::preceded_by(doc.text, span.start, &[state]).map_or(0, str::len);
    let before = chars::before(doc.text, start);
    let after = chars::after(doc.text, span.end).map(fold);
    if before == Some('《') {
        return matches!(after, Some('》' | '（')).then_some(Named::InMarks);
    }
    let ends = after.is_none_or(|c| !is_han(c) && c != '〉' && c != '》')
        || around::followed_by(doc.text, span.end, &["和", "及", "与", "等", "以及", "第", "的规定", "规定"]).is_some();
    let begins = start < span.start
        || before.is_none_or(|c| !is_han(c) && c != '〈')
        || around::preceded_by(doc.text, start, &BEFORE).is_some();
    (ends && begins && !doc.in_book_title(span.start)).then_some(Named::Bare)
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

fn law([name, short, in_force, version, repealed, successor, source]: [&'static str; 7]) -> Law {
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
        sure: !source.contains("待复核"),
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
        for row in crate::facts::rows::<7>("laws.tsv") {
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
    fn wrong_titles_are_no_titles_of_laws_in_force() {
        assert_eq!(misnomers().len(), crate::facts::rows::<4>("law_titles.tsv").count());
        for misnomer in misnomers() {
            let law = find(misnomer.wrong);
            assert!(law.is_none_or(|law| law.repealed.is_some() && misnomer.from.is_some()), "{misnomer:?}");
            assert!(!misnomer.right.is_empty() && misnomer.right != misnomer.wrong, "{misnomer:?}");
            assert_eq!(misnomers().iter().filter(|other| other.wrong == misnomer.wrong).count(), 1, "{misnomer:?} stands twice");
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
