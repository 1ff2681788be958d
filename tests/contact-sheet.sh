#!/usr/bin/env bash
# Draws every kind of tile in every state and at its extremes, to look at: light and dark, at 1x and 2x, as PNG.
#   tests/contact-sheet.sh OUT_DIR      writes OUT_DIR/KIND-SCHEME-RATIOx.png
set -euo pipefail
[ $# = 1 ] || { sed -n '2,3s/^# \{0,1\}//p' "$0" >&2; exit 2; }
out=$(realpath -m "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ -f build/dev/CMakeCache.txt ] || cmake --preset dev >/dev/null
cmake --build --preset dev --target contactsheet >/dev/null
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
for ratio in 1 2; do
  QT_SCALE_FACTOR=$ratio build/dev/tests/contactsheet "$out"
done
ls "$out"/*.png | wc -l | sed 's/$/ sheets written/'
