# ./dev test: installs what the chosen tests need and hands over to .dev/test/main.mjs. Sourced by commands.sh.
# shellcheck shell=bash

dev_test() {
  local needs need lists=""
  need_packages nodejs npm
  case " $* " in *" --list "*) exec node "$ROOT/.dev/test/main.mjs" --list ;; esac
  needs="$(node "$ROOT/.dev/test/main.mjs" --needs "$@")" || exit 2
  for need in $needs; do
    [ "$need" = browser ] || lists="$lists $(eval "echo \$${need}_PACKAGES")"
  done
  # shellcheck disable=SC2086 # a list of names
  [ -z "$lists" ] || need_packages $lists
  need_npm
  case " $(echo "$needs" | tr '\n' ' ') " in *" browser "*) need_packages chromium chromium-headless-shell poppler-utils && need_browser ;; esac
  mkdir -p "$LOGS"
  exec node "$ROOT/.dev/test/main.mjs" "$@"
}
