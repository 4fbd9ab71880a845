#!/bin/sh
# kiosk --check on a device: each thing that is wrong is named with its line of the configuration and what to do; a
# device on which all is well has no finding of its own.
set -eu
kiosk=$1 content=$2 sources=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$content" --root "$sources" build --site vansbro --out tree --langs sv,zh-Hans --today 2026-11-22 >/dev/null
"$content" keygen --out k --no-password >/dev/null
"$content" pack --tree tree --id vansbro --channel stable --sequence 7 --valid-until 2026-12-31 --key k.key --out stick >/dev/null
"$content" install stick --store store --trust k.pub >/dev/null
mkdir counts

config() { cat >"$work/kiosk.yaml"; }
# check [OPTIONS]: the findings in ./said, the exit status in $status
check() {
  status=0
  SDL_AUDIODRIVER=${audio:-dummy} "$kiosk" --config "$work/kiosk.yaml" --check --langs sv --size 1920x1080 "$@" >said 2>&1 || status=$?
}
says() { grep -qF -e "$1" said || { echo "not said: $1"; cat said; exit 1; }; }

config <<Y
content: {store: $work/store, trust: [$work/k.pub]}
screen: {mm: 476x268}
counts: $work/counts/counts.db
Y
check --now 2026-12-01T09:00+01:00
[ "$status" = 0 ] && [ ! -s said ] || { echo "a device that is right:"; head -20 said; exit 1; }

check --now 2027-02-01T09:00+01:00
[ "$status" = 0 ]
says "$work/kiosk.yaml:1:18: warning: the content was valid until 2026-12-31"

config <<Y
site: vansbro
content:
  tree: $work/tree
  store: $work/nothing
  trust: [$work/kiosk.yaml]
screen:
  mm: 268x476
sound:
  device: Trumpet
  volume-limit: 3
counts: $work/nowhere/counts.db
state: $work/state
metrics: $work/monitoring/kiosk.prom
Y
check
[ "$status" = 1 ]
says "$work/kiosk.yaml:4:10: error: there is no folder '$work/nothing'"
says "hint: sudo install -d -o kiosk -g kiosk $work/nothing"
says "$work/kiosk.yaml:5:10: error: $work/kiosk.yaml: "
says "$work/kiosk.yaml:7:7: warning: the screen's mm do not have the shape of its px"
says "$work/kiosk.yaml:9:11: error: there is no audio device 'Trumpet'"
says "$work/kiosk.yaml:10:17: warning: quiet and loud are less than 18 dB apart"
says "$work/kiosk.yaml:11:9: error: there is no folder '$work/nowhere'"
says "$work/kiosk.yaml:12:8: error: there is no folder '$work/state'"
says "$work/kiosk.yaml:13:10: error: there is no folder '$work/monitoring'"

# No voice and no audio device: no program of that name on the path, no driver that SDL knows.
config <<Y
content: {tree: $work/tree}
screen: {mm: 476x268}
sound: {volume-limit: 7}
Y
audio=none PATH=$work check
[ "$status" = 0 ]
says "$work/kiosk.yaml:3:8: warning: there is no voice: espeak-ng is not installed"
says "hint: sudo apt install espeak-ng"
says "$work/kiosk.yaml:3:8: warning: there is no audio device; nothing can be heard"

# A font that is not installed, by an empty folder in its place.
cat >no_font.sh <<'S'
mount -t tmpfs none /usr/share/fonts/opentype/noto
exec "$@"
S
if unshare -Urm true 2>/dev/null; then
  status=0
  SDL_AUDIODRIVER=dummy unshare -Urm sh -e no_font.sh "$kiosk" --config "$work/kiosk.yaml" --check --langs zh-Hans >said 2>&1 || status=$?
  [ "$status" = 1 ]
  says "error: no font file 'NotoSansCJK-Regular.ttc' in "
  says "install the package fonts-noto-cjk"
  [ "$(grep -c "^error: " said)" = 2 ] || { echo "regular and bold are missing, and no letter beside:"; head -20 said; exit 1; }
else
  echo "no namespaces here: the missing font was not tried"
fi

# As another user than root: what may not be written is found.
config <<Y
content: {tree: $work/tree}
counts: $work/counts/counts.db
Y
if [ "$(id -u)" = 0 ]; then
  chmod 755 "$work" "$work/counts"
  chmod 644 "$work/kiosk.yaml"
  setpriv --reuid=65534 --regid=65534 --clear-groups env SDL_AUDIODRIVER=dummy "$kiosk" --config "$work/kiosk.yaml" --check --langs sv >said 2>&1 || status=$?
  says "$work/kiosk.yaml:2:9: error: the kiosk may not write in '$work/counts'"
  says "the screen's size is not known; 96 dots an inch are assumed"
fi
