//! One submission and what the reviewer made of it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use crate::report::Verdict;

/// Which pile a file was put on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 本年: to be reviewed.
    Current,
    /// 上年: only to compare with.
    Previous,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Its turn has not come.
    Waiting,
    /// It was read and checked.
    Read(Facts),
    /// It could not be read, and why, with what to do.
    Refused(String),
}

/// What the reviewer made of a submission.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    /// Names of the findings the reviewer agrees with.
    #[serde(with = "hex")]
    pub accepted: Vec<u64>,
    /// Names of the findings the reviewer does not agree with.
    #[serde(with = "hex")]
    pub dismissed: Vec<u64>,
    /// Dismissed findings by severity: error, warning, hint.
    pub dismissed_counts: [usize; 3],
    /// The reviewer's own remarks.
    pub remarks: String,
    /// The reviewer's conclusion, where it is not the engine's.
    pub verdict: Option<Verdict>,
    /// Whether the reviewer has looked at it.
    pub seen: bool,
}

/// A file on the desk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submission {
    /// Its number on this desk, never used again.
    pub id: u32,
    /// Its name, with the folders it came in.
    pub file: String,
    /// The pile it lies on.
    pub group: Group,
    /// What became of it.
    pub outcome: Outcome,
    /// Its text; empty until it is read.
    pub text: Rc<str>,
    /// What the reviewer made of it.
    pub review: Review,
}

impl Submission {
    /// A file whose turn has not come.
    #[must_use]
    pub fn waiting(id: u32, file: String, group: Group) -> Self {
        Self { id, file, group, outcome: Outcome::Waiting, text: Rc::from(""), review: Review::default() }
    }

    /// What the table tells of it, once it was read.
    #[must_use]
    pub fn facts(&self) -> Option<&Facts> {
        match &self.outcome {
            Outcome::Read(facts) => Some(facts),
            Outcome::Waiting | Outcome::Refused(_) => None,
        }
    }

    /// Who reports, or else the file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.facts().and_then(|facts| facts.organ.as_deref()).unwrap_or_else(|| self.file_name())
    }

    /// The name, with the year it is of where that is not this one: 白沙镇人民政府（上年）.
    #[must_use]
    pub fn dated_name(&self) -> String {
        let when = if self.group == Group::Previous { "（上年）" } else { "" };
        format!("{}{when}", self.name())
    }

    /// What to call it beside `other`: [`dated_name`](Self::dated_name), or the file where both have the same.
    #[must_use]
    pub fn name_beside(&self, other: &Self) -> String {
        let name = self.dated_name();
        if name == other.dated_name() { self.file.clone() } else { name }
    }

    /// The file's name without folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or(&self.file)
    }

    /// Errors and warnings that count: those not dismissed.
    #[must_use]
    pub fn counts(&self) -> Option<(usize, usize)> {
        let counts = self.facts()?.counts;
        let [errors, warnings, _] = self.review.dismissed_counts;
        Some((counts.error.saturating_sub(errors), counts.warning.saturating_sub(warnings)))
    }

    /// The conclusion: the reviewer's, or what follows from the findings that count.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        let (errors, warnings) = self.counts()?;
        self.review.verdict.or(Some(self.facts()?.verdict.with(errors + warnings)))
    }
}

/// Names as hexadecimal words: JavaScript's numbers cannot hold them.
mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(names: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
        names.iter().map(|name| format!("{name:016x}")).collect::<Vec<_>>().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        let words = Vec::<String>::deserialize(deserializer)?;
        words.iter().map(|word| u64::from_str_radix(word, 16).map_err(D::Error::custom)).collect()
    }
}
