"""The kiosk as systemd's service: what it says, a loop that hangs, and a configuration that changes under it.
    service_test.py KIOSK TREES"""
import json
import os
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from hung_loop import Hung
from watched import Watched, XServer

kiosk, trees = sys.argv[1:3]
work = tempfile.TemporaryDirectory()
config = os.path.join(work.name, "kiosk.yaml")


def configure(text):
    with open(config + ".new", "w") as file:
        file.write(text)
    os.rename(config + ".new", config)


def threads(pid):
    return sorted(int(name) for name in os.listdir(f"/proc/{pid}/task"))


def state(pid, thread):
    with open(f"/proc/{pid}/task/{thread}/stat") as stat:
        return stat.read().rpartition(")")[2].split()[0]


def it_is_ready_with_the_first_frame_and_stops_in_order(x):
    with Watched([kiosk, "--bundle", f"{trees}/vasteras"], x.display) as watched:
        first = watched.hear(60)
        assert first == "READY=1", first
        assert x.colour(640, 5) != "000000", "nothing is on the screen"
        watched.expect("STATUS=showing content")
        watched.turns(3)
        watched.process.send_signal(signal.SIGTERM)
        watched.expect("STOPPING=1")
        assert watched.process.wait(60) == 0


def a_hung_main_loop_gives_no_sign_of_life(x):
    with Watched([kiosk, "--bundle", f"{trees}/vasteras"], x.display) as watched:
        pid = watched.process.pid
        watched.turns(2)
        with Hung(pid):
            others = [thread for thread in threads(pid) if thread != pid]
            assert others and all(state(pid, thread) not in "tT" for thread in others), "only the loop hangs"
            watched.drain()
            # RELIABILITY goal 14: within a second, which is the watchdog's own time here.
            assert watched.hear(2) is None, "a sign of life from a loop that hangs"
        watched.turns(2)
        os.kill(pid, signal.SIGSTOP)
        watched.drain()
        assert watched.hear(2) is None
        os.kill(pid, signal.SIGCONT)
        watched.turns(1)


def themed(name):
    return f"content: {{tree: {trees}/vasteras}}\nreading: {{theme: {name}}}\n"


def place_of(element, *options):
    """The middle of a control, as the kiosk tells it of the same screen drawn without a window."""
    dump = subprocess.run([kiosk, "--bundle", f"{trees}/vasteras", "--size", "1280x800", "--dump-screen", "-", *options], check=True, capture_output=True)
    x, y, w, h = next(e["rect_px"] for e in json.loads(dump.stdout)["elements"] if e["id"] == element)
    return x + w // 2, y + h // 2


def until(watched, question, what):
    for _ in range(240):
        if question():
            return
        watched.turns(1)
    raise AssertionError(f"{what}\n{watched.log()}")


def a_changed_configuration_is_taken_up_between_sessions_and_a_broken_one_is_not(x):
    configure(themed("light"))
    corner = (1277, 400)  # the ground at the screen's edge
    with Watched([kiosk, "--config", config], x.display) as watched:
        watched.expect("READY=1")
        light = x.colour(*corner)
        configure(themed("dark"))
        until(watched, lambda: x.colour(*corner) not in (light, "000000", ""), "the dark theme did not come")
        dark = x.colour(*corner)

        configure(themed("lihgt"))
        until(watched, lambda: "goes on with the one before" in watched.log(), "the broken file is not named in the log")
        assert f"{config}:" in watched.log() and ": error: " in watched.log(), watched.log()
        watched.turns(4)
        assert x.colour(*corner) == dark, "a broken configuration was taken up"

        # A resident comes; the file changes; nothing happens until the resident has finished.
        x.click(*place_of("lang:ar"))
        settled = x.colour(*corner)
        configure(themed("light"))
        watched.turns(6)
        assert settled == dark and x.colour(*corner) == dark, "the configuration was taken up during a session"
        x.click(*place_of("done", "--lang", "ar"))
        until(watched, lambda: x.colour(*corner) == light, "the light theme did not come back")
        assert watched.process.poll() is None


def without_content_it_says_so_and_comes_up_when_the_configuration_is_mended(x):
    configure("content: {tree: /nowhere}\n")
    with Watched([kiosk, "--config", config], x.display) as watched:
        watched.expect("READY=1")
        watched.expect("STATUS=out of service")
        watched.turns(2)
        configure(themed("light"))
        watched.expect("STATUS=showing content")


with XServer() as server:
    for test in (it_is_ready_with_the_first_frame_and_stops_in_order, a_hung_main_loop_gives_no_sign_of_life,
                 a_changed_configuration_is_taken_up_between_sessions_and_a_broken_one_is_not,
                 without_content_it_says_so_and_comes_up_when_the_configuration_is_mended):
        test(server)
        print("ok", test.__name__.replace("_", " "))
