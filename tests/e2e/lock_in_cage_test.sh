#!/bin/sh
# The session as it is installed: the kiosk in the real cage, as a user without rights (cage draws into a window of an X
# server here, not on a screen). No key leads out of it, and it goes on hearing keys; SIGTERM, as systemd sends it, ends
# both.
#   lock_in_cage_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
work=$(mktemp -d)
chmod 755 "$work"
cp "$1" "$work/kiosk"
cp -r "$3/vasteras" "$work/tree"

x_options="-ac"
. "$(dirname "$0")/x_display.sh"

# cage refuses to run as root.
user=""
mkdir -m 700 "$work/run"
if [ "$(id -u)" = 0 ]; then
  user="setpriv --reuid=65534 --regid=65534 --clear-groups"
  chown 65534 "$work/run"
fi
how=$(sed -n 's|^ExecStart=/usr/bin/cage \(.*\) /usr/bin/kiosk$|\1|p' "$4/tools/packaging/systemd/kiosk.service")
[ -n "$how" ] || { echo "the unit starts no cage"; exit 1; }
spoken=$work/run/spoken
env XDG_RUNTIME_DIR="$work/run" WLR_BACKENDS=x11 WLR_RENDERER=pixman SDL_VIDEODRIVER=wayland HOME="$work/run" \
  $user cage $how "$work/kiosk" --bundle "$work/tree" --speech-log "$spoken" >"$work/log" 2>&1 &
cage=$!
started="$started $cage"

complain() { echo "$1"; cat "$work/log"; exit 1; }
lines() { if [ -s "$spoken" ]; then wc -l <"$spoken"; else echo 0; fi; }
# A key of the keypad is answered by words.
answers() { # KEYCODE
  before=$(lines)
  for _ in $(seq 100); do
    xdotool key "$1"
    for _ in 1 2 3 4 5; do
      sleep 0.1
      [ "$(lines)" -gt "$before" ] && return 0
    done
  done
  return 1
}

for _ in $(seq 100); do
  window=$(xwininfo -root -tree | sed -n 's/^ *\(0x[0-9a-f]*\) (has no name): ().*/\1/p')
  [ -n "$window" ] && break
  sleep 0.1
done
[ -n "$window" ] || complain "cage opens no window"
xdotool windowfocus "$window"
answers 197 || complain "no key comes to the kiosk"

for key in alt+F4 ctrl+alt+F1 ctrl+alt+F2 ctrl+alt+F7 ctrl+alt+Delete ctrl+alt+BackSpace alt+Escape alt+Tab super+Tab \
  Super_L super+l super+d Print alt+Print Sys_Req alt+Sys_Req Menu ctrl+c ctrl+q ctrl+w ctrl+alt+t XF86PowerOff XF86Sleep \
  XF86Switch_VT_2 XF86LogOff XF86Launch1; do
  xdotool key "$key"
  kill -0 $cage 2>/dev/null || complain "$key has ended the session"
done
answers 197 || complain "after the keys the kiosk hears nothing more"

kill $(pgrep -P "$cage" kiosk)
for _ in $(seq 100); do kill -0 $cage 2>/dev/null || break; sleep 0.1; done
kill -0 $cage 2>/dev/null && complain "SIGTERM does not end the session"
echo "in cage: no key leads out"
