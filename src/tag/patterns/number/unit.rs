//! Quantities: how much of what is measured.
//!
//! ```text
//! quantity = number unit [ و fraction ]       ; ثلاث ساعات ونصف، 5 كم
//!          / dual-unit [ و fraction ]         ; ساعتين ونصف
//!          / fraction unit                    ; نصف ساعة
//!          / unit واحد                        ; يوم واحد
//! unit     = noun [ مربع / مكعب / مئوية / في الساعة … ]
//! ```
//! Units have their CLDR names. A noun that needs no number to be meant («ساعة», «يوم») is no quantity alone.

use super::amount::Amount;
use super::numeral::Number;
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Sense, each};

/// The CLDR name, singular and plural nouns. A singular after `=` has no dual of its own: «قدمين» are a body's.
pub(in crate::tag::patterns) const UNITS: &[(&str, &str, &str)] = &[
    ("second", "ثانية", "ثواني ثوان"),
    ("minute", "دقيقة", "دقائق دقايق"),
    ("hour", "ساعة", "ساعات"),
    ("day", "يوم", "أيام"),
    ("week", "أسبوع", "أسابيع"),
    ("month", "شهر", "أشهر شهور"),
    ("year", "سنة عام", "سنوات أعوام سنين"),
    ("decade", "عقد", "عقود"),
    ("century", "قرن", "قرون"),
    ("night", "=ليلة", "ليالي ليال"),
    ("millisecond", "=ميلي‌ثانية", ""),
    ("kilometer", "كيلومتر =كم =كلم =km", "كيلومترات"),
    ("meter", "متر =م", "أمتار"),
    ("centimeter", "سنتيمتر سنتمتر =سم =cm", "سنتيمترات سنتمترات"),
    ("millimeter", "مليمتر ميليمتر ملليمتر =ملم =مم =mm", "مليمترات ميليمترات ملليمترات"),
    ("mile", "=ميل =ميلا =ميلين", "أميال"),
    ("foot", "=قدم =قدما", "أقدام"),
    ("inch", "بوصة إنش", "بوصات إنشات"),
    ("yard", "ياردة", "ياردات"),
    ("square-kilometer", "=كم² =كلم²", ""),
    ("square-meter", "=م²", ""),
    ("hectare", "هكتار", "هكتارات"),
    ("dunam", "دونم", "دونمات"),
    ("acre", "فدان", "أفدنة فدادين"),
    ("tonne", "طن", "أطنان"),
    ("kilogram", "كيلوغرام كيلوجرام كيلو =كغم =كغ =كجم =kg", "كيلوغرامات كيلوجرامات كيلوات"),
    ("gram", "غرام جرام =غم =غ", "غرامات جرامات"),
    ("milligram", "مليغرام ملليغرام ميليغرام مليجرام =ملغ =ملغم =مجم", "مليغرامات ملليغرامات ميليغرامات"),
    ("pound", "رطل", "أرطال"),
    ("ounce", "أونصة أوقية", "أونصات أوقيات"),
    ("carat", "قيراط", "قراريط"),
    ("barrel", "برميل", "براميل"),
    ("liter", "لتر ليتر", "لترات ليترات"),
    ("milliliter", "مليلتر ملليلتر ميليلتر =مل", "مليلترات ملليلترات"),
    ("gallon", "غالون جالون", "غالونات جالونات"),
    ("degree", "درجة", "درجات"),
    ("watt", "واط =وات", ""),
    ("kilowatt", "كيلوواط =كيلووات", ""),
    ("megawatt", "ميغاواط ميجاواط =ميغاوات =ميجاوات", ""),
    ("gigawatt", "غيغاواط جيجاواط =غيغاوات =جيجاوات", ""),
    ("volt", "فولت", ""),
    ("kilobyte", "=كيلوبايت", ""),
    ("megabyte", "=ميغابايت =ميجابايت =MB", ""),
    ("gigabyte", "=غيغابايت =جيجابايت =GB", ""),
    ("terabyte", "=تيرابايت =تيرا =TB", ""),
    ("megabit", "=ميغابت =ميجابت", ""),
    ("megahertz", "=ميغاهرتز =ميجاهرتز", ""),
    ("gigahertz", "=غيغاهرتز =جيجاهرتز", ""),
    ("kilocalorie", "=كيلوكالوري", ""),
    ("calorie", "سعرة", "سعرات"),
    ("knot", "=عقدة", ""),
    ("millibar", "=مليبار =ميليبار", ""),
];

