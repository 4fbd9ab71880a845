#!/bin/sh
# A script behind the PIN: in a state folder of its own, whose PIN is 482913. The script's line "# ends with N" names
# another exit status than 0.
#   run.sh KIOSK SCRIPT OPTIONS…
set -eu
kiosk=$1 script=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '482913\n' | "$kiosk" --state "$work/state" --set-pin >/dev/null 2>&1
status=0
"$kiosk" --state "$work/state" --script "$script" "$@" || status=$?
wanted=$(sed -n 's/^# ends with \([0-9]*\).*/\1/p' "$script")
[ "$status" = "${wanted:-0}" ]
