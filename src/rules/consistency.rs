//! 前后一致.

mod counts;
mod distance;
mod foreign;

crate::family! {
    wrong_entity,
    leader_title_mismatch,
    ratio_mismatch,
    part_exceeds_whole,
    sentence_duplicate,
    quote_style_mixed,
}
