# Shared by all parts of ./dev: paths, messages, and how a step fails. Sourced, never run.
# shellcheck shell=bash

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
BUILD="$ROOT/build"
CACHE="$ROOT/.cache"
LOGS="$BUILD/logs"
STAMPS="$CACHE/stamps"

say() { printf '%s\n' "$*" >&2; }

# Announces what comes next, one line.
step() { printf '\033[1m•\033[0m %s\n' "$*" >&2; }

# fail WHAT HOW-TO-GO-ON: ends ./dev with both.
fail() {
  printf '\n./dev: failed: %s\n' "$1" >&2
  if [ $# -gt 1 ]; then printf '%s\n' "$2" | sed 's/^/  /' >&2; fi
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

jobs_count() { nproc 2>/dev/null || echo 2; }

# quietly NAME HOW-TO-GO-ON COMMAND...: runs it with the output in build/logs/NAME.log; a failure shows the
# end of that log and stops.
quietly() {
  local name="$1" advice="$2"
  shift 2
  mkdir -p "$LOGS"
  if ! "$@" >"$LOGS/$name.log" 2>&1; then
    tail -n 40 "$LOGS/$name.log" >&2
    fail "$name" "$advice
The whole log: build/logs/$name.log"
  fi
}

# Hash of the named files and of everything on standard input, to see whether a step has to run again.
fingerprint() { { cat; for f in "$@"; do [ -f "$f" ] && cat "$f"; done; } | sha256sum | cut -d' ' -f1; }

stamp_is() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }

stamp_set() {
  mkdir -p "$STAMPS"
  printf '%s\n' "$2" >"$STAMPS/$1"
}
