//! Lists of words that are looked for at one place of a text.

/// Words, with a bit for every character that begins one and for every character that ends one: most places of a text
/// begin and end none of them, and the bits tell. Made when the program is built, where the words are known then.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    words: &'w [&'w str],
    firsts: Bits,
    lasts: Bits,
}

impl<'w> Words<'w> {
    /// Takes words; an empty one is in no text.
    #[must_use]
    pub const fn new(words: &'w [&'w str]) -> Self {
        let (mut firsts, mut lasts) = (Bits::NONE, Bits::NONE);
        let mut rest = words;
        while let [word, others @ ..] = rest {
            firsts = firsts.with(first(word.as_bytes()).0);
            lasts = lasts.with(last(word.as_bytes()));
            rest = others;
        }
        Self { words, firsts, lasts }
    }

    /// The words.
    #[must_use]
    pub const fn list(&self) -> &'w [&'w str] {
        self.words
    }

    /// The first of the words that `text` begins with.
    #[inline]
    #[must_use]
    pub fn beginning(&self, text: &str) -> Option<&'w str> {
        if self.firsts.has(first(text.as_bytes()).0) { self.words.iter().copied().find(|word| begins(text, word)) } else { None }
    }

    /// The first of the words that `text` ends with.
    #[inline]
    #[must_use]
    pub fn ending(&self, text: &str) -> Option<&'w str> {
        if self.lasts.has(last(text.as_bytes())) { self.words.iter().copied().find(|word| ends(text, word)) } else { None }
    }

    /// What follows the first of the words that `text` begins with.
    #[must_use]
    pub fn behind<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.beginning(text)?.len()..)
    }

    /// What comes before the first of the words that `text` ends with.
    #[must_use]
    pub fn before<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(..text.len() - self.ending(text)?.len())
    }

    /// The first of the words that follows byte `at` of `text`.
    #[must_use]
    pub fn following(&self, text: &str, at: usize) -> Option<&'w str> {
        self.beginning(text.get(at..)?)
    }

    /// The first of the words that ends at byte `at` of `text`.
    #[must_use]
    pub fn preceding(&self, text: &str, at: usize) -> Option<&'w str> {
        self.ending(text.get(..at)?)
    }

    /// Whether one of the words stands in `text`.
    #[must_use]
    pub fn are_in(&self, text: &str) -> bool {
        self.places(text).any(|rest| self.words.iter().any(|word| starts(rest, word.as_bytes())))
    }

    /// Calls `found(i, at)` wherever the `i`th of the words stands in `text`.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        for rest in self.places(text) {
            for (i, _) in self.words.iter().enumerate().filter(|(_, word)| starts(rest, word.as_bytes())) {
                found(i, text.len() - rest.len());
            }
        }
    }

    /// The rests of `text` that may begin with one of the words.
    fn places<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t [u8]> {
        let mut rest = text.as_bytes();
        std::iter::from_fn(move || {
            while !rest.is_empty() {
                let here = rest;
                let (number, width) = first(here);
                rest = here.get(width..).unwrap_or(&[]);
                if self.firsts.has(number) {
                    return Some(here);
                }
            }
            None
        })
    }
}

/// `text.starts_with(word)`, for short words: most differ in the second or third byte.
pub fn begins(text: &str, word: &str) -> bool {
    starts(text.as_bytes(), word.as_bytes())
}

/// `text.ends_with(word)`, for short words: most differ in the last byte.
pub fn ends(text: &str, word: &str) -> bool {
    text.len() >= word.len() && text.bytes().rev().zip(word.bytes().rev()).all(|(a, b)| a == b)
}

fn starts(text: &[u8], word: &[u8]) -> bool {
    text.len() >= word.len() && text.iter().zip(word).all(|(a, b)| a == b)
}

/// A number below 1024 for the first character of a text, and the character's bytes.
const fn first(text: &[u8]) -> (u16, usize) {
    match *text {
        [0xE0..=0xEF, second, third, ..] => (mixed(second, third), 3),
        [ascii @ 0..0x80, ..] => (ascii as u16, 1),
        [0xF0..=0xFF, second, third, _, ..] => (mixed(second, third), 4),
        [lead, second, ..] => (mixed(lead, second), 2),
        [lead] => (lead as u16, 1),
        [] => (0, 0),
    }
}

/// A number below 1024 for the last character of a text; 0 for no text.
const fn last(text: &[u8]) -> u16 {
    match *text {
        [] => 0,
        [.., before, last @ 0x80..=0xFF] => mixed(before, last),
        [.., last] => last as u16,
    }
}

/// The last bits of a character by its last two bytes.
const fn mixed(before: u8, last: u8) -> u16 {
    (before as u16 & 0xF) << 6 | last as u16 & 0x3F
}

/// A set of numbers below 1024.
#[derive(Clone, Copy, Debug)]
struct Bits([u64; 16]);

impl Bits {
    const NONE: Self = Self([0; 16]);

    const fn with(mut self, number: u16) -> Self {
        self.0[(number >> 6 & 15) as usize] |= 1 << (number & 63);
        self
    }

    const fn has(&self, number: u16) -> bool {
        self.0[(number >> 6 & 15) as usize] >> (number & 63) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: Words = Words::new(&["普法", "检查", "%", "é", "𠀀里"]);

    #[test]
    fn finds_what_the_standard_library_finds() {
        for text in ["普法检查", "检", "", "%", "9%é", "é", "开展𠀀里", "𠀀里", "法普", "依法检查了", "二é三", "𠀀", "é查"]
        {
            let list = WORDS.list().iter().copied();
            assert_eq!(WORDS.beginning(text), list.clone().find(|word| text.starts_with(word)), "{text}");
            assert_eq!(WORDS.ending(text), list.clone().find(|word| text.ends_with(word)), "{text}");
            assert_eq!(WORDS.are_in(text), list.clone().any(|word| text.contains(word)), "{text}");
        }
    }

    #[test]
    fn the_first_of_several_words_wins() {
        static NESTED: Words = Words::new(&["全年", "全", "年"]);
        assert_eq!(
            (NESTED.beginning("全年"), NESTED.ending("全年"), NESTED.beginning("全镇")),
            (Some("全年"), Some("全年"), Some("全"))
        );
        assert_eq!((NESTED.behind("全年共"), NESTED.before("今年")), (Some("共"), Some("今")));
        assert_eq!((NESTED.following("在全镇", 3), NESTED.preceding("在今年内", 9)), (Some("全"), Some("年")));
        assert!(!Words::new(&[]).are_in("全年") && Words::new(&["年"]).are_in("全年"));
    }
}
