//! Proclitics in front of a name.

/// Byte length of the proclitics to cut off the front of a word that begins a name.
#[must_use]
pub fn proclitics(word: &str) -> usize {
    for (written, cut) in [
        ("وال", 2),
        ("فال", 2),
        ("بال", 2),
        ("كال", 2),
        ("لل", 2),
        ("وبال", 4),
        ("ولل", 4),
    ] {
        if word.len() > written.len() + 6 && word.starts_with(written) {
            return cut;
        }
    }
    0
}
