#!/usr/bin/env python3
"""Compares our layout of the reference texts with hb-shape, Chromium and Pango, and fails on any difference that
differences.tsv does not list. A listed difference that is gone fails too: the list only shrinks.

  check.py --program build/dev/bin/kiosk-content [--only runs|chromium|pango] [--list]

--list prints the differences in the form of differences.tsv, without classes."""
import argparse, contextlib, io, os, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import layout_oracle as oracle

# Over the lines that both layouts have. Chromium's dumps have no glyph ids; Pango's spaces and isolates differ by its own
# rules (spaces stick to the font before them, controls have no glyph), so in the mixed texts only its order without
# controls is compared.
CHROMIUM = 'W V X'.split()
PANGO = 'W V X F G A O'.split()
PANGO_MIXED = ['Vp']


def known():
    rows = set()
    with open(f'{HERE}/differences.tsv', encoding='utf8') as f:
        for row in f:
            if row.strip() and not row.startswith('#'):
                engine, code, place, column, _ = row.rstrip('\n').split('\t')
                rows.add((engine, code, place, column))
    return rows


def text_differences(engine, entry, ours, theirs):
    raw, code = oracle.text_of(entry), entry['code']
    columns = CHROMIUM if engine == 'chromium' else PANGO_MIXED if code.startswith('mix_') else PANGO
    hidden_ours, hidden_theirs = oracle.invisible(raw, ours), oracle.invisible(raw, theirs)
    for para, b in sorted(theirs.items()):
        a = ours.get(para)
        if a is None:
            yield engine, code, str(para), 'missing'
            continue
        if [l['start'] for l in a['lines']] != [l['start'] for l in b['lines']]:
            yield engine, code, str(para), 'breaks'
        other = {(l['start'], l['end']): l for l in b['lines']}
        for la in a['lines']:
            lb = other.get((la['start'], la['end']))
            if not lb:
                continue
            result = oracle.compare_line(raw, la, lb, a, b, hidden_ours, hidden_theirs)
            for column in columns:
                if result.get(column) is False:
                    yield engine, code, f"{para}:{la['start']}", column


def engine_differences(engine, folder):
    for entry in oracle.index():
        ours, theirs = oracle.load(folder, entry['code']), oracle.load(f'{HERE}/dumps/{engine}-32-800', entry['code'])
        if theirs is not None:
            yield from text_differences(engine, entry, ours or {}, theirs)


def check_engine(engine, folder, list_only):
    found = set(engine_differences(engine, folder))
    listed = {row for row in known() if row[0] == engine}
    if list_only:
        for row in sorted(found):
            print('\t'.join(row))
        return True
    for row in sorted(found - listed):
        print('new difference:', *row)
    for row in sorted(listed - found):
        print('no longer different, take it off the list:', *row)
    print(f'{engine}: {len(found)} differences, {len(listed)} listed')
    return found == listed


def check_runs(folder):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        oracle.runs(argparse.Namespace(out=folder, codes=None, v=True))
    total = printed.getvalue().splitlines()[-1].split()
    exact = total[2:] == ['100.00', '100.00']
    print('runs shaped as hb-shape does:', *total[1:])
    if not exact:
        print(printed.getvalue())
    return exact


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--only', choices=['runs', 'chromium', 'pango'])
    parser.add_argument('--list', action='store_true')
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with contextlib.redirect_stdout(sys.stderr):
            oracle.run(argparse.Namespace(program=f'{args.program} layout', out=folder, codes=None, size=32, width=800))
        ok = True
        for part in [args.only] if args.only else ['runs', 'chromium', 'pango']:
            ok &= check_runs(folder) if part == 'runs' else check_engine(part, folder, args.list)
    sys.exit(0 if ok else 1)


main()
