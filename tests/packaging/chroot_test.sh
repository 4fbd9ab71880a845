#!/bin/sh
# Installs the packages in a fresh Debian 12 (debootstrap, minbase) and runs what is installed there, as the kiosk's own
# user, without a display. The fresh system is kept in CACHE for the next run; it comes from the mirror that apt uses
# here.     chroot_test.sh FOLDER-WITH-THE-PACKAGES CACHE
set -eu
packages=$1 cache=$2
[ "$(id -u)" = 0 ] || { echo "needs root"; exit 77; }
mkdir -p "$cache/archives/partial"
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(CREATED_BY)' | awk '$2 == "bookworm" && $3 == "Packages" { print $1; exit }')
[ -n "$mirror" ] || { echo "apt has no mirror of bookworm"; exit 1; }
if [ ! -f "$cache/base.ready" ]; then
  rm -rf "$cache/base"
  debootstrap --variant=minbase bookworm "$cache/base" "$mirror" >"$cache/debootstrap.log" 2>&1 || { tail -5 "$cache/debootstrap.log"; exit 1; }
  : >"$cache/base.ready"
fi
work=$(mktemp -d -p "$cache")
trap 'rm -rf "$work"' EXIT
root=$work/root
cp -a --reflink=auto "$cache/base" "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$packages"/*.deb "$root/root/"
# Whatever leads apt to its mirror here does so there.
for part in $(apt-config dump Acquire | sed -n 's/^Acquire::http::Proxy "\(.*\)";/\1/p'); do
  echo "Acquire::http::Proxy \"$part\";" >"$root/etc/apt/apt.conf.d/90mirror"
done
# No service starts in there.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

cp "$(dirname "$0")/inside_chroot.sh" "$root/root/"
unshare --mount sh -euc '
  mount --bind "$2" "$1/var/cache/apt/archives"
  mount -t proc proc "$1/proc"
  mount --bind /dev "$1/dev"
  exec chroot "$1" /bin/sh -eu /root/inside_chroot.sh' sh "$root" "$cache/archives" >"$work/log" 2>&1 || { tail -40 "$work/log"; exit 1; }
grep "^inside: " "$work/log"
