//! What leaves the desk: sheets of headings, sentences and tables, made into HTML, .docx and .xlsx alike.

use serde::Serialize;

/// A sheet to print or to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// What stands on it, from the top.
    pub blocks: Vec<Block>,
}

/// A piece of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// A heading.
    Heading {
        /// Its words.
        text: String,
    },
    /// A sentence or more.
    Text {
        /// Its words; lines are kept.
        text: String,
    },
    /// A table; all rows are as long as its head, or it has no head.
    Table {
        /// The heads of the columns; none for a table of names and values.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
}

impl Block {
    /// A heading.
    #[must_use]
    pub fn heading(text: &str) -> Self {
        Self::Heading { text: text.to_owned() }
    }

    /// A sentence.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// A table with the heads of its columns.
    #[must_use]
    pub fn table<const N: usize>(head: [&str; N], rows: Vec<[String; N]>) -> Self {
        Self::Table { head: head.map(str::to_owned).to_vec(), rows: rows.into_iter().map(Vec::from).collect() }
    }

    /// A table of names and values.
    #[must_use]
    pub fn values<const N: usize>(rows: [(&str, String); N]) -> Self {
        Self::Table { head: Vec::new(), rows: rows.map(|(name, value)| vec![name.to_owned(), value]).to_vec() }
    }
}

/// The look of a printed sheet; no script, nothing from elsewhere.
const STYLE: &str = "body{max-width:210mm;margin:0 auto;padding:12mm;color:#1f2329;background:#fff;font:14px/1.7 FangSong,STFangsong,'Noto Serif CJK SC',serif}\
h1{font:700 22px/1.5 'Noto Serif CJK SC',STZhongsong,SimSun,serif;text-align:center}\
h2{font:600 15px/1.5 SimHei,'Noto Sans CJK SC',sans-serif;margin:1.4em 0 .5em}\
table{width:100%;border-collapse:collapse}th,td{padding:4px 8px;border:1px solid #888;text-align:left;vertical-align:top}\
th{font-weight:600;white-space:nowrap}thead{display:table-header-group}tr{break-inside:avoid}p{white-space:pre-wrap}\
@page{margin:18mm}@media print{body{padding:0}}";

impl Sheet {
    /// The sheet as a page that prints well: every word of a submission stays a word.
    #[must_use]
    pub fn html(&self) -> String {
        let mut out = String::from("<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">");
        out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        out.push_str("<title>");
        escape(&self.title, &mut out);
        out.push_str("</title><style>");
        out.push_str(STYLE);
        out.push_str("</style></head><body>\n");
        element("h1", &self.title, &mut out);
        for block in &self.blocks {
            match block {
                Block::Heading { text } => element("h2", text, &mut out),
                Block::Text { text } => element("p", text, &mut out),
                Block::Table { head, rows } => table(head, rows, &mut out),
            }
        }
        out.push_str("</body></html>\n");
        out
    }
}

fn table(head: &[String], rows: &[Vec<String>], out: &mut String) {
    out.push_str("<table>");
    if !head.is_empty() {
        out.push_str("<thead><tr>");
        head.iter().for_each(|name| element("th", name, out));
        out.push_str("</tr></thead>");
    }
    out.push_str("<tbody>");
    for row in rows {
        out.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            element(if head.is_empty() && column == 0 { "th" } else { "td" }, cell, out);
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>\n");
}

/// An element whose text cannot turn the direction of what stands around it.
fn element(name: &str, text: &str, out: &mut String) {
    out.push_str(&format!("<{name}><bdi>"));
    escape(text, out);
    out.push_str(&format!("</bdi></{name}>\n"));
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What no text may hold in HTML.
            '\0' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let hostile = "<script>alert(1)</script>&\"'\u{202e}";
        let sheet = Sheet {
            title: hostile.to_owned(),
            blocks: vec![
                Block::heading(hostile),
                Block::text(hostile),
                Block::table(["甲", "乙"], vec![[hostile.to_owned(), hostile.to_owned()]]),
            ],
        };
        let html = sheet.html();
        assert!(!html.contains("<script"));
        assert_eq!(html.matches("&lt;script&gt;").count(), 6);
        assert_eq!(html.matches("<bdi>").count(), html.matches("</bdi>").count());
    }

    #[test]
    fn tables_without_heads_name_their_rows() {
        let sheet = Sheet { title: "单".to_owned(), blocks: vec![Block::values([("年度", "2025".to_owned())])] };
        assert!(sheet.html().contains("<th><bdi>年度</bdi></th>"));
        assert!(!sheet.html().contains("<thead>"));
    }
}
