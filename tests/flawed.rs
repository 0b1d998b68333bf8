//! Flawed reports: every finding their `.expected.tsv` names is there, and every rule marked `!` is silent where it says so.
//!
//! Columns: rule (with `!` for silence), quoted text, note, context (a longer text that stands once, where the quote does not).

use std::path::{Path, PathBuf};

/// The ranges in UTF-16 units where a row's quote stands, inside its context where it has one; none where the row names no text.
fn places(text: &str, quote: &str, context: &str) -> Vec<[u32; 2]> {
    let window =
        if context.is_empty() { 0..text.len() } else { text.find(context).map(|at| at..at + context.len()).expect(context) };
    let units = |end: usize| text[..end].encode_utf16().count() as u32;
    let found: Vec<_> = text[window.clone()]
        .match_indices(quote)
        .map(|(at, _)| [units(window.start + at), units(window.start + at + quote.len())])
        .collect();
    assert!(!found.is_empty(), "quote {quote:?} is not in the text");
    if quote.is_empty() { Vec::new() } else { found }
}

/// What `report` gets wrong by the rows of `table`.
fn judge(text: &str, table: &str, name: &str, wrong: &mut Vec<String>) {
    let report = hegui::Report::new(&hegui::check(text, &hegui::Options::default()), None);
    for row in table.lines().skip(1).filter(|row| !row.is_empty()) {
        let mut fields = row.split('\t').chain(std::iter::repeat(""));
        let [rule, quote, _note, context] = std::array::from_fn(|_| fields.next().unwrap_or(""));
        let places = places(text, quote, context);
        let id = rule.trim_start_matches('!');
        assert!(hegui::rules::find(id).is_some(), "{name}: {id} is no rule");
        // A finding may be a point at the end of its quote.
        let overlaps =
            |a: &[u32; 2], b: &[u32; 2]| if a[0] == a[1] { b[0] <= a[0] && a[0] <= b[1] } else { a[0] < b[1] && b[0] < a[1] };
        let touches = |range: &[u32; 2]| places.is_empty() || places.iter().any(|place| overlaps(range, place));
        let spoke = report.findings.iter().any(|f| f.rule == id && (touches(&f.range) || f.occurrences.iter().any(touches)));
        if spoke == rule.starts_with('!') {
            wrong.push(format!("{name}: {rule} {quote:?}"));
        }
    }
}

#[test]
fn flawed_reports_are_told_their_flaws() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut wrong = Vec::new();
    let mut tables: Vec<PathBuf> =
        std::fs::read_dir(corpus.join("flawed")).expect("the corpus is there").flatten().map(|e| e.path()).collect();
    tables.retain(|path| path.to_string_lossy().ends_with(".expected.tsv"));
    tables.sort();
    assert!(tables.len() >= 8);
    for table in &tables {
        let report = table.to_string_lossy().replace(".expected.tsv", ".txt");
        judge(&read(Path::new(&report)), &read(table), &report, &mut wrong);
    }
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/example.txt");
    judge(&read(&example), &read(&corpus.join("example.expected.tsv")), "www/example.txt", &mut wrong);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn web_copies_have_their_marks_told_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/webcopy");
    for entry in std::fs::read_dir(folder).expect("the corpus is there").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a report is text");
        let report = hegui::Report::new(&hegui::check(&text, &hegui::Options::default()), None);
        let rules: Vec<&str> =
            report.findings.iter().filter(|f| f.severity != hegui::diagnostic::Severity::Info).map(|f| f.rule).collect();
        assert_eq!(rules, ["halfwidth-punct"], "{:?}", entry.file_name());
    }
}
