//! Correct reports of many bodies: no error, no warning, at most five hints each.

use std::collections::BTreeSet;

/// The one warning that is right: a text copied from a page without its title.
const WITHOUT_TITLE: &str = "county-dept-education-2024.txt";

#[test]
fn correct_reports_are_left_alone() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut wrong = Vec::new();
    let (mut seen, mut profiles) = (0, BTreeSet::new());
    for entry in std::fs::read_dir(folder).expect("the corpus is there").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a report is text");
        let report = hegui::Report::new(&hegui::check(&text, &hegui::Options::default()), None);
        seen += 1;
        profiles.insert(report.profile);
        let right = usize::from(entry.file_name() == WITHOUT_TITLE);
        let told = report.findings.iter().filter(|finding| finding.rule == "title-missing").count();
        if report.counts.error > 0 || report.counts.warning != right || told != right || report.counts.info > 5 {
            let messages: Vec<&str> = report.findings.iter().map(|f| f.message.as_str()).collect();
            wrong.push(format!("{:?}: {messages:?}", entry.file_name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 28 && profiles.len() == 9, "{seen} reports of {profiles:?}");
}
