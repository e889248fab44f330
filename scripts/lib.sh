# Sourced by the scripts beside it: progress lines, and how each tool is found or else installed.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Outside the repository, so that a second clone doesn't compile the tools again,
# and apart from cargo's own bin, so that nobody's other version is replaced.
tools=${TAWSIM_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/tawsim}
export PATH="$PWD/node_modules/.bin:$tools/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

step_number=0
step() {
    step_number=$((step_number + 1))
    printf '[%d/%d] %s\n' "$step_number" "${steps:?}" "$*"
}

have() { command -v "$1" >/dev/null; }

die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# apt_install PACKAGE...: fails where there is no apt.
apt_install() {
    have apt-get || return 1
    as_root apt-get update -qq &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

# What `with_wasm` adds to the environment; empty when the everyday toolchain knows the wasm target.
wasm_env=()
with_wasm() { env ${wasm_env[@]+"${wasm_env[@]}"} "$@"; }

rust() {
    if have rustc && [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ]; then
        return
    fi
    if [ -d /usr/lib/rustlib/src/rust/library ] && debian_rust; then
        return
    fi
    if have rustup && rustup target add wasm32-unknown-unknown; then
        return
    fi
    if apt_install cargo-web rustc-web rust-web-src rust-web-clippy rustfmt-web && debian_rust; then
        return
    fi
    die "Rust can't build for wasm here. Install it from https://rustup.rs, then: rustup target add wasm32-unknown-unknown"
}

# Debian's compiler has no standard library for wasm, but the source to build one, and a linker that fits its LLVM.
debian_rust() {
    local llvm tool bin=$tools/debian-rust
    llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    [ -x "/usr/bin/wasm-ld-$llvm" ] || apt_install "lld-$llvm" || return
    mkdir -p "$bin"
    for tool in cargo rustc rustdoc cargo-clippy clippy-driver; do
        ln -sf "/usr/bin/$tool" "$bin/$tool"
    done
    wasm_env=(
        "PATH=$bin:$PATH"
        "RUSTC_BOOTSTRAP=1"
        "CARGO_UNSTABLE_BUILD_STD=std,panic_abort"
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/wasm-ld-$llvm"
    )
    echo "using Debian's Rust for wasm"
}

# cargo_tool CRATE COMMAND VERSION
cargo_tool() {
    if have "$2" && [ "$("$2" --version)" = "$2 $3" ]; then
        return
    fi
    echo "compiling $1 $3, once: about two minutes"
    cargo install --quiet --root "$tools" "$1@$3"
}

# The command must be of the very version of the library, so the lock file says which.
wasm_tools() {
    cargo_tool wasm-bindgen-cli wasm-bindgen \
        "$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)"
    cargo_tool wasm-pack wasm-pack 0.15.1
}

npm_packages() {
    if ! have npm || ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then
        die "Node.js 20 or newer is needed, with npm: https://nodejs.org or your package manager"
    fi
    if cmp -s package-lock.json node_modules/.installed-lock; then
        return
    fi
    npm ci --no-audit --no-fund --no-update-notifier
    cp package-lock.json node_modules/.installed-lock
}

# wasm-pack optimises anew each time, so it is run only when a source is newer than its last whole run.
wasm_module() {
    local stamp=www/pkg/.built
    if [ -f "$stamp" ] &&
        [ -z "$(find src Cargo.toml Cargo.lock .cargo -type f ! -name '*.tawsim' -newer "$stamp" -print -quit)" ]; then
        return
    fi
    # `force` skips its search for rustup, which Debian's compiler doesn't need.
    with_wasm wasm-pack build --mode force --no-pack --target web --out-dir www/pkg --out-name tawsim --release \
        -- --no-default-features
    # Its ignore file would keep the module out of the npm package.
    rm -f www/pkg/.gitignore
    touch "$stamp"
}

model() { cmp -s src/model/news.tawsim www/tawsim.model || cp src/model/news.tawsim www/tawsim.model; }

# The list of the page's files, which its service worker keeps.
release() { node scripts/release.mjs; }

# Sets CHROMIUM and CHROMEDRIVER for the tests that drive a browser.
browser() {
    if ! find_browser && ! { apt_install chromium chromium-driver && find_browser; }; then
        die "Chromium and its driver are needed: install the packages chromium and chromium-driver (or chromedriver)," \
            "or set CHROMIUM and CHROMEDRIVER to where they are"
    fi
    export CHROMIUM CHROMEDRIVER
}
find_browser() {
    CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)} &&
        CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)}
}
