#!/usr/bin/env bash
# Installs what is missing, builds everything, and runs every test. The last lines are ctest's own summary.
#   tests/run.sh [--asan] [--fuzz SECONDS] [--long]
#     --asan           with the address and undefined behaviour sanitizers
#     --fuzz SECONDS   builds the fuzz targets too (clang, core without any GUI library), SECONDS for each
#     --long           more rounds where a test has rounds: crashes, random cases
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
asan=no fuzz=0 timeout=300
while [ $# -gt 0 ]; do
  case $1 in
    --asan) asan=yes ;;
    --fuzz) fuzz=${2:?--fuzz needs seconds}; shift ;;
    --long) export HOOKBOARD_CRASH_ROUNDS=500 HOOKBOARD_LONG=1; timeout=7200 ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
  shift
done
jobs=$(nproc)
# Several sources to a compiler run, a fast linker, and a cache that knows a clone in another folder again.
quick=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10 -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold)
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

started=$SECONDS
stage() { # name, command...
  local name=$1 from=$SECONDS status=0
  shift
  echo "== $name"
  "$@" || status=$?
  echo "== $name: $((SECONDS - from)) s"
  return $status
}

install_packages() {
  local groups=(run test)
  [ "$fuzz" = 0 ] || groups+=(fuzz)
  packaging/install-dependencies.sh "${groups[@]}"
}

# Senders that nobody here wrote sign requests for us. Their packages need the network, once for each version of the list.
install_senders() {
  command -v npm >/dev/null || { echo "npm is not there: the tests with foreign senders are left out"; return 0; }
  mkdir -p build/interop
  cmp -s tests/interop/package-lock.json build/interop/node_modules/installed-lock.json && return
  cp tests/interop/package.json tests/interop/package-lock.json build/interop/
  (cd build/interop && npm ci --no-audit --no-fund --silent --fetch-retries=2 --fetch-retry-mintimeout=1000 &&
    cp package-lock.json node_modules/installed-lock.json) ||
    echo "npm cannot reach its registry: the tests with foreign senders are left out"
}

build_fuzzers() {
  cmake --preset fuzz "${quick[@]}" >/dev/null
  cmake --build --preset fuzz -j "$jobs" --target fuzzers
}

build_all() {
  local preset=dev
  [ $asan = no ] || preset=asan
  cmake --preset $preset "${quick[@]}" -DHOOKBOARD_FUZZ_SECONDS="$fuzz" -DHOOKBOARD_TEST_TIMEOUT=$timeout \
    -DCMAKE_CXX_FLAGS_DEBUG="-O0 -g1" >/dev/null
  cmake --build --preset $preset -j "$jobs"
}

leak_check_works() {
  local probe=build/leak-check-probe
  echo 'int main() { return 0; }' | g++ -x c++ -fsanitize=address -o $probe - && $probe 2>/dev/null
}

run_tests() {
  local preset=dev
  [ $asan = no ] || preset=asan
  [ $asan = no ] || leak_check_works || {
    echo "The leak check needs ptrace, which this container forbids: running without it."
    export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
  }
  export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"
  ctest --test-dir build/$preset --output-on-failure --no-tests=error -j "$jobs"
}

stage "install packages" install_packages
stage "install foreign senders" install_senders
[ "$fuzz" = 0 ] || stage "build core without a GUI library, and the fuzz targets, with clang" build_fuzzers
stage "build" build_all
echo "== $((SECONDS - started)) s so far, now the tests"
run_tests
