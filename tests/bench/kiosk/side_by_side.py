#!/usr/bin/env python3
"""The kiosk beside Chromium's kiosk mode, on the same pages in one run: start to text, memory, a turn of the page, idle.

    side_by_side.py --build build/release --tree build/release/trees/vasteras [--lang ar] [--starts 7] [--turns 30] [--idle 30]

Both run on an X server of their own without a GPU. The pages are the kiosk's: home, a topic and a page are dumped, and
what they show (text, places, sizes, colours) is made into one HTML file whose pages are all there from the start, so
Chromium loads nothing for a turn. It draws no icons, has used its profile before, and is not told of the network. What
both are looked at with knows nothing of either: x_probe reads the screen's pixels and clicks.
"""
import argparse
import html
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE = (1920, 1080)
AREA = (400, 250, 900, 400)  # in the middle; small, since looking at it takes time from what is measured
FONTS = "'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans Arabic', sans-serif"
TOPIC, PAGE = "topic:health", "page:health/where-to-turn"
TURNS = (TOPIC, PAGE, "home")  # from home, and home again


def dumps(kiosk, tree, language, folder):
    """What each of the three screens shows."""
    names = ["home", "topic", "page"]
    steps = [f"- tap: lang:{language}", "- dump: home.json", f"- tap: {TOPIC}", "- dump: topic.json", f"- tap: {PAGE}", "- dump: page.json"]
    (folder / "steps.yaml").write_text("\n".join(steps) + "\n")
    subprocess.run([kiosk, "--bundle", tree, "--size", "%dx%d" % SIZE, "--script", folder / "steps.yaml"], check=True)
    return [json.loads((folder / f"{name}.json").read_text()) for name in names]


def centre(screen, element):
    x, y, w, h = next(e["rect_px"] for e in screen["elements"] if e["id"] == element)
    return x + w // 2, y + h // 2


def html_of(screens):
    """One file with a layer for each screen; a click on what leads on shows the next one."""
    layers = []
    for number, (screen, lead) in enumerate(zip(screens, TURNS)):
        boxes = []
        for e in screen["elements"]:
            if not e["visible"] or not e["text"]:
                continue
            x, y, w, h = e["rect_px"]
            lines = max(1, e.get("lines", 1))
            style = (f"left:{x}px;top:{y}px;width:{w}px;height:{h}px;color:{e['color']};background:{e['background']};"
                     f"font-size:{e['font_px']}px;line-height:{h / lines:.1f}px;font-weight:{700 if e['bold'] else 400}")
            leads = ""
            if e["id"] == lead:
                leads = ' onclick="show(%d)"' % ((number + 1) % len(screens))
                style += ";z-index:1"  # labels have boxes of their own
            boxes.append(f'<div dir="{e["dir"]}" lang="{e["lang"]}" style="{style}"{leads}>{html.escape(e["text"])}</div>')
        layers.append(f'<section{" hidden" if number else ""}>{"".join(boxes)}</section>')
    return ("<!doctype html><meta charset='utf-8'><title>kiosk</title><style>html,body{margin:0;overflow:hidden;background:#f7f6f2}"
            f"div{{position:absolute;overflow:hidden;font-family:{FONTS}}}</style>{''.join(layers)}"
            "<script>const all=document.querySelectorAll('section');"
            "function show(n){all.forEach((s,i)=>s.hidden=i!=n)}</script>")


