//! What opening a file gives: a text and what to say about it, or why not.

use crate::files::{Decoder, ENDINGS, FileText, ReadError, read};

/// UTF-16 units of the longest text the page checks while it is typed.
pub const LONGEST_TEXT: usize = 1_000_000;

/// Why no text is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More text than [`LONGEST_TEXT`].
    TooLong,
    /// The file of this name gives no text.
    Unreadable(String, ReadError),
    /// The browser could not read the file of this name.
    Unread(String),
}

impl Refusal {
    /// What happened and what to do, for the user.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::TooLong => {
                "文字超过一百万字，没有放进来，原来的文字没有动。请分开检查，或用命令行 hegui check（每个文件最大 64 MB）。"
                    .to_owned()
            }
            Self::Unreadable(name, error) => format!("没有打开“{name}”：{error}。原来的文字没有动。"),
            Self::Unread(name) => format!("浏览器读不出“{name}”，原来的文字没有动。请看看文件是否还在，再打开一次。"),
        }
    }
}

/// An opened file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its text.
    pub text: String,
    /// What to say of it.
    pub said: String,
    /// Whether that is more than that it was opened.
    pub is_special: bool,
}

/// Opens a file.
///
/// # Errors
/// When it gives no text, or more than the page checks.
pub fn open(bytes: &[u8], name: &str, decoder: Decoder) -> Result<Opened, Refusal> {
    let FileText { text, notes, .. } = read(bytes, name, decoder).map_err(|error| Refusal::Unreadable(name.to_owned(), error))?;
    // UTF-8 never takes fewer bytes than UTF-16 takes units.
    if text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT {
        return Err(Refusal::TooLong);
    }
    let said = std::iter::once(format!("已打开“{name}”")).chain(notes).collect::<Vec<_>>();
    Ok(Opened { text, is_special: said.len() > 1, said: said.join("；") })
}

/// The endings of files that are read, as an `input` names them.
#[must_use]
pub fn accepted() -> String {
    ENDINGS.iter().map(|ending| format!(".{ending},")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoder::decode;

    #[test]
    fn a_file_says_what_became_of_it() {
        let opened = open("推进法治".as_bytes(), "报告.txt", decode).expect("a text");
        assert_eq!((opened.text.as_str(), opened.said.as_str(), opened.is_special), ("推进法治", "已打开“报告.txt”", false));
        let docx = include_bytes!("../../tests/corpus/files/python-docx.docx");
        let opened = open(docx, "报告.docx", decode).expect("a document");
        assert!(opened.is_special && opened.text.contains("\n（一）"));
        assert_eq!(opened.said, "已打开“报告.docx”；自动编号已转为文字；页眉页脚没有读入");
    }

    #[test]
    fn a_file_that_is_not_opened_is_named_with_what_to_do() {
        let message = open(b"%PDF-1.7", "报告.pdf", decode).expect_err("no text").message();
        assert!(message.contains("“报告.pdf”") && message.contains("请") && message.contains("没有动"), "{message}");
        assert_eq!(open("法".repeat(1_000_001).as_bytes(), "长.txt", decode), Err(Refusal::TooLong));
    }
}
