//! A page as a tree: nodes in the order of the text, each with the place where what stands in it ends.

use super::tokens::{Attributes, Token, Tokens};
use crate::files::ReadError;

/// Nodes of a page. Saved pages have some thousands; at this many they take half a gigabyte.
const MOST: usize = 4 << 20;

/// Elements in one another; browsers stop at 512.
const DEEPEST: usize = 256;

/// Elements that hold nothing.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Parts of a table.
const TABLE: &[&str] = &["table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"];

/// A page.
pub struct Tree {
    /// The nodes in the order of the text.
    pub nodes: Vec<Node>,
}

/// A node.
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Behind the last node in it.
    pub end: usize,
}

/// What a node is.
pub enum Kind {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

/// An element.
pub struct Element {
    /// Its name in small letters.
    pub name: String,
    /// Its id and classes in small letters, separated by blanks.
    pub marks: String,
    /// Whether the page hides it.
    pub hidden: bool,
    /// Whether it holds the number that Word wrote in front of a paragraph.
    pub is_number: bool,
    /// The number of the first item of a list in order; `None` for other elements.
    pub first: Option<u32>,
    /// `content` of a `meta`.
    pub content: Option<String>,
}

impl Element {
    fn new(name: String, attributes: Attributes) -> Self {
        let get = |name| attributes.get(name).unwrap_or_default();
        let style: String = get("style").chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let is_meta = name == "meta";
        let marks = if is_meta { get("name") } else { format!("{} {}", get("id"), get("class")) };
        Self {
            hidden: style.contains("display:none") || style.contains("visibility:hidden") || attributes.get("hidden").is_some(),
            is_number: style.contains("mso-list:ignore"),
            first: (name == "ol" && !style.contains("list-style:none"))
                .then(|| attributes.get("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1)),
            marks: marks.to_ascii_lowercase(),
            content: is_meta.then(|| get("content")),
            name,
        }
    }

    /// Whether it begins and ends a line.
    #[must_use]
    pub fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name.as_str())
    }
}

impl Tree {
    /// The tree of a page.
    ///
    /// # Errors
    /// When it has too many nodes.
    pub fn new(text: &str) -> Result<Self, ReadError> {
        Self::within(text, MOST)
    }

    fn within(text: &str, most: usize) -> Result<Self, ReadError> {
        let mut tree = Self { nodes: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        for token in Tokens::new(text) {
            if tree.nodes.len() == most {
                return Err(ReadError::Crowded);
            }
            match token {
                Token::Start { name, attributes } => {
                    let name = name.to_ascii_lowercase();
                    tree.close_for(&name, &mut open);
                    let holds = !VOID.contains(&name.as_str()) && open.len() < DEEPEST;
                    let at = tree.push(Kind::Element(Element::new(name, attributes)));
                    if holds {
                        open.push(at);
                    }
                }
                Token::End(name) => tree.close(&name.to_ascii_lowercase(), &mut open),
                Token::Text(text) => drop(tree.push(Kind::Text(text))),
            }
        }
        tree.close_to(0, &mut open);
        Ok(tree)
    }

    /// The element at a place.
    #[must_use]
    pub fn element(&self, at: usize) -> Option<&Element> {
        match &self.nodes.get(at)?.kind {
            Kind::Element(element) => Some(element),
            Kind::Text(_) => None,
        }
    }

    /// The elements with their places, in the order of the text.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &Element)> {
        (0..self.nodes.len()).filter_map(|at| Some((at, self.element(at)?)))
    }

    /// The places of the nodes directly in the one at a place.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.end(at);
        std::iter::successors(Some(at + 1), |&child| Some(self.end(child))).take_while(move |&child| child < end)
    }

    /// Behind the last node in the one at a place.
    #[must_use]
    pub fn end(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(at + 1, |node| node.end)
    }

    /// The text in an element, without its blanks at both ends.
    #[must_use]
    pub fn text(&self, at: usize) -> String {
        let nodes = self.nodes.get(at..self.end(at)).unwrap_or(&[]);
        let texts = nodes.iter().filter_map(|node| match &node.kind {
            Kind::Text(text) => Some(text.as_str()),
            Kind::Element(_) => None,
        });
        texts.collect::<String>().trim().to_owned()
    }

