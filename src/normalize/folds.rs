//! The switches.

/// Which spelling variants are folded together. Every fold is its own switch.
///
/// Start from a preset and change what differs:
///
/// ```
/// use tawsim::normalize::{Folds, fold_into};
/// let mut folds = Folds::MATCH;
/// folds.ta_marbuta = false;
/// let mut out = String::new();
/// fold_into("مَدْرَسَةٌ", &folds, &mut out);
/// assert_eq!(out, "مدرسة");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Folds {
    /// Tatweel is dropped: «العـــراق» → «العراق».
    pub tatweel: bool,
    /// Vowel signs and Quranic marks are dropped: «عَمَّان» → «عمان».
    pub harakat: bool,
    /// The superscript alef is dropped: «هٰذا» → «هذا».
    pub superscript_alef: bool,
    /// Hamza seats become their bare letter: «أإآٱ» → «اااا», «ؤ» → «و», «ئ» → «ي».
    pub hamza: bool,
    /// Alef maqsura becomes ya: «على» → «علي».
    pub alef_maqsura: bool,
    /// Ta marbuta becomes ha: «مدرسة» → «مدرسه».
    pub ta_marbuta: bool,
    /// Persian and Urdu letters become their Arabic relatives: «ک» → «ك», «پ» → «ب».
    pub persian: bool,
    /// Presentation forms and ligatures become ordinary letters: «ﻻ» → «لا».
    pub presentation: bool,
    /// A letter followed by a combining madda or hamza becomes the one letter:
    /// U+0627 U+0653 → «آ».
    pub compose: bool,
    /// Arabic-Indic and Persian digits and their separators become ASCII: «٣٫٥» → "3.5".
    pub digits: bool,
    /// Bidirectional controls and zero-width characters are dropped.
    pub invisible: bool,
    /// Every other space becomes U+0020: the no-break space, the thin spaces.
    pub spaces: bool,
    /// Quotes, dashes, commas and stops become their ASCII look-alike: «؟» → "?".
    pub punctuation: bool,
    /// Unicode normalization form C.
    pub nfc: bool,
    /// Unicode normalization form KC; implies `nfc`.
    pub nfkc: bool,
}

impl Folds {
    /// Nothing is folded.
    pub const CANONICAL: Self = Self {
        tatweel: false,
        harakat: false,
        superscript_alef: false,
        hamza: false,
        alef_maqsura: false,
        ta_marbuta: false,
        persian: false,
        presentation: false,
        compose: false,
        digits: false,
        invisible: false,
        spaces: false,
        punctuation: false,
        nfc: false,
        nfkc: false,
    };

    /// What a person who searches means by the same word: every fold but `ta_marbuta`, `persian`
    /// and the Unicode forms.
    pub const SEARCH: Self = Self { ta_marbuta: false, persian: false, ..Self::MATCH };

    /// Everything that spelling habits confuse: all folds but the Unicode forms, whose Arabic
    /// part `compose` and `presentation` do.
    pub const MATCH: Self = Self {
        tatweel: true,
        harakat: true,
        superscript_alef: true,
        hamza: true,
        alef_maqsura: true,
        ta_marbuta: true,
        persian: true,
        presentation: true,
        compose: true,
        digits: true,
        invisible: true,
        spaces: true,
        punctuation: true,
        nfc: false,
        nfkc: false,
    };
}

impl Folds {
    /// The preset of this name: `canonical`, `search` or `match`.
    ///
    /// ```
    /// use tawsim::normalize::Folds;
    /// assert_eq!(Folds::preset("match"), Some(Folds::MATCH));
    /// assert_eq!(Folds::preset("all"), None);
    /// ```
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        match name {
            "canonical" => Some(Self::CANONICAL),
            "search" => Some(Self::SEARCH),
            "match" => Some(Self::MATCH),
            _ => None,
        }
    }

    /// The switch of this name, which is that of its field.
    ///
    /// ```
    /// use tawsim::normalize::Folds;
    /// let mut folds = Folds::default();
    /// folds.switch("tatweel").map(|switch| *switch = true);
    /// assert!(folds.tatweel);
    /// ```
    pub fn switch(&mut self, name: &str) -> Option<&mut bool> {
        Some(match name {
            "tatweel" => &mut self.tatweel,
            "harakat" => &mut self.harakat,
            "superscript_alef" => &mut self.superscript_alef,
            "hamza" => &mut self.hamza,
            "alef_maqsura" => &mut self.alef_maqsura,
            "ta_marbuta" => &mut self.ta_marbuta,
            "persian" => &mut self.persian,
            "presentation" => &mut self.presentation,
            "compose" => &mut self.compose,
            "digits" => &mut self.digits,
            "invisible" => &mut self.invisible,
            "spaces" => &mut self.spaces,
            "punctuation" => &mut self.punctuation,
            "nfc" => &mut self.nfc,
            "nfkc" => &mut self.nfkc,
            _ => return None,
        })
    }

    /// The Arabic folds that are on, as bits of [`rules::bit`](super::rules::bit).
    pub(super) const fn mask(&self) -> u16 {
        use super::rules::bit;
        (self.tatweel as u16 * bit::TATWEEL)
            | (self.harakat as u16 * bit::HARAKAT)
            | (self.superscript_alef as u16 * bit::SUPERSCRIPT_ALEF)
            | (self.hamza as u16 * bit::HAMZA)
            | (self.alef_maqsura as u16 * bit::ALEF_MAQSURA)
            | (self.ta_marbuta as u16 * bit::TA_MARBUTA)
            | (self.persian as u16 * bit::PERSIAN)
            | (self.presentation as u16 * bit::PRESENTATION)
            | (self.compose as u16 * bit::COMPOSE)
            | (self.digits as u16 * bit::DIGITS)
            | (self.invisible as u16 * bit::INVISIBLE)
            | (self.spaces as u16 * bit::SPACES)
            | (self.punctuation as u16 * bit::PUNCTUATION)
    }
}

impl Default for Folds {
    fn default() -> Self {
        Self::CANONICAL
    }
}
