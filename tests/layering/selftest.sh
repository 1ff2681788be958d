#!/usr/bin/env bash
# Proves that each layering rule can fail: plants one breach after another in an otherwise clean tree.
set -eu
check="$(cd "$(dirname "$0")" && pwd)/check.sh"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
failed=0

clean_tree() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree"/{core/journal,core/types,ui/events,app/ctl,tests/core}
  echo '#include <sqlite3.h>' >"$tree/core/journal/database.cpp"
  echo '#include "core/types/event.h"' >"$tree/ui/events/list.cpp"
  echo '#include <QtCore/QString>' >"$tree/core/types/event.h"
}

expect_breach() { # rule, file, line
  clean_tree
  echo "$3" >>"$tree/$2"
  if "$check" "$tree" >"$tree/out"; then
    echo "not noticed: $1 ($2: $3)"
    failed=1
  elif ! grep -q "^$1: $2" "$tree/out"; then
    echo "noticed under another name: $1"; cat "$tree/out"
    failed=1
  fi
}

clean_tree
"$check" "$tree" || { echo "a clean tree is refused"; exit 1; }
expect_breach 'core includes no GUI' core/types/event.h '#include <QtGui/QColor>'
expect_breach 'core includes no GUI' core/types/event.h '#  include <QWidget>'
expect_breach 'core knows neither ui nor app' core/types/event.h '#include "ui/mainwindow.h"'
expect_breach 'hookboardctl includes no GUI' app/ctl/main.cpp '#include <QtWidgets/QApplication>'
expect_breach 'ui reaches core only through its doors' ui/events/list.cpp '#include "core/journal/journal.h"'
expect_breach 'ui knows not app' ui/events/list.cpp '#include "app/desktop/main.h"'
expect_breach 'only core/journal/database speaks SQLite' core/journal/reader.cpp '#include <sqlite3.h>'
expect_breach 'a file is one concept (at most 500 lines)' app/ctl/long.cpp "$(yes '// line' | head -n 501)"
[ $failed -eq 0 ] && echo "layering: every rule can fail"
exit $failed
