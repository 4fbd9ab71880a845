#!/bin/sh
# What the shipped content promises: no error, easy Swedish, no unmarked local fact, every language complete.
#   content_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
tool=$2
sources=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$tool" --root "$sources" check --today 2026-11-22 --format json >"$work/check.json"
"$tool" --root "$sources" status --format json >"$work/status.json"
python3 - "$work" "$sources" <<'PYTHON'
import glob, json, re, sys

work, sources = sys.argv[1:]
faults = []

findings = json.load(open(f'{work}/check.json', encoding='utf8'))['findings']
promised = {'lix', 'sentence-length', 'number', 'phone', 'placeholder', 'link', 'tag', 'missing-glyph'}
for f in findings:
    if f['severity'] == 'error' or f['check'] in promised:
        faults.append(f"{f['path']}:{f['line']}: {f['check']}: {f['message']}")

for row in json.load(open(f'{work}/status.json', encoding='utf8')):
    if row['missing'] or row['outdated']:
        faults.append(f"{row['language']}: {row['missing']} missing, {row['outdated']} outdated")

# A local fact is marked as an example, or names where it comes from and when that was looked at.
for path in glob.glob(f'{sources}/content/**/facts.yaml', recursive=True):
    for fact in re.split(r'\n  (?=[a-z0-9_]+:\n)', open(path, encoding='utf8').read())[1:]:
        name = fact.split(':', 1)[0]
        if 'sample: true' not in fact and not ('source:' in fact and 'checked:' in fact):
            faults.append(f'{path}: {name}: neither sample: true nor source and checked')

# LIX of each page below 30: words + long words (over 6 letters) in percent, by sentence (one a line).
for path in glob.glob(f'{sources}/content/**/pages/**/*.md', recursive=True):
    body = open(path, encoding='utf8').read().split('---\n', 2)[2]
    words = long_words = sentences = 0
    for line in body.splitlines():
        line = re.sub(r'\{#[^}]*\}|^#+ |^> |^- |^\d+\. |\*\*|\[([^]]*)\]\([^)]*\)', r'\1', line.strip())
        if not line or line.startswith('['):
            continue
        found = re.findall(r"[\w{}][\w{}-]*", line)
        sentences += 1
        words += len(found)
        long_words += sum(len(w) > 6 and '{' not in w for w in found)
        if len(found) > 15:
            faults.append(f'{path}: {len(found)} words: {line}')
    lix = words / sentences + 100 * long_words / words
    if lix >= 30:
        faults.append(f'{path}: LIX {lix:.1f}')

print('\n'.join(faults) or f'{len(findings)} findings, none of them a promise broken')
sys.exit(1 if faults else 0)
PYTHON
