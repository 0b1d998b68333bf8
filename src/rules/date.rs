//! 年度日期.

crate::family! {}
