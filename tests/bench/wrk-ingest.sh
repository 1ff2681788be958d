#!/usr/bin/env bash
# The same as `hookboardctl bench ingest`, driven by wrk: a generator that nobody here wrote and that costs less of the
# two cores. Prints a JSON object for each number of connections.
#   tests/bench/wrk-ingest.sh HOOKBOARDCTL [SECONDS] ["1 16 64"]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ctl=$(readlink -f "${1:?the program is missing}")
seconds=${2:-8}
folder=$(mktemp -d)
server=''
# Ends the server that this script started, in order, and waits for it.
stop_server() { [ -z "$server" ] || { kill -TERM "$server" 2>/dev/null && wait "$server" 2>/dev/null; server=''; } || true; }
trap 'stop_server; rm -rf "$folder"' EXIT

printf 'bench-secret' >"$folder/secret"
"$ctl" --profile "$folder/p" init --secrets file >/dev/null
"$ctl" --profile "$folder/p" source add bench --provider github --secret-file "$folder/secret" >/dev/null
body="{\"amount\":4200,\"country\":\"DE\",\"paid\":true,\"note\":\"$(head -c 960 /dev/zero | tr '\0' x)\"}"
export HOOK_BODY="$body"
HOOK_SIGNATURE="$(printf '%s' "$body" | openssl dgst -sha256 -hmac bench-secret -r | cut -d' ' -f1)"
export HOOK_SIGNATURE

start_server() { # arguments of hookboardctl
  "$ctl" "$@" >"$folder/ready" &
  server=$!
  for _ in $(seq 100); do
    url=$(sed -n 's/.*"listening":"\([^"]*\)".*/\1/p' "$folder/ready")
    [ -z "$url" ] || return 0
    sleep 0.1
  done
  echo "hookboardctl $* did not start" >&2
  return 1
}

measure() { # connections
  wrk -t1 -c"$1" -d"${seconds}s" --latency -s "$here/wrk-github.lua" "$url/hooks/bench" | sed -n 's/^JSON //p'
}

for connections in ${3:-1 16 64}; do
  start_server bench echo
  echo_result=$(measure "$connections")
  stop_server
  start_server --profile "$folder/p" serve --port 0
  result=$(measure "$connections")
  stop_server
  printf '{"connections":%s,"generator":"wrk","ingest":%s,"echo":%s,"ratio":%s}\n' "$connections" "$result" "$echo_result" \
    "$(awk -v a="$(sed 's/.*"perSecond":\([0-9.]*\).*/\1/' <<<"$result")" \
           -v b="$(sed 's/.*"perSecond":\([0-9.]*\).*/\1/' <<<"$echo_result")" 'BEGIN { printf "%.3f", a / b }')"
done
