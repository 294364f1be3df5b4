"""Work off the window's thread: in order within a lane, results handed back to the window.

The desk may be called from any thread; one worker keeps what a person did in the order in
which they did it, and the window free. What may take long and waits for nobody (reading a
document, drawing its pages) has a lane of its own beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from foitrack.progress import Progress

T = TypeVar("T")
PROGRESS_AFTER_MS = 600
DESK, READING, PICTURES, LONG = "desk", "reading", "pictures", "long"
"""The lanes: each has one thread, and does its work in the order in which it was asked for."""
SWITCH_S = 0.001
"""Each call into Qt may hand the interpreter to a lane; at Python's own 5 ms a page that comes up
meanwhile would wait that long over and over.
"""


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of work asked for, and who wants its result."""

    number: int
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    label: str
    must: bool
    progress: Progress | None
    topic: object


_PASSED_OVER = object()


class Tasks(QObject):
    """Runs work on threads beside the window's; results come back on the window's thread."""

    busy = Signal(str)
    """Work has taken longer than 600 ms: what is being done, in words (may be empty)."""
    calm = Signal()
    """Nothing is running or waiting any more."""
    problem = Signal(object)
    """Work failed and nobody had said what to do then: the exception."""
    lasting = Signal(str, object)
    """Work that can be stopped has taken longer than 600 ms: its label and its `Progress`."""
    over = Signal(object)
    """Such work has ended: its `Progress`."""
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SWITCH_S)
        self._workers: dict[str, ThreadPoolExecutor] = {}
        self._open: dict[int, _Job] = {}
        self._newest: dict[object, int] = {}
        self._told: set[int] = set()
        """The jobs of which it was told that they last."""
        self._last = 0
        self._closed = False
        self._progress = QTimer(self)
        self._progress.setSingleShot(True)
        self._progress.setInterval(PROGRESS_AFTER_MS)
        self._progress.timeout.connect(self._say_busy)
        # Emitted on the worker's thread, received on this one: Qt queues it.
        self._finished.connect(self._finish)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
        lane: str = DESK,
        *,
        must: bool = False,
        progress: Progress | None = None,
        topic: object = None,
    ) -> None:
        """Do `work` on a lane's thread, then call `done` with its result on this one.

        Where work raises, `failed` gets the exception; without it `problem` tells the window.
        A result for a widget that is gone by then is dropped. `label` says in words what takes
        long ("Reading the response"). Work of one lane waits for nothing in another. What `must`
        be done (a person has written something) is done too where the window goes meanwhile.
        With `progress`, which the work tells and heeds, a person may stop it; closing does too.
        Of what is asked on one `topic` only the newest is done and handed back, except what has
        begun.
        """
        if self._closed:
            return
        self._last += 1
        job = _Job(self._last, work, done, failed, label, must, progress, topic)
        self._open[job.number] = job
        if topic is not None:
            self._newest[topic] = job.number
        if progress is not None:
            QTimer.singleShot(PROGRESS_AFTER_MS, self, lambda: self._say_lasting(job))
        if not self._progress.isActive():
            self._progress.start()
        self._worker(lane).submit(self._work, job)

    def lasting_now(self) -> list[tuple[str, Progress]]:
        """What was told of by `lasting` and has not ended, for whoever listens only now."""
        told = (self._open[number] for number in sorted(self._told & self._open.keys()))
        return [(job.label, job.progress) for job in told if job.progress is not None]

    def idle(self) -> bool:
        """Whether nothing is running, waiting, or still to be handed back."""
        return not self._open

    def close(self) -> None:
        """Finish what is running or must be done, drop the rest; nothing is handed back."""
        self.stop()
        self.wait()

    def stop(self) -> None:
        """Begin nothing more and hand nothing back any more."""
        self._closed = True
        self._progress.stop()
        for job in self._open.values():
            if job.progress is not None:
                job.progress.stop()
        self._open.clear()

    def wait(self) -> None:
        """Once stopped: wait for what is running and what must be done, on any thread."""
        for worker in self._workers.values():
            # What was asked for without need is passed over in `_work`.
            worker.shutdown(wait=True)

    def _worker(self, lane: str) -> ThreadPoolExecutor:
        if lane not in self._workers:
            self._workers[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane)
        return self._workers[lane]

    def _work(self, job: _Job) -> None:
        if self._closed and not job.must:
            return
        result: Any = _PASSED_OVER
        error: Exception | None = None
        try:
            if job.topic is None or self._newest[job.topic] == job.number:
                result = job.work()
        except Exception as problem:
            error = problem
        if not self._closed:
            self._finished.emit(job, result, error)

    def _finish(self, job: _Job, result: Any, error: Exception | None) -> None:
        if self._closed:
            return
        try:
            self._hand_back(job, result, error)
        finally:
            self._open.pop(job.number, None)
            self._told.discard(job.number)
            if job.progress is not None:
                self.over.emit(job.progress)
            if not self._open:
                self._progress.stop()
                self.calm.emit()

    def _hand_back(self, job: _Job, result: Any, error: Exception | None) -> None:
        if result is _PASSED_OVER and error is None:
            return
        receiver = job.done if error is None else job.failed
        if receiver is not None and gone(receiver):
            return
        if error is None:
            job.done(result)
        elif job.failed is not None:
            job.failed(error)
        else:
            self.problem.emit(error)

    def _say_lasting(self, job: _Job) -> None:
        if job.number in self._open:
            self._told.add(job.number)
            self.lasting.emit(job.label, job.progress)

    def _say_busy(self) -> None:
        if self._open:
            self.busy.emit(next(iter(self._open.values())).label)


def gone(receiver: Callable[..., None]) -> bool:
    """Whether the widget whose method this is has been deleted meanwhile."""
    owner = getattr(receiver, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)


def show_as_bug(problem: Exception) -> None:
    """Treat an exception that is no message for a person like any other bug."""
    sys.excepthook(type(problem), problem, problem.__traceback__)
