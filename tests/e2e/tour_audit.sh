# A tour's dumps, audited.   tour_audit.sh KIOSK TREE OPTION…
set -eu
kiosk=$1 tree=$2
shift 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$kiosk" --bundle "$tree" --tour "$folder" --dumps-only "$@"
PYTHONDONTWRITEBYTECODE=1 python3 "$(dirname "$0")/audit.py" "$folder"
