//! Corrects what was recognised: the edits that write it into the text.

use crate::document::{Date, Document, Kind};
use crate::report::{EditReport, Range};
use crate::text::{Lines, Span, is_blank};

/// Something recognised that the text itself says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// 标题.
    Title,
    /// 机关.
    Organ,
    /// 成文日期.
    Date,
}

impl Field {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::Organ => "机关",
            Self::Date => "成文日期",
        }
    }
}

/// Where the text says what was recognised, or where it should.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    title: Option<Range>,
    /// Every place that names the body: in the title, in the signature.
    organ: Vec<Range>,
    date: Option<Range>,
    /// Where a title belongs.
    front: u32,
    /// Where a signature belongs: above the date, else at the end.
    above_date: Option<u32>,
    /// Where the last line ends that is the report's own.
    end: u32,
}

impl Places {
    /// The places in `doc`.
    #[must_use]
    pub fn new(doc: &Document, lines: &Lines) -> Self {
        let range = |span: Span| [lines.utf16(span.start), lines.utf16(span.end)];
        let own = || doc.blocks.iter().filter(|block| block.kind != Kind::Residue);
        let date = doc.date.map(|date| date.span);
        let dated = own().find(|block| block.kind == Kind::Date && date.is_some_and(|date| block.span.start == date.start));
        Self {
            title: doc.title.as_ref().map(|title| range(title.span)),
            organ: named(doc).into_iter().map(range).collect(),
            date: date.map(range),
            front: own().next().map_or(0, |block| lines.utf16(block.line.start)),
            above_date: dated.map(|block| lines.utf16(block.line.start)),
            end: own().next_back().map_or(0, |block| lines.utf16(block.line.end)),
        }
    }

    /// The place that says `field`, the last of several.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<Range> {
        match field {
            Field::Title => self.title,
            Field::Organ => self.organ.last().copied(),
            Field::Date => self.date,
        }
    }

    /// The edits that make the text say `value`.
    ///
    /// # Errors
    /// What to write instead, where `value` cannot be meant.
    pub fn correct(&self, field: Field, value: &str) -> Result<Vec<EditReport>, &'static str> {
        let value = value.trim_matches(is_blank);
        let edit = |range, text| vec![EditReport { range, text }];
        Ok(match field {
            Field::Title => match self.title {
                Some(range) => edit(range, value.to_owned()),
                None => edit([self.front, self.front], format!("{value}\n")),
            },
            Field::Organ if self.organ.is_empty() => match self.above_date {
                Some(at) => edit([at, at], format!("{value}\n")),
                None => edit([self.end, self.end], format!("\n{value}")),
            },
            Field::Organ => self.organ.iter().map(|&range| EditReport { range, text: value.to_owned() }).collect(),
            Field::Date => {
                let date = Date::parse(value).filter(|date| date.exists()).ok_or("请写明年月日，如2026年1月20日")?.standard();
                match self.date {
                    Some(range) => edit(range, date),
                    None => edit([self.end, self.end], format!("\n{date}")),
                }
            }
        })
    }
}

/// Where `doc` names its body: once in the title, and as a signature.
fn named(doc: &Document) -> Vec<Span> {
    let Some(organ) = doc.organ.as_deref().filter(|organ| !organ.is_empty()) else { return Vec::new() };
    let in_title = doc.title.as_ref().and_then(|title| {
        let at = title.span.start + title.span.of(doc.text).find(organ)?;
        Some(Span::new(at, at + organ.len()))
    });
    let signed = |span: &&Span| span.of(doc.text).chars().filter(|&c| !is_blank(c)).eq(organ.chars());
    in_title.into_iter().chain(doc.signature.iter().filter(signed).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::inspection::Inspection;
    use crate::check::Options;

    const REPORT: &str =
        "清溪镇人民政府2025年度法治政府建设情况报告\n一、主要举措和成效\n办理案件3件。\n清溪镇人民政府\n20260120\n";

    fn corrected(text: &str, field: Field, value: &str) -> String {
        let places = Inspection::new(text, &Options::default()).places;
        let mut units: Vec<u16> = text.encode_utf16().collect();
        for edit in places.correct(field, value).expect("edits").iter().rev() {
            units.splice(edit.range[0] as usize..edit.range[1] as usize, edit.text.encode_utf16());
        }
        String::from_utf16(&units).expect("text")
    }

    #[test]
    fn a_correction_is_written_where_the_text_says_it() {
        let other = corrected(REPORT, Field::Title, "某镇2025年度法治政府建设情况报告");
        assert_eq!(other, REPORT.replacen("清溪镇人民政府2025", "某镇2025", 1));
        assert_eq!(corrected(REPORT, Field::Organ, " 石桥镇人民政府"), REPORT.replace("清溪镇", "石桥镇"));
        assert_eq!(corrected(REPORT, Field::Date, "2026-01-31"), REPORT.replace("20260120", "2026年1月31日"));
    }

    #[test]
    fn what_is_lacking_is_written_where_it_belongs() {
        let text = "一、主要举措和成效\n办理案件3件。";
        assert_eq!(corrected(text, Field::Title, "某镇报告"), format!("某镇报告\n{text}"));
        assert_eq!(corrected(text, Field::Organ, "某镇人民政府"), format!("{text}\n某镇人民政府"));
        assert_eq!(corrected(text, Field::Date, "2026.1.20"), format!("{text}\n2026年1月20日"));
        let dated = format!("{text}\n2026年1月20日");
        assert_eq!(corrected(&dated, Field::Organ, "某镇人民政府"), format!("{text}\n某镇人民政府\n2026年1月20日"));
    }

    #[test]
    fn a_day_that_does_not_exist_is_not_written() {
        let places = Inspection::new(REPORT, &Options::default()).places;
        assert!(places.correct(Field::Date, "2026年2月30日").is_err());
        assert!(places.correct(Field::Date, "明天").is_err());
    }
}
