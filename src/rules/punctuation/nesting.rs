//! Pairs that stand inside a pair of their own kind.

use crate::text::{Mark, Span, sort_by_number};

/// A pair inside another.
#[derive(Clone, Copy)]
pub struct Nested {
    /// The outer pair's opening mark.
    pub outer: Mark,
    /// The inner pair.
    pub open: Mark,
    /// Its closing mark.
    pub close: Mark,
}

impl Nested {
    /// The inner pair with what it encloses.
    pub fn span(&self) -> Span {
        self.open.span().to(self.close.span())
    }
}

/// The pairs of `kinds` among the `marks` of a block that stand directly inside a pair of the first kind and are of the first kind
/// too, ascending. None where they do not all pair: what belongs together is a guess then.
pub fn nested(marks: &[Mark], kinds: &[(char, char)]) -> Vec<Nested> {
    let mut stack: Vec<(usize, Mark)> = Vec::new();
    let mut found = Vec::new();
    for &mark in marks {
        if let Some(kind) = kinds.iter().position(|kind| kind.0 == mark.char) {
            stack.push((kind, mark));
        } else if let Some(kind) = kinds.iter().position(|kind| kind.1 == mark.char) {
            let Some((_, open)) = stack.pop().filter(|&(opened, _)| opened == kind) else { return Vec::new() };
            if kind == 0
                && let Some(&(0, outer)) = stack.last()
            {
                found.push(Nested { outer, open, close: mark });
            }
        }
    }
    if !stack.is_empty() {
        return Vec::new();
    }
    sort_by_number(&mut found, |pair| pair.open.at as u64);
    found
}
