"""Long work with a bar: the window waits behind it, and the work can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from foitrack.progress import Progress
from ui.requests.dialog_frame import DialogFrame
from ui.tasks import PROGRESS_AFTER_MS, Tasks
from ui.widgets.labels import words

Work = Callable[[Progress], Any]
LOOK_MS = 80


class LongWork(DialogFrame):
    """Runs one piece of work on a thread of its own; comes up where that takes longer than a
    moment, and goes when it has ended.
    """

    finished_with = Signal(object)
    """What the work came to."""
    failed_with = Signal(object)
    """The exception that ended it; a `CancelledError` where a person stopped it."""

    def __init__(self, title: str, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(title, "", parent, width=440)
        self.setObjectName("longWork")
        self._work = work
        self._tasks = Tasks(self)
        self.progress = Progress()
        self.told = words(self.tr("Beginning…"), wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.told)
        self.body.addWidget(self.bar)
        self.accept_button.hide()
        self._close.hide()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._show_told)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._come_up)

    def begin(self, *, at_once: bool = False) -> None:
        """Have the work begin; `at_once` where nothing else can be done meanwhile."""
        if at_once:
            self._come_up()
        else:
            self._late.start(PROGRESS_AFTER_MS)
        self._tasks.run(lambda: self._work(self.progress), self._done, self._failed)

    def accept(self) -> None:
        """There is nothing to agree to."""

    def reject(self) -> None:
        """Stop the work, where that leaves all as it was; this goes once it has stopped."""
        if self.progress.stop():
            self.cancel.setEnabled(False)
            self.told.setText(self.tr("Stopping…"))

    def _come_up(self) -> None:
        self._show_told()
        self.open()
        self._look.start()

    def _show_told(self) -> None:
        told = self.progress.told
        if not self.progress.stopping:
            said = self.tr("{0}…").format(self.tr(told.words)) if told.words else ""
            self.told.setText(said or self.tr("Beginning…"))
            self.cancel.setEnabled(told.can_stop)
        self.bar.setRange(0, 0 if told.part is None else 1000)
        self.bar.setValue(round((told.part or 0) * 1000))

    def _done(self, result: object) -> None:
        self._end()
        self.finished_with.emit(result)

    def _failed(self, problem: Exception) -> None:
        self._end()
        self.failed_with.emit(problem)

    def _end(self) -> None:
        self._late.stop()
        self._look.stop()
        self._tasks.close()
        self.done(int(self.DialogCode.Accepted))
        self.deleteLater()
