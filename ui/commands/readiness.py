"""How soon the window and its first list stand, and waiting until nothing moves any more."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.commands.system_libraries import memory_mb, process_age_ms

if TYPE_CHECKING:
    from foitrack.desk.desk import Desk
    from ui.session import Session
    from ui.tasks import Tasks

QUIET_TURNS = 3


class _Painted(QObject):
    """Notes when a window is painted for the first time."""

    def __init__(self, begun: float) -> None:
        super().__init__()
        self._begun = begun
        self.at_ms: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at_ms is None:
            self.at_ms = age_ms(self._begun)
        return False


def measure(
    app: QApplication, session: Session, desk: Desk, place: str, begun: float
) -> dict[str, float]:
    """Show the list of requests and tell after how many ms the window and the list stood."""
    painted = _Painted(begun)
    window = session.show(desk, place, "requests")
    window.installEventFilter(painted)
    settle(app, window.workspace.tasks)
    window.repaint()
    return {
        "window_ms": round(painted.at_ms if painted.at_ms is not None else age_ms(begun), 1),
        "list_ms": round(age_ms(begun), 1),
        "rss_mb": round(memory_mb(), 1),
    }


def age_ms(begun: float) -> float:
    """Milliseconds since the process was started; since `begun` where nobody knows."""
    known = process_age_ms()
    return known if known is not None else (time.perf_counter() - begun) * 1000


def settle(app: QApplication, tasks: Tasks) -> None:
    """Run the event loop until no work is left and nothing more comes of it."""
    quiet = 0
    while quiet < QUIET_TURNS:
        if not tasks.idle():
            loop = QEventLoop()
            tasks.calm.connect(loop.quit)
            loop.exec()
            quiet = 0
        app.sendPostedEvents()
        app.processEvents()
        quiet = quiet + 1 if tasks.idle() else 0


def grab_ready(app: QApplication, tasks: Tasks, widget: QWidget) -> None:
    """Have a widget laid out and painted in full."""
    settle(app, tasks)
    widget.repaint()
