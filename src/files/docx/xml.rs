//! XML read element by element, by local names, so that any prefix and both namespaces of OOXML do.
//!
//! Entities of a document type are never expanded. Wrappers that add nothing are not seen, and of an
//! `mc:AlternateContent` only the first choice is.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use crate::files::ReadError;

/// Elements in one another; tables in tables in text boxes come to a few dozen.
const DEEPEST: usize = 200;

/// Elements that only wrap what they hold.
const WRAPPERS: &[&str] = &["smartTag", "customXml", "sdt", "sdtContent", "hyperlink", "dir", "bdo", "fldSimple"];

/// A reader of one part.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// The elements that are open.
    open: Vec<Open>,
}

/// How an open element is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Seen,
    /// What it holds is seen in its place.
    Through,
    /// `mc:AlternateContent`, and whether a choice was taken.
    Alternatives(bool),
}

/// What stands in an element.
pub enum Item<'a> {
    /// An element begins: what stands in it is to be read or [skipped](Xml::skip) before anything else.
    Open(Tag<'a>),
    /// Text.
    Text(Cow<'a, str>),
}

/// The start of an element.
pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its prefix.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }

    /// The number that is the attribute `val`.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        self.get("val")?.trim().parse().ok()
    }

    /// Whether a switch is on: it is unless its `val` says otherwise.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.get("val").is_some_and(|val| matches!(val.as_str(), "0" | "false" | "off"))
    }
}

impl<'a> Xml<'a> {
    /// A reader of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, open: Vec::new() }
    }

    /// What comes next in the open element; `None` at its end, which is passed, or at the end of the part.
    ///
    /// # Errors
    /// When the XML is damaged or nested too deep.
    pub fn next(&mut self) -> Result<Option<Item<'a>>, ReadError> {
        loop {
            match self.event()? {
                Event::Start(tag) => {
                    let seen = self.enter(tag.local_name().into_inner());
                    self.check_depth()?;
                    match seen {
                        Some(Open::Seen) => return Ok(Some(Item::Open(Tag(tag)))),
                        Some(Open::Through | Open::Alternatives(_)) => {}
                        None => self.skip()?,
                    }
                }
                Event::End(_) => match self.open.pop() {
                    Some(Open::Seen) => return Ok(None),
                    Some(Open::Through | Open::Alternatives(_)) => {}
                    None => return Err(ReadError::Damaged),
                },
                Event::Text(text) => return Ok(Some(Item::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Item::Text(text.into_inner()))),
                Event::GeneralRef(reference) => {
                    if let Some(text) = resolve(&reference) {
                        return Ok(Some(Item::Text(text)));
                    }
                }
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(ReadError::Damaged),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Hands every element that stands directly in the outermost one, which is called `root`, to `read`, which reads it
    /// to its end; an outermost one of another name holds none.
    ///
    /// # Errors
    /// As [`Xml::next`], and what `read` gives.
    pub fn within(
        &mut self,
        root: &str,
        mut read: impl FnMut(&mut Self, &Tag<'a>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        while let Some(item) = self.next()? {
            let Item::Open(outer) = item else { continue };
            if outer.name() != root {
                self.skip()?;
                continue;
            }
            while let Some(item) = self.next()? {
                if let Item::Open(tag) = item {
                    read(self, &tag)?;
                }
            }
        }
        Ok(())
    }

    /// Passes over the rest of the open element.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let depth = self.open.len();
        while self.open.len() >= depth {
            match self.event()? {
                Event::Start(_) => self.open.push(Open::Seen),
                Event::End(_) => drop(self.open.pop()),
                Event::Eof => return Err(ReadError::Damaged),
                _ => {}
            }
            self.check_depth()?;
        }
        Ok(())
    }

    /// The text of the open element, elements in it passed over.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        while let Some(item) = self.next()? {
            match item {
                Item::Open(_) => self.skip()?,
                Item::Text(more) => text.push_str(&more),
            }
        }
        Ok(text)
    }

    fn event(&mut self) -> Result<Event<'a>, ReadError> {
        self.reader.read_event().map_err(|_| ReadError::Damaged)
    }

    /// Opens an element and says how it is seen; `None` where it is to be passed over.
    fn enter(&mut self, name: &str) -> Option<Open> {
        let mut passed = false;
        let seen = match (name, self.open.last_mut()) {
            ("AlternateContent", _) => Open::Alternatives(false),
            ("Choice" | "Fallback", Some(Open::Alternatives(taken))) => {
                passed = std::mem::replace(taken, true);
                Open::Through
            }
            (name, _) if WRAPPERS.contains(&name) => Open::Through,
            _ => Open::Seen,
        };
        self.open.push(seen);
        (!passed).then_some(seen)
    }

    fn check_depth(&self) -> Result<(), ReadError> {
        if self.open.len() > DEEPEST { Err(ReadError::TooDeep) } else { Ok(()) }
    }
}

/// The characters of a reference: a number, or one of the five names every XML knows.
fn resolve(reference: &quick_xml::events::BytesRef) -> Option<Cow<'static, str>> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c.to_string().into());
    }
    quick_xml::escape::resolve_xml_entity(reference).map(Cow::Borrowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names seen, indented by depth, and the texts.
    fn seen(text: &str) -> Result<String, ReadError> {
        fn walk(xml: &mut Xml, out: &mut String) -> Result<(), ReadError> {
            while let Some(item) = xml.next()? {
                match item {
                    Item::Open(tag) => {
                        out.push_str(&format!("<{}>", tag.name()));
                        walk(xml, out)?;
                        out.push_str("</>");
                    }
                    Item::Text(text) => out.push_str(&text),
                }
            }
            Ok(())
        }
        let mut out = String::new();
        walk(&mut Xml::new(text), &mut out).map(|()| out)
    }

    #[test]
    fn prefixes_and_wrappers_are_not_seen() {
        assert_eq!(seen("<a:p><x:smartTag><b:r>法</b:r></x:smartTag>治</a:p>").as_deref(), Ok("<p><r>法</>治</>"));
    }

    #[test]
    fn one_alternative_is_seen() {
        let both = "<p><m:AlternateContent><m:Choice><r/></m:Choice><m:Choice><s/></m:Choice><m:Fallback><t/></m:Fallback></m:AlternateContent></p>";
        assert_eq!(seen(both).as_deref(), Ok("<p><r></></>"));
        assert_eq!(
            seen("<p><m:AlternateContent><m:Fallback><t/></m:Fallback></m:AlternateContent></p>").as_deref(),
            Ok("<p><t></></>")
        );
    }

    #[test]
    fn only_the_entities_every_xml_knows_are_resolved() {
        let text = "<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;&lt;&#x6CD5;<![CDATA[&]]></p>";
        assert_eq!(seen(text).as_deref(), Ok("<p><法&</>"));
    }

    #[test]
    fn what_breaks_off_or_nests_too_deep_is_refused() {
        assert_eq!(seen("<p><r>"), Err(ReadError::Damaged));
        assert_eq!(seen("<p></r>"), Err(ReadError::Damaged));
        assert_eq!(seen(&"<r>".repeat(100_000)), Err(ReadError::TooDeep));
        assert_eq!(Xml::new(&format!("<p>{}", "<r>".repeat(100_000))).next().map(drop), Ok(()));
    }
}
