//! Correct reports of many bodies: no error, no warning, at most five hints each.

#[test]
fn correct_reports_are_left_alone() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("the corpus is there").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a report is text");
        let report = hegui::Report::new(&hegui::check(&text, &hegui::Options::default()), None);
        seen += 1;
        if report.counts.error + report.counts.warning > 0 || report.counts.info > 5 {
            let messages: Vec<&str> = report.findings.iter().map(|f| f.message.as_str()).collect();
            wrong.push(format!("{:?}: {messages:?}", entry.file_name()));
        }
    }
    assert!(seen >= 15 && wrong.is_empty(), "{}", wrong.join("\n"));
}
