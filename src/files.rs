//! Files to text: .txt, .md, .html and .docx, told apart by what is in them.
//!
//! [`read`] is total: any bytes give a text or a reason to tell the user.

pub mod decode;
mod docx;
mod error;
mod html;
mod kind;

pub use decode::{Decoder, Encoding};
pub use error::ReadError;

use decode::decode;
use kind::Kind;

/// Bytes of the largest file that is read: 64 MB.
pub const LARGEST: usize = 64 << 20;

/// The endings of the names of files that are read.
pub const ENDINGS: &[&str] = &["txt", "md", "markdown", "html", "htm", "docx"];

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The text, lines ended by what ends them in a text file, by LF otherwise.
    pub text: String,
    /// What the file was.
    pub format: Format,
    /// What happened on the way and what was left out, one clause each: 自动编号已转为文字.
    pub notes: Vec<String>,
    /// Texts beside the body, which are not part of `text`.
    pub asides: Vec<Aside>,
}

/// What a file was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A text file.
    Plain {
        /// How its characters are written.
        encoding: Encoding,
        /// Whether a byte order mark stood in front.
        marked: bool,
        /// How many characters could not be read; U+FFFD stands for each.
        lost: usize,
    },
    /// A saved web page.
    Html,
    /// A Word document.
    Docx,
}

/// A text beside the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it stands.
    pub place: Place,
    /// Its paragraphs, separated by LF.
    pub text: String,
}

/// Where a text beside the body stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// 页眉.
    Header,
    /// 页脚.
    Footer,
    /// 脚注.
    Footnote,
    /// 尾注.
    Endnote,
}

/// Reads a file; its `name` helps only where the bytes leave a doubt, and `decoder` with encodings that are not Unicode.
///
/// # Errors
/// When there is no text in it that can be checked.
pub fn read(bytes: &[u8], name: &str, decoder: Decoder) -> Result<FileText, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    let read = match Kind::of(bytes, name)? {
        Kind::Docx => docx::read(bytes)?,
        Kind::Html => html::read(bytes, decoder)?,
        Kind::Plain => {
            let decoded = decode(bytes, None, decoder)?;
            if kind::is_page(&decoded.text) {
                html::extract(&decoded.text)?
            } else {
                let format = Format::Plain { encoding: decoded.encoding, marked: decoded.marked, lost: decoded.lost };
                let note = (decoded.lost > 0).then(|| format!("{}处无法识别的字节已用“\u{FFFD}”代替", decoded.lost));
                FileText { text: decoded.text, format, notes: note.into_iter().collect(), asides: Vec::new() }
            }
        }
    };
    if read.text.trim().is_empty() {
        return Err(if read.notes.iter().any(|note| note.contains("图片")) {
            ReadError::OnlyPictures
        } else {
            ReadError::Empty
        });
    }
    Ok(read)
}
