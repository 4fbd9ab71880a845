#!/bin/sh
# The packages as they are made: lintian finds no error, the man pages are in order, and what must be in them is.
#   packages_test.sh FOLDER-WITH-THE-PACKAGES
set -eu
cd "$1"
for package in kiosk_*_amd64.deb kiosk-session_*_all.deb; do
  [ -f "$package" ] || { echo "no $package"; exit 1; }
  lintian --fail-on error --tag-display-limit 0 "$package" >lintian.log 2>&1 || { cat lintian.log; exit 1; }
  echo "$package: $(stat -c %s "$package") bytes; lintian: 0 errors, $(grep -c '^W:' lintian.log || true) warnings"
done
dpkg-deb -c kiosk_*_amd64.deb >contents
for path in usr/bin/kiosk usr/bin/kiosk-content usr/share/man/man1/kiosk.1.gz usr/share/man/man1/kiosk-content.1.gz \
  usr/share/bash-completion/completions/kiosk usr/share/bash-completion/completions/kiosk-content usr/share/applications/se.kiosk.Kiosk.desktop \
  usr/share/metainfo/se.kiosk.Kiosk.metainfo.xml usr/share/kiosk/trees/boras/manifest.yaml usr/share/kiosk/project/locales/ar/ui.po; do
  grep -q " ./$path$" contents || { echo "$path is missing"; exit 1; }
done
dpkg-deb -f kiosk_*_amd64.deb Depends | grep -q "fonts-noto-core.*libharfbuzz0b\|libharfbuzz0b.*fonts-noto-core"
dpkg-deb -c kiosk-session_*_all.deb >contents
for path in etc/kiosk/kiosk.yaml usr/share/kiosk-session/kiosk.schema.json usr/lib/systemd/system/kiosk.service usr/lib/sysusers.d/kiosk.conf \
  usr/lib/tmpfiles.d/kiosk.conf usr/lib/udev/rules.d/70-kiosk.rules usr/share/doc/kiosk-session/examples/network.conf; do
  grep -q " ./$path$" contents || { echo "$path is missing"; exit 1; }
done
dpkg-deb --info kiosk-session_*_all.deb conffiles | grep -q "^/etc/kiosk/kiosk.yaml$"
