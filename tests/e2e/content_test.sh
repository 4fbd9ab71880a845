#!/bin/sh
# What the shipped content promises: no error, no warning but allowed ones, easy Swedish, no unmarked local fact, and
# every language that a site lists is complete and up to date, as far as the list promises: `languages` with the site's
# pages, `core-languages` with the shared ones, `word-languages` with the kiosk's words, emergency, health, what one shows
# the staff and the notices. Languages that no site lists may be unfinished.
#   content_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
tool=$2
sources=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$tool" --root "$sources" check --today 2026-11-22 --format json >"$work/check.json"
python3 - "$work" "$sources" "$tool" <<'PYTHON'
import glob, json, os, re, subprocess, sys

work, sources, tool = sys.argv[1:]
faults = []

findings = json.load(open(f'{work}/check.json', encoding='utf8'))['findings']
promised = {'lix', 'sentence-length', 'number', 'phone', 'placeholder', 'link', 'tag', 'missing-glyph'}
for f in findings:
    if f['severity'] in ('error', 'warning') or f['check'] in promised:
        faults.append(f"{f['path']}:{f['line']}: {f['check']}: {f['message']}")


def run(*command):
    return subprocess.run([tool, '--root', sources, *command], check=True, capture_output=True, text=True).stdout


VITAL = ('topic:', 'phrase:', 'phrases:', 'notice:', 'safety/emergency-numbers#', 'health/where-to-turn#')


# Which domain of which language is not finished, and where to begin.
def unfinished(language, domain, contexts=('',)):
    table = f'{work}/unfinished.jsonl'
    run('export', '--lang', language, '--domain', domain, '--states', 'missing,outdated', '--format', 'jsonl', '--out', table)
    units = [json.loads(line) for line in open(table, encoding='utf8')]
    units = [unit for unit in units if unit['context'].startswith(contexts)]
    if units:
        first = units[0]
        faults.append(f"locales/{language}/{domain}.po: {len(units)} units are missing or outdated, "
                      f"the first {first['state']}: {first['context']}: {first['source']}")


sites = sorted(os.path.basename(os.path.dirname(path)) for path in glob.glob(f'{sources}/content/sites/*/site.yaml'))
listed, core_listed, word_listed = set(), set(), set()
for site in sites:
    languages = re.search(r'^languages: \[([^]]+)\]', open(f'{sources}/content/sites/{site}/site.yaml', encoding='utf8').read(), re.M)
    if languages is None:
        faults.append(f'content/sites/{site}/site.yaml: no line of languages')
        continue
    languages = [tag.strip() for tag in languages[1].split(',') if tag.strip() != 'sv']
    rows = {row['language']: row for row in json.loads(run('status', '--site', site, '--langs', ','.join(languages), '--format', 'json'))}
    for tag in languages:
        if tag not in rows:
            faults.append(f'content/sites/{site}/site.yaml: no translations into {tag}')
        elif rows[tag]['missing'] or rows[tag]['outdated']:
            for domain in (site,) if tag in listed else ('ui', 'core', site):
                unfinished(tag, domain)
    listed.update(languages)
    text = open(f'{sources}/content/sites/{site}/site.yaml', encoding='utf8').read()
    for key, more in (('core-languages', core_listed), ('word-languages', word_listed)):
        found = re.search(rf'^{key}: \[([^]]+)\]', text, re.M)
        more.update(tag.strip() for tag in found[1].split(',')) if found else None
for tag in sorted(core_listed - listed):
    unfinished(tag, 'ui')
    unfinished(tag, 'core')
for tag in sorted(word_listed - listed - core_listed):
    unfinished(tag, 'ui')
    unfinished(tag, 'core', VITAL)
if len(sites) < 5 or len(listed) < 13:
    faults.append(f'only {len(sites)} sites and {len(listed)} languages besides Swedish')

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

print('\n'.join(faults) or f'{len(findings)} findings, none of them a promise broken; {len(listed)} languages besides Swedish are complete, {len(core_listed)} with the shared pages, {len(word_listed)} with the words')
sys.exit(1 if faults else 0)
PYTHON
