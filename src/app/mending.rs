//! All safe fixes at once, with what they will change.

use crate::check::Options;
use crate::fix::{Selection, fix_some};
use crate::report::EditReport;
use crate::text::Lines;

use super::keys::keys;

/// Characters shown around a change.
const CONTEXT: usize = 12;

/// All safe fixes of a text as one set of edits.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Mending {
    /// Ascending, disjoint, in UTF-16 units of the text.
    pub edits: Vec<EditReport>,
    /// What each edit does.
    pub changes: Vec<Change>,
    /// Findings mended.
    pub applied: usize,
}

/// One edit in its surroundings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line, from 1.
    pub line: u32,
    /// The text before it.
    pub before: String,
    /// What goes.
    pub gone: String,
    /// What comes.
    pub new: String,
    /// The text after it.
    pub after: String,
}

impl Mending {
    /// The safe fixes of all findings of `text` but the ignored ones.
    #[must_use]
    pub fn new(text: &str, options: &Options, ignored: &[u64]) -> Self {
        let fixed = fix_some(text, options, Selection::Safe, |text, findings| {
            if !ignored.is_empty() {
                let mut keys = keys(text, findings).into_iter();
                findings.retain(|_| keys.next().is_some_and(|key| !ignored.contains(&key)));
            }
        });
        let lines = Lines::new(text);
        let changes = fixed.edits.iter().map(|edit| {
            let before = text.get(..edit.span.start).unwrap_or("");
            let after = text.get(edit.span.end..).unwrap_or("");
            let start = before.char_indices().rev().take_while(|&(_, c)| c != '\n').take(CONTEXT).last();
            Change {
                line: lines.place(edit.span.start).line,
                before: start.and_then(|(at, _)| before.get(at..)).unwrap_or("").to_owned(),
                gone: edit.span.of(text).to_owned(),
                new: edit.text.clone(),
                after: after.chars().take_while(|&c| c != '\n').take(CONTEXT).collect(),
            }
        });
        Self {
            changes: changes.collect(),
            edits: fixed
                .edits
                .iter()
                .map(|edit| EditReport {
                    range: [lines.utf16(edit.span.start), lines.utf16(edit.span.end)],
                    text: edit.text.clone(),
                })
                .collect(),
            applied: fixed.applied,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::inspection::Inspection;

    #[test]
    fn shows_each_change_in_its_line() {
        let mending = Mending::new("甲。\n推进法制政府建设。\n乙。", &Options::default(), &[]);
        let change = mending.changes.iter().find(|change| change.gone == "法制").expect("a change");
        assert_eq!((change.line, change.before.as_str(), change.new.as_str()), (2, "推进", "法治"));
        assert_eq!(change.after, "政府建设。");
        assert_eq!(mending.edits.len(), mending.changes.len());
    }

    #[test]
    fn leaves_what_is_ignored() {
        let text = "推进法制政府建设。\n推进法制政府建设。";
        let options = Options::default();
        let inspection = Inspection::new(text, &options);
        let ignored = [inspection.keys[0]];
        let first = inspection.report.findings.first().map(|finding| finding.rule);
        if first == Some("fazhi-term") {
            let mending = Mending::new(text, &options, &ignored);
            assert_eq!(mending.changes.iter().filter(|change| change.gone == "法制").count(), 1);
        }
    }
}
