//! Who shares passages with whom, as the desk shows it.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::report::Range;
use crate::text::Lines;

/// Who shares passages with whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likeness {
    /// Pairs, the most alike first.
    pub pairs: Rc<[Pair]>,
    /// The places in `pairs` of each submission.
    places: Rc<BTreeMap<u32, Vec<usize>>>,
}

/// Two submissions that share passages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pair {
    /// The numbers of the two.
    pub ids: [u32; 2],
    /// The share of the shorter text that both have, in per cent.
    pub percent: u32,
    /// The passages, in the order of the first text.
    pub passages: Vec<Passage>,
}

/// A passage that two texts share, short differences included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// Where it stands in each text.
    pub ranges: [Range; 2],
    /// What differs inside.
    pub changed: Vec<Changed>,
}

/// A difference inside a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// Where it stands in each text.
    pub ranges: [Range; 2],
}

impl Likeness {
    /// With these pairs, the most alike first.
    #[must_use]
    pub fn new(pairs: Vec<Pair>) -> Self {
        let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (place, pair) in pairs.iter().enumerate() {
            for id in pair.ids {
                places.entry(id).or_default().push(place);
            }
        }
        Self { pairs: pairs.into(), places: Rc::new(places) }
    }

    /// The pairs of submission `id`, the most alike first.
    pub fn of(&self, id: u32) -> impl Iterator<Item = &Pair> {
        self.places.get(&id).into_iter().flatten().filter_map(|&place| self.pairs.get(place))
    }

    /// The pair in which submission `id` is most alike to another.
    #[must_use]
    pub fn best(&self, id: u32) -> Option<&Pair> {
        self.of(id).next()
    }

    /// The pair of these two.
    #[must_use]
    pub fn pair(&self, ids: [u32; 2]) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.ids == ids)
    }
}

impl Pair {
    /// The other one.
    #[must_use]
    pub fn other(&self, id: u32) -> u32 {
        if self.ids[0] == id { self.ids[1] } else { self.ids[0] }
    }
}

/// A stretch of one of two texts that lie side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// Its words.
    pub text: &'t str,
    /// The passage it belongs to: its place in the pair's list.
    pub passage: Option<usize>,
    /// Whether the other text says something else here.
    pub changed: bool,
}

/// `text`, the first or second of a pair (`side` 0 or 1), cut where passages and differences begin and end.
#[must_use]
pub fn stretches<'t>(text: &'t str, pair: &Pair, side: usize) -> Vec<Stretch<'t>> {
    let lines = Lines::new(text);
    let bytes = |ranges: &[Range; 2]| ranges.get(side).map_or((0, 0), |&[from, to]| (lines.byte(from), lines.byte(to)));
    // Passages ascend in the first text alone.
    let mut passages: Vec<(usize, &Passage)> = pair.passages.iter().enumerate().collect();
    passages.sort_by_key(|(_, passage)| bytes(&passage.ranges));
    let mut out = Vec::new();
    let mut at = 0;
    let mut cut = |at: &mut usize, to: usize, passage: Option<usize>, changed: bool| {
        if let Some(text) = text.get(*at..to).filter(|text| !text.is_empty()) {
            out.push(Stretch { text, passage, changed });
        }
        *at = (*at).max(to);
    };
    for (place, passage) in passages {
        let (from, to) = bytes(&passage.ranges);
        cut(&mut at, from, None, false);
        let mut differences: Vec<_> = passage.changed.iter().map(|changed| bytes(&changed.ranges)).collect();
        differences.sort_unstable();
        for (from, to) in differences {
            cut(&mut at, from, Some(place), false);
            cut(&mut at, to, Some(place), true);
        }
        cut(&mut at, to, Some(place), false);
    }
    cut(&mut at, text.len(), None, false);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_passages_and_differences() {
        let passage = Passage { ranges: [[1, 6], [0, 5]], changed: vec![Changed { ranges: [[3, 4], [2, 3]] }] };
        let pair = Pair { passages: vec![passage], ..Pair::default() };
        let cut =
            |text, side| stretches(text, &pair, side).into_iter().map(|s| (s.text, s.passage, s.changed)).collect::<Vec<_>>();
        let first =
            [("首", None, false), ("调解", Some(0), false), ("甲", Some(0), true), ("纠纷", Some(0), false), ("尾", None, false)];
        assert_eq!(cut("首调解甲纠纷尾", 0), first);
        assert_eq!(cut("调解乙纠纷", 1).len(), 3);
    }

    #[test]
    fn the_whole_text_is_there_whatever_the_ranges() {
        for ranges in [[0, 99], [5, 2], [3, 3]] {
            let pair = Pair { passages: vec![Passage { ranges: [ranges; 2], changed: Vec::new() }], ..Pair::default() };
            let text = "𠮷调解甲纠纷";
            assert_eq!(stretches(text, &pair, 0).iter().map(|stretch| stretch.text).collect::<String>(), text);
        }
    }
}
