//! The running text without blanks and marks, by paragraphs and by sentences: as it is compared with itself.

use std::ops::Range;

use crate::document::Document;
use crate::text::{Span, chars};

/// The running text.
pub struct Plain {
    /// The paragraphs, ascending.
    pub paragraphs: Vec<Stretch>,
    /// The sentences, ascending; sequence words, end marks and the lead-in left out.
    pub sentences: Vec<Stretch>,
}

/// A paragraph or a sentence.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// The block it stands in.
    pub block: usize,
    /// Where it stands.
    pub span: Span,
    chars: Range<usize>,
}

impl Plain {
    /// Reads the running text; for [`Document::once`].
    pub fn of(doc: &Document) -> Self {
        let mut plain = Self { paragraphs: Vec::new(), sentences: Vec::new() };
        for (block, span) in paragraphs(doc) {
            plain.paragraphs.push(Stretch { block, span, chars: chars_of(doc, span) });
            for sentence in doc.sentences(span) {
                plain.sentence(doc, block, sentence);
            }
        }
        plain
    }

    fn sentence(&mut self, doc: &Document, block: usize, sentence: Span) {
        let text = doc.get(sentence);
        let bare = text.trim_end_matches(|c| chars::ends_sentence(c) || c == '”' || c == '）');
        let (lead, said) = bare.split_at_checked(sequence_word(bare)).unwrap_or(("", bare));
        let span = Span::new(sentence.start + lead.len(), sentence.start + bare.len());
        if !said.ends_with(['：', ':']) && !doc.lead_in.is_some_and(|lead_in| lead_in.overlaps(span)) {
            self.sentences.push(Stretch { block, span, chars: chars_of(doc, span) });
        }
    }
}

impl Stretch {
    /// Its characters.
    pub fn chars<'d>(&self, doc: &'d Document) -> &'d [char] {
        doc.scan.plain.get(self.chars.clone()).unwrap_or(&[])
    }
}

fn chars_of(doc: &Document, span: Span) -> Range<usize> {
    doc.scan.plain_before(doc.text, span.start)..doc.scan.plain_before(doc.text, span.end)
}

/// The length of 一是, 第二， and the like at the start.
fn sequence_word(text: &str) -> usize {
    let mut chars = text.char_indices();
    match (chars.next(), chars.next(), chars.next()) {
        (Some((_, n)), Some((at, '是')), _) if "一二三四五六七八九十".contains(n) => at + '是'.len_utf8(),
        (Some((_, '第')), Some(_), Some((at, mark))) if matches!(mark, '，' | ',' | '、') => at + mark.len_utf8(),
        (Some((_, a)), Some((_, b)), Some((at, mark)))
            if matches!((a, b), ('首', '先') | ('其', '次') | ('同', '时') | ('此', '外')) && matches!(mark, '，' | ',') =>
        {
            at + mark.len_utf8()
        }
        _ => 0,
    }
}

/// The paragraphs and the text behind run-in headings, without what is none of the text.
pub fn paragraphs<'d>(doc: &'d Document) -> impl Iterator<Item = (usize, Span)> + 'd {
    let blocks = doc.body_blocks().filter(|(_, block)| block.is_running());
    blocks.map(|(i, block)| (i, doc.prose(block))).filter(|(_, prose)| !prose.is_empty())
}
