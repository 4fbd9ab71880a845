#!/usr/bin/env python3
"""Reads the dumps of a tour and says what breaks the rules that hold on every screen (REQUIREMENTS B3, C1, C8, C11).

    audit.py TOUR…      each TOUR a folder that `kiosk --tour` wrote; exit 1 when something is found
"""
import json
import sys
from pathlib import Path

FRAME = {"site-name", "clock", "emergency", "globe", "scroll-up", "scroll-down"}
BAR = ["home", "back", "language", "search", "read-aloud", "text-size", "help", "done"]
CAP_EM, CAP_PER_DISTANCE, GAP_MM, ROUNDING_MM = 0.714, 0.01222, 3, 0.05


def luminance(color):
    channels = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)


def shared(a, b):
    return (min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]), min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]))


def clipped(dump, element, rect):
    """What of a rectangle is on the screen: scrolled content is cut at the viewport's edges."""
    if not element["scrolls"]:
        return rect
    x, y, w, h = dump["viewport_px"]
    left, top = max(rect[0], x), max(rect[1], y)
    return [left, top, min(rect[0] + rect[2], x + w) - left, min(rect[1] + rect[3], y + h) - top]


def comparable(a, b):
    """Content is cut where the frame begins, so each is held against its own kind."""
    return ({a["id"], b["id"]} <= FRAME | set(BAR)) or not ({a["id"], b["id"]} & (FRAME | set(BAR)))


def audit(dump):
    """Yields (rule, element id, what is wrong)."""
    per_mm, elements = dump["px_per_mm"], dump["elements"]
    seen = set()
    for e in elements:
        if e["id"] in seen:
            yield "id", e["id"], "stands twice"
        seen.add(e["id"])
        x, _, w, _ = e["rect_px"]
        if x < 0 or x + w > dump["size_px"][0]:
            yield "reflow", e["id"], "does not fit the screen's width"
        if e["overflow"]:
            yield "overflow", e["id"], "ink outside its box"
        if e["notdef"]:
            yield "glyph", e["id"], f"{e['notdef']} glyphs are missing"
        if e["font_px"] and e["font_px"] * CAP_EM / per_mm < CAP_PER_DISTANCE * dump["distance_mm"] - ROUNDING_MM:
            yield "size", e["id"], f"letters of {e['font_px']} px are too small"
        least = 7 if dump["theme"] == "contrast" else 4.5
        if e["text"] and not e["disabled"] and contrast(e["color"], e["background"]) < least:
            yield "contrast", e["id"], f"{e['color']} on {e['background']} is below {least}:1"
        if e["target"]:
            least = 20 if e["target"] == "primary" else 15
            if min(e["rect_px"][2:]) / per_mm < least - ROUNDING_MM:
                yield "target", e["id"], f"smaller than {least} mm"
            if not e["spoken"].strip():
                yield "spoken", e["id"], "nothing to say"
    fixed = [e for e in elements if e["target"] and e["visible"] and e["role"] != "link"]
    for i, a in enumerate(fixed):
        for b in fixed[i + 1:]:
            w, h = shared(a["rect_px"], b["rect_px"])
            if comparable(a, b) and max(w, h) > 0 and max(-w, -h) / per_mm < GAP_MM - ROUNDING_MM:
                yield "gap", a["id"], f"closer than {GAP_MM} mm to {b['id']}"
    texts = [(e, clipped(dump, e, e["ink_px"])) for e in elements if e["ink_px"] and e["visible"]]
    for i, (a, ink) in enumerate(texts):
        for b, other in texts[i + 1:]:
            w, h = shared(ink, other)
            if comparable(a, b) and w > 0 and h > a["font_px"] / 2:
                yield "overlap", a["id"], f"its text lies over {b['id']}"
    indices = [e["focus_index"] for e in elements if e["focus_index"] is not None]
    if indices != list(range(len(indices))):
        yield "focus", "", f"focus order is {indices}"


def bar_of(dump):
    return {e["id"]: tuple(e["rect_px"]) for e in dump["elements"] if e["id"] in BAR}


def audit_places(dumps):
    """dumps: name -> dump, of one language. Every bar button has one place."""
    first = {}
    for name, dump in dumps.items():
        for button, rect in bar_of(dump).items():
            if first.setdefault(button, (rect, name))[0] != rect:
                yield name, "place", button, f"is elsewhere than on {first[button][1]}"


def main(folders):
    count = findings = 0
    for folder in folders:
        for language in sorted(p for p in Path(folder).iterdir() if p.is_dir()):
            dumps = {p.name: json.loads(p.read_text("utf-8")) for p in sorted(language.glob("*.json"))}
            count += len(dumps)
            found = [(n, *f) for n, d in dumps.items() for f in audit(d)] + list(audit_places(dumps))
            for name, rule, element, what in found:
                print(f"{language.name}/{name}: {rule}: {element}: {what}")
            findings += len(found)
    print(f"{count} screens, {findings} findings")
    return 1 if findings or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
