#!/usr/bin/env bash
# Builds Hookboard and opens it with the demo board: signed deliveries are simulated and posted to the real listener.
#   packaging/run.sh [ARGUMENTS OF hookboard]     default: --demo
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL="${LC_ALL:-C.UTF-8}"

packaging/install-dependencies.sh run
cmake --preset release -DHOOKBOARD_BUILD_TESTS=OFF -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10
cmake --build --preset release

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] && [ "$(uname)" = Linux ]; then
  echo
  echo "Hookboard is built, but there is no display to open its window on."
  echo "On a machine with a desktop run:  $PWD/build/release/app/hookboard --demo"
  echo "Without a window:                 $PWD/build/release/app/hookboardctl --help"
  exit 0
fi
[ $# -gt 0 ] || set -- --demo
exec build/release/app/hookboard "$@"
