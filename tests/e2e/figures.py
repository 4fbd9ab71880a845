"""A municipality's yearly follow-up: 12 kiosks and 52 weeks, generated with a fixed seed, merged by `figures`, and read
back from the page that a browser builds. Every figure that is shown is the generated one or, where it is a sum, one of
what is shown; none is under 5; and a file that no kiosk has written is refused with a reason.
    figures.py KIOSK-CONTENT SOURCES WORK
"""
import collections, csv, datetime, glob, html.parser, io, json, os, random, re, shutil, sqlite3, subprocess, sys

tool, sources, work = sys.argv[1:]
TABLE = ('CREATE TABLE counts (day TEXT NOT NULL, page TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, '
         'choice TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, page, language, kind, choice)) STRICT, WITHOUT ROWID')
FIRST = datetime.date(2025, 12, 29)  # the Monday of 2026-W01
LANGUAGES = {'sv': 50, 'ar': 20, 'so': 10, 'en': 8, 'fa': 6, 'ti': 2, 'fi': 1}


def write_store(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    db = sqlite3.connect(path)
    db.executescript(f'PRAGMA application_id={0x4b696f73}; PRAGMA user_version=1; {TABLE};')
    db.executemany('INSERT INTO counts VALUES (?, ?, ?, ?, ?, ?)', [(*key, n) for key, n in rows.items()])
    db.commit()
    db.close()


def owners():
    found = {}
    for path in sorted(glob.glob(f'{sources}/content/core/pages/*/*.md')):
        front = open(path, encoding='utf8').read().split('---')[1]
        found[re.search(r'^id: (.*)$', front, re.M)[1]] = re.search(r'^owner: (.*)$', front, re.M)[1]
    return found


def generate():
    chance = random.Random(20261124)
    pages = owners()
    weight = {page: 1 / (1 + i) for i, page in enumerate(pages)}
    kiosks = []
    for _ in range(12):
        rows = collections.Counter()
        for week in range(52):
            for _ in range(chance.randint(20, 60)):
                day = (FIRST + datetime.timedelta(7 * week + chance.randrange(6))).isoformat()
                page = chance.choices(list(pages), list(weight.values()))[0]
                language = chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
                rows[day, page, language, 'open', ''] += 1
                if chance.random() < 0.2:
                    rows[day, page, language, 'read-aloud', ''] += 1
                if chance.random() < 0.3:
                    rows[day, page, language, chance.choices(['good', 'middle', 'bad'], [6, 3, 1])[0], ''] += 1
            if chance.random() < 0.5:
                rows[day, '', language, 'search-without-result', ''] += chance.randint(1, 3)
        kiosks.append(rows)
    kiosks[0][FIRST.isoformat(), '', 'sv', 'language-missing', ''] = 3  # so few that nothing of it may be told
    return pages, kiosks


def run(*arguments):
    return subprocess.run([tool, '--root', sources, '--messages', 'sv', 'figures', '--site', 'alingsas', *arguments],
                          capture_output=True, text=True, encoding='utf8')


class Page(html.parser.HTMLParser):
    """The rows of each table, and how many shapes each group of plots has."""

    def __init__(self):
        super().__init__()
        self.tables, self.shapes = {}, collections.Counter()
        self.table = self.group = None
        self.cell = False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == 'table':
            self.table = self.tables.setdefault(values.get('id'), [])
        elif tag == 'tr':
            self.table.append([])
        elif tag in ('td', 'th'):
            self.table[-1].append('')
            self.cell = True
        elif tag == 'div' and values.get('id', '').startswith('plots-'):
            self.group = values['id'][len('plots-'):]
        elif tag in ('rect', 'circle', 'polyline', 'figure'):
            self.shapes[self.group, tag] += 1

    def handle_endtag(self, tag):
        self.cell = self.cell and tag not in ('td', 'th')

    def handle_data(self, data):
        if self.cell:
            self.table[-1][-1] += data


def browser(*arguments):
    return subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={work}/browser',
                           *arguments, f'file://{work}/figures.html'], capture_output=True, text=True, encoding='utf8')


def check(what, said=''):
    if not what:
        raise SystemExit(f'figures: {said}')


shutil.rmtree(work, ignore_errors=True)
work = os.path.abspath(work)
pages, kiosks = generate()
stores = [f'{work}/kiosk-{i + 1:02}/counts.sqlite' for i in range(12)]
for path, rows in zip(stores, kiosks):
    write_store(path, rows)

truth = collections.Counter()
for rows in kiosks:
    for (day, page, language, kind, _), n in rows.items():
        week = (datetime.date.fromisoformat(day) - FIRST).days // 7
        for by, name in (('all', ''), ('boards', pages.get(page, '')), ('topics', page.split('/')[0]),
                         ('languages', language), ('pages', page)):
            truth[by, name, kind, None] += n
            truth[by, name, kind, week] += n

done = run('--store', *stores, '--format', 'json')
check(done.returncode == 0, done.stderr)
figures = json.loads(done.stdout)
check(len(figures['weeks']) == 52 and figures['weeks'][0] == '2026-W01' and len(figures['stores']) == 12, 'weeks or stores')
shown = withheld = 0
FACES = ('good', 'middle', 'bad')


def told(at, n, most):
    """A part is the generated number or nothing; a sum is at most that."""
    global shown, withheld
    if n is None:
        withheld += 1
        return 0
    shown += 1
    check(n == most, f'{at}: {n} shown, {most} counted')
    check(n >= 5, f'{at}: a small number is shown')
    return n


