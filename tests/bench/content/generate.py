#!/usr/bin/env python3
"""Writes a project of any size for measuring kiosk-content: the same arguments give the same bytes.

    generate.py OUT --fonts fonts/stacks.yaml [--pages 1000] [--languages 40]

A page has 25 units: title, summary, four headings, paragraphs, a list and steps with facts. Every unit of every
language is a machine draft with its stamp, as the shipped content is. No check finds an error in it.
"""
import argparse
import hashlib
import os
import shutil

# Tag, autonym, script, font family, digits; words of the script (any order makes a "sentence").
LATIN = 'alfa beto kamo deli emu fona gira holo inka jano kelo lumo mira neto ondo piro rona selo timo ula'
CYRILLIC = 'дома мова рано тепло село море поле зерно колесо сено небо лето перо вода нога роса гора зима сила тема'
ARABIC = 'باب ماء درس بحر نهر عمل سلام قمر شمس سوق نار دار نور باد آب زمان روز شب دل سر'
DEVANAGARI = 'घर जल मन दिन रात फल काम नाम बाजार किताब नगर नदी सड़क मित्र शहर गाव पानी समय लोग भाषा'
THAI = 'บ้าน น้ำ คน วัน งาน เมือง ถนน ตลาด เพื่อน หนังสือ ภาษา เวลา โรงเรียน ทะเล แม่น้ำ ภูเขา อาหาร รถ ไฟ ฟ้า'
ETHIOPIC = 'ቤት ውሃ ሰብ ቀን ስራሕ ከተማ መንገዲ ዕዳጋ ዓርኪ መጽሓፍ ቋንቋ ግዜ ትምህርቲ ባሕሪ ሩባ ጎቦ ምግቢ መኪና ሓዊ ሰማይ'
HAN = '房子 水 人 天 工作 城市 道路 市场 朋友 书 语言 时间 学校 海 河 山 食物 车 火 天空'
LANGUAGES = (
    [(tag, 'Latn', 'sans', 'latn', LATIN) for tag in
     ('en', 'fi', 'so', 'tr', 'de', 'fr', 'es', 'pl', 'ro', 'sq', 'bs', 'hr', 'nl', 'it', 'pt', 'et', 'lv', 'lt', 'hu', 'cs', 'sk', 'sl')]
    + [(tag, 'Cyrl', 'sans', 'latn', CYRILLIC) for tag in ('uk', 'ru', 'bg', 'sr', 'mk')]
    + [('ar', 'Arab', 'arabic', 'arab', ARABIC), ('fa', 'Arab', 'arabic', 'arabext', ARABIC),
       ('ckb', 'Arab', 'arabic', 'arab', ARABIC), ('ur', 'Arab', 'nastaliq', 'latn', ARABIC), ('ps', 'Arab', 'arabic', 'arabext', ARABIC)]
    + [('hi', 'Deva', 'devanagari', 'latn', DEVANAGARI), ('ne', 'Deva', 'devanagari', 'deva', DEVANAGARI), ('mr', 'Deva', 'devanagari', 'deva', DEVANAGARI)]
    + [('th', 'Thai', 'thai', 'latn', THAI), ('ti', 'Ethi', 'ethiopic', 'latn', ETHIOPIC), ('am', 'Ethi', 'ethiopic', 'latn', ETHIOPIC)]
    + [('zh-Hans', 'Hans', 'cjk-sc', 'latn', HAN), ('da', 'Latn', 'sans', 'latn', LATIN)])
SWEDISH = 'hus bok väg dag sol måne vatten vän stad sjö berg mat bil eld hav tid ord kväll skola torg'.split()
TOPICS = 25


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf8', newline='\n') as file:
        file.write(text)


def stamp(text):
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def words(vocabulary, seed, count):
    """A different run of words for every seed."""
    out = []
    for _ in range(count):
        seed, place = divmod(seed, len(vocabulary))
        out.append(vocabulary[place])
        seed += place * 7 + 1
    return ' '.join(out)


def sentence(vocabulary, seed, end='.'):
    fact = ' {tel_1177}' if seed % 5 == 0 else ''
    bold = '**' if seed % 7 == 0 else ''
    text = words(vocabulary, seed * 20011 + 13, 7)
    return f'{bold}{text[0].upper() + text[1:]}{bold}{fact}{end}'


