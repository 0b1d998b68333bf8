//! What the page says about what just happened.

/// What the page says about what just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// One or two sentences.
    pub text: String,
    /// Whether 撤销 is offered.
    pub undo: bool,
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
        Self { tone: Tone::Done, text: text.into(), undo: false }
    }

    /// Says that something was done that undo takes back.
    #[must_use]
    pub fn undoable(text: impl Into<String>) -> Self {
        Self { undo: true, ..Self::done(text) }
    }

    /// Whether it goes away by itself.
    #[must_use]
    pub fn fades(&self) -> bool {
        self.tone == Tone::Done
    }

    /// Says that something could not be done.
    #[must_use]
    pub fn trouble(text: impl Into<String>) -> Self {
        Self { tone: Tone::Trouble, text: text.into(), undo: false }
    }
}
