//! Applies fixes.

use crate::check::{Options, check};
use crate::diagnostic::{Edit, Finding, FixKind};
use crate::text::Span;

/// Which fixes to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Only those no clerk would object to.
    Safe,
    /// Those that need a look too.
    All,
}

/// A text mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text afterwards.
    pub text: String,
    /// Edits of the original text that give it: ascending, disjoint.
    pub edits: Vec<Edit>,
    /// How many findings were mended.
    pub applied: usize,
    /// How many findings with a selected fix were left because another fix stood in the way until the last round.
    pub skipped: usize,
}

/// Rounds after which mending ends even if a fix still offers itself: the fixes of one place could otherwise chase each
/// other. Real reports take two or three.
const ROUNDS: usize = 32;

/// Applies the selected fixes until none is left: fixing the result again changes nothing.
///
/// Of two fixes that touch the same characters the first (by place, then rule) is taken; the other is
/// looked at again in the text that results.
#[must_use]
pub fn fix(text: &str, options: &Options, selection: Selection) -> Fixed {
    fix_some(text, options, selection, |_, _| {})
}

/// As [`fix`], but of each round's findings (of the text of that round) only those that `choose` leaves.
#[must_use]
pub fn fix_some(text: &str, options: &Options, selection: Selection, choose: impl Fn(&str, &mut Vec<Finding>)) -> Fixed {
    let mut current = text.to_owned();
    let mut pieces = Pieces::whole(text.len());
    let (mut applied, mut skipped) = (0, 0);
    for _ in 0..ROUNDS {
        let round = {
            let mut findings = check(&current, options).findings;
            choose(&current, &mut findings);
            select(&findings, selection)
        };
        skipped = round.skipped;
        if round.edits.is_empty() {
            break;
        }
        let next = apply(&current, &round.edits);
        if next == current {
            break;
        }
        applied += round.applied;
        pieces = pieces.edit(&round.edits);
        current = next;
    }
    Fixed { text: current, edits: pieces.into_edits(text.len()), applied, skipped }
}

/// One round's edits.
pub struct Round {
    /// Ascending, disjoint.
    pub edits: Vec<Edit>,
    /// Findings whose fix is among them.
    pub applied: usize,
    /// Findings whose fix would overlap one of them.
    pub skipped: usize,
}

/// Chooses the first selected fix of every finding, leaving those that overlap an earlier choice.
#[must_use]
pub fn select(findings: &[Finding], selection: Selection) -> Round {
    let mut round = Round { edits: Vec::new(), applied: 0, skipped: 0 };
    for finding in findings {
        let chosen = finding.fixes.iter().find(|fix| fix.kind == FixKind::Safe || selection == Selection::All);
        let Some(chosen) = chosen.filter(|fix| !fix.edits.is_empty()) else { continue };
        if chosen.edits.iter().all(|edit| round.edits.contains(edit)) {
            round.applied += 1;
        } else if chosen.edits.iter().any(|edit| collides(&round.edits, edit)) {
            round.skipped += 1;
        } else {
            for edit in &chosen.edits {
                let at =
                    round.edits.partition_point(|other| (other.span.start, other.span.end) <= (edit.span.start, edit.span.end));
                round.edits.insert(at, edit.clone());
            }
            round.applied += 1;
        }
    }
    round
}

/// Whether `edit` touches a character another edit replaces, or the very place where another inserts.
fn collides(edits: &[Edit], edit: &Edit) -> bool {
    let near = edits.partition_point(|other| other.span.end < edit.span.start);
    edits.get(near..).unwrap_or(&[]).iter().take_while(|other| other.span.start <= edit.span.end).any(|other| {
        other.span.overlaps(edit.span)
            || (other.span.is_empty() && edit.span.start <= other.span.start && other.span.start <= edit.span.end)
            || (edit.span.is_empty() && other.span.start <= edit.span.start && edit.span.start <= other.span.end)
    })
}

