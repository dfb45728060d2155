# What a release consists of. Sourced after lib.sh, packages.sh, build.sh, commands.sh.
# shellcheck shell=bash

dev_package() {
  # shellcheck disable=SC2086 # a list of names
  need_packages $WEB_PACKAGES
  make_page
  make_package
}

make_package() {
  step "Packing build/package"
  node "$ROOT/web/build/npm_package.mjs"
}
