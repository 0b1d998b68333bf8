//! The document model and its total parser: any text becomes a [`Document`], nothing fails or panics.

mod cues;
mod date;
mod frame;
mod headings;
mod memo;
mod ordinal;
mod part_words;
mod parts;
mod pieces;
mod profile;
mod residue;
mod wording;
mod written;

pub use cues::{CUES, Cue};
pub use date::{Date, is_without_day};
pub use ordinal::{Ordinal, OrdinalStyle};
pub use parts::{Part, PartInfo, Status};
pub(crate) use profile::longest_region;
pub use profile::{Profile, organ_of_title};
pub(crate) use residue::is_residue;
pub(crate) use wording::{is_account_of_leaders, is_organ_line, is_secrecy_mark, is_session_line, without_plan};

use crate::text::{Ascending, Mark, Number, Placed, Scan, Span, chars::count_han};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Page furniture pasted along, before the title or after the signature; no rule but web-residue looks at it.
    Residue,
    /// A line of the title (one to three lines, sometimes printed twice).
    Title,
    /// 发文字号.
    DocNumber,
    /// 主送机关.
    Addressee,
    /// A heading, alone on its line or run in with a paragraph.
    Heading,
    /// A paragraph.
    Paragraph,
    /// 附件说明.
    AttachmentNote,
    /// 署名 (with or without the date on the same line).
    Signature,
    /// 成文日期.
    Date,
    /// 附注, 抄送, 签发人, 印发 and what follows the date.
    Note,
}

/// A line that is not blank, or the stretch of it that one heading opens.
#[derive(Clone, Debug)]
pub struct Block {
    /// The whole line without its end, indent and trailing blanks included.
    pub line: Span,
    /// The text without surrounding blanks.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// The innermost heading above it (its own for a heading): an index into [`Document::headings`].
    pub heading: Option<usize>,
    /// The part of the report it belongs to.
    pub part: Option<Part>,
}

impl Block {
    /// Whether it is running text: a paragraph or a heading.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self.kind, Kind::Paragraph | Kind::Heading)
    }
}

/// A heading of level 1 (一、) to 4 (（1）).
#[derive(Clone, Debug)]
pub struct Heading {
    /// The block it stands in.
    pub block: usize,
    /// 1 to 4, by the style of its number; 1 for a recognised heading without one.
    pub level: u8,
    /// Its number; `None` where it was lost.
    pub number: Option<Ordinal>,
    /// Its words, number and end mark excluded.
    pub title: Span,
    /// The mark directly behind its words.
    pub end_mark: Option<Mark>,
    /// Whether text follows in the same block.
    pub run_in: bool,
    /// The heading it stands under.
    pub parent: Option<usize>,
    /// One past the last block of its section.
    pub end: usize,
}

/// An item of an “一是…二是…” sequence.
#[derive(Clone, Copy, Debug)]
pub struct SequenceItem {
    /// The block it stands in.
    pub block: usize,
    /// 1 for 一是.
    pub value: u32,
    /// The two or three characters 一是.
    pub span: Span,
}

/// A section of the report's top level.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading: an index into [`Document::headings`].
    pub heading: usize,
    /// Its blocks.
    pub blocks: std::ops::Range<usize>,
    /// The parts it carries: none, one, or several under one heading.
    pub parts: Vec<Part>,
}

/// The title: one to three lines.
#[derive(Clone, Debug)]
pub struct Title {
    /// The blocks of its first printing.
    pub blocks: std::ops::Range<usize>,
    /// From the first line's start to the last line's end.
    pub span: Span,
    /// The lines joined, blanks dropped.
    pub text: String,
}

/// The date at the end (or under the title).
#[derive(Clone, Copy, Debug)]
pub struct DateLine {
    /// Where it is written.
    pub span: Span,
    /// Its value where the digits name a day, existing or not.
    pub date: Option<Date>,
}

/// What the user knows better than the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The kind of body.
    pub profile: Option<Profile>,
    /// The report year.
    pub year: Option<u32>,
    /// Whether it is a copy for publication (公开稿), which may leave the addressee out.
    pub published: bool,
}

