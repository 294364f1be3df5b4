"""Python's cycle collector, kept on the window's thread.

Widgets often stand in reference cycles (a signal and the function that hears it). Left to
itself, Python takes such a cycle apart on whichever thread happens to allocate next, and a
widget that dies on the worker's thread brings the program down. So the automatic collection is
off, and a timer does the same work where the widgets live.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY_MS = 1000


def set_apart() -> None:
    """Leave what is there by now out of all collecting to come: code, above all, that stays.

    Going through it took 150 ms each time, in which the window stood still.
    """
    gc.freeze()


def take_back() -> None:
    """Have everything collected again that is not needed any more: a window went."""
    gc.unfreeze()


class Collector(QObject):
    """Collects what is due, generation by generation, on the thread it was made on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        set_apart()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect the oldest generation whose count has passed its threshold, if any has."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in reversed(range(len(counts))):
            if thresholds[generation] and counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return


def collect_on_this_thread(app: QCoreApplication) -> None:
    """Have the application's thread do all collecting from now on; once an application."""
    if app.findChild(Collector) is None:
        Collector(app)
