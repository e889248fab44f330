//! The pass over the characters.

use super::Folds;

/// Appends `text` to `out`, folded.
pub fn fold_into(text: &str, folds: &Folds, out: &mut String) {
    for c in text.chars() {
        let folded = match c {
            'ـ' if folds.tatweel => continue,
            '\u{64b}'..='\u{652}' if folds.harakat => continue,
            '\u{670}' if folds.superscript_alef => continue,
            'أ' | 'إ' | 'آ' | 'ٱ' if folds.hamza => 'ا',
            'ؤ' if folds.hamza => 'و',
            'ئ' if folds.hamza => 'ي',
            'ى' if folds.alef_maqsura => 'ي',
            'ة' if folds.ta_marbuta => 'ه',
            'ک' if folds.persian => 'ك',
            'ی' if folds.persian => 'ي',
            '\u{660}'..='\u{669}' if folds.digits => {
                char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c)
            }
            _ => c,
        };
        out.push(folded);
    }
}
