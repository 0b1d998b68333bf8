use super::*;
use crate::app::desk::facts::Facts;
use crate::app::desk::likeness::Pair;
use crate::app::desk::listing::{Column, Filter};
use crate::report::Verdict;
use crate::settings::Settings;

const EXAMPLE: &str = include_str!("../../../../www/example.txt");
const CORRECT: &str = include_str!("../../../../tests/corpus/correct/city-dept-2026.txt");

/// A desk with a flawed report, a correct one, one that is no report and one that could not be read.
fn desk() -> Desk {
    let files = ["乙.txt", "甲.txt", "丙/空.txt", "丁.docx"].map(str::to_owned).to_vec();
    let desk = Desk::default().reduce(Action::FilesAdded { files, group: Group::Current });
    assert!(desk.is_busy() && desk.totals.waiting == 4);
    let read = |text: &str| (Outcome::Read(Facts::of(text, &Settings::default())), Rc::from(text));
    let refused = (Outcome::Refused("文件已加密".to_owned()), Rc::from(""));
    let outcomes = [read(EXAMPLE), read(CORRECT), read("今天天气好。"), refused];
    let all = outcomes.into_iter().zip(1..).map(|((outcome, text), id)| (id, outcome, text)).collect();
    desk.reduce(Action::FilesRead(all))
}

fn listed(desk: &Desk) -> Vec<u32> {
    desk.listed.iter().map(|&place| desk.submissions[place].id).collect()
}

#[test]
fn the_batch_is_counted() {
    let desk = desk();
    let totals = &desk.totals;
    assert_eq!((totals.files, totals.waiting, totals.refused), (4, 0, 1));
    assert_eq!((totals.incomplete, totals.revise, totals.pass), (2, 0, 1));
    assert!(totals.missing.iter().all(|&count| count >= 1));
    assert!(!totals.rules.is_empty());
}

#[test]
fn filters_and_search_choose() {
    let shows = |filter| listed(&desk().reduce(Action::FilterChanged(filter)));
    assert_eq!(shows(Filter::All).len(), 4);
    assert_eq!(shows(Filter::Refused), [4]);
    assert_eq!(shows(Filter::Pass), [2]);
    assert_eq!(shows(Filter::Incomplete).len(), 2);
    assert_eq!(listed(&desk().reduce(Action::Searched("空".to_owned()))), [3]);
}

#[test]
fn sorting_by_a_column_again_turns_it_round() {
    let desk = desk().reduce(Action::SortedBy(Column::Errors));
    let first = listed(&desk);
    assert_eq!(first.last(), Some(&4), "what was not read has no errors to count");
    let turned = listed(&desk.reduce(Action::SortedBy(Column::Errors)));
    assert_eq!(turned.first(), Some(&4));
}

#[test]
fn the_selection_moves_along_the_table_and_stops_at_its_ends() {
    let desk = desk();
    let order = listed(&desk);
    let moved = desk.reduce(Action::SelectionMoved(1));
    assert_eq!(moved.selected, Some(order[0]));
    assert_eq!(moved.reduce(Action::SelectionMoved(99)).selected, order.last().copied());
    assert_eq!(moved.reduce(Action::SelectionMoved(-5)).selected, Some(order[0]));
    assert_eq!(Desk::default().reduce(Action::SelectionMoved(1)).selected, None);
}

#[test]
fn the_reviewer_has_the_last_word() {
    let desk = desk();
    let mut review = desk.submission(1).expect("a submission").review.clone();
    review.verdict = Some(Verdict::Pass);
    let desk = desk.reduce(Action::Reviewed(1, review));
    assert_eq!(desk.submission(1).and_then(|submission| submission.verdict()), Some(Verdict::Pass));
    assert_eq!(desk.totals.pass, 2);
}

#[test]
fn what_is_dismissed_counts_no_longer() {
    let desk = desk();
    let (errors, warnings) = desk.submission(1).and_then(|submission| submission.counts()).expect("counts");
    let mut review = desk.submission(1).expect("a submission").review.clone();
    review.dismissed_counts = [errors, warnings, 0];
    let desk = desk.reduce(Action::Reviewed(1, review));
    assert_eq!(desk.submission(1).and_then(|submission| submission.counts()), Some((0, 0)));
}

#[test]
fn numbers_are_never_used_again() {
    let desk = desk().reduce(Action::Cleared);
    assert!(desk.submissions.is_empty());
    let desk = desk.reduce(Action::FilesAdded { files: vec!["a.txt".to_owned()], group: Group::Current });
    assert_eq!(desk.submissions[0].id, 5);
}

#[test]
fn clearing_can_be_undone() {
    let desk = desk();
    let back = desk.reduce(Action::Cleared).reduce(Action::ClearingUndone);
    assert_eq!(back.submissions, desk.submissions);
    assert_eq!(back.totals, desk.totals);
}

#[test]
fn giving_up_keeps_what_was_read() {
    let desk = desk().reduce(Action::FilesAdded { files: vec!["b.txt".to_owned()], group: Group::Current });
    let desk = desk.reduce(Action::Cancelled);
    assert_eq!(desk.submissions.len(), 4);
    assert!(!desk.is_busy());
}

#[test]
fn another_file_makes_the_comparison_old() {
    let likeness = Likeness::new(vec![Pair { ids: [1, 2], percent: 40, ..Pair::default() }]);
    let desk = desk().reduce(Action::Compared(likeness));
    assert_eq!(listed(&desk.reduce(Action::FilterChanged(Filter::Alike))).len(), 2);
    let desk = desk.reduce(Action::FilesAdded { files: vec!["c.txt".to_owned()], group: Group::Previous });
    assert_eq!(desk.likeness, None);
    assert_eq!(desk.totals.previous, 1);
}
