#!/usr/bin/env python3
"""kiosk-content at the size of a big municipality, beside msgfmt on the same PO files in the same run.

    bench.py --program build/release/bin/kiosk-content [--pages 1000] [--languages 40]

Prints seconds, the peak of memory, and each figure as a ratio of msgfmt's time, which says more than seconds on a
machine that has other work to do.
"""
import argparse
import glob
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.join(HERE, '..', '..', '..')


def run(*command):
    """Seconds, processor seconds and the peak of resident memory in MB of one process."""
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f'{" ".join(command[:4])}: exit {child.returncode}')
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def edit(path, old, new, after=''):
    """Replaces the first `old` that follows `after`."""
    with open(path, encoding='utf8') as file:
        text = file.read()
    place = text.index(old, text.index(after))
    with open(path, 'w', encoding='utf8') as file:
        file.write(text[:place] + new + text[place + len(old):])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--pages', type=int, default=1000)
    parser.add_argument('--languages', type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root, tree = f'{folder}/project', f'{folder}/tree'
        subprocess.run([sys.executable, f'{HERE}/generate.py', root, '--fonts', f'{PROJECT}/fonts/stacks.yaml',
                        '--pages', str(options.pages), '--languages', str(options.languages)], check=True)
        build = (options.program, '--root', root, 'build', '--site', 'bench', '--out', tree, '--today', '2026-11-22')

        files = sorted(glob.glob(f'{root}/locales/*/core.po'))
        total = [run('msgfmt', '-o', '/dev/null', file) for file in files]
        msgfmt = (sum(t[0] for t in total), sum(t[1] for t in total), max(t[2] for t in total))
        rows = [(f'msgfmt on {len(files)} files', msgfmt), ('full build', run(*build))]
        page = sorted(glob.glob(f'{root}/content/core/pages/*/*.md'))[0]
        edit(page, '\nsummary: ', '\nsummary: Nytt ')
        rows.append(('build after one page changed', run(*build)))
        edit(files[0], 'msgstr "', 'msgstr "Nu ', after='msgctxt "topic-1/page-0001#text-1"')
        rows.append(('build after one unit changed', run(*build)))
        rows.append(('build after nothing changed', run(*build)))
        rows.append(('update after that', run(options.program, '--root', root, 'update')))
        rows.append(('build after update', run(*build)))
        print(f'{"":30} {"seconds":>8} {"cpu s":>8} {"peak MB":>8} {"of msgfmt":>10}')
        for name, (seconds, cpu, peak) in rows:
            print(f'{name:30} {seconds:8.2f} {cpu:8.2f} {peak:8.0f} {seconds / msgfmt[0]:9.2f}x')


if __name__ == '__main__':
    main()
