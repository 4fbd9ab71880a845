#!/usr/bin/env python3
"""Compare layout dumps (`kiosk-content layout`) with reference dumps. Python standard library only.

  layout_oracle.py run 'build/release/bin/kiosk-content layout' OUT [--size 32] [--width 800]
        lay out every text of index.json; OUT/CODE.jsonl
  layout_oracle.py compare OUT dumps/chromium-32-800 [--by script|code] [--codes a,b] [-v] [--json FILE]
        agreement per script. Columns, in percent:
          paras   paragraphs compared          lines=  paragraphs whose every line has the same byte range
          n       lines that both have; the next columns are over these
          W       width within 0.05 %          V       same visual order of clusters   (Vp: lines without bidi controls)
          X       every cluster's advance within 0.1 px
          F G A O same font / glyph ids / advances / offsets (glyph dumps only; white space left out)
          cnt     paragraphs with the same glyph count per font (Chromium)
  layout_oracle.py runs OUT [-v]
        shape every run of every line again with hb-shape (Debian libharfbuzz-bin): same ids and advances?
Set ORACLE_ROOT to use another folder of the same shape. Exit status is 0: it measures, the caller judges."""
import argparse, bisect, collections, gzip, json, os, re, shlex, subprocess, sys, unicodedata
from concurrent.futures import ThreadPoolExecutor

ROOT = os.environ.get('ORACLE_ROOT', os.path.dirname(os.path.abspath(__file__)))
FONT_DIRS = ['/usr/share/fonts/truetype/noto', '/usr/share/fonts/opentype/noto']
TRAILING = re.compile('[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+$')
CONTROLS = re.compile('[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]')


def index(codes=None):
    items = json.load(open(f'{ROOT}/index.json', encoding='utf8'))
    return [e for e in items if not codes or e['code'] in codes]


def text_of(entry):
    return open(f"{ROOT}/texts/{entry['code']}.txt", 'rb').read()


def load(folder, code):
    """{paragraph number: dump}; None where the folder has no dump of that text"""
    for name, opener in ((f'{folder}/{code}.jsonl', open), (f'{folder}/{code}.jsonl.gz', gzip.open)):
        if os.path.exists(name):
            with opener(name, 'rt', encoding='utf8') as f:
                return {d['para']: d for d in map(json.loads, f)}
    return None


def run(args):
    os.makedirs(args.out, exist_ok=True)
    failed = []

    def one(e):
        cmd = [*shlex.split(args.program), '--lang', e['tag'], '--dir', e['dir'], '--size', str(args.size), '--width', str(args.width)]
        for d in FONT_DIRS:
            cmd += ['--font-dir', d]
        cmd += ['--fonts', ','.join(e['fonts'])]
        with open(f"{args.out}/{e['code']}.jsonl", 'wb') as out:
            r = subprocess.run(cmd, input=text_of(e), stdout=out, stderr=subprocess.PIPE)
        if r.returncode:
            failed.append(e['code'])
            print(e['code'], 'exit', r.returncode, r.stderr[-200:].decode('utf8', 'replace'))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, index(args.codes)))
    print(f'{len(index(args.codes)) - len(failed)} laid out, {len(failed)} failed')


def ink_end(raw, line):
    """byte offset after the last character that is not trailing white space"""
    text = raw[line['start']:line['end']].decode('utf8', 'replace')
    return line['start'] + len(TRAILING.sub('', text).encode('utf8'))


def clusters(line, end):
    """visual list of [cluster start, advance], equal neighbours merged"""
    out = []
    if 'glyphs' in line:
        for _, gid, cluster, advance, _, _ in line['glyphs']:
            if cluster >= end or gid < 0:
                continue
            if out and out[-1][0] == cluster:
                out[-1][1] += advance
            else:
                out.append([cluster, advance])
    else:
        out = [[c, w] for c, _, w in line['clusters'] if c < end]
    return out


