#!/bin/sh
# Recordings from the sources to the ear: Tigrinya, which no voice speaks, is read where a person has read it; the
# recordings travel in the bundle, and one that is damaged or says an old text costs itself alone.
set -eu
kiosk=$1 content=$2 trees=$3 root=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
page=safety/emergency-numbers
mkdir project
cp -r "$root/content" "$root/locales" "$root/fonts" project/
# Check lays out every screen of a site's languages: two are enough here.
sed -i 's/^languages:.*/languages: [sv, ti]/; /^core-languages:/d; /^word-languages:/d' project/content/sites/vasteras/site.yaml
tool() { "$content" --root project "$@"; }
check() { tool check --site vasteras --today 2026-11-22 >found.txt || { cat found.txt; exit 1; }; }
build() { tool build --site vasteras --langs ti --out tree --today 2026-11-22 >/dev/null; }

# Without recordings there is no button.
build
printf -- '- expect: {not: {element: read-aloud}}\n- key: F19\n- expect: {element: no-voice, lang: ti}\n- expect: {speaking: false}\n' >silent.yaml
"$kiosk" --bundle tree --headless --lang ti --page $page --script silent.yaml

# Two blocks and the title, recorded by the names that speak tells: one as WAV, the others as Opus.
tool speak $page ti --out spoken --site vasteras --today 2026-11-22 >/dev/null || [ $? = 1 ] # most of it is silent
sed -n 's|.*<td class="file">\(content/core/audio/ti/[^<]*\)</td>.*|\1|p' spoken/index.html >names.txt
[ "$(wc -l <names.txt)" -ge 3 ]
espeak-ng -v sw -w first.wav "Hapa ni nambari ya dharura."
espeak-ng -v sw -w second.wav "Piga simu sasa, na useme mahali ulipo."
espeak-ng -v sw -w title.wav "Nambari"
title=$(grep /title\\. names.txt)
block() { grep -v /title\\. names.txt | sed -n "$1p"; }
first=$(block 1) second=$(block 2)
mkdir -p "$(dirname "project/$title")"
opusenc --quiet title.wav "project/$title"
opusenc --quiet first.wav "project/$first"
cp second.wav "project/${second%.opus}.wav"
check
if grep -q audio/ found.txt; then cat found.txt; exit 1; fi
build
[ "$(find tree/media -name '*.opus' | wc -l)" = 2 ]
[ "$(find tree/media -name '*.wav' | wc -l)" = 1 ]

# spoken FIELD: of each line of the log
spoken() { python3 -c 'import json,sys
for line in open("speech.log"): print(json.loads(line).get(sys.argv[1]))' "$1"; }
id() { basename "$1" | cut -d. -f1; }
cat >read.yaml <<END
- expect: {element: read-aloud, disabled: false}
- tap: read-aloud
- expect: {speaking: true}
- expect: {element: "speech:faster", disabled: true}
- wait: 1min
- expect: {speaking: false}
END
"$kiosk" --bundle tree --headless --lang ti --page $page --script read.yaml --speech-log speech.log
[ "$(spoken element | cut -d'#' -f1 | tr '\n' ' ')" = "title block:$(id "$first") block:$(id "$second") " ]
[ "$(spoken lang | sort -u)" = ti ]
[ "$(spoken voice | sort -u)" = "" ]
[ "$(spoken recording | sed 's/.*\.//' | tr '\n' ' ')" = "opus opus wav " ]
[ "$(spoken text | grep -c .)" = 3 ]

# On a page that nobody has recorded, and in a box over the page, there is no button.
other=$(cd tree/ti/pages && find . -name '*.yaml' | sed 's|^\./||; s|\.yaml$||' | grep -v $page | sort | head -1)
"$kiosk" --bundle tree --headless --lang ti --page "$other" --script silent.yaml

# A technician is told of one that cannot be played; residents hear the others.
cp -r tree broken
name=$(spoken recording | sed -n 2p)
head -c 300 "tree/media/$name" >"broken/media/$name"
"$kiosk" --bundle broken --headless --lang ti --page $page --script read.yaml --speech-log speech.log 2>/dev/null
[ "$(spoken error | grep -vc None)" = 1 ]
[ "$(spoken ms | grep -vc None)" = 2 ]
if "$kiosk" --bundle broken --check 2>log; then echo "--check does not miss the recording"; exit 1; fi
grep -q "the recording $name cannot be played" log

# By stick: every byte of them is vouched for.
"$content" keygen --out k --no-password >/dev/null
"$content" pack --tree tree --id vasteras --channel stable --sequence 1 --valid-until 2027-12-31 --key k.key --out stick >/dev/null
"$content" install stick --store store --trust k.pub >/dev/null
cmp "tree/media/$name" "store/current/media/$name"
"$kiosk" --content-store store --trust k.pub --headless --lang ti --page $page --script read.yaml
printf 'x' | dd of=stick/media.tar.zst bs=1 seek=200 conv=notrunc 2>/dev/null
if "$content" verify stick --trust k.pub >/dev/null 2>&1; then echo "a changed recording was taken in"; exit 1; fi

# Somebody records a block anew: the next build has it, and not the old one.
opusenc --quiet second.wav "project/$first"
build
[ ! -e "tree/media/$name" ]

# The translator changes what the block says: the old recording is left out, and check tells the new name.
python3 - project/locales/ti/core.po "$page#$(id "$first")" <<'PYTHON'
import re, sys
path, context = sys.argv[1:]
text = open(path, encoding="utf-8").read()
at = text.index(f'msgctxt "{context}"')
at = text.index('msgstr "', at) + len('msgstr "')
open(path, "w", encoding="utf-8").write(text[:at] + "ኣቐዲምኩም " + text[at:])
PYTHON
check
grep -q "$first: warning: the text has changed since it was recorded" found.txt
grep -q "name it $(id "$first")\.[0-9a-f]*\.opus" found.txt
build
"$kiosk" --bundle tree --headless --lang ti --page $page --script read.yaml --speech-log speech.log
[ "$(spoken element | cut -d'#' -f1 | tr '\n' ' ')" = "title block:$(id "$second") " ]
