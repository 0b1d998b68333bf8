//! Saved web pages: the article without what stands around it.
//!
//! A tokenizer of our own, as the well-kept ones weigh 55 kB gzipped in the page and more, most of it for entities no
//! Chinese page uses. It follows the HTML standard where pages of governments need it: unclosed and crossed tags,
//! attributes without quotes, raw text.

mod article;
mod entities;
mod lines;
mod marks;
mod tokens;
mod tree;

use super::decode::{Decoder, Encoding, decode};
use super::{FileText, Format, ReadError};
use article::Article;
use tokens::{Token, Tokens};
use tree::Tree;

/// Reads a web page.
///
/// # Errors
/// When it is in no encoding that is known, or has more elements than any article.
pub fn read(bytes: &[u8], decoder: Decoder) -> Result<FileText, ReadError> {
    let declared = declared(bytes);
    match decode(bytes, declared, decoder) {
        Ok(decoded) => extract(&decoded.text),
        // A counter or an advertisement in another encoding spoils many pages.
        Err(ReadError::Encoding) if declared == Some(Encoding::Utf8) => {
            let mut file = extract(&String::from_utf8_lossy(bytes))?;
            file.notes.push("有的字节不是文字，写作“\u{FFFD}”".to_owned());
            Ok(file)
        }
        Err(error) => Err(error),
    }
}

/// The article of a page.
///
/// # Errors
/// When it has more elements than any article.
pub fn extract(text: &str) -> Result<FileText, ReadError> {
    let tree = Tree::new(text)?;
    let article = Article::of(&tree);
    let text = article.lines.join("\n");
    let mut notes = Vec::new();
    if article.left_out {
        notes.push("网页里正文以外的文字没有读入".to_owned());
    }
    if article.pictures > 0 {
        notes.push(format!("{}张图片没有读入", article.pictures));
    }
    Ok(FileText { text, format: Format::Html, notes, asides: Vec::new() })
}

/// The encoding that a `meta` among the first bytes declares.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or(bytes)).to_ascii_lowercase();
    let metas = Tokens::new(&start).filter_map(|token| match token {
        Token::Start { name: "meta", attributes, .. } => Some(attributes),
        _ => None,
    });
    let label = metas.filter_map(|meta| {
        let content = meta.get("content").unwrap_or_default();
        let named = content.split_once("charset=").map(|(_, label)| label.trim().to_owned());
        meta.get("charset").or(named)
    });
    label.into_iter().find_map(|label| match label.trim_matches(['"', '\'', ';', ' ']) {
        "utf-8" | "utf8" => Some(Encoding::Utf8),
        "gb2312" | "gbk" | "gb18030" | "x-gbk" => Some(Encoding::Gb18030),
        "big5" | "big5-hkscs" => Some(Encoding::Big5),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_encoding_is_found_in_every_spelling() {
        for (page, encoding) in [
            ("<meta charset=\"GBK\">", Some(Encoding::Gb18030)),
            ("<META http-equiv=Content-Type content='text/html; charset=gb2312'>", Some(Encoding::Gb18030)),
            ("<meta charset=utf-8 /><meta charset=gbk>", Some(Encoding::Utf8)),
            ("<meta name=a content=b><meta content=\"text/html;charset=big5\">", Some(Encoding::Big5)),
            ("<script>'<meta charset=gbk>'</script>", None),
        ] {
            assert_eq!(declared(page.as_bytes()), encoding, "{page}");
        }
    }

    #[test]
    fn one_foreign_byte_spoils_no_page() {
        let page = [b"<meta charset=utf-8><p>".as_slice(), "推进法治".as_bytes(), b"\xB7\xA8\xFF"].concat();
        let file = read(&page, |_, _| None).expect("a page");
        assert!(file.text.starts_with("推进法治") && file.notes.len() == 1, "{file:?}");
    }
}
