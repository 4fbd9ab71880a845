"""A kiosk in a window under systemd's eyes, both held by a test: an X server of its own, and a NOTIFY_SOCKET that
collects what the kiosk says of itself."""
import os
import select
import signal
import socket
import subprocess
import tempfile
import time

PATIENCE_S = 60


class XServer:
    def __enter__(self):
        read, write = os.pipe()
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                        pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display = ":" + number.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def run(self, *command):
        return subprocess.run(command, env={**os.environ, "DISPLAY": self.display}, check=True, capture_output=True).stdout

    def click(self, x, y):
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def colour(self, x, y):
        """Of one pixel of what the screen shows, as #RRGGBB."""
        text = self.run("import", "-silent", "-window", "root", "-crop", f"1x1+{x}+{y}", "txt:-").decode()
        return text.split("#")[2][:6] if text.count("#") > 1 else ""


class Watched:
    """The kiosk with a watchdog of this many seconds; 0: none."""

    def __init__(self, command, display, watchdog_s=1):
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(path)
        self.log_path = os.path.join(self.folder.name, "log")
        environment = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION")}
        environment |= {"DISPLAY": display, "SDL_VIDEODRIVER": "x11", "NOTIFY_SOCKET": path, "WATCHDOG_PID": "1"}
        if watchdog_s:
            environment["WATCHDOG_USEC"] = str(int(watchdog_s * 1_000_000))
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=open(self.log_path, "w"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.socket.close()
        self.folder.cleanup()

    def log(self):
        with open(self.log_path) as log:
            return log.read()

    def hear(self, timeout_s):
        """The next message, or None when none comes for so long."""
        if not select.select([self.socket], [], [], timeout_s)[0]:
            return None
        return self.socket.recv(4096).decode()

    def drain(self):
        while self.hear(0):
            pass

    def expect(self, wanted):
        """Waits for a message that is or begins with this."""
        end = time.monotonic() + PATIENCE_S
        heard = []
        while time.monotonic() < end:
            message = self.hear(1)
            if message and message.startswith(wanted):
                return message
            if message:
                heard.append(message)
            assert self.process.poll() is None, f"the kiosk ended with {self.process.returncode}: {self.log()}"
        raise AssertionError(f"expected '{wanted}', heard {heard[-10:]}\n{self.log()}")

    def turns(self, number):
        """Waits until the main loop has gone round so often."""
        for _ in range(number):
            self.expect("WATCHDOG=1")

    def ends(self, with_signal=signal.SIGTERM):
        self.process.send_signal(with_signal)
        return self.process.wait(PATIENCE_S)
