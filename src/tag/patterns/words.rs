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
use super::time::{clock, zone};
use crate::Span;
use crate::normalize::{Change, Folds, bit, change, fold_into};
use crate::segment::{Token, TokenKind};

/// One thing that a word may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// واحد، ثلاثة: 1 to 9.
    Ones(u8),
    /// «أحد» and «إحدى», «اثنا» and «اثنتي»: 1 and 2 in «أحد عشر», numbers nowhere else.
    Bound(u8),
    /// عشرة.
    Ten,
    /// عشرون، ثلاثين.
    Tens(u8),
    /// مئة، مئتين، ثلاثمئة.
    Hundreds(u16),
    /// ألف، مليون: the power of ten.
    Scale(u8),
    /// آلاف، ملايين.
    Scales(u8),
    /// ألفان، مليوني: twice the power of ten.
    TwoScales(u8),
    /// «ألفا», «مليونا»: one in the accusative, or two before a noun.
    ScaleInA(u8),
    /// نصف، ثلث، ثلثا: twelfths.
    Fraction(u8),
    /// The quarters of «ثلاثة أرباع».
    Quarters,
    /// بضعة، نيف: a number that is not told.
    Several,
    /// مئات، عشرات.
    Vague,
    /// أول، ثانية، عاشر.
    Ordinal(u8),
    /// الحادي: 1 in «الحادي عشر» and «الحادي والعشرون».
    BoundOrdinal,
    /// A month of the Gregorian calendar, and whether the word is hardly anything else.
    Month(u8, bool),
    /// A month of the Hijri calendar.
    HijriMonth(u8, bool),
    /// The first word of a month of two words.
    MonthHead(month::Head),
    /// The second word of «ربيع الآخر».
    Last,
    /// The days of the week, 0 for Monday.
    Weekday(u8),
    /// Number in [`unit::UNITS`], and how many the word itself says: 2 in the dual, 0 for «any number».
    Unit(u8, u8),
    /// Number in the table of words that make another unit of the one before them.
    Tail(u8),
    /// Number in [`currency::CURRENCIES`], and how many the word itself says.
    Currency(u8, u8),
    /// Number in the table of nations.
    Nation(u8),
    /// Number in the table of currency codes.
    Code(u8),
    /// مطلع، أواخر.
    Part(period::Part),
    /// الماضي، المنصرم.
    Past,
    /// المقبل، القادم.
    Next,
    /// الجاري، الحالي.
    Current,
    /// هذا، هذه.
    This,
    /// أمس −1، اليوم 0، غداً 1: days from the day of the text.
    Day(i8),
    /// ربيع، صيف: the EDTF number of a season.
    Season(u8),
    /// تسعينيات: the first year of the decade in its century.
    Decade(u8),
    /// هـ، هجري.
    Hijri,
    /// م، ميلادي.
    Gregorian,
    /// صباحاً، مساءً.
    Daytime(clock::Daytime),
    /// Number in the table of zones.
    Zone(u8),
    /// What the name of a zone may end in: «مكة المكرمة».
    ZoneTail,
    /// الأخيرة, of days and years.
    Recent,
    /// A word of grammar, which is what it is.
    Word(Particle),
}

/// Words that hold expressions together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Particle {
    And,
    The,
    In,
    From,
    To,
    Until,
    Between,
    Since,
    Before,
    After,
    Within,
    By,
    About,
    Or,
    OnDate,
    Corresponding,
    AtTime,
    Not,
    Life,
    Christ,
    Final,
    Prayer,
    /// A word after which a number counts nothing: «القرار 2254».
    Label,
    /// A noun that «العام» describes as *general*.
    General,
    /// A word that «اليوم» ends the name of.
    Paper,
    That,
    /// «عامي» before two years.
    Years,
    /// A noun that a month's name names something after.
    Namer,
    Clinic,
    /// What makes another day of «اليوم» before it.
    Kind,
    Midday,
    /// مدى، مدار: over a time.
    Over,
    Zero,
    Except,
    Lady,
}

/// Folded stem → sense. Sorted; a stem may be there more than once.
pub(super) type Entry = (Box<str>, Sense);

