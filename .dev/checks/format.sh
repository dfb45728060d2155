#!/usr/bin/env bash
# Every C++ file as clang-format 14 writes it (--fix rewrites them). Other versions format differently in places; they
# are not asked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
sources() { find src tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0; }

for program in clang-format-14 clang-format; do
  "$program" --version 2>/dev/null | grep -q 'version 14\.' || continue
  if [ "${1:-}" = --fix ]; then
    sources | xargs -0 "$program" -i
    exit
  fi
  if sources | xargs -0 "$program" --dry-run --Werror 2>build/format.txt; then exit 0; fi
  sed -nE 's/^([^:]+):[0-9]+:[0-9]+: error.*/\1: not formatted/p' build/format.txt | sort | uniq -c | sort -rn
  echo "to format: .dev/checks/format.sh --fix"
  exit 1
done
echo "clang-format 14 is not here; the format was not checked"