def blocks(seq, common):
    """clusters folded onto the starts that both dumps know"""
    total, order = collections.defaultdict(float), []
    for c, advance in seq:
        i = bisect.bisect_right(common, c) - 1
        b = common[i] if i >= 0 else -1
        total[b] += advance
        if not order or order[-1] != b:
            order.append(b)
    return order, total


def invisible(raw, dump):
    """(font, gid) of space glyphs: HarfBuzz shows default-ignorables with them, Pango as gid -1"""
    return {(g[0], g[1]) for d in dump.values() for l in d['lines'] for g in l.get('glyphs', [])
            if g[3] > 0 and raw[g[2]:g[2] + 1] == b' '}


def inked_glyphs(raw, line, dump, end, hidden):
    span = raw[line['start']:line['end']]
    spaces = {m.start() + line['start'] for m in re.finditer(rb'[ ]|\xc2\xa0|\xe2\x80\x8b|\xe3\x80\x80', span)}
    return [(dump['fonts'][g[0]],) + tuple(g[1:]) for g in line['glyphs']
            if g[1] >= 0 and g[2] < end and g[2] not in spaces and not (abs(g[3]) < 1 / 64 and (g[0], g[1]) in hidden)]


def compare_line(raw, la, lb, da, db, ia, ib):
    end = ink_end(raw, la)
    ea, eb = clusters(la, end), clusters(lb, end)
    wa = sum(a for _, a in ea) if 'glyphs' in la else la['width']
    wb = sum(a for _, a in eb) if 'glyphs' in lb else lb['width']
    r = {'W': abs(wa - wb) <= max(.0005 * max(wa, wb), .125)}

    def is_start(c):
        ch = raw[c:c + 4].decode('utf8', 'ignore')[:1] or ' '
        return c == la['start'] or not unicodedata.category(ch).startswith('M')

    common = sorted(c for c in {c for c, _ in ea} & {c for c, _ in eb} if is_start(c))
    (sa, ta), (sb, tb) = blocks(ea, common), blocks(eb, common)

    def order(seq):
        seen = [b for b in seq if ta.get(b, 0) > .05 and tb.get(b, 0) > .05]
        return [b for i, b in enumerate(seen) if i == 0 or seen[i - 1] != b]

    r['V'] = order(sa) == order(sb)
    if not CONTROLS.search(raw[la['start']:la['end']].decode('utf8', 'ignore')):
        r['Vp'] = r['V']
    r['X'] = all(abs(ta.get(b, 0) - tb.get(b, 0)) <= .1 for b in set(ta) | set(tb))
    if 'glyphs' in la and 'glyphs' in lb:
        ga, gb = inked_glyphs(raw, la, da, end, ia), inked_glyphs(raw, lb, db, end, ib)
        same = len(ga) == len(gb)
        r['F'] = same and all(x[0] == y[0] for x, y in zip(ga, gb))
        r['G'] = same and all(x[:2] == y[:2] for x, y in zip(ga, gb))
        r['A'] = r['G'] and all(abs(x[3] - y[3]) <= 1 / 32 for x, y in zip(ga, gb))
        r['O'] = r['G'] and all(abs(x[4] - y[4]) <= 1 / 32 and abs(x[5] - y[5]) <= 1 / 32 for x, y in zip(ga, gb))
    return r


