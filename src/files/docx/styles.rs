//! Styles: what a paragraph or run takes from them.

use std::collections::BTreeMap;

use super::xml::{Item, Xml};
use crate::files::ReadError;

/// Styles that are based on one another; a chain longer than this is a ring.
const LONGEST_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Default)]
pub struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

/// What one style says.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    list: List,
    hidden: Option<bool>,
}

/// The list a paragraph belongs to, as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The number of the list; 0 for none at all.
    pub id: Option<i64>,
    /// The level in it, from 0.
    pub level: Option<i64>,
}

impl Styles {
    /// Reads styles.xml.
    ///
    /// # Errors
    /// When the XML is damaged.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut found = Self::default();
        Xml::new(text).within("styles", |xml, tag| {
            if tag.name() != "style" {
                return xml.skip();
            }
            let id = tag.get("styleId").unwrap_or_default();
            let is_default = tag.get("type").is_none_or(|kind| kind == "paragraph")
                && tag.get("default").is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"));
            let style = Style::read(xml)?;
            if is_default {
                found.default = Some(id.clone());
            }
            found.styles.insert(id, style);
            Ok(())
        })?;
        Ok(found)
    }

    /// The list that a paragraph of style `id` belongs to, and the styles from it up to the one that says so.
    #[must_use]
    pub fn list<'s>(&'s self, id: Option<&'s str>) -> (List, Vec<&'s str>) {
        let (mut list, mut passed) = (List::default(), Vec::new());
        for (id, style) in self.chain(id) {
            passed.push(id);
            list.level = list.level.or(style.list.level);
            if style.list.id.is_some() {
                return (List { id: style.list.id, ..list }, passed);
            }
        }
        (List::default(), Vec::new())
    }

    /// The number of the list that the style `id` of a list stands for.
    #[must_use]
    pub fn list_of(&self, id: &str) -> Option<i64> {
        self.chain(Some(id)).find_map(|(_, style)| style.list.id)
    }

    /// Whether text of paragraph style `id` is hidden.
    #[must_use]
    pub fn hides_paragraph(&self, id: Option<&str>) -> bool {
        self.chain(id).find_map(|(_, style)| style.hidden).unwrap_or(false)
    }

    /// Whether text of character style `id` is hidden, where the style says.
    #[must_use]
    pub fn hides_run(&self, id: &str) -> Option<bool> {
        self.styles.get(id)?;
        self.chain(Some(id)).find_map(|(_, style)| style.hidden)
    }

    /// A style and those it is based on, the default one where it is not known.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let known = id.filter(|id| self.styles.contains_key(*id)).or(self.default.as_deref());
        let entry = |id: &str| self.styles.get_key_value(id).map(|(id, style)| (id.as_str(), style));
        let next = move |&(_, style): &(&'s str, &'s Style)| style.based_on.as_deref().and_then(entry);
        std::iter::successors(known.and_then(entry), next).take(LONGEST_CHAIN)
    }
}

impl Style {
    fn read(xml: &mut Xml) -> Result<Self, ReadError> {
        let mut style = Self::default();
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "basedOn" => style.based_on = tag.get("val"),
                "pPr" => {
                    while let Some(item) = xml.next()? {
                        match item {
                            Item::Open(tag) if tag.name() == "numPr" => style.list = List::read(xml)?,
                            Item::Open(_) => xml.skip()?,
                            Item::Text(_) => {}
                        }
                    }
                    continue;
                }
                "rPr" => {
                    while let Some(item) = xml.next()? {
                        let Item::Open(tag) = item else { continue };
                        if tag.name() == "vanish" {
                            style.hidden = Some(tag.is_on());
                        }
                        xml.skip()?;
                    }
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(style)
    }
}

impl List {
    /// Reads the open `numPr`.
    ///
    /// # Errors
    /// When the XML is damaged.
    pub fn read(xml: &mut Xml) -> Result<Self, ReadError> {
        let mut list = Self::default();
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "numId" => list.id = tag.number(),
                "ilvl" => list.level = tag.number(),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_takes_what_it_does_not_say_from_those_below() {
        let styles = Styles::read(
            r#"<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
            <w:style w:styleId="1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="3"><w:basedOn w:val="3"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"#,
        )
        .expect("XML");
        assert_eq!(styles.list(Some("2")), (List { id: Some(7), level: Some(1) }, vec!["2", "1"]));
        assert_eq!(styles.list(None).0, List::default());
        assert_eq!(styles.list(Some("3")).0, List::default(), "a ring ends");
        assert!(styles.hides_paragraph(Some("3")) && !styles.hides_paragraph(Some("unknown")));
        assert_eq!((styles.hides_run("3"), styles.hides_run("none")), (Some(true), None));
    }
}
