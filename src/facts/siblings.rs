//! Numbered headings of one parent, and where their numbers break off.

mod inline;
mod unnumbered;
mod wording;

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Heading, Kind, Ordinal, OrdinalStyle, Status};
use crate::text::{Span, chars, numerals, sort_by_number};

pub use unnumbered::{Unnumbered, unnumbered};

/// What is wrong with a number beside its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The first sibling is not 1.
    Start,
    /// Larger than the one due.
    Gap,
    /// The same number as the sibling before.
    Duplicate,
    /// Counting begins anew although no heading stands between.
    Restart,
    /// Smaller than the sibling before.
    Backward,
}

/// A number that does not follow.
#[derive(Clone, Debug)]
pub struct Broken {
    /// What is wrong.
    pub kind: Break,
    /// The heading: an index into `Document::headings`.
    pub heading: usize,
    /// Its number.
    pub number: Ordinal,
    /// The number of the sibling before.
    pub before: Option<Ordinal>,
    /// The value that was due.
    pub expected: u32,
    /// Whether counting goes on behind it as if it were right, so that only what is in `moved` is wrong.
    pub slip: bool,
    /// The blocks that look like the headings left out: as many as are missing, or none.
    pub candidates: Vec<usize>,
    /// Whether blocks look like headings left out, but not as many as are missing.
    pub unsure: bool,
    /// The numbers that would change, each with the value it would get. The first of several breaks has all that follow,
    /// so that one fix numbers them on.
    pub moved: Vec<(Ordinal, u32)>,
    /// Whether anyone would renumber so; else a paragraph may have been lost or have changed its place.
    pub certain: bool,
}

impl Broken {
    /// How many numbers are missing.
    #[must_use]
    pub fn missing(&self) -> u32 {
        if self.slip { 0 } else { self.number.value.saturating_sub(self.expected) }
    }

    /// The fix that gives every number its due value.
    #[must_use]
    pub fn renumber(&self, doc: &Document) -> Fix {
        let due = written(doc, self.number, self.expected);
        let title = if self.moved.len() > 1 { format!("改为“{due}”并顺延") } else { format!("改为“{due}”") };
        let edits = self.moved.iter().map(|&(number, value)| Edit::replace(number.numeral, numeral(number, value))).collect();
        if self.certain { Fix::safe(title, edits) } else { Fix::suggested(title, edits) }
    }

    /// Whether renumbering mends it: not where it begins anew or headings without number stand in the gap.
    fn is_renumbered(&self) -> bool {
        self.kind != Break::Restart && self.candidates.is_empty()
    }
}

/// `value` in the numerals of `like`.
#[must_use]
pub fn numeral(like: Ordinal, value: u32) -> String {
    match like.style {
        OrdinalStyle::Han | OrdinalStyle::HanBrackets => numerals::to_han(value),
        OrdinalStyle::ArabicBrackets if is_circled(like) => {
            char::from_u32('①' as u32 + value.saturating_sub(1)).filter(|_| value <= 20).map_or_else(String::new, String::from)
        }
        OrdinalStyle::Arabic | OrdinalStyle::ArabicBrackets => value.to_string(),
    }
}

/// The number `like` with another value, its brackets and marks as written; the standard form where some are wanting.
#[must_use]
pub fn written(doc: &Document, like: Ordinal, value: u32) -> String {
    let whole = match like.style {
        OrdinalStyle::Han | OrdinalStyle::Arabic => like.mark.is_some(),
        OrdinalStyle::HanBrackets => like.open.is_some() && like.close.is_some() && like.mark.is_none(),
        OrdinalStyle::ArabicBrackets => like.open.is_some() == like.close.is_some() && like.mark.is_none(),
    };
    if !whole {
        return like.style.write(value);
    }
    let (before, after) = (Span::new(like.span.start, like.numeral.start), Span::new(like.numeral.end, like.span.end));
    format!("{}{}{}", doc.get(before), numeral(like, value), doc.get(after))
}

fn is_circled(number: Ordinal) -> bool {
    number.style == OrdinalStyle::ArabicBrackets && number.open.is_none() && number.close.is_none()
}

/// Headings of one level and style under one parent, ascending; those of level 1 whose number was lost among them.
#[derive(Clone, Debug)]
pub struct Siblings {
    /// The heading they stand under.
    pub parent: Option<usize>,
    /// Their level.
    pub level: u8,
    /// Indices into `Document::headings`.
    pub headings: Vec<usize>,
}

impl Siblings {
    /// The siblings that have a number.
    pub fn numbered<'d>(&self, doc: &'d Document) -> impl Iterator<Item = (usize, &'d Heading, Ordinal)> {
        self.headings.iter().filter_map(|&i| {
            let heading = doc.headings.get(i)?;
            Some((i, heading, heading.number?))
        })
    }
}

