"""A power cut at any moment of an update (RELIABILITY goal 2). The update's file operations are recorded with strace and
replayed on a model of a disk that may lose whatever was not synced: bytes without fsync of the file, names without fsync
of their folder. At every point of the recording the disk is looked at with all unsynced operations lost, all kept, all
but one, and one alone. In each state a reader must find a whole tree, and the kiosk must know what to go back to.
Then every sync is taken out of the recording, one at a time, and a bad state must be found.

usage: power_cut.py KIOSK_CONTENT PROJECT WORK"""
import re
import shutil
import subprocess
import sys

from bundles import Bundles

LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += +(-?\d+)")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Node:
    """A file (bytes), a link (target) or a folder (names). `lost` is what a cut leaves of an unsynced file."""

    def __init__(self, kind, data=b""):
        self.kind, self.data, self.names = kind, data, {}


class Operation:
    def __init__(self, kind, node, name=None, child=None, source=None, data=b""):
        self.kind, self.node, self.name, self.child, self.source, self.data = kind, node, name, child, source, data
        self.synced_at = None  # index of the fsync that makes it durable


def unescape(text):
    return text.encode().decode("unicode_escape").encode("latin-1")


class Recording:
    """strace's lines as operations on nodes."""

    def __init__(self, lines, root):
        self.root = Node("folder")
        self.base = str(root)
        self.operations, self.syncs, self.points = [], [], 0
        self.live = {"": self.root}  # path below the store -> node, as the program sees it
        self.open_files = {}
        for line in lines:
            self.take(line)

    def inside(self, path):
        return path[len(self.base):].strip("/") if path == self.base or path.startswith(self.base + "/") else None

    def resolve(self, path):
        """Follows links in the middle of a path, as the kernel does."""
        parts, done = path.split("/") if path else [], ""
        for part in parts[:-1]:
            done = f"{done}/{part}".strip("/")
            node = self.live.get(done)
            if node is not None and node.kind == "link":
                done = re.sub(r"[^/]+/\.\./", "", f"{done.rsplit('/', 1)[0] if '/' in done else ''}/{node.data}".strip("/"))
        return f"{done}/{parts[-1]}".strip("/") if parts else ""

    def parent(self, path):
        return self.live[path.rsplit("/", 1)[0] if "/" in path else ""]

    def add(self, operation):
        self.operations.append(operation)

    def link(self, path, child):
        self.live[path] = child
        self.add(Operation("link", self.parent(path), path.rsplit("/", 1)[-1], child))

    def take(self, line):
        match = LINE.match(line)
        if not match or int(match[3]) < 0:
            return
        call, arguments, result = match[1], match[2], int(match[3])
        strings = [unescape(s).decode(errors="replace") for s in STRING.findall(arguments)]
        if call in ("openat", "open"):
            path = self.inside(strings[0])
            if path is None:
                self.open_files.pop(result, None)
                return
            path = self.resolve(path)
            if "O_CREAT" in arguments and path not in self.live:
                self.link(path, Node("file"))
            self.open_files[result] = self.live.get(path)
        elif call == "close":
            self.open_files.pop(int(arguments.split(",")[0]), None)
        elif call == "write":
            node = self.open_files.get(int(arguments.split(",")[0]))
            if node is not None and node.kind == "file":
                self.add(Operation("write", node, data=unescape(STRING.search(arguments)[1])[:result]))
        elif call == "fsync":
            node = self.open_files.get(int(arguments.split(",")[0]))
            if node is not None:
                self.syncs.append((len(self.operations), node))
                self.add(Operation("sync", node))
        elif call == "mkdir" and (path := self.inside(strings[0])):
            self.link(self.resolve(path), Node("folder"))
        elif call == "symlink" and (path := self.inside(strings[1])) is not None:
            self.link(self.resolve(path), Node("link", strings[0]))
        elif call == "rename" and (path := self.inside(strings[1])) is not None:
            source, target = self.resolve(self.inside(strings[0])), self.resolve(path)
            node = self.live[source]
            for old in [p for p in self.live if p == source or p.startswith(source + "/")]:
                self.live[target + old[len(source):]] = self.live.pop(old)
            self.add(Operation("rename", self.parent(target), target.rsplit("/", 1)[-1], node,
                               (self.parent(source), source.rsplit("/", 1)[-1])))
        elif call in ("unlink", "unlinkat", "rmdir"):
            if call == "unlinkat":
                folder = re.match(r"(\d+|AT_FDCWD)", arguments)[1]
                if folder == "AT_FDCWD":
                    path = self.inside(strings[0])
                else:
                    node = self.open_files.get(int(folder))
                    base = next((p for p, n in self.live.items() if n is node), None)
                    path = f"{base}/{strings[0]}".strip("/") if base is not None else None
            else:
                path = self.inside(strings[0])
            if path is None:
                return
            path = self.resolve(path)
            self.add(Operation("unlink", self.parent(path), path.rsplit("/", 1)[-1]))
            self.live.pop(path, None)


def durable_until(operations, skip):
    """For each operation the index of the sync that makes it durable, or infinity."""
    until = [float("inf")] * len(operations)
    for i, sync in enumerate(operations):
        if sync.kind != "sync" or i == skip:
            continue
        for k in range(i):
            operation = operations[k]
            same_file = operation.kind == "write" and operation.node is sync.node
            same_folder = operation.kind in ("link", "unlink", "rename") and operation.node is sync.node
            if (same_file or same_folder) and until[k] == float("inf"):
                until[k] = i
    return until


