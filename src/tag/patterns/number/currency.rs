//! Amounts of money.
//!
//! ```text
//! money    = number currency [ nation ] [ واحد ] [ و fraction [ [ ال ] scale ] ]   ; 3 ملايين دولار كندي
//!          / dual-currency [ nation ]                                            ; دولارين
//!          / currency [ nation ] واحد                                            ; دولار واحد
//!          / number sign / sign number                                           ; 3$، $3 ملايين
//! sign     = "$" / "€" / "£" … / ISO 4217 code
//! ```
//! The nation that follows says which dollar or dinar is meant. Alone, the dollar is the United States', the rouble
//! Russia's and so on by the convention of the news; a lira, dinar, dirham, riyal or pound that no nation follows may
//! be any, and then the value is the bare number.

use super::amount::Amount;
use super::numeral::Number;
use super::unit::{Counted, nouns};
use crate::tag::patterns::Value;
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::{Kind, Sense, each};

/// Singular nouns, plural nouns, and the code where no nation follows. A singular after `=` is invariable.
pub(in crate::tag::patterns) const CURRENCIES: &[(&str, &str, &str)] = &[
    ("دولار", "دولارات", "USD"),
    ("=يورو =أورو", "يوروهات", "EUR"),
    ("ليرة", "ليرات", ""),
    ("دينار", "دنانير دينارات", ""),
    ("درهم", "دراهم", ""),
    ("ريال", "ريالات", ""),
    ("جنيه", "جنيهات", ""),
    ("روبية", "روبيات", ""),
    ("فرنك", "فرنكات", ""),
    ("=كرونة =كرون =كرونا", "كرونات", ""),
    ("=بيزو", "بيزوات", ""),
    ("=شلن =شيلينغ =شلنا", "شلنات", ""),
    ("روبل", "روبلات", "RUB"),
    ("=ين =ينا", "ينات", "JPY"),
    ("يوان", "يوانات", "CNY"),
    ("شيكل شيقل", "شواكل شواقل شيكلات", "ILS"),
    ("وون", "", "KRW"),
    ("تومان", "تومانات", ""),
    ("مانات", "", ""),
    ("بوليفار", "بوليفارات", "VES"),
    ("رينغيت رينجيت", "", "MYR"),
    ("باخت =بات", "", "THB"),
    ("زلوتي", "", "PLN"),
    ("فورنت", "", "HUF"),
    ("هريفنيا", "", "UAH"),
    ("تاكا", "", "BDT"),
    ("نايرا", "", "NGN"),
    ("راند", "", "ZAR"),
    ("أوقية", "أوقيات", ""),
    ("=إسترليني =استرليني", "", "GBP"),
];

