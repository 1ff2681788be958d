#!/usr/bin/env bash
# Proves that check.sh can fail: in a small tree, adds a sentence that nobody translated, then leaves one unfinished.
#   selftest.sh SOURCE_DIR LUPDATE
set -euo pipefail
sources=${1:?the folder of the sources is missing}
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree"/{core,ui,app/desktop,resources/translations}
cp "$sources/resources/translations/update.sh" "$tree/resources/translations/"
echo 'QString word() { return QCoreApplication::translate("Word", "Tile"); }' >"$tree/ui/word.cpp"
translated() { # what stands between <message> and </message> after the source
  cat <<TS
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Word</name>
    <message>
        <source>Tile</source>
        $1
    </message>
</context>
</TS>
TS
}
check() { "$(dirname "${BASH_SOURCE[0]}")/check.sh" "$tree" "$2" >"$tree/out" 2>&1; }
expect() { # what it shall say
  check "$@" && { echo "not noticed: $1"; exit 1; }
  grep -qxF "$1" "$tree/out" || { echo "not named: $1"; cat "$tree/out"; exit 1; }
}
lupdate=${2:?the path of lupdate is missing}
german=$tree/resources/translations/hookboard_de.ts
translated '' | sed '/<context>/,/<\/context>/d; s/"de"/"en"/' >"$tree/resources/translations/hookboard_en.ts"

translated '<translation>Kachel</translation>' >"$german"
check '' "$lupdate" || { echo "a complete tree is refused"; cat "$tree/out"; exit 1; }
translated '<translation type="unfinished">Kachel</translation>' >"$german"
expect 'hookboard_de.ts: not translated: Word: Tile' "$lupdate"
translated '<translation></translation>' >"$german"
expect 'hookboard_de.ts: not translated: Word: Tile' "$lupdate"
translated '<translation>Kachel</translation>' >"$german"
echo 'QString other(int n) { return QCoreApplication::translate("Word", "%n rows", nullptr, n); }' >>"$tree/ui/word.cpp"
expect 'hookboard_de.ts: not translated: Word: %n rows' "$lupdate"
expect 'hookboard_en.ts: not translated: Word: %n rows' "$lupdate"
echo "translations: the check can fail"
