//! Numbers that count or name nothing that another grammar knows.
//!
//! Not every number word is a number: «أحد المسؤولين» and «واحد» are *one of* and *a certain*, a definite scale
//! («المليون») and a definite round plural («العشرات») count nothing. Of digits see [`label`](super::label).

use super::amount::Amount;
use super::numeral::Number;
use crate::segment::TokenKind;
use crate::tag::patterns::particle::{Noun, Particle};
use crate::tag::patterns::reader::Reader;
use crate::tag::patterns::words::Kind;

impl Reader<'_> {
    /// The number at word `at`, if it is one: one past its last word, and how much.
    pub fn cardinal(&self, at: usize, number: &Number) -> Option<(usize, Option<Amount>)> {
        let counts = if number.digits { !self.no_number(at, number) } else { self.words_count(at, number) };
        counts.then_some((number.end, number.amount))
    }

    fn words_count(&self, at: usize, number: &Number) -> bool {
        let Some(word) = self.get(at) else { return false };
        let single = number.end == at + 1;
        let next = self.get(number.end).filter(|next| next.kind == TokenKind::Word && next.bare());
        let written = word.span.slice(self.text);
        let short = single
            && (word.sense(Kind::Ones).is_some_and(|number| number > 2) || word.sense(Kind::Ten).is_some())
            && !written.trim_end_matches(['ً', 'ٌ', 'ٍ', 'َ', 'ُ', 'ِ', 'ا']).ends_with(['ة', 'ه']);
        let one = single && self.sense(at, Kind::Ones) == Some(1);
        let thousand = single && self.sense(at, Kind::Scale).is_some();
        let scale = word.any(&[Kind::Scale, Kind::TwoScales, Kind::ScaleInA])
            || word.sense(Kind::Hundreds) == Some(1);
        let noun = next.is_some_and(|next| !next.is_particle());
        if one || word.article && (scale || single && self.pair(at)) {
            return false;
        }
        if number.amount.is_none() && single {
            return noun || self.is(number.end, Particle::From);
        }
        // «لست» is *I am not*, «وست» an English west.
        let not = written == "ست" && !word.bare();
        if word.article {
            // «بئر السبع» is a town.
            return self
                .before(at)
                .is_some_and(|before| before.kind == TokenKind::Word && !before.is(Noun::Namer));
        }
        if thousand {
            // «ألّف» is a verb.
            return noun && !written.contains('ّ');
        }
        !not && (!short || noun)
    }

    fn pair(&self, at: usize) -> bool {
        self.sense(at, Kind::Ones) == Some(2)
    }

    /// A share of something definite: «نصف السكان», «ثلاثة أرباع الأعضاء».
    pub fn share(&self, at: usize) -> Option<(usize, Amount)> {
        // «مرة ونصف المرة» is one number with what stands before.
        let (part, end) =
            self.part(at).filter(|_| !self.definite(at) && !self.get(at).is_some_and(|w| w.and))?;
        let next = self.get(end).filter(|next| next.kind == TokenKind::Word && next.bare())?;
        let written = next.token.slice(self.text);
        let definite =
            written.starts_with("ال") || ["ها", "هم", "نا", "هما"].iter().any(|own| written.ends_with(own));
        // Nothing else is called «ثلثا» or «ثلاثة أرباع».
        let sure = self.fraction(at) == Some(8) || end > at + 1;
        ((definite || sure) && !next.is(Noun::Final)).then_some((end, Amount::twelfths(part)))
    }
}
