//! A correct report, and the places where a flaw can be put into it.

use std::ops::Range;
use std::path::Path;

use hegui::diagnostic::Finding;
use hegui::document::{Block, Document, Kind, Part, Status};
use hegui::text::Span;
use hegui::{Options, check};

/// A correct report and what the checker says of it.
pub struct Draft {
    /// The file's name.
    pub name: String,
    /// Its text; as long-lived as the document that reads it.
    pub text: &'static str,
    /// As the engine reads it.
    pub doc: Document<'static>,
    /// Its findings: a few hints.
    pub findings: Vec<Finding>,
}

/// A report with a flaw.
#[derive(Clone, Default)]
pub struct Mutant {
    /// What stands where instead, ascending.
    pub edits: Vec<(Range<usize>, String)>,
    /// Last year's report, for the rule that compares.
    pub previous: Option<String>,
    /// Whether the flaw is one of the whole report, told wherever the rule likes.
    pub anywhere: bool,
}

impl Mutant {
    /// One change.
    pub fn at(range: Range<usize>, new: impl Into<String>) -> Self {
        Self { edits: vec![(range, new.into())], ..Self::default() }
    }

    /// A change that shows in the whole report.
    pub fn whole(range: Range<usize>, new: impl Into<String>) -> Self {
        Self { anywhere: true, ..Self::at(range, new) }
    }

    /// With another change; they are put in order.
    pub fn and(mut self, range: Range<usize>, new: impl Into<String>) -> Self {
        self.edits.push((range, new.into()));
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        self
    }

    /// The flawed text, and where the flaw stands in it.
    pub fn apply(&self, text: &str) -> (String, Vec<Range<usize>>) {
        let (mut out, mut places, mut end) = (String::new(), Vec::new(), 0);
        for (range, new) in &self.edits {
            out += &text[end..range.start];
            places.push(out.len()..out.len() + new.len());
            out += new;
            end = range.end;
        }
        (out + &text[end..], places)
    }
}

/// Every correct report, by name.
pub fn all() -> Vec<Draft> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/correct");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text: &'static str = std::fs::read_to_string(path).expect("a report is text").leak();
        let checked = check(text, &Options::default());
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        Draft { name, text, doc: checked.document, findings: checked.findings }
    };
    paths.iter().map(read).collect()
}

/// A span as a range.
pub fn range(span: Span) -> Range<usize> {
    span.start..span.end
}

impl Draft {
    /// The text with the report's years for {year}, {last}, {next} and {yy}.
    pub fn fill(&self, sentence: &str) -> Option<String> {
        let year = self.doc.year?;
        let filled = sentence.replace("{year}", &year.to_string()).replace("{yy}", &(year % 100).to_string());
        Some(filled.replace("{last}", &(year - 1).to_string()).replace("{next}", &(year + 1).to_string()))
    }

    /// Every place in running text, outside titles of works and quotations, where `from` stands.
    pub fn places(&self, from: &str) -> Vec<Range<usize>> {
        let outside = |at: usize| !self.doc.in_book_title(at) && (from.starts_with('“') || !self.doc.in_quotes(at));
        let runs = |at: usize| self.doc.block_around(at).is_some_and(Block::is_running);
        let found = self.text.match_indices(from).map(|(at, _)| at..at + from.len());
        found.filter(|at| runs(at.start) && outside(at.start)).collect()
    }

    /// `to` for `from`, at each of its places.
    pub fn swap(&self, from: &str, to: &str) -> Vec<Mutant> {
        self.places(from).into_iter().map(|at| Mutant::at(at, to)).collect()
    }

    /// Paragraphs of a part that end with a full stop and are not long, or all of them for no part.
    pub fn paragraphs(&self, part: impl Into<Option<Part>>) -> Vec<&Block> {
        let part = part.into();
        let fits = |block: &&Block| {
            let prose = self.doc.get(self.doc.prose(block));
            block.is_running() && prose.ends_with('。') && prose.chars().count() < 230 && (part.is_none() || block.part == part)
        };
        self.doc.body_blocks().map(|(_, block)| block).filter(fits).filter(|block| block.part.is_some()).collect()
    }

    /// `sentence` behind each paragraph of a part.
    pub fn say(&self, part: Part, sentence: &str) -> Vec<Mutant> {
        let Some(sentence) = self.fill(sentence) else { return Vec::new() };
        let behind = |block: &&Block| Mutant::at(block.span.end..block.span.end, sentence.clone());
        self.paragraphs(part).iter().map(behind).collect()
    }

    /// The section of a part that has a heading of its own; the part's other status gives none.
    pub fn section(&self, part: Part) -> Option<(Span, Span)> {
        let info = self.doc.part(part);
        let heading = self.doc.headings.get(info.heading.filter(|_| info.status == Status::Present)?)?;
        let whole = self.doc.section(heading);
        let line = self.doc.blocks.get(heading.block)?.span;
        (heading.level == 1 && !heading.run_in).then_some((whole, Span::new(line.end, whole.end)))
    }

    /// Another text under the heading of a part.
    pub fn rewritten(&self, part: Part, body: &str) -> Vec<Mutant> {
        let Some(body) = self.fill(body) else { return Vec::new() };
        self.section(part).map(|(_, under)| Mutant::whole(range(under), format!("\n\n{body}"))).into_iter().collect()
    }

    /// The level-1 sections in another order, numbered anew; only where every one is numbered 一、二、…
    pub fn arranged(&self, order: impl Fn(Vec<usize>) -> Vec<usize>) -> Option<Mutant> {
        let tops: Vec<(Span, Span)> = self
            .doc
            .children(None)
            .filter(|(_, heading)| heading.level == 1)
            .map(|(_, heading)| Some((self.doc.section(heading), heading.number?.numeral)))
            .collect::<Option<_>>()?;
        let (first, last) = (tops.first()?.0, tops.last()?.0);
        let write = |(place, &from): (usize, &usize)| {
            let (section, numeral) = tops[from];
            let number = hegui::text::numerals::to_han(place as u32 + 1);
            format!("{}{number}{}", &self.text[section.start..numeral.start], &self.text[numeral.end..section.end])
        };
        let order = order((0..tops.len()).collect());
        let text = order.iter().enumerate().map(write).collect::<Vec<_>>().join("\n\n");
        Some(Mutant::whole(first.start..last.end, text))
    }

    /// The place of a part among the level-1 sections.
    pub fn place(&self, part: Part) -> Option<usize> {
        self.section(part)?;
        self.doc.sections.iter().position(|section| section.parts == [part])
    }

    /// The blocks of a kind, with their line ends.
    pub fn lines(&self, kind: Kind) -> Vec<Range<usize>> {
        let blocks = self.doc.blocks.iter().filter(|block| block.kind == kind);
        let end = |at: usize| at + self.text[at..].len() - self.text[at..].trim_start_matches('\n').len();
        blocks.map(|block| block.line.start..end(block.line.end)).collect()
    }
}
