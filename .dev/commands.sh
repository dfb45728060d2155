# The commands of ./dev.
# shellcheck shell=bash

usage() {
  cat <<'TEXT'
usage: ./dev COMMAND

  run [--port 8080]   release web build, then serves it and prints the address
  test [NAME...]      everything that CI runs, or the steps, files and tests that are named (test --list); the last line is
                      "N passed, N failed"
  web                 release web build into build/web/
  native [ARGS]       native build (build/native/tablero), then runs it with ARGS
  package             build/package/: the static folder as a zip file, and the npm package
  bench               benchmarks: a table, and build/bench/results.json
  tidy                clang-tidy on every source; ./dev test looks at what changed
  fuzz [SECONDS]      fuzzes the readers of files, each for SECONDS or a million runs

Each installs what it lacks (packages with apt, npm packages from web/package-lock.json) and says so.
TEXT
}

dev_web() {
  # shellcheck disable=SC2086 # a list of names
  need_packages $WEB_PACKAGES
  make_page
}

make_page() {
  make_assets
  build_web
  package_page "$ROOT/data" "$ASSETS" "$BUILD/web"
}

dev_run() {
  local port=8080
  while [ $# -gt 0 ]; do
    case "$1" in
      --port) port="${2:-}"; shift 2 || true ;;
      --port=*) port="${1#--port=}"; shift ;;
      *) say "./dev run: unknown option $1"; exit 2 ;;
    esac
  done
  case "$port" in '' | *[!0-9]*) say "./dev run: --port takes a number"; exit 2 ;; esac
  dev_web
  exec node "$ROOT/web/build/serve.mjs" --port "$port"
}

dev_native() {
  # shellcheck disable=SC2086 # a list of names
  need_packages $NATIVE_PACKAGES
  make_assets
  build_native
  exec "$BUILD/native/tablero" "$@"
}

dev_bench() {
  # shellcheck disable=SC2086 # a list of names
  need_packages $BENCH_PACKAGES
  make_assets
  make_frozen_data
  configure native
  compile native benchmarks tablero-data
  step "Running benchmarks"
  mkdir -p "$BUILD/bench"
  "$BUILD/native/benchmarks" --benchmark_out="$BUILD/bench/results.json.part" --benchmark_out_format=json \
    --benchmark_counters_tabular=true "$@"
  node "$ROOT/tests/bench/import.mjs" "$BUILD/native/tablero-data" "$BUILD/bench/results.json.part"
  make_page
  make_frozen_page
  need_browser
  use_emscripten
  compile web query_web_bench map_web_bench
  step "Comparing the cross-filter with crossfilter2"
  node "$ROOT/tests/bench/web/query.mjs" --into "$BUILD/bench/results.json.part"
  step "Measuring the map in Chromium"
  node "$ROOT/tests/bench/web/map.mjs" --into "$BUILD/bench/results.json.part"
  step "Comparing the start with a page of ECharts"
  node "$ROOT/tests/bench/startup.mjs" --into "$BUILD/bench/results.json.part"
  mv "$BUILD/bench/results.json.part" "$BUILD/bench/results.json"
}

dev_tidy() {
  # shellcheck disable=SC2086 # a list of names
  need_packages $TEST_PACKAGES
  make_assets
  make_frozen_data
  build_debug
  step "clang-tidy on every source"
  TABLERO_TIDY_SECONDS=0 "$ROOT/.dev/checks/tidy.sh" --all
}
