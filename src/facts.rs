//! What several rules and the reviewer's table need to know of a document, and tables of facts: files of
//! tab-separated rows, each with its source, that a maintainer edits without touching code.

pub mod acts;
pub mod answers;
pub mod bodies;
pub mod causes;
pub mod collocations;
pub mod figures;
pub mod formulas;
pub mod laws;
pub mod lost_chars;
pub mod rates;
pub mod set_phrases;
pub mod shape;
pub mod shorthands;
pub mod siblings;
pub mod title;
pub mod typos;
pub mod years;

/// The rows of a table: comment lines (`#`) and the header left out, every row padded to `N` fields.
fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1).map(|line| {
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

/// The values of `name` in a field of conditions, `name:value|value` separated by blanks.
fn condition(field: &'static str, name: &str) -> Vec<&'static str> {
    let found = field.split(' ').filter_map(|condition| condition.split_once(':')).find(|(key, _)| *key == name);
    found.map_or_else(Vec::new, |(_, values)| list(values))
}
