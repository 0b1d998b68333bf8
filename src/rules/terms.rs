//! 用语提法.

crate::family! {
    fazhi_term,
}
