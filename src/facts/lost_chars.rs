//! Wordings in which a character is almost certainly lost (`lost_chars.tsv`).

use std::sync::OnceLock;

use super::rows;

/// What is wanting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 自称: 镇 or 局 behind 我.
    OwnWord,
    /// 借助: 助 behind 借.
    Platform,
    /// 宾语: what is refined behind 细化各村居.
    Object,
    /// 名称: a character of a name.
    Name,
}

/// A wording.
#[derive(Debug)]
pub struct Lost {
    /// As written.
    pub wrong: &'static str,
    /// The whole name; empty for the other kinds.
    pub right: &'static str,
    /// What is wanting.
    pub kind: Kind,
}

/// Every wording.
#[must_use]
pub fn all() -> &'static [Lost] {
    static ALL: OnceLock<Vec<Lost>> = OnceLock::new();
    ALL.get_or_init(|| rows("lost_chars.tsv").filter_map(lost).collect())
}

/// The wordings alone, in the order of [`all`].
#[must_use]
pub fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| all().iter().map(|lost| lost.wrong).collect())
}

fn lost([wrong, right, kind, _source]: [&'static str; 4]) -> Option<Lost> {
    let kind = match kind {
        "自称" => Kind::OwnWord,
        "借助" => Kind::Platform,
        "宾语" => Kind::Object,
        "名称" => Kind::Name,
        _ => return None,
    };
    Some(Lost { wrong, right, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(all().len(), rows::<4>("lost_chars.tsv").count());
        for lost in all() {
            assert_eq!(lost.kind == Kind::Name, !lost.right.is_empty(), "{lost:?}");
            let longer = lost.right.chars().count() > lost.wrong.chars().count();
            assert!(lost.kind != Kind::Name || longer, "{lost:?}");
        }
    }
}
