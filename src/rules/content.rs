//! 内容.

crate::family! {}
