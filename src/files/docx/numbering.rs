//! Automatic numbers: the definitions of numbering.xml, and the counting that Word does as it lays out the text.

use std::collections::{BTreeMap, BTreeSet};

use super::definitions::{Definitions, LEVELS, Level, Suffix};
use super::format;
use super::styles::{List, Styles};
use crate::text::is_han;

/// The lists of a document and how far each has counted.
pub struct Numbering {
    definitions: Definitions,
    /// Counts by definition: lists of one definition go on counting one another.
    counts: BTreeMap<i64, [Option<i64>; LEVELS]>,
    /// Lists that have begun at a level: only then they start anew.
    begun: BTreeSet<(i64, usize)>,
}

impl Numbering {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(definitions: Definitions) -> Self {
        Self { definitions, counts: BTreeMap::new(), begun: BTreeSet::new() }
    }

    /// Counts a paragraph and gives the text Word shows in front of it, its blank included; empty where it has no number.
    ///
    /// The list is what the paragraph says itself, and what its style says where it is silent.
    pub fn label(&mut self, own: List, style: Option<&str>, styles: &Styles) -> String {
        let (styled, named_by) = styles.list(style);
        let Some(id) = own.id.or(styled.id).filter(|&id| id != 0) else { return String::new() };
        let Some(definition) = self.definitions.of(id, styles) else { return String::new() };
        let linked = || self.definitions.level_of_styles(id, definition, &named_by);
        let from_style =
            if own.id.is_none() { linked().or(styled.level.and_then(|level| usize::try_from(level).ok())) } else { None };
        let own_level = own.level.and_then(|level| usize::try_from(level).ok());
        let level = own_level.or(from_style).unwrap_or(0).min(LEVELS - 1);
        self.count(id, definition, level);
        self.write(id, definition, level)
    }

    fn count(&mut self, id: i64, definition: i64, level: usize) {
        let begins = self.begun.insert((id, level));
        let restart = self.definitions.start_of(id, level).filter(|_| begins);
        let first = self.definitions.level(id, definition, level).map_or(1, |level| level.start);
        let resets: [bool; LEVELS] = std::array::from_fn(|deeper| {
            let restart = self.definitions.level(id, definition, deeper).and_then(|level| level.restart);
            // 0: never. Otherwise the last level, from 1, after which it starts anew; any above it without a word.
            deeper > level && restart.is_none_or(|last| (level as i64) < last)
        });
        let counts = self.counts.entry(definition).or_insert([None; LEVELS]);
        if let Some(count) = counts.get_mut(level) {
            *count = Some(restart.unwrap_or_else(|| count.map_or(first, |count| count.saturating_add(1))));
        }
        for (count, reset) in counts.iter_mut().zip(resets) {
            if reset {
                *count = None;
            }
        }
    }

    /// The text of a level, its places filled in.
    fn write(&self, id: i64, definition: i64, at: usize) -> String {
        let Some(level) = self.definitions.level(id, definition, at) else { return String::new() };
        let mut out = String::new();
        let mut chars = level.text.chars().peekable();
        while let Some(c) = chars.next() {
            let place = chars.peek().and_then(|c| c.to_digit(10)).filter(|place| c == '%' && (1..=9).contains(place));
            let Some(place) = place else {
                out.push(shown(c, level));
                continue;
            };
            chars.next();
            let above = place as usize - 1;
            let Some(other) = self.definitions.level(id, definition, above) else { continue };
            let counts = self.counts.get(&definition);
            // A level that was passed over counts as begun.
            let number = counts.and_then(|counts| *counts.get(above)?).unwrap_or(other.start);
            let form = if level.legal && other.form != "none" { "decimal" } else { &other.form };
            out.push_str(&format::write(form, number));
        }
        if !out.is_empty() {
            out.push_str(blank(&out, level));
        }
        out
    }
}

/// What follows a number. A tab only sets the text off, and nobody types one behind （一）or 1. ; it counts as text where
/// number and words would run into one another.
fn blank(label: &str, level: &Level) -> &'static str {
    match level.suffix {
        Suffix::Nothing => "",
        Suffix::Space => " ",
        Suffix::Tab if label.ends_with(|c: char| c.is_ascii_alphanumeric() || is_han(c)) => "\t",
        Suffix::Tab => "",
    }
}

