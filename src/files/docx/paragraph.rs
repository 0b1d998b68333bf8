//! One paragraph: its number, its runs, and the text boxes that hang on it.

use super::flow::{Flow, Lines};
use super::styles::List;
use super::symbols;
use super::xml::{Item, Tag, Xml};
use crate::files::ReadError;

/// A paragraph as it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// Whether its style hides its text.
    hidden: bool,
    /// Whether the next one continues it.
    goes_on: bool,
    boxes: Vec<String>,
}

impl Flow<'_> {
    /// Reads the open paragraph.
    ///
    /// # Errors
    /// When the XML is damaged or nested too deep.
    pub fn paragraph(&mut self, xml: &mut Xml, lines: &mut Lines) -> Result<(), ReadError> {
        let mut paragraph = Paragraph::default();
        // Without properties it has those of the default style.
        let mut label = None;
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            if tag.name() == "pPr" {
                label = Some(self.properties(xml, &mut paragraph)?);
            } else {
                label = label.or_else(|| Some(self.number(List::default(), None)));
                let hidden = paragraph.hidden;
                self.inline(&tag, xml, &mut paragraph, hidden)?;
            }
        }
        let label = label.unwrap_or_else(|| self.number(List::default(), None));
        if !(paragraph.hidden || label.is_empty()) {
            self.met.numbers = true;
            paragraph.text.insert_str(0, &label);
        }
        // A paragraph of which nothing is left but a mark that is gone.
        if !(paragraph.text.is_empty() && paragraph.goes_on) {
            lines.push(&paragraph.text, paragraph.goes_on);
        }
        if !paragraph.boxes.is_empty() {
            lines.extend(paragraph.boxes);
        }
        Ok(())
    }

    /// Reads the open `pPr` and gives the number.
    fn properties(&mut self, xml: &mut Xml, paragraph: &mut Paragraph) -> Result<String, ReadError> {
        let (mut style, mut list, mut deleted) = (None, List::default(), false);
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "numPr" => {
                    list = List::read(xml)?;
                    continue;
                }
                "rPr" => {
                    while let Some(item) = xml.next()? {
                        let Item::Open(tag) = item else { continue };
                        match tag.name() {
                            "del" | "moveFrom" => deleted = true,
                            "vanish" | "specVanish" if tag.is_on() => paragraph.goes_on = true,
                            _ => {}
                        }
                        xml.skip()?;
                    }
                    continue;
                }
                "pStyle" => style = tag.get("val"),
                _ => {}
            }
            xml.skip()?;
        }
        paragraph.hidden = self.styles.hides_paragraph(style.as_deref());
        if deleted {
            // Its text runs on in the paragraph behind it, whose number is the one that stays.
            self.met.changes = true;
            paragraph.goes_on = true;
            return Ok(String::new());
        }
        Ok(self.number(list, style.as_deref()))
    }

    fn number(&mut self, list: List, style: Option<&str>) -> String {
        self.numbering.label(list, style, self.styles)
    }

    /// Reads what stands in the open element.
    fn inlines(&mut self, xml: &mut Xml, paragraph: &mut Paragraph, hidden: bool) -> Result<(), ReadError> {
        let mut hidden = hidden;
        while let Some(item) = xml.next()? {
            match item {
                // Always the first in its run.
                Item::Open(tag) if tag.name() == "rPr" => hidden = self.hides(xml)?.unwrap_or(hidden),
                Item::Open(tag) => self.inline(&tag, xml, paragraph, hidden)?,
                Item::Text(_) => {}
            }
        }
        Ok(())
    }

    /// Whether the open `rPr` hides its run, where it says.
    fn hides(&mut self, xml: &mut Xml) -> Result<Option<bool>, ReadError> {
        let (mut own, mut styled) = (None, None);
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "vanish" => own = Some(tag.is_on()),
                "rStyle" => styled = tag.get("val").and_then(|style| self.styles.hides_run(&style)),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(own.or(styled))
    }

    fn inline(&mut self, tag: &Tag, xml: &mut Xml, paragraph: &mut Paragraph, hidden: bool) -> Result<(), ReadError> {
        let shown = match tag.name() {
            "t" => text(tag, xml)?,
            "tab" | "ptab" => "\t".to_owned(),
            "br" | "cr" => "\n".to_owned(),
            "noBreakHyphen" => "-".to_owned(),
            "sym" => self.symbol(tag),
            "fldChar" => self.fields.turn(tag.get("fldCharType").as_deref()).unwrap_or_default(),
            "instrText" => {
                self.fields.instruct(&xml.text()?);
                return Ok(());
            }
            "del" | "moveFrom" => {
                self.met.changes = true;
                return xml.skip();
            }
            "ins" | "moveTo" => {
                self.met.changes = true;
                return self.inlines(xml, paragraph, hidden);
            }
            "txbxContent" => {
                // A text box may begin inside a field of the paragraph it hangs on.
                let outer = std::mem::take(&mut self.fields);
                let mut lines = Lines::default();
                self.blocks(xml, &mut lines)?;
                self.fields = outer;
                if !hidden {
                    paragraph.boxes.extend(lines.into_lines().into_iter().filter(|line| !line.trim().is_empty()));
                }
                return Ok(());
            }
            "commentReference" => {
                self.met.comments = true;
                return xml.skip();
            }
            "blip" | "imagedata" => {
                self.met.pictures += 1;
                return xml.skip();
            }
            // Deleted text, the reading of a character, earlier properties.
            "delText" | "delInstrText" | "rt" | "sdtPr" | "sdtEndPr" | "rPrChange" | "pPrChange" | "ffData" => return xml.skip(),
            // The lower half of a fraction.
            "den" => {
                paragraph.text.push('/');
                return self.inlines(xml, paragraph, hidden);
            }
            _ => return self.inlines(xml, paragraph, hidden),
        };
        if tag.name() != "t" {
            xml.skip()?;
        }
        if hidden {
            self.met.hidden |= !shown.trim().is_empty();
        } else if self.fields.show() {
            paragraph.text.push_str(&shown);
        }
        Ok(())
    }

    fn symbol(&mut self, tag: &Tag) -> String {
        let code = tag.get("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        // Private codes may be written without their F0.
        let code = code.map(|code| if code < 0x100 { code + 0xF000 } else { code });
        match code.and_then(char::from_u32).and_then(symbols::shown) {
            Some(c) => c.to_string(),
            None => {
                self.met.symbols += 1;
                "□".to_owned()
            }
        }
    }
}

/// The characters of the open `w:t`: line ends are blanks, outer blanks count only if they say so, and soft hyphens and
/// control characters are not seen.
fn text(tag: &Tag, xml: &mut Xml) -> Result<String, ReadError> {
    let text = xml.text()?;
    let keeps = tag.get("space").is_some_and(|space| space == "preserve");
    let text = if keeps { &text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
    let shown = |c: char| match c {
        '\t' | '\r' | '\n' => Some(' '),
        '\u{AD}' => None,
        c if c.is_control() => None,
        c => Some(c),
    };
    Ok(text.chars().filter_map(shown).collect())
}
