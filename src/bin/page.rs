//! The page: mounts the application into the document.

fn main() {}
