//! Any text: the edits of a mended text give it, and mending it again changes nothing.

#![no_main]

use hegui::Options;
use hegui::fix::{Selection, apply, fix};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for selection in [Selection::Safe, Selection::All] {
        let fixed = fix(&text, &Options::default(), selection);
        assert_eq!(apply(&text, &fixed.edits), fixed.text);
        let again = fix(&fixed.text, &Options::default(), selection);
        assert_eq!(again.text, fixed.text, "mended again: {:?}", again.edits);
    }
});
