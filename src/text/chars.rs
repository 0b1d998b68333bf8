//! Kinds of characters.

/// Whether `c` is a Chinese character (or 〇).
#[must_use]
#[inline]
pub fn is_han(c: char) -> bool {
    // Nearly all of them first: that one comparison is the whole of most calls.
    is_common_han(c) || (c >= '〇' && is_rare_han(c))
}

/// Whether `c` is one of the Chinese characters that make up nearly every text.
#[must_use]
#[inline]
pub fn is_common_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

#[inline(never)]
fn is_rare_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{323AF}' | '\u{F900}'..='\u{FAFF}')
}

/// Every blank inside a line that takes up room.
pub const BLANKS: &[char] = &[
    ' ', '\t', '\u{A0}', '\u{3000}', '\u{2000}', '\u{2001}', '\u{2002}', '\u{2003}', '\u{2004}', '\u{2005}', '\u{2006}',
    '\u{2007}', '\u{2008}', '\u{2009}', '\u{200A}', '\u{202F}', '\u{205F}',
];

/// Whether `c` is a blank inside a line: space, tab, no-break space, full-width space, zero-width marks.
#[must_use]
pub fn is_blank(c: char) -> bool {
    match c {
        ' ' | '\t' => true,
        // Nearly every other character.
        '\0'..='\u{9F}' | '\u{3001}'..='\u{FEFE}' => false,
        _ => matches!(c, '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{205F}' | '\u{2060}' | '\u{FEFF}'),
    }
}

/// The full-width form of a half-width mark (`,` `;` `:` `?` `!` `(` `)` `[` `]`), and `c` itself otherwise.
///
/// Text copied from some archives has these marks folded to half-width, so everything that
/// recognises structure looks at the folded form.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        '[' => '［',
        ']' => '］',
        c => c,
    }
}

/// Whether the `?` at byte `at` stands for a character that an encoding lost: 城关、?河两镇, 前3?。
#[must_use]
pub fn stands_for_lost(text: &str, at: usize) -> bool {
    let (before, after) = (before(text, at), after(text, at + 1));
    let begins = before.is_some_and(|c| matches!(fold(c), '、' | '，' | '（')) && after.is_some_and(is_han);
    let ends = before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| matches!(fold(c), '、' | '，' | '。' | '；'));
    text.get(at..).is_some_and(|rest| rest.starts_with('?')) && (begins || ends)
}

/// Whether `c`, folded, ends a sentence: 。！？ and ；.
#[must_use]
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';')
}

/// Whether `c` is a mark of Chinese or ASCII punctuation.
#[must_use]
pub fn is_mark(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_punctuation(),
        '\u{3000}'..='\u{301F}' => matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..),
        '\u{FF00}'..='\u{FF65}' => !matches!(c, '\u{FF00}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'),
        _ => matches!(c, '·' | '—' | '–' | '‘' | '’' | '“' | '”' | '…' | '•' | '×'),
    }
}

/// The character just before byte `at`.
#[must_use]
pub fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character that starts at byte `at`.
#[must_use]
pub fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The number of Chinese characters in `text`.
#[must_use]
pub fn count_han(text: &str) -> usize {
    text.chars().filter(|&c| is_han(c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_full_width_marks() {
        assert_eq!("a,b：c".chars().map(fold).collect::<String>(), "a，b：c");
    }

    #[test]
    fn all_blanks_that_take_up_room_are_listed() {
        let wide = |&c: &char| is_blank(c) && !crate::text::unseen::is_suspect(c);
        assert!(('\0'..=char::MAX).filter(wide).all(|c| BLANKS.contains(&c)) && BLANKS.iter().all(wide));
    }

    #[test]
    fn han_is_not_punctuation() {
        assert!(is_han('法') && is_han('〇') && !is_han('，') && is_mark('，') && is_mark('·'));
    }
}
