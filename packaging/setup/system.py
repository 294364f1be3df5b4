"""Finds what the computer itself lacks before Qt or pip trip over it, and puts it right.

Run by `make run` and `make test` with the system's own Python; standard library only. Where
installing is allowed (root, or sudo without a password) the missing Debian packages are
installed; otherwise the exact command is printed and the status is 1.

With --tests a PostgreSQL server is installed too, for root only: the tests that need one start it
themselves, and are skipped where there is none. With --display, for root only, what the extended
tests need to use the window on a display of their own.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

OLDEST_PYTHON = (3, 11)

# Library that Qt loads -> Debian package that holds it. "window": only for a real display.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
QT_WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def missing_packages() -> list[str]:
    """The Debian packages that would bring what is not here."""
    wanted = []
    if importlib.util.find_spec("ensurepip") is None:
        wanted.append("python3-venv")
    libraries = {**QT_LIBRARIES, **QT_WINDOW_LIBRARIES} if sys.platform == "linux" else {}
    wanted += [package for library, package in libraries.items() if not _loads(library)]
    return wanted


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def installer() -> list[str] | None:
    """How to run apt-get here without asking anybody, or None where that is not possible."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and _quiet(["sudo", "-n", "true"]):
        return ["sudo", "-n", "apt-get"]
    return None


def _quiet(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def install(apt: list[str], packages: list[str]) -> bool:
    """Install packages, refreshing the package list first; True when all went well."""
    print(f"Installing what is needed here: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = subprocess.run([*apt, "update", "-qq"], check=False, env=environment)
    if update.returncode != 0:
        return False
    done = subprocess.run(
        [*apt, "install", "-y", "-qq", "--no-install-recommends", *packages],
        check=False,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    return done.returncode == 0


def has_postgresql() -> bool:
    """Whether a PostgreSQL server is installed, as the tests look for it."""
    debian = pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres")
    return any(debian) or shutil.which("postgres") is not None


def install_postgresql() -> None:
    """Install Debian's PostgreSQL where that may be done; where not, say what is left out."""
    if has_postgresql():
        return
    may = shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0
    if not (may and install(["apt-get"], ["postgresql"]) and has_postgresql()):
        print("Without PostgreSQL (Debian: postgresql) the tests on a server are skipped.")


def install_display() -> None:
    """Install a display without a screen and keys for it, where that may be done."""
    tools = {"Xvfb": "xvfb", "xdotool": "xdotool"}
    missing = [package for tool, package in tools.items() if shutil.which(tool) is None]
    if not missing:
        return
    may = shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0
    if not (may and install(["apt-get"], missing)):
        print(f"Without {' and '.join(missing)} the test on a real display is skipped.")


def main() -> int:
    """Check and, where allowed, install; 0 when everything is there afterwards."""
    if "--tests" in sys.argv[1:]:
        install_postgresql()
    if "--display" in sys.argv[1:]:
        install_display()
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        print(f"FOI Track needs Python 3.11 or newer; this is Python {found}.", file=sys.stderr)
        print("Name another one like this: make run PYTHON=python3.12", file=sys.stderr)
        return 1
    packages = missing_packages()
    if not packages:
        return 0
    apt = installer()
    if apt and install(apt, packages):
        return 0
    print("Some system packages are missing. Install them with:", file=sys.stderr)
    print(f"  sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    print("On other systems, install the packages that hold the same libraries.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
