//! What numbering.xml defines.

use std::collections::BTreeMap;

use super::styles::Styles;
use super::xml::{Item, Tag, Xml};
use crate::files::ReadError;

/// Levels of a list.
pub const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Default)]
pub struct Definitions {
    definitions: BTreeMap<i64, Definition>,
    lists: BTreeMap<i64, Instance>,
}

/// An `abstractNum`.
#[derive(Default)]
struct Definition {
    levels: [Option<Level>; LEVELS],
    /// The style of a list whose levels stand in for its own.
    style: Option<String>,
}

/// A `num`: a definition, and what it changes in it.
#[derive(Default)]
struct Instance {
    definition: i64,
    starts: [Option<i64>; LEVELS],
    levels: [Option<Level>; LEVELS],
}

/// One level.
#[derive(Debug, Default)]
pub struct Level {
    /// Its first number.
    pub start: i64,
    /// `w:numFmt`.
    pub form: String,
    /// `第%1章`.
    pub text: String,
    /// What follows the text.
    pub suffix: Suffix,
    /// Whether every number in it is Arabic.
    pub legal: bool,
    /// `w:lvlRestart`.
    pub restart: Option<i64>,
    /// The style of paragraphs at this level.
    style: Option<String>,
}

/// What follows a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suffix {
    /// A tab.
    #[default]
    Tab,
    /// A space.
    Space,
    /// Nothing.
    Nothing,
}

impl Definitions {
    /// Reads numbering.xml.
    ///
    /// # Errors
    /// When the XML is damaged.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let mut found = Self::default();
        Xml::new(text).within("numbering", |xml, tag| {
            let id = |name| tag.get(name).and_then(|id| id.trim().parse().ok()).unwrap_or(-1);
            match tag.name() {
                "abstractNum" => drop(found.definitions.insert(id("abstractNumId"), Definition::read(xml)?)),
                "num" => drop(found.lists.insert(id("numId"), Instance::read(xml)?)),
                _ => xml.skip()?,
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// The definition behind list `id`, found through the style of a list where it names one.
    #[must_use]
    pub fn of(&self, id: i64, styles: &Styles) -> Option<i64> {
        let own = self.lists.get(&id)?.definition;
        let Some(style) = &self.definitions.get(&own)?.style else { return Some(own) };
        let other = styles.list_of(style).and_then(|id| self.lists.get(&id)).map(|list| list.definition);
        other.filter(|other| self.definitions.contains_key(other)).or(Some(own))
    }

    /// A level of list `id`.
    #[must_use]
    pub fn level(&self, id: i64, definition: i64, level: usize) -> Option<&Level> {
        let own = self.lists.get(&id).and_then(|list| list.levels.get(level)?.as_ref());
        own.or_else(|| self.definitions.get(&definition)?.levels.get(level)?.as_ref())
    }

    /// The number with which list `id` starts a level anew.
    #[must_use]
    pub fn start_of(&self, id: i64, level: usize) -> Option<i64> {
        *self.lists.get(&id)?.starts.get(level)?
    }

    /// The level of list `id` that one of these styles, the nearest first, is tied to.
    #[must_use]
    pub fn level_of_styles(&self, id: i64, definition: i64, styles: &[&str]) -> Option<usize> {
        let tied = |style: &str| {
            (0..LEVELS).find(|&at| self.level(id, definition, at).is_some_and(|level| level.style.as_deref() == Some(style)))
        };
        styles.iter().find_map(|style| tied(style))
    }
}

impl Definition {
    fn read(xml: &mut Xml) -> Result<Self, ReadError> {
        let mut definition = Self::default();
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "lvl" => put(&mut definition.levels, place(&tag), Some(Level::read(xml)?)),
                "numStyleLink" => {
                    definition.style = tag.get("val");
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
        Ok(definition)
    }
}

impl Instance {
    fn read(xml: &mut Xml) -> Result<Self, ReadError> {
        let mut list = Self::default();
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "abstractNumId" => {
                    list.definition = tag.number().unwrap_or(-1);
                    xml.skip()?;
                }
                "lvlOverride" => {
                    let at = place(&tag);
                    while let Some(item) = xml.next()? {
                        let Item::Open(tag) = item else { continue };
                        match tag.name() {
                            "startOverride" => {
                                put(&mut list.starts, at, tag.number());
                                xml.skip()?;
                            }
                            "lvl" => put(&mut list.levels, at, Some(Level::read(xml)?)),
                            _ => xml.skip()?,
                        }
                    }
                }
                _ => xml.skip()?,
            }
        }
        Ok(list)
    }
}

impl Level {
    fn read(xml: &mut Xml) -> Result<Self, ReadError> {
        let mut level = Self { form: "decimal".to_owned(), ..Self::default() };
        while let Some(item) = xml.next()? {
            let Item::Open(tag) = item else { continue };
            match tag.name() {
                "start" => level.start = tag.number().unwrap_or(1),
                "numFmt" => level.form = form(&tag),
                "lvlText" => level.text = tag.get("val").unwrap_or_default(),
                "isLgl" => level.legal = tag.is_on(),
                "lvlRestart" => level.restart = tag.number(),
                "pStyle" => level.style = tag.get("val"),
                "suff" => {
                    level.suffix = match tag.get("val").as_deref() {
                        Some("space") => Suffix::Space,
                        Some("nothing") => Suffix::Nothing,
                        _ => Suffix::Tab,
                    }
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(level)
    }
}

/// The form of a level; of one's own making are only Arabic numbers with zeros in front: `001, 002, 003, ...`.
fn form(tag: &Tag) -> String {
    let form = tag.get("val").unwrap_or_default();
    let zeros = form == "custom" && tag.get("format").is_some_and(|format| format.starts_with("01"));
    if zeros { "decimalZero".to_owned() } else { form }
}

fn place(tag: &Tag) -> usize {
    tag.get("ilvl").and_then(|level| level.trim().parse().ok()).unwrap_or(LEVELS)
}

/// Puts `value` at a place; places there are none of are left alone.
fn put<T>(list: &mut [T; LEVELS], at: usize, value: T) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}
