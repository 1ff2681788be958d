#!/usr/bin/env bash
# Installs the Debian packages that Hookboard needs and that are missing (Debian 12, 13 and relatives).
#   install-dependencies.sh [run] [test] [fuzz]     default: run
# Nothing is asked and nothing is installed twice. Without root or sudo it says which packages to install.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

# Every -dev package by name: several of them pull in only their shared library, not the headers they include.
packages=(g++ cmake ninja-build ccache
  qt6-base-dev qt6-httpserver-dev qt6-websockets-dev qt6-svg-dev qtkeychain-qt6-dev
  libsqlite3-dev libsimdjson-dev libssl-dev zlib1g-dev
  libgl-dev libqt6svg6 fonts-dejavu-core)
# Not on every release: Debian 13 moved the SVG image plugin into a package of its own.
optional=(qt6-svg-plugins)
fuzz=no
for group in "${@:-run}"; do
  case $group in
    run) ;;
    # Node from elsewhere brings its own npm and conflicts with Debian's.
    test) command -v npm >/dev/null || optional+=(nodejs npm ca-certificates) ;;
    fuzz) packages+=(clang); fuzz=yes ;;
    *) echo "install-dependencies.sh: there is no group $group; there are run, test and fuzz" >&2; exit 2 ;;
  esac
done

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
known() { [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null | head -n 1)" ]; }

install() {
  local as=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please install these packages first: $*" >&2; exit 1; }
    as=(sudo)
  fi
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

update() {
  if [ "$(id -u)" -eq 0 ]; then apt-get update -q >/dev/null; elif command -v sudo >/dev/null; then sudo apt-get update -q >/dev/null; fi
}

command -v apt-get >/dev/null || { echo "Only apt is known here. Please install: ${packages[*]}" >&2; exit 1; }
missing=()
for package in "${packages[@]}"; do installed "$package" || missing+=("$package"); done
[ ${#missing[@]} -eq 0 ] || update
if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing: ${missing[*]}"
  install "${missing[@]}"
fi
wanted=()
for package in "${optional[@]}"; do
  if ! installed "$package" && known "$package"; then wanted+=("$package"); fi
done
if [ ${#wanted[@]} -gt 0 ]; then
  echo "Installing: ${wanted[*]}"
  install "${wanted[@]}" || echo "These could not be installed, what needs them is left out: ${wanted[*]}" >&2
fi
if [ $fuzz = yes ]; then
  # The fuzzing and sanitizer runtimes come in a package that carries clang's version.
  runtime="libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev"
  installed "$runtime" || install "$runtime"
fi
