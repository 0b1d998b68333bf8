//! The year a report is about, and the years its frame names.

use crate::document::{Document, Part};
use crate::text::{Number, Span, around, chars, fold};

/// A year written as 2025年 or 2025年度.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its value.
    pub year: u32,
    /// The four digits.
    pub digits: Span,
    /// The digits with 年 or 年度.
    pub span: Span,
}

/// What year a report is about.
#[derive(Clone, Copy, Debug)]
pub struct ReportYear {
    /// The year; where the title's stands alone against the rest, theirs.
    pub year: u32,
    /// The year the title names.
    pub title: Option<Named>,
}

impl ReportYear {
    /// The year after, which the plan is for.
    #[must_use]
    pub fn next(&self) -> u32 {
        self.year.saturating_add(1)
    }

    /// The title's year where it is not the report's.
    #[must_use]
    pub fn wrong_title(&self) -> Option<Named> {
        self.title.filter(|named| named.year != self.year)
    }
}

/// The report's year: the one set or named in the title, unless nothing agrees with the title and two other places agree
/// against it; without a title's year the one most places agree on. `None` where nothing names it.
#[must_use]
pub fn report_year(doc: &Document) -> Option<ReportYear> {
    *doc.once(find_report_year)
}

fn find_report_year(doc: &Document) -> Option<ReportYear> {
    let title = doc.title.as_ref().and_then(|title| named(doc, title.span).next());
    // By year: a long text has many headings, and few years.
    let mut counts: Vec<(u32, usize)> = Vec::new();
    for vote in votes(doc) {
        match counts.iter_mut().find(|(year, _)| *year == vote) {
            Some((_, count)) => *count += 1,
            None => counts.push((vote, 1)),
        }
    }
    let count = |year: u32| counts.iter().find(|&&(vote, _)| vote == year).map_or(0, |&(_, count)| count);
    let most = counts.iter().max_by_key(|&&(year, count)| (count, year)).filter(|(_, count)| *count >= 2).map(|&(year, _)| year);
    let year = match (doc.year, title) {
        // Set by the user.
        (Some(year), Some(title)) if year != title.year => year,
        (_, Some(title)) if count(title.year) > 0 => title.year,
        (_, Some(title)) => most.unwrap_or(title.year),
        // A year that only the plan's heading names is no report's year.
        (year, None) => most.or(year.filter(|&year| count(year) > 0 || !plan_names(doc, year)))?,
    };
    Some(ReportYear { year, title })
}

/// Whether the plan's heading names `year`.
fn plan_names(doc: &Document, year: u32) -> bool {
    let heading = doc.part(Part::NextYear).heading.and_then(|heading| doc.headings.get(heading));
    heading.is_some_and(|heading| named(doc, heading.title).any(|named| named.year == year))
}

/// The report year as each part's heading, the preamble and the lead-in would have it.
fn votes(doc: &Document) -> Vec<u32> {
    let mut votes = Vec::new();
    for section in &doc.sections {
        let Some(heading) = doc.headings.get(section.heading) else { continue };
        let Some(first) = named(doc, heading.title).next() else { continue };
        let plans = section.parts == [Part::NextYear]
            || (section.parts.contains(&Part::NextYear) && is_plans(doc, heading.title, &first));
        if !section.parts.is_empty() {
            votes.push(if plans { first.year - 1 } else { first.year });
        }
    }
    votes.extend(opening_years(doc).map(|named| named.year));
    votes.extend(doc.lead_in.and_then(|span| named(doc, span).next()).map(|named| named.year));
    votes
}

/// Whether in a heading of two parts the year belongs to the plan: words of a plan follow it and no other year.
#[must_use]
pub fn is_plans(doc: &Document, title: Span, n: &Named) -> bool {
    let behind = doc.get(Span::new(n.span.end, title.end));
    let joined = doc.get(Span::new(title.start, n.span.start)).ends_with(['及', '和', '与', '暨', '、', '，']);
    let plan = around::has_any(behind, &["安排", "计划", "打算", "思路", "谋划", "重点"]);
    let problem = around::has_any(behind, &["不足", "问题", "短板", "原因", "成效", "情况"]);
    joined && plan && !problem
}

/// The years that open a paragraph of the preamble: 2025年，全镇…….
pub fn opening_years(doc: &Document) -> impl Iterator<Item = Named> {
    doc.intro.clone().filter_map(|i| {
        let block = doc.blocks.get(i)?;
        named(doc, block.span).next().filter(|named| named.digits.start == block.span.start)
    })
}

/// The years in `span` that stand for themselves: not in a title, a span of years, a comparison, a month or a 以来.
pub fn named(doc: &Document, span: Span) -> impl Iterator<Item = Named> {
    doc.numbers(span).iter().filter_map(|&number| plain(doc, number))
}

/// The year `number` names, where it stands for itself.
#[must_use]
pub fn plain(doc: &Document, number: Number) -> Option<Named> {
    const NO_YEAR_OF_ITS_OWN: &[&str] = &[
        "以来", "以前", "之前", "以后", "之后", "底", "末", "初", "起", "至", "—", "－", "-", "–", "～", "~", "到", "前", "后",
        "版",
    ];
    let year = number.whole().filter(|year| number.digits == 4 && (2000..2100).contains(year))? as u32;
    let rest = doc.text.get(number.span.end..)?;
    let blanks = rest.len() - rest.trim_start_matches(chars::is_blank).len();
    let behind = rest.get(blanks..)?.strip_prefix('年')?;
    let (full, after) = behind.strip_prefix('度').map_or((0, behind), |after| ('度'.len_utf8(), after));
    let month = after.starts_with(|c: char| c.is_ascii_digit());
    let part_of_more = ends_or_compares(doc, number);
    if month
        || part_of_more
        || NO_YEAR_OF_ITS_OWN.iter().any(|word| after.starts_with(word))
        || doc.in_book_title(number.span.start)
    {
        return None;
    }
    let end = number.span.end + blanks + '年'.len_utf8() + full;
    Some(Named { year, digits: number.span, span: Span::new(number.span.start, end) })
}

/// Whether a number is the end of a span, the other side of a comparison, or the year of a document's number.
#[must_use]
pub fn ends_or_compares(doc: &Document, number: Number) -> bool {
    chars::before(doc.text, number.span.start)
        .map(fold)
        .is_some_and(|c| matches!(c, '—' | '－' | '-' | '–' | '～' | '~' | '至' | '到' | '较' | '比' | '自' | '从' | '〔' | '［'))
}
