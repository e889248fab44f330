//! The model file: the shipped one is the one its log tells of, and a damaged one is refused by name.
#![cfg(feature = "default-model")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use proptest::prelude::*;
use tawsim::Model;

const NEWS: &[u8] = include_bytes!("../src/model/news.tawsim");
const LOG: &str = include_str!("../src/model/news.log");

fn code(bytes: &[u8]) -> &'static str {
    Model::read(bytes).map_or_else(|error| error.code(), |_| "none")
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |c: u32, &b| {
        (0..8).fold(c ^ u32::from(b), |c, _| if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 })
    })
}

#[test]
fn the_shipped_model_is_the_one_that_the_log_records() {
    let stamp = format!("model: {} bytes, crc32 {:08x}", NEWS.len(), crc32(NEWS));
    assert_eq!(LOG.lines().last(), Some(stamp.as_str()));
}

#[test]
fn what_is_wrong_with_a_file_has_a_name() {
    assert_eq!(code(NEWS), "none");
    assert_eq!(code(b""), "model_truncated");
    assert_eq!(code(b"<!doctype html>"), "model_magic");
    assert_eq!(code(&NEWS[..NEWS.len() - 1]), "model_truncated");
    let mut longer = NEWS.to_vec();
    longer.push(0);
    assert_eq!(code(&longer), "model_checksum");
    let mut newer = NEWS.to_vec();
    newer[8] += 1;
    assert_eq!(code(&newer), "model_version");
}

/// A file that is whole by its checksum and yet says impossible things.
#[test]
fn a_file_that_contradicts_itself_is_refused() {
    for (at, value) in [(20, 63), (22, 0), (23, 1), (24, 1), (26, 7), (28, 200), (29, 0), (32, 0)] {
        let mut forged = NEWS.to_vec();
        forged[at] = value;
        let checksum = crc32(&forged[20..]).to_le_bytes();
        forged[16..20].copy_from_slice(&checksum);
        assert!(matches!(code(&forged), "model_invalid" | "model_truncated"), "byte {at}: {}", code(&forged));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_cut_file_is_truncated(length in 0..NEWS.len()) {
        prop_assert_eq!(code(&NEWS[..length]), "model_truncated");
    }

    #[test]
    fn a_changed_byte_is_seen(at in 20..NEWS.len(), flip in 1_u8..) {
        let mut bytes = NEWS.to_vec();
        bytes[at] ^= flip;
        prop_assert_eq!(code(&bytes), "model_checksum");
    }

    #[test]
    fn noise_is_never_a_model(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_ne!(code(&bytes), "none");
    }
}
