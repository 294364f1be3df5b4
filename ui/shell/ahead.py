"""The pages' modules, imported before anybody asks for a page: a little at a time.

Else the first opening of a page that has many of them holds the window still while they load.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.collecting import set_apart
from ui.shell.pages import PAGES
from ui.tasks import READING
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.main_window import MainWindow

AFTER_MS = 1_000
"""When the window has come up and shown what it has to show."""
_BETWEEN_MS = 25
_DESK = ("schemas", "batches", "reviews", "casedata", "reports", "web_pages", "searching")
"""What the pages ask of the desk: loaded on another thread, since none of it is Qt's."""
_FIRST = "recording"
"""The page with the most modules, which a person opens with a file in the hand."""
AHEAD = (
    *("requests", "recording", "casedata", "schema", "campaign", "authorities"),
    *("settings", "help"),
)
"""Pages with many widgets that ask nothing of the desk until they are seen, most used first."""


class Ahead(QObject):
    """Imports one module a turn of the event loop, so that the window answers meanwhile; then the
    pages are made, a part a turn, so that none of them takes long to come up. A reader is started
    last, for the first document.
    """

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._steps = self._all()
        self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN_MS)
        self._timer.timeout.connect(self._take_one)

    def begin(self, after_ms: int = AFTER_MS) -> None:
        """Begin when the window has had time to come up."""
        QTimer.singleShot(after_ms, self, self._load_desk)

    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self._over

    def _all(self) -> Iterator[None]:
        for module in modules_of_pages():
            importlib.import_module(module)
            yield
        for page in AHEAD:
            yield from self._window.pages.ahead(page)
        set_apart()

    def _load_desk(self) -> None:
        self._workspace.tasks.run(_import_desk, self._go_on, self._go_on, lane=READING)

    def _go_on(self, _: object) -> None:
        self._timer.start()

    def _take_one(self) -> None:
        for _ in self._steps:
            return
        self._over = True
        self._timer.stop()
        self._workspace.readings.make_ready()


def _import_desk() -> None:
    for name in _DESK:
        importlib.import_module(f"foitrack.desk.{name}")


def modules_of_pages() -> Iterator[str]:
    """The modules of the pages' packages, in the order in which they are worth having."""
    pages = sorted(PAGES, key=lambda page: page.name != _FIRST)
    packages = [page.module.rpartition(".")[0] for page in pages]
    for package in (*packages, "ui.palette"):
        inside = importlib.util.find_spec(package)
        places = inside.submodule_search_locations if inside is not None else None
        yield from (f"{package}.{one.name}" for one in pkgutil.iter_modules(places or []))
