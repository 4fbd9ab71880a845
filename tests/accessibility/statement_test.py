"""The statement as HTML is well-formed and keeps to what WCAG asks of a page of text and tables; nothing of it is lost.

usage: statement_test.py ROOT"""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

root = pathlib.Path(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    out = pathlib.Path(folder) / "statement.html"
    subprocess.run([root / "tools/statement", out], check=True)
    text = out.read_text(encoding="utf-8")
tree = ElementTree.fromstring(text.replace("<!DOCTYPE html>", ""))

assert tree.get("lang") == "en"  # 3.1.1
assert tree.find("head/title").text.startswith("Accessibility")  # 2.4.2
levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch(r"h[1-6]", e.tag)]  # 1.3.1, 2.4.6
assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:])), levels
assert [e.tag for e in tree.find("body")] == ["main"]
tables = list(tree.iter("table"))
assert len(tables) == 8
for table in tables:
    assert table.find("caption").text
    assert all(th.get("scope") in ("col", "row") for th in table.iter("th"))
    assert all(list(tr)[0].tag == "th" for tr in table.find("tbody"))
assert "width=device-width" in text and "maximum-scale" not in text and "user-scalable" not in text  # 1.4.4
assert not re.search(r"width: *\d+px|<img|<script", text)  # 1.4.10


def luminance(color):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
              for c in (int(color[i:i + 2], 16) / 255 for i in (1, 3, 5))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


style = tree.find("head/style").text
for rule in ("body", "code"):  # 1.4.3
    colors = dict(re.findall(r"(color|background): (#\w{6})", re.search(rf"^{rule} {{(.*)}}", style, re.M).group(1)))
    assert contrast(colors["color"], colors["background"]) >= 7, rule
assert contrast(re.search(r"solid (#\w{6})", style).group(1), "#ffffff") >= 3  # 1.4.11

markdown = (root / "kiosk/ACCESSIBILITY.md").read_text(encoding="utf-8")
rows = re.findall(r"^\| ([A-H]\d+) \| ([^|]+) \|", markdown, re.M)
shown = [(tr.find("th").text, tr.find("td").text) for table in tables for tr in table.find("tbody")]
assert shown == [(name, verdict.strip()) for name, verdict in rows], set(rows) - set(shown)
words = lambda s: re.findall(r"\w+", s)
missing = set(words(re.sub(r"\]\([^)]*\)", "]", markdown))) - set(words(" ".join(tree.find("body").itertext())))
assert not missing, missing
print(len(shown), "rows")
