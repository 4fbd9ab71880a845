#!/usr/bin/env python3
"""Plants one violation at a time in an otherwise sound project, and expects check.py to name it."""
import tempfile
import unittest
from pathlib import Path

import check

SOUND = {
    "kiosk/main.cpp": '#include <CLI/App.hpp>\n#include "app/session.h"\n#include "sdl/screen.h"\n',
    "kiosk/base/file.cpp": '#include "base/file.h"\n#include <string>\n',
    "kiosk/text/face.cpp": '#include "text/face.h"\n#include <hb.h>\n#include <hb-ot.h>\n#include <unicode/ubidi.h>\n',
    "kiosk/i18n/date.cpp": '#include "base/clock.h"\n#include <unicode/datefmt.h>\n',
    "kiosk/content/yaml.cpp": '#include "base/file.h"\n#include <yaml-cpp/parser.h>\n',
    "kiosk/bundle/sign.cpp": '#include "content/tree.h"\n#include <sodium.h>\n',
    "kiosk/ui/theme.h": '#include "text/paragraph.h"\n#include "ui/event.h"\n',
    "kiosk/app/session.h": '#include "ui/event.h"\n#include "bundle/sign.h"\n',
    "kiosk/sdl/screen.h": '#include "ui/event.h"\n#include <SDL.h>\n#include <SDL2/SDL_ttf.h>\n',
    "tools/kiosk-content/build.cpp": '#include "command.h"\n#include "sdl/screen.h"\n#include <cmark.h>\n#include <pugixml.hpp>\n',
}

# file, line to plant, what the message says of it
PLANTED = [
    ("kiosk/base/file.cpp", '#include "text/face.h"', "base (level 0) may not include text (level 1)"),
    ("kiosk/text/face.cpp", '#include "content/tree.h"', "text (level 1) may not include content (level 1)"),
    ("kiosk/content/yaml.cpp", '#include "i18n/date.h"', "content (level 1) may not include i18n (level 1)"),
    ("kiosk/ui/theme.h", '#include "app/session.h"', "ui (level 2) may not include app (level 3)"),
    ("kiosk/ui/theme.h", '#include "bundle/sign.h"', "ui (level 2) may not include bundle (level 2)"),
    ("kiosk/app/session.h", '#include "sdl/screen.h"', "app (level 3) may not include sdl (level 3)"),
    ("kiosk/sdl/screen.h", '#include "app/session.h"', "sdl (level 3) may not include app (level 3)"),
    ("tools/kiosk-content/build.cpp", '#include "app/session.h"', "the tool may not use app"),
    ("kiosk/ui/theme.h", '#include "../text/face.h"', 'an include climbs by ".."; write "room/file.h"'),
    ("kiosk/ui/theme.h", '#include "event.h"', 'files of the project are included as "room/file.h"'),
    ("kiosk/ui/theme.h", "#include <text/face.h>", "files of the project are included in quotes"),
    ("kiosk/sdl/screen.h", "#include <opusfile.h>", "opusfile is for speech only"),
    ("kiosk/bundle/sign.cpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp is for content only"),
    ("tools/kiosk-content/build.cpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp is for content only"),
    ("kiosk/ui/theme.h", "#include <SDL.h>", "SDL is for sdl only"),
    ("kiosk/app/session.h", "  #  include <SDL2/SDL_keyboard.h>", "SDL is for sdl only"),
    ("kiosk/main.cpp", "#include <SDL_main.h>", "SDL is for sdl only"),
    ("kiosk/content/yaml.cpp", "#include <sodium/crypto_sign.h>", "libsodium is for bundle only"),
    ("kiosk/bundle/sign.cpp", "#include <cmark.h>", "cmark is for tools/kiosk-content only"),
    ("kiosk/content/yaml.cpp", "#include <pugixml.hpp>", "pugixml is for tools/kiosk-content only"),
    ("kiosk/sdl/screen.h", "#include <hb.h>", "HarfBuzz is for text only"),
    ("kiosk/i18n/date.cpp", "#include <harfbuzz/hb-icu.h>", "HarfBuzz is for text only"),
    ("kiosk/ui/theme.h", "#include <unicode/unistr.h>", "ICU is for i18n and text only"),
    ("tools/kiosk-content/build.cpp", "#include <unicode/uchar.h>", "ICU is for i18n and text only"),
    ("kiosk/sdl/screen.h", "#include <ft2build.h>", "FreeType and fontconfig is for nobody only"),
]


def faults_with(extra_file=None, extra_line=""):
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        files = dict(SOUND)
        if extra_file:
            files[extra_file] = files.get(extra_file, "") + extra_line + "\n"
        for name, text in files.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text, encoding="utf-8")
        return list(check.faults_of(project))


class Planted(unittest.TestCase):
    def test_a_sound_project_has_no_fault(self):
        self.assertEqual(faults_with(), [])

    def test_each_violation_is_named_with_its_line(self):
        for file, line, message in PLANTED:
            with self.subTest(file=file, line=line):
                number = SOUND[file].count("\n") + 1
                header = line.replace("<", '"').replace(">", '"').split('"')[1]
                self.assertEqual(faults_with(file, line), [f"{file}:{number}: error: '{header}': {message}"])

    def test_a_room_without_a_level_is_a_fault(self):
        self.assertEqual(faults_with("kiosk/attic/box.h", "#include <string>"),
                         ["kiosk/attic/box.h:1: error: room 'attic' has no level; give it one in tests/layering/check.py"])


if __name__ == "__main__":
    unittest.main()
