#!/bin/sh
# The staff's side over several runs: the PIN is asked for on the command line, tries outlive kills and wrong clocks,
# settings outlive the process and a damaged file, a signed stick brings a new PIN once.
set -eu
kiosk=$1 content=$2 trees=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for bad in 12345 1234567 abcdef 111111 123456 ""; do
  if printf '%s\n' "$bad" | "$kiosk" --state state --set-pin >out 2>&1; then
    echo "the PIN '$bad' was taken"
    exit 1
  fi
  if [ -n "$bad" ] && grep -q "$bad" out; then
    echo "the PIN '$bad' was repeated"
    exit 1
  fi
done
if printf '482913\n' | "$kiosk" --set-pin >out 2>&1; then
  echo "a PIN was taken without a folder"
  exit 1
fi
printf '482913\n' | "$kiosk" --state state --set-pin >out 2>&1

options="--bundle $trees/vasteras --state state --headless --size 1920x1080"
run() { "$kiosk" $options --script "$@"; }
pin() { echo "- tap: lang:sv
- tap: help
- tap: staff"; for d in $(echo "$1" | sed 's/./& /g'); do echo "- tap: pin:$d"; done; }
inside='- expect: {element: title, text: "Personalens sidor"}'

# What is set in one run holds in the next one, and a damaged file is the defaults, said in the panel.
{ pin 482913; echo "$inside
- tap: staff:idle
- tap: staff:idle:more"; } >set.yaml
run set.yaml
grep -q 'idle-s: 150' state/settings.yaml
{ pin 482913; echo '- expect: {element: "staff:idle/1", text: "150 sekunder"}'; } >kept.yaml
run kept.yaml
cp state/settings.yaml good.yaml
printf 'idle-s: 7\nversion: 1\n' >state/settings.yaml
{ pin 482913; echo '- expect: {element: settings-damaged}
- expect: {element: "staff:idle/1", text: "120 sekunder"}'; } >damaged.yaml
run damaged.yaml 2>err
grep -q 'state/settings.yaml:1:9: .*from 60 to 600' err
mv good.yaml state/settings.yaml

# Five wrong ones, each in a run of its own that is killed or has another year on its clock: the sixth is refused.
{ pin 999999; echo '- wait: 1s'; } >wrong.yaml
for year in 2016 2036 2026; do run wrong.yaml --now "$year-03-02T09:00+01:00"; done
for i in 1 2; do
  { pin 999999; echo '- dump: reached.json
- wait: 9999999h'; } >endless.yaml
  rm -f reached.json
  "$kiosk" $options --script endless.yaml &
  kiosk_pid=$!
  for j in $(seq 600); do
    [ -s reached.json ] && break
    sleep 0.05
  done
  kill -9 $kiosk_pid
  wait $kiosk_pid || true
done
{ pin ""; echo '- expect: {element: "pin:4", disabled: true}
- expect: {text: "För många fel."}'; } >refused.yaml
for year in 2016 2036 2026; do run refused.yaml --now "$year-03-02T09:00+01:00"; done

# A stick with a new PIN, for this kiosk alone and once.
"$content" keygen --out k --no-password >/dev/null
"$content" keygen --out stranger --no-password >/dev/null
"$content" pack --tree "$trees/vasteras" --id vasteras --channel stable --sequence 1 --valid-until 2027-12-31 --key k.key --out bundle >/dev/null
"$content" install bundle --store store --trust k.pub >/dev/null
code=$(sed -n 's/^code: "\(.*\)"/\1/p' state/pin.yaml)
printf '730164\n' | "$content" pin --code "$code" --key k.key --out new 2>/dev/null
printf '730164\n' | "$content" pin --code "$code" --key stranger.key --out strange 2>/dev/null
printf '730164\n' | "$content" pin --code ABCD-EFGH --key k.key --out other 2>/dev/null
command -v minisign >/dev/null && minisign -Vqm new/pin-reset.yaml -p k.pub
cat >stick.yaml <<S
- insert: strange
- expect: {screen: staff, text: "Stickan kommer från någon som kiosken inte känner."}
- insert: other
- expect: {text: "Stickan är till en annan kiosk, eller har använts förut."}
- insert: new
- expect: {text: "Kiosken har en ny PIN-kod."}
- insert: new
- expect: {text: "Stickan är till en annan kiosk, eller har använts förut."}
- remove: true
- expect: {not: {text: "PIN"}}
- tap: done
$(pin 730164)
$inside
S
"$kiosk" --content-store store --trust k.pub --state state --headless --size 1920x1080 --script stick.yaml

# The figures go onto a stick, and none without one.
{ pin 730164; echo '- tap: staff:export
- tap: staff:export:now
- expect: {element: export-status, text: "Det finns ingen sticka. Sätt i en och tryck igen."}'; } >no_stick.yaml
run no_stick.yaml --sticks nowhere
cat >export.yaml <<S
- insert: bundle
- tap: done
$(pin 730164)
- tap: staff:export
- tap: staff:export:now
- expect: {element: export-status, text: "Klart. Filen heter kiosk-2026-03-02.html. Du kan ta ut stickan."}
S
"$kiosk" --content-store store --trust k.pub --state state --headless --size 1920x1080 --script export.yaml
grep -q '<h1>' bundle/kiosk-2026-03-02.html
[ -s bundle/kiosk-2026-03-02.csv ]

# Without a PIN there is the status of the content and nothing else.
cat >none.yaml <<'S'
- tap: lang:sv
- tap: help
- tap: staff
- expect: {screen: staff, text: "Innehållet i kiosken"}
- expect: {text: "Kioskens kod"}
- expect: {not: {element: "pin:1"}}
S
"$kiosk" --bundle "$trees/vasteras" --state fresh --headless --size 1920x1080 --script none.yaml
