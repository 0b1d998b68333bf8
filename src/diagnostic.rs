//! What the checker says: findings, their severity, their fixes.

use serde::Serialize;

use crate::document::Part;
use crate::rule::Rule;
use crate::text::Span;

/// How sure and how grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// 提示: a matter of style or a weak sign.
    Info,
    /// 警告: probably wrong; a person should look.
    Warning,
    /// 错误: certainly against a rule.
    Error,
}

impl Severity {
    /// Every severity, gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// The name in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Info => "提示",
        }
    }
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FixKind {
    /// 一键修改: no clerk would object.
    Safe,
    /// 建议修改: needs a look.
    Unsafe,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Replaces `span` by `text`.
    #[must_use]
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts `text` at byte `at`.
    #[must_use]
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { span: Span::at(at), text: text.into() }
    }

    /// Deletes `span`.
    #[must_use]
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// A way to mend a finding: edits that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// An imperative, such as 改为“（三）”.
    pub title: String,
    /// Whether it may be applied unseen.
    pub kind: FixKind,
    /// Ascending and disjoint.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix no clerk would object to.
    #[must_use]
    pub fn safe(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), kind: FixKind::Safe, edits }
    }

    /// A fix that needs a look.
    #[must_use]
    pub fn suggested(title: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { title: title.into(), kind: FixKind::Unsafe, edits }
    }

    /// Replaces `span` by `text`, safely; the title says so.
    #[must_use]
    pub fn safe_replace(span: Span, text: &str) -> Self {
        Self::safe(format!("改为“{text}”"), vec![Edit::replace(span, text)])
    }

    /// Proposes to replace `span` by `text`; the title says so.
    #[must_use]
    pub fn suggest_replace(span: Span, text: &str) -> Self {
        Self::suggested(format!("改为“{text}”"), vec![Edit::replace(span, text)])
    }
}

/// One problem of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule that speaks.
    pub rule: &'static Rule,
    /// The rule's severity unless the case is milder.
    pub severity: Severity,
    /// The offending text; empty only where something is missing.
    pub span: Span,
    /// One sentence that quotes the offending text in “ ” and says what is wrong.
    pub message: String,
    /// Other places the message speaks of.
    pub related: Vec<(Span, String)>,
    /// Where a finding stands for many places, all of them, ascending; `span` is the first.
    pub occurrences: Vec<Span>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
    /// The part a missing-part finding is about; other findings get theirs by place.
    pub about: Option<Part>,
}

impl Finding {
    /// A finding with the rule's own severity.
    #[must_use]
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            span,
            message: message.into(),
            related: Vec::new(),
            occurrences: Vec::new(),
            fixes: Vec::new(),
            about: None,
        }
    }

    /// Lowers the severity to `severity` where that is milder.
    #[must_use]
    pub fn at_most(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }

    /// The finding in another place: `to` gives what each span becomes.
    #[must_use]
    pub fn moved(mut self, to: impl Fn(Span) -> Span) -> Self {
        self.span = to(self.span);
        self.related.iter_mut().for_each(|(span, _)| *span = to(*span));
        self.occurrences.iter_mut().for_each(|span| *span = to(*span));
        self.fixes.iter_mut().flat_map(|fix| &mut fix.edits).for_each(|edit| edit.span = to(edit.span));
        self
    }

    /// Adds a way to mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Adds a place the message speaks of.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push((span, message.into()));
        self
    }
}
