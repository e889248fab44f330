//! What the network is taught to say of a word: groups of tags, each a scheme of its own.

use crate::corpus::Sentence;

/// The names: one type a word.
const NAMES: [&str; 4] = ["PERS", "LOC", "ORG", "MISC"];

/// The tags of the names' group.
pub(super) const TAGS: [&str; 9] =
    ["O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"];

/// Types that may lie around or inside names and one another, so that each has its own `O`, `B-` and `I-`.
const NESTED: [&str; 8] = ["OCC", "NORP", "EVENT", "FAC", "LAW", "PERS", "ORG", "GPE"];

/// How many of [`NESTED`] go into the model. The others teach the network what people, organisations and
/// places are to annotators of other rules, and are left out of the file.
pub(super) const SHIPPED: usize = 5;

/// The types that the model finds by each scheme.
pub(super) const TYPES: (&[&str], &[&str]) = (&NAMES, NESTED.split_at(SHIPPED).0);

const NAME_COLUMNS: usize = 2 * NAMES.len() + 1;

/// Columns of all groups together.
pub(super) const COLUMNS: usize = NAME_COLUMNS + 3 * NESTED.len();

/// A probability in percent for each column; a group that is all zero teaches nothing.
pub(super) type Target = [u8; COLUMNS];

/// Where a group's columns are, and how much its loss counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) first: usize,
    pub(super) tags: usize,
    pub(super) weight: f32,
}

/// The group of names, then one of each nested type.
pub(super) fn groups() -> impl Iterator<Item = Group> {
    let names = Group { first: 0, tags: NAME_COLUMNS, weight: 1.0 };
    let nested = (0..NESTED.len()).map(|at| Group {
        first: NAME_COLUMNS + 3 * at,
        tags: 3,
        weight: if at < SHIPPED { 0.5 } else { 0.25 },
    });
    std::iter::once(names).chain(nested)
}

/// The tags of the groups that the model holds.
pub(super) fn shipped() -> Vec<Vec<String>> {
    let group = |types: &[&str]| {
        let tags = types.iter().flat_map(|name| ["B", "I"].map(|tag| format!("{tag}-{name}")));
        std::iter::once("O".to_owned()).chain(tags).collect()
    };
    std::iter::once(group(&NAMES)).chain(NESTED.iter().take(SHIPPED).map(|name| group(&[name]))).collect()
}

/// The rules of a corpus: which groups its tags speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Names,
    Nested,
}

impl Scheme {
    /// Nested, if a sentence has a tag that only that scheme has.
    pub(super) fn of(sentences: &[Sentence]) -> Self {
        let foreign = |tag: &str| tag != "O" && name_column(tag).is_none();
        let nested = sentences.iter().flat_map(|s| &s.tags).any(|tag| tag.split('|').any(foreign));
        if nested { Self::Nested } else { Self::Names }
    }

    /// Writes what a corpus says of a token: its tag, the further column (`tag:percent …` where the label is
    /// not certain), and whether the token goes on with the one before it in the same corpus token.
    pub(super) fn teach(self, tag: &str, more: &str, continues: bool, target: &mut Target) {
        match self {
            Self::Names => names(tag, more, continues, target),
            Self::Nested => nested(tag, continues, target),
        }
    }
}

fn name_column(tag: &str) -> Option<usize> {
    let (prefix, name) = tag.split_once('-')?;
    let at = NAMES.iter().position(|known| *known == name)?;
    Some(2 * at + if prefix == "B" { 1 } else { 2 })
}

fn names(tag: &str, more: &str, continues: bool, target: &mut Target) {
    let column = |tag: &str| match name_column(tag) {
        None => (tag == "O").then_some(0),
        Some(at) => Some(if continues && at % 2 == 1 { at + 1 } else { at }),
    };
    let listed = more.split_whitespace().filter_map(|item| {
        let (tag, percent) = item.rsplit_once(':')?;
        Some((column(tag)?, percent.parse().ok()?))
    });
    for (at, percent) in listed {
        target[at] = percent;
    }
    if target[..NAME_COLUMNS].iter().all(|&percent| percent == 0) {
        target[column(tag).unwrap_or(0)] = 100;
    }
}

fn nested(tags: &str, continues: bool, target: &mut Target) {
    for (name, columns) in NESTED.iter().zip(target[NAME_COLUMNS..].chunks_exact_mut(3)) {
        let mine = tags.split('|').find_map(|tag| tag.split_once('-').filter(|(_, kind)| kind == name));
        columns[match mine {
            None => 0,
            Some(("B", _)) if !continues => 1,
            Some(_) => 2,
        }] = 100;
    }
}

/// What the nested scheme says of a token as an organisation: begins one, goes on with one, or neither; none
/// where it says nothing.
fn organisation(target: &Target) -> Option<usize> {
    let at = NESTED.iter().position(|name| *name == "ORG").unwrap_or_default();
    target[NAME_COLUMNS + 3 * at..][..3].iter().position(|&percent| percent == 100)
}

/// Makes ministries organisations. ANERcorp leaves them unmarked, so whoever learnt from it does too, while
/// the nested scheme and every reader take them for what they are: where it knows the tokens, its word is
/// taken; elsewhere they teach nothing. `ministry` tells whether a token is such a head.
pub(super) fn ministries(targets: &mut [Target], ministry: impl Fn(usize) -> bool) {
    for at in 0..targets.len() {
        if !ministry(at) || targets[at][0] < 50 {
            continue;
        }
        let length = match organisation(&targets[at]) {
            Some(1) => {
                1 + targets[at + 1..].iter().take_while(|target| organisation(target) == Some(2)).count()
            }
            Some(_) => continue,
            None => UNSURE,
        };
        let known = organisation(&targets[at]).is_some();
        for (inside, target) in targets[at..].iter_mut().take(length).enumerate() {
            let names = name_percents(target);
            names.fill(0);
            if known {
                names[if inside == 0 { ORG } else { ORG + 1 }] = 100;
            }
        }
    }
}

/// How far the name of a ministry may reach where nobody marked its end.
const UNSURE: usize = 4;

/// The column of `B-ORG`.
const ORG: usize = 5;

/// The percents of the names' group, for whoever decodes or corrects them.
pub(super) fn name_percents(target: &mut Target) -> &mut [u8] {
    &mut target[..NAME_COLUMNS]
}
