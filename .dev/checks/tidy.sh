#!/usr/bin/env bash
# Incremental clang-tidy: the sources that changed within the last day of history (or since TABLERO_TIDY_BASE, a commit), or
# that include something that did, and have not passed since; newest first, for at most TABLERO_TIDY_SECONDS (40; 0: all).
# The rest is checked next time. With --all: every source that has not passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=build/debug
stamps=.cache/tidy
budget="${TABLERO_TIDY_SECONDS:-40}"
mkdir -p "$stamps"
work="$(mktemp)"
trap 'rm -f "$work"' EXIT

base=""
if [ "${1:-}" != --all ] && git rev-parse --quiet --verify HEAD >/dev/null 2>&1; then
  base="${TABLERO_TIDY_BASE:-$(git rev-list -1 --before="$(($(git log -1 --format=%ct) - 86400))" HEAD)}"
fi
node .dev/checks/tidy_work.mjs "$build" "$stamps" $base >"$work"
echo "$(wc -l <"$work") files changed since they last passed"
[ -s "$work" ] || exit 0
until=0
[ "$budget" -eq 0 ] || until=$(($(date +%s) + budget))
# shellcheck disable=SC2016 # expanded by the inner shell
tr '\t' '\n' <"$work" | UNTIL="$until" xargs -d '\n' -n 3 -P "$(nproc)" bash -c '
  if [ "$UNTIL" -gt 0 ] && [ "$(date +%s)" -ge "$UNTIL" ]; then echo "left for next time: $1"; exit 0; fi
  if output="$(clang-tidy --quiet -p "$0/tidy" "$1" --extra-arg=-Wno-unknown-warning-option 2>/dev/null)"; then
    echo "$3" >"$2"
  else
    printf "%s\n" "$output"
    exit 1
  fi' "$build"
