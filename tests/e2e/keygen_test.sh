#!/bin/sh
# A pair of keys: the secret one is its owner's alone from its first byte on, is whole or not there wherever keygen is
# killed, and is never written over.
set -eu
content=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
umask 000

"$content" keygen --out k --no-password >/dev/null
[ "$(stat -c %a k.key)" = 600 ]
[ "$(ls)" = "$(printf 'k.key\nk.pub')" ] || { echo "keygen leaves $(ls)"; exit 1; }
whole=$(stat -c %s k.key)

cp k.key before
rm k.pub
if "$content" keygen --out k --no-password >/dev/null 2>said; then echo "a key was written over"; exit 1; fi
grep -q "is there already" said
cmp k.key before

# Killed at every call that touches a file: what lies under the key's name is whole, and nobody else may read any of it.
strace -f -qq -o trace -e trace=%file,%desc "$content" keygen --out traced --no-password >/dev/null
from=$(grep -n 'traced.key' trace | head -1 | cut -d: -f1)
sed 's/^[0-9]* *//; s/(.*//' trace | grep -n '^[a-z0-9_]*$' | tr : ' ' |
  awk -v from="$from" '{ count[$2]++; if ($1 >= from) print $2, count[$2] }' >calls
killed=0 whole_keys=0
while read -r call n; do
  rm -rf victim && mkdir victim
  strace -f -qq -o /dev/null -e trace="$call" -e inject="$call":signal=SIGKILL:when="$n" \
    "$content" keygen --out victim/k --no-password >/dev/null 2>&1 || killed=$((killed + 1))
  for file in victim/k.key*; do
    [ ! -e "$file" ] || [ "$(stat -c %a "$file")" = 600 ] || { echo "$file: $(stat -c %a "$file") after $call $n"; exit 1; }
  done
  [ -e victim/k.key ] || continue
  whole_keys=$((whole_keys + 1))
  [ "$(stat -c %s victim/k.key)" = "$whole" ] || { echo "half a key after $call $n"; exit 1; }
done <calls
echo "killed at $killed of $(wc -l <calls) calls; $whole_keys keys, all whole"
[ "$killed" -ge 10 ] && [ "$whole_keys" -gt 0 ] && [ "$whole_keys" -lt "$killed" ]

# What a kill left does not stand in the way.
printf half >again.key.new
"$content" keygen --out again --no-password >/dev/null
[ "$(stat -c %s again.key)" = "$whole" ] && [ ! -e again.key.new ]
