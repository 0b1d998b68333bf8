//! Prints how a report is read: `cargo run --example outline FILE...`.

use hegui::document::Part;

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read(&path)
            .ok()
            .and_then(|bytes| hegui::files::read(&bytes, &path, hegui::decoder::decode).ok())
            .map_or_else(String::new, |file| file.text);
        let checked = hegui::check(&text, &hegui::Options::default());
        let doc = &checked.document;
        println!("== {path}");
        println!(
            "   title {:?} organ {:?} {:?} year {:?} date {:?}",
            doc.title.as_ref().map(|t| &t.text),
            doc.organ,
            doc.profile,
            doc.year,
            doc.date.and_then(|d| d.date)
        );
        println!(
            "   signature {:?} lead-in {:?}",
            doc.signature.iter().map(|&s| doc.get(s)).collect::<Vec<_>>(),
            doc.lead_in.map(|s| doc.get(s))
        );
        for part in Part::ALL {
            let info = doc.part(part);
            let range = info.range.map_or("", |r| doc.get(r)).chars().take(30).collect::<String>();
            println!("   {:14} {:?} {} {range:?}", part.id(), info.status, info.chars);
        }
        if std::env::var_os("BLOCKS").is_some() {
            for block in &doc.blocks {
                let level = doc.heading_of(block).map_or(0, |h| h.level);
                println!(
                    "   {:?}{level} {:?} {}",
                    block.kind,
                    block.part,
                    doc.get(block.span).chars().take(40).collect::<String>()
                );
            }
        }
    }
}
