//! The binding as JavaScript meets it, in Node and in a browser: UTF-16 offsets, pieces of work, error codes.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use js_sys::{Array, JsString, Reflect, Uint32Array};
use tawsim::wasm::{Engine, version};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const MODEL: &[u8] = include_bytes!("../src/model/news.tawsim");

/// Bytes, code points and UTF-16 units all differ in it. The names are such as any model finds: what is
/// tested here is the binding.
const TEXT: &str =
    "🗞️ وصل الرئيس الأميركي إلى بغـداد أمس، قادماً من واشنطن.\r\nوقالَ المتحدث إنّه سيصل إلى بيروت غداً 🙂.";

thread_local! {
    static ENGINE: Engine = Engine::new(MODEL).unwrap();
}

struct Found {
    kind: String,
    text: String,
    surface: String,
    norm: String,
    numbers: Vec<u32>,
}

fn finish(text: &str, words: usize) -> Vec<Found> {
    let (mut job, types) = ENGINE
        .with(|engine| (engine.start(text.to_owned(), JsValue::UNDEFINED).unwrap(), engine.types().unwrap()));
    let mut before = 0.0;
    loop {
        let share = job.advance(words);
        assert!(share >= before && share <= 1.0, "progress went from {before} to {share}");
        if share == 1.0 {
            break;
        }
        before = share;
    }
    let result = job.take().unwrap();
    let get = |key: &str| Reflect::get(&result, &key.into()).unwrap();
    let spans = get("spans").dyn_into::<Uint32Array>().unwrap().to_vec();
    let norms = get("norms").as_string().unwrap();
    let types = Array::from(&types);
    // The host's own string measures the offsets, in the units it will use.
    let host = JsString::from(text);
    let slice = |start, end| String::from(host.slice(start, end));
    assert_eq!(spans.len() % 10, 0);
    spans
        .chunks_exact(10)
        .zip(norms.split('\n'))
        .map(|(n, norm)| Found {
            kind: types.get(n[0]).as_string().unwrap(),
            text: slice(n[1], n[2]),
            surface: slice(n[3], n[4]),
            norm: norm.to_owned(),
            numbers: n.to_vec(),
        })
        .collect()
}

fn code(model: &[u8]) -> String {
    let error = Engine::new(model).err().unwrap();
    let error = error.dyn_ref::<js_sys::Error>().unwrap();
    assert!(error.message().length() > 20, "the message says what to do");
    Reflect::get(error, &"code".into()).unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
fn names_stand_where_the_host_finds_them() {
    let found = finish(TEXT, usize::MAX);
    let host = JsString::from(TEXT);
    for (name, sentence) in [("بغـداد", 0), ("واشنطن", 0), ("بيروت", 1)] {
        let start = host.index_of(name, 0) as u32;
        let end = start + JsString::from(name).length();
        let place = found.iter().find(|f| f.text == name);
        let Some(place) = place else { panic!("no {name}") };
        assert_eq!(place.kind, "LOC", "{name}");
        assert_eq!(place.numbers[1..6], [start, end, start, end, sentence], "{name}");
    }
    let city = found.iter().find(|f| f.text == "بغـداد").unwrap();
    assert_eq!(city.norm, "بغداد");
    for f in &found {
        assert!(f.surface.contains(&f.text), "{} in {}", f.text, f.surface);
        assert!(f.numbers[7] <= 1_000_000, "a score is a probability");
    }
    assert!(found.is_sorted_by_key(|f| f.numbers[1]));
}

#[wasm_bindgen_test]
fn the_size_of_the_pieces_changes_nothing() {
    let text = TEXT.repeat(20);
    let numbers = |words| finish(&text, words).into_iter().map(|f| f.numbers).collect::<Vec<_>>();
    assert_eq!(numbers(1), numbers(usize::MAX));
}

#[wasm_bindgen_test]
fn a_text_without_names_gives_none() {
    for text in ["", " \r\n\u{200f}", "🙂🙂", "\u{fffd}"] {
        assert_eq!(finish(text, 8).len(), 0, "in {text:?}");
    }
}

#[wasm_bindgen_test]
fn a_bad_model_is_an_error_with_a_code() {
    let altered = |at: usize| {
        let mut bytes = MODEL.to_vec();
        bytes[at] ^= 0xff;
        bytes
    };
    assert_eq!(code(b"<!doctype html><title>404</title>"), "model_magic");
    assert_eq!(code(&altered(8)), "model_version");
    assert_eq!(code(&MODEL[..MODEL.len() / 2]), "model_truncated");
    assert_eq!(code(&[]), "model_truncated");
    assert_eq!(code(&altered(MODEL.len() - 1)), "model_checksum");
}

#[wasm_bindgen_test]
fn the_version_is_the_crate_s() {
    assert_eq!(JsValue::from(version()), JsValue::from(env!("CARGO_PKG_VERSION")));
}
