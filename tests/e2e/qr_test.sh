#!/bin/sh
# A real decoder reads the codes on the screen back: the page's text in every kind of script, a contact's vCard; at both
# ends of text size, on three displays, also where the screen is mirrored.
set -eu
kiosk=$1 trees=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

show() {  # LANG PAGE BLOCK SCALE SIZE…: writes page.json and code.png
  lang=$1 page=$2 block=$3 scale=$4
  shift 4
  printf -- '- dump: page.json\n- tap: "qr:%s"\n- expect: {element: qr-text, visible: true}\n- screenshot: code.png\n- tap: back\n- expect: {screen: page}\n- expect: {element: "qr:%s"}\n' \
    "$block" "$block" >steps.yaml
  "$kiosk" --bundle "$trees/vansbro" --lang "$lang" --page "$page" --text-scale "$scale" --size "$@" --script steps.yaml
}

for lang in sv ar ur zh-Hans th ti; do
  for scale in 100 200; do
    for size in "1920x1080 --screen-mm 476x268" "1080x1920 --screen-mm 268x476" 1366x768; do
      show $lang health/where-to-turn title $scale $size
      zbarimg -q --raw code.png >read.txt 2>/dev/null || { echo "$lang $scale $size: no code was read"; exit 1; }
      python3 - "$lang $scale $size" <<'PYTHON'
import json, sys
title = next(e["text"] for e in json.load(open("page.json"))["elements"] if e["id"] == "title")
title = "".join(c for c in title if c not in "\u2066\u2067\u2068\u2069")
read = open("read.txt", encoding="utf-8").read().rstrip("\n").split("\n")
if read[0] != title:
    sys.exit(f"{sys.argv[1]}: expected {title!r}, read {read[0]!r}")
PYTHON
    done
  done
done

for lang in sv ar; do
  show $lang new-here/weeks-in-vansbro contact 100 1920x1080 --screen-mm 476x268
  zbarimg -q --raw code.png >read.txt 2>/dev/null
  grep -q '^BEGIN:VCARD' read.txt
  grep -q '^TEL:' read.txt
  grep -q '^END:VCARD' read.txt
done
