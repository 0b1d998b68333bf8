//! Bytes of a text to characters, the encoding told by content.

use super::ReadError;
use crate::text::chars::count_han;
use crate::text::is_han;

/// Decodes bytes as the encoding of this label (`gb18030`, `big5`), and gives `None` where they do not fit: what the
/// platform does for encodings that are not Unicode, whose tables would weigh much in a page.
pub type Decoder = fn(&str, &[u8]) -> Option<String>;

/// An encoding of text files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB18030 with its subsets GBK and GB2312.
    Gb18030,
    /// Big5.
    Big5,
}

impl Encoding {
    /// The name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
        }
    }
}

/// A text, and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without its byte order mark.
    pub text: String,
    /// How its characters were written.
    pub encoding: Encoding,
    /// Whether a byte order mark stood in front.
    pub marked: bool,
    /// How many characters could not be read; U+FFFD stands for each.
    pub lost: usize,
}

/// Reads UTF-8, UTF-16 (with or without a byte order mark), GB18030 and Big5.
///
/// What the file itself `declared` counts only between the last two: well-formed UTF-8 is nothing else, and a
/// declaration often outlives a change of encoding.
///
/// # Errors
/// [`ReadError::Binary`] for bytes with NULs that are not UTF-16, [`ReadError::Encoding`] where nothing fits.
pub fn decode(bytes: &[u8], declared: Option<Encoding>, decoder: Decoder) -> Result<Decoded, ReadError> {
    const MARKS: [(&[u8], Encoding); 3] =
        [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];
    let found = |text, encoding, marked| Ok(Decoded { text, encoding, marked, lost: 0 });
    if let Some((rest, encoding)) = MARKS.iter().find_map(|&(mark, encoding)| Some((bytes.strip_prefix(mark)?, encoding))) {
        return match unicode(encoding, rest) {
            Some(text) => found(text, encoding, true),
            None => damaged(encoding, rest, true),
        };
    }
    if let Some(encoding) = utf16_by_content(bytes) {
        return found(unicode(encoding, bytes).ok_or(ReadError::Encoding)?, encoding, false);
    }
    if bytes.contains(&0) {
        return Err(ReadError::Binary);
    }
    if let Some(text) = unicode(Encoding::Utf8, bytes) {
        return found(text, Encoding::Utf8, false);
    }
    if let Ok(decoded) = damaged(Encoding::Utf8, bytes, false) {
        return Ok(decoded);
    }
    let old = [(Encoding::Gb18030, "gb18030"), (Encoding::Big5, "big5")];
    let order = if declared == Some(Encoding::Big5) { [old[1], old[0]] } else { old };
    for (encoding, label) in order {
        if let Some(text) = decoder(label, bytes)
            && is_plausible(&text, encoding)
        {
            return found(text, encoding, false);
        }
    }
    Err(ReadError::Encoding)
}

/// Decodes UTF-8 of which a few bytes were lost: one character in fifty at most. What is written in another encoding has more
/// that is not UTF-8.
fn damaged(encoding: Encoding, bytes: &[u8], marked: bool) -> Result<Decoded, ReadError> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    if encoding == Encoding::Utf8 && lost * 50 <= count_han(&text) {
        Ok(Decoded { text, encoding, marked, lost })
    } else {
        Err(ReadError::Encoding)
    }
}

/// Decodes Unicode strictly.
fn unicode(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    let units = |read: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks();
        let text: Option<String> = char::decode_utf16(pairs.iter().map(|&pair| read(pair))).map(Result::ok).collect();
        text.filter(|_| rest.is_empty())
    };
    match encoding {
        Encoding::Utf8 => str::from_utf8(bytes).ok().map(str::to_owned),
        Encoding::Utf16Le => units(u16::from_le_bytes),
        Encoding::Utf16Be => units(u16::from_be_bytes),
        Encoding::Gb18030 | Encoding::Big5 => None,
    }
}

