"""The kiosk opens the same number of files at its start for a tree of 10 pages a language and for one of 10,000
(RELIABILITY goal 9), and never lists the tree.

usage: start_files.py KIOSK TREE WORK"""
import shutil
import subprocess
import sys
from pathlib import Path


def calls(kiosk, tree, log):
    subprocess.run(["strace", "-f", "-qq", "-e", "trace=openat,getdents64", "-o", str(log), kiosk, "--bundle", str(tree), "--lang", "sv",
                    "--size", "1920x1080", "--dump-screen", "/dev/null"], check=True)
    lines = log.read_text(errors="replace").splitlines()
    in_tree = [line for line in lines if str(tree) in line]
    return len(in_tree), sum("getdents64" in line and str(tree) in line for line in lines)


def main():
    kiosk, tree, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    shutil.rmtree(work, ignore_errors=True)
    small, large = work / "small", work / "large"
    for folder in (small, large):
        shutil.copytree(tree, folder)
    page = next((tree / "sv/pages").rglob("*.yaml")).read_bytes()
    filler = large / "sv/pages/filler"
    filler.mkdir()
    for i in range(10000):
        (filler / f"page-{i}.yaml").write_bytes(page)
    few, many = calls(kiosk, small, work / "a"), calls(kiosk, large, work / "b")
    print(f"files of the tree opened at the start: {few[0]} and, with 10,000 pages more, {many[0]}")
    shutil.rmtree(work, ignore_errors=True)
    return 0 if few == many and few[0] > 0 and many[1] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
