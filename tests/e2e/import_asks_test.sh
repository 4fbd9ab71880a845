#!/bin/sh
# import in a terminal shows the difference and asks before it writes; in a script it does not ask.
#   import_asks_test.sh KIOSK KIOSK-CONTENT TREES SOURCES
set -eu
tool=$2
sources=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$sources/tests/unit/tool/projects/small" "$work/project"
printf 'context;source;target\nhome/rent#title;Hyra en bostad;Rent a home\n' >"$work/rows.csv"
python3 - "$tool" "$work" <<'PYTHON'
import os, pty, subprocess, sys

tool, work = sys.argv[1:]
po = f'{work}/project/locales/en/core.po'
command = [tool, '--root', f'{work}/project', 'import', f'{work}/rows.csv', '--lang', 'en', '--domain', 'core']


def in_a_terminal(answer, more=()):
    ours, theirs = pty.openpty()
    child = subprocess.Popen(command + list(more), stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    if answer is not None:
        os.write(ours, answer.encode() + b'\n')
    said = b''
    try:
        while chunk := os.read(ours, 4096):
            said += chunk
    except OSError:  # the child has closed its side
        pass
    return child.wait(), said.decode().replace('\r\n', '\n')


def expect(condition, what):
    if not condition:
        sys.exit(f'expected {what}')


status, said = in_a_terminal('n')
expect('home/rent#title\n    Hyra en bostad\n+ Rent a home\n' in said, f'the difference, found {said!r}')
expect('write this to the file? [y/N] ' in said, f'the question, found {said!r}')
expect(said.endswith('nothing was written\n') and status == 0, f'nothing written, found {said!r}')
expect(not os.path.exists(po), 'no file after a no')

status, said = in_a_terminal('j', ['--messages', 'sv'])
expect('ska det skrivas i filen? [j/N] ' in said, f'the question in Swedish, found {said!r}')
expect('Rent a home' in open(po, encoding='utf8').read() and status == 0, f'the text in the file, found {said!r}')
os.remove(po)

status, said = in_a_terminal(None, ['--yes'])
expect('[y/N]' not in said and os.path.exists(po), f'no question with --yes, found {said!r}')
os.remove(po)

done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
expect('[y/N]' not in done.stdout and 'Rent a home' not in done.stdout and os.path.exists(po), f'only the sum, found {done.stdout!r}')
PYTHON
