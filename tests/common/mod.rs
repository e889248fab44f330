//! What property tests share.

use proptest::prelude::ProptestConfig;

/// As many cases as `TAWSIM_CASES` says, or else `usual`: a long run is
/// `TAWSIM_CASES=1000000 cargo test --test normalize --test segment --test segment_clitics` (unoptimised, so that an overflow
/// is a panic).
pub fn cases(usual: u32) -> ProptestConfig {
    let told = std::env::var("TAWSIM_CASES").ok().and_then(|number| number.parse().ok());
    ProptestConfig { cases: told.unwrap_or(usual), failure_persistence: None, ..ProptestConfig::default() }
}
