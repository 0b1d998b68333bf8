//! Values that several rules need.

pub mod siblings;
