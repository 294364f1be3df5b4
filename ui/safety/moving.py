"""Work goes on in a copy of the case file: off a synchronised folder, or off a disk that is gone.

The window stays as it is, with every open form and what was typed in it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QPushButton, QVBoxLayout, QWidget

from foitrack.asked import usual_case_file
from foitrack.desk import moving
from foitrack.progress import Progress
from ui.safety.closed_work import open_again
from ui.safety.long_work import LongWork
from ui.team.words import is_server

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.main_window import MainWindow

Copying = Callable[["Desk", Path, Progress], moving.Moved]
CASE_FILES = "FOI Track (*.foitrack)"
OFFER = "saveElsewhere"


def _tr(text: str) -> str:
    return QCoreApplication.translate("moving", text)


def keep_local(window: MainWindow) -> None:
    """Ask where on this computer the copy shall be, and go on there."""
    usual = usual_case_file().parent
    proposed = moving.local_name(Path(window.place), usual)
    usual.mkdir(parents=True, exist_ok=True)
    target = _place(window, _tr("Keep a local copy"), proposed)
    if target is not None:
        go_on_at(window, window, target, moving.keep_local, _tr("Making a local copy"))


def save_elsewhere(window: MainWindow, over: QWidget) -> None:
    """Ask where a copy of what is open shall be, and go on there; dialogs come `over` a widget."""
    proposed = Path.home() / Path(window.place).name
    target = _place(over, _tr("Save a copy elsewhere"), proposed)
    if target is not None:
        go_on_at(window, over, target, moving.save_elsewhere, _tr("Saving a copy"))


def _place(over: QWidget, title: str, proposed: Path) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(over, title, str(proposed), CASE_FILES)
    return Path(chosen).with_suffix(Path(chosen).suffix or ".foitrack") if chosen else None


def go_on_at(window: MainWindow, over: QWidget, target: Path, copying: Copying, title: str) -> None:
    """Make the copy, and have the window work at it."""
    desk = window.workspace.desk

    def work(progress: Progress) -> tuple[Desk, moving.Moved]:
        moved = copying(desk, target, progress)
        return open_again(moved.path), moved

    def failed(problem: Exception) -> None:
        fail = getattr(over, "fail", window.say_problem)
        fail(problem)

    def begin(_: object) -> None:
        dialog = LongWork(title, work, over)
        dialog.finished_with.connect(lambda done: window.moved.emit(*done))
        dialog.failed_with.connect(failed)
        dialog.begin()

    # What the person did before is kept first.
    window.workspace.read(lambda: None, begin)


def offer_elsewhere(dialog: QDialog, body: QVBoxLayout) -> None:
    """In a form that could not be saved since the case file is gone, offer a copy elsewhere."""
    window = _window_of(dialog)
    if window is None or is_server(window.place) or dialog.findChild(QPushButton, OFFER):
        return
    button = QPushButton(_tr("Save a copy of the case file elsewhere…"), dialog)
    button.setObjectName(OFFER)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: save_elsewhere(window, dialog))
    window.moved.connect(button.hide)
    body.addWidget(button)
    button.setFocus()


def _window_of(widget: QObject | None) -> MainWindow | None:
    while widget is not None and not isinstance(widget, QMainWindow):
        widget = widget.parent()
    return widget  # type: ignore[return-value]
