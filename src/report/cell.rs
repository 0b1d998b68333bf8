//! Cells of tables for spreadsheet programs.

/// A cell that no spreadsheet program takes for a formula: in front of what would begin one stands a ' (as OWASP advises
/// against CSV injection), full-width signs included, which East Asian programs read too, and signs behind blanks.
#[must_use]
pub fn harmless(cell: &str) -> String {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || cell.starts_with(['\t', '\r', '\n']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\nx", "\tx", "＝1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["石桥镇 38%", "2025—2026", "", "a=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
