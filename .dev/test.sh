# ./dev test: every step adds to two counts; a failing step does not stop the others. Sourced by commands.sh.
# shellcheck shell=bash

PASSED=0
FAILED=0
STEP_STARTED=0

run_all_tests() {
  # shellcheck disable=SC2086 # a list of names
  need_packages $TEST_PACKAGES
  need_npm
  need_browser
  mkdir -p "$LOGS" "$BUILD/test"
  set +e  # a failing step is counted and the next one runs
  check "rooms of src/ include downwards" node .dev/checks/rooms.mjs
  check "words in every language" node .dev/checks/words.mjs
  check "nothing strange in the tree" node .dev/checks/tree.mjs
  check "format" .dev/checks/format.sh
  check "every character has a glyph; fonts and base map" part make_assets
  node_tests "data files" tests/data

  if check "debug build without warnings" part build_debug; then
    program_tests "unit" build/debug/unit_tests
    program_tests "interface" build/debug/ui_tests
    check_if_built "tablero-data check" build/debug/tablero-data check data
    node_tests "native programs" tests/tools
    check "clang-tidy" .dev/checks/tidy.sh
  else
    missed "unit" "interface" "native programs" "clang-tidy"
  fi
  # After the debug build: its tablero-data draws the stills of the page.
  if check "web build without warnings" part make_page; then
    node_tests "web product" tests/web
  else
    missed "web product"
  fi
  if check "fuzz targets without warnings" part build_fuzz; then
    local target
    for target in $FUZZ_TARGETS; do
      check "fuzz: $target" fuzz_target "$target" -seed=1 -max_total_time="${TABLERO_FUZZ_SECONDS:-5}" || true
    done
  else
    missed "fuzz"
  fi
  if [ -f "$BUILD/web/tablero.wasm" ]; then node_tests "browser" tests/browser; else missed "browser"; fi

  printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" -eq 0 ]
}

# Functions of ./dev as a command of their own, so that fail() ends only the step.
part() { bash -c 'set -euo pipefail; cd "$1"; . .dev/lib.sh; for f in packages imgui build assets fuzz commands; do . ".dev/$f.sh"; done; "$2"' - "$ROOT" "$1"; }

begin_step() {
  STEP_STARTED=$SECONDS
  printf '  %-52s ' "$1" >&2
}

# end_step NAME PASSED FAILED LOG: one line; a failed step shows the end of its log.
end_step() {
  PASSED=$((PASSED + $2))
  FAILED=$((FAILED + $3))
  printf '%4d passed, %d failed  (%d s)\n' "$2" "$3" "$((SECONDS - STEP_STARTED))" >&2
  if [ "$3" -gt 0 ]; then
    show_failures "$4" | cut -c 1-400 | sed 's/^/      /' >&2
    printf '      the whole log: %s\n' "${4#"$ROOT/"}" >&2
  fi
}

# Failures first where the runner marks them; otherwise the end.
show_failures() {
  if grep -qE '^\s*not ok|^\[  FAILED  \]|: Failure$' "$1"; then
    grep -E -A 14 '^\s*not ok|: Failure$' "$1" | grep -vE "^\s*(stack:|at |---|\.\.\.|duration_ms|type:)" | head -n 80
  else
    tail -n 40 "$1"
  fi
}

log_of() { echo "$LOGS/test-$(echo "$1" | tr -cs 'a-zA-Z0-9' '-' | sed 's/-$//').log"; }

# check NAME COMMAND...: one test, passed when the command succeeds.
check() {
  local name="$1" log
  shift
  log="$(log_of "$name")"
  begin_step "$name"
  if (cd "$ROOT" && "$@") >"$log" 2>&1; then
    end_step "$name" 1 0 "$log"
  else
    end_step "$name" 0 1 "$log"
    return 1
  fi
}

check_if_built() { [ ! -x "$ROOT/$2" ] || check "$@" || true; }

# Steps that could not run because what they need did not build.
missed() {
  local name
  for name in "$@"; do
    begin_step "$name"
    echo "not run: what it needs did not build" >"$(log_of "$name")"
    end_step "$name" 0 1 "$(log_of "$name")"
  done
}

# program_tests NAME PROGRAM: a GoogleTest program in two halves side by side; its own counts. A crash counts as one
# failure more.
program_tests() {
  local log half passed=0 failed=0
  [ -x "$ROOT/$2" ] || return 0
  log="$(log_of "$1")"
  begin_step "$1"
  for half in 0 1; do program_half "$1" "$2" "$half" >"$log.$half" 2>&1 & done
  wait
  for half in 0 1; do
    # shellcheck disable=SC2046 # two numbers
    set -- "$1" "$2" $(cat "$BUILD/test/$1.$half.counts")
    passed=$((passed + $3))
    failed=$((failed + $4))
  done
  cat "$log.0" "$log.1" >"$log"
  rm "$log.0" "$log.1"
  end_step "$1" "$passed" "$failed" "$log"
}

program_half() {
  local json="$BUILD/test/$1.$3.json" status=0
  rm -f "$json"
  (cd "$ROOT" && ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_stack_use_after_return=1" \
    LSAN_OPTIONS="suppressions=$ROOT/.dev/leaks.txt:print_suppressions=0" UBSAN_OPTIONS=print_stacktrace=1 \
    GTEST_TOTAL_SHARDS=2 GTEST_SHARD_INDEX="$3" timeout 600 "$2" --gtest_output="json:$json" --gtest_brief=1) || status=$?
  node "$ROOT/.dev/checks/gtest_counts.mjs" "$json" "$status" >"$BUILD/test/$1.$3.counts"
}

# node_tests NAME FOLDER: all *.test.mjs of a folder with Node's own runner. Browser tests mostly wait: two files at a
# time, but those which measure time by themselves (a line "// Runs alone" in their heads).
node_tests() {
  local log files=() alone=() counts
  mapfile -t files < <(find "$ROOT/$2" -name '*.test.mjs' -not -path '*/node_modules/*' | sort)
  [ ${#files[@]} -gt 0 ] || return 0
  log="$(log_of "$1")"
  begin_step "$1"
  mapfile -t alone < <(grep -l '^// Runs alone' "${files[@]}")
  mapfile -t files < <(printf '%s\n' "${files[@]}" | grep -vxF "$(printf '%s\n' /dev/null "${alone[@]}")")
  : >"$log"
  counts="$(run_node_files "$log" 2 "${files[@]}") $(run_node_files "$log" 1 "${alone[@]}")"
  # shellcheck disable=SC2086 # numbers
  set -- "$1" $counts
  end_step "$1" "$(($2 + ${4:-0}))" "$(($3 + ${5:-0}))" "$log"
}

# run_node_files LOG AT_A_TIME FILE...: adds to LOG, prints how many tests passed and failed. None: nothing.
run_node_files() {
  local log="$1" jobs="$2" part passed failed
  shift 2
  [ $# -gt 0 ] || return 0
  part="$(mktemp)"
  (cd "$ROOT" && timeout 900 node --test --test-reporter=tap --test-concurrency="$jobs" "$@") >"$part" 2>&1 || true
  passed="$(sed -n 's/^# pass //p' "$part" | tail -n 1)"
  failed="$(sed -n 's/^# \(fail\|cancelled\) //p' "$part" | awk '{ n += $1 } END { print n + 0 }')"
  cat "$part" >>"$log"
  rm "$part"
  # A runner that did not reach its summary was killed.
  if [ -z "$passed" ]; then passed=0; failed=1; fi
  echo "$passed $failed"
}
