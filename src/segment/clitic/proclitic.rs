//! Proclitics in front of a name.

use super::analysis;
use super::letters::Letters;
use super::weights::Weights;

/// How far the best reading with proclitics must be ahead of the best without, in units of the
/// weights, where no article follows them.
const SURE: i32 = 7;

/// Byte length of the proclitics to cut off the front of a word that begins a name; 0 when unsure.
///
/// A name is often a word that the segmenter has never seen, and half of «لبنان» is worse than
/// «ولبنان»: where no article shows that the letters before it are proclitics, the reading must win
/// clearly. Of «لل» the first ل is cut, the second is the article's. A vowel sign goes with its letter.
///
/// ```
/// use tawsim::segment::proclitics;
/// assert_eq!(proclitics("وبالكاظمي"), "وب".len());
/// assert_eq!(proclitics("للعراقيين"), "ل".len());
/// assert_eq!(proclitics("لبنان"), 0);
/// assert_eq!(proclitics("فان"), 0);
/// ```
#[must_use]
pub fn proclitics(word: &str) -> usize {
    let cut = || {
        let letters = Letters::of(word)?;
        let best = Weights::shipped()?.best(&letters);
        let (_, article) = analysis::stem(letters.codes(), &best.analysis);
        let sure = article > 0 || best.margin >= SURE;
        (sure && best.analysis.stem > 0).then(|| letters.cut(best.analysis.stem)).flatten()
    };
    // «فان بيرسي», «بان كي مون», the city «وان»: no name is «ان».
    cut().filter(|&cut| word.get(cut..) != Some("ان")).unwrap_or(0)
}
