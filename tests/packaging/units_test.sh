#!/bin/sh
# What systemd itself says of the unit: no mistake, exposure at most 1.5 with and without network (RELIABILITY goal 13);
# the user and folders as systemd makes them.     units_test.sh FOLDER-OF-tools/packaging
set -eu
from=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/units"
cp "$from/systemd/kiosk.service" "$from/systemd/kiosk-again.timer" "$work/units/"

exposure() { # UNIT: prints the figure, fails above 1.5
  systemd-analyze security --offline=true --threshold=15 "$1" >"$work/security" || { cat "$work/security"; exit 1; }
  figure=$(sed -n 's/.*Overall exposure level for [^:]*: \([0-9.]*\).*/\1/p' "$work/security")
  awk -v figure="$figure" 'BEGIN { exit !(figure != "" && figure + 0 <= 1.5) }' || { echo "exposure '$figure'"; exit 1; }
  echo "$2: exposure $figure"
}
verify() { # UNIT…: systemd-analyze is silent when all is well; what it starts need not be on this machine
  systemd-analyze verify --man=no "$@" 2>&1 | grep -v -e "is not executable" -e "seatd.service not found" >"$work/said" || true
  if [ -s "$work/said" ]; then cat "$work/said"; exit 1; fi
}

verify "$work/units/kiosk.service" "$work/units/kiosk-again.timer"
exposure "$work/units/kiosk.service" "as installed"
# A drop-in, as its lines stand behind the unit's.
sed 's/^\[Unit\]//' "$from/systemd/network.conf" >"$work/network.tail"
mkdir "$work/network"
cat "$work/units/kiosk.service" "$work/network.tail" >"$work/network/kiosk.service"
cp "$work/units/kiosk-again.timer" "$work/network/"
verify "$work/network/kiosk.service"
exposure "$work/network/kiosk.service" "with network"
mkdir "$work/kmsdrm"
cat "$work/units/kiosk.service" "$from/systemd/kmsdrm.conf" >"$work/kmsdrm/kiosk.service"
cp "$work/units/kiosk-again.timer" "$work/kmsdrm/"
verify "$work/kmsdrm/kiosk.service"

# The check itself can fail: a unit without any of it is far above.
printf '[Service]\nExecStart=/usr/bin/true\n' >"$work/open.service"
if (exposure "$work/open.service" open) >/dev/null 2>&1; then echo "an open unit passes"; exit 1; fi

# What lies below the window. cat-config shows it as systemd reads it from where it is installed; a name that systemd does
# not know would do nothing.
lock=$work/lock
mkdir -p "$lock/etc/systemd" "$lock/usr/lib/systemd/logind.conf.d" "$lock/usr/lib/systemd/system.conf.d"
cp "$from/systemd/logind.conf" "$lock/usr/lib/systemd/logind.conf.d/kiosk.conf"
cp "$from/systemd/manager.conf" "$lock/usr/lib/systemd/system.conf.d/kiosk.conf"
sets() { # PROGRAM CONFIGURATION LINE
  systemd-analyze --root="$lock" cat-config "systemd/$2" 2>/dev/null | grep -qx "$3" || { echo "$2 does not set $3"; exit 1; }
  grep -q "${3%%=*}" "$1" "${1%/*}/libsystemd-shared-"*.so "${1%/*}/../x86_64-linux-gnu/systemd/libsystemd-shared-"*.so 2>/dev/null ||
    { echo "systemd knows no ${3%%=*}"; exit 1; }
}
for line in NAutoVTs=0 ReserveVT=0 HandleRebootKey=ignore HandleSuspendKey=ignore HandleHibernateKey=ignore; do
  sets /lib/systemd/systemd-logind logind.conf "$line"
done
sets /lib/systemd/systemd system.conf CtrlAltDelBurstAction=none
for setting in kernel.sysrq kernel.ctrl-alt-del; do grep -qx "$setting = 0" "$from/systemd/sysctl.conf"; done
grep -q "^ExecStart=/usr/bin/cage" "$work/units/kiosk.service"
if grep -q "^ExecStart=/usr/bin/cage .*-s" "$work/units/kiosk.service"; then echo "cage lets consoles be changed"; exit 1; fi

mkdir -p "$work/root/etc" "$work/root/usr/lib/sysusers.d" "$work/root/usr/lib/tmpfiles.d"
cp "$from/systemd/sysusers.conf" "$work/root/usr/lib/sysusers.d/kiosk.conf"
cp "$from/systemd/tmpfiles.conf" "$work/root/usr/lib/tmpfiles.d/kiosk.conf"
systemd-sysusers --root="$work/root" kiosk.conf
grep -q "^kiosk:[^:]*:[0-9]*:[0-9]*:[^:]*:/var/lib/kiosk:/usr/sbin/nologin$" "$work/root/etc/passwd"
for group in video render audio input; do grep -q "^$group:.*kiosk" "$work/root/etc/group"; done
if [ "$(id -u)" = 0 ]; then
  systemd-tmpfiles --root="$work/root" --create kiosk.conf
  [ "$(stat -c %a "$work/root/var/lib/kiosk/state")" = 700 ]
  [ "$(stat -c %a "$work/root/var/lib/kiosk/content")" = 750 ]
fi
