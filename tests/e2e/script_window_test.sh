#!/bin/sh
# Every script once more in a real window under Xvfb, each step drawn; at the end of the picker's script the X server shows
# what the kiosk draws off screen.
#   script_window_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
kiosk=$1 trees=$3 sources=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export kiosk trees sources work
xvfb-run -a -s "-screen 0 1366x768x24" sh -eu -c '
  for script in "$sources"/tests/e2e/scripts/*.yaml; do
    # Those that speak need the clock of the script, which a sound card does not follow.
    if grep -q -e speaking -e headset -e read-aloud "$script"; then continue; fi
    site=vasteras
    "$kiosk" --bundle "$trees/$site" --script "$script" --windowed --size 1366x768 2>"$work/said" || {
      echo "in a window: $script"
      cat "$work/said"
      exit 1
    }
  done
'
