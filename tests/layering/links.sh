#!/usr/bin/env bash
# A program without a window must not load a GUI library.   links.sh PROGRAM
set -eu
libraries=$(ldd "${1:?the program is missing}")
if printf '%s\n' "$libraries" | grep -E 'libQt6(Gui|Widgets|Svg|PrintSupport)'; then
  echo "$1 loads the GUI libraries above"
  exit 1
fi
printf '%s\n' "$libraries" | grep -q libQt6Core || { echo "$1 does not load Qt Core: is this the right program?"; exit 1; }
