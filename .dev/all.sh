# Everything of ./dev, each part after those that it uses. Sourced by the entry script and by whoever calls one of its
# functions.
# shellcheck shell=bash

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
for part in packages imgui build assets frozen package fuzz commands test; do . "$ROOT/.dev/$part.sh"; done
