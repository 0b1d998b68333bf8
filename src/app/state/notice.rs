//! What the page says about what just happened.

use super::Reach;
use crate::rule::Rule;

/// What the page says about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// One or two sentences.
    pub text: String,
    /// What 撤销 takes back, where it is offered.
    pub undo: Option<Undo>,
}

/// What 撤销 takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// The last change to the text.
    Edit,
    /// That a rule was silenced.
    Silence(&'static Rule),
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done; goes away by itself.
    Done,
    /// Something could not be done; stays until it is read.
    Trouble,
}

impl Notice {
    /// Says that something was done.
    #[must_use]
    pub fn done(text: impl Into<String>) -> Self {
        Self { tone: Tone::Done, text: text.into(), undo: None }
    }

    /// Says that something was done that undo takes back.
    #[must_use]
    pub fn undoable(text: impl Into<String>) -> Self {
        Self { undo: Some(Undo::Edit), ..Self::done(text) }
    }

    /// Says that a rule was silenced.
    #[must_use]
    pub fn silenced(rule: &'static Rule, reach: Reach) -> Self {
        Self { undo: Some(Undo::Silence(rule)), ..Self::done(format!("{}“{}”", reach.name(), rule.name)) }
    }

    /// Whether it goes away by itself.
    #[must_use]
    pub fn fades(&self) -> bool {
        self.tone == Tone::Done
    }

    /// Says that something could not be done.
    #[must_use]
    pub fn trouble(text: impl Into<String>) -> Self {
        Self { tone: Tone::Trouble, text: text.into(), undo: None }
    }
}
