//! 用语提法.

crate::family! {
    fazhi_term,
    typo_certain,
    confusable,
    formula_legal_quotes,
}
