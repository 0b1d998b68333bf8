//! 内容.

crate::family! {
    leader_duty_generic,
    leader_role_not_named,
    leader_duty_coverage,
    four_personally_incomplete,
    shortcoming_no_measure,
    shortcoming_too_few,
    coverage_eight_systems,
    no_figures,
    achievement_in_normative_mood,
    achievement_future,
    plan_in_past_tense,
    placeholder_left,
    paragraph_too_long,
    sentence_too_long,
    personal_info,
    secret_marker,
}
