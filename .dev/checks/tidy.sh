#!/usr/bin/env bash
# clang-tidy on every source of ours that changed, or includes something that changed, since it last passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=build/debug
stamps=.cache/tidy
mkdir -p "$stamps"

# Hash of a source with everything of ours that it includes (known to ninja from the last compile) and the rules.
state_of() {
  local object="$1"
  { ninja -C "$build" -t deps "$object" | sed -n 's/^ \+//p' | grep -E "^$PWD/(src|tests)/" | sort | xargs cat; cat .clang-tidy; } |
    sha256sum | cut -d' ' -f1
}

work="$(mktemp)"
trap 'rm -f "$work"' EXIT
ninja -C "$build" -t compdb >/dev/null
while IFS=$'\t' read -r file object; do
  state="$(state_of "$object")"
  stamp="$stamps/$(echo "$file" | tr / _)"
  [ "$(cat "$stamp" 2>/dev/null)" = "$state" ] || printf '%s\t%s\t%s\n' "$file" "$stamp" "$state" >>"$work"
done < <(node .dev/checks/our_sources.mjs "$build/compile_commands.json")

count="$(wc -l <"$work")"
echo "$count files to look at"
[ "$count" -gt 0 ] || exit 0
# shellcheck disable=SC2016 # expanded by the inner shell
tr '\t' '\n' <"$work" | xargs -d '\n' -n 3 -P "$(nproc)" bash -c '
  output="$(clang-tidy --quiet -p "$0" "$1" --extra-arg=-Wno-unknown-warning-option 2>/dev/null)" || { printf "%s\n" "$output"; exit 1; }
  echo "$3" >"$2"' "$build"