/// A parsed report. Offsets are UTF-8 bytes of [`Document::text`].
#[derive(Debug)]
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// Lines, marks, numbers.
    pub scan: Scan,
    /// What was left out when it was read, ascending: characters that cannot be seen, line ends that a page made.
    pub hidden: Vec<Mark>,
    /// Words the parser and many rules ask for, ascending.
    pub cues: Ascending<(Cue, Span)>,
    /// What stands between 《 and 》 of one line, ascending.
    book_titles: Ascending<Span>,
    /// What stands between “ and ” of one line, ascending.
    quotes: Ascending<Span>,
    /// Every line that is not blank, ascending.
    pub blocks: Vec<Block>,
    /// Every heading, ascending.
    pub headings: Vec<Heading>,
    /// Every “一是”, ascending.
    pub sequence: Ascending<SequenceItem>,
    /// The title, where there is one.
    pub title: Option<Title>,
    /// The blocks between front and end matter.
    pub body: std::ops::Range<usize>,
    /// The body's blocks before the first heading.
    pub intro: std::ops::Range<usize>,
    /// The sentence that leads in (现将…报告如下：).
    pub lead_in: Option<Span>,
    /// The signing bodies.
    pub signature: Vec<Span>,
    /// The date of signature.
    pub date: Option<DateLine>,
    /// The sections of the top level, ascending.
    pub sections: Vec<Section>,
    /// The four parts, in the regulation's order.
    pub parts: [PartInfo; 4],
    /// The reporting body as named by title or signature.
    pub organ: Option<String>,
    /// The kind of body, guessed or set.
    pub profile: Profile,
    /// Whether `profile` was set or rests on the body's name (not on a mere default).
    pub profile_known: bool,
    /// The report year, guessed or set.
    pub year: Option<u32>,
    /// Whether it was said to be a copy for publication, which may leave the addressee out.
    pub published: bool,
    /// Last year's report, where it was given to compare with.
    pub previous: Option<String>,
    memo: memo::Memo,
}

impl<'t> Document<'t> {
    /// Parses `scan`'s text. `cues` are the places of [`CUES`], ascending.
    #[must_use]
    pub fn parse(text: &'t str, scan: Scan, cues: Vec<(Cue, Span)>, overrides: Overrides) -> Self {
        let book_titles = enclosures(&scan, '《', '》');
        let quotes = enclosures(&scan, '“', '”');
        let mut doc = Self {
            text,
            scan,
            hidden: Vec::new(),
            cues: Ascending::new(cues),
            book_titles,
            quotes,
            blocks: Vec::new(),
            headings: Vec::new(),
            sequence: Ascending::default(),
            title: None,
            body: 0..0,
            intro: 0..0,
            lead_in: None,
            signature: Vec::new(),
            date: None,
            sections: Vec::new(),
            parts: Default::default(),
            organ: None,
            profile: Profile::Township,
            profile_known: false,
            year: None,
            published: overrides.published,
            previous: None,
            memo: memo::Memo::default(),
        };
        frame::read(&mut doc);
        headings::read(&mut doc);
        profile::read(&mut doc, overrides);
        parts::read(&mut doc);
        doc
    }

    /// What `find` finds in this document; found once, however many rules ask. One value is kept per type.
    pub fn once<T: std::any::Any>(&self, find: fn(&Self) -> T) -> std::rc::Rc<T> {
        self.memo.get(|| find(self))
    }

    /// The text of `span`.
    #[must_use]
    pub fn get(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// The index of the block that holds byte `at` in its line, or the last before it.
    #[must_use]
    pub fn block_at(&self, at: usize) -> Option<usize> {
        self.blocks.partition_point(|block| block.line.start <= at).checked_sub(1)
    }

    /// The block that holds byte `at` in its line, or the last before it.
    #[must_use]
    pub fn block_around(&self, at: usize) -> Option<&Block> {
        self.block_at(at).and_then(|i| self.blocks.get(i))
    }

    /// The blocks of the text itself: no page residue.
    pub fn text_blocks(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Residue)
    }

    /// The headings and paragraphs between front and end matter.
    pub fn body_blocks(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.body.clone().filter_map(|i| Some((i, self.blocks.get(i)?)))
    }

    /// The heading that opens block `block`.
    #[must_use]
    pub fn heading_of(&self, block: &Block) -> Option<&Heading> {
        if block.kind != Kind::Heading {
            return None;
        }
        self.headings.get(block.heading?)
    }

    /// What a block says besides its heading: the whole of a paragraph, what follows a run-in heading.
    #[must_use]
    pub fn prose(&self, block: &Block) -> Span {
        match self.heading_of(block) {
            None => block.span,
            Some(heading) => {
                let start = heading.end_mark.map_or(heading.title.end, |mark| mark.span().end);
                Span::new(start.min(block.span.end), block.span.end)
            }
        }
    }