/// All groups of siblings, those of one level together in the order of the text.
#[must_use]
pub fn groups(doc: &Document) -> Vec<Siblings> {
    let mut keys: Vec<(u8, bool, Option<usize>, usize)> = doc
        .headings
        .iter()
        .enumerate()
        .map(|(i, heading)| (heading.level, heading.number.is_some_and(is_circled), heading.parent, i))
        .collect();
    sort_by_number(&mut keys, |&(level, circled, parent, _)| {
        u64::from(level) << 33 | u64::from(circled) << 32 | parent.map_or(0, |parent| parent as u64 + 1)
    });
    keys.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2))
        .filter_map(|chunk| {
            let &(level, _, parent, _) = chunk.first()?;
            Some(Siblings { parent, level, headings: chunk.iter().map(|key| key.3).collect() })
        })
        .collect()
}

/// Every number that does not follow the one before it, ascending.
#[must_use]
pub fn broken(doc: &Document) -> Vec<Broken> {
    let groups = doc.once(groups);
    let mut found = Vec::new();
    let first = |group: &Siblings| group.numbered(doc).next().map(|(_, _, number)| number.value);
    let counts_on = |group: &Siblings| {
        let mut values = group.numbered(doc).map(|(_, _, number)| number.value);
        values.next().is_some_and(|first| values.next().is_none_or(|second| second == first + 1))
    };
    let last = |group: &Siblings| group.numbered(doc).last().map(|(_, _, number)| number.value);
    for of_level in groups.chunk_by(|a, b| a.level == b.level) {
        // （一） counted through the whole text begins with 1 once only; 1. may run on across （一）（二） anywhere.
        let runs_through = of_level.iter().skip(1).all(|group| first(group) != Some(1));
        let mut previous = None;
        for group in of_level {
            let runs_on = (group.level >= 3 || runs_through)
                && counts_on(group)
                && previous.is_some_and(|last: u32| first(group) == Some(last + 1));
            examine(doc, group, runs_on, &mut found);
            previous = last(group).or(previous);
        }
    }
    sort_by_number(&mut found, |broken: &Broken| broken.heading as u64);
    found
}

/// Follows one group's numbers; of a run that is off as a whole only its first is reported.
fn examine(doc: &Document, group: &Siblings, runs_on: bool, found: &mut Vec<Broken>) {
    let run: Vec<(usize, Ordinal)> = group.numbered(doc).map(|(i, _, number)| (i, number)).collect();
    let first = found.len();
    let mut places = Vec::new();
    let value = |k: usize| run.get(k).map(|(_, number)| number.value);
    let mut due = if runs_on { value(0).unwrap_or(1) } else { 1 };
    let mut k = 0;
    let mut ones = None;
    while let Some(&(heading, number)) = run.get(k) {
        let before = k.checked_sub(1).and_then(|b| run.get(b)).map(|&(_, number)| number);
        if number.value == due {
            due += 1;
            k += 1;
            continue;
        }
        // How many numbers from here on count up by one, and whether those behind them are where they belong.
        let counts = (k + 1..).take_while(|&j| value(j) == Some(number.value + (j - k) as u32)).count() + 1;
        let slip = value(k + counts) == Some(due + counts as u32);
        let swapped = number.value > due && value(k + 1) == Some(due);
        let kind = match before {
            _ if swapped => Some(Break::Backward),
            None if is_excerpt(doc, group) => None,
            None => Some(Break::Start),
            Some(before) if number.value == 1 && !slip => {
                let ones = *ones.get_or_insert_with(|| run.iter().filter(|(_, number)| number.value == 1).count());
                restart(doc, group.level, (heading, before), value(k + 1), ones)
            }
            Some(before) if number.value == before.value => Some(Break::Duplicate),
            Some(before) if number.value < before.value => Some(Break::Backward),
            Some(_) => Some(Break::Gap),
        };
        let mut broken = Broken {
            kind: kind.unwrap_or(Break::Restart),
            heading,
            number,
            before,
            expected: due,
            slip,
            candidates: Vec::new(),
            unsure: false,
            moved: (k..k + counts).filter_map(|j| Some((run.get(j)?.1, due + (j - k) as u32))).collect(),
            certain: false,
        };
        if swapped && let Some(&(heading, second)) = run.get(k + 1) {
            // （三）（二）: the second shows it; both are wrong where they stand.
            broken = Broken { heading, number: second, before: Some(number), expected: due + 1, ..broken };
            broken.moved = vec![(number, due), (second, due + 1)];
            found.push(broken);
            places.push(k);
            due = if value(k + 2) == Some(second.value + 1) { second.value + 1 } else { due + 2 };
            k += 2;
            continue;
        }
        due = if slip { due + counts as u32 } else { number.value + counts as u32 };
        k += counts;
        if kind.is_none() {
            continue;
        }
        if broken.missing() > 0 && matches!(broken.kind, Break::Start | Break::Gap) {
            let from = before.and_then(|_| run.get(k - counts - 1)).and_then(|&(h, _)| doc.headings.get(h));
            if inline::all_stand(doc, group, from, &broken) {
                continue;
            }
            (broken.candidates, broken.unsure) = unnumbered::candidates(doc, group, from, &broken);
        }
        broken.certain = is_certain(doc, &broken);
        found.push(broken);
        places.push(k - counts);
    }
    let found = found.get_mut(first..).unwrap_or(&mut []);
    number_on(&run, &places, found, |broken| broken.certain);
    number_on(&run, &places, found, |broken| !broken.certain);
}

