#!/usr/bin/env bash
# Installs the Debian packages that Hookboard needs and that are missing (Debian 12, 13 and relatives).
#   install-dependencies.sh [run] [test] [fuzz] [tsan]     default: run
# Nothing is asked and nothing is installed twice. Without root or sudo it says which packages to install.
set -euo pipefail
export LC_ALL=C.UTF-8

# Every -dev package by name: several of them pull in only their shared library, not the headers they include.
packages=(g++ cmake ninja-build ccache
  qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev qtkeychain-qt6-dev
  qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
  libsqlite3-dev libsimdjson-dev libssl-dev zlib1g-dev libmuparser-dev
  libgl-dev libqt6svg6 fonts-dejavu-core)
senders=() fuzz=no
for group in "${@:-run}"; do
  case $group in
    run) ;;
    # Seventy programs are linked: mold takes a tenth of the time. Node from elsewhere brings its own npm and conflicts with Debian's.
    test) packages+=(mold); command -v npm >/dev/null || senders=(nodejs npm ca-certificates) ;;
    fuzz) packages+=(clang); fuzz=yes ;;
    tsan) packages+=(dpkg-dev) ;;
    *) echo "install-dependencies.sh: there is no group $group; there are run, test, fuzz and tsan" >&2; exit 2 ;;
  esac
done

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
known() { [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null | head -n 1)" ]; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# A machine that has just started may be updating itself: wait for that.
apt=(apt-get -q -o DPkg::Lock::Timeout=300)
lists=old
install_missing() { # packages
  local missing=() package
  for package in "$@"; do installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    echo "Please install these packages first: ${missing[*]}" >&2
    return 1
  fi
  [ $lists = new ] || as_root "${apt[@]}" update >/dev/null || return 1
  lists=new
  echo "Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
}

command -v apt-get >/dev/null || { echo "Only apt is known here. Please install: ${packages[*]}" >&2; exit 1; }
install_missing "${packages[@]}"
# Debian 13 moved the SVG image plugin into a package of its own; without it the window has no icons.
! known qt6-svg-plugins || install_missing qt6-svg-plugins
# The fuzzing and sanitizer runtimes come in a package that carries clang's version.
[ $fuzz = no ] || install_missing "libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev"
[ ${#senders[@]} -eq 0 ] || install_missing "${senders[@]}" ||
  echo "Not installed: ${senders[*]}. The tests with foreign senders are left out." >&2
