#!/usr/bin/env bash
# Builds the fuzz target with the everyday compiler and runs it for a while.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

have c++ || apt_install g++ || die "The fuzzer needs a C++ compiler: install g++ or clang"
# What cargo-fuzz passes, without a sanitiser of memory: the library has no unsafe code to find fault with.
export RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Ccodegen-units=1 -Cdebug-assertions"
host=$(rustc -vV | sed -n 's/^host: //p')
cargo build --release --manifest-path tests/fuzz/Cargo.toml --target "$host"
mkdir -p tests/fuzz/corpus/text
# The project's own articles are where it begins.
cp -n tests/golden/*.txt tests/fuzz/corpus/text/
"tests/fuzz/target/$host/release/text" tests/fuzz/corpus/text -max_len=4096 -timeout=10 \
    -artifact_prefix=tests/fuzz/ -max_total_time="${SECONDS_TO_RUN:-60}"
