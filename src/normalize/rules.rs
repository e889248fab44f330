//! What each fold does to each character. One table a fold; its documentation names the code
//! points and says why they are confused.

/// The bit of each fold in a mask of those switched on.
pub(crate) mod bit {
    pub const TATWEEL: u16 = 1;
    pub const HARAKAT: u16 = 1 << 1;
    pub const SUPERSCRIPT_ALEF: u16 = 1 << 2;
    pub const HAMZA: u16 = 1 << 3;
    pub const ALEF_MAQSURA: u16 = 1 << 4;
    pub const TA_MARBUTA: u16 = 1 << 5;
    pub const PERSIAN: u16 = 1 << 6;
    pub const PRESENTATION: u16 = 1 << 7;
    pub const COMPOSE: u16 = 1 << 8;
    pub const DIGITS: u16 = 1 << 9;
    pub const INVISIBLE: u16 = 1 << 10;
    pub const SPACES: u16 = 1 << 11;
    pub const PUNCTUATION: u16 = 1 << 12;
}

/// What a run of code points becomes.
#[derive(Clone, Copy)]
enum To {
    /// All become this character.
    Char(char),
    /// The first becomes this character, the second the one after it, and so on.
    From(char),
    /// All are dropped.
    Nothing,
    /// More than one character: see [`became`].
    Several,
}

/// The folds that apply the rule, its first and last code point, and what they become.
type Rule = (u16, u32, u32, To);

const fn one(folds: u16, from: char, to: char) -> Rule {
    (folds, from as u32, from as u32, To::Char(to))
}

/// Tatweel (U+0640), the stroke that lengthens a line: «العـــراق» is «العراق».
const TATWEEL: &[Rule] = &[(bit::TATWEEL, 0x640, 0x640, To::Nothing)];

/// Vowel signs (U+064B–0652, U+0656–065F), signs of honour (U+0610–061A) and the Quran's reading
/// marks (U+06D6–06DC, U+06DF–06E8, U+06EA–06ED, U+0897–089F, U+08C9–08E1, U+08E3–08FF,
/// U+10ECB–10EFF): «مُحَمَّد» is «محمد». Hardly any newsroom writes them all; some write a few.
const HARAKAT: &[Rule] = &[
    (bit::HARAKAT, 0x610, 0x61a, To::Nothing),
    (bit::HARAKAT, 0x64b, 0x652, To::Nothing),
    (bit::HARAKAT, 0x656, 0x65f, To::Nothing),
    (bit::HARAKAT, 0x6d6, 0x6dc, To::Nothing),
    (bit::HARAKAT, 0x6df, 0x6e8, To::Nothing),
    (bit::HARAKAT, 0x6ea, 0x6ed, To::Nothing),
    (bit::HARAKAT, 0x897, 0x89f, To::Nothing),
    (bit::HARAKAT, 0x8c9, 0x8e1, To::Nothing),
    (bit::HARAKAT, 0x8e3, 0x8ff, To::Nothing),
    (bit::HARAKAT, 0x10ecb, 0x10eff, To::Nothing),
];

/// The superscript alef (U+0670): «هٰذا» is «هذا», «رحمٰن» is «رحمن».
const SUPERSCRIPT_ALEF: &[Rule] = &[(bit::SUPERSCRIPT_ALEF, 0x670, 0x670, To::Nothing)];

/// Letters that carry a hamza, a madda or a wasla become the bare letter: «أحمد» and «احمد»,
/// «مسؤول» and «مسوول», «رئيس» and «رييس». Half of what is typed leaves the hamza out. The hamza
/// on the line («ء») is a letter of its own and stays. The combining hamzas (U+0654, U+0655) go
/// as the precomposed ones do; a combining madda (U+0653) is a sign of length where no alef
/// precedes it, so the fold of vowel signs drops it too.
const HAMZA: &[Rule] = &[
    one(bit::HAMZA, 'آ', 'ا'),
    one(bit::HAMZA, 'أ', 'ا'),
    one(bit::HAMZA, 'ؤ', 'و'),
    one(bit::HAMZA, 'إ', 'ا'),
    one(bit::HAMZA, 'ئ', 'ي'),
    (bit::HAMZA, 0x671, 0x673, To::Char('ا')),
    (bit::HAMZA | bit::HARAKAT, 0x653, 0x653, To::Nothing),
    (bit::HAMZA, 0x654, 0x655, To::Nothing),
];

