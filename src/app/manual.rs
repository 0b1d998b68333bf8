//! Looks for rules in the reference.

use crate::diagnostic::Severity;
use crate::rule::{Family, Rule};
use crate::rules;
use crate::settings::Settings;

/// Which rules the reference shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all be found in the rule's name, id, explanation or basis.
    pub words: String,
    /// Only this family.
    pub family: Option<Family>,
    /// Only those whose findings have this severity under the settings.
    pub severity: Option<Severity>,
}

impl Query {
    /// The rules found, in the catalogue's order.
    #[must_use]
    pub fn find(&self, settings: &Settings) -> Vec<&'static Rule> {
        let words: Vec<String> = self.words.split_whitespace().map(str::to_ascii_lowercase).collect();
        let says = |rule: &Rule, word: &str| {
            let texts = [rule.name, rule.id, rule.basis];
            texts.iter().chain(rule.doc).any(|text| text.to_ascii_lowercase().contains(word))
        };
        let found = rules::all().iter().copied().filter(|rule| {
            self.family.is_none_or(|family| family == rule.family)
                && self.severity.is_none_or(|severity| severity == settings.severity(rule).unwrap_or(rule.severity))
                && words.iter().all(|word| says(rule, word))
        });
        found.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_by_name_id_basis_family_and_severity() {
        let mut settings = Settings::default();
        let ids = |query: &Query, settings: &Settings| query.find(settings).iter().map(|rule| rule.id).collect::<Vec<_>>();
        let words = |words: &str| Query { words: words.to_owned(), ..Query::default() };
        assert_eq!(Query::default().find(&settings).len(), rules::all().len());
        assert_eq!(ids(&words(" Number-GAP "), &settings), ["number-gap"]);
        assert!(ids(&words("9704 序号"), &settings).contains(&"number-gap"));
        assert!(ids(&words("没有这样的规则"), &settings).is_empty());
        let dates = Query { family: Some(Family::Date), ..Query::default() };
        assert!(dates.find(&settings).iter().all(|rule| rule.family == Family::Date));
        let hints = Query { severity: Some(Severity::Info), ..words("number-gap") };
        assert!(ids(&hints, &settings).is_empty());
        settings.severities.push(("number-gap", Severity::Info));
        assert_eq!(ids(&hints, &settings), ["number-gap"]);
    }
}
