"""Where the system holds no process to its memory, nor ends it with its parent: look oneself.

For macOS and Windows; Linux does both better, and at once.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

OUT_OF_MEMORY = 77
"""The exit status of a worker that ended itself because of its memory."""
_EVERY = 0.2
"""Seconds between two looks."""


def watch(parent: int, most: int) -> None:
    """From now on, end this process when its parent has ended or it takes more memory."""
    if not sys.platform.startswith("linux"):
        told = (_parent_lives(parent), _taken, most)
        threading.Thread(target=look_until_over, args=told, name="watch", daemon=True).start()


def look_until_over(
    lives: Callable[[], bool],
    taken: Callable[[], int],
    most: int,
    leave: Callable[[int], object] = os._exit,
    wait: Callable[[float], object] = time.sleep,
) -> None:
    """Look until the parent is gone or more than `most` bytes are taken; then `leave`."""
    while lives() and taken() <= most:
        wait(_EVERY)
    leave(OUT_OF_MEMORY if taken() > most else 0)


def _taken() -> int:
    """Bytes of memory of this process; 0 where nobody says."""
    if sys.platform == "win32":
        return _taken_on_windows()
    import resource

    # Bytes on macOS, the most there ever were; a worker that has passed its measure ends anyway.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _parent_lives(parent: int) -> Callable[[], bool]:
    if sys.platform == "win32":
        return _lives_on_windows(parent)
    return lambda: os.getppid() == parent


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SYNCHRONIZE, _STILL_RUNS = 0x00100000, 0x00000102
    _kernel = ctypes.WinDLL("kernel32")

    class _Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def _taken_on_windows() -> int:
        counters = _Counters()
        counters.cb = ctypes.sizeof(counters)
        _kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask = _kernel.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.POINTER(_Counters), wintypes.DWORD)
        ask(_kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return int(counters.PagefileUsage)

    def _lives_on_windows(parent: int) -> Callable[[], bool]:
        _kernel.OpenProcess.restype = wintypes.HANDLE
        _kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        handle = _kernel.OpenProcess(_SYNCHRONIZE, False, parent)
        return lambda: _kernel.WaitForSingleObject(handle, 0) == _STILL_RUNS