def disk_after(operations, kept):
    """The folder tree (nested dicts, bytes, link targets as str) that the kept operations leave."""
    names, data = {}, {}
    for i in kept:
        o = operations[i]
        if o.kind == "write":
            data[id(o.node)] = data.get(id(o.node), b"") + o.data
        elif o.kind in ("link", "rename"):
            if o.kind == "rename":
                names.setdefault(id(o.source[0]), {}).pop(o.source[1], None)
            names.setdefault(id(o.node), {})[o.name] = o.child
        elif o.kind == "unlink":
            names.setdefault(id(o.node), {}).pop(o.name, None)
    return names, data


class Disk:
    def __init__(self, root, names, data, before):
        self.root, self.names, self.data, self.before = root, names, data, before

    def node(self, path):
        node = self.root
        for part in path.split("/"):
            node = self.names.get(id(node), {}).get(part)
            if node is None:
                return None
        return node

    def text(self, path):
        node = self.node(path)
        return None if node is None or node.kind != "file" else self.data.get(id(node), b"")

    def files(self, node, prefix=""):
        found = {}
        for name, child in self.names.get(id(node), {}).items():
            if child.kind == "folder":
                found.update(self.files(child, f"{prefix}{name}/"))
            elif child.kind == "file":
                found[prefix + name] = self.data.get(id(child), b"")
        return found

    def shown(self, expected):
        """The version that `current` shows."""
        link = self.node("current")
        if link is None or link.kind != "link":
            return None
        tree = self.node(link.data)
        if tree is None:
            return None
        whole = self.files(tree)
        for name, child in self.names.get(id(tree), {}).items():
            if child.kind == "link":
                pack = self.node(child.data.replace("../../", ""))
                if pack is None:
                    return None
                whole.update(self.files(pack, f"{name}/"))
        return next((v for v, e in expected.items() if e == whole), None)


def fault_of(disk, expected, over):
    """What is wrong with a state; empty when it is sound. `over`: the command has returned."""
    shown = disk.shown(expected)
    if shown not in (7, 8):
        return f"shows {shown}"
    floor = disk.text("floor.yaml")
    if floor is None or (b"sequence: 7" not in floor and b"sequence: 8" not in floor):
        return "no version floor that can be read"
    if shown == 8 and b"tree: \"8-" not in (disk.text("pending.yaml") or b""):
        return "the new tree is live and nothing tells what to go back to"
    if over and shown != 8:
        return "the update was done and is gone"
    if over and b"sequence: 8" not in floor:
        return "the update was done and its floor is gone"
    return ""


def walk(recording, expected, start, skip=None, first_only=False):
    """All states from operation `start` on; (number of states, faults)."""
    operations = recording.operations
    until = durable_until(operations, skip)
    states, faults = 0, []
    for end in range(start, len(operations) + 1):
        done = [i for i in range(end) if operations[i].kind != "sync"]
        loose = [i for i in done if until[i] >= end]
        firm = [i for i in done if until[i] < end]
        choices = [loose, []] + [[k for k in loose if k != one] for one in loose] + [[one] for one in loose]
        for choice in choices:
            states += 1
            kept = sorted(firm + choice)
            problem = fault_of(Disk(recording.root, *disk_after(operations, kept), None), expected, end == len(operations))
            if problem:
                faults.append((end, problem))
                if first_only:
                    return states, faults
    return states, faults


def record(command, log):
    calls = "openat,open,close,write,fsync,mkdir,symlink,rename,unlink,unlinkat,rmdir"
    done = subprocess.run(["strace", "-qq", "-s", "10000000", "-e", f"trace={calls}", "-o", str(log), *command],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return log.read_text(errors="replace").splitlines()


def main():
    tool, root, work = sys.argv[1:4]
    shutil.rmtree(work, ignore_errors=True)
    bundles = Bundles(tool, root, work, languages="sv")
    # Version 7 is recorded too, so that the disk's whole history is known; it ends as after a start that went well.
    store = bundles.work / "store"
    lines = record(bundles.install_command(7, store), bundles.work / "log7")
    pending = store / "pending.yaml"
    pending.unlink()
    lines += [f'unlink("{pending}") = 0', f'open("{store}", O_RDONLY) = 999', "fsync(999) = 0", "close(999) = 0"]
    recording = Recording(lines, store)
    before = len(recording.operations)
    for operation in list(recording.operations):  # what was there before the update is durable
        if operation.kind != "sync":
            recording.add(Operation("sync", operation.node))
    start = len(recording.operations)
    for line in record(bundles.install_command(8, store), bundles.work / "log8"):
        recording.take(line)
    states, faults = walk(recording, bundles.expected, start)
    print(f"{states} states after a power cut: {len(faults)} bad")
    for end, problem in faults[:10]:
        print(f"  after operation {end - start}: {problem}")
    syncs = [i for i in range(start, len(recording.operations)) if recording.operations[i].kind == "sync"]
    missed = []
    for i in syncs:
        if not walk(recording, bundles.expected, start, skip=i, first_only=True)[1]:
            node = recording.operations[i].node
            missed.append(next((p for p, n in recording.live.items() if n is node), "?"))
    print(f"{len(syncs)} syncs, taken out one at a time: {len(syncs) - len(missed)} lead to a bad state that is found")
    for path in missed:
        print(f"  not needed: the sync of {path or 'the store'}")
    shutil.rmtree(work, ignore_errors=True)
    return 1 if faults or missed or states < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
