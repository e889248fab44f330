//! From byte offsets to UTF-16 offsets.

/// Turns ascending byte offsets into UTF-16 offsets in one pass over the text.
///
/// ```
/// use tawsim::normalize::Utf16Cursor;
/// let mut cursor = Utf16Cursor::new("🌙 قمر");
/// assert_eq!(cursor.utf16_offset(4), 2);
/// assert_eq!(cursor.utf16_offset(11), 6);
/// ```
#[derive(Clone, Debug)]
pub struct Utf16Cursor<'t> {
    text: &'t str,
    byte: usize,
    units: usize,
}

impl<'t> Utf16Cursor<'t> {
    /// A cursor at the start of `text`.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, byte: 0, units: 0 }
    }

    /// The number of UTF-16 code units before the byte offset `byte`.
    ///
    /// Ascending offsets cost one pass over the text altogether; a smaller offset than the last
    /// one restarts from the beginning. An offset inside a character counts as the start of that
    /// character, one past the end as the end.
    pub fn utf16_offset(&mut self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        if byte < self.byte {
            self.byte = 0;
            self.units = 0;
        }
        let passed = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        // A code unit starts at every byte that does not continue a character, and characters of
        // four bytes have two.
        self.units +=
            passed.iter().map(|&b| usize::from(b & 0xc0 != 0x80) + usize::from(b >= 0xf0)).sum::<usize>();
        self.byte = byte;
        self.units
    }
}
