//! HTML as a row of tags and texts.

use super::entities;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// A start tag; its name as it is written.
    Start {
        /// The element's name.
        name: &'t str,
        /// Its attributes.
        attributes: Attributes<'t>,
    },
    /// An end tag.
    End(&'t str),
    /// Text, its entities resolved.
    Text(String),
}

/// The attributes of a tag as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes<'t>(&'t str);

/// Elements in which no tag but their own end is one, and whether entities are.
const RAW: &[(&str, bool)] = &[
    ("script", false),
    ("style", false),
    ("title", true),
    ("textarea", true),
    ("iframe", false),
    ("noscript", false),
    ("noembed", false),
    ("noframes", false),
    ("xmp", false),
];

/// The tokens of a page; comments and declarations are none.
pub struct Tokens<'t> {
    rest: &'t str,
    /// The element whose raw text comes next.
    raw: Option<(&'static str, bool)>,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { rest: text, raw: None }
    }

    /// Takes the first `length` bytes of the rest, or all of it.
    fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// A tag at the start of the rest; `None` where its `<` is text.
    fn tag(&mut self) -> Option<Option<Token<'t>>> {
        let inner = self.rest.strip_prefix('<')?;
        if let Some(comment) = inner.strip_prefix("!--") {
            let end = comment.find("-->").map_or(self.rest.len(), |end| end + 7);
            self.take(end);
            return Some(None);
        }
        if inner.starts_with(['!', '?']) {
            let end = inner.find('>').map_or(self.rest.len(), |end| end + 2);
            self.take(end);
            return Some(None);
        }
        let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let begin = self.rest.len() - inner.len();
        let Some(length) = end_of_tag(inner) else {
            self.rest = "";
            return Some(None);
        };
        self.take(begin);
        let tag = self.take(length);
        self.take(1);
        let name = tag.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or(tag);
        if closes {
            return Some(Some(Token::End(name)));
        }
        self.raw = RAW.iter().copied().find(|(raw, _)| raw.eq_ignore_ascii_case(name));
        let attributes = Attributes(tag.get(name.len()..).unwrap_or(""));
        Some(Some(Token::Start { name, attributes }))
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        if let Some((name, resolves)) = self.raw.take() {
            let length = end_of_raw(self.rest, name);
            let text = self.take(length);
            if !text.is_empty() {
                return Some(Token::Text(if resolves { entities::resolve(text) } else { text.to_owned() }));
            }
        }
        while !self.rest.is_empty() {
            match self.tag() {
                Some(Some(token)) => return Some(token),
                Some(None) => {}
                None => {
                    let skip = usize::from(self.rest.starts_with('<'));
                    let length = self.rest.get(skip..).and_then(|rest| rest.find('<')).map_or(self.rest.len(), |at| at + skip);
                    return Some(Token::Text(entities::resolve(self.take(length))));
                }
            }
        }
        None
    }
}

/// The bytes up to the `>` that ends a tag, quoted ones passed over.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in tag.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '>' => return Some(at),
            // A quote begins a value only behind its sign.
            None if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            None => {}
        }
        if !c.is_ascii_whitespace() {
            before = c;
        }
    }
    None
}

/// The bytes of raw text up to `</name`.
fn end_of_raw(text: &str, name: &str) -> usize {
    let ends = |&(at, _): &(usize, &str)| text.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    text.match_indices("</").find(ends).map_or(text.len(), |(at, _)| at)
}

impl Attributes<'_> {
    /// The value of an attribute, entities resolved; empty where it has none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let mut rest = self.0;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            // A name may begin with any character, `=` included.
            let ends = |&(at, c): &(usize, char)| at > 0 && (c.is_ascii_whitespace() || matches!(c, '=' | '/'));
            let end = rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at);
            let (found, behind) = rest.split_at_checked(end)?;
            let (value, behind) = value(behind);
            if found.eq_ignore_ascii_case(name) {
                return Some(entities::resolve(value));
            }
            rest = behind;
        }
    }
}

/// The value behind a name, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let Some(text) = text.trim_start().strip_prefix('=').map(str::trim_start) else { return ("", text) };
    let (open, end) = match text.chars().next() {
        Some(quote @ ('"' | '\'')) => (1, text.get(1..).and_then(|rest| rest.find(quote)).map_or(text.len(), |at| at + 1)),
        _ => (0, text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    };
    let behind = text.get(end + open..).unwrap_or("");
    (text.get(open..end).unwrap_or(""), behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(page: &str) -> String {
        Tokens::new(page)
            .map(|token| match token {
                Token::Start { name, .. } => format!("<{name}>"),
                Token::End(name) => format!("</{name}>"),
                Token::Text(text) => format!("“{text}”"),
            })
            .collect()
    }

    #[test]
    fn tags_are_told_from_text() {
        assert_eq!(seen("<!DOCTYPE html><P class=a>一<br/>二</P >"), "<P>“一”<br>“二”</P>");
        assert_eq!(seen("1<2 且 a<=b<!-- <p> -->。"), "“1”“<2 且 a”“<=b”“。”");
        assert_eq!(seen("<a title='1>0' x=\">\">链</a><p 说\"明>一"), "<a>“链”</a><p>“一”");
        assert_eq!(seen("一<p class=\"a"), "“一”");
        assert_eq!(seen("<!-- 未完"), "");
    }

    #[test]
    fn scripts_hold_no_tags() {
        assert_eq!(seen("<script>if(a<b)'<p>'</SCRIPT><p>"), "<script>“if(a<b)'<p>'”</SCRIPT><p>");
        assert_eq!(seen("<title>一&amp;<b></title>"), "<title>“一&<b>”</title>");
        assert_eq!(seen("<style>没有尾"), "<style>“没有尾”");
    }

    #[test]
    fn attributes_are_found_in_every_spelling() {
        let get = |tag: &'static str, name: &str| match Tokens::new(tag).next() {
            Some(Token::Start { attributes, .. }) => attributes.get(name),
            _ => None,
        };
        assert_eq!(get("<p ID = 'a b' class=c/d hidden>", "id").as_deref(), Some("a b"));
        assert_eq!(get("<p ID = 'a b' class=c/d hidden>", "class").as_deref(), Some("c/d"));
        assert_eq!(get("<p ID = 'a b' class=c/d hidden>", "hidden").as_deref(), Some(""));
        assert_eq!(get("<p x=\"&lt;\" =y 法=治>", "法").as_deref(), Some("治"));
        assert_eq!(get("<p a=\"b", "a"), None);
    }
}
