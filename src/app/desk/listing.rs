//! Which submissions the table lists, and in which order.

use std::cmp::Ordering;

use super::likeness::Likeness;
use super::submission::{Group, Outcome, Submission};
use crate::document::Status;
use crate::report::Verdict;

/// Which submissions are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of this year's.
    #[default]
    All,
    /// Those with a missing part.
    Incomplete,
    /// Those to be revised.
    Revise,
    /// Those that pass.
    Pass,
    /// Those of another year than most of the batch.
    WrongYear,
    /// Those that share passages with others.
    Alike,
    /// Those that could not be read.
    Refused,
}

impl Filter {
    /// Every filter, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::All, Self::Incomplete, Self::Revise, Self::Pass, Self::WrongYear, Self::Alike, Self::Refused];

    /// Its name in the interface.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "全部",
            Self::Incomplete => "缺项",
            Self::Revise => "需修改",
            Self::Pass => "通过",
            Self::WrongYear => "年度不符",
            Self::Alike => "疑似雷同",
            Self::Refused => "未能读取",
        }
    }

    /// Whether `submission` passes; `year` is the batch's.
    #[must_use]
    pub fn shows(self, submission: &Submission, year: Option<u32>, likeness: &Likeness) -> bool {
        let verdict = |verdict| submission.verdict() == Some(verdict);
        match self {
            Self::All => true,
            Self::Incomplete => verdict(Verdict::Incomplete),
            Self::Revise => verdict(Verdict::Revise),
            Self::Pass => verdict(Verdict::Pass),
            Self::WrongYear => {
                year.is_some() && submission.facts().is_some_and(|facts| facts.year.is_some() && facts.year != year)
            }
            Self::Alike => likeness.best(submission.id).is_some(),
            Self::Refused => matches!(submission.outcome, Outcome::Refused(_)),
        }
    }
}

/// A column of the table that can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// 机关.
    #[default]
    Organ,
    /// 类型.
    Profile,
    /// 年度.
    Year,
    /// 四个部分.
    Parts,
    /// 错误.
    Errors,
    /// 警告.
    Warnings,
    /// 雷同.
    Likeness,
    /// 成文.
    Date,
    /// 结论.
    Verdict,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 9] = [
        Self::Organ,
        Self::Profile,
        Self::Year,
        Self::Parts,
        Self::Errors,
        Self::Warnings,
        Self::Likeness,
        Self::Date,
        Self::Verdict,
    ];

    /// Its head.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Organ => "机关",
            Self::Profile => "类型",
            Self::Year => "年度",
            Self::Parts => "四个部分",
            Self::Errors => "错误",
            Self::Warnings => "警告",
            Self::Likeness => "雷同",
            Self::Date => "成文",
            Self::Verdict => "结论",
        }
    }

    fn compare(self, a: &Submission, b: &Submission, likeness: &Likeness) -> Ordering {
        let (x, y) = (a.facts(), b.facts());
        let missing = |submission: &Submission| {
            submission.facts().map(|facts| facts.parts.iter().filter(|status| **status == Status::Missing).count())
        };
        match self {
            Self::Organ => a.name().cmp(b.name()),
            Self::Profile => x.map(|facts| facts.profile).cmp(&y.map(|facts| facts.profile)),
            Self::Year => x.map(|facts| facts.year).cmp(&y.map(|facts| facts.year)),
            Self::Parts => missing(a).cmp(&missing(b)),
            Self::Errors => a.counts().map(|counts| counts.0).cmp(&b.counts().map(|counts| counts.0)),
            Self::Warnings => a.counts().map(|counts| counts.1).cmp(&b.counts().map(|counts| counts.1)),
            Self::Likeness => {
                let share = |submission: &Submission| likeness.best(submission.id).map(|pair| pair.percent);
                share(a).cmp(&share(b))
            }
            Self::Date => x.map(|facts| &facts.date).cmp(&y.map(|facts| &facts.date)),
            Self::Verdict => a.verdict().map(rank).cmp(&b.verdict().map(rank)),
        }
    }
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Incomplete => 2,
        Verdict::Revise => 1,
        Verdict::Pass => 0,
    }
}

/// How the table lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Which are listed.
    pub filter: Filter,
    /// What is searched for in bodies and file names.
    pub search: String,
    /// The column it is sorted by.
    pub column: Column,
    /// Whether the greatest come first.
    pub descending: bool,
}

impl Listing {
    /// Sorted by `column`; the other way round where it was already.
    pub fn sort_by(&mut self, column: Column) {
        // Of counts and conclusions the gravest are looked for first.
        let gravest_first =
            matches!(column, Column::Parts | Column::Errors | Column::Warnings | Column::Likeness | Column::Verdict);
        self.descending = if self.column == column { !self.descending } else { gravest_first };
        self.column = column;
    }

    /// The places in `submissions` of those listed, in order; equal ones as they came.
    #[must_use]
    pub fn places(&self, submissions: &[std::rc::Rc<Submission>], year: Option<u32>, likeness: &Likeness) -> Vec<usize> {
        let search = self.search.trim();
        let mut places: Vec<usize> = submissions
            .iter()
            .enumerate()
            .filter(|(_, submission)| submission.group == Group::Current)
            .filter(|(_, submission)| self.filter.shows(submission, year, likeness))
            .filter(|(_, submission)| submission.name().contains(search) || submission.file.contains(search))
            .map(|(place, _)| place)
            .collect();
        places.sort_by(|&a, &b| {
            let (Some(a), Some(b)) = (submissions.get(a), submissions.get(b)) else { return Ordering::Equal };
            let order = self.column.compare(a, b, likeness);
            if self.descending { order.reverse() } else { order }
        });
        places
    }
}
