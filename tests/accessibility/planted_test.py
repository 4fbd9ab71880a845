"""The check sees what it is for: a test that does not exist, a missing row, a met row without a test, an open row, a row
that does not apply and says no reason."""
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check

root = pathlib.Path(__file__).parents[2]
text = (root / "kiosk/ACCESSIBILITY.md").read_text(encoding="utf-8")


def found(changed):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.md"
        page.write_text(changed, encoding="utf-8")
        return list(check.findings(root, page))


assert found(text) == [], found(text)
lines = text.splitlines()
row = next(i for i, line in enumerate(lines) if line.startswith("| B6 | met |"))
assert any("there is no test" in f for f in found(text.replace("SessionTest.TheKeyRepeat", "SessionTest.TheKeyRepaet")))
assert any("B6 is missing" in f for f in found("\n".join(lines[:row] + lines[row + 1:])))
assert any("names no test" in f for f in found("\n".join(lines[:row] + ["| B6 | met | Surely. |"] + lines[row + 1:])))
assert any("B6 is open" in f for f in found("\n".join(lines[:row] + ["| B6 | part | Later. |"] + lines[row + 1:])))
assert any("does not say why" in f for f in found("\n".join(lines[:row] + ["| B6 | does not apply | No. |"] + lines[row + 1:])))
