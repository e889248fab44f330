//! Words of grammar that hold expressions together, and nouns that decide what a number, a day or a month beside them
//! is.

use super::words::{Row, Sense};

/// Words of grammar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Particle {
    And,
    The,
    In,
    From,
    To,
    Until,
    On,
    Between,
    Since,
    Before,
    After,
    Within,
    By,
    About,
    /// أكثر، أقل.
    More,
    Or,
    Except,
    /// سوف، مقرر: what follows is to come.
    Will,
    That,
    Zero,
    /// Any other.
    Other,
    /// بتاريخ.
    OnDate,
    Corresponding,
    /// بتوقيت.
    AtTime,
    /// «عامي» before two years.
    Years,
}

/// Nouns and adjectives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Noun {
    /// What a number after it says which one of: «المادة 140», «رقم 8».
    Label,
    /// What a number after it is the name of: «بوينغ 737», «هاتف».
    Name,
    /// What «العام» describes as *general*.
    General,
    /// A name that «اليوم» ends.
    Paper,
    /// What makes another day of «اليوم» before it.
    Kind,
    /// What a day of the week after it belongs to.
    Prayer,
    /// What a month or number after it is the name of: «سيارات نيسان», «بئر السبع».
    Namer,
    /// What a month before it is the name of: «مايو كلينيك».
    Clinic,
    Lady,
    /// What «أول» is a rank after: «فريق أول».
    Rank,
    /// What «نصف» and «ربع» before it make a word of: «نصف النهائي».
    Final,
    Life,
    Christ,
    Midday,
    /// مدى، مدار: over a time.
    Over,
}

impl From<Particle> for Sense {
    fn from(particle: Particle) -> Self {
        Self::Word(particle)
    }
}

impl From<Noun> for Sense {
    fn from(noun: Noun) -> Self {
        Self::Noun(noun)
    }
}

pub(super) const WORDS: &[Row] = &[
    ("و", Sense::Word(Particle::And)),
    ("ال لل", Sense::Word(Particle::The)),
    ("في", Sense::Word(Particle::In)),
    ("من", Sense::Word(Particle::From)),
    ("إلى", Sense::Word(Particle::To)),
    ("حتى لغاية", Sense::Word(Particle::Until)),
    ("على", Sense::Word(Particle::On)),
    ("بين", Sense::Word(Particle::Between)),
    ("منذ مذ", Sense::Word(Particle::Since)),
    ("قبل", Sense::Word(Particle::Before)),
    ("بعد عقب", Sense::Word(Particle::After)),
    ("خلال طوال طيلة أثناء غضون", Sense::Word(Particle::Within)),
    ("بحلول", Sense::Word(Particle::By)),
    ("نحو حوالي قرابة زهاء قراب تقريبا", Sense::Word(Particle::About)),
    ("أكثر أقل أزيد", Sense::Word(Particle::More)),
    ("أو", Sense::Word(Particle::Or)),
    ("إلا", Sense::Word(Particle::Except)),
    (
        "سوف مقرر مقررة مرتقب مرتقبة مزمع مزمعة منتظر منتظرة متوقع متوقعة يعتزم تعتزم",
        Sense::Word(Particle::Will),
    ),
    ("ذلك ذاك تلك ذات نفس", Sense::Word(Particle::That)),
    ("صفر", Sense::Word(Particle::Zero)),
    (
        "حيث التي الذي الذين عندما بعدما قبلما أن إن أنه أنها إنه هو هي هم لكن ثم كما مع عن عبر ضد دون غير لدى عند حين لم لن \
         قد لا ما إثر حسب وفق ضمن منها منهم منه فيها فيه كان كانت إذ إذا أم بل لو",
        Sense::Word(Particle::Other),
    ),
    ("بتاريخ تاريخ مؤرخ مؤرخة", Sense::Word(Particle::OnDate)),
    ("موافق موافقة", Sense::Word(Particle::Corresponding)),
    ("بتوقيت توقيت", Sense::Word(Particle::AtTime)),
    ("عامي سنتي", Sense::Word(Particle::Years)),
];

pub(super) const NOUNS: &[Row] = &[
    (
        "رقم عدد مادة قانون قرار مرسوم آية صفحة فقرة بند فصل جزء قسم مجلد باب دقيقة مرتبة رتبة مركز مرحلة جولة \
         دورة نسخة حلقة مشهد لواء فوج كتيبة غرفة طابق دائرة قضية فئة",
        Sense::Noun(Noun::Label),
    ),
    (
        "بوينغ بوينج إيرباص إف سو ميغ ميج إس جي كوفيد طراز قناة رحلة هاتف فاكس تلفون جوال موديل أبولو سوخوي \
         ميراج رافال طريق خط إم إكس تي شارع بي دي آر كي سي سورة شاهد يونايتد فرانس نوت غالاكسي آيفون ويندوز بلوك أندرويد",
        Sense::Noun(Noun::Name),
    ),
    (
        "أمين مدير قائد مفتش مدعي نائب رأي قطاع مركز مجلس مؤتمر اتحاد مراقب منسق سكرتير قنصل حاكم إضراب نظام \
         مال صالح أمن ادعاء عفو دين إطار سياق شأن مستشفى اتجاه أمينة مسؤول مشرف حق قانون تعليم مستوى معدل مؤشر \
         رقم إنفاق نقل منتدى شكل مناخ جو موقف طابع وضع",
        Sense::Noun(Noun::General),
    ),
    ("روسيا مصري مصر عراق صحيفة موقع جريدة قناة", Sense::Noun(Noun::Paper)),
    (
        "تالي سابق عالمي دولي وطني موعود أخير موالي مذكور واحد دراسي افتتاحي ختامي كامل عربي مفتوح رياضي أسود \
         موسيقي تاريخي مشهود نفسه ذاته الذي التي",
        Sense::Noun(Noun::Kind),
    ),
    ("صلاة خطبة صلوات خطيب قداس سوق", Sense::Noun(Noun::Prayer)),
    (
        "عيادة عيادات مفاعل سيارة سيارات شركة ميدان جامعة صحيفة سد مؤسسة مستشفى بئر بير مدينة ساحة",
        Sense::Noun(Noun::Namer),
    ),
    ("كلينيك", Sense::Noun(Noun::Clinic)),
    ("سيدة", Sense::Noun(Noun::Lady)),
    ("فريق ملازم رقيب عريف نقيب جندي", Sense::Noun(Noun::Rank)),
    ("نهائي نهائيات سنوي سنوية شهري شهرية يومية", Sense::Noun(Noun::Final)),
    ("عمره عمرها عمرهم عمر عمري", Sense::Noun(Noun::Life)),
    ("ميلاد ق.م. ق.م", Sense::Noun(Noun::Christ)),
    ("نهار", Sense::Noun(Noun::Midday)),
    ("مدى مدار مر امتداد", Sense::Noun(Noun::Over)),
];