/// Alef maqsura (U+0649) becomes ya: Egypt writes «علي» for «على» and «مصطفي» for «مصطفى».
const ALEF_MAQSURA: &[Rule] = &[one(bit::ALEF_MAQSURA, 'ى', 'ي')];

/// Ta marbuta (U+0629) becomes ha: «مكة» and «مكه».
const TA_MARBUTA: &[Rule] = &[one(bit::TA_MARBUTA, 'ة', 'ه')];

/// Letters of Persian, Urdu and Kurdish keyboards, and those that Arabic borrows for foreign
/// sounds, become the Arabic letter that the same word is otherwise written with: «کریم» is
/// «كريم», «پوتين» is «بوتين», «ڤيينا» is «فيينا», «گركوك» is «كركوك». So do the g of the Maghreb («ڨفصة» is «قفصة»,
/// «أݣادير» is «أكادير») and its letters with other dots (U+06A2, U+06A7) or none (U+066E–066F, U+06A1).
const PERSIAN: &[Rule] = &[
    one(bit::PERSIAN, 'ٮ', 'ب'),
    one(bit::PERSIAN, 'ٯ', 'ق'),
    one(bit::PERSIAN, 'ٹ', 'ت'),
    one(bit::PERSIAN, 'پ', 'ب'),
    one(bit::PERSIAN, 'چ', 'ج'),
    one(bit::PERSIAN, 'ڈ', 'د'),
    one(bit::PERSIAN, 'ڑ', 'ر'),
    one(bit::PERSIAN, 'ڕ', 'ر'),
    one(bit::PERSIAN, 'ژ', 'ز'),
    one(bit::PERSIAN, 'ڡ', 'ف'),
    one(bit::PERSIAN, 'ڢ', 'ف'),
    one(bit::PERSIAN, 'ڤ', 'ف'),
    one(bit::PERSIAN, 'ڥ', 'ف'),
    one(bit::PERSIAN, 'ڧ', 'ق'),
    one(bit::PERSIAN, 'ڨ', 'ق'),
    one(bit::PERSIAN, 'ک', 'ك'),
    one(bit::PERSIAN, 'ڪ', 'ك'),
    one(bit::PERSIAN, 'ګ', 'ك'),
    one(bit::PERSIAN, 'ڭ', 'ك'),
    one(bit::PERSIAN, 'گ', 'ك'),
    one(bit::PERSIAN, 'ݣ', 'ك'),
    one(bit::PERSIAN, 'ڵ', 'ل'),
    one(bit::PERSIAN, 'ں', 'ن'),
    one(bit::PERSIAN, 'ھ', 'ه'),
    one(bit::PERSIAN | bit::HAMZA, 'ۀ', 'ه'),
    one(bit::PERSIAN, 'ہ', 'ه'),
    one(bit::PERSIAN | bit::HAMZA, 'ۂ', 'ه'),
    one(bit::PERSIAN, 'ۃ', 'ة'),
    one(bit::PERSIAN, 'ۆ', 'و'),
    one(bit::PERSIAN, 'ۇ', 'و'),
    one(bit::PERSIAN, 'ۊ', 'و'),
    one(bit::PERSIAN, 'ۋ', 'و'),
    one(bit::PERSIAN, 'ی', 'ي'),
    one(bit::PERSIAN, 'ێ', 'ي'),
    one(bit::PERSIAN, 'ې', 'ي'),
    one(bit::PERSIAN, 'ے', 'ي'),
    one(bit::PERSIAN | bit::HAMZA, 'ۓ', 'ي'),
    one(bit::PERSIAN, 'ە', 'ه'),
];