for by in ('all', 'boards', 'topics', 'languages', 'pages'):
    for line in [figures['all']] if by == 'all' else figures[by]:
        for kind, series in line['kinds'].items():
            if by == 'pages':
                check(5 <= series['total'] <= truth[by, line['id'], kind, None], f"{line['id']}: {series}")
                continue
            parts = series['parts']
            if kind in FACES:  # sums of the topics whose faces are told
                for part, n in enumerate(parts):
                    most = sum(truth[by, line['id'], kind, week] for week in range(4 * part, 4 * part + 4))
                    check(n is None or 5 <= n <= most, f"{line['id']} {kind} {part}: {n} of {most}")
            elif by == 'topics':  # sums of the boards in which the topic is told
                for week, n in enumerate(parts):
                    check(n is None or 5 <= n <= truth[by, line['id'], kind, week], f"{line['id']} {week}: {n}")
            else:
                for week, n in enumerate(parts):
                    told((by, line['id'], kind, week), n, truth[by, line['id'], kind, week])
            check(series['total'] == sum(n for n in parts if n is not None), f"{line['id']} {kind}: the sum")
check('language-missing' not in figures['all']['kinds'], 'so few missing languages may not be told')
check(shown > 1000 and withheld > 300, f'{shown} shown, {withheld} withheld')
good, answers = (sum(truth['all', '', kind, None] for kind in kinds) for kinds in (('good',), FACES))
check(abs(figures['all']['satisfied'] - 100 * good / answers) < 6, f"{figures['all']['satisfied']} % satisfied, {good} of {answers}")
check(sum('satisfied' in board for board in figures['boards']) >= 5, 'satisfaction of boards')

done = run('--store', *stores, '--format', 'csv')
check(done.stdout.startswith('\ufeffper;namn;vecka;slag;antal'), done.stdout[:80])
table = list(csv.reader(io.StringIO(done.stdout.lstrip('\ufeff')), delimiter=';'))
check(all(len(row) == 5 and (row[4] == '..' or row[4].isdigit()) for row in table[1:]), 'a row of the CSV')
check(['alla', 'alla', '', 'öppnad', str(truth['all', '', 'open', None])] in table, 'the sum in the CSV')

done = run('--store', *stores)
check(done.returncode == 0 and 'http' not in done.stdout.replace('http-equiv', ''), 'the page needs another')
open(f'{work}/figures.html', 'w', encoding='utf8').write(done.stdout)
page = Page()
page.feed(browser('--dump-dom').stdout)
row = page.tables['table-all'][1]
check(row[1:3] == [str(truth['all', '', kind, None]) for kind in ('open', 'read-aloud')], row)
check(row[7] == '..', 'missing languages are withheld')
check(row[9] == f"{figures['all']['satisfied']} %", row)
check(len(page.tables['table-weeks']) == 53, 'a row for each week')
opened = {board['title']: board['kinds']['open']['total'] for board in figures['boards'] if 'open' in board['kinds']}
for board in set(pages.values()):
    row = [row for row in page.tables['table-boards'] if row[0] == board]
    check(not row or row[0][1] in ('..', str(opened.get(board))), f'{board}: {row}')
check(len(page.tables['table-boards']) > 5 and len(page.tables['table-pages']) > 10, 'boards and pages')
check(page.shapes['all', 'rect'] == 52 and page.shapes['all', 'circle'] == 13, page.shapes)
for group in ('boards', 'topics', 'languages'):
    check(page.shapes[group, 'figure'] > 3 and page.shapes[group, 'rect'] > 52, page.shapes)
browser('--window-size=1280,2400', f'--screenshot={work}/figures.png')
check(os.path.getsize(f'{work}/figures.png') > 20000, 'no picture of the page')


def refused(name, content, reason):
    path = f'{work}/{name}'
    if isinstance(content, bytes):
        open(path, 'wb').write(content)
    elif isinstance(content, dict):
        write_store(path, content)
    else:
        content(path)
    done = run('--store', stores[0], path)
    check(done.returncode == 2 and not done.stdout and reason in done.stderr and name in done.stderr,
          f'{name}: {done.returncode} {done.stderr}')


def foreign(path):
    db = sqlite3.connect(path)
    db.execute('CREATE TABLE counts (day TEXT)')
    db.commit()
    db.close()


refused('text.sqlite', b'not a store' * 100, 'not a database')
refused('empty.sqlite', b'', 'räkneverk')
refused('cut.sqlite', open(stores[1], 'rb').read()[:9000], 'cut.sqlite')
refused('foreign.sqlite', foreign, 'räkneverk')
refused('typed.sqlite', {('2026-01-01', '', 'sv', 'open <b>', ''): 9}, 'typed.sqlite')
refused('link.sqlite', lambda path: os.symlink(stores[1], path), 'vanlig fil')
write_store(f'{work}/huge/h.sqlite', {('2026-01-01', '', 'sv', 'open', ''): 2000000000})
check('2000000000' in run('--store', f'{work}/huge/h.sqlite').stderr, 'a number beyond reason')
write_store(f'{work}/old/o.sqlite', {('1026-01-01', '', 'sv', 'open', ''): 9})
check('tio år' in run('--store', f'{work}/old/o.sqlite', stores[0]).stderr, 'a thousand years')
check('två gånger' in run('--store', stores[0], stores[0]).stderr, 'the same store twice')
print(f'figures: {shown} shown, {withheld} withheld, {dict((str(k), v) for k, v in page.shapes.items())}')
