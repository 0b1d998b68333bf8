//! Characters that cannot be seen, and those that stand where one was lost.

use super::chars::is_han;
use super::scan::Mark;

/// What a character that cannot be seen does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// Nothing in Chinese text: joiners, zero-width spaces, byte order marks, selectors that select nothing.
    Nothing,
    /// Turns the direction of what stands around it.
    Direction,
    /// Meant something to the program that wrote it: controls, anchors, tags.
    Stray,
    /// Ends a line or a page for some programs only.
    Break,
    /// Stands for a character that was lost.
    Lost,
}

/// The characters, by code, with their names; those between two codes share theirs.
const NAMES: &[(char, char, Nature, &str)] = &[
    ('\0', '\u{8}', Nature::Stray, "控制字符"),
    ('\u{B}', '\u{B}', Nature::Break, "垂直制表符"),
    ('\u{C}', '\u{C}', Nature::Break, "换页符"),
    ('\u{E}', '\u{1F}', Nature::Stray, "控制字符"),
    ('\u{7F}', '\u{84}', Nature::Stray, "控制字符"),
    ('\u{85}', '\u{85}', Nature::Break, "下一行控制符"),
    ('\u{86}', '\u{9F}', Nature::Stray, "控制字符"),
    ('\u{AD}', '\u{AD}', Nature::Nothing, "软连字符"),
    ('\u{34F}', '\u{34F}', Nature::Nothing, "组合用连字"),
    ('\u{61C}', '\u{61C}', Nature::Direction, "阿拉伯文方向标记"),
    ('\u{115F}', '\u{1160}', Nature::Nothing, "谚文填充符"),
    ('\u{200B}', '\u{200B}', Nature::Nothing, "零宽空格"),
    ('\u{200C}', '\u{200C}', Nature::Nothing, "零宽不连字"),
    ('\u{200D}', '\u{200D}', Nature::Nothing, "零宽连字"),
    ('\u{200E}', '\u{200E}', Nature::Direction, "从左到右标记"),
    ('\u{200F}', '\u{200F}', Nature::Direction, "从右到左标记"),
    ('\u{2028}', '\u{2028}', Nature::Break, "行分隔符"),
    ('\u{2029}', '\u{2029}', Nature::Break, "段分隔符"),
    ('\u{202A}', '\u{202A}', Nature::Direction, "从左到右嵌入"),
    ('\u{202B}', '\u{202B}', Nature::Direction, "从右到左嵌入"),
    ('\u{202C}', '\u{202C}', Nature::Direction, "方向结束"),
    ('\u{202D}', '\u{202D}', Nature::Direction, "强制从左到右"),
    ('\u{202E}', '\u{202E}', Nature::Direction, "强制从右到左"),
    ('\u{2060}', '\u{2060}', Nature::Nothing, "禁止换行符"),
    ('\u{2061}', '\u{2064}', Nature::Nothing, "不可见运算符"),
    ('\u{2066}', '\u{2066}', Nature::Direction, "从左到右隔离"),
    ('\u{2067}', '\u{2067}', Nature::Direction, "从右到左隔离"),
    ('\u{2068}', '\u{2068}', Nature::Direction, "自动方向隔离"),
    ('\u{2069}', '\u{2069}', Nature::Direction, "隔离结束"),
    ('\u{206A}', '\u{206F}', Nature::Stray, "停用的格式字符"),
    ('\u{3164}', '\u{3164}', Nature::Nothing, "谚文填充符"),
    ('\u{FE00}', '\u{FE0F}', Nature::Nothing, "异体选择符"),
    ('\u{FEFF}', '\u{FEFF}', Nature::Nothing, "字节顺序标记"),
    ('\u{FFA0}', '\u{FFA0}', Nature::Nothing, "谚文填充符"),
    ('\u{FFF9}', '\u{FFFB}', Nature::Stray, "行间注释符"),
    ('\u{FFFC}', '\u{FFFC}', Nature::Stray, "对象占位符"),
    ('\u{FFFD}', '\u{FFFD}', Nature::Lost, "替换字符"),
    ('\u{E0001}', '\u{E007F}', Nature::Stray, "标签字符"),
    ('\u{E0100}', '\u{E01EF}', Nature::Nothing, "异体选择符"),
];

/// Whether `c` may be one of them. For every character of a text: nearly all are told at once.
#[must_use]
#[inline]
pub fn is_suspect(c: char) -> bool {
    let seen =
        matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '\u{2010}'..='\u{2027}' | '\u{2070}'..='\u{3163}' | '\u{3165}'..='\u{FDFF}');
    !seen && !matches!(c, '\u{FF01}'..='\u{FF9F}') && entry(c).is_some()
}