def page_units(page):
    """(block, seed, end mark) of each unit, in the order of the page."""
    seed = page * 25
    yield 'title', seed, ''
    yield 'summary', seed + 1, '.'
    n = 2
    for part in range(4):
        yield f'part-{part}', seed + n, ''
        n += 1
        for _ in range(3):
            yield f'text-{part}', seed + n, '.'
            n += 1
    for block in ('list', 'steps', 'callout'):
        for _ in range(2 if block != 'list' else 3):
            yield block, seed + n, '.'
            n += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    parser.add_argument('--fonts', required=True)
    parser.add_argument('--pages', type=int, default=1000)
    parser.add_argument('--languages', type=int, default=40)
    options = parser.parse_args()
    # Every n-th of the table, so that few languages are of many scripts too; English is in every chain.
    step = len(LANGUAGES) / options.languages
    languages = [LANGUAGES[int(i * step)] for i in range(options.languages)]
    core = f'{options.out}/content/core'
    topics = min(TOPICS, options.pages)

    write(f'{core}/topics.yaml', 'topics:\n' + ''.join(
        f'  - id: topic-{t}\n    icon: home\n    title: {sentence(SWEDISH, t + 1, "").replace("*", "").replace(" {tel_1177}", "")}\n' for t in range(topics)))
    write(f'{core}/facts.yaml', 'facts:\n  tel_1177:\n    kind: phone\n    value: "1177"\n    source: https://www.1177.se\n    checked: 2026-11-22\n')
    write(f'{core}/ui.yaml', 'messages:\n' + ''.join(f'  bar.key{k}: {{text: {words(SWEDISH, k * 77, 2)}, note: A button.}}\n' for k in range(100)))
    write(f'{options.out}/content/sites/bench/site.yaml',
          'name: Bänk kommun\ncolours: {primary: "#1F5C57", on-primary: "#FFFFFF", accent: "#C8501E"}\n'
          f'languages: [sv, {", ".join(tag for tag, *_ in languages)}]\n')
    os.makedirs(f'{options.out}/fonts', exist_ok=True)
    shutil.copyfile(options.fonts, f'{options.out}/fonts/stacks.yaml')
    write(f'{options.out}/locales/sv/language.yaml', language_file('sv', 'Latn', 'sans', 'latn', '[en]' if languages else '[]'))

    units = []  # context, Swedish, seed, end mark, place
    for page in range(options.pages):
        page_id = f'topic-{page % topics}/page-{page:04}'
        path = f'content/core/pages/{page_id}.md'
        lines = ['---', f'id: {page_id}', None, None, 'icon: home', 'owner: Nämnden', 'valid-from: 2026-01-01', 'review-by: 2030-01-01', 'audience: everyone', '---', '']
        block_before = None
        for block, seed, end in page_units(page):
            text = sentence(SWEDISH, seed, end)
            if block in ('title', 'summary'):
                text = text.replace('*', '').replace(' {tel_1177}', '')
                lines[2 if block == 'title' else 3] = f'{block}: {text}'
                units.append((f'{page_id}#{block}', text, seed, end, f'{path}:{3 if block == "title" else 4}'))
                continue
            if block_before not in (None, block) and not block_before.startswith('part-'):
                lines += ['{#' + block_before + '}', '']
            if block.startswith('part-'):
                lines += ['## ' + text + ' {#' + block + '}', '']
            else:
                lines.append({'list': '- ', 'steps': '1. ', 'callout': '> '}.get(block, '') + text)
            units.append((f'{page_id}#{block}', text, seed, end, f'{path}:{len(lines)}'))
            block_before = block
        lines.append('{#' + block_before + '}')
        write(f'{options.out}/{path}', '\n'.join(lines) + '\n')

    heads = [(f'#: {place}\n#, fuzzy\nmsgctxt "{context}"\nmsgid "{text}"\nmsgstr "', stamp(text)) for context, text, _, _, place in units]
    for tag, script, font, digits, vocabulary in languages:
        write(f'{options.out}/locales/{tag}/language.yaml', language_file(tag, script, font, digits, '[sv]' if tag == 'en' else '[en, sv]'))
        vocabulary = vocabulary.split()
        out = ['msgid ""\nmsgstr ""\n"Project-Id-Version: kiosk core\\n"\n"Report-Msgid-Bugs-To: \\n"\n"PO-Revision-Date: \\n"\n"Last-Translator: \\n"\n'
               f'"Language-Team: \\n"\n"Language: {tag}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n']
        for (context, source, seed, end, _), (head, src) in zip(units, heads):
            mark = {'.': '。' if script == 'Hans' else '።' if script == 'Ethi' else '।' if script == 'Deva' else '' if script == 'Thai' else '۔' if tag == 'ur' else '.'}.get(end, '')
            text = sentence(vocabulary, seed, mark)
            if context.endswith(('#title', '#summary')):
                text = text.replace('*', '').replace(' {tel_1177}', '')
            out.append(f'\n# kiosk: machine on=2026-11-22 src={src} sum={stamp(text)}\n{head}{text}"\n')
        write(f'{options.out}/locales/{tag}/core.po', ''.join(out))
    print(f'{options.pages} pages, {len(units)} units in each of {len(languages)} languages')


def language_file(tag, script, font, digits, chain):
    fonts = '[sans]' if font == 'sans' else f'[{font}, sans]'
    return (f'tag: {tag}\nautonym: {tag}\nname-sv: {tag}\nname-en: {tag}\nscript: {script}\nformat-locale: {tag}-SE\ndigits: {digits}\n'
            f'chain: {chain}\nfonts: {fonts}\nline-height: 1.5\nvoice: ""\n')


if __name__ == '__main__':
    main()
