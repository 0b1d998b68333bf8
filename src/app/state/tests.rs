use super::*;
use crate::diagnostic::Severity;
use crate::rule::Family;
use crate::rules;

const TEXT: &str = "推进法制政府建设。\n增强法制观念。\n树立法制意识。";

/// Only findings of one rule, so that new rules leave these tests alone.
fn settings() -> Settings {
    let off = rules::all().iter().map(|rule| rule.id).filter(|&id| id != "fazhi-term").collect();
    Settings { off, ..Settings::default() }
}

fn checked() -> State {
    let state = State::default().reduce(Action::SettingsChanged(settings()));
    check(&state, TEXT)
}

fn check(state: &State, text: &str) -> State {
    let inspection = Rc::new(Inspection::new(text, &state.options()));
    state.reduce(Action::Checked { text: text.into(), inspection, micros: 400 })
}

#[test]
fn a_check_counts_and_is_announced() {
    let state = checked();
    assert_eq!(state.counts, Counts { error: 0, warning: 3, info: 0 });
    assert_eq!(&*state.listed, [0, 1, 2]);
    assert_eq!(state.mendable, 3);
    assert_eq!(&*state.announcement, "0个错误、3个警告、0个提示");
}

#[test]
fn an_ignored_finding_no_longer_counts_and_can_be_restored() {
    let state = checked().reduce(Action::FindingIgnored(1));
    assert_eq!((state.counts.warning, state.mendable, state.ignored_here), (2, 2, 1));
    assert_eq!(&*state.listed, [0, 2]);
    assert!(state.is_ignored(1));

    let only_ignored = state.reduce(Action::FilterChanged(Filter { ignored: true, ..Filter::default() }));
    assert_eq!(&*only_ignored.listed, [1]);
    assert_eq!(only_ignored.reduce(Action::FindingRestored(1)).counts.warning, 3);
}

#[test]
fn the_view_of_the_ignored_is_left_with_the_last_of_them() {
    let state = check(&State::default(), TEXT);
    let ignored = state.reduce(Action::FindingIgnored(0));
    let ignored = ignored.reduce(Action::FilterChanged(Filter { ignored: true, ..Filter::default() }));
    assert_eq!(&*ignored.listed, [0]);
    let restored = ignored.reduce(Action::FindingRestored(0));
    assert_eq!((restored.filter.ignored, restored.listed), (false, state.listed));
    assert!(!check(&ignored, "推进法制社会建设。").filter.ignored);
}

#[test]
fn a_text_that_was_too_long_is_forgotten_with_the_next() {
    let refused = checked().reduce(Action::Noticed(Notice::trouble(Refusal::TooLong.message())));
    assert!(check(&refused, TEXT).notice.is_some());
    assert!(check(&refused, "推进法制社会建设。").notice.is_none());
}

#[test]
fn ignoring_survives_an_edit_elsewhere() {
    let state = checked().reduce(Action::FindingIgnored(2));
    let state = check(&state, &format!("新的一段。\n{TEXT}"));
    assert!(state.is_ignored(2));
    assert_eq!(state.counts.warning, 2);
}

#[test]
fn the_list_is_walked_as_a_ring() {
    let state = checked();
    assert_eq!(state.neighbour(Step::Next, 0), Some(0));
    assert_eq!(state.neighbour(Step::Next, 5), Some(1));
    assert_eq!(state.neighbour(Step::Previous, 0), Some(2));
    let last = state.reduce(Action::FindingSelected(2));
    assert_eq!(last.neighbour(Step::Next, 0), Some(0));
    assert_eq!(last.neighbour(Step::Previous, 0), Some(1));
    assert_eq!(State::default().reduce(Action::SettingsChanged(settings())).neighbour(Step::Next, 0), None);
}

#[test]
fn filters_narrow_the_list_but_not_the_counts() {
    let errors = Filter::default().toggled(Severity::Error);
    let state = checked().reduce(Action::FilterChanged(errors));
    assert!(state.listed.is_empty());
    assert_eq!(state.counts.warning, 3);
    let terms = Filter { family: Some(Family::Terms), ..errors.toggled(Severity::Error) };
    assert_eq!(state.reduce(Action::FilterChanged(terms)).listed.len(), 3);
}

#[test]
fn a_dialog_lets_the_panel_down() {
    let state = State::default().reduce(Action::PanelDrawn(Some(Panel::Menu))).reduce(Action::DialogOpened(Dialog::Help));
    assert_eq!(state.panel, None);
    assert_eq!(state.dialog, Some(Dialog::Help));
    assert_eq!(state.reduce(Action::DialogClosed).dialog, None);
}

#[test]
fn a_silenced_rule_is_listed_and_brought_back() {
    let rule = rules::find("fazhi-term").expect("a rule");
    for reach in [Reach::Here, Reach::Everywhere] {
        let silent = check(&checked().reduce(Action::RuleSilenced(rule, reach)), TEXT);
        assert_eq!(silent.counts, Counts::default());
        assert!(silent.silenced().contains(&(rule, reach)));
        let back = check(&silent.reduce(Action::RuleBroughtBack(rule)), TEXT);
        assert_eq!(back.counts.warning, 3);
        assert!(!back.silenced().iter().any(|(silenced, _)| *silenced == rule));
    }
}

#[test]
fn what_is_silenced_in_one_text_may_speak_of_another() {
    let rule = rules::find("fazhi-term").expect("a rule");
    let silent = State::default().reduce(Action::RuleSilenced(rule, Reach::Here));
    assert_eq!(silent.silenced_here(), 1);
    assert_eq!(silent.reduce(Action::TextReplaced).silenced_here(), 0);
    let everywhere = State::default().reduce(Action::RuleSilenced(rule, Reach::Everywhere));
    assert_eq!(everywhere.reduce(Action::TextReplaced).silenced_here(), 1);
}

#[test]
fn last_years_report_is_compared_until_it_is_taken_away() {
    let copied =
        "镇党委理论学习中心组全年专题学习六次，组织三十六名班子成员和中层干部参加线上法治知识测试，查摆并整改涉企服务方面问题。";
    let previous = Previous::pasted(format!("去年的报告\n{copied}"));
    let compared = |state: &State| {
        let report = &check(state, copied).inspection.report;
        report.findings.iter().any(|finding| finding.rule == "last-year-copy")
    };
    let state = State::default().reduce(Action::PreviousChosen(Some(previous)));
    assert!(compared(&state));
    assert!(!compared(&state.reduce(Action::PreviousChosen(None))));
}
