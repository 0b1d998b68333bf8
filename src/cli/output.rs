//! What `hegui check` writes, in each format: something before the reports, one piece for each, something behind them.
//!
//! Pieces are made on all cores and written in the order of the inputs, so that a run over any number of files holds only a
//! few of them.

pub mod csv;
mod sarif;

use super::Format;
use crate::report::{Report, text};

/// Writes reports in one format.
pub struct Output {
    format: Format,
    /// Whether there may be several reports: JSON then is an array.
    several: bool,
}

/// An input that was not checked.
pub struct Failure {
    /// Its name; `None` where there is none, as of a folder that cannot be opened.
    pub name: Option<String>,
    /// What is wrong and what to do; names the file.
    pub message: String,
}

impl Output {
    /// In `format`.
    #[must_use]
    pub fn new(format: Format, several: bool) -> Self {
        Self { format, several }
    }

    /// What stands before the first report.
    #[must_use]
    pub fn head(&self) -> String {
        match self.format {
            Format::Text | Format::Jsonl => String::new(),
            Format::Json => if self.several { "[" } else { "" }.to_owned(),
            Format::Csv => csv::head(&csv::COLUMNS),
            Format::Sarif => sarif::head(),
        }
    }

    /// The piece of one report on `content`, read from the file called `name`.
    #[must_use]
    pub fn report(&self, report: &Report, content: &str, name: &str) -> String {
        match self.format {
            Format::Text => text::render(report, content, name),
            Format::Json if self.several => indented(&pretty(report)),
            Format::Json => pretty(report),
            Format::Jsonl => serde_json::to_string(report).unwrap_or_default() + "\n",
            Format::Csv => csv::row(&csv::of_report(report)),
            Format::Sarif => sarif::results(report, content, name),
        }
    }

    /// The piece of an input that was not checked.
    #[must_use]
    pub fn failure(&self, failure: &Failure) -> String {
        match self.format {
            Format::Csv => csv::row(&csv::of_failure(failure)),
            Format::Text | Format::Json | Format::Jsonl | Format::Sarif => String::new(),
        }
    }

    /// What stands between two pieces that are not empty.
    #[must_use]
    pub fn between(&self) -> &'static str {
        match self.format {
            Format::Json | Format::Sarif => ",",
            Format::Text | Format::Jsonl | Format::Csv => "",
        }
    }

    /// What stands behind the last report; `any` tells whether a piece was written.
    #[must_use]
    pub fn tail(&self, any: bool, failures: &[Failure]) -> String {
        match self.format {
            Format::Text | Format::Jsonl | Format::Csv => String::new(),
            Format::Json => match (self.several, any) {
                (true, true) => "\n]\n",
                (true, false) => "]\n",
                (false, true) => "\n",
                (false, false) => "",
            }
            .to_owned(),
            Format::Sarif => sarif::tail(failures),
        }
    }
}

fn pretty(report: &Report) -> String {
    serde_json::to_string_pretty(report).unwrap_or_default()
}

/// JSON on a line of its own, each line two blanks further in: no string of JSON holds a line end.
fn indented(json: &str) -> String {
    json.lines().map(|line| format!("\n  {line}")).collect()
}
