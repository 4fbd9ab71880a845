#!/bin/sh
# The packages whose libraries these programs need, as dpkg-shlibdeps finds them:  depends.sh PROGRAM… >DEPENDS
# (CPack could ask by itself, but looks into every one of the package's 16,000 files for it.)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p debian/kiosk/DEBIAN debian/kiosk/usr/bin
cp "$@" debian/kiosk/usr/bin/
printf 'Source: kiosk\n\nPackage: kiosk\nArchitecture: any\n' >debian/control
dpkg-shlibdeps -O debian/kiosk/usr/bin/* | sed -n 's/^shlibs:Depends=//p'
