//! Turns `lists/*.txt` into the table that ships.
//!
//! A line is an entry, a comment (`#`) or empty. «(ال)» at its head stands for the entry with the article
//! and the entry without it. The words of `stop.txt` get no class, whatever the other lists say; those of
//! `common.txt` get none from being part of a longer entry.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use super::{Classes, hash};
use crate::error::Error;
use crate::normalize::{Folds, fold_into};

/// Each list, what its entries of one word are, and what each word of its longer entries is.
const LISTS: [(&str, Classes, Classes); 14] = [
    ("given", Classes::GIVEN, Classes::NAME_PART),
    ("family", Classes::FAMILY, Classes::NAME_PART),
    ("surnames", Classes::FAMILY, Classes::NAME_PART),
    ("places", Classes::PLACE, Classes::PLACE_PART),
    ("countries", Classes::PLACE.or(Classes::COUNTRY), Classes::PLACE_PART),
    ("nations", Classes::PLACE.or(Classes::COUNTRY), Classes::PLACE_PART),
    ("regions", Classes::PLACE, Classes::PLACE_PART),
    ("nationalities", Classes::NATIONALITY, Classes::NATIONALITY),
    ("peoples", Classes::NATIONALITY, Classes::NATIONALITY),
    ("organisations", Classes::ORGANISATION, Classes::ORGANISATION_PART),
    ("bodies", Classes::ORGANISATION, Classes::ORGANISATION_PART),
    ("heads", Classes::HEAD, Classes::HEAD),
    ("titles", Classes::TITLE, Classes::TITLE),
    ("place-heads", Classes::PLACE_HEAD, Classes::PLACE_HEAD),
];

/// Compiles the lists of the folder `lists` into the file `out` and gives the number of words in it.
///
/// # Errors
/// `io` if a list cannot be read or the file not written.
#[cfg(feature = "train")]
pub fn compile(lists: &Path, out: &Path) -> Result<usize, Error> {
    let words = words(lists)?;
    fs::write(out, super::Lexicon::write(&words)).map_err(|error| Error::io(out, &error))?;
    Ok(words.len())
}

/// The hash of every word of the lists, with its classes.
pub(super) fn words(lists: &Path) -> Result<BTreeMap<u32, Classes>, Error> {
    let stop: HashSet<String> = entries(lists, "stop")?.into_iter().collect();
    let common: HashSet<String> = entries(lists, "common")?.into_iter().collect();
    let mut words = BTreeMap::<u32, Classes>::new();
    for (list, whole, part) in LISTS {
        for entry in entries(lists, list)? {
            let long = entry.contains(' ');
            let class = if long { part } else { whole };
            let barred = |word: &&str| stop.contains(*word) || long && common.contains(*word);
            for word in entry.split(' ').filter(|word| !barred(word)) {
                let classes = words.entry(hash(&[word])).or_default();
                *classes = classes.or(class);
            }
        }
    }
    Ok(words)
}

/// The entries of one list, folded.
fn entries(lists: &Path, list: &str) -> Result<Vec<String>, Error> {
    let path = lists.join(list).with_extension("txt");
    let text = fs::read_to_string(&path).map_err(|error| Error::io(&path, &error))?;
    let mut entries = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let bare = line.strip_prefix("(ال)");
        let with_article = bare.map(|bare| format!("ال{bare}"));
        for form in [Some(bare.unwrap_or(line)), with_article.as_deref()].into_iter().flatten() {
            let mut folded = String::new();
            fold_into(form, &Folds::MATCH, &mut folded);
            entries.push(folded);
        }
    }
    Ok(entries)
}