/// `text` with `edits` (ascending, disjoint) made.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for edit in edits {
        out.push_str(text.get(from..edit.span.start).unwrap_or(""));
        out.push_str(&edit.text);
        from = edit.span.end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out
}

/// A text as what is left of the original and what is new.
struct Pieces(Vec<Piece>);

enum Piece {
    Kept(Span),
    New(String),
}

impl Pieces {
    /// The whole of a text of `len` bytes.
    fn whole(len: usize) -> Self {
        Self(vec![Piece::Kept(Span::new(0, len))])
    }

    /// Makes `edits`, which speak of the text as it stands now.
    fn edit(self, edits: &[Edit]) -> Self {
        let mut out = Vec::with_capacity(self.0.len() + edits.len() * 2);
        let mut source = self.0.into_iter();
        let mut rest = source.next();
        let mut at = 0;
        for edit in edits {
            take(&mut source, &mut rest, edit.span.start - at, |piece| out.push(piece));
            take(&mut source, &mut rest, edit.span.len(), drop);
            if !edit.text.is_empty() {
                out.push(Piece::New(edit.text.clone()));
            }
            at = edit.span.end;
        }
        out.extend(rest);
        out.extend(source);
        Self(out)
    }

    /// The edits of the original, of `len` bytes, that give the text.
    fn into_edits(self, len: usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        let (mut at, mut text) = (0, String::new());
        for piece in self.0.into_iter().chain([Piece::Kept(Span::at(len))]) {
            match piece {
                Piece::New(new) => text.push_str(&new),
                Piece::Kept(span) => {
                    if span.start > at || !text.is_empty() {
                        edits.push(Edit { span: Span::new(at, span.start), text: std::mem::take(&mut text) });
                    }
                    at = span.end;
                }
            }
        }
        edits
    }
}

/// Hands the next `len` bytes of the pieces to `give`, splitting the piece they end in.
fn take(source: &mut impl Iterator<Item = Piece>, rest: &mut Option<Piece>, mut len: usize, mut give: impl FnMut(Piece)) {
    while len > 0 {
        let Some(piece) = rest.take().or_else(|| source.next()) else { return };
        let size = match &piece {
            Piece::Kept(span) => span.len(),
            Piece::New(text) => text.len(),
        };
        if size <= len {
            len -= size;
            give(piece);
            *rest = source.next();
            continue;
        }
        match piece {
            Piece::Kept(span) => {
                give(Piece::Kept(Span::new(span.start, span.start + len)));
                *rest = Some(Piece::Kept(Span::new(span.start + len, span.end)));
            }
            Piece::New(mut text) => {
                let tail = text.split_off(len);
                give(Piece::New(text));
                *rest = Some(Piece::New(tail));
            }
        }
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit::replace(Span::new(start, end), text)
    }

    /// Composition equals doing one after the other, over many small pairs of edit lists.
    #[test]
    fn composed_edits_do_what_both_did() {
        let original = "abcdefgh";
        let mut state = 7u32;
        let mut random = |n: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % n
        };
        let mut list = |len: usize| {
            let mut edits = Vec::new();
            let mut at = 0;
            loop {
                let start = at + random(3) as usize + usize::from(!edits.is_empty());
                let end = start + random(3) as usize;
                if end > len {
                    return edits;
                }
                edits.push(edit(start, end, ["", "X", "YZ", "QRS"][random(4) as usize]));
                at = end;
            }
        };
        for _ in 0..20_000 {
            let first = list(original.len());
            let middle = apply(original, &first);
            let second = list(middle.len());
            let composed = Pieces::whole(original.len()).edit(&first).edit(&second).into_edits(original.len());
            assert_eq!(apply(original, &composed), apply(&middle, &second), "{first:?} then {second:?} gave {composed:?}");
            assert!(composed.windows(2).all(|w| w[0].span.end <= w[1].span.start), "{composed:?}");
        }
    }
}
