#!/usr/bin/env bash
# Measures the way from a delivery's arrival to the end of the paint that shows it, with the release desktop and twelve
# tiles on a virtual screen (Xvfb). Prints JSON lines; judges nothing.
#   tests/bench/event-to-pixel.sh [RATE] [SECONDS]     default: 1000 60
# Needs Xvfb, jq and a release build. Times are milliseconds. `due` adds what the sender waited for the answer, counted
# from the moment the delivery was due, so that a stalled sender cannot hide.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
rate=${1:-1000} seconds=${2:-60}
source tests/bench/screen.sh

$ctl --profile "$work/p" init --secrets file >/dev/null
printf 'bench-secret' >"$work/secret"
$ctl --profile "$work/p" source add bench --provider github --secret-file "$work/secret" >/dev/null
port=$((20000 + RANDOM % 20000))
$desktop --profile "$work/p" --port $port --board tests/bench/twelve-tiles.board.json --trace "$work/trace" 2>"$work/log" &
desktop_pid=$!
until curl -sf "http://127.0.0.1:$port/healthz" >/dev/null; do kill -0 $desktop_pid; done

$ctl --profile "$work/p" send --source bench --type push --count $((rate * seconds)) --rate "$rate" --connections 32 \
  --url "http://127.0.0.1:$port/hooks/bench" >"$work/sent"
until [ "$(tail -n 1 "$work/trace" | wc -c)" -gt 1 ]; do kill -0 $desktop_pid; done
resident=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$desktop_pid/status")
kill -TERM $desktop_pid 2>/dev/null || true
wait $desktop_pid 2>/dev/null || true
desktop_pid=''

jq -c '{sent: .}' "$work/sent"
jq -s -c --argjson rate "$rate" --argjson resident "$resident" '
  def at($sorted; $share): $sorted[(($sorted | length) - 1) * $share | floor] / 1000;
  def three($values): ($values | sort) as $s | {p50: at($s; 0.5), p99: at($s; 0.99), max: at($s; 1)};
  [.[] | select(.painted != null and .painted > 0)] as $seen
  | {rate: $rate, samples: ($seen | length), residentMiB: $resident,
     committed: three([$seen[].committed]), folded: three([$seen[].folded]), painted: three([$seen[].painted]),
     guiStall: three([.[] | select(.stallUs != null) | .stallUs])}' "$work/trace"
