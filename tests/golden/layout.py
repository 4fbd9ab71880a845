#!/usr/bin/env python3
"""Runs the golden layout cases: `layout.py --program build/dev/bin/kiosk-content layout/*.test [--update]`.

What a case shows, one block a line of text:
    line BYTES WIDTH "TEXT"
      LEVEL SCRIPT FONT BYTES "TEXT"  GID+ADVANCE GID+ADVANCE@XOFFSET,YOFFSET …
Runs and glyphs stand in visual order, left to right; texts stand in logical order, with controls escaped."""
import argparse, difflib, json, re, shlex, subprocess, sys, unicodedata

# Characters that would make the file unreadable in an editor.
INVISIBLE = {'Cc', 'Cf', 'Zl', 'Zp', 'Cn', 'Co'}


def shown(raw):
    text = raw.decode('utf8', 'replace')
    visible = ''.join(f'\\u{ord(c):04x}' if unicodedata.category(c) in INVISIBLE or c == '\u00a0' else c for c in text)
    return f'"{visible}"'


def number(value):
    return f'{value:.3f}'.rstrip('0').rstrip('.')


def glyph(g):
    _, gid, _, advance, x, y = g
    return f'{gid}+{number(advance)}' + (f'@{number(x)},{number(y)}' if x or y else '')


def described(dump, raw):
    rows = []
    for line in dump['lines']:
        rows.append(f"line {line['start']}-{line['end']} {number(line['width'])} {shown(raw[line['start']:line['end']])}")
        at = 0
        for start, end, level, script, font, count in line['runs']:
            glyphs = ' '.join(glyph(g) for g in line['glyphs'][at:at + count])
            at += count
            rows.append(f"  {level} {script} {dump['fonts'][font]} {start}-{end} {shown(raw[start:end])}  {glyphs}")
    return rows


class Case:
    def __init__(self, path):
        self.path = path
        head, _, expected = open(path, encoding='utf8').read().partition('---\n')
        self.head, self.expected = head, expected.splitlines()
        fields = dict(row.split(': ', 1) for row in head.splitlines() if row and not row.startswith('#'))
        self.options = shlex.split(fields['options'])
        self.raw = unescaped(fields['text']).encode('utf8')

    def actual(self, program):
        done = subprocess.run([program, 'layout', *self.options], input=self.raw, capture_output=True)
        rows = []
        if done.returncode:
            rows = [f'exit {done.returncode}', *done.stderr.decode('utf8', 'replace').splitlines()]
        for row in done.stdout.splitlines():
            rows += described(json.loads(row), self.raw)
        return rows


def unescaped(text):
    """\\uXXXX in a case's text is that character, \\*N repeats the one before N times in all; nothing else is special"""
    text = re.sub(r'\\u([0-9a-f]{4})', lambda m: chr(int(m[1], 16)), text)
    return re.sub(r'(.)\\\*([0-9]+)', lambda m: m[1] * int(m[2]), text, flags=re.S)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--update', action='store_true')
    parser.add_argument('cases', nargs='+')
    args = parser.parse_args()
    failed = 0
    for path in args.cases:
        case = Case(path)
        actual = case.actual(args.program)
        if args.update:
            with open(path, 'w', encoding='utf8') as f:
                f.write(case.head + '---\n' + ''.join(row + '\n' for row in actual))
        elif actual != case.expected:
            failed += 1
            print('\n'.join(difflib.unified_diff(case.expected, actual, path, 'now', lineterm='')))
    print(f'{len(args.cases)} cases, {failed} failed')
    sys.exit(1 if failed else 0)


main()
