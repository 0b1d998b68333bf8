//! Paragraphs that are nearly the same.

use std::cell::OnceCell;

use crate::document::Document;
use crate::facts::passages::{Grams, Passage, SAMPLED_OF, samples};
use crate::facts::set_phrases;
use crate::text::{Seen, Span};

use super::plain::{Plain, Stretch};

/// A paragraph and an earlier one it repeats.
pub struct Pair {
    /// The later one's block, and what of it is prose.
    pub block: usize,
    pub prose: Span,
    /// The earlier one's.
    pub of: usize,
    pub of_prose: Span,
    /// The share of the later one's own characters that stand in the earlier one.
    pub percent: usize,
}

/// Shorter paragraphs may well be alike.
const LEAST: usize = 60;
/// From how many per cent two paragraphs are the same.
const ALIKE: usize = 80;

/// A paragraph met.
struct Met<'p> {
    stretch: &'p Stretch,
    /// Its length without set phrases, found when it is asked for.
    own: OnceCell<usize>,
}

/// The paragraphs that repeat an earlier one, ascending; for [`Document::once`].
pub fn repeated(doc: &Document) -> Vec<Pair> {
    let plain = doc.once(Plain::of);
    let mut seen: Vec<Met> = Vec::new();
    // Where each run of characters taken as a sample first stood.
    let mut first = Seen::with_capacity_and_hasher(doc.scan.han / SAMPLED_OF, Default::default());
    let mut pairs = Vec::new();
    let mut own = Vec::new();
    for paragraph in &plain.paragraphs {
        // Three bytes a character.
        if paragraph.span.len() < LEAST * 3 {
            continue;
        }
        own.clear();
        own.extend(samples(paragraph.chars(doc)));
        let met: Vec<usize> = own.iter().filter_map(|sample| first.get(sample).copied()).collect();
        let likely = majority(&met).filter(|_| met.len() * 2 >= own.len()).and_then(|of| seen.get(of));
        if let Some(other) = likely
            && let Some(percent) = alike(doc, paragraph, other)
        {
            let (prose, of_prose) = (paragraph.span, other.stretch.span);
            pairs.push(Pair { block: paragraph.block, prose, of: other.stretch.block, of_prose, percent });
            continue;
        }
        for &sample in &own {
            first.entry(sample).or_insert(seen.len());
        }
        seen.push(Met { stretch: paragraph, own: OnceCell::new() });
    }
    pairs
}

/// The one of which there are more than of all others together, if there is one.
fn majority(items: &[usize]) -> Option<usize> {
    let (mut most, mut lead) = (None, 0usize);
    for &item in items {
        if lead == 0 {
            most = Some(item);
        }
        lead = if most == Some(item) { lead + 1 } else { lead - 1 };
    }
    most
}

/// The share of a paragraph that stands in another, where that makes it the same.
fn alike(doc: &Document, paragraph: &Stretch, other: &Met) -> Option<usize> {
    let chars = paragraph.chars(doc);
    if chars == other.stretch.chars(doc) {
        let own = other.own.get_or_init(|| set_phrases::own_length(&chars.iter().collect::<String>()));
        return (*own >= LEAST).then_some(100);
    }
    let (passage, other) = (Passage::new(doc.text, paragraph.span), Passage::new(doc.text, other.stretch.span));
    let (a, b) = (passage.own_length(), other.own_length());
    let mut grams = Grams::default();
    grams.add(&other);
    // A paragraph may be a part of a longer one, but not of a whole section.
    let percent = passage.exact_percent(&passage.shared(&grams));
    (a >= LEAST && a <= 2 * b && b <= 2 * a && percent >= ALIKE).then_some(percent)
}
