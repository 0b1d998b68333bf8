//! What a unit sets for its reports: the same from the file `hegui.toml` and from the page.
//!
//! A file becomes a [`Value`] first, in Rust or in JavaScript; [`read`] makes the settings of it and says what is wrong.

mod layout;
mod problem;
mod schema;
#[cfg(not(target_arch = "wasm32"))]
mod toml;
mod value;
mod write;

use crate::check::Options;
use crate::diagnostic::Severity;
use crate::document::Overrides;
use crate::rule::Rule;

pub use layout::Layout;
pub use problem::Problem;
pub use schema::read;
pub use value::Value;
pub use write::to_toml;

/// The rule that the habit `part-order` switches.
pub const PART_ORDER: &str = "part-order";

/// Characters of the shortest accepted term: a shorter one would hide real flaws.
pub const SHORTEST_TERM: usize = 2;

/// What a unit sets for its reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The kind of body and the year, where the user knows better; whether reports are copies for publication.
    pub overrides: Overrides,
    /// Rules that are on although they are off by default.
    pub on: Vec<&'static str>,
    /// Rules that are off although they are on by default.
    pub off: Vec<&'static str>,
    /// Severities other than the rule's own.
    pub severities: Vec<(&'static str, Severity)>,
    /// Words accepted as they are.
    pub terms: Vec<String>,
    /// The unit's own layout.
    pub layout: Layout,
}

impl Settings {
    /// The settings of the TOML `text`.
    ///
    /// # Errors
    /// All that is wrong with it.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let text = text.trim_start_matches('\u{feff}');
        let root = toml::parse(text).map_err(|problem| vec![problem])?;
        let (settings, problems) = read(&root);
        if problems.is_empty() { Ok(settings) } else { Err(problems) }
    }

    /// Whether `rule` runs.
    #[must_use]
    pub fn runs(&self, rule: &Rule) -> bool {
        if rule.on { !self.off.contains(&rule.id) } else { self.on.contains(&rule.id) }
    }

    /// Switches `rule` on or off.
    pub fn switch(&mut self, rule: &Rule, on: bool) {
        self.on.retain(|&id| id != rule.id);
        self.off.retain(|&id| id != rule.id);
        match (on, rule.on) {
            (true, false) => self.on.push(rule.id),
            (false, true) => self.off.push(rule.id),
            _ => {}
        }
    }

    /// The severity the user gave the findings of `rule`.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.severities.iter().find(|(of, _)| *of == rule.id).map(|&(_, severity)| severity)
    }

    /// Grades the findings of `rule`.
    pub fn grade(&mut self, rule: &Rule, severity: Severity) {
        self.severities.retain(|&(of, _)| of != rule.id);
        if severity != rule.severity {
            self.severities.push((rule.id, severity));
        }
    }

    /// The engine's options.
    #[must_use]
    pub fn options(&self) -> Options {
        Options {
            overrides: self.overrides,
            on: self.on.clone(),
            skip: self.off.clone(),
            severities: self.severities.clone(),
            terms: self.terms.clone(),
            ..Options::default()
        }
    }
}

#[cfg(test)]
mod tests;
