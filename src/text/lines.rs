//! From UTF-8 bytes to UTF-16 code units, lines and columns.

/// Bytes between two places whose offset is kept.
const STRIDE: usize = 256;

/// Converts ascending or arbitrary byte offsets; built once per text.
///
/// Holds the offsets of every line start in both encodings, and of a place every few hundred bytes, so a
/// conversion costs one binary search and a short count, however long the line.
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<(u32, u32)>,
    /// The last character boundary at or before every multiple of [`STRIDE`], in bytes and UTF-16 units.
    strides: Vec<(u32, u32)>,
}

/// A place as editors count: UTF-16 offset from 0, line and column (UTF-16 units) from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// UTF-16 code units from the start of the text.
    pub offset: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in UTF-16 code units, from 1.
    pub column: u32,
}

impl<'t> Lines<'t> {
    /// Indexes `text`. `\n`, `\r\n` and a lone `\r` each end a line.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut strides = vec![(0, 0)];
        let (mut from, mut utf16) = (0, 0);
        for at in (STRIDE..=text.len()).step_by(STRIDE) {
            let at = text.floor_char_boundary(at);
            utf16 += utf16_len(text.get(from..at).unwrap_or(""));
            strides.push((at as u32, utf16));
            from = at;
        }
        let mut lines = Self { text, starts: vec![(0, 0)], strides };
        let bytes = text.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                lines.starts.push((at as u32 + 1, lines.offset(at + 1)));
            }
        }
        lines
    }

    /// The place of byte `at`; an offset past the end is read as the end.
    #[must_use]
    pub fn place(&self, at: usize) -> Place {
        let at = at.min(self.text.len());
        let line = self.starts.partition_point(|&(start, _)| start as usize <= at).saturating_sub(1);
        let (_, line_start) = self.starts.get(line).copied().unwrap_or_default();
        let offset = self.offset(at);
        Place { offset, line: line as u32 + 1, column: offset.saturating_sub(line_start) + 1 }
    }

    /// The UTF-16 offset of byte `at`.
    #[must_use]
    pub fn utf16(&self, at: usize) -> u32 {
        self.offset(at.min(self.text.len()))
    }

    fn offset(&self, at: usize) -> u32 {
        let (from, utf16) = self.strides.get(at / STRIDE).or(self.strides.last()).copied().unwrap_or_default();
        utf16 + utf16_len(self.text.get(from as usize..at).unwrap_or(""))
    }

    /// The byte offset of UTF-16 offset `at`; past the end gives the end.
    #[must_use]
    pub fn byte(&self, at: u32) -> usize {
        let stride = self.strides.partition_point(|&(_, utf16)| utf16 <= at).saturating_sub(1);
        let (start, mut utf16) = self.strides.get(stride).copied().unwrap_or_default();
        for (i, c) in self.text.get(start as usize..).unwrap_or("").char_indices() {
            if utf16 >= at {
                return start as usize + i;
            }
            utf16 += c.len_utf16() as u32;
        }
        self.text.len()
    }

    /// The number of lines, at least 1.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// The length of `text` in UTF-16 code units.
#[must_use]
pub fn utf16_len(text: &str) -> u32 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // Every byte but those that continue a character is a unit; one that leads four bytes is two. Eight bytes at a time.
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let of_words = words.iter().map(|&word| {
        let word = u64::from_le_bytes(word);
        let continuing = (word >> 7) & !(word >> 6) & ONES;
        let leading_four = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ONES;
        8 - continuing.count_ones() + leading_four.count_ones()
    });
    let of_rest = rest.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0));
    of_words.sum::<u32>() + of_rest.sum::<u32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_utf16_units_lines_and_columns() {
        let lines = Lines::new("法治\r\n𠮷a\r末");
        assert_eq!(lines.place(6), Place { offset: 2, line: 1, column: 3 });
        assert_eq!(lines.place(8), Place { offset: 4, line: 2, column: 1 });
        assert_eq!(lines.place(12), Place { offset: 6, line: 2, column: 3 });
        assert_eq!(lines.place(14), Place { offset: 8, line: 3, column: 1 });
        assert_eq!(lines.byte(6), 12);
        assert_eq!(lines.count(), 3);
    }

    #[test]
    fn long_lines_count_the_same() {
        let text = format!("首行\n{}", "法a𠮷，".repeat(400));
        let lines = Lines::new(&text);
        let mut utf16 = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(lines.place(at).offset, utf16, "at byte {at}");
            assert_eq!(lines.byte(utf16), at, "at unit {utf16}");
            utf16 += c.len_utf16() as u32;
        }
        assert_eq!(lines.utf16(text.len()), utf16);
    }
}
