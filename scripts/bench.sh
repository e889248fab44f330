#!/usr/bin/env bash
# Speed on one core, natively and beside Intl.Segmenter in Node and in Chromium; treebanks may be given as arguments.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
steps=3

step "Tools, the wasm module and the model"
rust
wasm_tools
npm_packages
browser
wasm_module
model
step "Native"
cargo run --quiet --release --example bench-segment
step "WebAssembly beside Intl.Segmenter"
node tests/benches/segmenter.mjs "$@"
