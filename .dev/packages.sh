# The distribution's packages that each command needs, installed only when something is missing.
# shellcheck shell=bash

# What makes the fonts. python3-fonttools asks for "scipy or munkres" and "all of Python or unicodedata2": the latter two
# spare 371 MB.
FONT_PACKAGES="fonts-inter python3 python3-fonttools python3-munkres python3-unicodedata2"
WEB_PACKAGES="build-essential cmake ninja-build git ca-certificates xz-utils emscripten nlohmann-json3-dev
  $FONT_PACKAGES nodejs npm ccache"
NATIVE_PACKAGES="build-essential cmake ninja-build git ca-certificates xz-utils nlohmann-json3-dev
  $FONT_PACKAGES nodejs npm ccache libglfw3-dev libegl-dev libgl-dev libopengl-dev libegl-mesa0 libgl1-mesa-dri
  libpng-dev libzip-dev libpugixml-dev"
BENCH_PACKAGES="$WEB_PACKAGES $NATIVE_PACKAGES libbenchmark-dev chromium chromium-headless-shell"
TEST_PACKAGES="$WEB_PACKAGES $NATIVE_PACKAGES clang libclang-rt-dev libgtest-dev libbenchmark-dev libc++-dev libc++abi-dev
  clang-format clang-tidy chromium chromium-headless-shell poppler-utils"

# need_packages PACKAGE...: sees to it that each is there.
need_packages() {
  local missing
  missing="$(missing_packages "$@")"
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086 # a list of names
  install_packages $missing
  missing="$(missing_packages "$@")"
  [ -z "$missing" ] || fail "packages: still missing after the installation: $missing" \
    "See build/logs/packages.log, install them by hand and run again."
}

# The packages among the arguments that are neither installed nor replaced by a program in PATH.
missing_packages() {
  local installed package missing=()
  installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package} ' "$@" 2>/dev/null | sed 's/ii  */ /g') "
  for package in $(printf '%s\n' "$@" | sort -u); do
    case "$installed" in *" $package "*) continue ;; esac
    has_substitute "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || echo "${missing[*]}"
}

# A tool in PATH can replace the distribution's package.
has_substitute() {
  case "$1" in
    build-essential) have c++ && have make ;;
    cmake) have cmake && cmake_is_new_enough ;;
    ninja-build) have ninja ;;
    git) have git ;;
    python3) have python3 ;;
    python3-fonttools | python3-munkres | python3-unicodedata2) font_python >/dev/null ;;
    xz-utils) have xz ;;
    emscripten) have emcc ;;
    nodejs) have node ;;
    npm) have npm ;;
    clang-format) have clang-format || have clang-format-14 ;;
    clang-tidy) have clang-tidy ;;
    clang) have clang++ ;;
    libclang-rt-dev) have_fuzzer ;;
    chromium) [ -n "$(find_browser)" ] || ! apt_brings_chromium ;;
    # Only makes builds and tests faster.
    ccache | chromium-headless-shell) ! apt-cache show "$1" >/dev/null 2>&1 ;;
    *) return 1 ;;
  esac
}

# libFuzzer's runtime of the clang++ in PATH; some distributions name its package after the version.
have_fuzzer() { have clang++ && ls "$(clang++ -print-resource-dir)"/lib/*/libclang_rt.fuzzer*.a >/dev/null 2>&1; }

# Prints the Python that has fontTools: the distribution's, or the one in PATH.
font_python() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import fontTools' 2>/dev/null; then
      echo "$python"
      return 0
    fi
  done
  return 1
}

cmake_is_new_enough() {
  local version
  version="$(cmake --version | sed -n 's/^cmake version //p')"
  [ "$(printf '%s\n3.25\n' "$version" | sort -V | head -n 1)" = 3.25 ]
}

install_packages() {
  local runner=()
  if [ "$(id -u)" -ne 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then
      runner=(sudo -n)
    else
      fail "packages: neither root nor sudo without a password" "Have these installed and run again:
  apt-get install --no-install-recommends $*"
    fi
  fi
  have apt-get || fail "packages: no apt-get on this system" "Install the counterparts of these and run again:
  $*"
  step "Installing packages: $*"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  quietly packages-update "Check the network and the apt sources of this machine, then run again." \
    "${runner[@]}" "${apt[@]}" update
  quietly packages "Try the same by hand, then run again:
  apt-get install --no-install-recommends $*" \
    "${runner[@]}" "${apt[@]}" install -y --no-install-recommends "$@"
}

# Prints the path of a Chromium or Chrome that can be run headless, or nothing.
find_browser() {
  local name path
  if [ -n "${TABLERO_CHROMIUM:-}" ]; then
    echo "$TABLERO_CHROMIUM"
    return 0
  fi
  for name in chromium google-chrome google-chrome-stable chromium-browser; do
    path="$(command -v "$name")" || continue
    # Ubuntu's /usr/bin/chromium-browser is a script that installs or starts the snap.
    case "$(head -c 2000 "$path" 2>/dev/null | tr -d '\0')" in *snap*) continue ;; esac
    echo "$path"
    return 0
  done
  find "$CACHE/browsers" -type f \( -name headless_shell -o -name chrome-headless-shell \) 2>/dev/null | head -n 1
}

# Debian packages Chromium; Ubuntu's package of that name is transitional and installs the snap
# (https://packages.ubuntu.com/noble/chromium-browser).
apt_brings_chromium() { ! grep -qi '^ID=ubuntu' /etc/os-release 2>/dev/null; }

# Sets TABLERO_CHROMIUM for the browser tests, and TABLERO_CHROMIUM_LIGHT: the same without a window, where the distribution
# has it and nobody has named another browser.
need_browser() {
  if [ -z "${TABLERO_CHROMIUM:-}" ] && have chromium-headless-shell; then
    export TABLERO_CHROMIUM_LIGHT="${TABLERO_CHROMIUM_LIGHT:-$(command -v chromium-headless-shell)}"
  fi
  TABLERO_CHROMIUM="$(find_browser)"
  if [ -z "$TABLERO_CHROMIUM" ]; then
    step "Fetching a headless Chromium with playwright-core (this distribution packages none)"
    quietly browser "Install Chromium or Chrome and run again, or name it: TABLERO_CHROMIUM=/path ./dev test" \
      env "PLAYWRIGHT_BROWSERS_PATH=$CACHE/browsers" node "$ROOT/web/node_modules/playwright-core/cli.js" \
      install --with-deps --only-shell chromium
    TABLERO_CHROMIUM="$(find_browser)"
  fi
  [ -n "$TABLERO_CHROMIUM" ] || fail "browser: none found" \
    "Install Chromium or Chrome and run again, or name it: TABLERO_CHROMIUM=/path ./dev test"
  export TABLERO_CHROMIUM
}
