#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
steps=12
wasm=(--target wasm32-unknown-unknown --no-default-features --test wasm)

step "Rust with the wasm target, and its tools"
rust
wasm_tools
step "npm packages"
npm_packages
step "Chromium and its driver"
browser

step "Format"
cargo fmt --check
step "Lints: default, bare, trainer, wasm"
cargo clippy --all-targets -- -D warnings
cargo clippy --all-targets --no-default-features -- -D warnings
cargo clippy --all-targets --features train -- -D warnings
with_wasm cargo clippy "${wasm[@]}" --lib -- -D warnings
step "Documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
step "Rust tests"
cargo test
cargo test --features train --lib train::

step "The wasm module and the model"
wasm_module
model
release
# Not by `wasm-pack test`, which builds the native tests for wasm as well. A busy machine needs more than 20 s.
export WASM_BINDGEN_TEST_TIMEOUT=120 WASM_BINDGEN_TEST_WEBDRIVER_JSON=scripts/webdriver.json
step "The module's own tests, in Node"
with_wasm cargo test "${wasm[@]}"
step "The module's own tests, in Chromium"
with_wasm WASM_BINDGEN_USE_BROWSER=1 cargo test "${wasm[@]}"
step "JavaScript tests and types"
node --test tests/js/*.test.js
step "The page, in Chromium"
# Two files at a time: a page waits for its browser about as long as it works.
node --test --test-concurrency=2 tests/e2e/*.test.js
