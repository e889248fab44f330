//! From byte offsets to UTF-16 offsets.

/// Turns byte offsets into UTF-16 offsets; ascending ones in one pass over the text.
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
    /// A call costs the distance from the last offset, forwards or backwards: ascending offsets cost one pass over
    /// the text altogether. An offset inside a character counts as the start of that character, one past the end
    /// as the end.
    pub fn utf16_offset(&mut self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        // A code unit starts at every byte that does not continue a character, and characters of
        // four bytes have two.
        let units = |range| -> usize {
            let passed: &[u8] = self.text.as_bytes().get::<std::ops::Range<usize>>(range).unwrap_or_default();
            passed.iter().map(|&b| usize::from(b & 0xc0 != 0x80) + usize::from(b >= 0xf0)).sum()
        };
        self.units = if byte < self.byte {
            self.units - units(byte..self.byte)
        } else {
            self.units + units(self.byte..byte)
        };
        self.byte = byte;
        self.units
    }
}