    fn push(&mut self, kind: Kind) -> usize {
        let at = self.nodes.len();
        self.nodes.push(Node { kind, end: at + 1 });
        at
    }

    fn name(&self, at: usize) -> &str {
        self.element(at).map_or("", |element| &element.name)
    }

    /// Closes the elements from the `depth`th on.
    fn close_to(&mut self, depth: usize, open: &mut Vec<usize>) {
        let end = self.nodes.len();
        for at in open.drain(depth..) {
            if let Some(node) = self.nodes.get_mut(at) {
                node.end = end;
            }
        }
    }

    /// Closes what a start tag ends without a word: a paragraph, an item, a cell.
    fn close_for(&mut self, name: &str, open: &mut Vec<usize>) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "table"]),
            "dd" | "dt" => (&["dd", "dt"], &["dl", "table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            name if BLOCKS.contains(&name) => (&["p"], BLOCKS),
            _ => return,
        };
        let found = open.iter().rposition(|&at| ends.contains(&self.name(at)) || within.contains(&self.name(at)));
        if let Some(depth) = found.filter(|&depth| open.get(depth).is_some_and(|&at| ends.contains(&self.name(at)))) {
            self.close_to(depth, open);
        }
    }

    /// Hears an end tag: that of a block closes what is open in it, that of an inline element reaches no further than
    /// its block, and neither leaves its cell.
    fn close(&mut self, name: &str, open: &mut Vec<usize>) {
        let (is_block, is_table) = (BLOCKS.contains(&name), TABLE.contains(&name));
        let found = open.iter().rposition(|&at| {
            let other = self.name(at);
            other == name || (!is_block && BLOCKS.contains(&other)) || (!is_table && matches!(other, "td" | "th"))
        });
        if let Some(depth) = found.filter(|&depth| open.get(depth).is_some_and(|&at| self.name(at) == name)) {
            self.close_to(depth, open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(page: &str) -> String {
        fn walk(tree: &Tree, at: usize) -> String {
            match tree.nodes.get(at).map(|node| &node.kind) {
                Some(Kind::Text(text)) => text.clone(),
                Some(Kind::Element(element)) => {
                    format!("{}[{}]", element.name, tree.children(at).map(|child| walk(tree, child)).collect::<String>())
                }
                None => String::new(),
            }
        }
        let tree = Tree::new(page).expect("not too many nodes");
        let mut out = String::new();
        let mut at = 0;
        while at < tree.nodes.len() {
            out += &walk(&tree, at);
            at = tree.end(at);
        }
        out
    }

    #[test]
    fn unclosed_and_crossed_tags_are_closed_as_browsers_do() {
        assert_eq!(shape("<P>一<p>二<div>三</div>"), "p[一]p[二]div[三]");
        assert_eq!(shape("<ul><li>一<li>二<ul><li>三</ul></ul>四"), "ul[li[一]li[二ul[li[三]]]]四");
        assert_eq!(shape("<table><tr><td>一<td>二<tr><td>三</table>"), "table[tr[td[一]td[二]]tr[td[三]]]");
        assert_eq!(shape("<div><b>一</div>二</b>三"), "div[b[一]]二三");
        assert_eq!(shape("<div><p><span>一</p>二</span></div>"), "div[p[span[一]]二]");
        assert_eq!(shape("<table><tr><td>一</div></td></tr></table>"), "table[tr[td[一]]]");
        assert_eq!(shape("</p><br>一<img>"), "br[]一img[]");
    }

    #[test]
    fn depth_has_an_end() {
        let tree = Tree::new(&"<div>".repeat(100_000)).expect("not too many nodes");
        assert_eq!(tree.nodes.len(), 100_000);
        assert_eq!(tree.end(0), 100_000);
    }

    #[test]
    fn a_crowd_is_refused() {
        let nodes = |most| Tree::within("<b>一<b>二", most).map(|tree| tree.nodes.len());
        assert_eq!((nodes(4), nodes(3)), (Ok(4), Err(ReadError::Crowded)));
    }
}
