//! A part taken out of a correct report is missed, and the outline offered in its place makes the report whole.

use hegui::document::{Document, Part, Status};
use hegui::fix::{Selection, fix};
use hegui::{Options, check};

fn reports() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/correct");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("a text");
    paths.iter().map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), read(path))).collect()
}

/// The numbers of the top-level headings.
fn numbers(doc: &Document) -> Vec<u32> {
    doc.sections.iter().filter_map(|section| doc.headings[section.heading].number).map(|number| number.value).collect()
}

#[test]
fn every_part_taken_out_is_missed_and_put_back() {
    let options = Options { only: vec!["missing-part", "placeholder-left"], ..Options::default() };
    let mut tried = 0;
    for (name, text) in reports() {
        for part in Part::ALL {
            let whole = check(&text, &options);
            if whole.document.part(part).status != Status::Present {
                continue;
            }
            let mut rest = text.clone();
            for section in whole.document.sections.iter().rev().filter(|section| section.parts == [part]) {
                let span = whole.document.section(&whole.document.headings[section.heading]);
                rest.replace_range(span.start..span.end, "");
            }
            let cut = check(&rest, &options);
            let info = cut.document.part(part);
            if info.status == Status::Embedded {
                continue;
            }
            tried += 1;
            assert_eq!(info.status, Status::Missing, "{name} without {}", part.id());
            // What the part embedded went with it.
            let gone: Vec<_> =
                Part::ALL.into_iter().filter(|&p| cut.document.part(p).status == Status::Missing).map(Some).collect();
            assert_eq!(cut.findings.iter().map(|f| f.about).collect::<Vec<_>>(), gone, "{name}");
            let mended = fix(&rest, &options, Selection::All).text;
            let checked = check(&mended, &options);
            assert_eq!(checked.document.part(part).status, Status::Present, "{name} with {}:\n{mended}", part.id());
            // Where several themes went, their numbers are gone with them.
            if whole.document.sections.iter().filter(|section| section.parts == [part]).count() == 1 {
                let expected: Vec<u32> = (1..=numbers(&checked.document).len() as u32).collect();
                assert_eq!(numbers(&checked.document), expected, "{name} with {}", part.id());
            }
            assert!(checked.findings.iter().all(|f| f.rule.id == "placeholder-left"), "{name}");
            assert_eq!(checked.findings.len(), mended.matches("【请填写：").count(), "{name}");
            // Every other part is what it was.
            for other in Part::ALL.into_iter().filter(|&other| !gone.contains(&Some(other))) {
                assert_eq!(checked.document.part(other).status, whole.document.part(other).status, "{name}: {}", other.id());
            }
        }
    }
    assert!(tried > 40, "{tried}");
}
