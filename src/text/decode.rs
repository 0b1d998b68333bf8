//! Bytes of a file to text, the encoding told by content, and back.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Why bytes are not text that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes are those of a program, a picture, an archive or another binary file.
    Binary(&'static str),
    /// No Chinese or Unicode encoding fits from the byte at this offset on.
    Malformed,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Binary(kind) => write!(f, "不是文本文件（{kind}），请另存为 .txt（UTF-8 或 GB18030）后再查"),
            Self::Malformed => f.write_str("编码无法识别或文件已损坏，请用 UTF-8 或 GB18030 编码另存后再查"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// A file's text, and how it was written.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// The text, without its byte order mark.
    pub text: String,
    encoding: &'static Encoding,
    /// Whether a byte order mark stood in front.
    marked: bool,
}

impl Decoded {
    /// The encoding's name.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// The bytes of `text` as this file writes them; `None` where its encoding has no bytes for a character.
    #[must_use]
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let mark = if self.marked { "\u{FEFF}" } else { "" };
        let units = || mark.encode_utf16().chain(text.encode_utf16());
        if self.encoding == UTF_16LE {
            return Some(units().flat_map(u16::to_le_bytes).collect());
        }
        if self.encoding == UTF_16BE {
            return Some(units().flat_map(u16::to_be_bytes).collect());
        }
        let (bytes, _, lost) = self.encoding.encode(text);
        (!lost).then(|| [mark.as_bytes(), &bytes].concat())
    }
}

/// Reads UTF-8, UTF-16 (with or without a byte order mark) and GB18030 with its subsets GBK and GB2312.
///
/// # Errors
/// [`DecodeError::Binary`] for known binary formats and for bytes with NULs that are not UTF-16;
/// [`DecodeError::Malformed`] where the chosen encoding does not fit.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(Decoded { marked: true, ..decode_as(encoding, bytes.get(mark..).unwrap_or(&[]))? });
    }
    if let Some(kind) = binary_kind(bytes) {
        return Err(DecodeError::Binary(kind));
    }
    if !bytes.contains(&0)
        && let Ok(decoded) = decode_as(UTF_8, bytes)
    {
        return Ok(decoded);
    }
    if let Some(encoding) = utf16_by_content(bytes) {
        return decode_as(encoding, bytes);
    }
    if bytes.contains(&0) {
        return Err(DecodeError::Binary("二进制数据"));
    }
    if let Ok(decoded) = decode_as(GB18030, bytes) {
        return Ok(decoded);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // It names some Western encoding for any bytes.
    match detector.guess(None, Utf8Detection::Allow) {
        chinese if chinese == BIG5 => decode_as(chinese, bytes),
        _ => Err(DecodeError::Malformed),
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(DecodeError::Malformed)?;
    // Most Chinese text read as a wrong encoding is still "well-formed": private-use characters and C1 controls give it away.
    let odd = text.chars().filter(|&c| matches!(c, '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}')).count();
    if encoding != UTF_8 && odd * 20 > text.chars().count() {
        return Err(DecodeError::Malformed);
    }
    Ok(Decoded { text: text.into_owned(), encoding, marked: false })
}

/// UTF-16 without a mark: the byte order under which nearly all units are Chinese or printable ASCII.
fn utf16_by_content(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let fits = |read: fn([u8; 2]) -> u16| {
        let plausible = |pair: &[u8]| {
            let unit = read([pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)]);
            matches!(unit, 9 | 10 | 13 | 0x20..=0x7E | 0xA0 | 0x2010..=0x2030 | 0x3000..=0x301F | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E)
        };
        sample.chunks_exact(2).filter(|pair| plausible(pair)).count() * 20 >= sample.len() / 2 * 19
    };
    match (fits(u16::from_le_bytes), fits(u16::from_be_bytes)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Names the format of well-known binary files by their first bytes.
#[must_use]
pub fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 9] = [
        (b"PK\x03\x04", "压缩包或 Word/WPS 文档"),
        (b"\xD0\xCF\x11\xE0", "旧版 Word/WPS 文档"),
        (b"%PDF", "PDF"),
        (b"\x89PNG", "图片"),
        (b"\xFF\xD8\xFF", "图片"),
        (b"GIF8", "图片"),
        (b"Rar!", "压缩包"),
        (b"7z\xBC\xAF", "压缩包"),
        (b"\x7FELF", "程序"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "清溪镇2025年度法治政府建设报告\n一、主要举措和成效，共3件。";

    #[test]
    fn tells_encodings_apart_by_content_and_writes_them_back() {
        let (gb, _, _) = GB18030.encode(TEXT);
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        let marked_le = [b"\xFF\xFE", &le[..]].concat();
        for bytes in [TEXT.as_bytes(), &gb, &le, &be, &marked, &marked_le] {
            let decoded = decode(bytes).expect("text");
            assert_eq!(decoded.text, TEXT);
            assert_eq!(decoded.encode(TEXT).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn loses_no_character_an_old_encoding_cannot_write() {
        let big5 = Decoded { text: String::new(), encoding: BIG5, marked: false };
        assert_eq!(big5.encode("法治𠮷😀"), None);
    }

    #[test]
    fn names_binary_files() {
        assert!(matches!(decode(b"PK\x03\x04rest"), Err(DecodeError::Binary(_))));
        assert!(matches!(decode(b"\xFF\xFF\xFF\xFF"), Err(DecodeError::Malformed)));
        assert!(matches!(decode(&[1, 0, 0, 2, 0, 0, 7]), Err(DecodeError::Binary(_))));
    }
}
