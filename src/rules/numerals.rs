//! 数字用法.

crate::family! {}
