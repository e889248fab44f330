//! Words of grammar that hold expressions together, and nouns that decide what a number, a day or a month beside them
//! is.

use super::words::{Kind, Row, Sense};

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
        Self(Kind::Word, particle as u8)
    }
}

impl From<Noun> for Sense {
    fn from(noun: Noun) -> Self {
        Self(Kind::Noun, noun as u8)
    }
}

pub(super) const WORDS: &[Row] = &[
    ("و", Sense(Kind::Word, Particle::And as u8)),
    ("ال لل", Sense(Kind::Word, Particle::The as u8)),
    ("في", Sense(Kind::Word, Particle::In as u8)),
    ("من", Sense(Kind::Word, Particle::From as u8)),
    ("إلى", Sense(Kind::Word, Particle::To as u8)),
    ("حتى لغاية", Sense(Kind::Word, Particle::Until as u8)),
    ("على", Sense(Kind::Word, Particle::On as u8)),
    ("بين", Sense(Kind::Word, Particle::Between as u8)),
    ("منذ مذ", Sense(Kind::Word, Particle::Since as u8)),
    ("قبل", Sense(Kind::Word, Particle::Before as u8)),
    ("بعد عقب", Sense(Kind::Word, Particle::After as u8)),
    ("خلال طوال طيلة أثناء غضون", Sense(Kind::Word, Particle::Within as u8)),
    ("بحلول", Sense(Kind::Word, Particle::By as u8)),
    ("نحو حوالي قرابة زهاء قراب تقريبا", Sense(Kind::Word, Particle::About as u8)),
    ("أكثر أقل أزيد", Sense(Kind::Word, Particle::More as u8)),
    ("أو", Sense(Kind::Word, Particle::Or as u8)),
    ("إلا", Sense(Kind::Word, Particle::Except as u8)),
    (
        "سوف مقرر مقررة مرتقب مرتقبة مزمع مزمعة منتظر منتظرة متوقع متوقعة يعتزم تعتزم",
        Sense(Kind::Word, Particle::Will as u8),
    ),
    ("ذلك ذاك تلك ذات نفس", Sense(Kind::Word, Particle::That as u8)),
    ("صفر", Sense(Kind::Word, Particle::Zero as u8)),
    (
        "حيث التي الذي الذين عندما بعدما قبلما أن إن أنه أنها إنه هو هي هم لكن ثم كما مع عن عبر ضد دون غير لدى عند حين لم لن \
         قد لا ما إثر حسب وفق ضمن منها منهم منه فيها فيه كان كانت إذ إذا أم بل لو",
        Sense(Kind::Word, Particle::Other as u8),
    ),
    ("بتاريخ تاريخ مؤرخ مؤرخة", Sense(Kind::Word, Particle::OnDate as u8)),
    ("موافق موافقة", Sense(Kind::Word, Particle::Corresponding as u8)),
    ("بتوقيت توقيت", Sense(Kind::Word, Particle::AtTime as u8)),
    ("عامي سنتي", Sense(Kind::Word, Particle::Years as u8)),
];

pub(super) const NOUNS: &[Row] = &[
    (
        "رقم عدد مادة قانون قرار مرسوم آية صفحة فقرة بند فصل جزء قسم مجلد باب دقيقة مرتبة رتبة مركز مرحلة جولة \
         دورة نسخة حلقة مشهد لواء فوج كتيبة غرفة طابق دائرة قضية فئة",
        Sense(Kind::Noun, Noun::Label as u8),
    ),
    (
        "بوينغ بوينج إيرباص إف سو ميغ ميج إس جي كوفيد طراز قناة رحلة هاتف فاكس تلفون جوال موديل أبولو سوخوي \
         ميراج رافال طريق خط إم إكس تي شارع بي دي آر كي سي سورة شاهد يونايتد فرانس نوت غالاكسي آيفون ويندوز بلوك أندرويد",
        Sense(Kind::Noun, Noun::Name as u8),
    ),
    (
        "أمين مدير قائد مفتش مدعي نائب رأي قطاع مركز مجلس مؤتمر اتحاد مراقب منسق سكرتير قنصل حاكم إضراب نظام \
         مال صالح أمن ادعاء عفو دين إطار سياق شأن مستشفى اتجاه أمينة مسؤول مشرف حق قانون تعليم مستوى معدل مؤشر \
         رقم إنفاق نقل منتدى شكل مناخ جو موقف طابع وضع",
        Sense(Kind::Noun, Noun::General as u8),
    ),
    ("روسيا مصري مصر عراق صحيفة موقع جريدة قناة", Sense(Kind::Noun, Noun::Paper as u8)),
    (
        "تالي سابق عالمي دولي وطني موعود أخير موالي مذكور واحد دراسي افتتاحي ختامي كامل عربي مفتوح رياضي أسود \
         موسيقي تاريخي مشهود نفسه ذاته الذي التي",
        Sense(Kind::Noun, Noun::Kind as u8),
    ),
    ("صلاة خطبة صلوات خطيب قداس سوق", Sense(Kind::Noun, Noun::Prayer as u8)),
    (
        "عيادة عيادات مفاعل سيارة سيارات شركة ميدان جامعة صحيفة سد مؤسسة مستشفى بئر بير مدينة ساحة",
        Sense(Kind::Noun, Noun::Namer as u8),
    ),
    ("كلينيك", Sense(Kind::Noun, Noun::Clinic as u8)),
    ("سيدة", Sense(Kind::Noun, Noun::Lady as u8)),
    ("فريق ملازم رقيب عريف نقيب جندي", Sense(Kind::Noun, Noun::Rank as u8)),
    ("نهائي نهائيات سنوي سنوية شهري شهرية يومية", Sense(Kind::Noun, Noun::Final as u8)),
    ("عمره عمرها عمرهم عمر عمري", Sense(Kind::Noun, Noun::Life as u8)),
    ("ميلاد ق.م. ق.م", Sense(Kind::Noun, Noun::Christ as u8)),
    ("نهار", Sense(Kind::Noun, Noun::Midday as u8)),
    ("مدى مدار مر امتداد", Sense(Kind::Noun, Noun::Over as u8)),
];
