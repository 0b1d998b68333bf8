//! Passages that two texts share, set phrases left out.

use std::cell::OnceCell;

use super::set_phrases;
use crate::text::{Seen, Span, hash};

/// How many characters in a row make two passages alike.
pub const GRAM: usize = 8;
/// What the hash of a run is multiplied with for every further character.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;
/// What the first character of a run has become when it leaves.
const FIRST: u64 = BASE.wrapping_pow(GRAM as u32 - 1);

/// A text as its characters, blanks and marks left out.
pub struct Passage {
    /// The characters.
    chars: Vec<char>,
    /// Where each stands.
    at: Vec<usize>,
    /// Whether each belongs to no set phrase; found when it is asked for.
    own: OnceCell<Vec<bool>>,
}

/// Runs of eight characters that occur in a text.
#[derive(Default)]
pub struct Grams {
    /// With their figures.
    exact: Seen,
    /// With any figures.
    any: Seen,
}

/// How much of a passage another text has.
pub struct Shared {
    /// For each character whether it stands in a shared run, figures not compared.
    covered: Vec<bool>,
    /// The same with figures compared.
    exact: Vec<bool>,
}

impl Passage {
    /// Reads `span` of `text`.
    #[must_use]
    pub fn new(text: &str, span: Span) -> Self {
        let inside = span.of(text).char_indices().filter(|&(_, c)| set_phrases::counts(c));
        let (at, chars): (Vec<usize>, Vec<char>) = inside.map(|(at, c)| (span.start + at, c)).unzip();
        Self { chars, at, own: OnceCell::new() }
    }

    fn own(&self) -> &[bool] {
        self.own.get_or_init(|| set_phrases::own(&self.chars.iter().collect::<String>()))
    }

    /// Its characters: each with its place and whether it belongs to no set phrase.
    pub fn characters(&self) -> impl Iterator<Item = (usize, char, bool)> {
        let places = self.at.iter().zip(&self.chars).zip(self.own());
        places.map(|((&at, &c), &own)| (at, c, own))
    }

    /// How many of its characters belong to no set phrase.
    #[must_use]
    pub fn own_length(&self) -> usize {
        self.own().iter().filter(|own| **own).count()
    }

    /// The hashes of its runs of eight characters, figures kept or not.
    fn grams(&self, figures: bool) -> impl Iterator<Item = u64> {
        grams(self.chars.iter().map(move |&c| if !figures && c.is_ascii_digit() { '0' } else { c }))
    }

    /// Compares it with another text.
    #[must_use]
    pub fn shared(&self, other: &Grams) -> Shared {
        let mark = |figures: bool, set: &Seen| {
            let mut covered = vec![false; self.chars.len()];
            for (i, gram) in self.grams(figures).enumerate() {
                if set.contains_key(&gram) {
                    covered.iter_mut().skip(i).take(GRAM).for_each(|slot| *slot = true);
                }
            }
            covered
        };
        Shared { covered: mark(false, &other.any), exact: mark(true, &other.exact) }
    }

    /// The share of its own characters, in per cent, that are shared.
    #[must_use]
    pub fn percent(&self, shared: &Shared) -> usize {
        self.own_shared(&shared.covered) * 100 / self.own_length().max(1)
    }

    /// The same with figures compared.
    #[must_use]
    pub fn exact_percent(&self, shared: &Shared) -> usize {
        self.own_shared(&shared.exact) * 100 / self.own_length().max(1)
    }

    /// How many of its own characters are shared, figures not compared.
    #[must_use]
    pub fn shared_length(&self, shared: &Shared) -> usize {
        self.own_shared(&shared.covered)
    }

    fn own_shared(&self, covered: &[bool]) -> usize {
        covered.iter().zip(self.own()).filter(|(covered, own)| **covered && **own).count()
    }

    /// Its longest shared stretch: where it stands, and how many of its own characters it has.
    #[must_use]
    pub fn longest(&self, shared: &Shared) -> Option<(Span, usize)> {
        let mut best: Option<(usize, usize, usize)> = None;
        let mut start = None;
        for i in 0..=self.chars.len() {
            match (shared.covered.get(i).copied().unwrap_or(false), start) {
                (true, None) => start = Some(i),
                (false, Some(from)) => {
                    let own = self.own().get(from..i).map_or(0, |own| own.iter().filter(|own| **own).count());
                    if best.is_none_or(|(_, _, most)| own > most) {
                        best = Some((from, i, own));
                    }
                    start = None;
                }
                _ => {}
            }
        }
        let (from, to, own) = best?;
        let last = to.checked_sub(1)?;
        let end = self.at.get(last)? + self.chars.get(last)?.len_utf8();
        Some((Span::new(*self.at.get(from)?, end), own))
    }

    /// Whether the number at byte `at` is the same in the other text.
    #[must_use]
    pub fn keeps(&self, shared: &Shared, at: usize) -> bool {
        self.at.binary_search(&at).is_ok_and(|i| shared.exact.get(i).copied().unwrap_or(false))
    }
}

/// One in so many of the runs is a sample.
pub const SAMPLED_OF: usize = 12;

/// The hashes of some of the runs of eight of `chars`, the same ones in every text: their first two characters tell which.
pub fn samples(chars: &[char]) -> impl Iterator<Item = u64> {
    let is_sample = |run: &&[char; GRAM]| {
        let pair = (run[0] as u32).wrapping_mul(0x9E37_79B1) ^ (run[1] as u32).wrapping_mul(0x85EB_CA6B);
        pair < u32::MAX / SAMPLED_OF as u32
    };
    chars.array_windows().filter(is_sample).map(|run| hash::of(run))
}

/// The hashes of the runs of eight characters: each made from the one before it.
pub fn grams(chars: impl Iterator<Item = char> + Clone) -> impl Iterator<Item = u64> {
    let with = |sum: u64, c: char| sum.wrapping_mul(BASE).wrapping_add(u64::from(u32::from(c)));
    let (firsts, mut lasts) = (chars.clone(), chars);
    let mut sum = lasts.by_ref().take(GRAM - 1).fold(0, with);
    lasts.zip(firsts).map(move |(last, first)| {
        let run = with(sum, last);
        sum = run.wrapping_sub(u64::from(u32::from(first)).wrapping_mul(FIRST));
        run ^ run >> 29
    })
}

impl Grams {
    /// Adds a passage.
    pub fn add(&mut self, passage: &Passage) {
        self.exact.extend(passage.grams(true).map(|gram| (gram, 0)));
        self.any.extend(passage.grams(false).map(|gram| (gram, 0)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(text: &str) -> Passage {
        Passage::new(text, Span::new(0, text.len()))
    }

    #[test]
    fn shares_are_of_the_own_words() {
        let old = "建立镇村两级法律顾问联系制度，定期到村开展法律咨询服务，化解纠纷12件。";
        let mut grams = Grams::default();
        grams.add(&passage(old));
        let same = passage("建立镇村两级法律顾问联系制度,定期到村开展法律咨询服务,化解纠纷35件。");
        let shared = same.shared(&grams);
        assert_eq!(same.percent(&shared), 100);
        assert!(same.exact_percent(&shared) < 100);
        let other = passage("依托综治中心整合各方力量，为群众提供一站式服务。");
        assert_eq!(other.percent(&other.shared(&grams)), 0);
    }
}
