//! 层次序号.

crate::family! {}
