//! An element as the lines a browser shows.

use super::tree::{Kind, Tree};
use crate::text::{is_blank, is_han};

/// A cell with more Chinese characters than this holds prose, not a figure or a name.
const PROSE: usize = 80;

/// Elements without text, whatever stands in them.
pub const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "head", "nav", "aside", "button", "select", "option", "textarea", "iframe",
    "object", "svg", "canvas", "video", "audio", "map", "noembed", "noframes", "xmp", "title", "meta", "input",
];

/// The lines of an element: none blank, none with blanks at its ends, since a page indents by them.
pub struct Writer<'t> {
    tree: &'t Tree,
    /// Whether the node at a place is left out.
    left_out: &'t dyn Fn(usize) -> bool,
    lines: Vec<String>,
    line: String,
    /// Whether a blank is due, and whether it is a line end of the source.
    blank: Option<bool>,
    /// The number due in front of an item.
    number: Option<u32>,
    /// Pictures met.
    pub pictures: usize,
}

impl<'t> Writer<'t> {
    /// A writer of a page.
    #[must_use]
    pub fn new(tree: &'t Tree, left_out: &'t dyn Fn(usize) -> bool) -> Self {
        Self { tree, left_out, lines: Vec::new(), line: String::new(), blank: None, number: None, pictures: 0 }
    }

    /// The lines written.
    #[must_use]
    pub fn into_lines(mut self) -> Vec<String> {
        self.end_line();
        self.lines
    }

    /// Writes the node at a place.
    pub fn write(&mut self, at: usize) {
        self.node(at, false);
    }

    fn node(&mut self, at: usize, keeps_blanks: bool) {
        if (self.left_out)(at) {
            return;
        }
        let element = match self.tree.nodes.get(at).map(|node| &node.kind) {
            Some(Kind::Text(text)) => return self.text(text, keeps_blanks),
            Some(Kind::Element(element)) => element,
            None => return,
        };
        let name = element.name.as_str();
        match name {
            "br" => return self.end_line(),
            "img" => self.pictures += 1,
            "tr" => {
                if let Some(row) = self.row(at) {
                    self.end_line();
                    self.lines.extend(Some(row).filter(|row| !row.is_empty()));
                    return;
                }
            }
            _ => {}
        }
        let is_block = element.is_block();
        if is_block {
            self.end_line();
        }
        let mut number = element.first;
        for child in self.tree.children(at) {
            if let Some(n) = number.filter(|_| self.tree.element(child).is_some_and(|item| item.name == "li")) {
                self.end_line();
                self.number = Some(n);
                number = n.checked_add(1);
            }
            self.node(child, keeps_blanks || name == "pre");
            if element.first.is_some() {
                self.number = None;
            }
        }
        if element.is_number {
            // Word sets its numbers off by blanks where a browser knows no tabs.
            self.line.truncate(self.line.trim_end_matches(is_blank).len());
            self.blank = None;
        }
        if is_block {
            self.end_line();
        }
    }

    fn text(&mut self, text: &str, keeps_blanks: bool) {
        for c in text.chars() {
            match c {
                '\n' if keeps_blanks => self.end_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => self.blank = Some(self.blank.unwrap_or(false) || matches!(c, '\n' | '\r')),
                // Soft hyphens, and joiners that copying leaves behind.
                '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
                c if c.is_control() => {}
                c => {
                    if let Some(number) = self.number.take() {
                        self.line.push_str(&format!("{number}."));
                    }
                    let before = self.line.chars().next_back();
                    if let (Some(is_end), Some(before)) = (self.blank.take(), before) {
                        // Where the source breaks a line beside a Chinese character no blank is meant.
                        if !(is_end && (is_wide(before) || is_wide(c))) {
                            self.line.push(' ');
                        }
                    }
                    self.line.push(c);
                }
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.blank = None;
        let line = line.trim_matches(is_blank);
        if !line.is_empty() {
            self.lines.push(line.to_owned());
        }
    }

    /// A row of figures as one line, its cells separated by tabs; `None` for rows of tables that only lay out the page.
    fn row(&mut self, at: usize) -> Option<String> {
        let is_cell = |&cell: &usize| self.tree.element(cell).is_some_and(|element| matches!(element.name.as_str(), "td" | "th"));
        let cells: Vec<usize> = self.tree.children(at).filter(is_cell).collect();
        let holds_table = |cell: usize| {
            let inner = cell + 1..self.tree.end(cell);
            inner.into_iter().any(|at| self.tree.element(at).is_some_and(|element| element.name == "table"))
        };
        let is_prose = |cell: usize| self.tree.text(cell).chars().filter(|&c| is_han(c)).count() > PROSE;
        if cells.len() < 2 || cells.iter().any(|&cell| holds_table(cell) || is_prose(cell)) {
            return None;
        }
        let mut texts = Vec::new();
        for cell in cells {
            let mut writer = Writer::new(self.tree, self.left_out);
            writer.write(cell);
            self.pictures += writer.pictures;
            texts.push(writer.into_lines().join(" "));
        }
        Some(texts.join("\t").trim_matches(is_blank).to_owned())
    }
}

/// Whether a character is as wide as a Chinese one.
fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}' | '“' | '”' | '‘' | '’' | '—' | '…')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(page: &str) -> Vec<String> {
        let page = format!("<div>{page}</div>");
        let tree = Tree::new(&page).expect("not too many nodes");
        let silent = |at| tree.element(at).is_some_and(|element| SILENT.contains(&element.name.as_str()));
        let mut writer = Writer::new(&tree, &silent);
        writer.write(0);
        writer.into_lines()
    }

    #[test]
    fn lines_are_those_a_browser_shows() {
        assert_eq!(lines("　　一<b>二</b><br>\n&nbsp;三<p>四</p>五"), ["一二", "三", "四", "五"]);
        assert_eq!(lines("全面\n  推进 Web\n site，\n法治"), ["全面推进 Web site，法治"]);
        assert_eq!(lines("<ol start=3><li><p>三</p><li>四<ul><li>五</ul></ol>"), ["3.三", "4.四", "五"]);
        let word = "<p><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span><span>举措</span>";
        assert_eq!(lines(word), ["一、举措"]);
        assert_eq!(lines("<pre>一\n二</pre><script>三</script>"), ["一", "二"]);
    }

    #[test]
    fn rows_of_figures_are_lines_and_layout_is_not() {
        assert_eq!(
            lines("<table><tr><th>类别<th>件数</tr><tr><td><p>行政</p><p>复议</p><td>12</table>"),
            ["类别\t件数", "行政 复议\t12"]
        );
        let long = "推进法治政府建设".repeat(11);
        assert_eq!(
            lines(&format!("<table><tr><td>一、举措<td><p>{long}。<p>二、不足</table>")),
            ["一、举措", &format!("{long}。"), "二、不足"]
        );
        assert_eq!(lines("<table><tr><td>外<td><table><tr><td>甲<td>乙</table></table>"), ["外", "甲\t乙"]);
    }
}
