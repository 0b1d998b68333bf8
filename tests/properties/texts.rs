//! Texts to try the engine on: reports with random changes, and texts that no one would write.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use hegui::document::CUES;
use hegui::rule::Check;

/// Every report of the corpus, and the page's example.
static REPORTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["correct", "flawed", "parts", "webcopy"].map(|folder| root.join("tests/corpus").join(folder));
    let mut paths: Vec<_> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the corpus is there").flatten().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .chain([root.join("www/example.txt")])
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a report is text")).collect()
});

static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut lines: Vec<&str> = REPORTS.iter().flat_map(|report| report.lines()).filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
});

/// Every word a rule or the parser waits for.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let needles = hegui::rules::all().iter().flat_map(|rule| match rule.check {
        Check::Needles(list, _) | Check::Hits(list, _) => list(),
        Check::Block(_) | Check::Document(_) | Check::Marks(..) | Check::Unseen(_) | Check::Wraps(_) | Check::Numbers(_) => &[],
    });
    let mut words: Vec<&str> = CUES.iter().map(|&(_, word)| word).chain(needles.copied()).collect();
    words.sort_unstable();
    words.dedup();
    words
});

/// What no fix may touch: times, ratios, addresses, numbers of documents, cases and standards, figures.
pub const KEPT: &[&str] = &[
    "20:19",
    "9:00—11:30",
    "08:05:30",
    "1:500",
    "https://www.qingqu.gov.cn/a/2025-01/03.html?id=1,2;x=(3)",
    "www.qingqu.gov.cn:8080/index.jsp",
    "sifa.ju@qingqu.gov.cn",
    "清政发〔2025〕12号",
    "（2024）鲁1099行初5号",
    "GB/T 9704—2012",
    "12345热线",
    "1,206件",
    "3,460.05万元",
    "99.50%",
    "下降3.5%",
    "192.168.1.1",
    "0537-2345678",
    "37N5211.docx",
];

/// Numbers of headings and items, of every style.
const NUMBERS: &[&str] = &[
    "一、",
    "二、",
    "三、",
    "四、",
    "五、",
    "十一、",
    "一.",
    "二，",
    "三",
    "（一）",
    "（二）",
    "（三）",
    "（四）",
    "(二)",
    "一）",
    "（二",
    "（三）、",
    "1.",
    "2.",
    "3.",
    "5.",
    "1、",
    "2．",
    "（1）",
    "(2)",
    "3）",
    "①",
    "②",
    "⑳",
    "一是",
    "二是",
    "四是",
    "首先",
    "第一，",
    "# ",
    "## ",
];

/// Dates, years, figures and their shares, right and wrong.
const FIGURES: &[&str] = &[
    "2025年12月",
    "2025.12.04",
    "2026年1月20日",
    "2025年02月30日",
    "二〇二六年一月二十日",
    "二0二五年",
    "２０２５年",
    "2025-2026年",
    "2025年度",
    "2019年",
    "2027年",
    "1月8日",
    "同比增长120%",
    "完成率105%",
    "其中12件",
    "共37件",
    "3千余万元",
    "占5.6",
    "1,2",
    "15 件",
    "１２件",
    "百分之三",
    "2023年至2024年",
    "今年",
    "去年以来",
    "日前",
    "2025年法治政府建设",
    "2026年度",
];

/// Marks, whole and broken.
const MARKS: &[&str] = &[
    "，",
    "。",
    "；",
    "：",
    "、",
    "？",
    "！",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "。。",
    "，，",
    "、。",
    "……",
    "...",
    "。。。",
    "——",
    "--",
    "~",
    "·",
    "•",
    "．",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "「",
    "」",
    "（",
    "）",
    "(",
    ")",
    "〔",
    "〕",
    "[",
    "]",
    "【",
    "】",
    "《",
    "》",
    "〈",
    "〉",
    "<",
    ">",
    "{",
    "}",
    "%",
    "％",
    "/",
];

