//! The host's lists in the whole pipeline: whose word counts, and what an entity of theirs looks like.
#![cfg(feature = "default-model")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::LazyLock;

use proptest::prelude::*;
use tawsim::gazetteer::{Blocked, Context, Entry, Gazetteer};
use tawsim::{Annotator, Document, Model, Options, Scratch, Source};

static BARE: LazyLock<Annotator> = LazyLock::new(|| Annotator::new(Model::news().unwrap()));

/// An annotator with `TYPE name` entries, and what the closure adds.
fn with(entries: &[&str], more: impl FnOnce(&mut Gazetteer)) -> Annotator {
    let mut gazetteer = Gazetteer::default();
    for entry in entries {
        let (kind, name) = entry.split_once(' ').unwrap();
        gazetteer.add(&Entry::new(name, kind)).unwrap();
    }
    more(&mut gazetteer);
    let mut annotator = BARE.clone();
    annotator.set_gazetteer(gazetteer);
    annotator
}

fn annotate(annotator: &Annotator, text: &str) -> Document {
    annotator.annotate(text, &Options::default(), &mut Scratch::default())
}

/// `TYPE text` of every entity, with `*` for those of the lists and `>` for those inside another.
fn told(annotator: &Annotator, text: &str) -> Vec<String> {
    let entities = annotate(annotator, text).entities;
    let tell = |entity: &tawsim::Entity| {
        let star = if entity.source == Source::Gazetteer { "*" } else { "" };
        let inner = if entity.parent.is_some() { ">" } else { "" };
        format!("{inner}{} {}{star}", annotator.types()[entity.kind], entity.span.slice(text))
    };
    entities.iter().map(tell).collect()
}

fn entry(name: &str, kind: &str, priority: f32) -> Entry {
    let mut entry = Entry::new(name, kind);
    entry.priority = priority;
    entry
}

#[test]
fn an_entity_of_a_list_says_so() {
    let annotator = with(&[], |gazetteer| {
        let mut entry = Entry::new("نسور الوادي", "TEAM");
        entry.id = Some("t1".to_owned());
        gazetteer.add(&entry).unwrap();
    });
    let text = "خسر الفريق أمام منافسه. ورحب المدرب بنُسور  الوادى.";
    let document = annotate(&annotator, text);
    let entity = document.entities.iter().find(|entity| entity.source == Source::Gazetteer).unwrap();
    assert_eq!(entity.span.slice(text), "نُسور  الوادى");
    assert_eq!(entity.surface.slice(text), "بنُسور  الوادى");
    assert_eq!((entity.norm.as_str(), entity.score, entity.sentence), ("نسور الوادي", 1.0, 1));
    assert_eq!(entity.id.as_deref(), Some("t1"));
    assert_eq!(annotator.types()[entity.kind], "TEAM");
    assert!(entity.cluster.is_some());
}

#[test]
fn the_next_list_replaces_the_one_before_and_its_types() {
    let mut annotator = with(&["TEAM نسور الوادي", "PERS سعيد"], |_| ());
    let more = BARE.types().len() + 1;
    assert_eq!(annotator.types().len(), more);
    let mut next = Gazetteer::default();
    next.add(&Entry::new("شباب السهل", "CLUB")).unwrap();
    annotator.set_gazetteer(next);
    assert_eq!(annotator.types()[more - 1], "CLUB");
    assert_eq!(annotator.types().len(), more);
    assert_eq!(told(&annotator, "نسور الوادي وشباب السهل"), ["CLUB شباب السهل*"]);
    annotator.set_gazetteer(Gazetteer::default());
    assert_eq!(annotator.types(), BARE.types());
}

#[test]
fn the_longest_entry_wins() {
    let annotator =
        with(&["TEAM النسور", "TEAM نسور الوادي", "TEAM نسور الوادي الأخضر", "TEAM الأخضر"], |_| ());
    assert_eq!(told(&annotator, "نسور الوادي الأخضر"), ["TEAM نسور الوادي الأخضر*"]);
    assert_eq!(told(&annotator, "نسور الوادي ثم الأخضر"), ["TEAM نسور الوادي*", "TEAM الأخضر*"]);
    let crossing = with(&["TEAM نسور الوادي", "TEAM الوادي الأخضر الكبير"], |_| ());
    assert_eq!(told(&crossing, "نسور الوادي الأخضر الكبير"), ["TEAM الوادي الأخضر الكبير*"]);
}

#[test]
fn names_stand_inside_roles() {
    let annotator = with(&["OCC قائد لواء الصقور", "UNIT لواء الصقور", "UNIT لواء"], |_| ());
    assert_eq!(told(&annotator, "قال قائد لواء الصقور إن"), ["OCC قائد لواء الصقور*", ">UNIT لواء الصقور*"]);
}

