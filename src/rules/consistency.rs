//! 前后一致.

mod counts;
mod distance;
mod foreign;
mod own;

crate::family! {
    wrong_entity,
    leader_title_mismatch,
    other_place_name,
    self_reference_mixed,
    party_body_mismatch,
    ratio_mismatch,
    part_exceeds_whole,
    sentence_duplicate,
    quote_style_mixed,
    term_count_claim,
}
