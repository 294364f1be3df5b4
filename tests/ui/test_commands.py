"""The window's two commands, run as a person runs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from foitrack.__main__ import WINDOW_COMMANDS
from foitrack.asked import UsageProblemError
from foitrack.cli import program
from ui.commands import system_libraries
from ui.commands.screenshot import SCREENS, size_asked
from ui.main_window import MainWindow

Here = Callable[..., tuple[int, str]]
PAGES_ALONE = frozenset(
    {"today", "requests", "deadlines", "casedata", "arrivals"}
    | {"reports", "campaign", "authorities", "settings"}
)
"""Screens that are a page with nothing done on it: that each comes up is seen elsewhere too."""
TOO_SOON = {"QT_QPA_PLATFORM": "offscreen"}


def foitrack(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "FOITRACK_CASE_FILE"}
    return subprocess.run(
        [sys.executable, "-m", "foitrack", *words],
        env={**kept, **TOO_SOON, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def case_file(example_file: Path, tmp_path: Path) -> str:
    path = tmp_path / "examples.foitrack"
    shutil.copy(example_file, path)
    return str(path)


@pytest.fixture
def here(capfd: pytest.CaptureFixture[str]) -> Here:
    """Runs a command in this process: to start one takes longer than all the drawing.

    Gives its status and what stands on standard error; on standard output there is nothing.
    """

    def run(*words: str) -> tuple[int, str]:
        capfd.readouterr()
        status = program.main(list(words), more_commands=WINDOW_COMMANDS)
        printed = capfd.readouterr()
        assert printed.out == ""
        return status, without_the_usual(printed.err)

    return run


def said(run: subprocess.CompletedProcess[str]) -> str:
    """What stands on standard error, without what the offscreen platform always says."""
    return without_the_usual(run.stderr)


def without_the_usual(printed: str) -> str:
    lines = printed.splitlines()
    return "\n".join(line for line in lines if not line.startswith("This plugin does not"))


@pytest.mark.extended
def test_open_says_how_soon_it_was_ready(case_file: str) -> None:
    run = foitrack("--case-file", case_file, "open", "--quit-when-ready")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert list(figures) == ["window_ms", "list_ms", "rss_mb"]
    assert 0 < figures["window_ms"] <= figures["list_ms"]
    assert figures["rss_mb"] > 10
    assert said(run) == ""


def test_the_usual_case_file_is_made_where_none_is_named(tmp_path: Path) -> None:
    run = foitrack("open", "--quit-when-ready", XDG_DATA_HOME=str(tmp_path), HOME=str(tmp_path))
    assert run.returncode == 0, run.stderr
    assert list(tmp_path.rglob("requests.foitrack"))


def test_a_case_file_that_is_not_one_is_said_plainly(tmp_path: Path) -> None:
    foreign = tmp_path / "letter.foitrack"
    foreign.write_text("Dear Sir or Madam", "utf-8")
    for path in (tmp_path / "missing.foitrack", foreign):
        run = foitrack("--case-file", str(path), "open")
        assert run.returncode == 2
        assert path.name in run.stderr
        assert len(said(run).splitlines()) == 1
        assert run.stdout == ""
    assert foreign.read_text("utf-8") == "Dear Sir or Madam"
    assert not (tmp_path / "missing.foitrack").exists()


def test_nor_is_a_picture_drawn_of_one(dressed: QApplication, here: Here, tmp_path: Path) -> None:
    foreign = tmp_path / "letter.foitrack"
    foreign.write_text("Dear Sir or Madam", "utf-8")
    for path in (tmp_path / "missing.foitrack", foreign):
        status, said = here(
            "--case-file", str(path), *("screenshot", "--screen", "today", "-o", "x.png")
        )
        assert status == 2
        assert path.name in said
        assert len(said.splitlines()) == 1
    assert foreign.read_text("utf-8") == "Dear Sir or Madam"
    assert not (tmp_path / "missing.foitrack").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--screen", "nowhere"), "There is no screen “nowhere”; there are first-run, today"),
        (("--screen", "today", "--theme", "sepia"), "There is no theme “sepia”"),
        (("--screen", "today", "--size", "big"), "“big” is no size"),
        (("--screen", "today", "--text", "900"), "from 100 to 200"),
        (("--screen", "today", "--as-at", "2023-02-30"), "not a date that exists"),
        (("--screen", "request", "--request", "4711"), "4711"),
    ],
)
def test_what_cannot_be_drawn_is_said_plainly(
    dressed: QApplication,
    here: Here,
    case_file: str,
    tmp_path: Path,
    words: tuple[str, ...],
    says: str,
) -> None:
    picture = tmp_path / "x.png"
    status, said = here("--case-file", case_file, "screenshot", *words, "-o", str(picture))
    assert status == 2
    assert says in said
    assert len(said.splitlines()) == 1
    assert not picture.exists()


def test_a_folder_that_is_not_there_is_said_plainly(case_file: str, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "x.png"
    run = foitrack("--case-file", case_file, "screenshot", "--screen", "today", "-o", str(missing))
    assert run.returncode == 2
    assert "There is no folder" in run.stderr


@pytest.mark.extended
def test_the_same_screen_is_the_same_picture(case_file: str, tmp_path: Path) -> None:
    options = ("--case-file", case_file, "--as-at", "2023-03-28", "screenshot")
    pictures = []
    for number in (1, 2):
        path = tmp_path / f"{number}.png"
        more = ("--screen", "request", "--theme", "dark", "--size", "1024x640", "-o", str(path))
        run = foitrack(*options, *more)
        assert run.returncode == 0, run.stderr
        pictures.append(path.read_bytes())
    assert pictures[0] == pictures[1]
    image = QImage.fromData(pictures[0])
    assert (image.width(), image.height()) == (1024, 640)


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(one, marks=pytest.mark.extended if one in PAGES_ALONE else ())
        for one in SCREENS
        if one != "recording-page"
    ],
)
def test_every_screen_can_be_drawn(
    dressed: QApplication,
    case_file: str,
    tmp_path: Path,
    screen: str,
    here: Here,
) -> None:
    path = tmp_path / f"{screen}.png"
    options = ["--case-file", case_file, "--as-at", "2023-03-28", "screenshot"]
    assert here(*options, "--screen", screen, "-o", str(path)) == (0, "")
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1440, 900)
    colours = {image.pixel(x, y) for x in range(0, 1440, 7) for y in range(0, 900, 7)}
    assert len(colours) > 20
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isinstance(one, MainWindow) for one in QApplication.topLevelWidgets())


@pytest.mark.extended
def test_a_small_dialog_is_drawn_without_a_word(case_file: str, tmp_path: Path) -> None:
    options = ("--case-file", case_file, "--as-at", "2023-03-28", "screenshot")
    run = foitrack(
        *options,
        *("--screen", "new-request", "--size", "1024x640", "-o", str(tmp_path / "small.png")),
    )
    assert run.returncode == 0
    assert run.stderr == ""


@pytest.mark.parametrize("text", ["", "1440", "1440x", "x900", "0x0", "99999x99999", "-1x5", "axb"])
def test_sizes_that_cannot_be(text: str) -> None:
    with pytest.raises(UsageProblemError):
        size_asked(text)


def test_sizes_as_people_write_them() -> None:
    assert size_asked("1440x900") == size_asked("1440X900") == size_asked("1440×900")


def test_missing_libraries_are_named_with_what_brings_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        system_libraries, "_loads", lambda name: name not in ("libEGL.so.1", "libxcb-cursor.so.0")
    )
    with pytest.raises(system_libraries.NoWindowError, match=r"apt-get install libegl1$"):
        system_libraries.check(window=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(system_libraries.NoWindowError, match="libegl1 libxcb-cursor0"):
        system_libraries.check()
    monkeypatch.setattr(system_libraries, "_loads", lambda name: True)
    system_libraries.check()


def test_no_display_is_said_plainly() -> None:
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    run = foitrack("open", **hidden)
    assert run.returncode == 2
    assert "no display" in run.stderr
    measured = foitrack("open", "--quit-when-ready", "--case-file", "/nowhere.foitrack", **hidden)
    assert "There is no file" in measured.stderr or "nowhere" in measured.stderr


def test_the_window_is_not_loaded_for_other_commands() -> None:
    code = (
        "import sys; from foitrack.cli.program import main;"
        "main(['due', '--event', 'received=2023-03-01']);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'ui'))])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.endswith("[]\n")
