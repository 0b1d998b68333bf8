//! What the user set: the kind of body, the year, rules off, severities.

use crate::check::Options;
use crate::diagnostic::Severity;
use crate::document::{Overrides, Profile};
use crate::rule::Rule;
use crate::rules;

/// The settings of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The kind of body and the year, where the user knows better.
    pub overrides: Overrides,
    /// Rules that are on although they are off by default.
    pub on: Vec<&'static str>,
    /// Rules that are off although they are on by default.
    pub off: Vec<&'static str>,
    /// Severities other than the rule's own.
    pub severities: Vec<(&'static str, Severity)>,
}

impl Settings {
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
        Options { overrides: self.overrides, on: self.on.clone(), skip: self.off.clone(), ..Options::default() }
    }

    /// The settings as lines of words, for storage.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let mut out = String::new();
        let mut line = |words: &[&str]| {
            out.push_str(&words.join(" "));
            out.push('\n');
        };
        if let Some(profile) = self.overrides.profile {
            line(&["profile", profile.id()]);
        }
        if let Some(year) = self.overrides.year {
            line(&["year", &year.to_string()]);
        }
        for rule in &self.on {
            line(&["on", rule]);
        }
        for rule in &self.off {
            line(&["off", rule]);
        }
        for (rule, severity) in &self.severities {
            line(&["severity", rule, severity.id()]);
        }
        out
    }

    /// Reads [`Settings::to_lines`]; a line that says nothing known (of a later version, perhaps) is passed over.
    #[must_use]
    pub fn from_lines(text: &str) -> Self {
        let mut settings = Self::default();
        for line in text.lines() {
            let mut words = line.split(' ');
            match (words.next(), words.next(), words.next()) {
                (Some("profile"), Some(id), None) => settings.overrides.profile = Profile::from_id(id),
                (Some("year"), Some(year), None) => settings.overrides.year = year.parse().ok(),
                (Some("on" | "off"), Some(id), None) => {
                    if let Some(rule) = rules::find(id) {
                        settings.switch(rule, line.starts_with("on"));
                    }
                }
                (Some("severity"), Some(id), Some(name)) => {
                    let severity = Severity::ALL.into_iter().find(|severity| severity.id() == name);
                    if let Some((rule, severity)) = rules::find(id).zip(severity) {
                        settings.grade(rule, severity);
                    }
                }
                (_, _, _) => {}
            }
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_storage() {
        let mut settings = Settings::default();
        assert_eq!(Settings::from_lines(&settings.to_lines()), settings);
        settings.overrides = Overrides { profile: Some(Profile::CountyDept), year: Some(2024) };
        let rule = rules::find("fazhi-term").expect("a rule");
        settings.switch(rule, false);
        settings.grade(rule, Severity::Info);
        assert_eq!(Settings::from_lines(&settings.to_lines()), settings);
    }

    #[test]
    fn switching_a_rule_back_leaves_the_defaults() {
        let mut settings = Settings::default();
        for rule in rules::all() {
            settings.switch(rule, !rule.on);
            assert!(settings.runs(rule) != rule.on && settings != Settings::default());
            settings.switch(rule, rule.on);
            assert!(settings.runs(rule) == rule.on && settings == Settings::default());
        }
    }

    #[test]
    fn unknown_lines_are_passed_over() {
        let text = "off no-such-rule\nyear soon\ncolour red\nseverity fazhi-term loud\nprofile zone";
        let settings = Settings::from_lines(text);
        assert_eq!(settings.overrides, Overrides { profile: Some(Profile::Zone), year: None });
        assert!(settings.off.is_empty() && settings.severities.is_empty());
    }
}
