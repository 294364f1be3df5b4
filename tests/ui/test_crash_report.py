"""After a bug: the report whole, without a secret, to be copied or saved; nothing else is done."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from foitrack import log
from foitrack.casefile.storage import CaseFileError, open_case_file
from foitrack.crash_files import CrashFile, crash_of_before
from ui.crash_report import BugWatch, CrashDialog, report_of

SECRET = "Ann Source"
PATH = Path("/home/ann/Ann Source.foitrack")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the hooks before ours were given."""
    found: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: found.append(args[1]))
    monkeypatch.setattr(threading, "excepthook", lambda args: found.append(args.exc_value))
    return found


@pytest.fixture
def watch(dressed: QApplication, heard: list[object], tmp_path: Path) -> Iterator[BugWatch]:
    log.start(tmp_path)
    made = BugWatch(dressed)
    made.begin()
    yield made
    made.end()
    log.stop()
    for dialog in dialogs():
        dialog.close()


def dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]


def fail() -> None:
    open_case_file(PATH)


def test_a_bug_in_the_window_is_told_without_a_secret(
    watch: BugWatch, heard: list[object], qtbot: QtBot, tmp_path: Path
) -> None:
    try:
        fail()
    except CaseFileError as problem:
        sys.excepthook(type(problem), problem, problem.__traceback__)
    [dialog] = dialogs()
    report = dialog.text.toPlainText()
    assert "foitrack.casefile.troubles.NoCaseFileError" in report
    assert "foitrack.casefile.storage:" in report
    logged = (tmp_path / log.FILE).read_text("ascii")
    for text in (report, logged):
        assert SECRET not in text
        assert "/home" not in text
    assert SECRET in str(heard[0])
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "sent nowhere" in said
    assert "What had been saved is there" in said


def test_a_bug_on_another_thread_is_told_on_this_one(
    watch: BugWatch, heard: list[object], qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert SECRET not in dialogs()[0].text.toPlainText()
    assert len(heard) == 1


def test_a_bug_that_repeats_itself_is_told_once(watch: BugWatch, qtbot: QtBot) -> None:
    for _ in range(5):
        problem = ValueError(SECRET)
        sys.excepthook(ValueError, problem, None)
    [dialog] = dialogs()
    dialog.leave.click()
    qtbot.waitUntil(lambda: dialogs() == [])
    sys.excepthook(ValueError, ValueError(SECRET), None)
    assert len(dialogs()) == 1


def test_leaving_the_program_is_no_bug(watch: BugWatch, heard: list[object]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs() == []
    assert len(heard) == 1


def test_the_hooks_go_back(dressed: QApplication, heard: list[object]) -> None:
    before = sys.excepthook, threading.excepthook
    watch = BugWatch(dressed)
    watch.begin()
    watch.end()
    assert (sys.excepthook, threading.excepthook) == before


def test_it_is_copied_or_saved(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = CrashDialog(report_of(("ValueError",)))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    target = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.save.click()
    assert target.read_text("utf-8") == report_of(("ValueError",))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    dialog.save.click()
    assert dialog.save.text().startswith("Not saved")
    for widget in (dialog.text, dialog.copy, dialog.save, dialog.leave):
        assert widget.accessibleName() or widget.text()
    assert dialog.text.tabChangesFocus()


CRASH = """
import sys, pathlib
from foitrack.crash_files import CrashFile
import foitrack.assets, faulthandler
own = CrashFile(pathlib.Path(sys.argv[1]))
own.begin()
if sys.argv[2] == "crash":
    faulthandler._sigsegv()
if sys.argv[2] == "killed":
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
own.end()
"""


def run(place: Path, how: str) -> int:
    code = [sys.executable, "-c", CRASH, str(place), how]
    return subprocess.run(code, capture_output=True, check=False, timeout=60).returncode


@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
def test_a_crash_outside_python_is_told_at_the_next_start_and_once(tmp_path: Path) -> None:
    place = tmp_path / "logs"
    assert run(place, "in order") == 0
    assert list(place.iterdir()) == []
    assert run(place, "crash") == -signal.SIGSEGV
    [left] = place.iterdir()
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    told = crash_of_before(place)
    assert told[:2] == ("Segmentation fault", "current thread")
    assert str(tmp_path) not in "\n".join(told)
    assert crash_of_before(place) == ()
    assert list(place.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX")
def test_being_ended_by_somebody_is_no_crash(tmp_path: Path) -> None:
    assert run(tmp_path, "killed") == -signal.SIGKILL
    assert crash_of_before(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_a_run_that_goes_on_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / f"crash-{os.getppid()}.txt").write_text("Fatal Python error: Aborted\n")
    (tmp_path / "letter.txt").write_text("Fatal Python error: Aborted\n")
    assert crash_of_before(tmp_path) == ()
    assert len(list(tmp_path.iterdir())) == 2


def test_without_a_folder_nothing_is_written_down(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    own = CrashFile(tmp_path / "file")
    own.begin()
    own.end()
    assert crash_of_before(tmp_path / "file") == ()


def test_the_window_logs_its_run_and_offers_the_crash_before(
    dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.commands.watched import watched

    monkeypatch.setattr("foitrack.log.folder", lambda: tmp_path)
    # The test runner has it in use for itself.
    monkeypatch.setattr(
        "foitrack.crash_files.faulthandler", SimpleNamespace(enable=id, disable=int)
    )
    assert run(tmp_path, "crash") != 0
    hooks = sys.excepthook
    with watched(dressed) as watch:
        watch.tell_of_before()
        [dialog] = dialogs()
        assert "Segmentation fault" in dialog.text.toPlainText()
        dialog.close()
    assert sys.excepthook is hooks
    lines = (tmp_path / log.FILE).read_text("ascii").splitlines()
    assert [line.split(" ", 3)[3] for line in lines] == [
        "the window was opened",
        "the program had ended by a crash",
        "the window was closed",
    ]
    assert [path.name for path in tmp_path.iterdir()] == [log.FILE]
