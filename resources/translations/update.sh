#!/usr/bin/env bash
# Brings the .ts files up to date with the sources: what is new comes in unfinished, what is gone goes out.
#   update.sh [FOLDER] [LUPDATE]     default: the folder of this script, Qt's own lupdate
# Without places, so that only a change of words changes a file. English holds nothing but its plurals.
set -euo pipefail
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(realpath "${1:-$sources/resources/translations}")
lupdate=${2:-/usr/lib/qt6/bin/lupdate}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
cd "$sources"

# Words that stand in JSON, written as C++ for lupdate.
noted() { # context, the pairs of key and words, files...
  echo "static const char *$1[] = {"
  { grep -ohE "$2" "${@:3}" 2>/dev/null || true; } | sed -E "s/^\"[^\"]*\": (.*)/QT_TRANSLATE_NOOP(\"$1\", \1),/" | sort -u
  echo '};'
}
noted Provider '"(displayName|secretHint)": "[^"]+"' resources/providers/*.json >"$data/providers.cpp"
noted ExampleBoard '"(title|subtitle|label|description)": "[^"]+"|"unit": "per [^"]+"' resources/boards/*.json >"$data/boards.cpp"

# -I lets it find the headers, and with them the namespace that is part of each context.
options=(-silent -I . -locations none -no-obsolete -source-language en core ui app/desktop "$data")
log=$("$lupdate" "${options[@]}" -target-language de -ts "$folder/hookboard_de.ts" 2>&1) &&
  log=$("$lupdate" "${options[@]}" -target-language en -pluralonly -ts "$folder/hookboard_en.ts" 2>&1) ||
  { printf '%s\n' "$log" >&2; exit 1; }