    /// The headings directly under `parent` (top-level ones for `None`), ascending.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = (usize, &Heading)> {
        let above = parent.and_then(|i| Some((i, self.headings.get(i)?)));
        let (first, end) = above.map_or((0, usize::MAX), |(i, heading)| (i + 1, heading.end));
        let inside = self.headings.iter().enumerate().skip(first).take_while(move |(_, heading)| heading.block < end);
        inside.filter(move |(_, heading)| heading.parent == parent)
    }

    /// The top level's section that holds block `block`.
    #[must_use]
    pub fn section_of(&self, block: usize) -> Option<&Section> {
        let last = self.sections.partition_point(|section| section.blocks.start <= block).checked_sub(1)?;
        self.sections.get(last).filter(|section| section.blocks.contains(&block))
    }

    /// The span of a heading's whole section.
    #[must_use]
    pub fn section(&self, heading: &Heading) -> Span {
        let start = self.blocks.get(heading.block).map_or(0, |block| block.span.start);
        let end = heading.end.checked_sub(1).and_then(|i| self.blocks.get(i)).map_or(start, |block| block.span.end);
        Span::new(start, end)
    }

    /// The info of `part`.
    #[must_use]
    pub fn part(&self, part: Part) -> &PartInfo {
        &self.parts[part as usize]
    }

    /// The body blocks that belong to `part`.
    pub fn part_blocks(&self, part: Part) -> impl Iterator<Item = (usize, &Block)> {
        self.body_blocks().filter(move |(_, block)| block.part == Some(part))
    }

    /// The marks inside `span`.
    #[must_use]
    pub fn marks(&self, span: Span) -> &[Mark] {
        self.scan.marks.within(span)
    }

    /// The numbers that start inside `span`.
    #[must_use]
    pub fn numbers(&self, span: Span) -> &[Number] {
        self.scan.numbers.within(span)
    }

    /// `marks`, which ascend, by the blocks that hold them.
    pub fn by_block<'a>(&'a self, marks: &'a [Mark]) -> impl Iterator<Item = (usize, &'a Block, &'a [Mark])> {
        let mut rest = marks;
        std::iter::from_fn(move || {
            let i = self.block_at(rest.first()?.at)?;
            let block = self.blocks.get(i)?;
            let count = rest.iter().take_while(|mark| mark.at < block.line.end).count().max(1);
            let (inside, behind) = rest.split_at(count);
            rest = behind;
            Some((i, block, inside))
        })
    }

    /// The cues inside `span`.
    #[must_use]
    pub fn cues_in(&self, span: Span) -> &[(Cue, Span)] {
        self.cues.within(span)
    }

    /// Whether `cue` stands inside `span`.
    #[must_use]
    pub fn has_cue(&self, span: Span, cue: Cue) -> bool {
        self.cues_in(span).iter().any(|&(c, _)| c == cue)
    }

    /// The number of Chinese characters in `span`: by lines, which the scan counted.
    #[must_use]
    pub fn count_han(&self, span: Span) -> usize {
        let before = |at: usize| {
            let line = self.scan.lines.last_to(at).unwrap_or(0);
            let start = self.scan.lines.get(line).map_or(0, |line| line.start);
            self.scan.han_before.get(line).map_or(0, |&count| count as usize) + count_han(self.get(Span::new(start, at)))
        };
        before(span.end) - before(span.start)
    }

    /// The sentences of `span`, end marks (。！？；) included, blanks around them dropped.
    pub fn sentences(&self, span: Span) -> impl Iterator<Item = Span> {
        let (text, mut start) = (self.text, span.start);
        let stops = self.marks(span).iter().filter(|mark| crate::text::chars::ends_sentence(mark.char));
        stops.map(|mark| mark.span().end).chain([span.end]).filter_map(move |end| {
            let sentence = trim(text, Span::new(start, end));
            start = end;
            (!sentence.is_empty()).then_some(sentence)
        })
    }

    /// Whether byte `at` stands inside 《》 opened and closed in its line.
    #[must_use]
    pub fn in_book_title(&self, at: usize) -> bool {
        holding(&self.book_titles, at).is_some()
    }

    /// Whether byte `at` stands inside “ ” opened and closed in its line.
    #[must_use]
    pub fn in_quotes(&self, at: usize) -> bool {
        self.quote_at(at).is_some()
    }

    /// What the “ ” around byte `at` enclose, the marks excluded.
    #[must_use]
    pub fn quote_at(&self, at: usize) -> Option<Span> {
        holding(&self.quotes, at)
    }

    /// What stands between “ and ” of one line, ascending.
    #[must_use]
    pub fn quotations(&self) -> &[Span] {
        &self.quotes
    }

    /// How many marks away the ends of a pair are looked for.
    const WIDEST: usize = 256;

    /// Whether byte `at` stands between `open` and `close` in its block.
    #[must_use]
    pub fn enclosed(&self, at: usize, open: char, close: char) -> bool {
        let Some(block) = self.block_around(at) else {
            return false;
        };
        let marks = self.marks(block.span);
        let split = marks.partition_point(|mark| mark.at < at);
        let (before, after) = marks.split_at(split);
        // No title or quotation holds so many marks; a whole report on one line must not be walked through at every hit.
        let mut before = before.iter().rev().take(Self::WIDEST);
        let mut after = after.iter().take(Self::WIDEST);
        let opened = before.find(|m| m.char == open || m.char == close).is_some_and(|m| m.char == open);
        opened && after.find(|m| m.char == open || m.char == close).is_some_and(|m| m.char == close)
    }

    /// The sentence (up to 。！？； or the line's end) that holds byte `at`, its end mark excluded.
    ///
    /// Looks no further than some hundred characters to either side, so that asking for every word of a text
    /// without stops stays linear.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> Span {
        const REACH: usize = 120;
        let line = self.scan.lines.last_to(at).and_then(|i| self.scan.lines.get(i));
        let line = line.copied().unwrap_or_default();
        let ends = |mark: &&Mark| crate::text::chars::ends_sentence(mark.char);
        let (before, after) = self.scan.marks.split_at(self.scan.marks.index_from(at));
        let start = before.iter().rev().take(REACH).find(ends).map_or(line.start, |mark| mark.span().end.max(line.start));
        let end = after.iter().take(REACH).find(ends).map_or(line.end, |mark| mark.at.min(line.end));
        Span::new(floor(self.text, start.max(at.saturating_sub(REACH * 9))), floor(self.text, end.min(at + REACH * 9)))
    }
}

