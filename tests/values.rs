//! Dates, times, numbers and amounts in sentences, each with its exact span and value.
#![cfg(feature = "default-model")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use tawsim::{Annotator, Entity, Model, Options, Scratch, Value};

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(Model::news().unwrap()));

fn values(text: &str, date: &str) -> Vec<Entity> {
    let mut options = Options::default();
    (options.names, options.roles, options.technical) = (false, false, false);
    options.date = (date != "-").then(|| date.parse().unwrap());
    ANNOTATOR.annotate(text, &options, &mut Scratch::default()).entities
}

/// An entity as the files write it.
fn shown(text: &str, entity: &Entity) -> String {
    let value = match &entity.value {
        None => "-".to_owned(),
        Some(Value::Time(time)) => time.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Money { amount, currency }) => format!("{amount} {currency}"),
        Some(Value::Quantity { amount, unit }) => format!("{amount} {unit}"),
        Some(other) => format!("{other:?}"),
    };
    format!("{}|{}|{value}", ANNOTATOR.types()[entity.kind], entity.span.slice(text))
}

#[test]
fn sentences() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/values");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut report, mut cases, mut wrong) = (String::new(), 0, 0);
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "tsv")) {
        let file = std::fs::read_to_string(path).unwrap();
        let lines = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            let found: Vec<String> =
                values(fields[0], fields[1]).iter().map(|entity| shown(fields[0], entity)).collect();
            cases += 1;
            if found != fields[2..] {
                wrong += 1;
                let name = path.file_name().unwrap().display();
                writeln!(report, "{name}: {}\n  not {:?}\n  but {found:?}", fields[0], &fields[2..]).unwrap();
            }
        }
    }
    assert!(wrong == 0, "{wrong} of {cases} sentences are read otherwise:\n{report}");
    assert!(cases >= 300, "{cases}");
}

/// Words that the grammars are made of, in any order, with what may stand between them.
fn jumble() -> impl Strategy<Value = String> {
    let words = "ثلاثة وثلاثمئة ألف آلاف مليونا ونصف ثلث أرباع عشر والعشرون الحادي الـ 25 ٣٫٥ 1,200 1.200.000 2019 -2021 \
                 04/08/2021 10:30 ٪ % $ في المئة بالمئة دولار أميركي ليرة كم مربع ساعة والنصف إلا ربعا مساءً الساعة \
                 بتوقيت بغداد آب (أغسطس) كانون الأول / ديسمبر رمضان 1442هـ هـ م عام عامي و 2011 سنة الماضي المقبل مطلع \
                 نهاية القرن التسعينيات أمس الأول غداً يوم الثلاثاء قبل منذ نحو أيام أسبوعين من إلى حتى بين هذا العام الشهر \
                 الربع الثالث صيف أول ثانية بضعة مئات واحد لثلاثـــة وَخَمْسِينَ قبل الميلاد ، . ( ) « 999999999999999999 0 \
                 29 شباط 31 نيسان 30/02/2021 25:61 ۱۲۳ ٤٥٦ ذو الحجة بلا";
    let word = prop::sample::select(words.split_whitespace().collect::<Vec<_>>());
    let gap = prop::sample::select(vec![" ", "", "\u{a0}", "\n", "، ", " و", "-"]);
    prop::collection::vec((word, gap), 0..40)
        .prop_map(|parts| parts.iter().flat_map(|(word, gap)| [*word, *gap]).collect())
}

fn check(text: &str, entities: &[Entity]) {
    let mut end = 0;
    for entity in entities {
        let shown = text.get(entity.span.start..entity.span.end);
        assert!(shown.is_some_and(|shown| !shown.is_empty() && shown.trim() == shown), "{text:?}");
        assert!(entity.span.start >= end, "values cross in {text:?}");
        end = entity.span.end;
        match &entity.value {
            Some(Value::Number(amount) | Value::Money { amount, .. } | Value::Quantity { amount, .. }) => {
                assert!(amount.is_finite() && *amount >= 0.0, "{amount} in {text:?}");
            }
            Some(Value::Time(time)) => assert!(time.is_ascii() && !time.is_empty(), "{time} in {text:?}"),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn exact_disjoint_and_ascending(text in jumble(), dated in any::<bool>()) {
        check(&text, &values(&text, if dated { "2024-02-29" } else { "-" }));
    }

    /// A paragraph reads as it does among others: nothing looks across a line, so the cost is that of the parts.
    #[test]
    fn the_same_in_any_company(first in jumble(), second in jumble()) {
        let (first, second) = (first.replace('\n', " "), second.replace('\n', " "));
        let together = format!("{first}\n{second}");
        let both = values(&together, "2024-02-29");
        let shown_of = |text: &str| -> Vec<String> {
            values(text, "2024-02-29").iter().map(|entity| shown(text, entity)).collect()
        };
        let apart = [shown_of(&first), shown_of(&second)].concat();
        prop_assert_eq!(both.iter().map(|entity| shown(&together, entity)).collect::<Vec<_>>(), apart);
    }
}

#[test]
fn harakat_tatweel_and_line_ends_stay_outside_or_inside() {
    let text = "وَصَلَ في الثَّالِـــثِ من آبَ (أُغُسْطُسَ) ٢٠٢١\r\nبِـثَلاثَةِ مَلايينِ دُولارٍ";
    let found: Vec<String> = values(text, "-").iter().map(|entity| shown(text, entity)).collect();
    assert_eq!(found, ["DATE|الثَّالِـــثِ من آبَ (أُغُسْطُسَ) ٢٠٢١|2021-08-03", "MONEY|ثَلاثَةِ مَلايينِ دُولارٍ|3000000 USD"]);
}