#[test]
fn an_entry_has_its_way_with_the_model_unless_its_priority_is_low() {
    let text = "وصل الوفد إلى بغداد قادما من القاهرة.";
    assert_eq!(told(&BARE, text), ["LOC بغداد", "LOC القاهرة"]);
    let list = |priority| with(&[], |gazetteer| gazetteer.add(&entry("بغداد", "SHIP", priority)).unwrap());
    assert_eq!(told(&list(1.0), text), ["SHIP بغداد*", "LOC القاهرة"]);
    assert_eq!(told(&list(0.0), text), ["LOC بغداد", "LOC القاهرة"]);
    let longer = with(&["EXPO إلى بغداد قادما"], |_| ());
    assert_eq!(told(&longer, text), ["EXPO إلى بغداد قادما*", "LOC القاهرة"]);
}

#[test]
fn a_longer_name_of_the_model_holds_an_entry() {
    let text = "درس في جامعة القاهرة.";
    assert_eq!(told(&BARE, text), ["ORG جامعة القاهرة"]);
    assert_eq!(told(&with(&["LOC القاهرة"], |_| ()), text), ["ORG جامعة القاهرة", ">LOC القاهرة*"]);
    assert_eq!(told(&with(&["ORG القاهرة"], |_| ()), text), ["ORG جامعة القاهرة"]);
}

#[test]
fn what_is_blocked_is_nothing_whatever_its_source() {
    let text = "وصل الوفد إلى بغداد قادما من جامعة القاهرة، ثم عاد لبَغداد و#بغداد.";
    let block = |names: &[Blocked]| {
        with(&["LOC بغداد"], |gazetteer| {
            names.iter().for_each(|blocked| gazetteer.block(blocked).unwrap());
        })
    };
    let all = block(&[Blocked::new("بغداد"), Blocked::new("القاهرة"), Blocked::new("#بغداد")]);
    assert_eq!(told(&all, text), ["ORG جامعة القاهرة"]);
    let mut typed = Blocked::new("بغداد");
    typed.types = vec!["PERS".to_owned()];
    assert_eq!(told(&block(&[typed.clone()]), text).len(), 4);
    typed.types.push("LOC".to_owned());
    assert_eq!(told(&block(&[typed]), text).len(), 2);
}

#[test]
fn layers_that_are_off_are_off_for_lists() {
    let annotator = with(&["OCC قائد اللواء", "PERS سعيد", "TEAM نسور الوادي"], |_| ());
    let mut options = Options::default();
    (options.names, options.roles) = (false, false);
    let entities =
        annotator.annotate("قائد اللواء سعيد من نسور الوادي", &options, &mut Scratch::default()).entities;
    assert_eq!(entities.len(), 1);
}

#[test]
fn a_context_is_heeded_in_the_pipeline() {
    let annotator = with(&[], |gazetteer| {
        let mut entry = Entry::new("عزم", "BLOC");
        entry.context = Some(Context { quotes: true, after: vec!["تحالف".to_owned()] });
        gazetteer.add(&entry).unwrap();
    });
    let text = "تحدث بعزم عن «عزم» وعن تحالف عزم وعزم الشباب.";
    let told = told(&annotator, text);
    assert_eq!(told.iter().filter(|told| told.as_str() == "BLOC عزم*").count(), 2, "{told:?}");
}

/// The clusters as `name: mention, mention (role)`.
fn clusters(annotator: &Annotator, text: &str) -> Vec<String> {
    let document = annotate(annotator, text);
    let list = |all: &[usize]| {
        all.iter().map(|&at| document.entities[at].span.slice(text)).collect::<Vec<_>>().join(", ")
    };
    let tell = |c: &tawsim::Cluster| {
        let name = document.entities[c.canonical].span.slice(text);
        format!("{name}: {} ({})", list(&c.mentions), list(&c.roles))
    };
    document.clusters.iter().map(tell).collect()
}

#[test]
fn mentions_of_one_identifier_are_one_cluster_and_of_two_are_two() {
    let entries = [
        ("السمندل", "PERS", "p1", None),
        ("حامد العروي", "PERS", "p1", None),
        ("القيصر", "PERS", "p2", Some("لقبه")),
        ("القيصر", "PERS", "p3", Some("ابنه")),
    ];
    let annotator = with(&[], |gazetteer| {
        for (name, kind, id, after) in entries {
            let mut entry = Entry::new(name, kind);
            entry.id = Some(id.to_owned());
            entry.context = after.map(|after| Context { quotes: false, after: vec![after.to_owned()] });
            gazetteer.add(&entry).unwrap();
        }
    });
    let told = clusters(
        &annotator,
        "لقبه القيصر ثم لقبه القيصر، وجاء ابنه القيصر. ورأى حامد العروي أن السمندل عائد، وقال العروي إنه ينتظره.",
    );
    let expected =
        ["القيصر: القيصر, القيصر ()", "القيصر: القيصر ()", "حامد العروي: حامد العروي, السمندل, العروي ()"];
    assert_eq!(told, expected);
}