/// A character of a bullet as it looks: fonts of symbols show others than the codes say.
fn shown(c: char, level: &Level) -> char {
    if level.form == "bullet" { super::symbols::shown(c).unwrap_or('•') } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A numbering part of these definitions: abstract 0 of `levels`, used by lists 1 and 2.
    fn numbering(levels: &str, second: &str) -> Numbering {
        let xml = format!(
            r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/>{second}</w:num></w:numbering>"#
        );
        Numbering::new(Definitions::read(&xml).expect("XML"))
    }

    fn level(at: usize, form: &str, text: &str, more: &str) -> String {
        format!(r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#)
    }

    fn labels(numbering: &mut Numbering, paragraphs: &[(i64, i64)]) -> Vec<String> {
        let styles = Styles::default();
        let list = |&(id, level): &(i64, i64)| List { id: Some(id), level: Some(level) };
        paragraphs.iter().map(|paragraph| numbering.label(list(paragraph), None, &styles)).collect()
    }

    fn official() -> String {
        [
            level(0, "chineseCountingThousand", "%1、", ""),
            level(1, "chineseCounting", "（%2）", ""),
            level(2, "decimal", "%3.", ""),
        ]
        .concat()
    }

    #[test]
    fn deeper_levels_start_anew_below_a_higher_one() {
        let mut lists = numbering(&official(), "");
        let shown = labels(&mut lists, &[(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)]);
        assert_eq!(shown, ["一、", "（一）", "（二）", "1.", "2.", "（三）", "1.", "二、", "（一）"]);
    }

    #[test]
    fn lists_of_one_definition_go_on_unless_told_to_start() {
        assert_eq!(labels(&mut numbering(&official(), ""), &[(1, 0), (2, 0), (1, 0)]), ["一、", "二、", "三、"]);
        let start = r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>"#;
        assert_eq!(
            labels(&mut numbering(&official(), start), &[(1, 0), (2, 0), (2, 0), (1, 0)]),
            ["一、", "五、", "六、", "七、"]
        );
    }

    #[test]
    fn a_list_may_have_levels_of_its_own() {
        let own = format!(r#"<w:lvlOverride w:ilvl="0">{}</w:lvlOverride>"#, level(0, "decimalEnclosedCircle", "%1", ""));
        assert_eq!(labels(&mut numbering(&official(), &own), &[(1, 0), (2, 0)]), ["一、", "②"]);
    }

    #[test]
    fn numbers_of_several_levels_may_be_legal() {
        let levels = |legal: &str| {
            [level(0, "upperRoman", "第%1章", r#"<w:suff w:val="space"/>"#), level(1, "decimal", "%1.%2", legal)].concat()
        };
        assert_eq!(labels(&mut numbering(&levels(""), ""), &[(1, 0), (1, 0), (1, 1)]), ["第I章 ", "第II章 ", "II.1\t"]);
        assert_eq!(labels(&mut numbering(&levels("<w:isLgl/>"), ""), &[(1, 0), (1, 0), (1, 1)])[2], "2.1\t");
    }

    #[test]
    fn a_level_may_go_on_counting() {
        let levels = |restart: i64| {
            let restart = format!(r#"<w:lvlRestart w:val="{restart}"/>"#);
            [level(0, "decimal", "%1.", ""), level(1, "decimal", "%2)", ""), level(2, "decimal", "(%3)", &restart)].concat()
        };
        let paragraphs = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)];
        let third = |restart| labels(&mut numbering(&levels(restart), ""), &paragraphs);
        assert_eq!((third(0)[4].as_str(), third(0)[6].as_str()), ("(2)", "(3)"), "never");
        assert_eq!((third(1)[4].as_str(), third(1)[6].as_str()), ("(2)", "(1)"), "after the first level only");
        assert_eq!((third(2)[4].as_str(), third(2)[6].as_str()), ("(1)", "(1)"), "as usual");
    }

    #[test]
    fn a_level_passed_over_counts_as_begun() {
        let levels = [level(0, "decimal", "%1.", ""), level(1, "decimal", "%1.%2、", "")].concat();
        assert_eq!(labels(&mut numbering(&levels, ""), &[(1, 1), (1, 1), (1, 0)]), ["1.1、", "1.2、", "1."]);
    }

    #[test]
    fn bullets_look_as_their_font_shows_them() {
        let levels = [level(0, "bullet", "\u{F06C}", ""), level(1, "bullet", "\u{F0B7}", "")].concat();
        assert_eq!(labels(&mut numbering(&levels, ""), &[(1, 0), (1, 1), (3, 0)]), ["●", "•", ""]);
    }

    #[test]
    fn a_style_brings_list_and_level() {
        let styles = Styles::read(
            r#"<w:styles><w:style w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="h2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="h3"><w:basedOn w:val="h2"/></w:style></w:styles>"#,
        )
        .expect("XML");
        let levels = [
            level(0, "decimal", "%1.", ""),
            level(1, "decimal", "(%2)", ""),
            level(2, "decimal", "%3)", r#"<w:pStyle w:val="h3"/>"#),
        ];
        let mut lists = numbering(&levels.concat(), "");
        let none = List::default();
        let shown = [Some("h1"), Some("h2"), Some("h3"), None].map(|style| lists.label(none, style, &styles));
        assert_eq!(shown, ["1.", "(1)", "1)", ""]);
        assert_eq!(lists.label(List { id: Some(0), level: None }, Some("h1"), &styles), "", "a paragraph may opt out");
        assert_eq!(lists.label(List { id: None, level: Some(1) }, Some("h1"), &styles), "(2)", "or choose its level");
    }
}