def compare_text(raw, a_dump, b_dump, count, verbose, code):
    ia, ib = invisible(raw, a_dump), invisible(raw, b_dump)
    for k in sorted(b_dump):
        a, b = a_dump.get(k), b_dump[k]
        count['paras'] += 1
        if a is None:
            count['missing'] += 1
            continue
        ba, bb = {l['start'] for l in a['lines'][1:]}, {l['start'] for l in b['lines'][1:]}
        count['lines='] += ba == bb
        if verbose and ba != bb:
            at = min(ba ^ bb)
            s, q = raw[a['start']:a['end']], at - a['start']
            print(f"{code} para {k}: break at {at} only in {'the first' if at in ba else 'the second'}: "
                  f"{s[max(0, q - 24):q].decode('utf8', 'ignore')!r} | {s[q:q + 24].decode('utf8', 'ignore')!r}")
        other = {(l['start'], l['end']): l for l in b['lines']}
        for la in a['lines']:
            lb = other.get((la['start'], la['end']))
            if not lb:
                continue
            count['n'] += 1
            for key, ok in compare_line(raw, la, lb, a, b, ia, ib).items():
                count[key + '#'] += 1
                count[key] += ok
                if verbose and not ok:
                    print(f"{code} para {k} line [{la['start']},{la['end']}): {key} differs, width {la['width']} and {lb['width']}: "
                          f"{raw[la['start']:la['end']].decode('utf8', 'replace')[:60]!r}")
        for x, y in ((a, b), (b, a)):
            if 'platform_fonts' in x and 'glyphs' in y['lines'][0]:
                cx = collections.Counter()
                for name, n, _ in x['platform_fonts']:
                    cx[name] += n
                cy = collections.Counter(y['fonts'][g[0]] for l in y['lines'] for g in l['glyphs'])
                count['cnt#'] += 1
                count['cnt'] += cx == cy


def compare(args):
    groups, langs, total = collections.OrderedDict(), collections.Counter(), collections.Counter()
    for e in index(args.codes):
        a, b = load(args.a, e['code']), load(args.b, e['code'])
        if b is None:
            continue
        count = collections.Counter()
        compare_text(text_of(e), a or {}, b, count, args.v, e['code'])
        groups.setdefault(e[args.by], collections.Counter()).update(count)
        langs[e[args.by]] += 1
        total.update(count)
    columns = ['W', 'V', 'Vp', 'X', 'F', 'G', 'A', 'O', 'cnt']
    pct = lambda a, b: f'{100 * a / b:.2f}' if b else '-'
    print(f"{'group':<10}{'texts':>6}{'paras':>7}{'lines=':>8}{'n':>7}" + ''.join(f'{c:>8}' for c in columns))
    rows = [(g, langs[g], groups[g]) for g in sorted(groups, key=lambda g: (-langs[g], g))] + [('TOTAL', sum(langs.values()), total)]
    for g, n, c in rows:
        print(f"{g:<10}{n:>6}{c['paras']:>7}{pct(c['lines='], c['paras']):>8}{c['n']:>7}" + ''.join(f"{pct(c[x], c[x + '#']):>8}" for x in columns))
    if args.json:
        json.dump({g: dict(c, texts=n) for g, n, c in rows}, open(args.json, 'w'))


def faces():
    """PostScript name -> (file, face index)"""
    out = {}
    files = {f.partition('#')[0] for e in index() for f in e['fonts']}
    for path in sorted(f'{d}/{f}' for d in FONT_DIRS for f in files if os.path.exists(f'{d}/{f}')):
        scan = subprocess.run(['fc-scan', '-f', '%{postscriptname}\t%{index}\n', path], capture_output=True, text=True).stdout
        for row in scan.splitlines():
            name, _, face = row.partition('\t')
            if face.isdigit() and int(face) < 65536:
                out.setdefault(name, (path, int(face)))
    return out