/// The nations, with each currency that is theirs.
const NATIONS: &[(&str, &[(&str, &str)])] = &[
    ("أمريكي أميركي", &[("دولار", "USD")]),
    ("كندي", &[("دولار", "CAD")]),
    ("أسترالي", &[("دولار", "AUD")]),
    ("نيوزيلندي", &[("دولار", "NZD")]),
    ("سنغافوري", &[("دولار", "SGD")]),
    ("تايواني", &[("دولار", "TWD")]),
    ("جامايكي", &[("دولار", "JMD")]),
    ("ليبيري", &[("دولار", "LRD")]),
    ("سوري", &[("ليرة", "SYP")]),
    ("لبناني", &[("ليرة", "LBP")]),
    ("تركي", &[("ليرة", "TRY")]),
    ("إيطالي", &[("ليرة", "ITL")]),
    ("أردني", &[("دينار", "JOD")]),
    ("عراقي", &[("دينار", "IQD")]),
    ("كويتي", &[("دينار", "KWD")]),
    ("بحريني", &[("دينار", "BHD")]),
    ("ليبي", &[("دينار", "LYD")]),
    ("تونسي", &[("دينار", "TND")]),
    ("جزائري", &[("دينار", "DZD")]),
    ("صربي", &[("دينار", "RSD")]),
    ("إماراتي", &[("درهم", "AED")]),
    ("مغربي", &[("درهم", "MAD")]),
    ("سعودي", &[("ريال", "SAR")]),
    ("قطري", &[("ريال", "QAR")]),
    ("عماني", &[("ريال", "OMR")]),
    ("يمني", &[("ريال", "YER")]),
    ("إيراني", &[("ريال", "IRR")]),
    ("برازيلي", &[("ريال", "BRL")]),
    ("مصري", &[("جنيه", "EGP")]),
    ("سوداني", &[("جنيه", "SDG")]),
    ("إسترليني استرليني بريطاني", &[("جنيه", "GBP"), ("ليرة", "GBP")]),
    ("هندي", &[("روبية", "INR")]),
    ("باكستاني", &[("روبية", "PKR")]),
    ("إندونيسي", &[("روبية", "IDR")]),
    ("سريلانكي", &[("روبية", "LKR")]),
    ("نيبالي", &[("روبية", "NPR")]),
    ("سويسري", &[("فرنك", "CHF")]),
    ("جيبوتي", &[("فرنك", "DJF")]),
    ("رواندي", &[("فرنك", "RWF")]),
    ("فرنسي", &[("فرنك", "FRF")]),
    ("سويدي", &[("كرونة", "SEK")]),
    ("نرويجي", &[("كرونة", "NOK")]),
    ("دنماركي", &[("كرونة", "DKK")]),
    ("تشيكي", &[("كرونة", "CZK")]),
    ("أيسلندي", &[("كرونة", "ISK")]),
    ("مكسيكي", &[("بيزو", "MXN")]),
    ("أرجنتيني", &[("بيزو", "ARS")]),
    ("كولومبي", &[("بيزو", "COP")]),
    ("فلبيني فليبيني", &[("بيزو", "PHP")]),
    ("تشيلي", &[("بيزو", "CLP")]),
    ("كوبي", &[("بيزو", "CUP")]),
    ("كيني", &[("شلن", "KES")]),
    ("صومالي", &[("شلن", "SOS")]),
    ("أوغندي", &[("شلن", "UGX")]),
    ("تنزاني", &[("شلن", "TZS")]),
    ("روسي", &[("روبل", "RUB")]),
    ("بيلاروسي", &[("روبل", "BYN")]),
    ("ياباني", &[("ين", "JPY")]),
    ("صيني", &[("يوان", "CNY")]),
    ("إسرائيلي", &[("شيكل", "ILS")]),
    ("كوري", &[("وون", "KRW")]),
    ("أذربيجاني أذري", &[("مانات", "AZN")]),
    ("تركماني", &[("مانات", "TMT")]),
    ("فنزويلي", &[("بوليفار", "VES")]),
    ("ماليزي", &[("رينغيت", "MYR")]),
    ("تايلاندي تايلندي", &[("باخت", "THB")]),
    ("بولندي", &[("زلوتي", "PLN")]),
    ("مجري هنغاري", &[("فورنت", "HUF")]),
    ("أوكراني", &[("هريفنيا", "UAH")]),
    ("بنغلاديشي", &[("تاكا", "BDT")]),
    ("نيجيري", &[("نايرا", "NGN")]),
    ("موريتاني", &[("أوقية", "MRU")]),
];

/// Latin codes as they stand beside a number.
const CODES: [&str; 26] = [
    "USD", "EUR", "GBP", "SAR", "AED", "EGP", "JOD", "IQD", "KWD", "BHD", "OMR", "QAR", "LYD", "TND", "DZD",
    "MAD", "SYP", "LBP", "YER", "SDG", "TRY", "ILS", "JPY", "CNY", "CHF", "IRR",
];

