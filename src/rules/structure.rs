//! 结构.

crate::family! {}
