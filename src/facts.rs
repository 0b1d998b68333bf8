//! Tables of facts that several rules need. Each is a file of tab-separated rows with the source of every row.

pub mod laws;
pub mod shorthands;

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
