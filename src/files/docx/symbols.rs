//! Characters of fonts of symbols (Symbol, Wingdings), which stand at private codes.

/// What a font of symbols shows for a code; other characters are themselves, and `None` where it is not known.
#[must_use]
pub fn shown(c: char) -> Option<char> {
    const SHOWN: &[(u32, char)] = &[
        (0x6C, '●'),
        (0x6E, '■'),
        (0x6F, '□'),
        (0x71, '□'),
        (0x75, '◆'),
        (0x76, '❖'),
        (0x77, '◆'),
        (0x80, '⓪'),
        (0x9E, '·'),
        (0xA0, '▪'),
        (0xA1, '○'),
        (0xA3, '≤'),
        (0xA7, '▪'),
        (0xA8, '□'),
        (0xB0, '°'),
        (0xB1, '±'),
        (0xB3, '≥'),
        (0xB4, '×'),
        (0xB7, '•'),
        (0xD8, '➢'),
        (0xE0, '→'),
        (0xFB, '✗'),
        (0xFC, '✓'),
        (0xFD, '☒'),
        (0xFE, '☑'),
    ];
    let code = u32::from(c);
    if !(0xF000..=0xF0FF).contains(&code) {
        return Some(c);
    }
    let code = code - 0xF000;
    // Wingdings: ① to ⑩.
    if (0x81..=0x8A).contains(&code) {
        return char::from_u32(0x2460 + code - 0x81);
    }
    SHOWN.iter().find(|&&(known, _)| known == code).map(|&(_, shown)| shown)
}
