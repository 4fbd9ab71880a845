"""What staff run on their sources, killed at system calls that write, and with a full or broken disk: every file is
the old one or the new one, byte for byte, and the same command run again finishes the work. strace is the real one.

usage: staff_kills.py KIOSK_CONTENT PROJECT WORK [--sample N]     N: about so many cases for each command, not all"""
import csv
import re
import shutil
import subprocess
import sys
from pathlib import Path

WRITES = {"openat", "write", "close", "rename", "mkdir", "unlink", "unlinkat", "rmdir"}
CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
PAGE = "content/core/pages/health/care.md"


def files_of(folder):
    """Bytes by path, without what a killed writer leaves beside its file."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file() and ".new-" not in path.name and ".unfinished" not in str(path)}


class Project:
    """A copy of the sources, translated, in which somebody has changed a sentence and added a paragraph."""

    def __init__(self, tool, source, work):
        self.tool, self.work = tool, work
        self.edited = work / "edited"
        shutil.copytree(source, self.edited)
        for language in ("en", "fi"):
            self.run(self.edited, *self.import_of(self.table(self.edited, language, "Text. "), language))
        page = self.edited / PAGE
        text = page.read_text()
        sentence = next(line for line in text.splitlines() if line.endswith(".") and ":" not in line)
        page.write_text(text.replace(sentence, "Det är nytt nu.", 1) + "\nEtt stycke till.\n")
        self.named = work / "named"  # the new paragraph has its id
        shutil.copytree(self.edited, self.named)
        self.run(self.named, "extract")
        self.updated = work / "updated"
        shutil.copytree(self.named, self.updated)
        self.run(self.updated, "update")
        self.improved = self.table(self.updated, "en", "A better text. ")

    def table(self, root, language, opening):
        """A translator's table in which each text begins so."""
        path = self.work / f"{language}-{opening.split()[-1]}csv"
        self.run(root, "export", "--lang", language, "--domain", "core", "--out", str(path))
        with open(path, newline="", encoding="utf-8-sig") as file:
            head, *rows = csv.reader(file, delimiter=";")
        with open(path, "w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(head)
            writer.writerows([context, text, opening + text, *rest] for context, text, _, *rest in rows)
        return path

    @staticmethod
    def import_of(table, language):
        return ["import", str(table), "--lang", language, "--domain", "core", "--yes"]

    def commands(self):
        """Each with the sources that it begins on."""
        return [(self.edited, ["extract"]),
                (self.named, ["update"]),
                (self.updated, ["review", "--lang", "en", "--by", "Eva Ek", "--on", "2026-11-22", "--all"]),
                (self.updated, self.import_of(self.improved, "en") + ["--on", "2026-11-22"]),
                (self.updated, ["build", "--site", "town", "--out", "TREE", "--today", "2026-11-22"])]

    def command(self, root, arguments):
        return [self.tool, "--root", str(root)] + [str(root / "tree") if a == "TREE" else a for a in arguments]

    def run(self, root, *arguments):
        done = subprocess.run(self.command(root, list(arguments)), capture_output=True, text=True)
        assert done.returncode in (0, 1), f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def traced(self, root, arguments, *options):
        return subprocess.run(["strace", "-f", "-qq", *options, *self.command(root, arguments)], capture_output=True, text=True)


def writing_calls(project, root, arguments):
    """The command's calls that write, from the first file that it makes, as (name, which of that name)."""
    log = project.work / "trace"
    project.traced(root, arguments, "-o", str(log))
    counts, calls, begun = {}, [], False
    for line in log.read_text(errors="replace").splitlines():
        match = CALL.match(line)
        if not match or match[1] not in WRITES:
            continue
        counts[match[1]] = counts.get(match[1], 0) + 1
        begun = begun or "O_CREAT" in line or match[1] == "mkdir"
        if begun:
            calls.append((match[1], counts[match[1]]))
    return calls


def check(project, source, arguments, sample):
    fresh = project.work / "fresh"

    def renew():
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(source, fresh)

    renew()
    before = files_of(fresh)
    calls = writing_calls(project, fresh, arguments)
    after = files_of(fresh)
    assert after != before, f"{arguments[0]} changes nothing"
    cases = [(name, n, fault) for name, n in calls for fault in ("signal=SIGKILL", "error=ENOSPC", "error=EIO")]
    step = max(1.0, len(cases) / sample) if sample else 1.0
    chosen = [cases[int(i * step)] for i in range(int(len(cases) / step))]
    bad = []
    for name, n, fault in chosen:
        renew()
        done = project.traced(fresh, arguments, "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:{fault}:when={n}")
        where = f"{arguments[0]}, {fault} at {name} {n}"
        if "error" in fault and done.returncode not in (0, 1, 2):
            bad.append(f"{where}: ends with {done.returncode}")
        for path, data in files_of(fresh).items():
            if data not in (before.get(path), after.get(path)) and not path.endswith(".built"):
                bad.append(f"{where}: {path} is neither the old one nor the new one")
        for path in before:
            if not (fresh / path).exists():
                bad.append(f"{where}: {path} is lost")
        again = project.run(fresh, *arguments)
        sources = {path: data for path, data in files_of(fresh).items() if not path.endswith(".built")}
        if sources != {path: data for path, data in after.items() if not path.endswith(".built")}:
            bad.append(f"{where}: the same command again does not finish it\n{again.stdout}{again.stderr}")
    print(f"{arguments[0]}: {len(chosen)} of {len(cases)} faults, {len(bad)} bad")
    return bad


def main():
    tool, source, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    sample = int(sys.argv[5]) if len(sys.argv) > 5 else 0
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    project = Project(tool, source, work)
    bad = [line for root, arguments in project.commands() for line in check(project, root, arguments, sample)]
    print("\n".join(bad[:20]))
    shutil.rmtree(work, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
