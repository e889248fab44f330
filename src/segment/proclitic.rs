//! Proclitics in front of a name.

/// Byte length of the proclitics to cut off the front of a word that begins a name; 0 when unsure.
///
/// ```
/// use tawsim::segment::proclitics;
/// assert_eq!(proclitics("وبالكاظمي"), "وب".len());
/// assert_eq!(proclitics("لبنان"), 0);
/// ```
#[must_use]
pub fn proclitics(word: &str) -> usize {
    // Only the article after it makes a single letter a clitic beyond doubt.
    let conjunction = if word.starts_with(['و', 'ف']) { 'و'.len_utf8() } else { 0 };
    let sure = |cut: usize| {
        let rest = word.get(cut..).unwrap_or_default();
        let stem = rest.strip_prefix("ال").or_else(|| (cut > 0).then(|| rest.strip_prefix('ل')).flatten());
        stem.is_some_and(|stem| stem.chars().count() >= 3)
    };
    [conjunction + 2, conjunction]
        .into_iter()
        .filter(|&cut| {
            cut > 0 && word.get(conjunction..cut).is_some_and(|p| matches!(p, "" | "ب" | "ك" | "ل"))
        })
        .find(|&cut| match word.get(conjunction..cut) {
            Some("ل") => word.get(cut..).is_some_and(|rest| rest.starts_with('ل')) && sure(cut),
            _ => word.get(cut..).is_some_and(|rest| rest.starts_with("ال")) && sure(cut),
        })
        .unwrap_or(0)
}
