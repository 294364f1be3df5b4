"""The program itself on a real display, with keys that come from outside of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from foitrack import assets
from foitrack.desk import requests
from foitrack.desk.desk import create, open_desk
from foitrack.desk.views import DeskError
from tests.ui.conftest import TODAY

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.extended,
    pytest.mark.skipif(bool(MISSING), reason=f"Not installed here: {', '.join(MISSING)}"),
]
PATIENCE = 60.0


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait for something in another process."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"Never happened: {what}"
        time.sleep(0.2)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The surroundings of a program on a display of its own, with nothing remembered."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    own = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_"))}
    folders = {key: str(tmp_path / key) for key in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    yield (
        own
        | folders
        | {
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": "C.UTF-8",
        }
    )
    server.terminate()
    server.wait(10)


class Hands:
    """Keys on that display."""

    def __init__(self, surroundings: dict[str, str]) -> None:
        self._surroundings = surroundings

    def do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self._surroundings,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def window(self, name: str) -> str:
        """The window of that title, once it is there."""
        until(lambda: bool(self.do("search", "--onlyvisible", "--name", name)), name)
        return self.do("search", "--onlyvisible", "--name", name).split()[-1]

    def press(self, *keys: str) -> None:
        for key in keys:
            self.do("key", "--clearmodifiers", key)
            time.sleep(0.4)

    def type(self, words: str) -> None:
        self.do("type", "--delay", "40", words)
        time.sleep(0.6)


@pytest.fixture
def hands(display: dict[str, str], tmp_path: Path) -> Iterator[Hands]:
    """At the program with an empty case file, once its window is there."""
    path = tmp_path / "mine.foitrack"
    create(path, assets.reference()).close()
    program = subprocess.Popen(
        [sys.executable, "-m", "foitrack", "--case-file", str(path), "open"],
        env=display,
        cwd=Path(__file__).parent.parent.parent,
    )
    made = Hands(display)
    made.do("windowfocus", "--sync", made.window("FOI Track"))
    yield made
    program.terminate()
    program.wait(20)


def test_a_request_is_logged_with_keys_alone(hands: Hands, tmp_path: Path) -> None:
    hands.press("ctrl+n")
    time.sleep(1)
    hands.type("Horses")
    hands.press(*["Tab"] * 3, "ctrl+a")
    hands.type("1 March 2023")
    hands.press(*["Tab"] * 4)
    hands.type("staffordshire")
    time.sleep(1)
    hands.press("Return", "ctrl+Return")

    def logged() -> bool:
        desk = open_desk(tmp_path / "mine.foitrack", assets.reference())
        try:
            return bool(requests.meant_by(desk, "Staffordshire Police"))
        except DeskError:
            return False
        finally:
            desk.close()

    until(logged, "the request in the case file")
    desk = open_desk(tmp_path / "mine.foitrack", assets.reference())
    [found] = requests.meant_by(desk, "Staffordshire Police")
    row = requests.detail(desk, found, today=TODAY).row
    desk.close()
    assert row.title == "Horses"
    assert str(row.due_on) == "2023-03-30"
