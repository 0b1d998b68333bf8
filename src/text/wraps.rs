//! Lines broken where a page ends them, as text copied from a PDF has them.

use super::chars::{ends_sentence, fold, is_blank};
use super::numerals;
use super::scan::Mark;
use super::span::Span;

/// Bytes of a line that no page is wide enough for.
const TOO_LONG: usize = 180;
/// Columns, two to a Chinese character, that a page's line has at least.
const NARROWEST: usize = 40;
/// Columns by which a full line may fall short: a mark or a figure went over to the next.
const RAGGED: usize = 8;
/// Full lines that tell such a text.
const FULL_LINES: usize = 12;
/// Lines among which the title stands.
const TITLE: usize = 8;

/// The line ends, and the page numbers among them, that break a paragraph of a text whose lines a page broke; ascending.
/// None in any other text: one long line tells.
#[must_use]
pub fn soft_breaks(text: &str, lines: &[Span]) -> Vec<Mark> {
    if lines.len() < FULL_LINES || lines.iter().any(|line| line.len() > TOO_LONG) {
        return Vec::new();
    }
    let rows: Vec<Row> = lines.iter().map(|&line| Row::new(text, line)).collect();
    let Some(width) = page_width(&rows) else { return Vec::new() };
    let mut breaks = Vec::new();
    let mut i = 0;
    while let Some(row) = rows.get(i) {
        // A page number stands between two lines of one paragraph.
        let next = (i + 1..rows.len()).find(|&k| rows.get(k).is_some_and(|row| !row.is_page_number())).unwrap_or(rows.len());
        if let Some(below) = rows.get(next)
            && row.is_full(below, width)
            && row.runs_on(below, width)
            && !(i < TITLE && row.text.ends_with("报告") && !below.text.starts_with("如下"))
        {
            let end = row.start + row.text.len();
            let left_out = Span::new(end, below.start);
            breaks.extend(left_out.of(text).char_indices().map(|(at, char)| Mark { char, at: end + at }));
        }
        i = next;
    }
    breaks
}

/// A line as it stands on the page.
struct Row<'t> {
    /// Without the blanks at its end.
    text: &'t str,
    start: usize,
    width: usize,
}

impl<'t> Row<'t> {
    fn new(text: &'t str, line: Span) -> Self {
        let text = line.of(text).trim_end_matches(is_blank);
        Self { text, start: line.start, width: columns(text) }
    }

    /// Whether what the line below begins with found no place any more.
    fn is_full(&self, below: &Row, width: usize) -> bool {
        self.width + columns(first_piece(below.text)) + RAGGED / 2 > width
    }

    fn is_indented(&self) -> bool {
        self.text.starts_with('\u{3000}') || self.text.starts_with("  ") || self.text.starts_with('\t')
    }

    /// Whether the sentence ends with the line.
    fn ends(&self) -> bool {
        self.text.ends_with(|c| ends_sentence(c) || matches!(fold(c), '：' | '；'))
    }

    /// — 3 —
    fn is_page_number(&self) -> bool {
        let inner = self.text.trim_matches(|c| is_blank(c) || matches!(c, '-' | '—' | '–' | '－' | '·'));
        (1..=3).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether the text of this full line goes on in the line below.
    fn runs_on(&self, below: &Row, width: usize) -> bool {
        let next = below.text.trim_start_matches(is_blank);
        if next.is_empty() || below.is_indented() || item(next) == Some(Item::Bracketed) {
            return false;
        }
        let long = below.width + RAGGED >= width;
        let own = item(self.text);
        if self.ends() {
            // Where the sentence ends too, a new paragraph or the signature may follow; a lead has its text behind it.
            return item(next).is_none() && long && (self.text.starts_with(is_blank) || own.is_some());
        }
        // A heading that just fills its line has a paragraph below it.
        !(own == Some(Item::Plain) && long && !self.text.contains('。'))
    }
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// What of a line no page parts: a figure or a foreign word, or one character, with the marks around it.
fn first_piece(line: &str) -> &str {
    let inner = line.trim_start_matches(|c| is_blank(c) || matches!(fold(c), '“' | '‘' | '《' | '〈' | '（' | '〔'));
    let word = inner.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%' | '-' | '—'));
    let rest =
        if word.len() < inner.len() { word } else { inner.get(inner.chars().next().map_or(0, char::len_utf8)..).unwrap_or("") };
    let rest = rest.trim_start_matches(|c| {
        matches!(fold(c), '，' | '。' | '、' | '；' | '：' | '”' | '’' | '》' | '〉' | '）' | '〕' | '%' | '％')
    });
    line.get(..line.len() - rest.len()).unwrap_or(line)
}

/// The page's width in columns, where many lines are as wide and few of them end a sentence.
fn page_width(rows: &[Row]) -> Option<usize> {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.width > 0).collect();
    let width = rows.iter().map(|row| row.width).max().filter(|&width| width >= NARROWEST)?;
    let full: Vec<&&Row> = rows.iter().filter(|row| row.width + RAGGED >= width).collect();
    let broken = full.iter().filter(|row| !row.ends()).count();
    (full.len() >= FULL_LINES && full.len() * 3 >= rows.len() && broken * 4 >= full.len() * 3).then_some(width)
}

/// How the number is written that opens a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    /// 一、 1.
    Plain,
    /// （一） 1）
    Bracketed,
}

