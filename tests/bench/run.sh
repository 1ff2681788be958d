#!/usr/bin/env bash
# Measures the release build on this machine and prints one JSON object a line. Judges nothing: read the ratios, and
# run it on a machine that does nothing else.
#   tests/bench/run.sh [EVENTS]     default: 1000000
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
events=${1:-1000000}
cmake --preset release -DHOOKBOARD_BUILD_TESTS=OFF >/dev/null
cmake --build --preset release --target hookboardctl >/dev/null
ctl=build/release/app/hookboardctl
for connections in 1 16 64; do
  "$ctl" bench ingest --seconds 8 --connections "$connections"
done
if command -v wrk >/dev/null; then
  tests/bench/wrk-ingest.sh "$ctl"
fi
"$ctl" bench fold --events "$events"
"$ctl" bench search --events "$events"
"$ctl" bench start --events "$events"
