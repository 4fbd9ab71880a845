#!/bin/sh
# Bundles from build to a kiosk that shows them; signatures both ways with the real minisign.
set -eu
kiosk=$1 content=$2 trees=$3 sources=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
tree=$trees/vasteras
pack() { "$content" pack --tree "$tree" --id vasteras --channel stable --valid-until 2027-05-01 "$@" >/dev/null; }

"$content" keygen --out ours --no-password >/dev/null
[ "$(stat -c %a ours.key)" = 600 ]
pack --sequence 7 --key ours.key --out stick
minisign -q -V -p ours.pub -m stick/manifest.yaml
"$content" verify stick --trust ours.pub

# The same input gives the same bundle.
pack --sequence 7 --key ours.key --out again
diff -r stick again

# A key and a signature of minisign's own.
minisign -G -W -f -p theirs.pub -s theirs.key >/dev/null
pack --sequence 8 --key theirs.key --out signed-by-theirs
"$content" verify signed-by-theirs --trust theirs.pub
rm stick/manifest.yaml.minisig
minisign -S -s theirs.key -m stick/manifest.yaml >/dev/null
"$content" verify stick --trust theirs.pub
if "$content" verify stick --trust ours.pub 2>refusal; then exit 1; fi
grep -q '^unknown-key: ' refusal

# A password protects a key in a way that minisign opens, and the other way round.
printf 'blåbär\nblåbär\n' | "$content" keygen --out locked >/dev/null 2>&1
printf 'blåbär\n' | minisign -S -s locked.key -m stick/manifest.yaml -x locked.sig >/dev/null 2>&1
minisign -q -V -p locked.pub -m stick/manifest.yaml -x locked.sig
printf 'blåbär\n' | "$content" pack --tree "$tree" --id vasteras --channel stable --sequence 9 --valid-until 2027-05-01 --key locked.key --out locked-stick >/dev/null 2>&1
"$content" verify locked-stick --trust locked.pub
if printf 'fel\n' | pack --sequence 9 --key locked.key --out wrong 2>refusal; then exit 1; fi
grep -q 'the password is wrong' refusal

# What was installed is what the kiosk shows.
"$content" install signed-by-theirs --store store --trust theirs.pub
"$kiosk" --bundle store/current --lang ar --page health/where-to-turn --headless --size 1920x1080 --dump-screen a.json
"$kiosk" --bundle "$tree" --lang ar --page health/where-to-turn --headless --size 1920x1080 --dump-screen b.json
cmp a.json b.json

# The next number has the same packs: nothing moves but the manifest.
pack --sequence 10 --key theirs.key --out bigger
"$content" diff signed-by-theirs bigger | grep -q '^0 changed'
"$content" install bigger --store store --trust theirs.pub | grep -q ' 0 of '

# A disk that is full keeps the old content and says so: a file system of 200 KB in a namespace of its own.
mkdir small
cat >full.sh <<'S'
mount -t tmpfs -o size=200k none small
"$1" install signed-by-theirs --store small/store --trust theirs.pub 2>refusal && exit 3
grep -q '^no-space: ' refusal
[ ! -e small/store/current ]
S
if unshare -Urm true 2>/dev/null; then unshare -Urm sh -e full.sh "$content"; else echo "no namespaces here: the full disk was not tried"; fi