/// Lets each break that `leads` and that no other has numbered on already number on what follows, up to a break that
/// this would not mend: one that is not renumbered at all, or for a certain one an uncertain one.
/// Behind a slip all is right as it stands. `places` are the breaks' places in `run`.
fn number_on(run: &[(usize, Ordinal)], places: &[usize], found: &mut [Broken], leads: impl Fn(&Broken) -> bool) {
    let mut done = 0;
    for i in 0..found.len() {
        let (Some(lead), Some(&from), Some(rest)) = (found.get(i), places.get(i), found.get(i + 1..)) else { return };
        if from < done || lead.slip || !lead.is_renumbered() || !leads(lead) {
            continue;
        }
        let follow = rest.iter().take_while(|next| next.is_renumbered() && (next.certain || !lead.certain)).count();
        done = places.get(i + 1 + follow).copied().unwrap_or(run.len());
        let due = lead.moved.first().map_or(lead.expected, |&(_, value)| value);
        let moved = (due..).zip(run.get(from..done).unwrap_or(&[])).map(|(value, &(_, number))| (number, value)).collect();
        if let Some(lead) = found.get_mut(i).filter(|_| follow > 0) {
            lead.moved = moved;
        }
    }
}

/// Whether the numbers themselves are wrong, not what they stand before.
fn is_certain(doc: &Document, broken: &Broken) -> bool {
    // Where one of the four parts is missing, it may be what the number waits for.
    let part_missing = || broken.number.style.level() == 1 && doc.parts.iter().any(|info| info.status == Status::Missing);
    match broken.kind {
        Break::Start => broken.missing() <= 1 && !broken.unsure && !part_missing(),
        // Many numbers at once are lost text.
        Break::Gap => broken.missing() <= 2 && !broken.unsure && !part_missing(),
        Break::Duplicate => !is_printed_twice(doc, broken) && !part_missing(),
        // One wrong number among right ones is plain; else paragraphs may have changed places.
        Break::Backward => broken.slip && broken.moved.len() == 1,
        Break::Restart => false,
    }
}

/// Whether the heading before has the same words: such a heading is not to be numbered on.
fn is_printed_twice(doc: &Document, broken: &Broken) -> bool {
    doc.headings.get(broken.heading).is_some_and(|heading| {
        let first = doc.headings.get(..broken.heading).unwrap_or(&[]).iter().rev().find(|h| h.number == broken.before);
        first.is_some_and(|first| doc.get(first.title) == doc.get(heading.title))
    })
}

/// What a 1 behind other numbers means: `at` is its heading and the number before, `next` the value behind it,
/// `ones` how often the siblings begin anew.
fn restart(doc: &Document, level: u8, at: (usize, Ordinal), next: Option<u32>, ones: usize) -> Option<Break> {
    let (heading, before) = at;
    let block = doc.headings.get(heading)?.block;
    // A short line without a stop just above stands for the parent that lost its number.
    let titled = block.checked_sub(1).and_then(|i| doc.blocks.get(i)).is_some_and(|block| {
        let text = doc.get(block.span);
        block.kind == Kind::Paragraph && text.chars().count() <= 45 && !text.ends_with(chars::ends_sentence)
    });
    let goes_on = next == Some(2);
    match level {
        _ if titled => None,
        // 1. 2. and 1. again is a second list; 1. 1. in two adjoining lines is a slip, three and more are Markdown's.
        3.. if before.value > 1 => None,
        3.. => {
            let adjoins = block.checked_sub(1).and_then(|i| doc.blocks.get(i)).is_some_and(|above| {
                doc.heading_of(above).and_then(|heading| heading.number).is_some_and(|number| number.span == before.span)
            });
            (ones == 2 && adjoins && goes_on).then_some(Break::Duplicate)
        }
        _ if before.value == 1 => Some(Break::Duplicate),
        // A second document follows the first.
        1 if goes_on => None,
        _ if goes_on => Some(Break::Restart),
        _ => Some(Break::Backward),
    }
}

/// Whether a group without a parent stands in a pasted fragment, whose first headings may be elsewhere.
fn is_excerpt(doc: &Document, group: &Siblings) -> bool {
    group.parent.is_none()
        && doc.title.is_none()
        && doc.lead_in.is_none()
        && !doc.blocks.iter().take(doc.body.start).any(|block| block.kind == Kind::Addressee)
}
