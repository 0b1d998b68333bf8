//! Any bytes: read as a file would be, checked, and reported in every form; every range stands in the text.

#![no_main]

use hegui::{Options, Report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let file = hegui::files::read(data, "-", hegui::decoder::decode);
    let text = file.map_or_else(|_| String::from_utf8_lossy(data).into_owned(), |file| file.text);
    let checked = hegui::check(&text, &Options::default());
    for finding in &checked.findings {
        assert!(text.get(finding.span.start..finding.span.end).is_some(), "{}: {:?}", finding.rule.id, finding.span);
    }
    let report = Report::new(&checked, None);
    let units = text.encode_utf16().count() as u32;
    let holds = |range: &[u32; 2]| range[0] <= range[1] && range[1] <= units;
    for finding in &report.findings {
        let edits = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| &edit.range);
        let related = finding.related.iter().map(|related| &related.range);
        let mut ranges = std::iter::once(&finding.range).chain(&finding.occurrences).chain(edits).chain(related);
        assert!(ranges.all(holds), "{} leaves the text", finding.rule);
    }
    let _ = hegui::report::text::render(&report, &text, "-");
});
