//! What a rule is.

use crate::diagnostic::{Finding, Severity};
use crate::document::{Block, Document};
use crate::text::{Hit, Mark, Number, Span};

/// What a rule is about; the order of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// 结构: the parts, the title, addressee, signature.
    Structure,
    /// 内容: what a part must say.
    Content,
    /// 层次序号.
    Numbering,
    /// 标点符号.
    Punctuation,
    /// 数字用法.
    Numerals,
    /// 年度日期.
    Date,
    /// 用语提法.
    Terms,
    /// 前后一致.
    Consistency,
}

impl Family {
    /// Every family, in the catalogue's order.
    pub const ALL: [Family; 8] = [
        Family::Structure,
        Family::Content,
        Family::Numbering,
        Family::Punctuation,
        Family::Numerals,
        Family::Date,
        Family::Terms,
        Family::Consistency,
    ];

    /// The name in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Content => "content",
            Self::Numbering => "numbering",
            Self::Punctuation => "punctuation",
            Self::Numerals => "numerals",
            Self::Date => "date",
            Self::Terms => "terms",
            Self::Consistency => "consistency",
        }
    }

    /// The name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Structure => "结构",
            Self::Content => "内容",
            Self::Numbering => "序号",
            Self::Punctuation => "标点",
            Self::Numerals => "数字",
            Self::Date => "日期",
            Self::Terms => "用语",
            Self::Consistency => "一致",
        }
    }
}

/// One thing the checker looks for. A rule is a value: it has no state.
///
/// Declared with [`declare_rule!`](crate::declare_rule), which takes the explanation from the doc comment.
pub struct Rule {
    /// Stable kebab-case id, never reused.
    pub id: &'static str,
    /// Its name in the interface.
    pub name: &'static str,
    /// What it is about.
    pub family: Family,
    /// How grave its findings are at most.
    pub severity: Severity,
    /// The clause it rests on, as shown to users.
    pub basis: &'static str,
    /// The doc comment, line by line: 检查什么, 为什么, 示例, 修改.
    pub doc: &'static [&'static str],
    /// Whether it runs unless it is left out; a rule too imprecise for that runs only where it is asked for, and its doc says why.
    pub on: bool,
    /// How it looks.
    pub check: Check,
}

/// Receives findings.
pub type Findings = Vec<Finding>;

/// How a rule looks at a document.
pub enum Check {
    /// Called for every place where one of the literal strings stands outside page residue.
    /// The strings are indexed once for all rules; each has two or more characters; marks in them
    /// are full-width and match their half-width twins. `hit.needle` is the place in the list.
    Needles(fn() -> &'static [&'static str], fn(&Document, Hit, &mut Findings)),
    /// Called once with all those places, ascending: for what only shows in the whole text
    /// (a first occurrence, a word written in two ways). Not called where there are none.
    Hits(fn() -> &'static [&'static str], fn(&Document, &[Hit], &mut Findings)),
    /// Called once with the marks and blanks of the document's own text that are one of these characters, ascending; half-width
    /// twins are characters of their own. Not called where there are none.
    Marks(&'static [char], fn(&Document, &[Mark], &mut Findings)),
    /// Called once with the characters of the document's own text that cannot be seen and do not belong where they stand,
    /// ascending. Every other rule looks at the text without them. Not called where there are none.
    Unseen(fn(&Document, &[Mark], &mut Findings)),
    /// Called once with the line ends, page numbers and blanks that a page put into paragraphs, ascending. Every rule but these
    /// and those of characters that cannot be seen looks at the text without them. Not called where there are none.
    Wraps(fn(&Document, &[Mark], &mut Findings)),
    /// Called for every block of the document's own text that has numbers, with these.
    Numbers(fn(&Document, &Block, &[Number], &mut Findings)),
    /// Called for every block of the document's own text (no page residue).
    Block(fn(&Document, &Block, &mut Findings)),
    /// Called once.
    Document(fn(&Document, &mut Findings)),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl Rule {
    /// A finding of this rule.
    #[must_use]
    pub fn finding(&'static self, span: Span, message: impl Into<String>) -> Finding {
        Finding::new(self, span, message)
    }
}

/// Declares `pub static RULE`, taking its explanation from the doc comment. `off` behind the check ships it off by default.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])* $id:literal, $name:literal, $family:ident, $severity:ident, $basis:literal, $check:expr $(,)?) => {
        $crate::declare_rule!(@true $(#[doc = $doc])* $id, $name, $family, $severity, $basis, $check);
    };
    ($(#[doc = $doc:literal])* $id:literal, $name:literal, $family:ident, $severity:ident, $basis:literal, $check:expr, off $(,)?) => {
        $crate::declare_rule!(@false $(#[doc = $doc])* $id, $name, $family, $severity, $basis, $check);
    };
    (@$on:literal $(#[doc = $doc:literal])* $id:literal, $name:literal, $family:ident, $severity:ident, $basis:literal, $check:expr) => {
        $(#[doc = $doc])*
        pub static RULE: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            name: $name,
            family: $crate::rule::Family::$family,
            severity: $crate::diagnostic::Severity::$severity,
            basis: $basis,
            doc: &[$($doc),*],
            on: $on,
            check: $check,
        };
    };
}

/// Lists the rule files of a family: one line a rule makes the module and registers it.
#[macro_export]
macro_rules! family {
    ($($rule:ident),* $(,)?) => {
        $(pub mod $rule;)*
        /// The family's rules, in the catalogue's order.
        pub static RULES: &[&$crate::rule::Rule] = &[$(&$rule::RULE),*];
    };
}
