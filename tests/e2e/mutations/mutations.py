"""Faults put into shipped translations and pages, chosen by a fixed seed: `check` finds each by its name, at its place.

    mutations.py KIOSK-CONTENT SOURCES
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

from po_text import PoText, quoted

TOOL, SOURCES = (os.path.abspath(path) for path in sys.argv[1:])
LANGUAGES = ['en', 'ar', 'uk', 'th', 'hi', 'zh-Hans']
DOMAINS = ['ui', 'core', 'vansbro']
EACH = 3  # units of a language that get the same fault
TODAY = '2026-11-22'
FACT = re.compile(r'\{\w+\}')


def is_message(unit):
    return unit.domain == 'ui' or unit.context.startswith('notice:')


def is_plain(unit):
    return not is_message(unit) and not re.search(r'[{\[*]', unit.source)


def other_digit(match):
    return '4' if int(match[0]) != 4 else '5'


def lost(pattern):
    return lambda unit: pattern.sub('', unit.target, count=1)


def added(text):
    return lambda unit: unit.target + text


def look_alike(unit):
    pairs = {'en': ('a', '\u0430'), 'uk': ('\u0430', 'a'), 'ar': ('\u0643', '\u06a9')}
    return unit.target.replace(*pairs[unit.language], 1) if unit.language in pairs else unit.target


def foreign_letter(unit):
    letters = {'en': ('r', '\u0159'), 'uk': ('\u0443', '\u045e'), 'ar': ('\u062a', '\u0679')}
    return unit.target.replace(*letters[unit.language], 1) if unit.language in letters else unit.target


def in_text(check, what, fits, change):
    return (check, what, fits, lambda unit: quoted(change(unit)) if change(unit) != unit.target else None)


def has_fact(unit):
    return not is_message(unit) and FACT.search(unit.source) and FACT.search(unit.target)


def has_link(unit):
    return not is_message(unit) and '](page:' in unit.source


def has_argument(unit):
    return is_message(unit) and FACT.search(unit.source) and FACT.search(unit.target)


def has_plural(unit):
    return is_message(unit) and re.fullmatch(r'\{(\w+), plural, .*\}', unit.source)


# The check that must speak, what was done, which units it can be done to, how.
FAULTS = [
    in_text('placeholder', 'a fact misspelt', has_fact, lambda u: FACT.sub(lambda m: m[0][:-1] + 'x}', u.target, count=1)),
    in_text('placeholder', 'a fact lost', has_fact, lost(FACT)),
    in_text('placeholder', 'a fact added', is_plain, added(' {tel_112}')),
    in_text('placeholder', 'a brace lost', has_fact, lambda u: u.target.replace('}', '', 1)),
    in_text('number', 'a digit changed', lambda u: is_plain(u) and re.search(r'\d', u.source),
            lambda u: re.sub(r'\d', other_digit, u.target, count=1)),
    in_text('number', 'a number added', is_plain, added(' 77')),
    in_text('tag', 'bold that is not closed', is_plain, lambda u: '**' + u.target),
    in_text('tag', 'HTML', is_plain, lambda u: '<b>' + u.target + '</b>'),
    in_text('link', 'a link to another page', has_link, lambda u: u.target.replace('](page:', '](page:x', 1)),
    in_text('link', 'a link added', is_plain, added(' [x](page:work/find-work)')),
    in_text('bidi-control', 'a direction override', is_plain, added('\u202e')),
    in_text('bidi-control', 'an isolate that is not closed', is_plain, lambda u: '\u2067' + u.target),
    in_text('encoding', 'a lost character', is_plain, added('\ufffd')),
    in_text('phone', 'a phone number', is_plain, added(' 0281-750 00')),
    in_text('url', 'a web address', is_plain, added(' www.example.org')),
    in_text('email', 'an e-mail address', is_plain, added(' a@example.org')),
    in_text('punctuation', 'a question of a statement', lambda u: is_plain(u) and u.source.endswith('.'),
            lambda u: re.sub('[.\u3002\u0964]?$', '?', u.target)),
    in_text('script', 'another language', is_plain, lambda u: '\u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1 \u03c3\u03b1\u03c2.'),
    in_text('untranslated', 'the Swedish', lambda u: is_plain(u) and u.source.count(' ') >= 2, lambda u: u.source),
    in_text('look-alike', 'a letter that looks the same', is_plain, look_alike),
    in_text('exemplar', 'a letter of another language', is_plain, foreign_letter),
    in_text('message-syntax', 'a brace that is not closed', is_message, added(' {')),
    in_text('argument', 'an argument misspelt', has_argument, lambda u: FACT.sub(lambda m: m[0][:-1] + 'x}', u.target, count=1)),
    in_text('plural', 'no plural forms', has_plural,
            lambda u: re.match(r'\{(\w+),', u.source).expand(r'{\1} x')),
    in_text('missing-glyph', 'a letter that no font has', is_plain, added(' \U00016b00')),
    ('syntax', 'a quotation mark that is not escaped', is_plain, lambda u: '"' + '"x' + quoted(u.target)[1:]),
    ('encoding', 'a byte that is not UTF-8', is_plain, lambda u: quoted(u.target + '\udcff')),
]

# A sentence of a page becomes this; or a line of its front matter does.
SENTENCE, REVIEW_BY = re.compile(r'[A-ZÅÄÖ][^{\[*]*\.'), re.compile(r'review-by: .*')
PAGE_FAULTS = [
    ('placeholder', SENTENCE, 'Ring {tel_nobody}.'),
    ('broken-link', SENTENCE, 'Läs om att [bo](page:housing/nowhere).'),
    ('phone', SENTENCE, 'Ring 0281-750 00.'),
    ('url', SENTENCE, 'Läs på www.example.org.'),
    ('email', SENTENCE, 'Skriv till a@example.org.'),
    ('sentence-length', SENTENCE, 'Du kan gå dit i dag och du kan gå dit i morgon och du kan gå dit nästa vecka.'),
    ('long-word', SENTENCE, 'Läs om kommunfullmäktigesammanträden.'),
    ('abbreviation', SENTENCE, 'Ring t.ex. kommunen.'),
    ('syntax', SENTENCE, 'Det är **gratis.'),
    ('syntax', SENTENCE, '| tabell | av ord |'),
    ('bidi-control', SENTENCE, 'Ring\u202e kommunen.'),
    ('missing-glyph', SENTENCE, 'Ring \U00016b00.'),
    ('review-due', REVIEW_BY, 'review-by: 2026-01-01'),
]


class Seeded:
    """A fault and the place where it must be found."""

    def __init__(self, check, what, path, language, first, last, page, block):
        self.check, self.what, self.path, self.language = check, what, path, language
        self.first, self.last, self.page, self.block = first, last, page, block

    def covers(self, finding):
        return finding['path'] == self.path and self.first <= finding['line'] <= self.last

    def is_found_by(self, finding):
        # A page that cannot be read as written has no block to tell.
        block = '' if self.check == 'syntax' and self.language == 'sv' else self.block
        told = (finding['check'], finding['language'], finding['page'], finding['block'])
        return self.covers(finding) and told == (self.check, self.language, self.page, block)

    def __str__(self):
        return f'{self.path}:{self.first}: {self.page}#{self.block}: {self.check} ({self.what})'


def check(root, languages, *options):
    command = [TOOL, '--root', root, 'check', '--today', TODAY, '--format', 'json', '--langs', ','.join(languages), *options]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f'check ended with {done.returncode}: {done.stderr}')
    return [f for f in json.loads(done.stdout)['findings'] if f['severity'] != 'hint']


def seed_translations(root, chance, faults=None, languages=None):
    seeded = []
    for language in languages or LANGUAGES:
        files = {domain: PoText(f'{root}/locales/{language}/{domain}.po') for domain in DOMAINS}
        units = []
        for domain, file in files.items():
            for unit in file.units:
                unit.domain, unit.language = domain, language
                units += [unit] if unit.usable() else []
        taken = []
        for name, what, fits, change in faults or FAULTS:
            fitting = [unit for unit in units if fits(unit) and change(unit) is not None]
            for unit in chance.sample(fitting, min(EACH, len(fitting))):
                unit.set_target_line('msgstr ' + change(unit))
                units.remove(unit)
                taken.append((name, what, unit))
        for file in files.values():
            file.write()
        for name, what, unit in taken:
            # A page's unit is named page#block, every other by its whole context.
            page, block = unit.context.split('#') if re.match(r'[^:]*/[^:]*#', unit.context) else ('', unit.context)
            path = f'locales/{language}/{unit.domain}.po'
            seeded.append(Seeded(name, what, path, language, unit.first, unit.last, page, block))
    return seeded


def is_bar_word(unit):
    return unit.context in ('bar.home', 'bar.back', 'bar.language', 'bar.help')


# Only laying the screens out shows these.
FIT_FAULTS = [
    in_text('fit', 'a word too long for its button', is_bar_word, lambda u: u.target[0] + u.target[-1] * 40),
    in_text('missing-glyph', 'a letter that no font has', is_plain, added(' \U00016b00')),
]


def seed_pages(root, chance):
    pages = sorted(os.path.join(folder, name) for folder, _, names in os.walk(f'{root}/content/core/pages') for name in names)
    seeded = []
    for (name, pattern, text), path in zip(PAGE_FAULTS, chance.sample(pages, len(PAGE_FAULTS))):
        with open(path, encoding='utf8') as file:
            lines = file.read().split('\n')
        number = chance.choice([i for i, line in enumerate(lines) if pattern.fullmatch(line)])
        lines[number] = text
        with open(path, 'w', encoding='utf8') as file:
            file.write('\n'.join(lines))
        page = os.path.relpath(path, f'{root}/content/core/pages').removesuffix('.md')
        block = re.search(r'^\{#(.*)\}$', '\n'.join(lines[number:]), re.M)[1] if pattern is SENTENCE else ''
        seeded.append(Seeded(name, text, os.path.relpath(path, root), 'sv', number + 1, number + 1, page, block))
    return seeded


def copy_of_sources(folder):
    for part in ('content', 'fonts'):
        shutil.copytree(f'{SOURCES}/{part}', f'{folder}/{part}')
    # The other languages are there, without texts: sites list them.
    shutil.copytree(f'{SOURCES}/locales', f'{folder}/locales',
                    ignore=lambda path, names: [n for n in names if n.endswith('.po') and os.path.basename(path) not in LANGUAGES])
    return folder


def judge(seeded, findings):
    faults = [f'not found: {fault}' for fault in seeded if not any(fault.is_found_by(finding) for finding in findings)]
    # A fault is found where it is, and nowhere else.
    return faults + [f"nothing was done here: {f['path']}:{f['line']}: {f['check']}: {f['message']}"
                     for f in findings if not any(fault.covers(f) for fault in seeded)]


def main():
    faults = []
    with tempfile.TemporaryDirectory() as work:
        clean = check(copy_of_sources(f'{work}/clean'), LANGUAGES, '--no-fit')
        faults += [f"without a fault: {f['path']}:{f['line']}: {f['check']}: {f['message']}" for f in clean]

        root = copy_of_sources(f'{work}/translations')
        translations = seed_translations(root, random.Random(2026))
        faults += judge(translations, check(root, LANGUAGES, '--no-fit'))

        root = copy_of_sources(f'{work}/pages')
        pages = seed_pages(root, random.Random(2026))
        faults += judge(pages, check(root, ['sv'], '--no-fit'))

        root = copy_of_sources(f'{work}/fit')
        too_long = seed_translations(root, random.Random(2026), FIT_FAULTS, ['en', 'ar'])
        faults += judge(too_long, check(root, ['en', 'ar'], '--site', 'vansbro'))

    kinds = {fault.check for fault in translations}
    languages = {fault.language for fault in translations}
    if len(translations) < 100 or len(kinds) < 10 or len(languages) < 6:
        faults.append(f'only {len(translations)} faults of {len(kinds)} kinds in {len(languages)} languages')
    print('\n'.join(faults) or f'{len(translations)} faults in translations into {len(languages)} languages, of {len(kinds)} kinds, '
          f'{len(pages)} in pages, {len(too_long)} in the layout: each was found by its check at its place, and nothing else')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