/// Most Chinese text read as a wrong encoding is still well-formed: private-use characters and C1 controls give it away,
/// and what is neither Chinese nor ASCII where it passes for Big5.
fn is_plausible(text: &str, encoding: Encoding) -> bool {
    let odd = |c: char| match encoding {
        Encoding::Big5 => {
            !(c.is_ascii()
                || is_han(c)
                || matches!(c, '\u{2010}'..='\u{203B}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}'))
        }
        _ => matches!(c, '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}'),
    };
    text.chars().filter(|&c| odd(c)).count() * 20 <= text.chars().count()
}

/// UTF-16 without a mark: the byte order under which nearly all units are Chinese or printable ASCII.
fn utf16_by_content(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (pairs, _) = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes).as_chunks::<2>();
    // Well-formed UTF-8 without NUL is UTF-8, even where its bytes could be Chinese in pairs.
    if !bytes.contains(&0) && str::from_utf8(bytes).is_ok() {
        return None;
    }
    let fits = |read: fn([u8; 2]) -> u16| {
        let plausible = |&pair: &[u8; 2]| matches!(read(pair), 9 | 10 | 13 | 0x20..=0x7E | 0xA0 | 0x2010..=0x2030 | 0x3000..=0x301F | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E);
        pairs.iter().filter(|pair| plausible(pair)).count() * 20 >= pairs.len() * 19
    };
    match (fits(u16::from_le_bytes), fits(u16::from_be_bytes)) {
        (true, false) => Some(Encoding::Utf16Le),
        (false, true) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoder;

    const TEXT: &str = "清溪镇2025年度法治政府建设报告\n一、主要举措和成效，共3件。";

    #[test]
    fn tells_encodings_apart_by_content_and_writes_them_back() {
        let (gb, _, _) = encoding_rs::GB18030.encode(TEXT);
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        let marked_le = [b"\xFF\xFE", &le[..]].concat();
        for bytes in [TEXT.as_bytes(), &gb, &le, &be, &marked, &marked_le] {
            let decoded = decode(bytes, None, decoder::decode).expect("text");
            assert_eq!(decoded.text, TEXT);
            assert_eq!(decoder::encode(TEXT, decoded.encoding, decoded.marked).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn big5_is_read_where_gb18030_does_not_fit() {
        let text = "臺北市政府2025年度法治政府建設報告。一、主要舉措，共計辦理訴願案件二十八件。";
        let (big5, _, _) = encoding_rs::BIG5.encode(text);
        assert_eq!(decode(&big5, Some(Encoding::Big5), decoder::decode).map(|decoded| decoded.text).as_deref(), Ok(text));
    }

    #[test]
    fn a_few_bytes_lost_cost_no_more_than_their_characters() {
        let text = TEXT.repeat(8);
        let cut = &text.as_bytes()[..text.len() - 1];
        let decoded = decode(cut, None, decoder::decode).expect("text");
        assert_eq!((decoded.encoding, decoded.lost), (Encoding::Utf8, 1));
        assert_eq!(decoded.text, format!("{}\u{FFFD}", text.trim_end_matches('。')));
        let mut bytes = text.into_bytes();
        bytes[30] = 0xFF;
        assert_eq!(decode(&bytes, None, decoder::decode).map(|decoded| decoded.lost), Ok(2));
        bytes.iter_mut().skip(40).step_by(7).for_each(|byte| *byte = 0xFF);
        assert_eq!(decode(&bytes, None, decoder::decode), Err(ReadError::Encoding));
    }

    #[test]
    fn what_fits_nothing_is_refused() {
        assert_eq!(decode(b"\xFF\xFF\xFF\xFF", None, decoder::decode), Err(ReadError::Encoding));
        assert_eq!(decode(&[1, 0, 0, 2, 0, 0, 7], None, decoder::decode), Err(ReadError::Binary));
        assert_eq!(decode(b"\xFF\xFE\x00\xD8", None, decoder::decode), Err(ReadError::Encoding));
    }
}
