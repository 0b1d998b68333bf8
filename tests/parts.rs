//! Short reports of many shapes: each part is found as `corpus/parts/expected.tsv` says.

use hegui::document::{Part, Status};

#[test]
fn parts_are_found_in_every_shape() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/parts");
    let table = std::fs::read_to_string(format!("{folder}/expected.tsv")).expect("the table is there");
    let mut wrong = Vec::new();
    for row in table.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let text = std::fs::read_to_string(format!("{folder}/{}", fields[0])).expect(fields[0]);
        let checked = hegui::check(&text, &hegui::Options::default());
        for (part, expected) in Part::ALL.into_iter().zip(&fields[1..5]) {
            let found = match checked.document.part(part).status {
                Status::Present => "present",
                Status::Merged => "merged",
                Status::Embedded => "embedded",
                Status::Missing => "missing",
            };
            if *expected != "-" && *expected != found {
                let range = checked.document.part(part).range.map_or("", |r| checked.document.get(r));
                wrong.push(format!(
                    "{}: {} is {found}, should be {expected}: {:?}",
                    fields[0],
                    part.id(),
                    range.chars().take(40).collect::<String>()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