/// Letters with a high hamza beside them (U+0675–0678, of old Kazakh spelling) are presentation
/// forms in all but name. The others have a table of their own: [`super::presentation`].
const PRESENTATION: &[Rule] = &[(bit::PRESENTATION, 0x675, 0x678, To::Several)];

/// Arabic-Indic (U+0660–0669) and Persian (U+06F0–06F9) digits, with the decimal and thousands
/// separators that go with them (U+066B, U+066C): «٣٫٥» is "3.5", «۱٬۲۰۰» is "1,200".
const DIGITS: &[Rule] = &[
    (bit::DIGITS, 0x660, 0x669, To::From('0')),
    (bit::DIGITS, 0x6f0, 0x6f9, To::From('0')),
    one(bit::DIGITS, '٫', '.'),
    one(bit::DIGITS, '٬', ','),
];

/// Marks that are not seen: direction (U+061C, U+200E–200F, U+202A–202E, U+2066–206F), joining and
/// breaking (U+00AD, U+180E, U+200B–200D, U+2060–2064, U+FEFF). Editors and the web leave them
/// anywhere, even within words.
const INVISIBLE: &[Rule] = &[
    (bit::INVISIBLE, 0xad, 0xad, To::Nothing),
    (bit::INVISIBLE, 0x61c, 0x61c, To::Nothing),
    (bit::INVISIBLE, 0x180e, 0x180e, To::Nothing),
    (bit::INVISIBLE, 0x200b, 0x200f, To::Nothing),
    (bit::INVISIBLE, 0x202a, 0x202e, To::Nothing),
    (bit::INVISIBLE, 0x2060, 0x206f, To::Nothing),
    (bit::INVISIBLE, 0xfeff, 0xfeff, To::Nothing),
];

/// Spaces of other widths, and those that hold two words on one line (U+00A0, U+1680,
/// U+2000–200A, U+202F, U+205F, U+3000), become the plain one. Line ends stay.
const SPACES: &[Rule] = &[
    one(bit::SPACES, '\u{a0}', ' '),
    one(bit::SPACES, '\u{1680}', ' '),
    (bit::SPACES, 0x2000, 0x200a, To::Char(' ')),
    one(bit::SPACES, '\u{202f}', ' '),
    one(bit::SPACES, '\u{205f}', ' '),
    one(bit::SPACES, '\u{3000}', ' '),
];

/// Punctuation that stands for the same thing: the Arabic comma, semicolon, question mark, full
/// stop, percent sign and star; quotes of all shapes; dashes and hyphens; the ellipsis.
const PUNCTUATION: &[Rule] = &[
    one(bit::PUNCTUATION, '«', '"'),
    one(bit::PUNCTUATION, '»', '"'),
    one(bit::PUNCTUATION, '،', ','),
    one(bit::PUNCTUATION, '؛', ';'),
    one(bit::PUNCTUATION, '؟', '?'),
    one(bit::PUNCTUATION, '٪', '%'),
    one(bit::PUNCTUATION, '٭', '*'),
    one(bit::PUNCTUATION, '۔', '.'),
    (bit::PUNCTUATION, 0x2010, 0x2015, To::Char('-')),
    (bit::PUNCTUATION, 0x2018, 0x201b, To::Char('\'')),
    (bit::PUNCTUATION, 0x201c, 0x201f, To::Char('"')),
    (bit::PUNCTUATION, 0x2026, 0x2026, To::Several),
    one(bit::PUNCTUATION, '′', '\''),
    one(bit::PUNCTUATION, '″', '"'),
    one(bit::PUNCTUATION, '‹', '\''),
    one(bit::PUNCTUATION, '›', '\''),
    one(bit::PUNCTUATION, '\u{fd3e}', ')'),
    one(bit::PUNCTUATION, '\u{fd3f}', '('),
];

const ALL: [&[Rule]; 12] = [
    TATWEEL,
    HARAKAT,
    SUPERSCRIPT_ALEF,
    HAMZA,
    ALEF_MAQSURA,
    TA_MARBUTA,
    PERSIAN,
    PRESENTATION,
    DIGITS,
    INVISIBLE,
    SPACES,
    PUNCTUATION,
];

