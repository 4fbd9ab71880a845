"""Drives Debian's Poedit by keyboard on an X server of its own. Every wait is for something seen, and bounded."""
import os
import subprocess
import time

CONFIG = """translator_name=Test Person
translator_email=test@example.org
check_for_updates=0
use_tm=0
wrap_po_files=0
version=3.2.2
"""


def wait_until(condition, what, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        seen = condition()
        if seen:
            return seen
        time.sleep(0.05)
    raise AssertionError(f'waited {seconds} s for {what}')


def bytes_of(path):
    with open(path, 'rb') as file:
        return file.read()


class Display:
    """An X server whose number the server chooses."""

    def __enter__(self):
        ours, theirs = os.pipe()
        self.server = subprocess.Popen(['Xvfb', '-displayfd', str(theirs), '-screen', '0', '1280x800x24', '-nolisten', 'tcp',
                                        '-noreset'],  # else it begins anew when the last program has closed
                                       pass_fds=[theirs], stderr=subprocess.DEVNULL)
        os.close(theirs)
        with os.fdopen(ours) as number:
            self.name = ':' + number.readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


class Poedit:
    """Poedit with one file open. It has a HOME of its own, with no first-run questions, updates or spelling."""

    def __init__(self, display, home, path):
        self.path, self.home = path, home
        os.makedirs(f'{home}/.config/poedit', exist_ok=True)
        with open(f'{home}/.config/poedit/config', 'w') as config:
            config.write(CONFIG)
        self.environment = {'PATH': os.environ['PATH'], 'HOME': home, 'DISPLAY': display.name, 'LANG': 'C.UTF-8', 'NO_AT_BRIDGE': '1'}

    def __enter__(self):
        with open(f'{self.home}/poedit.log', 'wb') as log:
            self.program = subprocess.Popen(['poedit', self.path], env=self.environment, stdout=log, stderr=log)
        title = f'{os.path.basename(self.path)}.*Poedit'

        def window():
            if self.program.poll() is not None:
                with open(f'{self.home}/poedit.log', encoding='utf8', errors='replace') as log:
                    raise AssertionError('Poedit did not open:\n' + log.read()[-2000:])
            return self.xdotool('search', '--onlyvisible', '--name', title).split()
        self.xdotool('windowfocus', '--sync', wait_until(window, 'the window of Poedit')[-1])
        return self

    def __exit__(self, fault, *_):
        if fault is None:  # it may still be writing, so it is asked to go
            self.xdotool('key', 'ctrl+q')
            wait_until(lambda: self.program.poll() is not None, 'Poedit to close')
        self.program.kill()
        self.program.wait()

    def xdotool(self, *arguments):
        return subprocess.run(['xdotool', *arguments], env=self.environment, capture_output=True, text=True).stdout

    def first_save(self):
        """Poedit writes the file its own way. Until it listens to keys the shortcut is tried again."""
        before = bytes_of(self.path)

        def saved():
            self.xdotool('key', 'ctrl+s')
            return bytes_of(self.path) != before
        wait_until(saved, 'the first save')

    def translate_first(self, text):
        """Replaces the translation of the first unit by keyboard and saves. Its field is the lowest part of the window."""
        wanted = f'msgstr "{text}"\n'.encode()

        def saved():  # whatever of it came too early is done again
            self.xdotool('mousemove', '--sync', '300', '620')
            self.xdotool('click', '1')
            self.xdotool('key', 'ctrl+a')
            self.xdotool('type', text)
            self.xdotool('key', 'ctrl+s')
            try:
                return wait_until(lambda: wanted in bytes_of(self.path), 'this save', 3)
            except AssertionError:
                return False
        wait_until(saved, 'the edit to be saved')
