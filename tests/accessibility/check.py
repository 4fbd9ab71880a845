"""Holds kiosk/ACCESSIBILITY.md against the tests: every row has a verdict, and every test that a row names exists. What
software can do for the body and the languages (A to D, H) is done: no row there is open.

usage: check.py ROOT [PAGE]     exit 1 with one finding a line"""
import pathlib
import re
import sys

ROWS = {"A": 20, "B": 16, "C": 19, "D": 7, "E": 7, "F": 5, "G": 20, "H": 22}
VERDICTS = ("met", "part", "not yet", "does not apply", "site")
OPEN = ("part", "not yet")
CLOSED = "ABCDH"


def existing_tests(root):
    names = set()
    for path in (root / "tests").rglob("*.cpp"):
        for suite, name in re.findall(r"TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)", path.read_text(encoding="utf-8")):
            names.add(f"{suite}.{name}")
    for folder in ("scripts", "staff"):
        for path in (root / "tests/e2e" / folder).glob("*.yaml"):
            names.add(f"{folder}/{path.name}")
    for path in (root / "tests").rglob("*"):
        if path.is_file():
            names.add(str(path.relative_to(root)))
    # What the tests' own CMake files call a test of several programs.
    for path in (root / "tests").rglob("CMakeLists.txt"):
        for name in re.findall(r"add_test\(NAME ([\w.${}]+)", path.read_text(encoding="utf-8")):
            names.add(re.sub(r"\.\$\{.*", "", name))
    return names


def findings(root, page):
    tests = existing_tests(root)
    seen = set()
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        row = re.match(r"\| ([A-H]\d+) \| ([^|]+) \| (.*) \|$", line)
        if not row:
            continue
        name, verdict, text = row.group(1), row.group(2).strip(), row.group(3)
        if name in seen:
            yield f"{page}:{number}: the row {name} stands twice"
        seen.add(name)
        if verdict not in VERDICTS:
            yield f"{page}:{number}: unknown verdict '{verdict}'; expected {', '.join(VERDICTS)}"
        if verdict in OPEN and name[0] in CLOSED:
            yield f"{page}:{number}: {name} is open"
        named = re.findall(r"`((?:[A-Z]\w+\.\w+)|(?:(?:scripts|staff)/[\w-]+\.yaml)|(?:tests/[\w./-]+)|(?:(?:e2e|golden)\.[\w.]+))`", text)
        if verdict == "met" and not named:
            yield f"{page}:{number}: {name} is met and names no test"
        if verdict == "does not apply" and len(text.split()) < 4:
            yield f"{page}:{number}: {name} does not say why it does not apply"
        for test in named:
            if test not in tests:
                yield f"{page}:{number}: there is no test '{test}'"
    for letter, count in ROWS.items():
        for n in range(1, count + 1):
            if f"{letter}{n}" not in seen:
                yield f"{page}: the row {letter}{n} is missing"


def main():
    root = pathlib.Path(sys.argv[1])
    page = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else root / "kiosk/ACCESSIBILITY.md"
    found = list(findings(root, page))
    print("\n".join(found) or "every row has its tests")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
