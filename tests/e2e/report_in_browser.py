"""report's file in a real browser: every page is there, every picture decodes, findings show, nothing is fetched.

    report_in_browser.py KIOSK-CONTENT SOURCES
"""
import glob
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOOL, SOURCES = (os.path.abspath(path) for path in sys.argv[1:])
SITE, LANGUAGES = 'vansbro', ('ar', 'en')
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
# Opens everything, decodes every picture and writes what the browser knows into the page.
PROBE = """<script>
const refused = [];
addEventListener('securitypolicyviolation', e => refused.push(e.blockedURI));
addEventListener('load', async () => {
  for (const d of document.querySelectorAll('details')) d.open = true;
  const pictures = [...document.images];
  for (const p of pictures) p.loading = 'eager';
  const done = await Promise.allSettled(pictures.map(p => p.decode()));
  // A picture that breaks off decodes; what is missing of it stays empty.
  const whole = p => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [p.naturalWidth || 1, 1];
    const context = canvas.getContext('2d');
    if (p.naturalWidth) context.drawImage(p, 0, 1 - p.naturalHeight);
    return context.getImageData(0, 0, canvas.width, 1).data.every((value, i) => i % 4 != 3 || value == 255);
  };
  const seen = document.createElement('pre');
  const shown = e => e.getClientRects().length > 0 && e.getBoundingClientRect().height > 0;
  seen.id = 'seen';
  seen.textContent = JSON.stringify({
    pictures: pictures.map((p, i) => [p.alt, done[i].status == 'fulfilled' && whole(p), p.naturalWidth, p.naturalHeight]),
    pages: [...document.querySelectorAll('h3')].map(h => h.id),
    findings: [...document.querySelectorAll('.finding')].filter(shown).map(f => f.textContent),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    fetched: performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith('data:')),
    refused,
  });
  document.body.append(seen);
});
</script>"""


def expect(condition, what):
    if not condition:
        sys.exit(f'expected {what}')


def chromium(home, *arguments):
    command = ['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
               '--disable-component-update', f'--user-data-dir={home}/profile', *arguments]
    done = subprocess.run(command, env={'PATH': os.environ['PATH'], 'HOME': home}, capture_output=True, text=True, timeout=120)
    expect(done.returncode == 0, f'chromium to work, found {done.returncode}: {done.stderr[-2000:]}')
    return done.stdout


def seen_in(work, text, name):
    """What the probe finds in a copy whose policy allows the probe, and nothing else more."""
    expect(text.count(POLICY) == 1, f'the policy {POLICY!r}')
    text = text.replace(POLICY, POLICY + "; script-src 'unsafe-inline'").replace('</head>', PROBE + '</head>', 1)
    with open(f'{work}/{name}.html', 'w', encoding='utf8') as file:
        file.write(text)
    dom = chromium(work, '--window-size=700,900', '--virtual-time-budget=60000', '--dump-dom', f'file://{work}/{name}.html')
    found = re.search(r'<pre id="seen">(.*?)</pre>', dom, re.S)
    expect(found, 'the probe to have written into the page')
    return json.loads(html.unescape(found[1]))


def a_report(work):
    """Of a project with one planted fault, so that there is an error to show."""
    root = f'{work}/project'
    for part in ('content', 'fonts', 'locales'):
        shutil.copytree(f'{SOURCES}/{part}', f'{root}/{part}')
    path = f'{root}/locales/en/core.po'
    with open(path, encoding='utf8') as file:
        text = file.read()
    expect(text.count('msgstr "Call {tel_1177}."') > 0, 'a translation to damage')
    with open(path, 'w', encoding='utf8') as file:
        file.write(text.replace('msgstr "Call {tel_1177}."', 'msgstr "Call {tel_1178}."', 1))
    out = f'{work}/report.html'
    done = subprocess.run([TOOL, '--root', root, 'report', '--site', SITE, '--langs', ','.join(LANGUAGES), '--today', '2026-11-22', '--out', out],
                          capture_output=True, text=True)
    expect(done.returncode == 1, f'a report, and 1 for the planted error, found {done.returncode}: {done.stderr}')
    with open(out, encoding='utf8') as file:
        return file.read()


def main():
    with tempfile.TemporaryDirectory() as work:
        text = a_report(work)
        links = re.findall(r'\b(?:src|href|action|data|poster|srcset)="([^"]*)"', text)
        outside = [link[:80] for link in links if not link.startswith(('#', 'data:image/png;base64,'))]
        expect(not outside and 'url(' not in text and '@import' not in text, f'nothing from outside, found {outside}')

        pages = sorted(os.path.relpath(path, f'{SOURCES}/content/core/pages')[:-3] for path in glob.glob(f'{SOURCES}/content/core/pages/*/*.md'))
        own = sorted(os.path.relpath(path, f'{SOURCES}/content/sites/{SITE}/pages')[:-3]
                     for path in glob.glob(f'{SOURCES}/content/sites/{SITE}/pages/*/*.md'))
        wanted = [f'core/{page}' for page in pages] + [f'{SITE}/{page}' for page in own]
        seen = seen_in(work, text, 'probed')
        missing = [page for page in wanted if page not in seen['pages']]
        expect(len(wanted) > 20 and not missing, f'every page, missing are {missing}')
        expect(len(seen['pictures']) == len(wanted) * (len(LANGUAGES) + 1), f"a picture of each page in each language, found {len(seen['pictures'])}")
        bad = [p for p in seen['pictures'] if not p[1] or p[2] < 600 or p[3] < 400]
        expect(not bad, f'that every picture decodes, not so {bad}')
        expect(any('tel_1178' in finding for finding in seen['findings']), f"the planted fault to show, found {seen['findings'][:5]}")
        expect(not seen['fetched'] and not seen['refused'], f"nothing fetched, found {seen['fetched']} {seen['refused']}")
        expect(not seen['wide'], 'no need to scroll sideways')

        # What this test is to find, it finds.
        at = text.index('data:image/png;base64,') + 2000
        planted = text[:at] + 'AAAA' * 200 + text[at + 800:]
        planted = planted.replace('<h2 ', '<img alt="x" src="https://example.org/x.png" /><h2 ', 1)
        seen = seen_in(work, planted, 'planted')
        failed = [p[0] for p in seen['pictures'] if not p[1]]
        expect(len(failed) == 2 and seen['refused'] == ['https://example.org/x.png'], f"the planted pictures, found {failed} {seen['refused']}")

        chromium(work, '--window-size=1280,1600', f'--screenshot={work}/report.png', f'file://{work}/report.html')
        size, colours = subprocess.run(['identify', '-format', '%wx%h %k', f'{work}/report.png'], capture_output=True, text=True).stdout.split()
        expect(size == '1280x1600' and int(colours) > 50, f'a drawn page, found {size} with {colours} colours')
    print(f'{len(wanted)} pages, {len(wanted) * (len(LANGUAGES) + 1)} pictures')


main()
