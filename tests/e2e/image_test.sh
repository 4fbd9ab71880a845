#!/bin/sh
# A picture from the sources to the screen: it travels in the bundle, is drawn whole and never mirrored, and where its
# file is missing or damaged the page shows its words.
set -eu
kiosk=$1 content=$2 trees=$3 root=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
page=environment/waste-energy
source=$root/content/core/media/sort-bins.png
cp -r "$trees/vansbro" tree
file=$(sed -n 's/.*media: "\(.*\)"/\1/p' tree/sv/pages/$page.yaml)
cmp "$source" "tree/media/$file"
[ "$(find tree/media -type f | wc -l)" = 1 ] # the other sites' pictures are not here

# field NAME: of the picture's element in dump.json
field() { python3 -c 'import json,sys; print(next(e for e in json.load(open("dump.json"))["elements"] if e["id"] == "block:sort-picture")[sys.argv[1]])' "$1"; }

# Small steps down the page; the first at which the whole picture is in view is looked at.
: >show.yaml
for step in 0 1 2 3 4 5 6 7 8 9; do
  printf -- '- dump: dump-%s.json\n- swipe: {from: [900, 700], to: [900, 550]}\n' $step >>show.yaml
done
for lang in sv ar ur th ti zh-Hans; do
  for theme in light contrast; do
    "$kiosk" --bundle tree --headless --lang $lang --page $page --theme $theme --size 1920x1080 --script show.yaml
    python3 - "$source" "$kiosk" --bundle tree --headless --lang $lang --page $page --theme $theme --size 1920x1080 <<'PYTHON'
import json, os, subprocess, sys
def places(step):
    dump = json.load(open(f"dump-{step}.json"))
    return next(e["rect_px"] for e in dump["elements"] if e["id"] == "block:sort-picture"), dump["viewport_px"]
seen = {step: places(step) for step in range(10)}
whole = [step for step, ((x, y, w, h), (vx, vy, vw, vh)) in seen.items() if vy <= y and y + h <= vy + vh]
if not whole:
    sys.exit(f"the whole picture should come into view, it is at {[place[0][1] for place in seen.values()]}")
os.replace(f"dump-{whole[0]}.json", "dump.json")
open("shot.yaml", "w").write("- swipe: {from: [900, 700], to: [900, 550]}\n" * whole[0] + "- screenshot: page.png\n")
subprocess.run(sys.argv[2:] + ["--script", "shot.yaml"], check=True)
(x, y, w, h), (vx, vy, vw, vh) = seen[whole[0]]
top, bottom = y, y + h
if abs(w / h - 1280 / 560) > 0.01:
    sys.exit(f"the picture is drawn as {w}x{h}")
shown = f"{w - 8}x{bottom - top - 8}+{x + 4}+{top + 4}"
wanted = f"{w - 8}x{bottom - top - 8}+4+{top - y + 4}"
subprocess.run(["convert", "page.png", "-crop", shown, "+repage", "shown.png"], check=True)
subprocess.run(["convert", sys.argv[1], "-resize", f"{w}x{h}!", "-crop", wanted, "+repage", "wanted.png"], check=True)
difference = subprocess.run(["compare", "-metric", "RMSE", "shown.png", "wanted.png", "null:"], capture_output=True, text=True).stderr
if float(difference.split("(")[1].rstrip(")\n")) > 0.05:
    sys.exit(f"the picture on the screen is another: {difference}")
PYTHON
  done
done

# Gone, cut short, and no picture at all: the page is there, with the words.
for fault in gone short other; do
  cp -r "$trees/vansbro" broken
  case $fault in
    gone) rm "broken/media/$file" ;;
    short) head -c 3000 "$source" >"broken/media/$file" ;;
    other) echo 'not a picture' >"broken/media/$file" ;;
  esac
  "$kiosk" --bundle broken --headless --lang ar --page $page --size 1920x1080 --script show.yaml 2>log
  cp dump-0.json dump.json
  [ "$(field role)" = image ] && [ "$(field lines)" -ge 1 ] && [ "$(field overflow)" = False ]
  grep -q "${file%.png}" log
  grep -q '"block:hazard-list' dump.json
  "$kiosk" --bundle broken --headless --lang sv --page $page --dump-screen dump.json 2>/dev/null
  [ "$(field text)" = "Tunnor för mat, papper, glas och metall." ]
  rm -r broken
done

# A technician is told.
"$content" --root "$root" build --site vansbro --langs sv --out small --today 2026-11-22 >/dev/null
"$kiosk" --bundle small --check
rm "small/media/$file"
if "$kiosk" --bundle small --check 2>log; then echo "--check does not miss the picture"; exit 1; fi
grep -q "the picture $file cannot be shown" log

# By stick: the picture is in a pack of its own folder, and every byte of it is vouched for.
"$content" keygen --out k --no-password >/dev/null
"$content" pack --tree tree --id vansbro --channel stable --sequence 1 --valid-until 2027-12-31 --key k.key --out stick >/dev/null
[ -f stick/media.tar.zst ]
"$content" verify stick --trust k.pub >/dev/null
"$content" install stick --store store --trust k.pub >/dev/null
cmp "$source" "store/current/media/$file"
"$kiosk" --content-store store --trust k.pub --headless --lang sv --page $page --dump-screen dump.json
[ "$(field lines)" = 0 ]
cp -r stick changed
printf 'x' | dd of=changed/media.tar.zst bs=1 seek=2000 conv=notrunc 2>/dev/null
if "$content" verify changed --trust k.pub >/dev/null 2>&1; then echo "a changed picture was taken in"; exit 1; fi
