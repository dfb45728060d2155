# Configuring and compiling: only what changed. Sourced after lib.sh, packages.sh, imgui.sh.
# shellcheck shell=bash

need_npm() {
  local want
  want="$(node --version | fingerprint "$ROOT/web/package.json" "$ROOT/web/package-lock.json")"
  if ! stamp_is npm "$want" || [ ! -d "$ROOT/web/node_modules" ]; then
    step "Installing npm packages (web/package-lock.json)"
    quietly npm "Check the network and the npm registry that is configured, then run again." \
      npm ci --prefix "$ROOT/web" --ignore-scripts --no-audit --no-fund
    stamp_set npm "$want"
  fi
  # Tests import the same packages; Node.js looks for them from the test's folder upwards.
  [ -e "$ROOT/tests/node_modules" ] || ln -sfn ../web/node_modules "$ROOT/tests/node_modules"
}

# Debian's Emscripten loads its JavaScript libraries from the distribution's folder, even if node comes from elsewhere.
use_emscripten() {
  case "$(readlink -f "$(command -v emcc)")" in
    /usr/bin/* | /usr/share/emscripten/*)
      export NODE_PATH="/usr/share/nodejs:/usr/lib/nodejs${NODE_PATH:+:$NODE_PATH}"
      ;;
  esac
}

# Warnings are errors in CI and with the compilers that the project is developed with; new warnings of a newer compiler
# must not break anybody's build.
warnings_are_errors() {
  case "${TABLERO_WERROR:-}" in ON | OFF) echo "$TABLERO_WERROR"; return ;; esac
  case "${CI:+ci}:$1" in
    ci:* | *"Emscripten"*" 3.1.6 "* | *" 12."* | *"clang version 14."*) echo ON ;;
    *) echo OFF ;;
  esac
}

# configure PRESET [RUNNER...]: runs CMake when the preset, the compiler or ImGui's place changed, or never before.
# Later changes of CMake files and of the list of sources are noticed by ninja.
configure() {
  local preset="$1" dir="$BUILD/$1" imgui args=() want compiler=c++ version
  shift
  if [ "$preset" = web ]; then
    dir="$BUILD/web-cmake"
    compiler=emcc
  fi
  # Clang compiles these presets in two thirds of the time; the native program uses the system's default compiler.
  case "$preset" in debug | libcxx) compiler=clang++ ;; esac
  if [ "$preset" != libcxx ]; then
    imgui="$(imgui_source)" || exit 1
    [ -z "$imgui" ] || args+=("-DFETCHCONTENT_SOURCE_DIR_IMGUI=$imgui")
  fi
  # Captured whole, then truncated: `| head -1` would kill the compiler's wrapper script with SIGPIPE.
  version="$("$compiler" --version)"
  version="${version%%$'\n'*}"
  args+=("-DTABLERO_WERROR=$(warnings_are_errors "$version")")
  want="$(printf '%s\n' "$ROOT" "${args[*]}" "$(command -v "$compiler")" "$version" |
    fingerprint "$ROOT/CMakePresets.json")"
  if stamp_is "cmake-$preset" "$want" && [ -f "$dir/build.ninja" ]; then return 0; fi
  # A build folder that was moved or copied with the project is of no use.
  grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$dir/CMakeCache.txt" || rm -rf "$dir"
  step "Configuring $preset"
  quietly "configure-$preset" "If it does not explain itself: rm -r ${dir#"$ROOT/"}, then run again." \
    in_root "$@" cmake --preset "$preset" "${args[@]}"
  stamp_set "cmake-$preset" "$want"
}

in_root() { (cd "$ROOT" && "$@"); }

# ccache's depend mode: on a cache miss a file is not preprocessed twice.
export CCACHE_DEPEND="${CCACHE_DEPEND:-1}"

# compile PRESET TARGET...
compile() {
  local preset="$1" dir="$BUILD/$1" log="$LOGS/build-$1.log"
  shift
  [ "$preset" = web ] && dir="$BUILD/web-cmake"
  mkdir -p "$LOGS"
  step "Building $preset: $*"
  if ! ninja -C "$dir" "$@" >"$log" 2>&1; then
    # What the compilers said, without ninja's progress and the command lines.
    grep -vE '^\[[0-9]+/[0-9]+\] |^ninja: |^(: && )?/usr/|^em\+\+: error: ' "$log" | cut -c 1-300 | head -n 60 >&2
    fail "building $preset" "The whole log: build/logs/build-$preset.log"
  fi
}

build_native() {
  configure native
  compile native tablero tablero-data
}

build_debug() {
  configure debug
  compile debug unit_tests ui_tests fuzz_targets benchmarks tablero tablero-data
}

# The tests of lists and records in the library of the web build.
build_libcxx() {
  configure libcxx
  compile libcxx libcxx_tests
}

build_web() {
  use_emscripten
  configure web emcmake
  compile web tablero
}
