//! Dates as they are written in official documents.

use crate::text::numerals;

/// A calendar date as written; it may not exist (2月30日).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u32,
    /// 1 to 12 where it exists.
    pub month: u32,
    /// From 1.
    pub day: u32,
}

impl Date {
    /// Whether the calendar has such a day.
    #[must_use]
    pub fn exists(self) -> bool {
        let leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        (1..=days).contains(&self.day)
    }

    /// The standard form, 2026年1月20日 (GB/T 9704—2012 7.3.5.4).
    #[must_use]
    pub fn standard(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }

    /// The form 2026-01-20.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Reads a text that is nothing but a date: 2023年12月13日, 2023-12-13, 2023.12.13, 2023/12/13, 20231213,
    /// 二〇二三年十二月十三日; blanks inside are passed over. The day need not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|&c| !crate::text::is_blank(c)).map(half_width_digit).collect();
        if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
            let part = |range: std::ops::Range<usize>| text.get(range)?.parse().ok();
            return Self { year: part(0..4)?, month: part(4..6)?, day: part(6..8)? }.plausible();
        }
        if is_damaged(&text) {
            return Self::undamaged(&text);
        }
        let body = text.strip_suffix(['日', '号']).unwrap_or(&text);
        let mut fields = body.split(['年', '月', '-', '.', '/', '．', '－', '—', '–']);
        let (year, month, day) = (fields.next()?, fields.next()?, fields.next()?);
        if fields.next().is_some() {
            return None;
        }
        Self { year: field(year)?, month: field(month)?, day: field(day)? }.plausible()
    }

    /// The one day that six or seven digits without 年, 月 and 日 can mean: 2021926.
    fn undamaged(digits: &str) -> Option<Self> {
        let (year, rest) = digits.split_at_checked(4)?;
        let year = year.parse().ok()?;
        let mut days = (1..rest.len()).filter_map(|at| {
            let (month, day) = rest.split_at_checked(at)?;
            if month.starts_with('0') || day.starts_with('0') {
                return None;
            }
            Some(Self { year, month: month.parse().ok()?, day: day.parse().ok()? }).filter(|date| date.exists())
        });
        days.next().filter(|_| days.next().is_none())
    }

    fn plausible(self) -> Option<Self> {
        ((1990..2100).contains(&self.year) && self.month < 100 && self.day < 100).then_some(self)
    }
}

/// Whether a text is a date whose 年, 月 and 日 were lost: six or seven digits that begin with a year.
#[must_use]
pub fn is_damaged(text: &str) -> bool {
    matches!(text.len(), 6 | 7) && text.bytes().all(|b| b.is_ascii_digit()) && text.starts_with("20")
}

/// Whether a text is a date without its day: 2026年1月, 二〇二六年一月.
#[must_use]
pub fn is_without_day(text: &str) -> bool {
    let text: String = text.chars().filter(|&c| !crate::text::is_blank(c)).map(half_width_digit).collect();
    let month = text.strip_suffix('月').and_then(|text| text.split_once('年'));
    month
        .and_then(|(year, month)| Some((field(year)?, field(month)?)))
        .is_some_and(|(year, month)| (1990..2100).contains(&year) && (1..=12).contains(&month))
}

fn half_width_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        c => c,
    }
}

fn field(text: &str) -> Option<u32> {
    if text.len() <= 4 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    // 二0二六年元月.
    numerals::parse_han(&text.replace(['0', '○', 'Ｏ', 'O', 'o'], "〇").replace('元', "一"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_of_a_date() {
        let date = Some(Date { year: 2023, month: 12, day: 13 });
        for text in [
            "2023年12月13日",
            "20231213",
            "2023-12-13",
            "2023.12.13",
            "二〇二三年十二月十三日",
            "二○二三年十二月十三日",
            "2023 年 12 月 13 日",
            "２０２３年１２月１３日",
            "二0二三年十二月十三日",
            "二０二三年十二月十三日",
        ] {
            assert_eq!(Date::parse(text), date, "{text}");
        }
        assert_eq!(Date::parse("2021926"), Some(Date { year: 2021, month: 9, day: 26 }));
        assert_eq!(Date::parse("2026年元月5日"), Some(Date { year: 2026, month: 1, day: 5 }));
        assert!(is_without_day("2026年1月") && is_without_day("二〇二六年元月") && !is_without_day("每年每月"));
        for text in ["2026128", "2023年", "2023年度", "共3件", "12月13日", "20231"] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn february_has_29_days_in_leap_years_only() {
        assert!(Date { year: 2024, month: 2, day: 29 }.exists());
        assert!(!Date { year: 2026, month: 2, day: 29 }.exists());
        assert!(!Date { year: 2026, month: 13, day: 1 }.exists());
    }
}
