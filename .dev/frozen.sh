# The test fixtures that are built: build/test/ contains the frozen data folder, the assets made from it, the page
# packaged with it, and the native programs, which look for data beside themselves first. Sourced after assets.sh.
# shellcheck shell=bash

FROZEN="$BUILD/test"

# build/test/data and build/test/assets.
make_frozen_data() {
  local want
  want="$(find "$ROOT/tests/fixtures/data" "$ROOT"/data/{schema,i18n} -name '*.json' -print0 | sort -z | xargs -0 sha256sum |
    fingerprint "$ROOT/tests/fixtures/assemble.mjs")"
  if ! stamp_is frozen-data "$want" || [ ! -f "$FROZEN/data/manifest.json" ]; then
    step "Putting the tests' data folder together"
    mkdir -p "$FROZEN/assets"
    quietly frozen-data "See the log." node "$ROOT/tests/fixtures/assemble.mjs" "$FROZEN/data"
    stamp_set frozen-data "$want"
  fi
  cp -a --update "$ASSETS/map" "$ASSETS/gazetteer.bin" "$FROZEN/assets/"
  make_assets_of "$FROZEN/data" "$FROZEN/assets"
}

# build/test/bin: programs look for data and assets beside themselves first.
make_frozen_programs() {
  local name
  mkdir -p "$FROZEN/bin"
  for name in tablero tablero-data; do ln -f "$BUILD/debug/$name" "$FROZEN/bin/$name"; done
  for name in data assets; do ln -sfn "$FROZEN/$name" "$FROZEN/bin/$name"; done
  ln -sfn "$ROOT/shaders" "$FROZEN/bin/shaders"
}

# build/test/web
make_frozen_page() {
  package_page "$FROZEN/data" "$FROZEN/assets" "$FROZEN/web"
}
