#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
steps=6

step "Rust with the wasm target"
rust
step "wasm-bindgen and wasm-pack"
wasm_tools
step "npm packages: wasm-opt and the server"
npm_packages
step "The core, as a wasm module"
wasm_module
step "The model"
model
release
step "Serving www/ on this computer; Ctrl-C ends it"
exec node scripts/serve.mjs
