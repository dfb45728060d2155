# Fuzzing the readers of outside bytes: libFuzzer with ASan and UBSan (tests/fuzz). Sourced by commands.sh and test.sh.
# shellcheck shell=bash

FUZZ_TARGETS="json_loader csv_reader registrations results columns csv_cells gazetteer json_edit mesh tables view_state"

# What the targets start from; they are compiled with the tests (build_debug).
make_seeds() {
  make_assets
  make_frozen_data
  rm -rf "$BUILD/fuzz/seeds"
  mkdir -p "$BUILD/fuzz/seeds"
  node "$ROOT/tests/fuzz/seeds.mjs" "$BUILD/fuzz/seeds"
}

# fuzz_target NAME OPTION...: runs the regressions and seeds first, then mutations of them. New finds go to
# build/fuzz/corpus/NAME; an input that breaks a promise is kept as build/fuzz/NAME-crash-*.
fuzz_target() {
  local name="$1" corpus="$BUILD/fuzz/corpus/$1" dictionary=()
  shift
  mkdir -p "$corpus"
  case "$name" in json_loader | results | json_edit) dictionary=("-dict=$BUILD/fuzz/seeds/json.dict") ;; esac
  # Git cannot store an empty folder: a target without regressions has none.
  local known="$ROOT/tests/fuzz/regressions/$name"
  [ -d "$known" ] || known=""
  # Bounds of an input. What the address sanitizer keeps of freed memory would count as the reader's.
  ASAN_OPTIONS="${ASAN_OPTIONS:-}:quarantine_size_mb=16" "$BUILD/debug/${name}_fuzz" "${dictionary[@]}" -timeout=5 -rss_limit_mb=512 -malloc_limit_mb=256 -print_final_stats=1 \
    "-artifact_prefix=$BUILD/fuzz/$name-" "$@" "$corpus" "$BUILD/fuzz/seeds/$name" ${known:+"$known"}
}

# ./dev fuzz [SECONDS]: each target for SECONDS, or for a million runs.
dev_fuzz() {
  local limit=-runs=1000000 name
  case "${1:-}" in
    "") ;;
    *[!0-9]*) say "./dev fuzz: SECONDS is a number"; exit 2 ;;
    *) limit="-max_total_time=$1" ;;
  esac
  # shellcheck disable=SC2086 # a list of names
  need_packages $NATIVE_PACKAGES $TEST_PACKAGES
  build_debug
  make_seeds
  make_frozen_programs
  step "Checking files of data/ that want much"
  TABLERO_ALL_FILES=1 quietly hostile "What took too long or too much: tests/tools/hostile_files.mjs." node --test "$ROOT/tests/tools/hostile.test.mjs"
  step "Chaos: the whole program under random events"
  TABLERO_CHAOS_SECONDS="${1:-120}" quietly chaos "The seed at its end repeats it: TABLERO_CHAOS_SEED=N." \
    "$BUILD/debug/ui_tests" --gtest_brief=1 "--gtest_filter=Chaos.*"
  for name in $FUZZ_TARGETS; do
    step "Fuzzing $name ($limit)"
    quietly "fuzz-$name" "The input that breaks it: build/fuzz/$name-*. Once mended, keep it in tests/fuzz/regressions/$name." \
      fuzz_target "$name" "$limit"
    grep -aE 'number_of_executed_units|new_units_added|peak_rss_mb|slowest_unit' "$LOGS/fuzz-$name.log" | sed 's/^stat::/  /' >&2
  done
}
