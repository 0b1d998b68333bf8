//! 用语提法.

crate::family! {
    fazhi_term,
    typo_certain,
    confusable,
    formula_legal_quotes,
    thought_term_old,
    study_group_name,
    missing_char_pattern,
    legal_campaign_round,
    outline_year_span,
    outline_expired,
    five_year_plan_year,
    plenum_form,
    plenum_impossible,
    plenum_stale,
    campaign_year,
    repealed_law,
    law_title_wrong,
    law_revision_date,
}
