#!/bin/sh
# note_link.sh OUT COMMAND...: runs a linker that is told to name what it links (--trace), and keeps the names in OUT. The notices are
# compared with them (tests/web/licences.test.mjs).
out="$1"
shift
"$@" >"$out.part" || {
  status=$?
  cat "$out.part"
  exit "$status"
}
mv "$out.part" "$out"