/// What the folds in a mask make of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// They leave it as it is.
    None,
    /// They drop it.
    Drop,
    /// It becomes this character.
    Char(char),
    /// It becomes these characters.
    Letters(&'static str),
}

/// The folds that change a character, and the code point that it becomes, or [`NOTHING`] or
/// [`SEVERAL`]. A page of 256 such entries answers for nearly every character of a text at once.
type Entry = (u16, u16);
type Page = [Entry; 256];
const NOTHING: u16 = 0;
const SEVERAL: u16 = 1;

static LATIN: Page = page(0x0000);
static ARABIC: Page = page(0x0600);
static EXTENDED: Page = page(0x0800);
static GENERAL: Page = page(0x2000);

#[allow(clippy::indexing_slicing, reason = "runs when the library is compiled, not after")]
const fn page(first: u32) -> Page {
    let mut page = [(0, 0); 256];
    let mut table = 0;
    while table < ALL.len() {
        let mut row = 0;
        while row < ALL[table].len() {
            let (folds, from, last, to) = ALL[table][row];
            let mut code = from;
            while code <= last {
                if code >= first && code < first + 256 {
                    page[(code - first) as usize] = (folds, target(to, code - from));
                }
                code += 1;
            }
            row += 1;
        }
        table += 1;
    }
    page
}

const fn target(to: To, nth: u32) -> u16 {
    match to {
        To::Char(c) => c as u16,
        To::From(c) => c as u16 + nth as u16,
        To::Nothing => NOTHING,
        To::Several => SEVERAL,
    }
}

/// What the folds in `mask` make of `c`.
#[inline]
pub(crate) fn change(c: char, mask: u16) -> Change {
    let code = u32::from(c);
    let page = match code >> 8 {
        0x00 => &LATIN,
        0x06 => &ARABIC,
        0x08 => &EXTENDED,
        0x20 => &GENERAL,
        _ => return rare(c, mask),
    };
    let (folds, to) = page.get((code & 0xff) as usize).copied().unwrap_or_default();
    if folds & mask == 0 { Change::None } else { became(c, to) }
}

/// The characters outside the pages.
#[cold]
fn rare(c: char, mask: u16) -> Change {
    let code = u32::from(c);
    if mask & bit::PRESENTATION != 0
        && let Some(letters) = super::presentation::letters(c)
    {
        return Change::Letters(letters);
    }
    let rule = ALL
        .iter()
        .flat_map(|rules| rules.iter())
        .find(|(folds, first, last, _)| folds & mask != 0 && (*first..=*last).contains(&code));
    match rule {
        Some(&(_, first, _, to)) => became(c, target(to, code - first)),
        None => Change::None,
    }
}

fn became(c: char, to: u16) -> Change {
    match (to, c) {
        (NOTHING, _) => Change::Drop,
        (SEVERAL, '…') => Change::Letters("..."),
        (SEVERAL, 'ٵ') => Change::Letters("اٴ"),
        (SEVERAL, 'ٶ') => Change::Letters("وٴ"),
        (SEVERAL, 'ٷ') => Change::Letters("ۇٴ"),
        (SEVERAL, 'ٸ') => Change::Letters("يٴ"),
        _ => char::from_u32(u32::from(to)).map_or(Change::None, Change::Char),
    }
}

/// A letter and the combining madda or hamza after it, as one letter: U+0627 U+0653 is «آ»
/// (U+0622), what a Mac's file names and some web forms leave apart. All that Unicode composes in
/// Arabic.
pub(super) const fn compose(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('ا', '\u{653}') => 'آ',
        ('ا', '\u{654}') => 'أ',
        ('ا', '\u{655}') => 'إ',
        ('و', '\u{654}') => 'ؤ',
        ('ي', '\u{654}') => 'ئ',
        ('ە', '\u{654}') => 'ۀ',
        ('ہ', '\u{654}') => 'ۂ',
        ('ے', '\u{654}') => 'ۓ',
        _ => return None,
    })
}
