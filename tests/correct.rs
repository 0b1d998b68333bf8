//! Correct reports of many bodies: no error, no warning, at most five hints each.

use std::collections::BTreeSet;

use hegui::document::Profile;

/// The one warning that is right: a text copied from a page without its title.
const WITHOUT_TITLE: &str = "county-dept-education-2024.txt";

/// The kinds of body as the files are named for them, the longer name before the one it begins with. Two reports of city
/// departments tell nothing of their city's rank: neither districts below it nor a province above.
const KINDS: [(&str, Profile); 12] = [
    ("town", Profile::Township),
    ("subdistrict", Profile::Subdistrict),
    ("county-dept", Profile::CountyDept),
    ("county", Profile::County),
    ("district", Profile::County),
    ("city-dept-2026", Profile::CountyDept),
    ("city-dept-forestry", Profile::CountyDept),
    ("city-dept", Profile::CityDept),
    ("city", Profile::City),
    ("province-dept", Profile::ProvinceDept),
    ("province", Profile::Province),
    ("zone", Profile::Zone),
];

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
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = KINDS.iter().find(|(kind, _)| name.starts_with(kind)).map(|&(_, profile)| profile);
        assert_eq!(Some(report.profile), kind, "{name}");
        let right = usize::from(name == WITHOUT_TITLE);
        let told = report.findings.iter().filter(|finding| finding.rule == "title-missing").count();
        if report.counts.error > 0 || report.counts.warning != right || told != right || report.counts.info > 5 {
            let messages: Vec<&str> = report.findings.iter().map(|f| f.message.as_str()).collect();
            wrong.push(format!("{name}: {messages:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 28 && profiles.len() == 9, "{seen} reports of {profiles:?}");
}

type Layout = fn(&str) -> String;

/// The same report as others store it: other line ends, indents, blank lines; and the marks that web archives fold.
const LAYOUTS: &[(&str, Layout)] = &[
    ("\\r\\n", |text| text.replace('\n', "\r\n")),
    ("\\r", |text| text.replace('\n', "\r")),
    ("no blank lines", |text| text.replace("\n\n", "\n")),
    ("two blank lines", |text| text.replace("\n\n", "\n\n\n")),
    ("blanks behind lines", |text| text.replace('\n', "  \n")),
    ("indents of two characters", |text| {
        let indented =
            text.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("　　{}", line.trim_start()) });
        indented.collect::<Vec<_>>().join("\n")
    }),
    ("nothing behind the last line", |text| text.trim_end().to_owned()),
    ("folded marks", |text| {
        text.chars().map(|c| ",:;()?!".chars().find(|&half| hegui::text::fold(half) == c).unwrap_or(c)).collect()
    }),
];

#[test]
fn another_layout_changes_nothing() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let rules = |text: &str, folded: bool| {
        let findings = hegui::check(text, &hegui::Options::default()).findings;
        let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule.id).collect();
        let marks = rules.iter().filter(|rule| **rule == "halfwidth-punct").count();
        assert_eq!(marks, usize::from(folded), "{text}");
        rules.retain(|rule| *rule != "halfwidth-punct");
        rules.sort_unstable();
        rules
    };
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus is there").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a report is text");
        let before = rules(&text, false);
        for (layout, change) in LAYOUTS {
            let after = rules(&change(&text), *layout == "folded marks");
            if after != before {
                wrong.push(format!("{:?}, {layout}: {before:?} became {after:?}", entry.file_name()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
