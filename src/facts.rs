//! What several rules and the reviewer's table need to know of a document, and tables of facts: files of
//! tab-separated rows, each with its source, that a maintainer edits without touching code.

use std::sync::OnceLock;

use crate::text::{sort_by_number, sort_words};

pub mod acts;
pub mod answers;
pub mod bodies;
pub mod causes;
pub mod collocations;
pub mod doubled;
pub mod figures;
pub mod formulas;
pub mod laws;
pub mod lost_chars;
pub mod member_sets;
pub mod passages;
pub mod plenums;
pub mod ranges;
pub mod rates;
pub mod set_names;
pub mod set_phrases;
pub mod shape;
pub mod shorthands;
pub mod siblings;
pub mod timeline;
pub mod title;
pub mod typos;
pub mod years;

/// The text of a table, by the name of its file.
fn table(name: &str) -> &'static str {
    static TABLES: OnceLock<String> = OnceLock::new();
    let tables = TABLES.get_or_init(|| {
        let unpacked = miniz_oxide::inflate::decompress_to_vec(include_bytes!(concat!(env!("OUT_DIR"), "/facts")));
        String::from_utf8(unpacked.unwrap_or_default()).unwrap_or_default()
    });
    tables.split('\0').find_map(|table| table.strip_prefix(name)?.strip_prefix('\n')).unwrap_or("")
}

/// The rows of a table, by the name of its file: comment lines (`#`) and the header left out, every row padded to `N` fields.
fn rows<const N: usize>(table: &str) -> impl Iterator<Item = [&'static str; N]> {
    self::table(table).lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1).map(|line| {
        let mut fields = [""; N];
        for (slot, field) in fields.iter_mut().zip(line.split('\t')) {
            *slot = field;
        }
        fields
    })
}

/// The parts of a field that holds several values.
fn list(field: &'static str) -> Vec<&'static str> {
    field.split('|').filter(|value| !value.is_empty()).collect()
}

/// `words` in order, each once.
fn distinct(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = words.collect();
    sort_words(&mut words);
    words.dedup();
    words
}

/// `rows` in the order of the words they are on; those on one word keep their order.
fn by_word<T>(mut rows: Vec<T>, word: fn(&T) -> &'static str) -> Vec<T> {
    let words = distinct(rows.iter().map(word));
    sort_by_number(&mut rows, |row| words.binary_search(&word(row)).unwrap_or(0) as u64);
    rows
}

/// Those of `rows`, which [`by_word`] ordered, that are on `word`.
fn on<'r, T>(rows: &'r [T], word: &str, of: fn(&T) -> &'static str) -> &'r [T] {
    let from = rows.partition_point(|row| of(row) < word);
    let rows = rows.get(from..).unwrap_or(&[]);
    rows.get(..rows.partition_point(|row| of(row) == word)).unwrap_or(rows)
}

/// The values of `name` in a field of conditions, `name:value|value` separated by blanks.
fn condition(field: &'static str, name: &str) -> Vec<&'static str> {
    let found = field.split(' ').filter_map(|condition| condition.split_once(':')).find(|(key, _)| *key == name);
    found.map_or_else(Vec::new, |(_, values)| list(values))
}

#[cfg(test)]
mod tests {
    /// One format for all: comments, a header whose last column is `source`, rows as wide as the header.
    #[test]
    fn every_row_of_every_table_has_its_source() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/facts");
        let mut tables = 0;
        for entry in std::fs::read_dir(folder).expect("the tables are there").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.ends_with(".tsv") {
                continue;
            }
            tables += 1;
            let mut lines = super::table(&name).lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
            assert_eq!(header.last(), Some(&"source"), "{name}");
            for line in lines {
                let fields: Vec<&str> = line.split('\t').collect();
                assert_eq!(fields.len(), header.len(), "{name}: {line}");
                assert!(fields.last().is_some_and(|source| source.chars().count() >= 2), "{name}: {line}");
            }
        }
        assert!(tables >= 13);
    }
}
