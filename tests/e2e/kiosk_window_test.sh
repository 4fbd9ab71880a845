#!/bin/sh
# The kiosk in a real window under Xvfb: it fills the screen, a real pointer chooses a language, and what the X server
# shows is pixel for pixel what the kiosk draws without a window.
#   kiosk_window_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
kiosk=$1
bundle=$3/vasteras
work=$(mktemp -d)

. "$(dirname "$0")/x_display.sh"

now="--now 2026-03-02T09:00:00+01:00"
place="--size 1280x800"
$kiosk --bundle "$bundle" $now --dump-screen "$work/picker.json" --screenshot "$work/picker.png" $place
$kiosk --bundle "$bundle" $now --lang ar --screenshot "$work/home.png" $place
$kiosk --bundle "$bundle" $now >"$work/kiosk.log" 2>&1 &
started="$started $!"

# Waits until the screen equals a picture; the pointer is hidden by the kiosk or lies outside the compared part.
expect_picture() {
  for _ in $(seq 100); do
    import -silent -window root "$work/seen.png"
    different=$(compare -metric AE "$work/seen.png" "$1" null: 2>&1 || true)
    [ "$different" = 0 ] && return 0
    sleep 0.1
  done
  echo "the window differs from $1 in $different pixels"
  cat "$work/kiosk.log"
  cp "$work/seen.png" "$1" . 2>/dev/null || true
  return 1
}

expect_picture "$work/picker.png"
centre=$(python3 -c "
import json, sys
for e in json.load(open('$work/picker.json'))['elements']:
    if e['id'] == 'lang:ar':
        x, y, w, h = e['rect_px']
        print(x + w // 2, y + h // 2)")
xdotool mousemove $centre click 1
xdotool mousemove 1279 799
expect_picture "$work/home.png"

# Without content the window says so, and the kiosk comes up by itself when the content does.
kill ${started##* }
"$kiosk" --bundle "$work/late" $now >"$work/late.log" 2>&1 &
started="$started $!"
for _ in $(seq 100); do
  import -silent -window root "$work/seen.png"
  [ "$(convert "$work/seen.png" -crop 600x80+60+80 -unique-colors txt: | wc -l)" -gt 20 ] && break
  sleep 0.1
done
[ "$(convert "$work/seen.png" -crop 600x80+60+80 -unique-colors txt: | wc -l)" -gt 20 ] || { echo "no words on the screen without content"; exit 1; }
grep -q "late/manifest.yaml" "$work/late.log" || { echo "the log does not name the missing file"; exit 1; }
cp -r "$bundle" "$work/late.new"
mv "$work/late.new" "$work/late"
expect_picture "$work/picker.png"
echo "the picker and the Arabic home screen are pixel-equal in the window and off screen"
