//! 前后一致.

mod foreign;

crate::family! {
    wrong_entity,
    leader_title_mismatch,
}
