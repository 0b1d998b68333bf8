//! Tells text from other files, and how the text is encoded.

/// Bytes of the largest file the page reads.
pub const LARGEST_FILE: usize = 64 << 20;
/// UTF-16 units of the longest text the page checks while it is typed.
pub const LONGEST_TEXT: usize = 1_000_000;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
    /// More text than [`LONGEST_TEXT`].
    TooLong,
    /// A Word document.
    Word,
    /// A PDF file.
    Pdf,
    /// Another file that is not text.
    Binary,
    /// Text in an encoding that is neither Unicode nor GB18030.
    Encoding,
}

impl Refusal {
    /// What happened and what to do, for the user.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::TooLarge => "文件超过 64 MB，没有打开。年度报告不会这么大，请看看是不是选错了文件。",
            Self::TooLong => {
                "文字超过一百万字，没有放进来，原来的文字没有动。请分开检查，或用命令行 hegui check（每个文件最大 64 MB）。"
            }
            Self::Word => "这是 Word 文件，没有打开。请在 Word 里全选、复制，再到这里粘贴；或另存为纯文本（.txt）。",
            Self::Pdf => "这是 PDF 文件，没有打开。请在阅读器里选中文字、复制，再到这里粘贴。",
            Self::Binary => "这不是文本文件，没有打开，原来的文字没有动。可以打开 .txt 和 .md。",
            Self::Encoding => "认不出文件的文字编码，没有打开。请用记事本打开后“另存为”，编码选 UTF-8。",
        }
    }
}

/// The encodings worth trying on `bytes`, best first, by the names that `TextDecoder` knows.
///
/// # Errors
/// When `bytes` are no text.
pub fn encodings(bytes: &[u8]) -> Result<&'static [&'static str], Refusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(Refusal::TooLarge);
    }
    match bytes {
        [0xff, 0xfe, ..] => return Ok(&["utf-16le"]),
        [0xfe, 0xff, ..] => return Ok(&["utf-16be"]),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Refusal::Word),
        [b'%', b'P', b'D', b'F', ..] => return Err(Refusal::Pdf),
        _ => {}
    }
    // No text has NUL, and of the other controls only tab, line ends, form feed and escape.
    let strange = |&byte: &u8| byte < 32 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b);
    if bytes.contains(&0) || bytes.iter().take(4096).filter(|byte| strange(byte)).count() > 2 {
        return Err(Refusal::Binary);
    }
    Ok(&["utf-8", "gb18030"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_other_files() {
        assert_eq!(encodings("法治政府\r\n".as_bytes()), Ok(&["utf-8", "gb18030"][..]));
        assert_eq!(encodings(b""), Ok(&["utf-8", "gb18030"][..]));
        assert_eq!(encodings(b"\xff\xfe\xd5\x6c"), Ok(&["utf-16le"][..]));
        assert_eq!(encodings(b"PK\x03\x04rest"), Err(Refusal::Word));
        assert_eq!(encodings(b"%PDF-1.7"), Err(Refusal::Pdf));
        assert_eq!(encodings(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Refusal::Binary));
        assert_eq!(encodings(b"abc\0"), Err(Refusal::Binary));
    }
}
