//! Tells formats apart by their bytes.

use super::ReadError;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Plain,
    /// A web page.
    Html,
    /// A package of XML parts.
    Docx,
}

/// What begins files of other formats.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\x89PNG", "图片"),
    (b"\xFF\xD8\xFF", "图片"),
    (b"GIF8", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xBC\xAF", "压缩包"),
    (b"\x1F\x8B", "压缩包"),
    (b"\x7FELF", "程序"),
    (b"MZ\x90\0", "程序"),
    (b"SQLite format", "数据库"),
];

impl Kind {
    /// The format of `bytes`. A web page whatever its name; text otherwise where the name does not say .html.
    ///
    /// # Errors
    /// For formats that are not read.
    pub fn of(bytes: &[u8], name: &str) -> Result<Self, ReadError> {
        let name = name.to_ascii_lowercase();
        match bytes {
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => return Ok(Self::Docx),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(compound(bytes, &name)),
            [b'{', b'\\', b'r', b't', b'f', ..] => return Err(ReadError::Foreign("RTF 文档")),
            _ => {}
        }
        // Some programs write a line or a byte order mark before it.
        if position(bytes.get(..bytes.len().min(1024)).unwrap_or(bytes), b"%PDF-").is_some() {
            return Err(ReadError::Pdf);
        }
        if let Some((_, kind)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
            return Err(ReadError::Other(kind));
        }
        if bytes.trim_ascii_start().starts_with(b"MIME-Version:") {
            return Err(ReadError::Foreign("网页归档（.mht）"));
        }
        if name.ends_with(".docx") && !bytes.is_empty() && !is_page(&String::from_utf8_lossy(bytes)) {
            return Err(ReadError::Damaged);
        }
        let page = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
        Ok(if page { Self::Html } else { Self::Plain })
    }
}

/// Whether a text is the source of a web page.
#[must_use]
pub fn is_page(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let starts = |tag: &str| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    let prologue = text.starts_with("<?xml") || text.starts_with("<!--");
    let early = || text.char_indices().nth(400).map_or(text, |(end, _)| text.get(..end).unwrap_or(text)).to_ascii_lowercase();
    starts("<!doctype html") || starts("<html") || starts("<head") || (prologue && early().contains("<html"))
}

/// What an OLE compound file holds, by the names in its directory.
fn compound(bytes: &[u8], name: &str) -> ReadError {
    let holds = |entry: &str| {
        let entry: Vec<u8> = entry.encode_utf16().flat_map(u16::to_le_bytes).collect();
        position(bytes, &entry).is_some()
    };
    if holds("EncryptedPackage") {
        ReadError::Encrypted
    } else if holds("Workbook") || holds("PowerPoint Document") {
        ReadError::Other("旧版表格或演示文稿")
    } else if name.ends_with(".wps") {
        ReadError::OldWps
    } else {
        ReadError::OldWord
    }
}

fn position(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes.windows(sought.len()).position(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_apart_by_their_bytes() {
        assert_eq!(Kind::of("法治政府".as_bytes(), "a.txt"), Ok(Kind::Plain));
        assert_eq!(Kind::of(b"<p>x", "a.HTML"), Ok(Kind::Html));
        assert_eq!(Kind::of(b"PK\x03\x04", "a.doc"), Ok(Kind::Docx));
        assert_eq!(Kind::of(b"\n%PDF-1.7", "a.docx"), Err(ReadError::Pdf));
        assert_eq!(Kind::of(b"{\\rtf1", "a.docx"), Err(ReadError::Foreign("RTF 文档")));
        assert_eq!(Kind::of("法治".as_bytes(), "a.docx"), Err(ReadError::Damaged));
        assert_eq!(Kind::of(b"\x89PNG\r\n", "a.txt"), Err(ReadError::Other("图片")));
    }

    #[test]
    fn compound_files_say_what_they_hold() {
        let file = |entry: &str| {
            let entry: Vec<u8> = entry.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![0; 600], entry].concat()
        };
        assert_eq!(Kind::of(&file("EncryptedPackage"), "a.docx"), Err(ReadError::Encrypted));
        assert_eq!(Kind::of(&file("WordDocument"), "a.docx"), Err(ReadError::OldWord));
        assert_eq!(Kind::of(&file("WordDocument"), "a.WPS"), Err(ReadError::OldWps));
        assert_eq!(Kind::of(&file("Workbook"), "a.docx"), Err(ReadError::Other("旧版表格或演示文稿")));
    }

    #[test]
    fn a_page_is_known_by_its_first_tag() {
        for page in
            ["\u{FEFF}\n<!DOCTYPE HTML>", "<html lang=zh>", "<?xml version='1.0'?>\n<html>", "<!-- saved from url --><html>"]
        {
            assert!(is_page(page), "{page}");
        }
        for text in ["", "<p>一", "报告<html>", "<!-- 注 -->\n# 报告"] {
            assert!(!is_page(text), "{text}");
        }
    }
}