def runs(args):
    face_of, jobs, uses = faces(), {}, []
    for e in index(args.codes):
        dump = load(args.out, e['code'])
        if dump is None:
            continue
        raw = text_of(e)
        for d in dump.values():
            para = raw[d['start']:d['end']].decode('utf8')
            offsets = [0]
            for ch in para:
                offsets.append(offsets[-1] + len(ch.encode()))
            at = {b + d['start']: i for i, b in enumerate(offsets)}
            for line in d['lines']:
                i, end = 0, ink_end(raw, line)
                for s, t, level, script, font, n in line['runs']:
                    glyphs = line['glyphs'][i:i + n]
                    i += n
                    a, b = at[s], at[t]
                    codes = lambda x: ','.join(f'U+{ord(c):04X}' for c in x)
                    file, face = face_of[d['fonts'][font]]
                    o = [file, f'--face-index={face}', '--shaper=ot', f"--font-size={round(d['size'] * 1024)}", '--direction=' + ('rtl' if level & 1 else 'ltr'),
                         '--script=' + script, '--language=' + d['lang'], '--no-glyph-names', '--output-format=json']
                    o.append('--unicodes-before=' + codes(para[max(0, a - 5):a]) if a > 0 else '--bot')
                    o.append('--unicodes-after=' + codes(para[b:b + 5]) if b < len(para) else '--eot')
                    o.append('--unicodes=' + codes(para[a:b]))
                    key = ';'.join(o)
                    jobs.setdefault(key, None)
                    uses.append((e, d['para'], key, glyphs, s, t, end, at, a, offsets, d['start'], para[a:b]))
    keys = list(jobs)
    r = subprocess.run(['hb-shape', '--batch'], input='\n'.join(keys) + '\n', capture_output=True, text=True)
    for k, row in zip(keys, r.stdout.splitlines()):
        jobs[k] = row
    groups, total = collections.defaultdict(collections.Counter), collections.Counter()
    for e, para, key, glyphs, s, t, end, at, a, offsets, base, text in uses:
        c = groups[e['script']]
        c['runs'] += 1
        try:
            want = json.loads(jobs[key])
        except (TypeError, ValueError):
            c['bad'] += 1
            continue
        space = {x['g'] for x in want if text[x['cl']:x['cl'] + 1] == ' '}
        space |= {g[1] for g in glyphs if g[3] > 0 and at.get(g[2]) is not None and text[at[g[2]] - a:at[g[2]] - a + 1] == ' '}
        inside = lambda x: offsets[a + x['cl']] + base < end
        adv_want = [(x['g'], x['ax'] / 1024) for x in want if inside(x) and x['ax'] != 0]
        adv_have = [(g[1], g[3]) for g in glyphs if g[2] < end and g[1] >= 0 and abs(g[3]) >= 1 / 1024]
        zero_want = sorted(x['g'] for x in want if inside(x) and x['ax'] == 0 and x['g'] not in space)
        zero_have = sorted(g[1] for g in glyphs if g[2] < end and g[1] >= 0 and abs(g[3]) < 1 / 1024 and g[1] not in space)
        ids = [x for x, _ in adv_want] == [x for x, _ in adv_have] and zero_want == zero_have
        c['ids'] += ids
        c['adv'] += ids and all(abs(x - y) <= 1 / 32 for (_, x), (_, y) in zip(adv_want, adv_have))
        if args.v and not ids:
            print(e['code'], 'para', para, 'bytes', s, t, ascii(text)[:80], 'hb-shape', [x for x, _ in adv_want][:12], 'dump', [x for x, _ in adv_have][:12])
    print(f"{'group':<10}{'runs':>8}{'ids=%':>9}{'adv=%':>9}")
    for g in sorted(groups, key=lambda g: -groups[g]['runs']):
        total.update(groups[g])
    for g, c in [*sorted(groups.items(), key=lambda x: -x[1]['runs']), ('TOTAL', total)]:
        n = max(1, c['runs'])
        print(f"{g:<10}{c['runs']:>8}{100 * c['ids'] / n:>9.2f}{100 * c['adv'] / n:>9.2f}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(required=True)
    p = sub.add_parser('run'); p.add_argument('program'); p.add_argument('out'); p.add_argument('--size', type=int, default=32); p.add_argument('--width', type=int, default=800); p.set_defaults(go=run)
    p2 = sub.add_parser('compare'); p2.add_argument('a'); p2.add_argument('b'); p2.add_argument('--by', default='script'); p2.add_argument('--json'); p2.set_defaults(go=compare)
    p3 = sub.add_parser('runs'); p3.add_argument('out'); p3.set_defaults(go=runs)
    for q in (p, p2, p3):
        q.add_argument('--codes', type=lambda s: s.split(',')); q.add_argument('-v', action='store_true')
    args = ap.parse_args()
    args.go(args)


if __name__ == '__main__':
    main()
