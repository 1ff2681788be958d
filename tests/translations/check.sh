#!/usr/bin/env bash
# German is complete: reads the words out of the sources into a copy of the .ts files, and names each that has none there.
#   check.sh SOURCE_DIR LUPDATE
set -euo pipefail
sources=${1:?the folder of the sources is missing}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp "$sources"/resources/translations/*.ts "$copy/"
"$sources/resources/translations/update.sh" "$copy" "${2:?the path of lupdate is missing}"

missing=0
for file in "$copy"/*.ts; do
  awk -v file="$(basename "$file")" '
    /<name>/ { context = $0; gsub(/^ *<name>|<\/name>.*/, "", context) }
    /<source>/ { words = $0; gsub(/^ *<source>|<\/source>.*/, "", words) }
    /<translation type="unfinished"|<translation><\/translation>|<numerusform><\/numerusform>/ {
      if (words != "") print file ": not translated: " context ": " words
      words = "" # once, however many forms it has
      bad = 1
    }
    END { exit bad }' "$file" || missing=1
done
[ $missing -eq 0 ] && echo "translations: complete" && exit 0
echo "resources/translations/update.sh takes them into the files; then translate them there, by hand or in Qt Linguist." >&2
exit 1
