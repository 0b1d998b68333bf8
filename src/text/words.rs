//! Lists of words that are looked for at one place of a text.

/// Words, and for every character the ones it begins, goes on with or ends: most places of a text can hold none of them,
/// and a look at two characters tells. Made when the program is built, where the words are known then.
#[derive(Clone, Copy, Debug)]
pub struct Words<'w> {
    words: &'w [&'w str],
    firsts: Marked,
    /// Words of one character go on with any.
    seconds: Marked,
    lasts: Marked,
}

impl<'w> Words<'w> {
    /// Takes words; an empty one is in no text.
    #[must_use]
    pub const fn new(words: &'w [&'w str]) -> Self {
        let mut new = Self { words, firsts: Marked::NONE, seconds: Marked::NONE, lasts: Marked::NONE };
        let (mut rest, mut bit) = (words, 1u32);
        while let [word, others @ ..] = rest {
            let bytes = word.as_bytes();
            if let [lead, ..] = *bytes {
                let second = width(lead);
                new.firsts.mark(bytes[second - 1], bit);
                new.lasts.mark(bytes[bytes.len() - 1], bit);
                if second < bytes.len() {
                    new.seconds.mark(bytes[second + width(bytes[second]) - 1], bit);
                } else {
                    new.seconds.mark_all(bit);
                }
            }
            (rest, bit) = (others, bit.rotate_left(1));
        }
        new
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
        let bytes = text.as_bytes();
        let (first, behind) = last_byte(bytes, 0)?;
        let mut marked = self.firsts.of(first);
        if marked != 0 {
            marked &= self.seconds.of(last_byte(bytes, behind).map_or(0, |(second, _)| second));
        }
        self.first_of(marked, |word| begins(text, word))
    }

    /// The first of the words that `text` ends with.
    #[inline]
    #[must_use]
    pub fn ending(&self, text: &str) -> Option<&'w str> {
        self.first_of(text.bytes().next_back().map_or(0, |last| self.lasts.of(last)), |word| ends(text, word))
    }

    /// The first of the `marked` words that is `sought`.
    #[inline]
    fn first_of(&self, marked: u32, sought: impl Fn(&str) -> bool) -> Option<&'w str> {
        if marked == 0 { None } else { self.marked(marked).map(|(_, word)| word).find(|word| sought(word)) }
    }

    /// The `marked` words and their places, ascending.
    fn marked(&self, marked: u32) -> impl Iterator<Item = (usize, &'w str)> {
        let (words, mut from, mut left) = (self.words, 0, marked);
        std::iter::from_fn(move || {
            while left == 0 {
                from += u32::BITS as usize;
                left = if from < words.len() { marked } else { return None };
            }
            let place = from + left.trailing_zeros() as usize;
            left &= left - 1;
            Some((place, *words.get(place)?))
        })
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
        self.any_place(text.as_bytes(), |rest, marked| self.first_of(marked, |word| starts(rest, word.as_bytes())).is_some())
    }

    /// Calls `found(i, at)` wherever the `i`th of the words stands in `text`.
    pub fn each(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        self.any_place(text.as_bytes(), |rest, marked| {
            let standing = self.marked(marked).filter(|(_, word)| starts(rest, word.as_bytes()));
            standing.for_each(|(i, _)| found(i, text.len() - rest.len()));
            false
        });
    }

    /// Calls `found(i, at)` wherever the `i`th of the words, each of two or more characters, stands in `chars`, behind `at`
    /// others.
    pub fn each_of(&self, chars: &[char], mut found: impl FnMut(usize, usize)) {
        for (at, &[first, second]) in chars.array_windows().enumerate() {
            let marked = self.firsts.of(first as u8) & self.seconds.of(second as u8);
            if marked != 0 {
                let rest = chars.get(at..).unwrap_or(&[]);
                let stands = |word: &str| word.chars().eq(rest.iter().copied().take(word.chars().count()));
                self.marked(marked).filter(|(_, word)| stands(word)).for_each(|(i, _)| found(i, at));
            }
        }
    }

    /// Whether `holds` of one of the rests of `text` that may begin with a word, given with the words it may be.
    #[inline]
    fn any_place(&self, text: &[u8], mut holds: impl FnMut(&[u8], u32) -> bool) -> bool {
        let (mut before, mut begun, mut at) = (0, 0, 0);
        let mut holds = |from: usize, marked: u32| marked != 0 && text.get(from..).is_some_and(|rest| holds(rest, marked));
        while let Some((last, behind)) = last_byte(text, at) {
            if holds(before, begun & self.seconds.of(last)) {
                return true;
            }
            begun = self.firsts.of(last);
            (before, at) = (at, behind);
        }
        // At the end stand words of one character.
        holds(before, begun)
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

/// The last byte of the character that begins at byte `at`, and the place behind it.
#[inline(always)]
fn last_byte(text: &[u8], at: usize) -> Option<(u8, usize)> {
    let lead = *text.get(at)?;
    // Nearly every character: a way of its own is foreseen, where a width to be computed is waited for.
    if let 0xE0..=0xEF = lead {
        return Some((*text.get(at + 2)?, at + 3));
    }
    let behind = at + width(lead);
    Some((*text.get(behind - 1)?, behind))
}

/// How many bytes a character has, by its first.
const fn width(lead: u8) -> usize {
    match lead {
        0..0x80 => 1,
        0x80..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    }
}

/// For every last byte of a character, but for its highest bits, a bit for each word; from the 33rd on, words share bits.
#[derive(Clone, Copy, Debug)]
struct Marked([u32; 32]);

impl Marked {
    const NONE: Self = Self([0; 32]);

    const fn mark(&mut self, byte: u8, bit: u32) {
        self.0[(byte & 31) as usize] |= bit;
    }

    const fn mark_all(&mut self, bit: u32) {
        let mut byte = 0;
        while byte < 32 {
            self.mark(byte, bit);
            byte += 1;
        }
    }

    #[inline(always)]
    const fn of(&self, byte: u8) -> u32 {
        self.0[(byte & 31) as usize]
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
    fn long_lists_are_read_to_their_end() {
        let numbers: Vec<String> = (0..100).map(|n| format!("{n:02}件")).collect();
        let list: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let words = Words::new(&list);
        for word in &list {
            assert_eq!((words.beginning(word), words.ending(word)), (Some(*word), Some(*word)));
            assert!(words.are_in(&format!("共{word}")));
        }
        assert!(!words.are_in("共9件、12起"));
    }

    #[test]
    fn the_same_places_are_found_in_text_and_in_characters() {
        let words = Words::new(&["法治政府", "法治", "a法", "治", "𠀀里"]);
        let text = "法治法治政府a法𠀀里法";
        let chars: Vec<char> = text.chars().collect();
        let (mut in_text, mut in_chars) = (Vec::new(), Vec::new());
        words.each(text, |i, at| in_text.push((i, text.get(..at).unwrap_or("").chars().count())));
        words.each_of(&chars, |i, at| in_chars.push((i, at)));
        assert_eq!(in_text, in_chars);
        assert_eq!(in_text, [(1, 0), (3, 1), (0, 2), (1, 2), (3, 3), (2, 6), (4, 8)]);
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