/// The number of a heading or an item that opens a line.
fn item(line: &str) -> Option<Item> {
    let line = line.trim_start_matches(is_blank);
    let inner = line.strip_prefix(['（', '(']).unwrap_or(line);
    let numeral = |c: char| numerals::is_ordinal_char(c) || c.is_ascii_digit();
    let behind = inner.trim_start_matches(numeral);
    if behind.len() == inner.len() || inner.len() - behind.len() > 6 {
        return None;
    }
    let (kind, rest) = match behind.strip_prefix(['）', ')']) {
        Some(rest) => (Item::Bracketed, rest),
        None => (Item::Plain, behind.strip_prefix(['、', '.', '．'])?),
    };
    // 第（一）项, 三、四月, 3.5%.
    (!rest.starts_with(|c| numeral(c) || matches!(c, '项' | '款' | '条'))).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Scan, Shown, needles::Needles};

    fn joined(text: &str) -> String {
        Shown::new(text, &soft_breaks(text, &Scan::new(text, &Needles::new(&[])).lines)).text
    }

    /// Lines of `columns` Chinese characters.
    fn page(paragraphs: &[&str], columns: usize) -> String {
        let mut lines = Vec::new();
        for paragraph in paragraphs {
            let chars: Vec<char> = paragraph.chars().collect();
            lines.extend(chars.chunks(columns).map(|line| line.iter().collect::<String>()));
        }
        lines.join("\n") + "\n"
    }

    const TEXT: [&str; 4] = [
        "一、主要举措和成效",
        "（一）全镇深入学习贯彻习近平法治思想，召开会议九次，细化任务三十六项，各部门逐项对照落实，年底前全部完成，群众满意度明显提高。\
         镇党委理论学习中心组学法六次，组织干部参加学法考试，合格率百分之百，带头尊法学法守法用法的氛围更加浓厚，依法办事能力不断提升。",
        "（二）严格规范公正文明执法，落实行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度，全年检查经营主体一千余家次，办理案件三十七件，\
         主动接受社会监督，依法公开执法信息，当事人没有申请行政复议或者提起行政诉讼，执法满意度在全县名列前茅，经验做法在全市推广。",
        "镇人民政府",
    ];

    #[test]
    fn the_lines_of_a_page_are_joined() {
        let paragraphs: Vec<&str> = TEXT.into_iter().cycle().take(12).collect();
        let whole = paragraphs.join("\n") + "\n";
        for columns in [20, 26] {
            assert_eq!(joined(&page(&paragraphs, columns)), whole);
        }
        let broken = page(&paragraphs, 22);
        let at = broken.match_indices('\n').nth(3).map_or(0, |(at, _)| at);
        assert_eq!(joined(&format!("{}\n— 3 —{}", &broken[..at], &broken[at..])), whole);
        assert_eq!(joined(&broken.replace('\n', "\r\n")), whole.replace('\n', "\r\n"));
    }

    #[test]
    fn other_lines_stay() {
        let items: String = (1..30).map(|i| format!("{i}.健全制度，落实责任，开展培训{i}次，参加人员四十六人。\n")).collect();
        assert_eq!(joined(&items), items);
        let whole = TEXT.join("\n");
        assert_eq!(joined(&whole), whole);
    }
}
