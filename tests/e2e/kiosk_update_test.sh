#!/bin/sh
# A stick in a running kiosk: new content between residents, refusals in plain words, the old content back when the new
# one does not work, the first content of all; and a window that sees a stick come by itself.
set -eu
kiosk=$1 content=$2 trees=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$content" keygen --out k --no-password >/dev/null
"$content" keygen --out stranger --no-password >/dev/null
# pack SEQUENCE OUT [more]: the tree as it is now
pack() {
  number=$1 out=$2
  shift 2
  "$content" pack --tree tree --id vasteras --channel stable --sequence "$number" --valid-until 2026-12-31 --key k.key --out "$out" "$@" >/dev/null
}
cp -r "$trees/vasteras" tree
pack 6 stick6
pack 7 stick7
sed -i 's/1177/1178/g' tree/sv/pages/health/where-to-turn.yaml
pack 8 stick8
"$content" pack --tree tree --id vasteras --channel stable --sequence 9 --valid-until 2026-12-31 --key stranger.key --out strange >/dev/null
"$content" pack --tree tree --id vansbro --channel stable --sequence 9 --valid-until 2026-12-31 --key k.key --out other >/dev/null
cp -r stick8 changed && printf ' ' >>changed/manifest.yaml
cp -r stick8 cut && head -c 1000 stick8/sv.tar.zst >cut/sv.tar.zst
mkdir empty
# Home cannot be shown in Arabic: its topics are not there.
sed -i '/^topics:/,/^ui:/{/^ui:/!d}' tree/ar/site.yaml
sed -i 's/^ui:/topics: []\nui:/' tree/ar/site.yaml
pack 9 broken
"$content" install stick7 --store store --trust k.pub >/dev/null

run() { "$kiosk" --content-store store --trust k.pub --headless --size 1920x1080 --script "$1"; }

cat >refusals.yaml <<'S'
- insert: empty
- expect: {screen: staff, text: "Det finns inget innehåll till kiosken på stickan."}
- expect: {text: "Du kan ta ut stickan nu."}
- insert: strange
- expect: {text: "Innehållet kommer från någon som kiosken inte känner."}
- insert: changed
- expect: {text: "Någon har ändrat innehållet efter att det blev klart."}
- insert: cut
- expect: {text: "Innehållet på stickan är skadat."}
- insert: other
- expect: {text: "Innehållet är till en annan kiosk."}
- insert: stick6
- expect: {text: "Innehållet på stickan är äldre än det som visas."}
- expect: {text: "Kiosken visar sitt gamla innehåll."}
- insert: stick7
- expect: {text: "Kiosken har redan det här innehållet."}
- insert: broken
- expect: {text: "Det nya innehållet fungerade inte. Kiosken visar det gamla."}
- screenshot: reverted.png
- insert: broken
- expect: {text: "Det här innehållet fungerade inte förra gången."}
- remove: true
- tap: done
- tap: lang:sv
- tap: help
- tap: staff
- expect: {screen: staff, text: "Senaste försöket"}
- expect: {element: last-outcome, text: "Det här innehållet fungerade inte förra gången."}
- tap: home
- tap: topic:health
- tap: page:health/where-to-turn
- expect: {text: "1177"}
S
run refusals.yaml
grep -q 7 store/current/manifest.yaml

# The broken number is used up. The next one is taken, and never while a resident is there.
rm -r tree && cp -r "$trees/vasteras" tree
sed -i 's/1177/1178/g' tree/sv/pages/health/where-to-turn.yaml
pack 10 stick10
cat >update.yaml <<'S'
- tap: lang:sv
- tap: topic:health
- tap: page:health/where-to-turn
- insert: stick10
- expect: {screen: page, text: "1177"}
- wait: 30s
- expect: {screen: page, text: "1177"}
- tap: done
- expect: {screen: picker}
- tap: lang:sv
- tap: topic:health
- tap: page:health/where-to-turn
- expect: {text: "1178"}
- remove: true
- tap: done
- expect: {screen: picker}
S
run update.yaml
[ ! -e store/pending.yaml ]

# An old valid-until is said, and nothing goes dark.
cat >old.yaml <<'S'
- insert: stick10
- expect: {text: "Innehållet är för gammalt. Be kommunen om nytt."}
- tap: done
- expect: {screen: picker}
S
"$kiosk" --content-store store --trust k.pub --headless --size 1920x1080 --now 2027-02-01T09:00+01:00 --script old.yaml

# Of a kiosk that has run since the day before as well.
cat >midnight.yaml <<'S'
- insert: stick10
- expect: {screen: staff, text: "Kiosken har redan det här innehållet."}
- expect: {not: {text: "Innehållet är för gammalt. Be kommunen om nytt."}}
- remove: true
- wait: 2h
- insert: stick10
- expect: {text: "Innehållet är för gammalt. Be kommunen om nytt."}
S
"$kiosk" --content-store store --trust k.pub --headless --size 1920x1080 --now 2026-12-31T23:00+01:00 --script midnight.yaml

# A window without any content: a stick comes in where sticks are mounted, and the kiosk comes up by itself.
command -v xvfb-run >/dev/null || exit 0
mkdir -p media/stick
xvfb-run -a -s "-screen 0 1280x800x24" sh -eu -c '
  "$1" --content-store first --trust k.pub --windowed --size 1280x800 --sticks media >/dev/null 2>log &
  kiosk=$!
  cp stick7/*.zst stick7/*.minisig media/stick/
  cp stick7/manifest.yaml media/stick/
  for i in $(seq 300); do
    [ -L first/current ] && [ ! -e first/pending.yaml ] && break
    sleep 0.1
  done
  kill $kiosk
  [ -L first/current ] && [ ! -e first/pending.yaml ]
' sh "$kiosk"

# The same by a web server alone: the window pulls its first content.
python3 -u -m http.server --bind 127.0.0.1 --directory stick7 0 >server 2>&1 &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
for i in $(seq 100); do
  port=$(sed -n 's/.*port \([0-9]*\).*/\1/p' server)
  [ -n "$port" ] && break
  sleep 0.1
done
xvfb-run -a -s "-screen 0 1280x800x24" sh -eu -c '
  "$1" --content-store pulled --trust k.pub --update-url "http://127.0.0.1:$2" --windowed --size 1280x800 --sticks empty >/dev/null 2>log &
  kiosk=$!
  for i in $(seq 300); do
    [ -L pulled/current ] && [ ! -e pulled/pending.yaml ] && break
    sleep 0.1
  done
  kill $kiosk
  [ -L pulled/current ] && [ ! -e pulled/pending.yaml ]
' sh "$kiosk" "$port"
