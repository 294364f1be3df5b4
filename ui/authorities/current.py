"""What is known of the authority of the current line, read once the keyboard rests on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from foitrack.desk.views.authority import AuthorityRecord
from ui.authorities.loading import record
from ui.workspace import Workspace

PAUSE_MS = 60
"""Of rest on a line before what is known of it is read."""


class Current(QObject):
    """A deed asked for meanwhile is done once it is known what to do it to."""

    shown = Signal(object)
    """An `AuthorityRecord`, or None where there is no line, or it was taken away meanwhile."""

    def __init__(
        self, workspace: Workspace, name: Callable[[], str | None], parent: QObject
    ) -> None:
        """`name` tells the authority of the current line."""
        super().__init__(parent)
        self._workspace, self._name = workspace, name
        self._then: Callable[[], object] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self.read)

    def moved(self) -> None:
        """Another line is current: what was asked of the one before is not done any more."""
        self._then = None
        self._rest.start()

    def do(self, deed: Callable[[], object]) -> None:
        """Do something to the current authority: now, or once it has been read."""
        if self._rest.isActive():
            self._then = deed
        else:
            deed()

    def read(self) -> None:
        """Read what is known of it."""
        name = self._name()
        if name is None:
            self._show(None)
            return
        desk, today = self._workspace.desk, self._workspace.today

        def take(found: AuthorityRecord | None) -> None:
            if name == self._name():
                self._show(found)

        self._workspace.read(lambda: record(desk, name, today=today), take)

    def _show(self, found: AuthorityRecord | None) -> None:
        self.shown.emit(found)
        then, self._then = self._then, None
        if then is not None:
            then()
