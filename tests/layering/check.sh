#!/usr/bin/env bash
# The layering rules, as greps over a source tree. Prints each breach as `rule: file: line`; exit 1 when there is one.
#   check.sh SOURCE_DIR
set -u
cd "${1:?the folder of the sources is missing}" || exit 2
breaches=0
# rule, extended regular expression of lines that break it, extended regular expression of those that are allowed, paths...
forbid() {
  local rule=$1 pattern=$2 allowed=$3
  shift 3
  local hits
  hits=$(grep -rnE --include='*.h' --include='*.cpp' "$pattern" "$@" 2>/dev/null | grep -vE "${allowed:-^$}")
  [ -z "$hits" ] && return
  printf '%s\n' "$hits" | sed "s|^|$rule: |"
  breaches=$((breaches + $(printf '%s\n' "$hits" | wc -l)))
}

include='^[[:space:]]*#[[:space:]]*include[[:space:]]*'
gui='(QtGui|QtWidgets|QtSvg|QtSvgWidgets|QtPrintSupport|QtCharts)/'
gui_classes='(QApplication|QGuiApplication|QWidget|QPainter|QColor|QFont|QIcon|QPixmap|QImage|QAction|QMainWindow|QDialog)>'
forbid 'core includes no GUI' "$include<($gui|$gui_classes)" '' core
forbid 'core knows neither ui nor app' "$include\"(ui|app)/" '' core
forbid 'hookboardctl includes no GUI' "$include(<($gui|$gui_classes)|\"ui/)" '' app/ctl
forbid 'ui reaches core only through its doors' "$include\"core/" '"core/(engine\.h|types/|config/|catalogue/)' ui
forbid 'ui knows not app' "$include\"app/" '' ui
forbid 'only core/journal/database speaks SQLite' "$include[<\"]sqlite3" '^core/journal/(database|statement|sqliteerror)\.' core ui app

lines_allowed=500
while IFS= read -r file; do
  lines=$(wc -l <"$file")
  if [ "$lines" -gt $lines_allowed ] && [ "${file#tests/}" = "$file" ]; then
    echo "a file is one concept (at most $lines_allowed lines): $file: $lines lines"
    breaches=$((breaches + 1))
  elif [ "$lines" -gt 400 ]; then
    echo "note: $file has $lines lines; is it two concepts?"
  fi
done < <(find core ui app tests -name '*.cpp' -o -name '*.h' 2>/dev/null | sort)

[ $breaches -eq 0 ] && echo "layering: clean" || exit 1
