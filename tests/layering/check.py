#!/usr/bin/env python3
"""Fails on an include that climbs, and on a library's include outside the room that wraps it.

    check.py PROJECT

Every room has a level and includes only its own files and rooms of a lower level, written "room/file.h".
main.cpp and tools/kiosk-content stand above the rooms; the tool leaves `app` alone.
"""
import re
import sys
from pathlib import Path

LEVELS = {
    "base": 0,
    "text": 1, "i18n": 1, "content": 1,
    "bundle": 2, "speech": 2, "stats": 2, "ui": 2,
    "app": 3, "sdl": 3,
}
TOOL, MAIN = "tools/kiosk-content", "main.cpp"

# A header's pattern, the library's name, who may include it.
LIBRARIES = [
    (r"yaml-cpp/", "yaml-cpp", {"content"}),
    (r"(SDL2/)?SDL(_\w+)?\.h$", "SDL", {"sdl"}),
    (r"sodium(\.h$|/)", "libsodium", {"bundle"}),
    (r"(harfbuzz/)?hb(-[\w-]+)?\.h$", "HarfBuzz", {"text"}),
    (r"unicode/", "ICU", {"text", "i18n"}),
    (r"cmark[\w-]*\.h$", "cmark", {TOOL}),
    (r"pugi(xml|config)\.hpp$", "pugixml", {TOOL}),
    (r"zlib\.h$", "zlib", {TOOL}),
    (r"(opus/)?opus\w*\.h$", "opusfile", {"speech"}),
    (r"sqlite3\w*\.h$", "SQLite", {"stats"}),
    (r"(zstd\w*|archive\w*)\.h$", "archive libraries", {"bundle"}),
    (r"(ft2build\.h$|freetype2?/|fontconfig/)", "FreeType and fontconfig", set()),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def owner_of(relative):
    """The room of a file below kiosk/, or main.cpp and what it is split into, or the tool."""
    parts = relative.parts
    if parts[0] == "kiosk":
        return MAIN if len(parts) == 2 else parts[1]
    return TOOL


def room_fault(owner, room):
    if room == owner:
        return None
    if owner == MAIN:
        return None
    if owner == TOOL:
        return "the tool may not use app" if room == "app" else None
    if LEVELS[room] >= LEVELS[owner]:
        return f"{owner} (level {LEVELS[owner]}) may not include {room} (level {LEVELS[room]})"
    return None


def fault_of(owner, quote, header):
    if ".." in header.split("/"):
        return 'an include climbs by ".."; write "room/file.h"'
    room = header.split("/")[0]
    if "/" in header and room in LEVELS:
        if quote == "<":
            return "files of the project are included in quotes"
        return room_fault(owner, room)
    if quote == '"' and owner not in (TOOL, MAIN):
        return 'files of the project are included as "room/file.h"'
    for pattern, library, owners in LIBRARIES:
        if re.match(pattern, header) and owner not in owners:
            return f"{library} is for {' and '.join(sorted(owners)) or 'nobody'} only"
    return None


def faults_of(project):
    files = [f for folder in ("kiosk", TOOL) for f in (project / folder).rglob("*") if f.suffix in (".h", ".cpp")]
    for file in sorted(files):
        relative = file.relative_to(project)
        owner = owner_of(relative)
        if owner not in LEVELS and owner not in (MAIN, TOOL):
            yield f"{relative}:1: error: room '{owner}' has no level; give it one in tests/layering/check.py"
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            fault = include and fault_of(owner, *include.groups())
            if fault:
                yield f"{relative}:{number}: error: '{include.group(2)}': {fault}"


def main():
    faults = list(faults_of(Path(sys.argv[1])))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
