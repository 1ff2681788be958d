#!/usr/bin/env bash
# Runs the tests of core and of hookboardctl under the thread sanitizer, which sees only what was built with it: the
# first run builds Qt's Core, Network and Test from the distribution's own source (ten minutes on two cores).
#   tests/tsan.sh [TEST...]     for example: tests/tsan.sh tst_journal tst_serve; default: all
# A long run by hand, for changes of what crosses threads. Debian 12; ends with the number of reports of each program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8
top=$PWD qt=$PWD/build/tsan-qt
jobs=$(nproc)

# A list of sources of our own, so that neither root nor deb-src lines in /etc/apt are needed.
fetch_qt() {
  mkdir -p "$qt/apt/lists/partial" "$qt/apt/cache/archives/partial"
  cd "$qt"
  apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' | sort -u >apt/sources.list
  local apt=(-q -o Dir::Etc::sourcelist="$PWD/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::State::lists="$PWD/apt/lists" -o Dir::Cache="$PWD/apt/cache" -o APT::Sandbox::User=)
  apt-get "${apt[@]}" update
  apt-get "${apt[@]}" source --download-only "qt6-base=$(dpkg-query -W -f='${source:Version}' libqt6core6)"
  dpkg-source --no-check -x qt6-base_*.dsc source
  cd "$top"
}

# Only what core uses. The tools come from the system: a moc built with the sanitizer takes seconds for each header.
build_qt() {
  local off=() feature
  for feature in gui widgets sql dbus xml concurrent glib icu zstd libproxy gssapi brotli; do off+=("-DFEATURE_$feature=OFF"); done
  cmake -S "$qt/source" -B "$qt/build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" \
    -DCMAKE_C_FLAGS_RELWITHDEBINFO="-O1 -g1" -DFEATURE_sanitizer=ON -DFEATURE_sanitize_thread=ON "${off[@]}" \
    -DQT_FORCE_FIND_TOOLS=ON -DQT_HOST_PATH=/usr \
    -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake" -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF \
    -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache
  cmake --build "$qt/build" -j "$jobs" --target Core Network Test
}

build_project() { # targets
  cmake --preset tsan -DHOOKBOARD_BUILD_UI=OFF -DHOOKBOARD_TEST_TIMEOUT=1800 -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10 \
    -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" >/dev/null
  cmake --build --preset tsan -j "$jobs" --target "$@"
}

# Each process writes its reports into a file with its name, also those that a test starts and kills.
run_tests() { # regular expression of their names
  rm -rf build/tsan/reports
  mkdir build/tsan/reports
  LD_LIBRARY_PATH=$qt/build/lib QT_QPA_PLATFORM=offscreen \
    TSAN_OPTIONS="log_path=$top/build/tsan/reports/report log_exe_name=1 second_deadlock_stack=1 ${TSAN_OPTIONS:-}" \
    ctest --test-dir build/tsan --output-on-failure --no-tests=error -R "$1"
}

summary() {
  compgen -G 'build/tsan/reports/report.*' >/dev/null || { echo "thread sanitizer: no report"; return; }
  local name
  for name in $(printf '%s\n' build/tsan/reports/report.* | sed -E 's/.*report\.(.*)\.[0-9]+$/\1/' | sort -u); do
    echo "$name: $(cat build/tsan/reports/report."$name".* | grep -c 'WARNING: ThreadSanitizer') reports"
  done
}

packaging/install-dependencies.sh run test tsan
[ -d "$qt/source" ] || fetch_qt
build_qt
status=0
if [ $# -gt 0 ]; then
  build_project hookboardctl "$@"
  run_tests "^[a-z]+\.($(IFS='|'; echo "$*"))\$" || status=$?
else
  build_project all
  run_tests '^(core|app)\.' || status=$?
fi
summary
exit $status
