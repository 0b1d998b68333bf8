//! What several rules and the reviewer's table need to know of a document.

pub mod acts;
pub mod causes;
pub mod figures;
pub mod shape;
pub mod siblings;
pub mod title;
