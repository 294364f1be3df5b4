"""Finds what Qt would miss on this computer before Qt does: it would end with a riddle."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

from foitrack.errors import PlainError

PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_PACKAGES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Wanted for a window on an X display; Debian's and Ubuntu's names."""


class NoWindowError(PlainError):
    """The window cannot be shown on this computer as it is now."""


def check(*, window: bool = True) -> None:
    """Raise NoWindowError, naming what to install, where Qt could not start here.

    Without `window` only what drawing into a picture needs is looked for.
    """
    if find_spec("PySide6") is None:
        raise NoWindowError(
            "The window needs PySide6, which is not installed: pip install PySide6-Essentials."
        )
    if sys.platform != "linux":
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    shows_on_x = window and platform in ("", "xcb") and not os.environ.get("WAYLAND_DISPLAY")
    if shows_on_x and no_display():
        raise NoWindowError(
            "There is no display to open the window on. The commands work without one "
            "(foitrack --help), and “foitrack screenshot” draws a screen into a file."
        )
    wanted = {**PACKAGES, **(WINDOW_PACKAGES if shows_on_x else {})}
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if missing:
        raise NoWindowError(
            "This computer lacks libraries that the window needs. On Debian or Ubuntu install "
            f"them with: sudo apt-get install {' '.join(missing)}"
        )


def no_display() -> bool:
    """Whether Linux has neither a display nor a platform of Qt's named that needs none."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in named)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def process_age_ms() -> float | None:
    """Milliseconds since this process was started, where the system tells (Linux)."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        uptime = float(Path("/proc/uptime").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return (uptime - int(fields[19]) / os.sysconf("SC_CLK_TCK")) * 1000


def memory_mb() -> float:
    """The memory this process holds now, in MB."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, ValueError, IndexError):
        return 0.0