/// Forms with spaces between them, in their proper spelling, and the sense that all have.
pub(super) type Row = (&'static str, Sense);

const PARTICLES: &[Row] = &[
    ("و", Sense::Word(Particle::And)),
    ("ال لل", Sense::Word(Particle::The)),
    ("في", Sense::Word(Particle::In)),
    ("من", Sense::Word(Particle::From)),
    ("إلى", Sense::Word(Particle::To)),
    ("حتى لغاية", Sense::Word(Particle::Until)),
    ("بين", Sense::Word(Particle::Between)),
    ("منذ مذ", Sense::Word(Particle::Since)),
    ("قبل", Sense::Word(Particle::Before)),
    ("بعد عقب", Sense::Word(Particle::After)),
    ("خلال طوال طيلة أثناء غضون", Sense::Word(Particle::Within)),
    ("بحلول", Sense::Word(Particle::By)),
    ("نحو حوالي حوالى قرابة زهاء قراب تقريبا", Sense::Word(Particle::About)),
    ("أو", Sense::Word(Particle::Or)),
    ("بتاريخ تاريخ المؤرخ المؤرخة", Sense::Word(Particle::OnDate)),
    ("الموافق الموافقة", Sense::Word(Particle::Corresponding)),
    ("بتوقيت توقيت", Sense::Word(Particle::AtTime)),
    ("على", Sense::Word(Particle::Not)),
    ("عمره عمرها عمرهم العمر عمري", Sense::Word(Particle::Life)),
    ("الميلاد", Sense::Word(Particle::Christ)),
    ("نهائي النهائي نهائيات", Sense::Word(Particle::Final)),
    ("صلاة خطبة صلوات خطيب قداس", Sense::Word(Particle::Prayer)),
    ("مدى مدار مر امتداد", Sense::Word(Particle::Over)),
    ("صفر", Sense::Word(Particle::Zero)),
    ("السيدة سيدة", Sense::Word(Particle::Lady)),
    ("كلينيك", Sense::Word(Particle::Clinic)),
    ("عيادة عيادات مفاعل سيارة سيارات شركة ميدان جامعة صحيفة سد مؤسسة مستشفى", Sense::Word(Particle::Namer)),
    ("ذلك ذاك تلك ذات نفس", Sense::Word(Particle::That)),
    (
        "القرار قرار رقم الرقم المادة مادة الآية آية سورة صفحة الصفحة القانون قانون بوينغ بوينج إيرباص إف \
         سو ميغ ميج إس جي كوفيد طراز غرفة قناة الرحلة رحلة فقرة الفقرة مرسوم المرسوم هاتف الهاتف فاكس \
         تلفون موديل أبولو سوخوي سوخوى ميراج رافال طريق الطريق الخط رقمها رقمه إم إكس تي شارع بي دي إيه آر كي سي",
        Sense::Word(Particle::Label),
    ),
    (
        "الأمين أمين المدير مدير القائد قائد المفتش المدعي النائب الرأي القطاع المركز المجلس المؤتمر \
         الاتحاد المراقب المنسق السكرتير القنصل الحاكم الإضراب النظام المال الصالح الأمن الادعاء العفو \
         الدين الإطار السياق الشأن المستشفى الاتجاه الأمينة المسؤول المشرف الحق القانون التعليم المستوى \
         المعدل المؤشر الرقم الإنفاق النقل المنتدى الشكل المناخ الجو الموقف الطابع الوضع",
        Sense::Word(Particle::General),
    ),
    ("روسيا المصري مصر عراق صحيفة موقع جريدة قناة يوم", Sense::Word(Particle::Paper)),
];

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
    pub fn bare(&self) -> bool {
        !self.and && !self.so && self.preposition.is_none()
    }

    /// What `pick` takes of its senses.
    pub fn find<T>(&self, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(|(_, sense)| pick(*sense))
    }

    pub fn is(&self, particle: Particle) -> bool {
        self.senses.iter().any(|(_, sense)| *sense == Sense::Word(particle))
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
                let senses = stem.map_or(&[][..], senses);
                let letters = usize::from(conjunction.is_some()) + usize::from(preposition.is_some());
                let known = !senses.is_empty() && !seatless(written, senses);
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
fn seatless(written: &str, senses: &[Entry]) -> bool {
    let hundred = |sense: &Sense| matches!(sense, Sense::Hundreds(_) | Sense::Vague);
    let dropped = senses.iter().any(|(stem, sense)| hundred(sense) && stem.starts_with("مي"));
    dropped && !written.contains(['ئ', '\u{654}'])
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

/// What the tables say of a folded stem.
fn senses(stem: &str) -> &'static [Entry] {
    static TABLE: OnceLock<Vec<Entry>> = OnceLock::new();
    let table = TABLE.get_or_init(table);
    let from = table.partition_point(|(key, _)| **key < *stem);
    let rest = table.get(from..).unwrap_or_default();
    let len = rest.iter().take_while(|(key, _)| **key == *stem).count();
    rest.get(..len).unwrap_or_default()
}

fn table() -> Vec<Entry> {
    let mut table = Vec::new();
    let mut add = |form: &str, sense: Sense| {
        let mut key = String::new();
        fold_into(form, &Folds::MATCH, &mut key);
        table.push((key.into_boxed_str(), sense));
    };
    let rows = [
        PARTICLES,
        numeral::WORDS,
        month::WORDS,
        weekday::WORDS,
        period::WORDS,
        relative::WORDS,
        year::WORDS,
        clock::WORDS,
    ];
    for (forms, sense) in rows.into_iter().flatten() {
        forms.split(' ').for_each(|form| add(form, *sense));
    }
    unit::words(&mut add);
    currency::words(&mut add);
    zone::words(&mut add);
    // Stable: where a stem has several senses, the order of the tables stays.
    table.sort_by(|a, b| a.0.cmp(&b.0));
    table
}
