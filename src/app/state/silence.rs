//! What the user does not want to hear: one finding, a rule in this report, a rule altogether.

use std::rc::Rc;

use super::State;
use crate::rule::Rule;
use crate::rules;

/// How far a rule is silenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In this report: 本文不再检查.
    Here,
    /// In every report, as the settings say: 始终不检查.
    Everywhere,
}

impl Reach {
    /// How the page says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Here => "本文不再检查",
            Self::Everywhere => "始终不检查",
        }
    }
}

impl State {
    /// Whether the finding at `at` is ignored.
    #[must_use]
    pub fn is_ignored(&self, at: usize) -> bool {
        self.inspection.keys.get(at).is_some_and(|key| self.ignored.contains(key))
    }

    /// Whether the reviewer agrees with the finding at `at`.
    #[must_use]
    pub fn is_accepted(&self, at: usize) -> bool {
        self.inspection.keys.get(at).is_some_and(|key| self.accepted.contains(key))
    }

    /// Agrees with the finding at `at`, or no longer.
    pub(super) fn accept(&mut self, at: usize) {
        let Some(&key) = self.inspection.keys.get(at) else { return };
        let accepted = Rc::make_mut(&mut self.accepted);
        let place = accepted.iter().position(|&one| one == key);
        match place {
            Some(place) => drop(accepted.remove(place)),
            None => accepted.push(key),
        }
        let count = accepted.len();
        self.announcement = format!("{}，共采纳{count}个", if place.is_some() { "不再采纳" } else { "已采纳" }).into();
    }

    /// The rules that the user silenced, in the catalogue's order.
    #[must_use]
    pub fn silenced(&self) -> Vec<(&'static Rule, Reach)> {
        let reach = |rule: &Rule| {
            let everywhere = self.settings.off.contains(&rule.id).then_some(Reach::Everywhere);
            everywhere.or(self.muted.contains(&rule.id).then_some(Reach::Here))
        };
        rules::all().iter().filter_map(|rule| Some((*rule, reach(rule)?))).collect()
    }

    /// How many findings and rules are listed as silenced.
    #[must_use]
    pub fn silenced_here(&self) -> usize {
        self.ignored_here + self.silenced().len()
    }

    /// Silences `rule`.
    pub(super) fn silence(&mut self, rule: &'static Rule, reach: Reach) {
        match reach {
            Reach::Here => Rc::make_mut(&mut self.muted).push(rule.id),
            Reach::Everywhere => Rc::make_mut(&mut self.settings).switch(rule, false),
        }
    }

    /// Lets `rule` speak again.
    pub(super) fn bring_back(&mut self, rule: &'static Rule) {
        Rc::make_mut(&mut self.muted).retain(|&id| id != rule.id);
        Rc::make_mut(&mut self.settings).switch(rule, true);
    }
}
