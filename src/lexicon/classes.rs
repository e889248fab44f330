//! What the lists know of a word.

/// A set of classes. A word may have many: «جورج» is a given name, a family name and part of places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u16);

impl Classes {
    /// How many classes there are; their bits are the lowest.
    pub(crate) const COUNT: u32 = 12;

    /// The set as bits, the first class lowest.
    pub(crate) const fn bits(self) -> u16 {
        self.0
    }

    /// The set of these bits; none where a bit stands for no class.
    pub(crate) fn from_bits(bits: u16) -> Option<Self> {
        (bits >> Self::COUNT == 0).then_some(Self(bits))
    }

    /// A place whose name is this one word: بغداد.
    pub(crate) const PLACE: Self = Self(1 << 3);

    /// An adjective of nation, people or continent, in any inflection: العراقيين.
    pub(crate) const NATIONALITY: Self = Self(1 << 6);

    /// Begins the name of an organisation: وزارة.
    pub(crate) const HEAD: Self = Self(1 << 9);

    /// Stands beside the name of a person: اللواء.
    pub(crate) const TITLE: Self = Self(1 << 10);

    /// Whether all of another set is in this one.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

// The tagger takes the bits as they are; only what makes and tests the table calls them by name.
#[cfg(any(feature = "train", all(test, feature = "cli")))]
impl Classes {
    /// A given name: محمد.
    pub(crate) const GIVEN: Self = Self(1);
    /// A family name, a father's name or a nisba used as one: الحريري.
    pub(crate) const FAMILY: Self = Self(1 << 1);
    /// A word of a personal name of several words: عبد, الدين, أبو.
    pub(crate) const NAME_PART: Self = Self(1 << 2);
    /// A word of a place name of several words: «أديس أبابا».
    pub(crate) const PLACE_PART: Self = Self(1 << 4);
    /// A place that is a country, a territory or a continent: العراق.
    pub(crate) const COUNTRY: Self = Self(1 << 5);
    /// An organisation whose name is this one word: رويترز.
    pub(crate) const ORGANISATION: Self = Self(1 << 7);
    /// A word of an organisation's name of several words: «الحشد الشعبي».
    pub(crate) const ORGANISATION_PART: Self = Self(1 << 8);
    /// Stands before the name of a place: مدينة.
    pub(crate) const PLACE_HEAD: Self = Self(1 << 11);

    /// What is in either set.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
