//! 前后一致.

mod counts;
mod distance;
mod figures;
mod foreign;
mod growth;
mod own;
mod paragraphs;
mod plain;

crate::family! {
    wrong_entity,
    leader_title_mismatch,
    other_place_name,
    self_reference_mixed,
    party_body_mismatch,
    entity_name_variants,
    ratio_mismatch,
    part_exceeds_whole,
    sentence_duplicate,
    quote_style_mixed,
    paragraph_duplicate,
    last_year_copy,
    term_count_claim,
    figure_conflict,
    figure_repeat,
}
