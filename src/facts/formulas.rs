//! Set phrases of the rule of law and how they are misquoted (`formulas.tsv`).

use std::sync::OnceLock;

use super::{condition, list, rows};

/// A phrase of several members, such as 科学立法、严格执法、公正司法、全民守法.
#[derive(Debug)]
pub struct Formula {
    /// The members in their order.
    pub members: Vec<&'static str>,
    /// Members as they are misquoted.
    pub misquoted: Vec<Misquote>,
    /// How many members must be right beside a misquoted one.
    pub least: usize,
    /// What must stand right in front.
    pub behind: Vec<&'static str>,
    /// What must not stand right in front.
    pub not_behind: Vec<&'static str>,
    /// Members whose order matters when all of them are there.
    pub ordered: Vec<&'static str>,
    /// Members that show that the whole phrase is meant, so that none may be missing.
    pub whole_with: Vec<&'static str>,
}

/// A member misquoted.
#[derive(Debug)]
pub struct Misquote {
    /// As written.
    pub wrong: &'static str,
    /// What is meant; the second where the first is there already.
    pub right: Vec<&'static str>,
    /// Members one of which must be there; empty for any.
    pub with: Vec<&'static str>,
}

/// A phrase misquoted as a whole.
#[derive(Debug)]
pub struct Phrase {
    /// As written.
    pub wrong: &'static str,
    /// As it should be.
    pub right: &'static str,
}

/// What a needle stands for.
#[derive(Clone, Copy, Debug)]
pub enum Entry {
    /// A member, right or misquoted, of this formula.
    Formula(&'static Formula),
    /// A phrase.
    Phrase(&'static Phrase),
}

struct Table {
    formulas: Vec<Formula>,
    phrases: Vec<Phrase>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { formulas: Vec::new(), phrases: Vec::new() };
        for row in rows::<6>("formulas.tsv") {
            match row {
                ["成员", members, wrong, least, other, _source] => table.formulas.push(Formula {
                    members: members.split('、').collect(),
                    misquoted: list(wrong).into_iter().filter_map(misquote).collect(),
                    least: least.parse().unwrap_or(1),
                    behind: condition(other, "前"),
                    not_behind: condition(other, "非"),
                    ordered: condition(other, "序"),
                    whole_with: condition(other, "全"),
                }),
                ["整句", right, wrong, _, _, _source] => {
                    table.phrases.extend(list(wrong).into_iter().map(|wrong| Phrase { wrong, right }));
                }
                _ => {}
            }
        }
        table
    })
}

fn misquote(item: &'static str) -> Option<Misquote> {
    let (wrong, rest) = item.split_once('>')?;
    let (right, with) = rest.split_once('@').unwrap_or((rest, ""));
    Some(Misquote { wrong, right: right.split('/').collect(), with: with.split('/').filter(|word| !word.is_empty()).collect() })
}

/// What to look for, each with what it stands for.
#[must_use]
pub fn entries() -> &'static [(&'static str, Entry)] {
    static ENTRIES: OnceLock<Vec<(&'static str, Entry)>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let table = table();
        let members = table.formulas.iter().flat_map(|formula| {
            let words = formula.members.iter().copied().chain(formula.misquoted.iter().map(|misquote| misquote.wrong));
            words.map(move |word| (word, Entry::Formula(formula)))
        });
        members.chain(table.phrases.iter().map(|phrase| (phrase.wrong, Entry::Phrase(phrase)))).collect()
    })
}

/// The literals of [`entries`].
#[must_use]
pub fn needles() -> &'static [&'static str] {
    static NEEDLES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NEEDLES.get_or_init(|| entries().iter().map(|&(word, _)| word).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for [kind, right, wrong, _, _, basis] in rows::<6>("formulas.tsv") {
            assert!(matches!(kind, "成员" | "整句") && !wrong.is_empty() && !basis.is_empty(), "{right}");
        }
        for formula in &table().formulas {
            for misquote in &formula.misquoted {
                let known = misquote.right.iter().chain(&misquote.with).all(|word| formula.members.contains(word));
                assert!(known && !formula.members.contains(&misquote.wrong), "{misquote:?}");
            }
            assert!(formula.ordered.iter().chain(&formula.whole_with).all(|word| formula.members.contains(word)), "{formula:?}");
        }
        assert!(table().phrases.iter().all(|phrase| !phrase.right.contains(phrase.wrong)));
    }
}
