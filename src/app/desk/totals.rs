//! What the whole batch comes to.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::submission::{Group, Outcome, Submission};
use crate::document::{Part, Status};
use crate::report::Verdict;

/// Rules told among the most frequent.
const MOST_FREQUENT: usize = 8;

/// What the batch comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Files of this year.
    pub files: usize,
    /// Of them waiting.
    pub waiting: usize,
    /// Of them not readable.
    pub refused: usize,
    /// 缺项.
    pub incomplete: usize,
    /// 需修改.
    pub revise: usize,
    /// 通过.
    pub pass: usize,
    /// Files of last year.
    pub previous: usize,
    /// How many lack each part.
    pub missing: [usize; 4],
    /// The rules that spoke in most submissions, with how many.
    pub rules: Vec<(String, usize)>,
    /// The kinds of body with a missing part: kind, how many lack one, how many there are.
    pub kinds: Vec<(&'static str, usize, usize)>,
    /// The year that most submissions report on.
    pub year: Option<u32>,
}

impl Totals {
    /// Counts.
    #[must_use]
    pub fn of(submissions: &[Rc<Submission>]) -> Self {
        let mut totals = Self::default();
        let (mut years, mut rules) = (Vec::<(u32, usize)>::new(), BTreeMap::<&str, usize>::new());
        for submission in submissions {
            if submission.group == Group::Previous {
                totals.previous += 1;
                continue;
            }
            totals.files += 1;
            match &submission.outcome {
                Outcome::Waiting => totals.waiting += 1,
                Outcome::Refused(_) => totals.refused += 1,
                Outcome::Read(facts) => {
                    let incomplete = facts.parts.contains(&Status::Missing);
                    for (count, _) in totals.missing.iter_mut().zip(facts.parts).filter(|(_, status)| *status == Status::Missing)
                    {
                        *count += 1;
                    }
                    let kind = facts.profile.name();
                    match totals.kinds.iter_mut().find(|(name, _, _)| *name == kind) {
                        Some((_, lacking, all)) => (*lacking, *all) = (*lacking + usize::from(incomplete), *all + 1),
                        None => totals.kinds.push((kind, usize::from(incomplete), 1)),
                    }
                    facts.rules.iter().for_each(|(rule, _)| *rules.entry(rule).or_default() += 1);
                    facts.year.into_iter().for_each(|year| add(&mut years, year));
                }
            }
            match submission.verdict() {
                Some(Verdict::Incomplete) => totals.incomplete += 1,
                Some(Verdict::Revise) => totals.revise += 1,
                Some(Verdict::Pass) => totals.pass += 1,
                None => {}
            }
        }
        // Equal ones stay in the order of their names.
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        totals.rules = rules.into_iter().take(MOST_FREQUENT).map(|(rule, count)| (rule.to_owned(), count)).collect();
        // With as many of two years the later: reports of last year are the stray ones.
        totals.year = years.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| year);
        totals
    }

    /// The parts that are missing somewhere, most often first.
    #[must_use]
    pub fn missing_parts(&self) -> Vec<(Part, usize)> {
        let mut parts: Vec<_> = Part::ALL.into_iter().zip(self.missing).filter(|&(_, count)| count > 0).collect();
        parts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        parts
    }
}

/// Counts one more `item`.
pub(super) fn add<T: PartialEq>(counts: &mut Vec<(T, usize)>, item: T) {
    match counts.iter_mut().find(|(counted, _)| *counted == item) {
        Some((_, count)) => *count += 1,
        None => counts.push((item, 1)),
    }
}
