//! What a settings file says, before it is known whether it makes sense: the same from TOML read by Rust and by JavaScript.

/// A value of TOML.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// true or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// Words.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A table: names and what they stand for.
    Table(Vec<(String, Value)>),
    /// Anything else: a date, nothing.
    Other,
}
