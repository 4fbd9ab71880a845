#!/bin/sh
# The rules by the real udev, on devices that umockdev makes up: a new keyboard gets no driver, an allowed one does, a
# mouse is left alone, a stick is mounted read-only.     udev_test.sh FOLDER-OF-tools/packaging
set -eu
from=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/rules"
sed "s#/etc/kiosk/allow-keyboards#$work/allow#" "$from/udev/70-kiosk.rules" >"$work/rules/70-kiosk.rules"

usb=/devices/pci0000:00/usb1/1-1
port=$usb/1-1:1.0
input=$port/0003:1234:5678.0001/input/input5
disk=/devices/pci0000:00/usb1/1-2/block/sdx1
device() { # PROTOCOL: 01 keyboard, 02 mouse, 00 neither
  cat <<E
P: $usb
E: DEVTYPE=usb_device
E: SUBSYSTEM=usb
A: idVendor=1234
A: idProduct=5678

P: $port
E: DEVTYPE=usb_interface
E: SUBSYSTEM=usb
A: bInterfaceClass=03
A: bInterfaceProtocol=$1
A: authorized=1

P: $input
E: SUBSYSTEM=input
$2
A: name=Made up

P: $input/event5
E: SUBSYSTEM=input
E: DEVNAME=/dev/input/event5
$2
N: input/event5

P: $disk
E: SUBSYSTEM=block
E: DEVNAME=/dev/sdx1
E: ID_BUS=usb
E: ID_FS_TYPE=vfat
N: sdx1
E
}
device 01 "E: ID_INPUT_KEYBOARD=1" >"$work/keyboard"
device 00 "E: ID_INPUT_KEYBOARD=1" >"$work/disguised"
device 02 "E: ID_INPUT_MOUSE=1" >"$work/mouse"

# seen DEVICE: what udev says and does for each part, and whether the interface may still have a driver
seen() {
  unshare --map-root-user --mount sh -euc '
    mount --bind "$1/rules" /usr/lib/udev/rules.d
    umockdev-run --device "$1/$2" -- sh -c "
      for part in $3 $4 $4/event5 $5; do udevadm test --action=add /sys\$part 2>&1; done
      echo authorized=\$(cat /sys$3/authorized)"' sh "$work" "$1" "$port" "$input" "$disk"
}
has() { grep -q -e "$1" "$work/seen" || { echo "$2: '$1' is missing"; cat "$work/seen"; exit 1; }; }
has_not() { ! grep -q -e "$1" "$work/seen" || { echo "$2: '$1' should not be there"; cat "$work/seen"; exit 1; }; }
let_in() { has "authorized=1" "$1"; has_not "LIBINPUT_IGNORE_DEVICE" "$1"; has_not "/authorized'" "$1"; }

seen keyboard >"$work/seen"
has "authorized=0" keyboard
has "LIBINPUT_IGNORE_DEVICE=1" keyboard
has "systemd-mount .*rw,nosuid,nodev,noexec.*uid=kiosk.* /dev/sdx1 /run/media/kiosk-sdx1" stick

# It says nothing of a keyboard in its descriptor, and turns out to be one.
seen disguised >"$work/seen"
has "authorized=1" disguised
has "LIBINPUT_IGNORE_DEVICE=1" disguised
has "echo 0 >/sys$input/../../../authorized" disguised

seen mouse >"$work/seen"
let_in mouse

echo 'ATTRS{idVendor}=="1234", ATTRS{idProduct}=="5678", ENV{KIOSK_ALLOWED}="1"' >"$work/rules/69-kiosk-allow.rules"
seen keyboard >"$work/seen"
let_in "listed keypad"
rm "$work/rules/69-kiosk-allow.rules"
: >"$work/allow"
seen keyboard >"$work/seen"
let_in "while a technician works"
echo "keyboards are refused unless allowed; sticks are the kiosk's own and run nothing"
