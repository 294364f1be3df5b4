"""What a page holds and has not saved is kept in the case file, now and then and on leaving."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from foitrack.desk import drafts
from foitrack.errors import PlainError
from ui.workspace import Workspace

REST_MS = 8_000
"""After the last change; until then a program that is killed would lose it."""


class DraftKeeper(QObject):
    """Keeps what `gather` gives, by what it is about; what it gives no more is forgotten."""

    def __init__(
        self, workspace: Workspace, gather: Callable[[], Mapping[str, str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._gather = workspace, gather
        self._kept: dict[str, str] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep)
        workspace.leaving.connect(self.keep)

    def found(self, about: str, value: str) -> None:
        """Take a text as kept already, in an earlier sitting."""
        self._kept[about] = value

    def touched(self) -> None:
        """Something may have changed."""
        if not self._rest.isActive():
            self._rest.start()

    def keep(self) -> None:
        """Keep what has changed since it was kept last, even where the window goes meanwhile."""
        self._rest.stop()
        if self._workspace.desk.case.only_read:
            return
        now = {**dict.fromkeys(self._kept, ""), **self._gather()}
        changed = {about: it for about, it in now.items() if it != self._kept.get(about, "")}
        if not changed:
            return
        desk, before = self._workspace.desk, dict(self._kept)
        self._kept = {about: it for about, it in now.items() if it}

        def failed(problem: Exception) -> None:
            # Where the case file cannot be written that is said elsewhere; it is tried again.
            self._kept = before
            if not isinstance(problem, PlainError):
                self._workspace.tasks.problem.emit(problem)

        self._workspace.tasks.run(
            lambda: drafts.keep(desk, changed), lambda _: None, failed, must=True
        )
