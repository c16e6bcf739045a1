#!/bin/bash
# A desktop of its own for TrayIT and for benchmarks (SCREEN: its size): an X server, a session bus and a window manager. It obeys lines on
# standard input and ends, with everything it started, when standard input ends; so nothing is left
# behind even when the test is killed.
set -euo pipefail

if [ "${1:-}" != inside ]; then
  exec dbus-run-session -- "$0" inside
fi

panel=
stop_panel() {
  if [ -n "$panel" ]; then
    kill "$panel" 2>/dev/null || true
    wait "$panel" 2>/dev/null || true
    panel=
  fi
}

display=$(mktemp)
# Without GLX, or Mesa would bring a compiler of 50 MiB into every window to draw by software.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-800x600}x24" -nolisten tcp -extension GLX 3>"$display" >/dev/null 2>&1 &
xserver=$!
manager=
end() {
  stop_panel
  [ -z "$manager" ] || kill "$manager" 2>/dev/null || true
  kill "$xserver" 2>/dev/null || true
  wait
  rm -f "$display"
}
trap end EXIT

for _ in $(seq 300); do
  [ ! -s "$display" ] || break
  sleep 0.1
done
[ -s "$display" ] || { echo "Xvfb did not start" >&2; exit 1; }
DISPLAY=":$(cat "$display")"
export DISPLAY
openbox >/dev/null 2>&1 &
manager=$!
echo "ready $DISPLAY $DBUS_SESSION_BUS_ADDRESS"

while read -r order; do
  case $order in
    panel) xfce4-panel --disable-wm-check >/dev/null 2>&1 & panel=$! ;;
    no-panel) stop_panel ;;
    *) echo "What is \"$order\"?" >&2; exit 2 ;;
  esac
  echo "done $order"
done
