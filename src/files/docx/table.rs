//! Tables, row by row.

use super::flow::{Flow, Lines};
use super::xml::{Item, Tag, Xml};
use crate::files::ReadError;

/// A cell with more paragraphs than one and more characters than this holds prose.
const PROSE: usize = 80;

impl Flow<'_> {
    /// Reads the open table.
    ///
    /// # Errors
    /// When the XML is damaged or nested too deep.
    pub fn table(&mut self, xml: &mut Xml, lines: &mut Lines) -> Result<(), ReadError> {
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "tr" => lines.extend(self.row(xml)?),
                // Rows that were put in.
                "ins" | "moveTo" => self.table(xml, lines)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// The lines of the open row.
    fn row(&mut self, xml: &mut Xml) -> Result<Vec<String>, ReadError> {
        let mut cells: Vec<Vec<String>> = Vec::new();
        let mut deleted = false;
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "trPr" => deleted = holds(xml, &|tag| tag.name() == "del")?,
                "tc" if !deleted => cells.extend(self.cell(xml)?),
                _ => xml.skip()?,
            }
        }
        self.met.changes |= deleted;
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        let alone = filled.next().is_none() || filled.next().is_none();
        if alone || cells.iter().any(|cell| is_prose(cell)) {
            return Ok(cells.into_iter().flatten().collect());
        }
        Ok(vec![cells.iter().map(|cell| cell.join(" ")).collect::<Vec<_>>().join("\t").trim_end().to_owned()])
    }

    /// The paragraphs of the open cell that are not blank; `None` where it only continues the one above or left of it.
    fn cell(&mut self, xml: &mut Xml) -> Result<Option<Vec<String>>, ReadError> {
        let (mut lines, mut continues) = (Lines::default(), false);
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            if tag.name() == "tcPr" {
                let is_merged = |tag: &Tag| {
                    let merged = matches!(tag.name(), "vMerge" | "hMerge");
                    tag.name() == "cellDel" || (merged && tag.get("val").is_none_or(|val| val == "continue"))
                };
                continues = holds(xml, &is_merged)?;
            } else if continues {
                xml.skip()?;
            } else {
                self.block(&tag, xml, &mut lines)?;
            }
        }
        // A break in a paragraph is none in a row.
        let paragraphs = lines.into_lines().into_iter().map(|line| line.replace('\n', " ").trim().to_owned());
        Ok((!continues).then(|| paragraphs.filter(|line| !line.is_empty()).collect()))
    }
}

/// Whether the open element directly holds one that `is` so.
fn holds(xml: &mut Xml, is: &dyn Fn(&Tag) -> bool) -> Result<bool, ReadError> {
    let mut found = false;
    while let Some(item) = xml.next()? {
        let Item::Open(tag) = item else { continue };
        found |= is(&tag);
        xml.skip()?;
    }
    Ok(found)
}

fn is_prose(cell: &[String]) -> bool {
    cell.len() > 1 && cell.iter().map(|line| line.chars().count()).sum::<usize>() > PROSE
}
