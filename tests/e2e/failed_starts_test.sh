#!/bin/sh
# New content with which the kiosk dies before it has shown home: killed for real (SIGKILL, by strace, when it opens the
# new content's first language) at three starts, the fourth shows the old content, and the new is refused from then on.
# The same with content that is whole: one good start is enough.
set -eu
kiosk=$1 content=$2 trees=$3
command -v strace >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$content" keygen --out k --no-password >/dev/null
cp -r "$trees/vasteras" tree
pack() { "$content" pack --tree tree --id vasteras --channel stable --sequence "$1" --valid-until 2026-12-31 --key k.key --out "$2" >/dev/null; }
start() { "$@" "$kiosk" --content-store store --trust k.pub --headless --size 1920x1080 --script look.yaml; }
pack 7 stick7
sed -i 's/1177/1178/g' tree/sv/pages/health/where-to-turn.yaml
pack 8 stick8
cat >look.yaml <<'S'
- tap: lang:sv
- tap: topic:health
- tap: page:health/where-to-turn
- expect: {text: "1177"}
S

"$content" install stick7 --store store --trust k.pub >/dev/null
start env
[ ! -e store/pending.yaml ] || { echo "content that shows itself is still on trial"; exit 1; }

"$content" install stick8 --store store --trust k.pub >/dev/null
[ -e store/pending.yaml ] || { echo "new content is not on trial"; exit 1; }
new=$(readlink store/current)
for try in 1 2 3; do
  status=0
  start strace -f -qqq -o /dev/null -P "store/$new/sv/site.yaml" -e trace=openat -e inject=openat:signal=SIGKILL || status=$?
  [ "$status" = 137 ] || { echo "start $try was not killed: $status"; exit 1; }
  [ "$(readlink store/current)" = "$new" ] || { echo "reverted at start $try already"; exit 1; }
  grep -q "starts: $try" store/pending.yaml || { echo "start $try was not counted:"; cat store/pending.yaml; exit 1; }
done
start env
[ "$(readlink store/current)" != "$new" ] || { echo "the content is not reverted"; exit 1; }
[ ! -e store/pending.yaml ]
"$content" install stick8 --store store --trust k.pub >again 2>&1 && { echo "content that failed is taken in again"; exit 1; }
grep -q "7" store/current/manifest.yaml
echo "killed at three starts, reverted at the fourth"
