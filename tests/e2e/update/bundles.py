"""Bundles and stores for the update tests: three versions of a small tree, packed and signed by the real tool, and a
check that says which version a store shows, byte for byte."""
import os
import shutil
import subprocess
from pathlib import Path


def folder_bytes(folder):
    """Every file below a folder, through links, as path -> bytes."""
    found = {}
    for base, folders, files in os.walk(folder, followlinks=True):
        folders.sort()
        for name in files:
            path = Path(base) / name
            found[str(path.relative_to(folder))] = path.read_bytes()
    return found


class Bundles:
    """Versions 6, 7 and 8 as sticks; 7 is what the kiosk has, 8 changes one language, 6 is too old."""

    def __init__(self, tool, root, work, languages="sv,ar"):
        self.tool, self.work = tool, Path(work)
        self.work.mkdir(parents=True)
        self.key = self.work / "k"
        self.run("keygen", "--out", self.key, "--no-password")
        tree = self.work / "tree"
        self.run("--root", root, "build", "--site", "vasteras", "--out", tree, "--langs", languages, "--today", "2026-11-22")
        self.expected = {}
        for version in (6, 7, 8):
            if version == 8:
                page = tree / "sv/pages/health/where-to-turn.yaml"
                page.write_text(page.read_text().replace("1177", "1178"))
            self.pack(tree, version)
            whole = folder_bytes(tree)
            for name in ("manifest.yaml", "manifest.yaml.minisig"):
                whole[name] = (self.stick(version) / name).read_bytes()
            # What the build notes for itself travels in no pack.
            self.expected[version] = {k: v for k, v in whole.items() if not k.startswith(".")}

    def stick(self, version):
        return self.work / f"stick{version}"

    def pack(self, tree, version, *more):
        self.run("pack", "--tree", tree, "--id", "vasteras", "--channel", "stable", "--sequence", version, "--valid-until",
                 "2027-05-01", "--key", f"{self.key}.key", "--out", self.stick(version), *more)

    def run(self, *arguments, status=0):
        done = subprocess.run([self.tool, *map(str, arguments)], capture_output=True, text=True)
        assert done.returncode == status, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def install_command(self, version, store):
        return [self.tool, "install", str(self.stick(version)), "--store", str(store), "--trust", f"{self.key}.pub"]

    def fresh_store(self, name):
        """A store with version 7 live and nothing else."""
        store = self.work / name
        if store.exists():
            shutil.rmtree(store)
        template = self.work / "template"
        if not template.exists():
            self.run(*self.install_command(7, template)[1:])
            (template / "pending.yaml").unlink()  # as after a start that went well
        shutil.copytree(template, store, symlinks=True)
        return store

    def shown(self, store):
        """The version that a reader of the store sees; None where it is no whole one."""
        try:
            live = folder_bytes(Path(store) / "current")
        except OSError:
            return None
        return next((version for version, whole in self.expected.items() if live == whole), None)

    def recovers(self, store):
        """What is wrong with a store after a fault; empty when it shows a whole tree, takes 8 and refuses 6."""
        before = self.shown(store)
        if before not in (7, 8):
            return f"shows {before}"
        done = subprocess.run(self.install_command(8, store), capture_output=True, text=True)
        if done.returncode != 0:
            return f"does not take 8: {done.stderr.strip()}"
        if self.shown(store) != 8:
            return f"shows {self.shown(store)} after installing 8"
        done = subprocess.run(self.install_command(6, store), capture_output=True, text=True)
        if done.returncode != 1 or "older" not in done.stderr:
            return f"does not refuse 6: {done.returncode} {done.stderr.strip()}"
        return ""