/// Characters that are hard to count, to see or to place.
const ODD: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u{3000}",
    "\u{3000}\u{3000}",
    "\u{A0}",
    "\u{2003}",
    "\u{200B}",
    "\u{200D}",
    "\u{FEFF}",
    "\u{202E}",
    "\u{2066}",
    "\u{2028}",
    "\u{85}",
    "\0",
    "\u{7}",
    "\u{1B}[31m",
    "\u{7F}",
    "\u{FFFD}",
    "\u{FFFF}",
    "\u{10FFFF}",
    "\u{E000}",
    "𠮷",
    "𪜶",
    "😀",
    "👨‍👩‍👧",
    "🇨🇳",
    "e\u{301}",
    "\u{301}",
    "한글",
    "かな",
    "العربية",
    "é",
    "Ａ",
    "ａ１",
    "x",
    "Word",
    "km²",
    "㎡",
    "℃",
    "Ⅳ",
    "①",
    "㈠",
    "🄌",
    "〇",
    "○",
    "O",
    "l",
];

/// A word, a mark, a number or a character.
fn piece() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        4 => select(&WORDS[..]),
        3 => select(MARKS),
        2 => select(NUMBERS),
        2 => select(FIGURES),
        2 => select(ODD),
        1 => select(KEPT),
    ]
    .prop_map(str::to_owned)
    .boxed()
}

/// One change of a report; the indices say where, as shares of its length.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, String),
    Delete(Index, usize),
    Repeat(Index, usize),
    DropLine(Index),
    RepeatLine(Index),
    SwapLines(Index, Index),
    JoinLines(Index),
    HalfWidth(Index, Index),
    LineEnds(&'static str),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        6 => (at(), piece()).prop_map(|(at, text)| Change::Insert(at, text)),
        4 => (at(), 1..6_usize).prop_map(|(at, n)| Change::Delete(at, n)),
        2 => (at(), 1..40_usize).prop_map(|(at, n)| Change::Repeat(at, n)),
        3 => at().prop_map(Change::DropLine),
        2 => at().prop_map(Change::RepeatLine),
        2 => (at(), at()).prop_map(|(a, b)| Change::SwapLines(a, b)),
        2 => at().prop_map(Change::JoinLines),
        1 => (at(), at()).prop_map(|(a, b)| Change::HalfWidth(a, b)),
        1 => select(&["\r\n", "\r", "\n\n", "\n　　"][..]).prop_map(Change::LineEnds),
    ]
}

impl Change {
    fn make(&self, text: &str) -> String {
        let place = |at: &Index| text.char_indices().nth(at.index(text.chars().count() + 1)).map_or(text.len(), |(at, _)| at);
        let behind = |from: usize, n: usize| from + text[from..].chars().take(n).map(char::len_utf8).sum::<usize>();
        let with = |range: Range<usize>, new: &str| format!("{}{new}{}", &text[..range.start], &text[range.end..]);
        let mut lines: Vec<&str> = text.split('\n').collect();
        let line = |at: &Index| at.index(lines.len());
        match self {
            Self::Insert(at, new) => with(place(at)..place(at), new),
            Self::Delete(at, n) => with(place(at)..behind(place(at), *n), ""),
            Self::Repeat(at, n) => with(place(at)..place(at), &text[place(at)..behind(place(at), *n)]),
            Self::DropLine(at) => {
                lines.remove(line(at));
                lines.join("\n")
            }
            Self::RepeatLine(at) => {
                let again = lines[line(at)];
                lines.insert(line(at), again);
                lines.join("\n")
            }
            Self::SwapLines(a, b) => {
                let (a, b) = (line(a), line(b));
                lines.swap(a, b);
                lines.join("\n")
            }
            Self::JoinLines(at) => text
                .match_indices('\n')
                .map(|(at, _)| at)
                .nth(line(at))
                .map_or_else(|| text.to_owned(), |at| with(at..at + 1, "")),
            Self::HalfWidth(a, b) => {
                let (a, b) = (place(a).min(place(b)), place(a).max(place(b)));
                let half = |c: char| ",:;()".chars().find(|&half| hegui::text::fold(half) == c).unwrap_or(c);
                with(a..b, &text[a..b].chars().map(half).collect::<String>())
            }
            Self::LineEnds(end) => text.replace('\n', end),
        }
    }
}

