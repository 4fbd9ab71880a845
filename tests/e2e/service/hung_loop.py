"""Stops one thread alone, as a loop that hangs: the other threads go on. ptrace, as a debugger does it."""
import ctypes
import os

_libc = ctypes.CDLL(None, use_errno=True)
_SEIZE, _INTERRUPT, _DETACH = 0x4206, 0x4207, 17


def _ptrace(request, thread):
    if _libc.ptrace(request, thread, None, None) != 0:
        raise OSError(ctypes.get_errno(), "ptrace")


class Hung:
    def __init__(self, thread):
        self.thread = thread

    def __enter__(self):
        _ptrace(_SEIZE, self.thread)
        _ptrace(_INTERRUPT, self.thread)
        os.waitpid(self.thread, 0x40000000)  # __WALL
        return self

    def __exit__(self, *_):
        _ptrace(_DETACH, self.thread)
