//! Ranges of figures: 15～30%, 3-5天, 9至16亿.

use crate::diagnostic::{Edit, Fix};
use crate::document::{Document, Kind};
use crate::text::{Number, Span, Words, chars, is_han};

/// Two figures joined to a range, the first the smaller.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The lower end.
    pub from: Number,
    /// The upper end.
    pub to: Number,
    /// The dash, tilde or 至 between them, blanks around it included.
    pub joint: Span,
    /// What stands between the lower end and the joint: nothing, or the unit that follows the upper end too.
    pub unit: Span,
}

impl Range {
    /// A fix of the range: safe unless the hyphen may be the sign of a negative percentage, 下降3-3.5%.
    #[must_use]
    pub fn fix(&self, doc: &Document, title: String, edits: Vec<Edit>) -> Fix {
        let percent = chars::after(doc.text, self.to.span.end).is_some_and(|c| matches!(c, '%' | '％' | '‰'));
        let minus = percent && self.unit.is_empty() && doc.get(self.joint) == "-";
        if minus { Fix::suggested(title, edits) } else { Fix::safe(title, edits) }
    }
}

/// What joins the ends of a range.
static JOINTS: Words = Words::new(&["～", "~", "——", "—", "–", "－", "--", "-", "至", "到"]);

/// The ranges of the text, ascending; no spans of years, codes, telephone numbers, times of day. To be asked for once a document.
#[must_use]
pub fn ranges(doc: &Document) -> Vec<Range> {
    let pairs = doc.scan.numbers.windows(2);
    pairs.filter_map(|pair| if let &[from, to] = pair { read(doc, from, to) } else { None }).collect()
}

fn read(doc: &Document, from: Number, to: Number) -> Option<Range> {
    let between = doc.get(Span::new(from.span.end, to.span.start));
    if between.len() > 18 || from.ten_thousandths() >= to.ten_thousandths() || (is_year(from) && is_year(to)) {
        return None;
    }
    let block = doc.block_around(from.span.start).filter(|block| block.kind != Kind::Residue)?;
    if to.span.start >= block.span.end {
        return None;
    }
    let tight = between.trim_end_matches(chars::is_blank);
    let left = JOINTS.before(tight)?;
    let unit = left.trim_end_matches(chars::is_blank);
    // 15  -16.7%: the next cell of a table, and its sign.
    if between.contains('\t') || (unit.len() < left.len() && tight.len() == between.len()) {
        return None;
    }
    let behind = doc.get(Span::new(to.span.end, block.span.end));
    // 15%-30%, 3天～5天; not 1年3个月 or 第3项至5.
    let plain = unit.chars().all(|c| is_han(c) || matches!(c, '%' | '％' | '‰')) && behind.starts_with(unit);
    let unit = Span::new(from.span.end, from.span.end + unit.len());
    let head = doc.get(Span::new(block.span.start, from.span.start));
    let left = head.chars().next_back();
    // GB/T 15-30 is a code too.
    let standard = head.trim_end_matches(chars::is_blank).ends_with(|c: char| c.is_ascii_alphabetic());
    // 0631 is a telephone's area.
    let area = from.decimals == 0 && from.digits > 1 && doc.get(from.span).starts_with('0');
    let code = standard
        || area
        || left.is_some_and(|c| c.is_ascii_alphanumeric() || "第〔[·•.．/:：-—－–~～#＃号".contains(c))
        || behind
            .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '—' | '－' | '/' | ':' | '：' | '·' | '〕'));
    (plain && !code).then_some(Range { from, to, joint: Span::new(unit.end, to.span.start), unit })
}

/// Whether a number looks like a year.
#[must_use]
pub fn is_year(number: Number) -> bool {
    number.digits == 4 && number.whole().is_some_and(|year| (1949..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::ranges;
    use crate::check::{Options, check};

    #[test]
    fn ranges_have_two_ends_and_codes_have_none() {
        let text = "覆盖15～30%的村，每组3-5天，资金9亿至16亿元，2021-2025年，电话0631-7512345，时间8:30-11:30，第3-5项，10-3次。\n\
             复议收案\t15\t-16.7%\n处罚案件  3  -5.2%";
        let checked = check(text, &Options::default());
        let doc = &checked.document;
        let found: Vec<&str> = ranges(doc).iter().map(|r| doc.get(r.from.span.to(r.to.span))).collect();
        assert_eq!(found, ["15～30", "3-5", "9亿至16"]);
    }
}