def family(root):
    """The process and all that it has started."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = (entry / "stat").read_text().rsplit(")", 1)[1].split()[1]
            except OSError:
                continue
            children.setdefault(int(parent), []).append(int(entry.name))
    found = [root]
    for one in found:
        found += children.get(one, [])
    return found


def cpu_s(root):
    total = 0
    for one in family(root):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += sum(int(field) for field in fields[11:15])
    return total / os.sysconf("SC_CLK_TCK")


def pss_mib(root):
    total = 0
    for one in family(root):
        try:
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


class Program:
    def __init__(self, name, command, probe, clicks, idle_command):
        self.name, self.command, self.probe, self.clicks, self.idle_command = name, command, probe, clicks, idle_command
        self.child = None

    def start(self, command=None):
        """Seconds from the start of the process to text on the screen."""
        watch = subprocess.Popen([self.probe, "text", *map(str, AREA), "60000"], stdout=subprocess.PIPE, text=True)
        time.sleep(0.3)
        begin = time.monotonic()
        self.child = subprocess.Popen(command or self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        seen = watch.communicate()[0]
        if watch.returncode != 0:
            sys.exit(f"{self.name} shows no text")
        return float(seen) - begin * 1000

    def stop(self):
        os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()
        time.sleep(1)

    def idle(self, seconds):
        time.sleep(5)
        before, begin = cpu_s(self.child.pid), time.monotonic()
        time.sleep(seconds)
        return 100 * (cpu_s(self.child.pid) - before) / (time.monotonic() - begin)

    def turn(self, number):
        """Milliseconds from the click to the first and to the last pixel that changes."""
        done = subprocess.run([self.probe, "click", *map(str, self.clicks[number % len(self.clicks)]), *map(str, AREA), "3000"],
                              capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{self.name}: a click on {TURNS[number % len(TURNS)]} changes nothing")
        return [float(ms) for ms in done.stdout.split()]

    def measure(self, options):
        starts = [self.start() or 0]  # the first one fills caches
        for _ in range(options.starts):
            self.stop()
            starts.append(self.start())
        time.sleep(5)
        found = {"start to text, ms": statistics.median(starts[1:]), "memory (PSS), MiB": pss_mib(self.child.pid)}
        turns = [self.turn(n) for n in range(options.turns)]
        found["turn: first pixel, ms"] = statistics.median(t[0] for t in turns)
        found["turn: last pixel, ms"] = statistics.median(t[1] for t in turns)
        self.stop()
        self.start(self.idle_command)
        found["idle, % of a core"] = self.idle(options.idle)
        self.stop()
        return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--tree", required=True)
    parser.add_argument("--lang", default="ar")
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--turns", type=int, default=30)
    parser.add_argument("--idle", type=int, default=30)
    options = parser.parse_args()
    subprocess.run(["cmake", "--build", options.build, "--target", "bench_x_probe", "kiosk"], check=True, stdout=subprocess.DEVNULL)
    kiosk, probe = (str(Path(options.build).resolve() / "bin" / name) for name in ("kiosk", "bench_x_probe"))
    display = f":{100 + os.getpid() % 400}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "%dx%dx24" % SIZE, "-nolisten", "tcp"], stderr=subprocess.DEVNULL)
    folder = Path(tempfile.mkdtemp())
    try:
        screens = dumps(kiosk, options.tree, options.lang, folder)
        os.environ["DISPLAY"] = display
        time.sleep(1)
        page = folder / "pages.html"
        page.write_text(html_of(screens))
        chromium = ["chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--noerrdialogs",
                    "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
                    "--disable-features=Translate", "--password-store=basic", f"--user-data-dir={folder}/profile", "--window-position=0,0",
                    "--window-size=%d,%d" % SIZE, page.as_uri()]
        clicks = [centre(screen, lead) for screen, lead in zip(screens, TURNS)]
        attract = [kiosk, "--bundle", options.tree]
        ours = Program("the kiosk", attract + ["--lang", options.lang], probe, clicks, attract).measure(options)
        theirs = Program("Chromium", chromium, probe, clicks, chromium).measure(options)
        print(f"{'':24} {'kiosk':>9} {'Chromium':>9} {'ratio':>7}")
        for name, value in ours.items():
            ratio = f"1/{theirs[name] / value:.1f}" if value > 0 else "-"
            print(f"{name:24} {value:9.2f} {theirs[name]:9.2f} {ratio:>7}")
        version = subprocess.run(["chromium", "--version"], capture_output=True, text=True).stdout.strip()
        print(f"{version}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
