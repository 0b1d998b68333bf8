//! 标点符号.

crate::family! {}
