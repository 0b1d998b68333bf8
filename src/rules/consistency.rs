//! 前后一致.

crate::family! {}
