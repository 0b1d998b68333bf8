//! Entities: `&nbsp;`, `&#8220;`, `&#x4E00;`.

/// The names that Chinese pages use.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("shy", '\u{AD}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("lang", '〈'),
    ("rang", '〉'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("deg", '°'),
    ("permil", '‰'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("frac12", '½'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("yen", '¥'),
    ("sect", '§'),
    ("para", '¶'),
    ("rarr", '→'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("darr", '↓'),
    ("radic", '√'),
    ("tilde", '˜'),
];

/// `text` with its entities resolved; what is none stays as it is written.
#[must_use]
pub fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        match entity(behind) {
            Some((c, length)) => {
                out.push(c);
                rest = behind.get(length..).unwrap_or("");
            }
            None => {
                out.push('&');
                rest = behind;
            }
        }
    }
    out + rest
}

/// The character of an entity, and its length without the `&`.
fn entity(text: &str) -> Option<(char, usize)> {
    let ended = |length: usize| length + usize::from(text.get(length..).is_some_and(|rest| rest.starts_with(';')));
    if let Some(number) = text.strip_prefix('#') {
        let (radix, digits, skip) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (16, digits, 2),
            None => (10, number, 1),
        };
        let count = digits.chars().take_while(|c| c.is_digit(radix)).count();
        let code = u32::from_str_radix(digits.get(..count)?, radix).ok()?;
        return Some((char::from_u32(code).filter(|&c| c != '\0').map_or('\u{FFFD}', of_windows), ended(skip + count)));
    }
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = text.get(..length)?;
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, c)| (c, ended(length)))
}

/// Marks that pages number as Windows does.
fn of_windows(c: char) -> char {
    match c {
        '\u{85}' => '…',
        '\u{91}' => '‘',
        '\u{92}' => '’',
        '\u{93}' => '“',
        '\u{94}' => '”',
        '\u{95}' => '•',
        '\u{96}' => '–',
        '\u{97}' => '—',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn names_and_numbers_are_resolved_and_the_rest_stays() {
        assert_eq!(resolve("&ldquo;A&amp;B&rdquo;&nbsp;&#x4E00;&#12289;&#147;"), "“A&B”\u{A0}一、“");
        assert_eq!(resolve("a&b=1&copy2;&unknown;&#;&#xD800;&#0;&"), "a&b=1&copy2;&unknown;&#;\u{FFFD}\u{FFFD}&");
        assert_eq!(resolve("&lt&#99999999999;"), "<&#99999999999;");
    }
}
