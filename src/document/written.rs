//! The same document told of the text as it was written, where it was read from the text as it is seen; and back.

use super::{Block, DateLine, Document, Heading, Ordinal, PartInfo, SequenceItem, Title, memo};
use crate::text::{Mark, Shown, Span};

impl Document<'_> {
    /// The document with the places that its characters have in `text`, of which `shown` is what is seen without `hidden`.
    #[must_use]
    pub fn written<'t>(&self, text: &'t str, hidden: Vec<Mark>, shown: &Shown) -> Document<'t> {
        Document { hidden, ..self.moved(text, |span| shown.written(span)) }
    }

    /// The document of the text without the characters that were left out when it was read.
    #[must_use]
    pub fn seen<'t>(&self, shown: &'t Shown) -> Document<'t> {
        self.moved(&shown.text, |span| shown.seen(span))
    }

    /// The same in another text: `to` gives what each span becomes.
    fn moved<'t>(&self, text: &'t str, to: impl Fn(Span) -> Span) -> Document<'t> {
        let mark = |mark: Mark| Mark { at: to(mark.span()).start, ..mark };
        let ordinal = |number: Ordinal| Ordinal {
            span: to(number.span),
            numeral: to(number.numeral),
            open: number.open.map(mark),
            close: number.close.map(mark),
            mark: number.mark.map(mark),
            ..number
        };
        let heading = |heading: &Heading| Heading {
            number: heading.number.map(ordinal),
            title: to(heading.title),
            end_mark: heading.end_mark.map(mark),
            ..heading.clone()
        };
        Document {
            text,
            scan: self.scan.moved(&to),
            hidden: Vec::new(),
            cues: self.cues.moved(|&(cue, at)| (cue, to(at))),
            book_titles: self.book_titles.moved(|&title| to(title)),
            quotes: self.quotes.moved(|&quote| to(quote)),
            blocks: self.blocks.iter().map(|b| Block { line: to(b.line), span: to(b.span), ..b.clone() }).collect(),
            headings: self.headings.iter().map(heading).collect(),
            sequence: self.sequence.moved(|&item| SequenceItem { span: to(item.span), ..item }),
            title: self.title.clone().map(|title| Title { span: to(title.span), ..title }),
            body: self.body.clone(),
            intro: self.intro.clone(),
            lead_in: self.lead_in.map(&to),
            signature: self.signature.iter().map(|&organ| to(organ)).collect(),
            date: self.date.map(|date| DateLine { span: to(date.span), ..date }),
            sections: self.sections.clone(),
            parts: self.parts.each_ref().map(|part| PartInfo { range: part.range.map(&to), ..part.clone() }),
            organ: self.organ.clone(),
            profile: self.profile,
            profile_known: self.profile_known,
            year: self.year,
            published: self.published,
            previous: self.previous.clone(),
            // What was found so far speaks of the other places.
            memo: memo::Memo::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{Options, check};

    #[test]
    fn a_document_is_read_as_it_is_seen() {
        let text = "\u{FEFF}清溪镇人民政府2025年度法\u{200B}治政府建设情况报告\n\n\u{200D}一、主要举\u{AD}措和成效\n\n办理案件3\u{2060}0件。\n";
        let doc = check(text, &Options::default()).document;
        assert_eq!(doc.title.as_ref().map(|title| title.text.as_str()), Some("清溪镇人民政府2025年度法治政府建设情况报告"));
        assert_eq!(doc.headings.iter().map(|heading| doc.get(heading.title)).collect::<Vec<_>>(), ["主要举\u{AD}措和成效"]);
        let numbers: Vec<_> = doc.scan.numbers.iter().map(|number| (number.mantissa, doc.get(number.span))).collect();
        assert_eq!(numbers, [(2025, "2025"), (30, "3\u{2060}0")]);
        assert_eq!(doc.parts[0].range.map(|range| doc.get(range)), text.get(text.find("一、").unwrap_or(0)..text.len() - 1));
    }
}
