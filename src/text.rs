//! Characters, spans, numerals, lines and the one-pass scan; knows nothing of reports.

pub mod around;
pub mod ascending;
pub mod chars;
pub mod hash;
pub mod lines;
pub mod needles;
pub mod numerals;
pub mod order;
pub mod scan;
pub mod shown;
pub mod span;
pub mod unseen;
pub mod words;
pub mod wraps;

pub use ascending::{Ascending, Placed};
pub use chars::{fold, is_blank, is_han};
pub use hash::{Hash, Seen};
pub use lines::Lines;
pub use order::{sort_by_number, sort_words};
pub use scan::{Hit, Mark, Number, Scan};
pub use shown::Shown;
pub use span::Span;
pub use words::Words;
