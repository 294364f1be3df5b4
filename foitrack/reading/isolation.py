"""Received documents are read in processes of their own, under limits.

Whatever a document does to its reader, it does to one worker process, and to itself alone: the
person is told, the worker is replaced, and the next document is read. What a worker answers is
not trusted either; see `foitrack.reading.worker.plain`.
"""

from __future__ import annotations

import atexit
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from foitrack.reading.worker.lane import Lane
from foitrack.reading.worker.limits import Limits, cores
from foitrack.reading.worker.pending import WORTH_ANOTHER, Pending, ReadingCancelledError
from foitrack.reading.worker.starting import WorkerStartError
from foitrack.reading.worker.talk import Job

if TYPE_CHECKING:
    # Known when they are used: a worker starts before them.
    from foitrack.reading.context import ReadingContext
    from foitrack.reading.findings import Reading, UnreadableDocumentError
    from foitrack.reading.pictures import Picture

__all__ = [
    "Limits",
    "Pending",
    "Readers",
    "ReadingCancelledError",
    "WorkerStartError",
    "readers",
]

T = TypeVar("T")
TASKS = "foitrack.reading.worker.tasks"
_MOST_WORKERS = 4
_IDLE_SECONDS = 300.0
"""After so long without work a worker is ended, and started again when there is some."""
_AT_ONCE, _IN_TURN, _LAST = 0, 1, 2


class Readers:
    """A few worker processes, each started when there is work for it. Any thread may call."""

    def __init__(
        self, *, workers: int | None = None, limits: Limits | None = None, tasks: str = TASKS
    ) -> None:
        self.limits = limits or Limits()
        self._most = workers or min(_MOST_WORKERS, cores())
        self._tasks = tasks
        self._line: queue.PriorityQueue[tuple[int, int, Pending[Any] | None]] = (
            queue.PriorityQueue()
        )
        self._numbers = count()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._waiting = 0
        self._running: set[Pending[Any]] = set()
        self._ready = False
        """Whether a worker is there, or on its way, that has read something."""
        self._closed = False

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start a worker now, so that it is ready when the first document comes."""
        with self._lock:
            if not self._threads and not self._closed:
                self._add_thread()

    def make_ready(self, context: ReadingContext) -> None:
        """Have a worker started, where none is, and read a letter made up for it, so that the
        first document that comes is read as fast as the next. Whoever calls waits for nothing.
        """
        from foitrack.reading.findings import Reading
        from foitrack.reading.worker.specimen import NAME, specimen

        with self._lock:
            if self._ready:
                return
            self._ready = True
        self._submit(Job("read", NAME, specimen()), Reading, context, _LAST)

    def read(
        self,
        data: bytes,
        name: str,
        context: ReadingContext,
        *,
        early: Callable[[Reading], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Reading:
        """Everything that a document proposes.

        `early` is called in this thread with what the first pages of a long one say; `cancelled`
        is asked now and then. Raises UnreadableDocumentError; beside what a reader says, its kind
        is "crashed", "too-slow" or "too-large". Raises ReadingCancelledError where stopped.
        """
        from foitrack.reading.findings import Reading

        job = Job("read", name, data, early=early is not None)
        pending = self._submit(job, Reading, context, _IN_TURN)
        try:
            return pending.result(early=early, cancelled=cancelled)
        finally:
            pending.cancel()  # Whoever waited may have been interrupted.

    def submit(
        self, data: bytes, name: str, context: ReadingContext, *, early: bool = False
    ) -> Pending[Reading]:
        """As `read`, without waiting."""
        from foitrack.reading.findings import Reading

        return self._submit(Job("read", name, data, early=early), Reading, context, _LAST)

    def read_many(
        self, documents: Iterable[tuple[bytes, str]], context: ReadingContext
    ) -> Iterator[Reading | UnreadableDocumentError]:
        """Each document's reading or error, in their order; a few are read ahead."""
        ahead: deque[Pending[Reading]] = deque()
        try:
            for data, name in documents:
                ahead.append(self.submit(data, name, context))
                if len(ahead) > self._most:
                    yield _outcome(ahead.popleft())
            while ahead:
                yield _outcome(ahead.popleft())
        finally:
            for pending in ahead:
                pending.cancel()

    def picture(self, data: bytes, name: str, page: int, width: int) -> Picture:
        """A page of a PDF, or an image, `width` dots wide; the first page is 1.

        Goes before what waits to be read. Raises UnreadableDocumentError.
        """
        from foitrack.reading.pictures import Picture

        job = Job("picture", name, data, page=page, width=width)
        return self._submit(job, Picture, None, _AT_ONCE).result()

    def close(self) -> None:
        """End the workers; what waits is cancelled."""
        with self._lock:
            threads, self._threads = self._threads, []
            running = list(self._running)
            self._closed = True
        for pending in running:
            pending.cancel()
        while not self._line.empty():
            waiting = self._line.get()[2]
            if waiting is not None:
                waiting.cancel()
        for _ in threads:
            self._line.put((_LAST, next(self._numbers), None))
        for thread in threads:
            thread.join()

    def _submit(
        self, job: Job, kind: type[T], context: ReadingContext | None, turn: int
    ) -> Pending[T]:
        pending = Pending(job, kind, context)
        if len(job.data) > self.limits.document:
            from foitrack.reading.worker.failures import too_many_bytes

            pending.settle(too_many_bytes(job.name, self.limits.document))
            return pending
        with self._lock:
            if self._closed:
                pending.settle(ReadingCancelledError(job.name))
                return pending
            self._ready = True
            self._line.put((turn, next(self._numbers), pending))
            self._waiting += pending.weight
            if not self._threads or (self._waiting >= WORTH_ANOTHER and self._is_busy()):
                self._add_thread()
        return pending

    def _is_busy(self) -> bool:
        return self._line.qsize() > self._idle and len(self._threads) < self._most

    def _add_thread(self) -> None:
        thread = threading.Thread(target=self._serve, name="reader", daemon=True)
        self._threads.append(thread)
        self._idle += 1
        thread.start()

    def _serve(self) -> None:
        """One worker's thread: it starts the worker, feeds it, and replaces it."""
        lane = Lane(self._tasks, self.limits)
        try:
            lane.open()
            while True:
                try:
                    pending = self._line.get(timeout=_IDLE_SECONDS)[2]
                except queue.Empty:
                    lane.close()
                    self._ready = False
                    continue
                if pending is None:
                    return
                with self._lock:
                    self._idle -= 1
                    self._waiting -= pending.weight
                    self._running.add(pending)
                    if self._closed:
                        pending.cancel()
                lane.do(pending)
                with self._lock:
                    self._idle += 1
                    self._running.discard(pending)
        finally:
            lane.close()


def _outcome(pending: Pending[Reading]) -> Reading | UnreadableDocumentError:
    from foitrack.reading.findings import UnreadableDocumentError

    try:
        return pending.result()
    except UnreadableDocumentError as problem:
        return problem


_of_this_process: list[Readers] = []
_starting = threading.Lock()


def readers() -> Readers:
    """The readers that this process shares; they end with it."""
    with _starting:
        if not _of_this_process:
            _of_this_process.append(Readers())
            atexit.register(_of_this_process[0].close)
        return _of_this_process[0]
