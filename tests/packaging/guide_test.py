"""The host's guide says what the kiosk says: every sign of the status screen stands in it, its pictures are there and
tools/pictures draws each, its options and panel rows are the programs' own, and what it writes into kiosk.yaml is taken.

usage: guide_test.py PROJECT KIOSK KIOSK_CONTENT"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path


def words(project):
    """The staff's words in English, by key."""
    text = (project / "kiosk/ui/staff_words.cpp").read_text()
    return {key: english for key, english in re.findall(r'\{"([a-z.-]+)",\s*"[^"]*",\s*"([^"]*)"\}', text)}


def missing_signs(guide, project):
    signs = [key for key in words(project) if key.startswith("refusal.") or key == "installed.expired"
             or key in ("update.working", "update.done", "update.same", "update.waiting", "update.reverted")]
    assert len(signs) >= 17, signs
    return [f"the guide does not explain {key}" for key in signs if f"| {words(project)[key]} |" not in guide]


def wrong_pictures(project):
    drawn = set(re.findall(r"[a-z0-9-]+", (project / "tools/pictures").read_text()))
    named = {name for page in ("README.md", "tools/README.md")
             for name in re.findall(r"tests/e2e/pictures/([^)]*)\.png", (project / page).read_text())}
    stored = {path.stem for path in (project / "tests/e2e/pictures").glob("*.png")}
    return ([f"no picture {name}" for name in named - stored] + [f"nobody shows the picture {name}" for name in stored - named]
            + [f"tools/pictures does not draw {name}" for name in named - drawn])


def wrong_commands(guide, kiosk, content):
    help_of = {"kiosk": subprocess.run([kiosk, "--help"], capture_output=True, text=True).stdout,
               "kiosk-content": subprocess.run([content, "--help"], capture_output=True, text=True).stdout}
    assert all(help_of.values())
    found = []
    for program, rest in re.findall(r"(?<![\w/.=-])(kiosk|kiosk-content)((?: [^\s`|&#]+)* --[^`\n|&#]*)", guide):
        found += [f"{program} has no option {option}" for option in re.findall(r"--[a-z-]+", rest)
                  if not re.search(rf"{option}\b", help_of[program])]
    return found


def wrong_panel_rows(guide, project):
    rows = [english for key, english in words(project).items() if key.startswith("panel.")]
    named = re.findall(r"^- \*\*([A-Z][a-z ]+)\*\*:", guide.split("### The staff's pages")[1].split("## 5.")[0], re.M)
    assert len(named) >= 5, named
    return [f"the panel has no row '{name}'" for name in named if name not in rows]


def wrong_settings(guide, kiosk):
    """Every `section: {…}` that the guide would have a host write."""
    settings = re.findall(r"((?:screen|touch|languages|headset|content): \{[^}\n]*\})", guide)
    settings += re.findall(r"^    (site: \w+)", guide, re.M)
    assert len(settings) >= 6, settings
    found = []
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "kiosk.yaml"
        for setting in settings:
            path.write_text(setting.replace("[a, b, c, d, e, f]", "[1, 0, 0, 0, 1, 0]") + "\n")
            said = subprocess.run([kiosk, "--config", path, "--bundle", "/nonexistent", "--check"], capture_output=True, text=True).stderr
            found += [f"{setting}: {line}" for line in said.splitlines() if re.search("error: (expected|unknown)", line)]
    return found


def main():
    project, kiosk, content = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    guide = (project / "tools/README.md").read_text()
    wrong = (missing_signs(guide, project) + wrong_pictures(project) + wrong_commands(guide, kiosk, content)
             + wrong_panel_rows(guide, project) + wrong_settings(guide, kiosk))
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
