# For the measurements with a window: a folder that goes away, a virtual screen, and the end of both. To be sourced from
# the project's root. Gives ctl, desktop, work and DISPLAY; the caller keeps the process it started in desktop_pid.
ctl=build/release/app/hookboardctl desktop=build/release/app/hookboard
work=$(mktemp -d)
desktop_pid='' screen_pid=''
finish() {
  [ -z "$desktop_pid" ] || kill "$desktop_pid" 2>/dev/null || true
  [ -z "$screen_pid" ] || kill "$screen_pid" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
screen_pid=$!
until [ -s "$work/display" ]; do kill -0 $screen_pid; done
DISPLAY=:$(tr -d '\n' <"$work/display")
export DISPLAY QT_QPA_PLATFORM=xcb