impl Placed for (Cue, Span) {
    fn at(&self) -> usize {
        self.1.start
    }
}

impl Placed for SequenceItem {
    fn at(&self) -> usize {
        self.span.start
    }
}

/// The stretches between `open` and `close`: from an opening mark to the next of the two, where that closes in the same line.
fn enclosures(scan: &Scan, open: char, close: char) -> Ascending<Span> {
    let mut spans = Vec::new();
    let mut opened: Option<usize> = None;
    let mut lines = scan.lines.iter().map(|line| line.end).peekable();
    for mark in scan.marks.iter().filter(|mark| mark.char == open || mark.char == close) {
        while lines.next_if(|&end| end <= mark.at).is_some() {
            opened = None;
        }
        if mark.char == open {
            opened = Some(mark.span().end);
        } else if let Some(start) = opened.take() {
            spans.push(Span::new(start, mark.at));
        }
    }
    Ascending::new(spans)
}

/// The one of the ascending, disjoint `spans` that holds byte `at`.
fn holding(spans: &Ascending<Span>, at: usize) -> Option<Span> {
    spans.get(spans.last_to(at)?).copied().filter(|span| at < span.end)
}

/// The nearest place at or before `at` between two characters.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// `span` without the blanks at its ends.
#[must_use]
pub fn trim(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    // Nearly every stretch begins with a Chinese character, and many end with one.
    let is_word = |lead: Option<&u8>| matches!(lead, Some(0xE4..=0xE9));
    let bytes = inner.as_bytes();
    let rest = if is_word(bytes.first()) { inner } else { inner.trim_start_matches(crate::text::is_blank) };
    let start = span.start + inner.len() - rest.len();
    let ends = is_word(bytes.len().checked_sub(3).and_then(|last| bytes.get(last)));
    let length = if ends { rest.len() } else { rest.trim_end_matches(crate::text::is_blank).len() };
    Span::new(start, start + length)
}

#[cfg(test)]
mod tests {
    use crate::check::{Options, check};

    #[test]
    fn book_titles_quotes_and_sentences_end_with_their_line() {
        let text = "贯彻《关于“三项制度”的意见》，一是抓学习；二是《未完\n成》的工作。完";
        let checked = check(text, &Options::default());
        let doc = &checked.document;
        let at = |word: &str| text.find(word).unwrap_or(0);
        assert!(doc.in_book_title(at("三项")) && doc.in_quotes(at("三项")) && !doc.in_quotes(at("意见")));
        assert!(!doc.in_book_title(at("未完")) && !doc.in_book_title(at("成》")) && !doc.in_book_title(at("学习")));
        assert_eq!(doc.quote_at(at("制度")).map(|span| doc.get(span)), Some("三项制度"));
        assert_eq!(doc.get(doc.sentence_at(at("学习"))), "贯彻《关于“三项制度”的意见》，一是抓学习");
        assert_eq!(doc.get(doc.sentence_at(at("未完"))), "二是《未完");
        assert_eq!(doc.get(doc.sentence_at(at("完\n"))), "二是《未完");
    }
}
