#!/bin/sh
# Inside the fresh Debian of chroot_test.sh: installs, looks, removes.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
say() { echo "inside: $*"; }

apt-get update -q
apt-get install -y -q --no-install-recommends /root/kiosk_*.deb /root/kiosk-session_*.deb
say "installed $(dpkg-query -W -f='${Package} ${Version}; ' kiosk kiosk-session)"

# The device's own user, its folders, the unit that is there and not yet switched on.
getent passwd kiosk | grep -q ":/var/lib/kiosk:/usr/sbin/nologin$"
id -nG kiosk | grep -q video
[ "$(stat -c '%U %a' /var/lib/kiosk/state)" = "kiosk 700" ]
systemctl is-enabled kiosk.service | grep -q disabled
systemd-analyze verify --man=no kiosk.service
say "user, folders and unit are there"

# As the device: its user, its configuration, no display. What is wrong here is said, and nothing else.
as_kiosk() { setpriv --reuid=kiosk --regid=kiosk --init-groups env -i PATH=/usr/bin:/bin HOME=/var/lib/kiosk "$@"; }
as_kiosk kiosk --check --langs sv,ur --size 1920x1080 2>/tmp/findings || { cat /tmp/findings; exit 1; }
grep -q "/etc/kiosk/kiosk.yaml:.*warning: the screen's size is not known" /tmp/findings
grep -q "warning: there is no voice: espeak-ng is not installed" /tmp/findings
grep -q "warning: there is no audio device" /tmp/findings
[ "$(grep -c "warning: \|error: " /tmp/findings)" = 3 ] || { cat /tmp/findings; exit 1; }
say "kiosk --check: $(grep -c 'warning: ' /tmp/findings) warnings, each with a hint, and no error"

as_kiosk kiosk --lang ur --page health/where-to-turn --size 1920x1080 --screenshot /tmp/page.png --dump-screen /tmp/page.json
head -c 4 /tmp/page.png | grep -q PNG
grep -q 1177 /tmp/page.json
grep -q '"notdef": *[1-9]' /tmp/page.json && { echo "a glyph is missing"; exit 1; }
say "a page in Urdu: $(stat -c %s /tmp/page.png) bytes of PNG"

# The staff's PIN, as the guide has it set; where the configuration says, for the kiosk's user alone.
printf '482913\n' | as_kiosk kiosk --set-pin >/dev/null 2>&1
[ "$(stat -c %U /var/lib/kiosk/state/pin.yaml)" = kiosk ]
if grep -q 482913 /var/lib/kiosk/state/pin.yaml; then echo "the PIN lies open"; exit 1; fi

# A broken configuration is named with its line.
sed -i 's/^  rotation: 0 .*/  rotation: 45/' /etc/kiosk/kiosk.yaml
as_kiosk kiosk --check >/tmp/broken 2>&1 && exit 1
grep -q "^/etc/kiosk/kiosk.yaml:[0-9]*:[0-9]*: error: " /tmp/broken
grep -q "^hint: " /tmp/broken

# Staff compile, sign and pack from the sources that come along.
cp -r /usr/share/kiosk/project /tmp/project
kiosk-content --root /tmp/project build --site vansbro --out /tmp/tree --langs sv,ar
(cd /tmp && kiosk-content keygen --out k --no-password && kiosk-content pack --tree tree --id vansbro --channel stable \
  --sequence 1 --valid-until 2030-01-01 --key k.key --out stick && kiosk-content verify stick --trust k.pub)
say "kiosk-content compiles, signs and verifies"

for page in kiosk kiosk-content; do gzip -dc /usr/share/man/man1/$page.1.gz | grep -q "^.SH OPTIONS"; done

apt-get purge -y -q kiosk kiosk-session
for left in /usr/bin/kiosk /usr/share/kiosk /etc/kiosk /var/lib/kiosk /usr/lib/systemd/system/kiosk.service; do
  [ ! -e "$left" ] || { echo "$left is left after purge"; exit 1; }
done
say "purged without a trace"
