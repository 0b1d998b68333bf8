//! Bytes of a file to text, the encoding told by content.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

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

/// Reads UTF-8, UTF-16 (with or without a byte order mark) and GB18030 with its subsets GBK and GB2312.
///
/// # Errors
/// [`DecodeError::Binary`] for known binary formats and for bytes with NULs that are not UTF-16;
/// [`DecodeError::Malformed`] where the chosen encoding does not fit.
pub fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or(&[]));
    }
    if let Some(kind) = binary_kind(bytes) {
        return Err(DecodeError::Binary(kind));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(text.to_owned());
    }
    if let Some(encoding) = utf16_by_content(bytes) {
        return decode_as(encoding, bytes);
    }
    if bytes.contains(&0) {
        return Err(DecodeError::Binary("二进制数据"));
    }
    if let Ok(text) = decode_as(GB18030, bytes) {
        return Ok(text);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decode_as(detector.guess(None, Utf8Detection::Allow), bytes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, DecodeError> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(DecodeError::Malformed)?;
    // Most Chinese text read as a wrong encoding is still "well-formed": private-use characters and C1 controls give it away.
    let odd = text.chars().filter(|&c| matches!(c, '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}')).count();
    if encoding != UTF_8 && odd * 20 > text.chars().count() {
        return Err(DecodeError::Malformed);
    }
    Ok(text.into_owned())
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
    fn tells_encodings_apart_by_content() {
        let (gb, _, _) = GB18030.encode(TEXT);
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
        for bytes in [TEXT.as_bytes(), &gb, &le, &be, &marked] {
            assert_eq!(decode(bytes).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn names_binary_files() {
        assert!(matches!(decode(b"PK\x03\x04rest"), Err(DecodeError::Binary(_))));
        assert!(matches!(decode(&[1, 0, 0, 2, 0, 0, 7]), Err(DecodeError::Binary(_))));
    }
}
