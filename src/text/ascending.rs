//! Items in the order of the text, found by their place.

use std::ops::Deref;

use super::span::Span;

/// Something that starts at a byte of the text.
pub trait Placed {
    /// Its first byte.
    fn at(&self) -> usize;
}

/// A list that ascends by place. Where the items around a byte stand is looked up, not searched for: `first` holds, for
/// every stretch of 64 bytes, the first item that starts in it or behind it.
#[derive(Clone, Debug)]
pub struct Ascending<T> {
    items: Vec<T>,
    first: Vec<u32>,
}

/// A stretch is 2 to the power of this many bytes long.
const STRETCH: u32 = 6;

impl<T: Placed> Ascending<T> {
    /// Takes items that ascend.
    #[must_use]
    pub fn new(items: Vec<T>) -> Self {
        let mut first = Vec::with_capacity(items.last().map_or(0, |item| (item.at() >> STRETCH) + 1));
        for (i, item) in (0u32..).zip(&items) {
            while first.len() <= item.at() >> STRETCH {
                first.push(i);
            }
        }
        Self { items, first }
    }

    /// The index of the first item that starts at byte `at` or behind it.
    #[must_use]
    pub fn index_from(&self, at: usize) -> usize {
        let Some(&first) = self.first.get(at >> STRETCH) else { return self.items.len() };
        let first = first as usize;
        let next = self.first.get((at >> STRETCH) + 1).map_or(self.items.len(), |&next| next as usize);
        // All of the stretch, without a branch for each.
        first + self.items.get(first..next).unwrap_or(&[]).iter().map(|item| usize::from(item.at() < at)).sum::<usize>()
    }

    /// The items that start inside `span`.
    #[must_use]
    pub fn within(&self, span: Span) -> &[T] {
        let (start, end) = (self.index_from(span.start), self.index_from(span.end));
        self.items.get(start..end).unwrap_or(&[])
    }

    /// The items in other places, in the same order.
    #[must_use]
    pub fn moved(&self, to: impl FnMut(&T) -> T) -> Self {
        Self::new(self.items.iter().map(to).collect())
    }

    /// The last item that starts at byte `at` or before it.
    #[must_use]
    pub fn last_to(&self, at: usize) -> Option<usize> {
        self.index_from(at + 1).checked_sub(1)
    }
}

impl<T> Default for Ascending<T> {
    fn default() -> Self {
        Self { items: Vec::new(), first: Vec::new() }
    }
}

impl<T> Deref for Ascending<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a Ascending<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl Placed for Span {
    fn at(&self) -> usize {
        self.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_search_finds() {
        let items: Vec<Span> = [0, 3, 3, 127, 128, 500, 501, 1000].map(Span::at).to_vec();
        let list = Ascending::new(items.clone());
        for at in 0..1100 {
            assert_eq!(list.index_from(at), items.partition_point(|item| item.start < at), "{at}");
            assert_eq!(list.last_to(at), items.partition_point(|item| item.start <= at).checked_sub(1), "{at}");
        }
        assert_eq!(list.within(Span::new(3, 501)), &items[1..6]);
        assert!(Ascending::<Span>::new(Vec::new()).within(Span::new(0, 9)).is_empty());
    }
}
