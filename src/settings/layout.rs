//! The unit's own layout: what a printed report is to look like where it departs from GB/T 9704.

/// Margins and fonts; what is not set follows GB/T 9704.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Margins in tenths of a millimetre: the places are those of [`MARGINS`].
    pub margins: [Option<u32>; 4],
    /// Font names: the places are those of [`FONTS`].
    pub fonts: [Option<String>; 8],
}

/// The margins' names.
pub const MARGINS: [&str; 4] = ["top", "bottom", "left", "right"];

/// The names of what has a font of its own.
pub const FONTS: [&str; 8] = ["title", "body", "heading-1", "heading-2", "heading-3", "heading-4", "signature", "page-number"];

/// The widest margin, in millimetres, that an A4 sheet has room for.
pub const WIDEST: u32 = 100;
