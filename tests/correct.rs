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

/// The lines of `text` as a page `columns` wide breaks them, two columns to a Chinese character: no line begins with a closing
/// mark, none parts a figure.
fn on_a_page(text: &str, columns: usize, indent: &str) -> String {
    let width = |c: char| if c.is_ascii() { 1 } else { 2 };
    let figure = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',');
    let mut lines = Vec::new();
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut rest: Vec<char> = indent.chars().chain(paragraph.trim().chars()).collect();
        while rest.iter().map(|&c| width(c)).sum::<usize>() > columns {
            let mut sum = 0;
            let mut at = rest.iter().take_while(|&&c| (sum += width(c), sum).1 <= columns).count();
            while at > 5
                && ("，。、；：”’》）〉%".contains(rest[at])
                    || "“‘《（〈".contains(rest[at - 1])
                    || (figure(rest[at]) && figure(rest[at - 1])))
            {
                at -= 1;
            }
            lines.push(rest.drain(..at).collect::<String>());
        }
        lines.push(rest.into_iter().collect());
    }
    lines.join("\n") + "\n"
}

#[test]
fn lines_broken_by_a_page_accuse_no_one() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let told = |text: &str| {
        let findings = hegui::check(text, &hegui::Options::default()).findings;
        let mut rules: Vec<&str> =
            findings.iter().filter(|f| f.severity > hegui::diagnostic::Severity::Info).map(|f| f.rule.id).collect();
        rules.sort_unstable();
        rules
    };
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus is there").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a report is text");
        let before = told(&text);
        for (columns, indent) in [(56, "　　"), (52, "　　"), (80, "　　"), (60, "")] {
            let after = told(&on_a_page(&text, columns, indent));
            if after != before {
                wrong.push(format!("{:?}, {columns}: {before:?} became {after:?}", entry.file_name()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Two reports end in an attachment, whose first line cannot be told from what stands before it.
const WITH_ATTACHMENTS: [&str; 2] = ["county-dept-housing-2025.txt", "town-attachments-2026.txt"];

#[test]
fn a_report_pasted_on_one_line_keeps_its_parts() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the corpus is there").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("a report is text");
        let name = entry.file_name().to_string_lossy().into_owned();
        let glued: String = text.lines().map(str::trim).collect();
        let [whole, glued] =
            [&text, &glued].map(|text| hegui::Report::new(&hegui::check(text, &hegui::Options::default()), None));
        let present = |report: &hegui::Report| report.parts.iter().filter(|part| part.range.is_some()).count();
        if (present(&whole), whole.year) != (present(&glued), glued.year) {
            wrong.push(format!("{name}: {} of {} parts", present(&glued), present(&whole)));
        }
        if whole.date != glued.date && !WITH_ATTACHMENTS.contains(&name.as_str()) {
            wrong.push(format!("{name}: dated {:?}", glued.date));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