/// What `c` does; `None` for a character that is seen, and for blanks.
#[must_use]
pub fn nature(c: char) -> Option<Nature> {
    entry(c).map(|&(.., nature, _)| nature)
}

/// The name of `c` with its code: 零宽空格（U+200B）.
#[must_use]
pub fn name(c: char) -> String {
    format!("{}（U+{:04X}）", entry(c).map_or("字符", |&(.., name)| name), u32::from(c))
}

fn entry(c: char) -> Option<&'static (char, char, Nature, &'static str)> {
    let behind = NAMES.partition_point(|&(first, ..)| first <= c);
    NAMES.get(behind.checked_sub(1)?).filter(|&&(_, last, ..)| c <= last)
}

/// Those of `suspects`, the places in `text` of all such characters, that do not belong where they stand.
///
/// What belongs: a selector behind the Chinese character or the sign it chooses a form of, joiners inside a script that joins
/// or an emoji, and the tags of a flag.
#[must_use]
pub fn strange(text: &str, suspects: &[Mark]) -> Vec<Mark> {
    // Of a run each judges by the one before: one that does not belong carries nothing.
    let mut last: Option<Mark> = None;
    let mut strange = Vec::new();
    for &mark in suspects {
        let carried = last.filter(|last| last.span().end == mark.at).is_none();
        let before = text.get(..mark.at).and_then(|text| text.chars().next_back()).filter(|_| carried);
        let after = text.get(mark.span().end..).and_then(|text| text.chars().next());
        if !belongs(mark.char, before, after) {
            strange.push(mark);
            last = Some(mark);
        }
    }
    strange
}

fn belongs(c: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match c {
        '\u{200C}' | '\u{200D}' => joins(before) || (is_sign(before) && after.is_some_and(is_sign)),
        '\u{FE00}'..='\u{FE0F}' => is_han(before) || is_sign(before) || matches!(before, '0'..='9' | '#' | '*'),
        '\u{E0100}'..='\u{E01EF}' => is_han(before),
        '\u{E0020}'..='\u{E007F}' => matches!(before, '🏴' | '\u{E0020}'..='\u{E007E}'),
        _ => false,
    }
}

/// Whether `c` belongs to a script whose letters join: Arabic and Uyghur, those of India, Tibetan, Mongolian.
fn joins(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether `c` is a sign or an emoji, or what makes one of a sign.
fn is_sign(c: char) -> bool {
    matches!(c, '©' | '®' | '‼' | '⁉' | '\u{20E3}' | '\u{2100}'..='\u{2BFF}' | '〰' | '〽' | '㊗' | '㊙' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether `c` makes a line run from right to left in part: a letter of such a script, or a character that turns the direction.
#[must_use]
pub fn is_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}'
            | '\u{200F}'
            | '\u{202B}'
            | '\u{202E}'
            | '\u{2067}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Scan, needles::Needles};

    fn found(text: &str) -> Vec<char> {
        strange(text, &Scan::new(text, &Needles::new(&[])).unseen).iter().map(|mark| mark.char).collect()
    }

    #[test]
    fn characters_are_in_order_and_suspected() {
        assert!(NAMES.is_sorted_by(|a, b| a.1 < b.0) && NAMES.iter().all(|(first, last, ..)| first <= last));
        assert!(('\0'..=char::MAX).all(|c| is_suspect(c) == nature(c).is_some()));
    }

    #[test]
    fn what_belongs_is_not_strange() {
        let accepted = "葛\u{E0100}城乡，👨\u{200D}👩\u{200D}👧、❤\u{FE0F}\u{200D}🔥、1\u{FE0F}\u{20E3}、🏴\u{E0067}\u{E0062}\u{E007F}、م\u{200C}ن、ᠮ\u{200D}ᠠ";
        assert_eq!(found(accepted), []);
        // A second selector, a selector behind a mark, a joiner beside nothing it joins, tags without a flag.
        let strange = "葛\u{E0100}\u{E0101}，\u{FE0F}法\u{200D}治👨\u{200D}法\u{E0041}\u{200B}\u{FE0F}";
        assert_eq!(found(strange), strange.chars().filter(|&c| is_suspect(c) && c != '\u{E0100}').collect::<Vec<_>>());
    }

    /// The page shows as a dot what the rule finds, under the same names.
    #[test]
    fn the_page_names_them_alike() {
        let page = include_str!("../../www/editor/unseen.js");
        for (first, last, _, name) in NAMES.iter().filter(|&&(first, last, ..)| first == last || first > '\u{9F}') {
            let (first, last) = (u32::from(*first), u32::from(*last));
            assert!(page.contains(&format!("[{first:#06x}, {last:#06x}, \"{name}\"],")), "{first:x} {name}");
        }
    }
}
