//! The flow of paragraphs and tables.

use super::fields::Fields;
use super::numbering::Numbering;
use super::styles::Styles;
use super::xml::{Item, Tag, Xml};
use crate::files::{Aside, Place, ReadError};
use crate::text::is_han;

/// Reads a part from its start to its end.
pub struct Flow<'s> {
    pub(super) styles: &'s Styles,
    pub(super) numbering: Numbering,
    pub(super) fields: Fields,
    pub(super) met: Met,
}

/// What was met on the way, to be told.
#[derive(Default)]
pub struct Met {
    pub(super) numbers: bool,
    pub(super) changes: bool,
    pub(super) hidden: bool,
    pub(super) comments: bool,
    pub(super) inserted: bool,
    pub(super) pictures: usize,
    pub(super) symbols: usize,
}

/// The lines read so far.
#[derive(Default)]
pub struct Lines {
    lines: Vec<String>,
    /// Whether the last line goes on: its paragraph mark is deleted or hidden.
    goes_on: bool,
}

impl Lines {
    /// Adds a paragraph; `goes_on` says that the next one continues it.
    pub fn push(&mut self, text: &str, goes_on: bool) {
        match self.lines.last_mut().filter(|_| self.goes_on) {
            Some(last) => last.push_str(text),
            None => self.lines.push(text.to_owned()),
        }
        self.goes_on = goes_on;
    }

    /// Adds lines as they are.
    pub fn extend(&mut self, lines: impl IntoIterator<Item = String>) {
        self.goes_on = false;
        self.lines.extend(lines);
    }

    /// The lines.
    #[must_use]
    pub fn into_lines(self) -> Vec<String> {
        self.lines
    }

    /// The lines as a text without blank ones at its end.
    #[must_use]
    pub fn into_text(self) -> String {
        let mut text = self.lines.join("\n");
        text.truncate(text.trim_end().len());
        text
    }
}

impl<'s> Flow<'s> {
    /// A flow that starts.
    #[must_use]
    pub fn new(styles: &'s Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, fields: Fields::default(), met: Met::default() }
    }

    /// Reads a part whose outermost element is `root`.
    ///
    /// # Errors
    /// When the XML is damaged, nested too deep, or of another kind.
    pub fn part(&mut self, xml: &mut Xml, root: &str, lines: &mut Lines) -> Result<(), ReadError> {
        while let Some(item) = xml.next()? {
            match item {
                Item::Open(tag) if tag.name() == root => self.blocks(xml, lines)?,
                Item::Open(_) => return Err(ReadError::NoDocument),
                Item::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Reads the paragraphs and tables of the open element.
    ///
    /// # Errors
    /// When the XML is damaged or nested too deep.
    pub fn blocks(&mut self, xml: &mut Xml, lines: &mut Lines) -> Result<(), ReadError> {
        while let Some(item) = xml.next()? {
            if let Item::Open(tag) = item {
                self.block(&tag, xml, lines)?;
            }
        }
        Ok(())
    }

    pub(super) fn block(&mut self, tag: &Tag, xml: &mut Xml, lines: &mut Lines) -> Result<(), ReadError> {
        match tag.name() {
            "p" => self.paragraph(xml, lines),
            "tbl" => self.table(xml, lines),
            "del" | "moveFrom" => {
                self.met.changes = true;
                xml.skip()
            }
            // The line between text and footnotes.
            "footnote" | "endnote" if tag.get("type").is_some_and(|kind| kind != "normal") => xml.skip(),
            "altChunk" | "subDoc" => {
                self.met.inserted = true;
                xml.skip()
            }
            "sdtPr" | "sdtEndPr" | "sectPr" | "tcPr" | "background" => xml.skip(),
            // body, ins, moveTo, footnote and wrappers of later versions.
            _ => self.blocks(xml, lines),
        }
    }

    /// What is to be told about the reading, with the texts `beside` the body that were found.
    #[must_use]
    pub fn notes(&self, beside: &[Aside]) -> Vec<String> {
        let met = &self.met;
        // A page number is no loss.
        let any = |places: [Place; 2]| beside.iter().any(|aside| places.contains(&aside.place) && aside.text.contains(is_han));
        let plain = [
            (met.numbers, "自动编号已转为文字"),
            (met.changes, "修订按接受后的文字读入"),
            (any([Place::Header, Place::Footer]), "页眉页脚没有读入"),
            (any([Place::Footnote, Place::Endnote]), "脚注尾注没有读入"),
            (met.comments, "批注没有读入"),
            (met.hidden, "隐藏文字没有读入"),
            (met.inserted, "插入的其他文件没有读入"),
        ];
        let mut notes: Vec<String> = plain.iter().filter(|(met, _)| *met).map(|(_, note)| (*note).to_owned()).collect();
        if met.pictures > 0 {
            notes.push(format!("{}张图片没有读入", met.pictures));
        }
        if met.symbols > 0 {
            notes.push(format!("{}个特殊符号认不出，写作“□”", met.symbols));
        }
        notes
    }
}