/// Adds the forms of every currency and nation to the table of words.
pub(in crate::tag::patterns) fn words(add: &mut dyn FnMut(&str, Sense)) {
    for (number, (singulars, plurals, _)) in (0_u8..).zip(CURRENCIES) {
        nouns(singulars, plurals, &mut |form, dual| {
            add(form, Sense(if dual { Kind::CurrencyDual } else { Kind::Currency }, number))
        });
    }
    for (number, (forms, _)) in (0_u8..).zip(NATIONS) {
        each(forms, &mut |form| {
            for ending in ["", "ا", "ة", "ان", "ين", "تان", "تين"] {
                add(&[form, ending].concat(), Sense(Kind::Nation, number));
            }
        });
    }
    for (number, code) in (0_u8..).zip(CODES) {
        add(code, Sense(Kind::Code, number));
    }
}

fn sign(mark: char) -> Option<&'static str> {
    Some(match mark {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '₪' => "ILS",
        '₽' => "RUB",
        '₹' => "INR",
        '₺' => "TRY",
        '₩' => "KRW",
        _ => return None,
    })
}

/// What an amount in a currency is worth; the bare number where the currency is not known.
fn worth(amount: Option<Amount>, code: &str) -> Option<Value> {
    let amount = amount?.value();
    Some(match code {
        "" => Value::Number(amount),
        code => Value::Money { amount, currency: code.to_owned() },
    })
}

impl Reader<'_> {
    /// The amount of money that begins at word `at` with `number`, if with one: one past its last word, and its
    /// value.
    pub fn money(&self, at: usize, number: Option<&Number>) -> Option<(usize, Option<Value>)> {
        if let Some(number) = number
            && let Some(code) = self.sign(number.end)
        {
            return Some((number.end + 1, worth(number.amount, code)));
        }
        let currency = (Kind::Currency, Kind::CurrencyDual);
        let Some(Counted { end, mut amount, of }) = self.counted(at, number, currency) else {
            let of = self.sense(at, Kind::Currency).filter(|_| number.is_none() && !self.definite(at))?;
            let (end, code) = self.nation(at + 1, of)?;
            return self.one(end).then(|| (end + 1, worth(Some(Amount::whole(1)), code)));
        };
        let (mut end, code) = self.nation(end, of)?;
        end += usize::from(self.one(end) && number.is_some_and(|n| n.amount == Some(Amount::whole(1))));
        if let Some(part) = self.and_part(end) {
            let scale = number.map_or(0, |number| number.scale);
            let named = self.scale_at(end + 1) == Some(scale) && scale > 0;
            if scale == 0 || named {
                amount = amount.map(|amount| amount.plus(part.times_ten_to(scale)));
                end += 1 + usize::from(named);
            }
        }
        Some((end, worth(amount, code)))
    }

    /// The amount of money that begins with a sign or code at word `at`.
    pub fn signed_money(&self, at: usize) -> Option<(usize, Option<Value>)> {
        let code = self.sign(at)?;
        let number = self.number(at + 1).filter(|number| number.digits)?;
        self.sign(number.end).is_none().then(|| (number.end, worth(number.amount, code)))
    }

    fn sign(&self, at: usize) -> Option<&'static str> {
        self.mark(at).and_then(sign).or_else(|| CODES.get(usize::from(self.inner(at, Kind::Code)?)).copied())
    }

    fn scale_at(&self, at: usize) -> Option<u8> {
        self.inner(at, Kind::Scale).or(self.inner(at, Kind::ScaleInA))
    }

    /// One past the nation that follows a currency, if one does, and the code of both.
    fn nation(&self, at: usize, currency: u8) -> Option<(usize, &'static str)> {
        let (singulars, _, alone) = CURRENCIES.get(usize::from(currency))?;
        let name = singulars.split(' ').next()?.trim_start_matches('=');
        let code = self.inner(at, Kind::Nation).and_then(|number| {
            let currencies = NATIONS.get(usize::from(number))?.1;
            currencies.iter().find(|(currency, _)| *currency == name).map(|(_, code)| *code)
        });
        Some(code.map_or((at, *alone), |code| (at + 1, code)))
    }
}
