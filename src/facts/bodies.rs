//! Bodies, posts and names for oneself that do not belong in the report of a kind of body (`bodies.tsv`).

use std::sync::OnceLock;

use super::{by_word, distinct, list, on, rows};
use crate::document::{Document, Profile};
use crate::text::sort_by_number;

/// What a foreign word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// 机构: a body, or the report's own body (我镇).
    Body,
    /// 职务: one of the two leaders' posts.
    Post,
}

/// Where a foreign word must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// 自称, 随处: anywhere.
    Anywhere,
    /// 独立: not as the end of a name.
    Alone,
    /// 连后: so, with what follows it.
    WithNext,
    /// 句首: at the start of a sentence.
    SentenceStart,
}

/// A word that does not belong.
#[derive(Debug)]
pub struct Foreign {
    /// What it names.
    pub names: Names,
    /// In whose reports.
    of: Vec<&'static str>,
    /// The word.
    pub word: &'static str,
    /// What should stand there; `None` where that is open.
    right: Option<&'static str>,
    /// Where it must stand.
    pub place: Place,
    /// What must follow; the longest first.
    pub after: Vec<&'static str>,
    /// What must not follow.
    pub not_after: Vec<&'static str>,
    /// Longer strings it may be a part of.
    pub inside: Vec<&'static str>,
    /// Why it does not belong.
    reason: &'static str,
}

impl Foreign {
    /// Whether it is foreign to the body of `doc`.
    #[must_use]
    pub fn is_foreign_to(&self, doc: &Document) -> bool {
        doc.once(kinds).iter().all(|kind| self.of.contains(kind))
    }

    /// What should stand in `doc`.
    #[must_use]
    pub fn right(&self, doc: &Document) -> Option<String> {
        let own = doc.profile.own_word(doc.organ.as_deref());
        let right = self.right?;
        match own {
            Some(own) => Some(fill(right, own)),
            None => (!right.contains('{')).then(|| right.to_owned()),
        }
    }

    /// Why it does not belong in `doc`.
    #[must_use]
    pub fn reason(&self, doc: &Document) -> String {
        fill(self.reason, doc.profile.own_word(doc.organ.as_deref()).unwrap_or("镇"))
    }
}

fn fill(template: &str, own: &str) -> String {
    template.replace("{镇}", own).replace("{局}", own)
}

/// What the table calls the kind of body that reports. Where the name does not tell 镇 from 乡, only what is foreign to both
/// counts.
fn kinds(doc: &Document) -> Vec<&'static str> {
    match doc.profile {
        Profile::Township => township(doc).map_or_else(|| vec!["镇", "乡"], |kind| vec![kind]),
        Profile::Subdistrict => vec!["街道"],
        Profile::CountyDept | Profile::CityDept | Profile::ProvinceDept => vec!["部门"],
        Profile::County | Profile::City | Profile::Province => vec!["县市省"],
        Profile::Zone => vec!["开发区"],
    }
}

/// 镇 or 乡, where the body's name tells.
fn township(doc: &Document) -> Option<&'static str> {
    let organ = doc.organ.as_deref()?;
    let name = organ.trim_end_matches("人民政府").trim_end_matches("政府").trim_end_matches("党委").trim_end_matches("委员会");
    ["镇", "乡"].into_iter().find(|kind| name.ends_with(kind))
}

/// Every row, those of one word together.
#[must_use]
pub fn all() -> &'static [Foreign] {
    static ALL: OnceLock<Vec<Foreign>> = OnceLock::new();
    ALL.get_or_init(|| by_word(rows("bodies.tsv").filter_map(foreign).collect(), |row| row.word))
}

/// The rows on `word`, as they stand in the table.
#[must_use]
pub fn of(word: &str) -> &'static [Foreign] {
    on(all(), word, |row| row.word)
}

/// The words that name `names`, each once.
#[must_use]
pub fn words(names: Names) -> Vec<&'static str> {
    distinct(all().iter().filter(|row| row.names == names).map(|row| row.word))
}

fn foreign([kind, of, word, right, how, after, not_after, inside, reason, _source]: [&'static str; 10]) -> Option<Foreign> {
    let names = match kind {
        "机构" => Names::Body,
        "职务" => Names::Post,
        _ => return None,
    };
    let place = match how {
        "自称" | "随处" => Place::Anywhere,
        "独立" => Place::Alone,
        "连后" => Place::WithNext,
        "句首" => Place::SentenceStart,
        _ => return None,
    };
    let mut after = list(after);
    sort_by_number(&mut after, |word| u64::MAX - word.len() as u64);
    Some(Foreign {
        names,
        of: list(of),
        word,
        right: (right != "-").then_some(right),
        place,
        after,
        not_after: list(not_after),
        inside: list(inside),
        reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(all().len(), rows::<10>("bodies.tsv").count());
        let known = ["镇", "乡", "街道", "部门", "县市省", "开发区"];
        for row in all() {
            assert!(row.of.iter().all(|of| known.contains(of)) && !row.reason.is_empty(), "{row:?}");
            let needs_next = matches!(row.place, Place::WithNext | Place::SentenceStart);
            assert_eq!(needs_next, !row.after.is_empty(), "{row:?}");
            assert!(row.inside.iter().all(|word| word.contains(row.word) || row.place == Place::WithNext), "{row:?}");
        }
    }
}
