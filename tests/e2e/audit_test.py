#!/usr/bin/env python3
"""The audit names every fault that is planted in a good dump.

    audit_test.py DUMP      a dump of home as `kiosk --dump-screen` wrote it
"""
import copy
import json
import sys
from pathlib import Path

from audit import audit, audit_places


def find(dump, wanted):
    return next(e for e in dump["elements"] if e["id"] == wanted)


def change(element, **fields):
    return lambda dump: find(dump, element).update(fields)


def shrink(element, mm):
    def plant(dump):
        find(dump, element)["rect_px"][2] = int(mm * dump["px_per_mm"])
    return plant


def beside(element, other, mm):
    def plant(dump):
        rect = find(dump, other)["rect_px"]
        find(dump, element)["rect_px"] = [rect[0] + rect[2] + int(mm * dump["px_per_mm"]), *rect[1:]]
    return plant


def onto(element, other):
    return lambda dump: find(dump, element).update(ink_px=list(find(dump, other)["ink_px"]))


def contrast_theme(dump):
    dump["theme"] = "contrast"
    find(dump, "title").update(color="#6a6a6a", background="#ffffff")


FAULTS = [
    ("target", "home", shrink("home", 19)),
    ("target", "emergency", shrink("emergency", 14)),
    ("contrast", "title", change("title", color="#808080", background="#ffffff")),
    ("contrast", "title", contrast_theme),
    ("size", "title", change("title", font_px=20)),
    ("overflow", "title", change("title", overflow=True)),
    ("glyph", "title", change("title", notdef=1)),
    ("focus", "", change("done", focus_index=0)),
    ("id", "home", change("done", id="home")),
    ("spoken", "done", change("done", spoken=" ")),
    ("reflow", "title", lambda dump: find(dump, "title")["rect_px"].__setitem__(2, dump["size_px"][0] + 1)),
    ("gap", "home", beside("back", "home", 2)),
    ("overlap", "site-name", onto("clock", "site-name")),
]


def main(path):
    good = json.loads(Path(path).read_text("utf-8"))
    failures = [f"the good dump: {f}" for f in audit(good)]
    for rule, element, plant in FAULTS:
        bad = copy.deepcopy(good)
        plant(bad)
        found = [(r, e) for r, e, _ in audit(bad)]
        if (rule, element) not in found:
            failures.append(f"planted {rule} at {element!r}, found {found}")
    moved = copy.deepcopy(good)
    find(moved, "done")["rect_px"][0] += 10
    if [(r, e) for _, r, e, _ in audit_places({"home": good, "topic": moved})] != [("place", "done")]:
        failures.append("a bar button at two places was not found")
    print("\n".join(failures) or f"{len(FAULTS) + 1} faults planted and found")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
