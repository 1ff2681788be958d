#!/usr/bin/env bash
# Measures what opening costs in the form that people feel: from the start of the process to the end of the paint that
# shows the whole board, with twelve tiles on a virtual screen (Xvfb), over an empty profile and over many events. The two
# take turns, the medians are compared. Prints one JSON line; judges nothing.
#   tests/bench/open-board.sh [EVENTS] [ROUNDS]     default: 1000000 9
# Needs Xvfb, jq and a release build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
events=${1:-1000000} rounds=${2:-9}
source tests/bench/screen.sh

mkdir "$work/full" "$work/empty"
engine=$($ctl bench start --events "$events" --keep "$work/full")
$ctl --profile "$work/empty" init --secrets file >/dev/null
board=$work/full/boards/bench.board.json

# Prints the milliseconds of one opening of profile $1, up to the paint of a whole picture that reaches event $2.
open_once() {
  local begin
  rm -f "$work/trace"
  begin=$(date +%s%6N)
  $desktop --profile "$1" --port 0 --board "$board" --trace "$work/trace" 2>"$work/log" &
  desktop_pid=$!
  until grep -q "\"uptoSeq\":$2" "$work/trace" 2>/dev/null; do kill -0 $desktop_pid; sleep 0.05; done
  kill -TERM $desktop_pid
  wait $desktop_pid 2>/dev/null || true
  desktop_pid=''
  jq -s -c --argjson begin "$begin" --argjson upto "$2" \
    '[.[] | select(.uptoSeq == $upto)][0] | (.openedUs - $begin) / 1000' "$work/trace"
}

open_once "$work/empty" 0 >/dev/null # brings programs and files into memory
open_once "$work/full" "$events" >/dev/null
for ((round = 0; round < rounds; ++round)); do
  open_once "$work/empty" 0 >>"$work/emptyMs"
  open_once "$work/full" "$events" >>"$work/fullMs"
done
jq -n -c --argjson events "$events" --argjson engine "$engine" \
  --slurpfile empty "$work/emptyMs" --slurpfile full "$work/fullMs" '
  def median($list): ($list | sort)[($list | length) / 2 | floor];
  {events: $events, emptyMs: median($empty), boardMs: median($full),
   ratio: (median($full) / median($empty)), engineAlone: $engine}'