/// A report of the corpus with up to so many changes.
pub fn changed_report(changes: usize) -> impl Strategy<Value = String> {
    (select(&REPORTS[..]), vec(change(), 0..=changes))
        .prop_map(|(report, changes)| changes.iter().fold(report, |text, change| change.make(&text)))
}

/// Lines of different reports and pieces of no sense, between line ends or none.
fn mixture() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => select(&LINES[..]).prop_map(str::to_owned),
        2 => vec(piece(), 0..12).prop_map(|pieces| pieces.concat()),
        2 => (select(NUMBERS), select(&LINES[..])).prop_map(|(number, line)| format!("{number}{line}")),
        1 => vec(any::<char>(), 0..20).prop_map(String::from_iter),
    ];
    vec((line, select(&["\n", "\n", "\n\n", "\r\n", "\r", ""][..])), 0..40)
        .prop_map(|lines| lines.iter().map(|(line, end)| format!("{line}{end}")).collect())
}

/// Pieces one behind the other.
fn soup() -> impl Strategy<Value = String> {
    vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// The same few pieces again and again: deep brackets, long lines, long lists.
fn repetition() -> impl Strategy<Value = String> {
    (vec(piece(), 1..5), 1..400_usize, vec(piece(), 0..5))
        .prop_map(|(pieces, n, last)| pieces.concat().repeat(n) + &last.concat())
}

/// Numbered lines with one random style and random numbers.
fn list() -> impl Strategy<Value = String> {
    let line = (0..30_u32, select(&["加强组织领导", "规范执法，提升质效。办案3件。", "培训4期。"][..]));
    (0..4_usize, vec(line, 1..40)).prop_map(|(style, lines)| {
        let number = |n: u32| {
            let han = hegui::text::numerals::to_han(n);
            [format!("{han}、"), format!("（{han}）"), format!("{n}."), format!("（{n}）")][style].clone()
        };
        let head =
            if style == 0 { "" } else { "清溪镇2025年度法治政府建设情况报告\n一、主要举措和成效\n" };
        lines.iter().fold(head.to_owned(), |text, &(n, words)| text + &number(n) + words + "\n")
    })
}

/// Any of these.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![6 => changed_report(12), 3 => mixture(), 2 => soup(), 1 => repetition(), 1 => list()]
}

/// Characters that cannot be seen and do nothing.
const UNSEEN: &[&str] = &["\u{200B}", "\u{200D}", "\u{AD}", "\u{2060}", "\u{FEFF}", "\u{200E}", "\u{200B}\u{200B}"];

/// Unseen characters for a text.
#[derive(Clone, Debug)]
pub struct Strewn(Vec<(Index, &'static str)>);

impl Strewn {
    /// The text without any, and with these.
    pub fn put(&self, text: &str) -> (String, String) {
        let clean = seen(text) + "\n";
        // Not where one at the start of a file belongs.
        let places: Vec<usize> = clean.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        let mut all: Vec<(usize, &str)> = self.0.iter().map(|(at, c)| (*at.get(&places), *c)).collect();
        all.sort_unstable();
        let mut text = clean.clone();
        all.iter().rev().for_each(|(at, c)| text.insert_str(*at, c));
        (clean, text)
    }
}

/// A few unseen characters, or one at every other place.
pub fn unseen() -> impl Strategy<Value = Strewn> {
    let one = || (any::<Index>(), select(UNSEEN));
    prop_oneof![3 => vec(one(), 1..4), 1 => vec(one(), 200..900)].prop_map(Strewn)
}

/// The text without the characters that cannot be seen, and those beside which such characters would belong.
pub fn seen(text: &str) -> String {
    text.chars()
        .filter(|&c| hegui::text::unseen::nature(c).is_none() && !('\u{590}'..'\u{1100}').contains(&c) && c < '\u{1F000}')
        .collect()
}
