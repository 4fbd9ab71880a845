#!/bin/sh
# Fullscreen on a desktop with a window manager (openbox) and another window: what closes, switches and hides windows there
# does nothing to the kiosk; --windowed it is a window like any other.
#   lock_on_desktop_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
kiosk=$1
bundle=$3/vasteras
work=$(mktemp -d)

. "$(dirname "$0")/x_display.sh"
XDG_CURRENT_DESKTOP=openbox
HOME=$work
export XDG_CURRENT_DESKTOP HOME
openbox --sm-disable 2>"$work/openbox.log" &
started="$started $!"
xev -name Neighbour -geometry 900x600 >"$work/neighbour" 2>&1 &
started="$started $!"
xdotool search --sync --name Neighbour >/dev/null

complain() { echo "$1"; cat "$work/log"; exit 1; }
now="--now 2026-03-02T09:00:00+01:00"
"$kiosk" --bundle "$bundle" $now --size 1280x800 --screenshot "$work/picker.png"
"$kiosk" --bundle "$bundle" $now >"$work/log" 2>&1 &
alive=$!
started="$started $alive"
# Without the clock at the top.
shows_the_kiosk() {
  for _ in $(seq 100); do
    import -silent -window root "$work/seen.png"
    [ "$(compare -metric AE -extract 1280x700+0+100 "$work/seen.png" "$work/picker.png" null: 2>&1 || true)" = 0 ] && return 0
    sleep 0.1
  done
  return 1
}
shows_the_kiosk || complain "the kiosk does not fill the desktop"
: >"$work/neighbour"

for keys in alt+F4 alt+Tab alt+shift+Tab alt+Escape alt+space super+d super+e super+F2 ctrl+alt+d ctrl+alt+Right Menu Print; do
  xdotool key "$keys"
  shows_the_kiosk || complain "$keys leads out of it"
  kill -0 "$alive" 2>/dev/null || complain "$keys has ended it"
done
for _ in 1 2 3; do
  xdotool search --name Neighbour windowactivate windowraise
  shows_the_kiosk || complain "another window came before it"
done
xdotool search --name '^Kiosk$' windowminimize
shows_the_kiosk || complain "it was minimised"
xdotool key Shift_L
grep -q "^KeyPress" "$work/neighbour" && complain "another window has heard a key"

kill "$alive"
wait "$alive" || complain "SIGTERM does not end it in order"
"$kiosk" --windowed --size 800x600 --bundle "$bundle" $now >"$work/log" 2>&1 &
alive=$!
started="$started $alive"
xdotool search --sync --name '^Kiosk$' windowactivate --sync key alt+F4
wait "$alive" || complain "a window on a laptop does not close"
echo "on a desktop: nothing leads out of a fullscreen kiosk; a window closes"
