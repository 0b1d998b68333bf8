//! Tables of facts that rules rest on: data files that a maintainer edits without touching code.

pub mod collocations;
pub mod formulas;
pub mod typos;

/// The rows of a table: lines that are neither blank nor comments (`#`), split at tabs.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// The items of a cell, separated by `|`.
pub fn items(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').map(str::trim).filter(|item| !item.is_empty())
}

/// Conditions in a cell, `name:item|item` separated by blanks: the items of `name`.
#[must_use]
pub fn condition(cell: &'static str, name: &str) -> Vec<&'static str> {
    cell.split(' ')
        .filter_map(|condition| condition.split_once(':'))
        .find(|(key, _)| *key == name)
        .map_or_else(Vec::new, |(_, list)| items(list).collect())
}
