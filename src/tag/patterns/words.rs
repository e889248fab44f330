//! The tokens of a sentence as the grammars see them: what each may mean, and which letters before it are proclitics.
//!
//! ```text
//! word = [ و / ف ] [ ب / ل / ك ] [ ال ] stem      ; the span of a word begins with its article
//! ```
//! Stems come from the tables of the constructs, each in the file of its grammar; they are compared with spelling
//! variants folded ([`Folds::MATCH`]). A word that is in a table as it stands is never cut: «واحد», «بليون».

use std::sync::OnceLock;

use super::date::{month, period, relative, weekday, year};
use super::number::digits::{self, Digits};
use super::number::{currency, numeral, unit};
use super::particle;
use super::time::{clock, zone};
use crate::Span;
use crate::hash::Hash;
use crate::normalize::{Change, Folds, bit, change, fold_into};
use crate::segment::{Token, TokenKind};

/// What a word may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// واحد، ثلاثة: 1 to 9.
    Ones,
    /// «أحد» and «إحدى», «اثنا» and «اثنتي»: 1 and 2 in «أحد عشر», numbers nowhere else.
    Bound,
    /// عشرة.
    Ten,
    /// عشرون، ثلاثين.
    Tens,
    /// مئة 1, مئتين 2, ثلاثمئة 3.
    Hundreds,
    /// ألف، مليون: the power of ten.
    Scale,
    /// آلاف، ملايين.
    Scales,
    /// ألفان، مليوني: twice the power of ten.
    TwoScales,
    /// «ألفا», «مليونا»: one in the accusative, or two before a noun.
    ScaleInA,
    /// نصف، ثلث، ثلثا: twelfths.
    Fraction,
    /// The quarters of «ثلاثة أرباع».
    Quarters,
    /// بضعة، نيف: a number that is not told.
    Several,
    /// مئات، عشرات.
    Vague,
    /// أول، ثانية، عاشر.
    Ordinal,
    /// الحادي: 1 in «الحادي عشر» and «الحادي والعشرون».
    BoundOrdinal,
    /// A month of the Gregorian calendar.
    Month,
    /// The same, of a word that may well be something else.
    DoubtfulMonth,
    /// A month of the Hijri calendar.
    HijriMonth,
    /// The first word of a month of two words: number in [`month::Head::ALL`].
    MonthHead,
    /// The second word of «ربيع الآخر».
    Last,
    /// The days of the week, 0 for Monday.
    Weekday,
    /// Number in [`unit::UNITS`]; the dual says how many there are.
    Unit,
    UnitDual,
    /// The same of a plural, besides.
    UnitPlural,
    /// Number in the table of words that make another unit of the one before them.
    Tail,
    /// Number in [`currency::CURRENCIES`].
    Currency,
    CurrencyDual,
    /// Number in the table of nations.
    Nation,
    /// Number in the table of currency codes.
    Code,
    /// مطلع، أواخر: number in [`period::Part::ALL`].
    Part,
    /// الماضي، المنصرم.
    Past,
    /// المقبل، القادم.
    Next,
    /// الجاري، الحالي.
    Current,
    /// الأخيرة, of days and years.
    Recent,
    /// هذا، هذه.
    This,
    Yesterday,
    Tomorrow,
    /// ربيع، صيف: the EDTF number of a season.
    Season,
    /// تسعينيات: the first year of the decade in its century.
    Decade,
    /// هـ، هجري.
    Hijri,
    /// م، ميلادي.
    Gregorian,
    /// صباحاً، مساءً: number in [`clock::Daytime::ALL`].
    Daytime,
    /// Number in the table of zones.
    Zone,
    /// What the name of a zone may end in: «مكة المكرمة».
    ZoneTail,
    /// A [`Particle`](super::particle::Particle).
    Word,
    /// A [`Noun`](super::particle::Noun).
    Noun,
}

/// What can be counted.
pub(super) const COUNTED: &[Kind] =
    &[Kind::Unit, Kind::UnitDual, Kind::Currency, Kind::CurrencyDual, Kind::Scale, Kind::Scales];

/// One thing that a word may mean: what it is, and which.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sense(pub Kind, pub u8);

/// [`key`] of a folded stem → sense. Sorted; a stem may be there more than once.
pub(super) type Entry = (u64, Sense);

/// Forms with spaces between them, in their proper spelling, and the sense that all have.
pub(super) type Row = (&'static str, Sense);

/// A token and what it may mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Without proclitics, with the article.
    pub span: Span,
    /// With them.
    pub token: Span,
    pub kind: TokenKind,
    /// «و» stands before the stem.
    pub and: bool,
    /// «ف» does.
    pub so: bool,
    /// «ب», «ل» or «ك» does.
    pub preposition: Option<char>,
    pub article: bool,
    pub senses: &'static [Entry],
    pub digits: Option<Digits>,
    /// The folded character of a punctuation mark or symbol.
    pub mark: Option<char>,
}

impl Word {
    /// Whether nothing is cut off its front.
    #[inline(never)]
    pub fn bare(&self) -> bool {
        !self.and && !self.so && self.preposition.is_none()
    }

    /// What it means as a `kind`.
    #[inline(never)]
    pub fn sense(&self, kind: Kind) -> Option<u8> {
        self.senses.iter().find(|(_, sense)| sense.0 == kind).map(|(_, sense)| sense.1)
    }

    #[inline(never)]
    pub fn any(&self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.sense(*kind).is_some())
    }

    /// Whether it is a word of grammar, which nothing counts.
    pub fn is_particle(&self) -> bool {
        self.sense(Kind::Word).is_some()
    }

    #[inline(never)]
    pub fn is(&self, sense: impl Into<Sense>) -> bool {
        let sense = sense.into();
        self.senses.iter().any(|(_, other)| *other == sense)
    }
}

