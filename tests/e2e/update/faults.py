"""An update killed at every system call, killed twice at random, and with an error from every file call (RELIABILITY
goals 1 and 3). strace is the real one; the program is the real kiosk-content.

usage: faults.py kill|double|error KIOSK_CONTENT PROJECT WORK [--sample N]     N: about so many cases instead of all"""
import random
import re
import shutil
import subprocess
import sys

from bundles import Bundles

CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")


def traced(command, *options):
    return subprocess.run(["strace", "-f", "-qq", *options, *command], capture_output=True, text=True)


def calls_of_update(bundles):
    """The update's system calls from the first that touches the store, as (name, which of that name)."""
    store = bundles.fresh_store("traced")
    log = bundles.work / "trace"
    done = traced(bundles.install_command(8, store), "-o", str(log))
    assert done.returncode == 0, done.stderr
    counts, calls, begun = {}, [], False
    for line in log.read_text(errors="replace").splitlines():
        match = CALL.match(line)
        if not match or match[1] in ("execve", "exit_group"):
            continue
        counts[match[1]] = counts.get(match[1], 0) + 1
        begun = begun or str(store) in line
        if begun:
            calls.append((match[1], counts[match[1]]))
    return calls


def sampled(cases, sample):
    if not sample or sample >= len(cases):
        return cases
    step = len(cases) / sample
    return [cases[int(i * step)] for i in range(sample)]


def kill_at(bundles, store, name, n):
    traced(bundles.install_command(8, store), "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:signal=SIGKILL:when={n}")


def kill(bundles, sample):
    calls = calls_of_update(bundles)
    bad = []
    chosen = sampled(calls, sample)
    for name, n in chosen:
        store = bundles.fresh_store("killed")
        kill_at(bundles, store, name, n)
        problem = bundles.recovers(store)
        if problem:
            bad.append(f"killed at {name} {n}: {problem}")
    print(f"killed at {len(chosen)} of {len(calls)} system calls: {len(chosen) - len(bad)} recover")
    return bad, len(calls) >= 200


def double(bundles, sample):
    calls = calls_of_update(bundles)
    chance = random.Random(20261124)
    times, bad = sample or 600, []
    for _ in range(times):
        store = bundles.fresh_store("killed")
        first, second = chance.choice(calls), chance.choice(calls)
        kill_at(bundles, store, *first)
        kill_at(bundles, store, *second)
        problem = bundles.recovers(store)
        if problem:
            bad.append(f"killed at {first}, then at {second}: {problem}")
    print(f"killed twice {times} times: {times - len(bad)} recover")
    return bad, True


FILE_CALLS = {"openat", "open", "read", "write", "fsync", "rename", "symlink", "mkdir", "unlinkat", "unlink", "newfstatat",
              "fstat", "readlink", "getdents64", "flock", "lstat", "stat", "rmdir"}


def error(bundles, sample):
    calls = [call for call in calls_of_update(bundles) if call[0] in FILE_CALLS]
    cases = [(name, n, code) for name, n in calls for code in ("EIO", "ENOSPC", "EMFILE")]
    chosen, bad = sampled(cases, sample), []
    for name, n, code in chosen:
        store = bundles.fresh_store("failed")
        done = traced(bundles.install_command(8, store), "-o", "/dev/null", "-e", f"trace={name}",
                      "-e", f"inject={name}:error={code}:when={n}")
        shown = bundles.shown(store)
        if done.returncode < 0 or done.returncode > 2:
            bad.append(f"{code} from {name} {n}: ends with {done.returncode}")
        elif done.returncode == 0 and shown != 8:
            bad.append(f"{code} from {name} {n}: says it is done and shows {shown}")
        problem = bundles.recovers(store)
        if problem:
            bad.append(f"{code} from {name} {n}: {problem}")
    print(f"{len(chosen)} of {len(cases)} errors from file calls: {len(chosen) - len(bad)} leave a whole tree and no way back")
    return bad, True


def main():
    mode, tool, root, work = sys.argv[1:5]
    sample = int(sys.argv[6]) if len(sys.argv) > 6 else 0
    shutil.rmtree(work, ignore_errors=True)
    bad, enough = {"kill": kill, "double": double, "error": error}[mode](Bundles(tool, root, work), sample)
    for line in bad[:20]:
        print(line)
    shutil.rmtree(work, ignore_errors=True)
    return 1 if bad or not enough else 0


if __name__ == "__main__":
    sys.exit(main())
