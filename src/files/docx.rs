//! Word documents: the text as Word shows it.
//!
//! Automatic numbers are text. Tracked changes are read as accepted, hidden text is left out. A table gives one line a
//! row, its cells separated by tabs, which the rules take for what they are in copied tables; a row that holds
//! paragraphs of prose, as in tables made for layout, gives them as lines. A text box stands behind the paragraph it
//! hangs on. Headers, footers, footnotes and endnotes are no part of the text: they are told as [`Aside`]s.

mod definitions;
mod fields;
mod flow;
mod format;
mod numbering;
mod package;
mod paragraph;
mod rels;
mod styles;
mod symbols;
mod table;
mod xml;

use self::definitions::Definitions;
use self::flow::{Flow, Lines};
use self::numbering::Numbering;
use self::package::Package;
use self::rels::Relations;
use self::styles::Styles;
use self::xml::Xml;
use super::{Aside, FileText, Format, Place, ReadError};

/// Reads a .docx file.
///
/// # Errors
/// When the package is damaged, encrypted, larger than is plausible, or no Word document.
pub fn read(bytes: &[u8]) -> Result<FileText, ReadError> {
    let package = Package::open(bytes)?;
    let main = main_part(&package)?;
    let relations = package.relations(&main)?;
    let styles = of_first(&package, &relations, "styles", Styles::read)?;
    let definitions = of_first(&package, &relations, "numbering", Definitions::read)?;
    let body = package.part(&main)?.ok_or(ReadError::NoDocument)?;
    let mut flow = Flow::new(&styles, Numbering::new(definitions));
    let mut lines = Lines::default();
    flow.part(&mut Xml::new(&body), "document", &mut lines)?;
    let asides = asides(&package, &relations, &styles)?;
    let notes = flow.notes(&asides);
    Ok(FileText { text: lines.into_text(), format: Format::Docx, notes, asides })
}

/// The name of the part that holds the text.
fn main_part(package: &Package) -> Result<String, ReadError> {
    let relations = package.relations("")?;
    let named = relations.of("officeDocument").find(|name| package.has(name)).unwrap_or("word/document.xml");
    let other = |part: &str, error| if package.has(part) { Err(error) } else { Ok(()) };
    other("xl/workbook.xml", ReadError::Other("Excel 表格"))?;
    other("ppt/presentation.xml", ReadError::Other("PowerPoint 演示文稿"))?;
    if package.has(named) {
        return Ok(named.to_owned());
    }
    other("OFD.xml", ReadError::Ofd)?;
    other("META-INF/manifest.xml", ReadError::Foreign("ODF 文档"))?;
    Err(if package.has("[Content_Types].xml") { ReadError::NoDocument } else { ReadError::Archive })
}

/// Reads the first part of a kind, if there is one.
fn of_first<T: Default>(
    package: &Package,
    relations: &Relations,
    kind: &str,
    read: impl Fn(&str) -> Result<T, ReadError>,
) -> Result<T, ReadError> {
    let Some(name) = relations.of(kind).next() else { return Ok(T::default()) };
    package.part(name)?.map_or_else(|| Ok(T::default()), |text| read(&text))
}

/// The texts beside the body that are not blank.
fn asides(package: &Package, relations: &Relations, styles: &Styles) -> Result<Vec<Aside>, ReadError> {
    const KINDS: [(&str, &str, Place); 4] = [
        ("header", "hdr", Place::Header),
        ("footer", "ftr", Place::Footer),
        ("footnotes", "footnotes", Place::Footnote),
        ("endnotes", "endnotes", Place::Endnote),
    ];
    let mut asides: Vec<Aside> = Vec::new();
    for (kind, root, place) in KINDS {
        for name in relations.of(kind) {
            let Some(part) = package.part(name)? else { continue };
            let mut lines = Lines::default();
            Flow::new(styles, Numbering::new(Definitions::default())).part(&mut Xml::new(&part), root, &mut lines)?;
            let aside = Aside { place, text: lines.into_text().trim().to_owned() };
            if !aside.text.is_empty() && !asides.contains(&aside) {
                asides.push(aside);
            }
        }
    }
    Ok(asides)
}
