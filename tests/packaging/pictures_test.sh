#!/bin/sh
# The pictures of the READMEs are what the kiosk shows today.     pictures_test.sh PROJECT
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1/tools/pictures" "$work" 2>"$work/said" || { cat "$work/said"; exit 1; }
stale=0
for picture in "$1"/tests/e2e/pictures/*.png; do
  name=$(basename "$picture")
  # Pixels that differ by more than a shade (convert chooses 128 colours anew).
  differ=$(compare -metric AE -fuzz 4% "$picture" "$work/$name" null: 2>&1) || true
  [ "$differ" = 0 ] || { echo "$name is stale ($differ pixels): run tools/pictures, and look at it"; stale=1; }
done
exit $stale