/// Longest token that can be a word or number of a grammar, in bytes.
const LONGEST: usize = 64;

/// Appends the words that `tokens` of one sentence are.
pub(super) fn read(text: &str, tokens: &[Token], folded: &mut String, out: &mut Vec<Word>) {
    for token in tokens {
        out.push(word(text, token, folded));
    }
}

fn word(text: &str, token: &Token, folded: &mut String) -> Word {
    let mut word = Word {
        span: token.span,
        token: token.span,
        kind: token.kind,
        and: false,
        so: false,
        preposition: None,
        article: false,
        senses: &[],
        digits: None,
        mark: None,
    };
    let written = token.span.slice(text);
    if written.len() > LONGEST {
        return word;
    }
    folded.clear();
    match token.kind {
        TokenKind::Number => word.digits = digits::read(written),
        TokenKind::Punctuation | TokenKind::Symbol => {
            fold_into(written, &Folds::MATCH, folded);
            word.mark = folded.chars().next().filter(|_| folded.chars().nth(1).is_none());
        }
        TokenKind::Word | TokenKind::Abbreviation | TokenKind::Latin => {
            fold_into(written, &Folds::MATCH, folded);
            stem(written, folded, &mut word);
        }
        _ => {}
    }
    word
}

/// Finds the stem that a table knows, with as little as possible cut off its front.
fn stem(written: &str, folded: &str, word: &mut Word) {
    for conjunction in proclitic(folded, &['و', 'ف']) {
        let rest = after(folded, conjunction);
        for preposition in proclitic(rest, &['ب', 'ل', 'ك']) {
            let rest = after(rest, preposition);
            // «لل» is ل and an article that has lost its alef.
            let short = rest.strip_prefix('ل').filter(|_| preposition == Some('ل'));
            for (article, stem) in [(false, Some(rest)), (true, rest.strip_prefix("ال")), (true, short)] {
                let Some(stem) = stem else { continue };
                let senses = senses(stem);
                let letters = usize::from(conjunction.is_some()) + usize::from(preposition.is_some());
                let known = !senses.is_empty() && !seatless(written, stem, senses);
                let Some(cut) = known.then(|| offset(written, letters)).flatten() else {
                    continue;
                };
                word.span.start += cut;
                word.and = conjunction == Some('و');
                word.so = conjunction == Some('ف');
                (word.preposition, word.article, word.senses) = (preposition, article, senses);
                return;
            }
        }
    }
}

/// Whether a form of «مئة» lacks the seat of its hamza, which folding drops: «ميتا» is *dead*, «كميات» are quantities.
fn seatless(written: &str, stem: &str, senses: &[Entry]) -> bool {
    let hundred = senses.iter().any(|(_, sense)| matches!(sense.0, Kind::Hundreds | Kind::Vague));
    hundred && stem.starts_with("مي") && !written.contains(['ئ', '\u{654}'])
}

/// None, and the first letter if it is one of `any`.
fn proclitic(rest: &str, any: &[char]) -> impl Iterator<Item = Option<char>> {
    let first = rest.chars().next().filter(|c| any.contains(c));
    std::iter::once(None).chain(first.map(Some))
}

fn after(rest: &str, letter: Option<char>) -> &str {
    rest.get(letter.map_or(0, char::len_utf8)..).unwrap_or_default()
}

/// Where letter number `letters` of a written word begins, if a cut before it cuts no character.
fn offset(written: &str, letters: usize) -> Option<usize> {
    let mut left = letters;
    for (at, c) in written.char_indices() {
        let size = match change(c, !bit::COMPOSE) {
            Change::Drop => continue,
            Change::Letters(several) => several.chars().count(),
            Change::None | Change::Char(_) => 1,
        };
        if left == 0 {
            return Some(at);
        }
        left = left.checked_sub(size)?;
    }
    None
}

/// What stands for a folded stem. Two hashes of 32 bits are one of 64: no word meets another by chance.
fn key(stem: &str) -> u64 {
    let half = |kind: u8| u64::from(Hash::new(kind).bytes(stem.as_bytes()).finish());
    half(b'v') << 32 | half(b'w')
}

/// What the tables say of a folded stem.
#[inline(never)]
fn senses(stem: &str) -> &'static [Entry] {
    static TABLE: OnceLock<Vec<Entry>> = OnceLock::new();
    let table = TABLE.get_or_init(table);
    let key = key(stem);
    let from = table.partition_point(|entry| entry.0 < key);
    let rest = table.get(from..).unwrap_or_default();
    let len = rest.iter().take_while(|entry| entry.0 == key).count();
    rest.get(..len).unwrap_or_default()
}

/// Visits the forms of a list with spaces between them.
#[inline(never)]
pub(super) fn each(forms: &str, visit: &mut dyn FnMut(&str)) {
    forms.split(' ').filter(|form| !form.is_empty()).for_each(visit);
}

fn table() -> Vec<Entry> {
    let (mut table, mut folded) = (Vec::new(), String::new());
    let mut add = |form: &str, sense: Sense| {
        folded.clear();
        fold_into(form, &Folds::MATCH, &mut folded);
        table.push((key(&folded), sense));
    };
    let rows = [
        particle::WORDS,
        particle::NOUNS,
        numeral::WORDS,
        month::WORDS,
        weekday::WORDS,
        period::WORDS,
        relative::WORDS,
        year::WORDS,
        clock::WORDS,
    ];
    for (forms, sense) in rows.into_iter().flatten() {
        each(forms, &mut |form| add(form, *sense));
    }
    unit::words(&mut add);
    currency::words(&mut add);
    zone::words(&mut add);
    table.sort_unstable_by_key(|entry: &Entry| entry.0);
    table
}
