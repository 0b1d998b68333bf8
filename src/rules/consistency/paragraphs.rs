//! Paragraphs that are nearly the same.

use crate::document::Document;
use crate::facts::passages::{Grams, Passage, samples};
use crate::text::{Seen, Span};

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

/// The paragraphs that repeat an earlier one, ascending.
pub fn repeated(doc: &Document) -> Vec<Pair> {
    let mut seen: Vec<(usize, Span)> = Vec::new();
    // Where each run of characters taken as a sample first stood.
    let mut first = Seen::default();
    let mut pairs = Vec::new();
    for (block, prose) in paragraphs(doc) {
        // Three bytes a character.
        if prose.len() < LEAST * 3 {
            continue;
        }
        let own: Vec<u64> = samples(doc.get(prose)).collect();
        let met: Vec<usize> = own.iter().filter_map(|sample| first.get(sample).copied()).collect();
        let likely = majority(&met).filter(|_| met.len() * 2 >= own.len()).and_then(|of| seen.get(of).copied());
        if let Some((of, of_prose)) = likely
            && let Some(percent) = alike(&Passage::new(doc.text, prose), &Passage::new(doc.text, of_prose))
        {
            pairs.push(Pair { block, prose, of, of_prose, percent });
            continue;
        }
        for sample in own {
            first.entry(sample).or_insert(seen.len());
        }
        seen.push((block, prose));
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

/// How many per cent of a paragraph stand in another of about its length, where they make the two the same.
fn alike(passage: &Passage, other: &Passage) -> Option<usize> {
    let (a, b) = (passage.own_length(), other.own_length());
    let mut grams = Grams::default();
    grams.add(other);
    // A paragraph may be a part of a longer one, but not of a whole section.
    let percent = passage.exact_percent(&passage.shared(&grams));
    (a >= LEAST && a <= 2 * b && b <= 2 * a && percent >= ALIKE).then_some(percent)
}

/// The prose of the body's blocks.
pub fn paragraphs<'d>(doc: &'d Document) -> impl Iterator<Item = (usize, Span)> + 'd {
    let blocks = doc.body_blocks().filter(|(_, block)| block.is_running());
    blocks.map(|(i, block)| (i, doc.prose(block))).filter(|(_, prose)| !prose.is_empty())
}
