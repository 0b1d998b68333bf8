//! Pairs as one list of numbers: how they come from a worker. As JavaScript's objects they would take the page a hundred
//! times as long to read.

use super::likeness::{Changed, Pair, Passage};
use crate::report::Range;

/// The pairs as numbers.
#[must_use]
pub fn pack(pairs: &[Pair]) -> Vec<u32> {
    let mut words = Vec::new();
    for pair in pairs {
        words.extend(pair.ids);
        words.extend([pair.percent, count(&pair.passages)]);
        for passage in &pair.passages {
            words.extend(passage.ranges.as_flattened());
            words.push(count(&passage.changed));
            passage.changed.iter().for_each(|changed| words.extend(changed.ranges.as_flattened()));
        }
    }
    words
}

/// The pairs that `words` are; those before the first that is cut short.
#[must_use]
pub fn unpack(words: &[u32]) -> Vec<Pair> {
    let mut words = words.iter().copied();
    std::iter::from_fn(|| pair(&mut words)).collect()
}

fn pair(words: &mut impl Iterator<Item = u32>) -> Option<Pair> {
    let (ids, percent) = ([words.next()?, words.next()?], words.next()?);
    Some(Pair { ids, percent, passages: many(words, passage)? })
}

fn passage(words: &mut impl Iterator<Item = u32>) -> Option<Passage> {
    let ranges = ranges(words)?;
    Some(Passage { ranges, changed: many(words, |words| Some(Changed { ranges: self::ranges(words)? }))? })
}

fn ranges(words: &mut impl Iterator<Item = u32>) -> Option<[Range; 2]> {
    Some([[words.next()?, words.next()?], [words.next()?, words.next()?]])
}

/// As many as the next number says.
fn many<I: Iterator<Item = u32>, T>(words: &mut I, one: impl Fn(&mut I) -> Option<T>) -> Option<Vec<T>> {
    (0..words.next()?).map(|_| one(words)).collect()
}

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_come_out_as_they_went_in() {
        let changed = vec![Changed { ranges: [[3, 4], [2, 3]] }; 2];
        let passages = vec![Passage { ranges: [[1, 6], [0, 5]], changed }, Passage::default()];
        let pairs = [Pair { ids: [7, 9], percent: 38, passages }, Pair { ids: [1, 2], ..Pair::default() }];
        assert_eq!(unpack(&pack(&pairs)), pairs);
        assert_eq!(unpack(&[]), []);
    }

    #[test]
    fn numbers_cut_short_give_the_pairs_before() {
        let pairs = [Pair { ids: [1, 2], passages: vec![Passage::default()], ..Pair::default() }, Pair::default()];
        let words = pack(&pairs);
        for cut in 0..words.len() {
            assert!(unpack(&words[..cut]).len() < 2);
        }
        assert_eq!(unpack(&[1, 2, 3, u32::MAX]), []);
    }
}