pub(in crate::tag::patterns) const HOUR: u8 = 2;
pub(in crate::tag::patterns) const DAY: u8 = 3;
pub(in crate::tag::patterns) const WEEK: u8 = 4;
pub(in crate::tag::patterns) const MONTH: u8 = 5;
pub(in crate::tag::patterns) const YEAR: u8 = 6;
pub(in crate::tag::patterns) const DECADE: u8 = 7;
pub(in crate::tag::patterns) const CENTURY: u8 = 8;
pub(in crate::tag::patterns) const MINUTE: u8 = 1;

/// Words after a unit that make another of it.
const TAILS: &[(&str, &[(&str, &str)])] = &[
    (
        "مربع مربعا مربعة مربعين مربعان",
        &[
            ("meter", "square-meter"),
            ("kilometer", "square-kilometer"),
            ("centimeter", "square-centimeter"),
            ("mile", "square-mile"),
            ("foot", "square-foot"),
        ],
    ),
    (
        "مكعب مكعبا مكعبة مكعبين مكعبان",
        &[
            ("meter", "cubic-meter"),
            ("kilometer", "cubic-kilometer"),
            ("centimeter", "cubic-centimeter"),
            ("foot", "cubic-foot"),
        ],
    ),
    ("بحري بحريا بحرية بحريين", &[("mile", "nautical-mile")]),
    ("متري متريا مترية متريين", &[("tonne", "tonne")]),
    ("ضوئية ضوئيتين ضوئيتان ضوئي", &[("year", "light-year")]),
    ("مئوية مئويتين مئويتان سلسيوس سيلسيوس سلزيوس", &[("degree", "celsius")]),
    ("فهرنهايت", &[("degree", "fahrenheit")]),
    ("كلفن", &[("degree", "kelvin")]),
    ("حرارية", &[("calorie", "calorie")]),
    ("متر مترا مترات", &[("kilogram", "kilometer")]),
    ("غرام غراما غرامات جرام جراما جرامات", &[("kilogram", "kilogram")]),
    ("واط وات", &[("kilogram", "kilowatt")]),
    ("بايت", &[("kilogram", "kilobyte")]),
];

/// Units that a distance or an energy is counted by the hour in.
const HOURLY: &[(&str, &str)] = &[
    ("kilometer", "kilometer-per-hour"),
    ("mile", "mile-per-hour"),
    ("kilowatt", "kilowatt-hour"),
    ("megawatt", "megawatt-hour"),
    ("gigawatt", "gigawatt-hour"),
];

/// Adds the forms of every unit to the table of words.
pub(in crate::tag::patterns) fn words(add: &mut dyn FnMut(&str, Sense)) {
    for (number, (_, singulars, plurals)) in (0_u8..).zip(UNITS) {
        nouns(singulars, plurals, &mut |form, dual| {
            add(form, Sense(if dual { Kind::UnitDual } else { Kind::Unit }, number));
        });
        each(plurals, &mut |form| add(form, Sense(Kind::UnitPlural, number)));
    }
    for (number, (forms, _)) in (0_u8..).zip(TAILS) {
        each(forms, &mut |form| add(form, Sense(Kind::Tail, number)));
    }
}

/// The forms of nouns in all cases: the singulars with their accusative, their duals, and the plurals.
pub(super) fn nouns(singulars: &str, plurals: &str, visit: &mut dyn FnMut(&str, bool)) {
    let mut form = String::new();
    each(singulars, &mut |singular| {
        if let Some(invariable) = singular.strip_prefix('=') {
            return visit(invariable, false);
        }
        visit(singular, false);
        form.clear();
        let stem = singular.strip_suffix('ة');
        form.push_str(stem.unwrap_or(singular));
        form.push_str(if stem.is_some() { "ت" } else { "ا" });
        if stem.is_none() {
            visit(&form, false);
            form.pop();
        }
        let len = form.len();
        for dual in ["ان", "ين"] {
            form.truncate(len);
            form.push_str(dual);
            visit(&form, true);
        }
    });
    each(plurals, &mut |plural| visit(plural, false));
}

/// A quantity or amount of money as read: one past its last word, how much, and the number of its unit or currency.
pub(super) struct Counted {
    pub end: usize,
    pub amount: Option<Amount>,
    pub of: u8,
}

