#!/bin/sh
# A headset's jack through the whole kiosk: a named pipe speaks the kernel's input events in place of /dev/input/event*,
# which a test cannot make without privilege. Putting it in starts the spoken screen, pulling it out ends it.
#   headset_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
kiosk=$1
bundle=$3/vasteras
work=$(mktemp -d)

. "$(dirname "$0")/x_display.sh"
SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE="$work/sound.raw"
export SDL_AUDIODRIVER SDL_DISKAUDIOFILE

mkdir "$work/input"
mkfifo "$work/input/event5"
"$kiosk" --bundle "$bundle" --now 2026-03-02T09:00+01:00 --input-devices "$work/input" --speech-log "$work/speech" >"$work/log" 2>&1 &
started="$started $!"
exec 4>"$work/input/event5"  # waits until the kiosk reads it

# struct input_event: two longs of time, type, code, value; each packet ends with SYN_REPORT.
jack() {
  python3 -c "
import struct, sys
for event in ((5, 2, $1), (0, 0, 0)):
    sys.stdout.buffer.write(struct.pack('@llHHi', 0, 0, *event))" >&4
}
expect_spoken() {
  for _ in $(seq 100); do
    grep -q "$1" "$work/speech" && return 0
    sleep 0.1
  done
  echo "not spoken: $1"
  cat "$work/speech" "$work/log"
  exit 1
}

[ ! -s "$work/speech" ] || { echo "spoke without a headset"; exit 1; }
jack 1
expect_spoken 'Välkommen. Pilarna flyttar.'
jack 0
expect_spoken 'Hörlurarna är urtagna.'
[ -s "$work/sound.raw" ] || { echo "nothing sounded"; exit 1; }
