use std::path::Path;

use super::{Classes, Lexicon, ascending, compile};
use crate::normalize::{Folds, fold_into};

const LISTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lists");

fn classes(lexicon: &Lexicon, word: &str) -> Classes {
    let mut folded = String::new();
    fold_into(word, &Folds::MATCH, &mut folded);
    lexicon.classes(&folded)
}

#[test]
fn the_table_is_what_the_lists_make() {
    let made = Lexicon::write(&compile::words(Path::new(LISTS)).unwrap());
    assert!(made == include_bytes!("words.bin"), "lists/ changed: compile them again (lists/README.md)");
}

#[test]
fn known_words_have_their_classes() {
    let lexicon = Lexicon::shared();
    let has = [
        ("محمد", Classes::GIVEN),
        ("فاطمة", Classes::GIVEN),
        ("جورج", Classes::GIVEN),
        ("الدين", Classes::NAME_PART),
        ("الحريري", Classes::FAMILY),
        ("العتيبي", Classes::FAMILY),
        ("بغداد", Classes::PLACE),
        ("أربيل", Classes::PLACE),
        ("نيويورك", Classes::PLACE),
        ("أبابا", Classes::PLACE_PART),
        ("العراق", Classes::PLACE.or(Classes::COUNTRY)),
        ("البرازيل", Classes::COUNTRY),
        ("عراقية", Classes::NATIONALITY),
        ("الفرنسيين", Classes::NATIONALITY),
        ("رويترز", Classes::ORGANISATION),
        ("الأطلسي", Classes::ORGANISATION_PART),
        ("وزارة", Classes::HEAD),
        ("الحزب", Classes::HEAD),
        ("اللواء", Classes::TITLE),
        ("رئيسة", Classes::TITLE),
        ("محافظة", Classes::PLACE_HEAD),
    ];
    for (word, expected) in has {
        let found = classes(lexicon, word);
        assert!(found.has(expected), "{word}: {found:?} lacks {expected:?}");
    }
}

#[test]
fn common_words_have_none() {
    let lexicon = Lexicon::shared();
    assert_eq!(lexicon.classes_of(&["ال", "عراق"]), lexicon.classes("العراق"));
    for word in ["من", "على", "في", "هو", "قال", "اليوم", "التي", "الذي", "بعد", "", "xyz", "12"]
    {
        assert_eq!(classes(lexicon, word), Classes::default(), "{word}");
    }
}

#[test]
fn spelling_does_not_matter() {
    let lexicon = Lexicon::shared();
    assert_ne!(classes(lexicon, "الإمارات"), Classes::default());
    assert_eq!(classes(lexicon, "الإمارات"), classes(lexicon, "الامـــارات"));
    assert_eq!(classes(lexicon, "فاطمة"), classes(lexicon, "فاطِمه"));
}

#[test]
fn a_damaged_table_is_refused() {
    let file = include_bytes!("words.bin");
    assert!(Lexicon::read(file).is_some());
    for length in [0, 7, 8, 12, 19, 20, 40, file.len() - 1] {
        assert!(Lexicon::read(&file[..length]).is_none(), "{length}");
    }
    for at in [0, 8, 10, 13, 17, 21, 60, file.len() / 2, file.len() - 1] {
        let mut damaged = file.to_vec();
        damaged[at] ^= 4;
        assert!(Lexicon::read(&damaged).is_none(), "{at}");
    }
}

#[test]
fn differences_give_the_numbers_back() {
    assert_eq!(ascending(&[0, 1, 0x80, 1]), Some(vec![0, 1, 129]));
    assert_eq!(ascending(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F]), Some(vec![u32::MAX]));
    for wrong in [&[0x80][..], &[1, 0], &[0xFF, 0xFF, 0xFF, 0xFF, 0x1F], &[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]] {
        assert_eq!(ascending(wrong), None, "{wrong:?}");
    }
    assert_eq!(ascending(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1]), None);
}
