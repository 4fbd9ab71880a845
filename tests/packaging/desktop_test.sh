#!/bin/sh
# What the desktop and the shell read: desktop entry, AppStream, the man pages that --help becomes, completion as bash
# does it.     desktop_test.sh FOLDER-OF-tools/packaging KIOSK KIOSK-CONTENT
set -eu
from=$1 kiosk=$2 content=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
desktop-file-validate "$from/desktop/se.kiosk.Kiosk.desktop"
sed 's/@PROJECT_VERSION@/0.1.0/' "$from/desktop/se.kiosk.Kiosk.metainfo.xml" >"$work/se.kiosk.Kiosk.metainfo.xml"
appstreamcli validate --no-net "$work/se.kiosk.Kiosk.metainfo.xml"

for program in "$kiosk" "$content"; do
  name=$(basename "$program")
  sh "$from/man/page.sh" "$program" "$name" 0.1.0 "$from/man/$name.more" >"$work/$name.1"
  man --warnings --local-file "$work/$name.1" >"$work/page" 2>"$work/warnings"
  [ ! -s "$work/warnings" ] || { cat "$work/warnings"; exit 1; }
  # Every option that --help names is on the page.
  "$program" --help | grep -o -e '--[a-z-]*' | sort -u >"$work/options"
  sed 's/\\-/-/g' "$work/$name.1" >"$work/plain"
  while read -r option; do grep -q -e "$option" "$work/plain" || { echo "$name(1) lacks $option"; exit 1; }; done <"$work/options"
done
grep -q "^.SH VERIFY$" "$work/kiosk-content.1"

mkdir "$work/bin"
ln -s "$kiosk" "$work/bin/kiosk"
ln -s "$content" "$work/bin/kiosk-content"
# complete_word PROGRAM EXPECTED WORD…: what bash offers for the last word
complete_word() {
  program=$1 wanted=$2
  shift 2
  PATH="$work/bin:$PATH" bash -c '
    . "$1"; wanted=$2; shift 2
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    function=$(complete -p "$1"); function=${function##*-F }; ${function%% *}
    printf "%s\n" "${COMPREPLY[@]}" | grep -qx -e "$wanted" || { echo "completion of $*: ${COMPREPLY[*]}"; exit 1; }' \
  bash "$from/completion/$program" "$wanted" "$program" "$@"
}
complete_word kiosk --config --con
complete_word kiosk contrast --theme co
complete_word kiosk-content verify ver
complete_word kiosk-content --valid-until pack --val
