# Dear ImGui's source. CMake fetches it by commit; where that host cannot be reached, the same release comes
# from the distribution's source package, read with a private apt configuration that leaves the machine's
# own untouched. CMake checks the version on both ways.
# shellcheck shell=bash

IMGUI_VERSION=1.92.2b
IMGUI_REPOSITORY=https://github.com/ocornut/imgui.git

# Prints the folder for FETCHCONTENT_SOURCE_DIR_IMGUI, or nothing when CMake can fetch by itself.
imgui_source() {
  local dir="$CACHE/imgui-$IMGUI_VERSION"
  if [ -n "${TABLERO_IMGUI_DIR:-}" ]; then
    echo "$TABLERO_IMGUI_DIR"
  elif [ -f "$dir/imgui.h" ]; then
    echo "$dir"
  elif [ -f "$CACHE/deps/imgui-src/imgui.h" ]; then
    return 0
  elif imgui_host_answers; then
    step "Dear ImGui $IMGUI_VERSION: CMake will fetch it by commit"
  else
    imgui_from_distribution "$dir"
    echo "$dir"
  fi
}

imgui_host_answers() {
  have git && GIT_TERMINAL_PROMPT=0 timeout 8 git ls-remote --quiet --exit-code "$IMGUI_REPOSITORY" HEAD \
    >/dev/null 2>&1
}

imgui_from_distribution() {
  local dir="$1" uri suite archive
  local advice="Put the source of Dear ImGui $IMGUI_VERSION (with backends/ and misc/) into a folder and run
  TABLERO_IMGUI_DIR=/that/folder ./dev ..."
  step "Dear ImGui $IMGUI_VERSION: its public host does not answer, reading the distribution's source package"
  uri="$(debian_mirror)"
  [ -n "$uri" ] || fail "Dear ImGui: no Debian mirror is configured on this machine, and $IMGUI_REPOSITORY does not answer" "$advice"
  for suite in forky testing unstable; do
    archive="$(imgui_download "$uri" "$suite")" && break
    archive=""
  done
  [ -n "$archive" ] || fail "Dear ImGui: $IMGUI_VERSION is in none of forky, testing, unstable of the configured mirror" "$advice
What apt said: build/logs/imgui.log"
  rm -rf "$dir.part"
  mkdir -p "$dir.part"
  tar -xf "$archive" -C "$dir.part" --strip-components=1 ||
    fail "Dear ImGui: $archive cannot be unpacked" "Is xz-utils installed? Otherwise delete .cache/apt and run again."
  grep -q "IMGUI_VERSION .*\"$IMGUI_VERSION\"" "$dir.part/imgui.h" ||
    fail "Dear ImGui: the source package is not $IMGUI_VERSION" "$advice"
  mv -T "$dir.part" "$dir"
  rm -rf "$CACHE/apt"
}

# First Debian archive (not security, not a third party's) among the machine's apt sources; nothing on Ubuntu.
debian_mirror() {
  local files=()
  shopt -s nullglob
  files=(/etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list)
  shopt -u nullglob
  { cat "${files[@]}" 2>/dev/null || true; } | sed -nE \
    -e 's/^URIs:[[:space:]]*([^[:space:]]+).*/\1/p' \
    -e 's/^deb(-src)?[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+).*/\3/p' |
    { grep -m 1 -E '/debian/?$' || true; }
}

# imgui_download URI SUITE: prints the downloaded archive of that suite, or fails.
imgui_download() {
  local apt="$CACHE/apt/$2" keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$apt"/etc/{apt.conf.d,preferences.d,sources.list.d,trusted.gpg.d} \
    "$apt"/state/lists/partial "$apt"/cache/archives/partial "$LOGS"
  : >"$apt/state/status"
  printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$1" "$2" >"$apt/etc/sources.list"
  # Only one fixed version is needed, so an expired package list is acceptable; its signature is still verified.
  local options=(-o Acquire::Check-Valid-Until=false -o "Dir::Etc=$apt/etc" -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/state/status"
    -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root -o Acquire::Retries=2 -o Acquire::Languages=none)
  (
    cd "$apt" &&
      apt-get "${options[@]}" -q update &&
      apt-get "${options[@]}" -q --download-only source "imgui=$IMGUI_VERSION*"
  ) >>"$LOGS/imgui.log" 2>&1 || (
    cd "$apt" && apt-get "${options[@]}" -q --download-only source imgui
  ) >>"$LOGS/imgui.log" 2>&1 || return 1
  local found=("$apt"/imgui_"$IMGUI_VERSION"*.orig.tar.*)
  [ -f "${found[0]}" ] && echo "${found[0]}"
}
