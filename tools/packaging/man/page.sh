#!/bin/sh
# A man page from what a program's own --help says, so that it is never stale:  page.sh PROGRAM NAME VERSION MORE >PAGE
# MORE is the rest of the page, in roff. A program with verbs gets a section for each.
set -eu
program=$1 name=$2 version=$3 more=$4

# One line of help becomes ".TP, what, what it is"; an option without room stands alone, its text on the next line.
entries() {
  awk '
    function roff(text) { gsub(/\\/, "\\e", text); gsub(/-/, "\\-", text); if (text ~ /^[.\x27]/) text = "\\&" text; return text }
    /^  [^ ]/ {
      text = substr($0, 3)
      split_at = match(text, /  +/)
      what = split_at ? substr(text, 1, split_at - 1) : text
      rest = split_at ? substr(text, split_at + RLENGTH) : ""
      print ".TP\n.B " roff(what)
      if (rest != "") print roff(rest)
      next
    }
    /^   / { sub(/^ +/, ""); print roff($0) }'
}
part() { sed -n "/^$1:/,/^\$/p" | sed 1d; }
escape() { sed 's/\\/\\e/g; s/-/\\-/g'; }

export LC_ALL=C.UTF-8
help=$("$program" --help)
about=$(printf '%s\n' "$help" | head -1 | escape)
upper=$(printf %s "$name" | tr a-z A-Z)
cat <<ROFF
.TH "$upper" 1 "" "$name $version" "Public-information kiosk"
.SH NAME
$(printf %s "$name" | escape) \\- $(printf '%s\n' "$about" | sed 's/\.$//; s/^\(.\)/\L\1/')
.SH SYNOPSIS
.B $(printf %s "$name" | escape)
$(printf '%s\n' "$help" | sed -n 's/^Usage: [^ ]* *//p' | escape)
.SH DESCRIPTION
$about
.SH OPTIONS
ROFF
printf '%s\n' "$help" | part Options | entries
verbs=$(printf '%s\n' "$help" | part Subcommands | sed -n 's/^  \([a-z]*\) .*/\1/p')
for verb in $verbs; do
  of_verb=$("$program" "$verb" --help)
  printf '.SH %s\n%s\n' "$(printf %s "$verb" | tr a-z A-Z)" "$(printf '%s\n' "$of_verb" | head -1 | escape)."
  printf '%s\n' "$of_verb" | part Options | grep -v -e '--help' | entries
  printf '%s\n' "$of_verb" | sed -n 's/^Example: //p' | escape | sed '1s/^/.PP\n.EX\n/; $s/$/\n.EE/'
done
cat "$more"
