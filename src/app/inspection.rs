//! One check as the page shows it.

use crate::check::{Options, check};
use crate::document::{Date, DateLine, Document, Kind};
use crate::report::{Range, Report};
use crate::text::{Lines, Span};

use super::correction::{Field, Places};
use super::keys::keys;

/// A report with what the editor and the panels need besides.
///
/// Inspections are compared by identity: a new check is a new inspection.
#[derive(Debug)]
pub struct Inspection {
    /// The report.
    pub report: Report,
    /// The name of each finding, in the report's order.
    pub keys: Vec<u64>,
    /// How stretches of the sheet are set, ascending.
    pub styles: Vec<Styled>,
    /// Where the text says what was recognised.
    pub places: Places,
    /// The date of signature in its standard form; as it is written where it is no day.
    pub date: Option<String>,
    /// Whether the kind of body is more than a guess.
    pub profile_known: bool,
}

impl PartialEq for Inspection {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A stretch of the sheet set in a way of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Styled {
    /// Where.
    pub range: Range,
    /// How.
    pub style: Style,
}

/// How a stretch of the sheet is set. The numbers are those of `www/editor/sheet.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The title: a centred line.
    Title = 0,
    /// 主送机关: a line without indent.
    Addressee = 1,
    /// A line that brings its own indent.
    Indented = 2,
    /// 署名 and 成文日期: set to the right.
    Closing = 3,
    /// Page residue that is not checked: pale.
    Residue = 4,
    /// The words of a heading of the first level.
    Heading1 = 5,
    /// Of the second level.
    Heading2 = 6,
    /// Of the third or fourth.
    Heading3 = 7,
}

impl Inspection {
    /// Checks `text`.
    #[must_use]
    pub fn new(text: &str, options: &Options) -> Self {
        let checked = check(text, options);
        let keys = keys(text, &checked.findings);
        let doc = &checked.document;
        let lines = Lines::new(text);
        let report = Report::placed(&checked, None, &lines);
        let as_written = |date: DateLine| date.span.of(text).to_owned();
        Self {
            styles: styles(doc, &lines),
            places: Places::new(doc, &lines),
            date: doc.date.map(|date| date.date.filter(|day| day.exists()).map_or_else(|| as_written(date), Date::standard)),
            profile_known: doc.profile_known,
            report,
            keys,
        }
    }

    /// What was recognised as `field`.
    #[must_use]
    pub fn recognised(&self, field: Field) -> Option<&str> {
        match field {
            Field::Title => self.report.title.as_deref(),
            Field::Organ => self.report.organ.as_deref(),
            Field::Date => self.date.as_deref(),
        }
    }
}

fn styles(doc: &Document, lines: &Lines) -> Vec<Styled> {
    let mut styles = Vec::new();
    let mut last_line = None;
    for block in &doc.blocks {
        let range = |span: Span| [lines.utf16(span.start), lines.utf16(span.end)];
        let line = match block.kind {
            Kind::Title | Kind::DocNumber => Some(Style::Title),
            Kind::Addressee => Some(Style::Addressee),
            Kind::Signature | Kind::Date => Some(Style::Closing),
            Kind::Residue => Some(Style::Residue),
            Kind::Heading | Kind::Paragraph | Kind::AttachmentNote | Kind::Note => {
                (block.line.start < block.span.start).then_some(Style::Indented)
            }
        };
        // A line cut into several blocks by headings is still one line of the sheet.
        let at = lines.place(block.span.start).line;
        if let Some(style) = line.filter(|_| last_line != Some(at)) {
            styles.push(Styled { range: range(block.span), style });
        }
        last_line = Some(at);
        if let Some(heading) = doc.heading_of(block) {
            let start = heading.number.map_or(heading.title.start, |number| number.span.start);
            let style = match heading.level {
                1 => Style::Heading1,
                2 => Style::Heading2,
                _ => Style::Heading3,
            };
            styles.push(Styled { range: range(Span::new(start, heading.title.end)), style });
        }
    }
    styles
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../www/example.txt");

    #[test]
    fn the_sheet_sets_title_headings_and_closing() {
        let inspection = Inspection::new(EXAMPLE, &Options::default());
        let count = |style| inspection.styles.iter().filter(|styled| styled.style == style).count();
        assert_eq!(count(Style::Title), 1);
        assert_eq!(count(Style::Addressee), 1);
        assert_eq!(count(Style::Heading1), 3);
        assert!(count(Style::Heading2) > 10);
        assert_eq!(count(Style::Closing), 2);
        assert!(inspection.styles.windows(2).all(|pair| pair[0].range[0] <= pair[1].range[0]));
    }

    #[test]
    fn any_text_can_be_shown() {
        for text in ["", "\n\n", "𠮷", "一、", "（一）。\n　　"] {
            let inspection = Inspection::new(text, &Options::default());
            assert_eq!(inspection.keys.len(), inspection.report.findings.len());
        }
    }
}
