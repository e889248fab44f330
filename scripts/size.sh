#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

rust
wasm_tools
npm_packages
wasm_module
model
node scripts/size.mjs