impl Reader<'_> {
    /// A noun that is counted, by its number or by its own dual: what quantities and money share.
    #[inline(never)]
    pub(super) fn counted(
        &self,
        at: usize,
        number: Option<&Number>,
        (noun, dual): (Kind, Kind),
    ) -> Option<Counted> {
        if let Some(number) = number {
            let vague = number.amount.is_none() && !number.digits;
            // «ملايين من الدولارات»
            let of = usize::from(vague && self.is(number.end, Particle::From));
            let at = number.end + of;
            let of = self.inner(at, noun)?;
            if self.disagrees(number, at) {
                return None;
            }
            let fits = !self.definite(at) || vague || number.fraction;
            return fits.then_some(Counted { end: at + 1, amount: number.amount, of });
        }
        let of = self.sense(at, dual).filter(|_| !self.definite(at))?;
        Some(Counted { end: at + 1, amount: Some(Amount::whole(2)), of })
    }

    /// Whether a noun can't be what a number counts: 3 to 10 in words count a plural, «دور الثمانية يوم السبت» counts
    /// nothing; and «عقود» are contracts but where time is spoken of.
    fn disagrees(&self, number: &Number, at: usize) -> bool {
        let few = number.amount.is_some_and(|n| n >= Amount::whole(3) && n <= Amount::whole(10));
        let single = self.time_unit(at).is_some() && !self.plural(at);
        let decades = self.inner(at, Kind::Unit) == Some(DECADE) && self.plural(at);
        let start = number.start;
        let time = [Particle::Since, Particle::Before, Particle::Within, Particle::About, Particle::From];
        let timed = time.iter().any(|particle| self.follows(start, *particle))
            || self.follows(start, Noun::Over)
            || self.get(start).is_some_and(|word| word.preposition.is_some());
        few && !number.digits && !number.fraction && single || decades && !timed
    }

    /// «واحد» after a noun, which counts it.
    #[inline(never)]
    pub(super) fn one(&self, at: usize) -> bool {
        self.inner(at, Kind::Ones) == Some(1) && !self.definite(at)
    }

    /// What «ونصف» after a noun adds to its number.
    #[inline(never)]
    pub(super) fn and_part(&self, at: usize) -> Option<Amount> {
        let part = self.fraction(at).filter(|_| self.and_stem(at))?;
        Some(Amount::twelfths(part))
    }

    /// The quantity that begins at word `at`: one past its last word, how much, and the unit.
    pub fn quantity(
        &self,
        at: usize,
        number: Option<&Number>,
    ) -> Option<(usize, Option<Amount>, &'static str)> {
        let unit = (Kind::Unit, Kind::UnitDual);
        let counted = self.counted(at, number, unit).or_else(|| {
            let of = self.sense(at, Kind::Unit).filter(|_| number.is_none() && !self.definite(at))?;
            // «درجة واحدة» is a step of any scale.
            let one = self.one(at + 1) && UNITS.get(usize::from(of)).is_some_and(|unit| unit.0 != "degree");
            one.then_some(Counted { end: at + 2, amount: Some(Amount::whole(1)), of })
        })?;
        let Counted { mut end, mut amount, of } = counted;
        let mut name = UNITS.get(usize::from(of))?.0;
        if let Some((after, compound)) = self.unit_tail(end, of) {
            (end, name) = (after, compound);
        }
        if let Some(part) = self.and_part(end) {
            let whole_scale = number.is_none_or(|number| number.scale == 0);
            if whole_scale {
                (end, amount) = (end + 1, amount.map(|amount| amount.plus(part)));
            }
        }
        Some((end, amount, name))
    }

    /// What follows a unit and makes another of it.
    fn unit_tail(&self, at: usize, unit: u8) -> Option<(usize, &'static str)> {
        let name = UNITS.get(usize::from(unit))?.0;
        let compound = |pairs: &'static [(&str, &'static str)]| {
            pairs.iter().find(|(unit, _)| *unit == name).map(|(_, compound)| *compound)
        };
        let tail = self.inner(at, Kind::Tail).and_then(|number| compound(TAILS.get(usize::from(number))?.1));
        if let Some(compound) = tail {
            let hourly =
                (compound == "kilometer" || compound == "kilowatt").then(|| self.hourly(at + 1, compound));
            return Some(hourly.flatten().unwrap_or((at + 1, compound)));
        }
        self.hourly(at, name)
    }

    fn hourly(&self, at: usize, name: &str) -> Option<(usize, &'static str)> {
        let (_, compound) = HOURLY.iter().find(|(unit, _)| *unit == name)?;
        let hour = |at: usize| {
            let word = self.get(at).filter(|word| !word.and)?;
            (word.sense(Kind::Unit) == Some(HOUR)).then_some((word.preposition, word.article))
        };
        let energy = name.ends_with("watt");
        let end = match hour(at) {
            Some((Some('ب'), true)) if !energy => at + 1,
            Some((None, false)) if energy => at + 1,
            _ => {
                let next = hour(at + 1)?;
                let slash = self.mark(at) == Some('/') && next == (None, false);
                let per = !energy && self.is(at, Particle::In) && next == (None, true);
                (slash || per).then_some(at + 2)?
            }
        };
        Some((end, compound))
    }
}
