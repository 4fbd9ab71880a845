# The audit names each planted fault.   audit_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" --bundle "$3/vasteras" --lang sv --size 1920x1080 --screen-mm 476x268 --dump-screen "$folder/home.json"
PYTHONDONTWRITEBYTECODE=1 python3 "$4/tests/e2e/audit_test.py" "$folder/home.json"