#[test]
fn a_role_from_a_list_goes_to_its_person() {
    let annotator = with(
        &["OCC قائد لواء الصقور", "ORG لواء الصقور", "PERS سالم الحداد", "OCC رئيس بلدية السهل"],
        |_| (),
    );
    let text = "استقبل رئيس بلدية السهل سالم الحداد، قائد لواء الصقور. وقال الحداد إنه متعب.";
    let told = clusters(&annotator, text);
    let person = told.iter().find(|told| told.starts_with("سالم")).unwrap();
    assert_eq!(person, "سالم الحداد: سالم الحداد, الحداد (رئيس بلدية السهل, قائد لواء الصقور)");
}

#[test]
fn clusters_can_be_switched_off() {
    let mut options = Options::default();
    options.clusters = false;
    let document = BARE.annotate("وصل الوفد إلى بغداد.", &options, &mut Scratch::default());
    assert!(document.clusters.is_empty() && document.entities[0].cluster.is_none());
}

/// Every cluster is of one type, in order, and has the entities that say so.
fn check(annotator: &Annotator, text: &str) {
    let Document { entities, clusters, .. } = annotate(annotator, text);
    let mut first = 0;
    for (number, cluster) in clusters.iter().enumerate() {
        assert!(cluster.mentions.is_sorted() && cluster.roles.is_sorted());
        assert!(cluster.mentions.contains(&cluster.canonical) && cluster.mentions[0] >= first);
        first = cluster.mentions[0];
        for &at in &cluster.mentions {
            assert_eq!((entities[at].cluster, entities[at].kind), (Some(number), cluster.kind));
        }
        let ids: std::collections::BTreeSet<_> =
            cluster.mentions.iter().filter_map(|&at| entities[at].id.as_ref()).collect();
        assert!(ids.len() < 2, "{ids:?}");
    }
    let members: usize = clusters.iter().map(|cluster| cluster.mentions.len()).sum();
    assert_eq!(members, entities.iter().filter(|entity| entity.cluster.is_some()).count());
}

proptest! {
    #[test]
    fn clusters_part_the_names(
        words in prop::collection::vec("سالم|محمد|نادر|عبد|بن|ولد|أبو|الحداد|حداد|العروي|الله|حزب|الحزب|الوفاق|الوفاق الوطني|\\(|\\)|،|\\.|\n|و|قال|عم|بغداد|مدينة|قائد", 0..40),
        names in prop::collection::vec("(PERS|ORG|LOC|OCC|TEAM) (سالم|محمد|عبد|أبو|حزب|مدينة|قائد)( (الله|الحداد|سالم|العروي|الوفاق|بن|نادر)){0,3}", 0..14),
        ids in prop::collection::vec("[abc]?", 14),
    ) {
        let annotator = with(&[], |gazetteer| {
            for (name, id) in names.iter().zip(ids) {
                let (kind, name) = name.split_once(' ').unwrap();
                let mut entry = Entry::new(name, kind);
                entry.id = Some(id).filter(|id| !id.is_empty());
                let _ = gazetteer.add(&entry);
            }
        });
        check(&annotator, &words.join(" "));
        check(&BARE, &words.join(" "));
    }

    #[test]
    fn entities_never_cross_and_point_into_the_text(
        names in prop::collection::vec("(وزارة|بغداد|القاهرة|جامعة|الأمم|المتحدة|محمد|صلاح|١٧|تموز)( (القاهرة|المتحدة|صلاح|تموز)){0,2}", 1..8),
        kinds in prop::collection::vec("PERS|LOC|ORG|OCC|EVENT|TEAM", 8),
        priorities in prop::collection::vec(0.0_f32..=1.0, 8),
        words in prop::collection::vec("قال|وزير|وزارة|بغداد|ببغداد|جامعة|القاهرة|للأمم|الأمم|المتحدة|محمد|صلاح|١٧|تموز|«|»|،|\\.", 0..24),
    ) {
        let annotator = with(&[], |gazetteer| {
            for ((name, kind), priority) in names.iter().zip(&kinds).zip(priorities) {
                let _ = gazetteer.add(&entry(name, kind, priority));
            }
        });
        let text = words.join(" ");
        let entities = annotate(&annotator, &text).entities;
        for (at, entity) in entities.iter().enumerate() {
            prop_assert!(!entity.span.slice(&text).is_empty());
            prop_assert!(entity.surface.start <= entity.span.start && entity.span.end <= entity.surface.end);
            for other in &entities[..at] {
                let inside = other.span.start <= entity.span.start && entity.span.end <= other.span.end;
                prop_assert!(inside && other.span != entity.span || !other.span.overlaps(entity.span));
            }
        }
    }
}

#[test]
fn a_listed_name_speaks_for_its_other_mentions() {
    let text = "شاركت بستان الريح في الندوة. وأضافت بستان أن الكتاب جاهز.";
    let at = text.rfind("بستان").unwrap();
    let score = |annotator: &Annotator| {
        let found = annotate(annotator, text).entities.into_iter().find(|entity| entity.span.start == at);
        found.map_or(0.0, |entity| entity.score)
    };
    let (alone, told) = (score(&BARE), score(&with(&["PERS بستان الريح"], |_| ())));
    assert!(told > alone, "{told} after the list, {alone} without");
}
