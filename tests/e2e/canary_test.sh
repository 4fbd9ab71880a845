#!/bin/sh
# A session leaves nothing on the disk: what was typed and shown, and the digits of a PIN that staff gave, is searched
# for in every file that a run has written (state, dump and speech log too), and the store holds counts and nothing else. In six languages at two text sizes, with a poll sent and one left half.
#   canary_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
kiosk=$1
trees=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/tmp"
canary=kanariefagelzqx
pin=482913
printf '%s\n' $pin | "$kiosk" --state "$work/state" --set-pin >"$work/set-pin.out" 2>&1

: >"$work/steps.yaml"
sessions=0
for language in sv ar ur th ti zh-Hans; do
  for scale in 100 200; do
    sessions=$((sessions + 1))
    cat >>"$work/steps.yaml" <<STEPS
- tap: lang:$language
- tap: text-size
- tap: scale:$scale
- tap: home
- tap: search
- type: "$canary"
- tap: home
- tap: phrases
- tap: phrase:cafe-free
- tap: phrase:cafe-free:number
- tap: phrase:cafe-free:key:7
- tap: phrase:cafe-free:key:3
- tap: home
- tap: topic:democracy
- tap: page:democracy/councils
- tap: feedback:good
- tap: poll:more-here
- expect: {screen: poll, lang: $language}
- expect: {element: "poll:more-here:send", disabled: true}
- tap: poll:more-here:FIRST
- tap: poll:more-here:send
- expect: {element: "poll:more-here:thanks"}
- tap: done
- tap: lang:$language
- tap: topic:democracy
- tap: page:democracy/councils
- tap: poll:more-here
- tap: poll:more-here:FIRST
- wait: 120s
- expect: {screen: picker, lang: sv, text_scale: 100}
STEPS
  done
done
for digits in 482914 $pin; do
  echo "- tap: lang:sv
- tap: help
- headset: in
- tap: staff"
  for _ in 1 2 3 4 5 6 7 8 9; do echo "- key: Tab"; done  # whoever listens passes the keys, and hears their digits
  for digit in $(echo $digits | sed 's/./& /g'); do echo "- tap: pin:$digit"; done
  echo "- dump: DUMPS/$digits.json
- headset: out
- tap: extend
- tap: done"
done | sed "s,DUMPS/$pin,DUMPS/inside,; s,DUMPS/482914,DUMPS/outside,; s,DUMPS,$work," >>"$work/steps.yaml"
first=$(sed -n 's/^ *- id: "\(.*\)"$/\1/p' "$trees/boras/sv/polls.yaml" | head -1)
sed -i "s/FIRST/$first/" "$work/steps.yaml"
mv "$work/steps.yaml" "$work.steps.yaml"
trap 'rm -rf "$work" "$work.steps.yaml"' EXIT

env -i HOME="$work/home" TMPDIR="$work/tmp" PATH="$PATH" "$kiosk" --bundle "$trees/boras" --script "$work.steps.yaml" \
  --store "$work/store/counts.db" --state "$work/state" --speech-log "$work/speech" >"$work/out" 2>"$work/err" || { cat "$work/err"; exit 1; }

if grep -rlai -e "$canary" -e cafe-free -e $pin "$work" || grep -e '"text":"[0-9]"' -e 'pin:[0-9]' "$work/speech"; then
  echo "a session was found in the files above"
  exit 1
fi
# The search must be able to find: the page's name is in the store.
grep -qa democracy/councils "$work/store/counts.db"
grep -q "Personalens sidor" "$work/inside.json"
grep -q '"text":"•"' "$work/speech"

python3 - "$work/store/counts.db" "$sessions" <<'PYTHON'
import sqlite3, sys

db = sqlite3.connect(sys.argv[1])
sessions = int(sys.argv[2])
tables = db.execute("SELECT name, sql FROM sqlite_schema").fetchall()
assert [name for name, _ in tables] == ['counts'], tables
columns = [row[1] for row in db.execute('PRAGMA table_info(counts)')]
assert columns == ['day', 'page', 'language', 'kind', 'choice', 'n'], columns
sums = dict(db.execute('SELECT kind, sum(n) FROM counts GROUP BY kind'))
assert sums.get('poll') == sessions, sums   # the half answered ones were not sent
assert sums.get('good') == sessions, sums
assert sums.get('open') == 2 * sessions, sums
print(f'{sessions} sessions, {sums}, no canary')
PYTHON
