"""Received documents are read in processes of their own, under limits.

Whatever a document does to its reader, it does to one worker process, and to itself alone: the
person is told, the worker is replaced, and the next document is read. What a worker answers is
not trusted either; see `foitrack.reading.worker.plain`.
"""

from __future__ import annotations

import atexit
import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields, replace
from itertools import count
from typing import Any, Generic, TypeVar, cast

from foitrack.errors import PlainError
from foitrack.reading.context import ReadingContext
from foitrack.reading.documents.base import MAX_BYTES
from foitrack.reading.findings import Reading, UnreadableDocumentError
from foitrack.reading.pictures import Picture
from foitrack.reading.worker.failures import failed, refused, too_many_bytes
from foitrack.reading.worker.limits import Limits
from foitrack.reading.worker.process import (
    Failure,
    RefusedError,
    WorkerFailedError,
    WorkerProcess,
    WorkerStartError,
)
from foitrack.reading.worker.talk import Job

__all__ = ["Limits", "Pending", "Picture", "Readers", "ReadingCancelledError", "readers"]

T = TypeVar("T")
TASKS = "foitrack.reading.worker.tasks"
_MOST_WORKERS = 4
_WORTH_ANOTHER = 60_000
"""Characters of plain text that one worker has read while another would still be starting."""
_IDLE_SECONDS = 300.0
"""After so long without work a worker is ended, and started again when there is some."""
_LIFETIME = 200
"""Documents that a worker reads before it is replaced, lest anything pile up in it."""
_ASK_EVERY = 0.05
_AT_ONCE, _IN_TURN, _LAST = 0, 1, 2


class ReadingCancelledError(PlainError):
    """Somebody no longer wanted it read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Reading “{name}” was stopped. The file is kept and unharmed.")


class Pending(Generic[T]):
    """Something that a worker does now, or will do."""

    def __init__(self, job: Job, kind: type[T], context: ReadingContext | None) -> None:
        self.name, self.weight = job.name, _weight(job)
        self._job, self._kind = job, kind
        self._context = _by_field(context)
        self._changed = threading.Condition()
        self._early: deque[T] = deque()
        self._outcome: T | Exception | None = None
        self._worker: WorkerProcess | None = None

    def done(self) -> bool:
        """Whether the answer, or the reason why there is none, is there."""
        return self._outcome is not None

    def cancel(self) -> None:
        """Stop it: it never begins, or its worker is ended. Nothing happens once it is done."""
        with self._changed:
            if self._worker is not None:
                self._worker.stop(Failure.CANCELLED)
        self.settle(ReadingCancelledError(self.name))

    def result(
        self,
        *,
        early: Callable[[T], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> T:
        """Wait for the answer; `early` is called from here with what is known before it.

        Raises UnreadableDocumentError, ReadingCancelledError, or WorkerStartError.
        """
        while (known := self._next(cancelled)) is not None:
            if early is not None:
                early(known)
        if isinstance(self._outcome, Exception):
            raise self._outcome
        assert self._outcome is not None
        return self._outcome

    def _next(self, cancelled: Callable[[], bool] | None) -> T | None:
        """What is known early and was not told yet; None once it is done."""
        with self._changed:
            while self._outcome is None and not self._early:
                self._changed.wait(_ASK_EVERY if cancelled else None)
                if cancelled is not None and self._outcome is None and cancelled():
                    break
            else:
                return self._early.popleft() if self._early else None
        self.cancel()
        return None

    def run(self, worker: WorkerProcess, limits: Limits) -> tuple[T | Exception, bool]:
        """Have a worker do it: what came of it, and whether the worker can be used again."""
        with self._changed:
            if self._outcome is not None:
                return self._outcome, True
            self._worker = worker
        try:
            found = worker.do(self._job, self._kind, self._context, self._known_early)
            return _named(found, self.name), True
        except RefusedError as problem:
            return refused(problem.refusal, self.name), True
        except WorkerFailedError as problem:
            error = failed(problem.failure, self.name, limits)
            error.__cause__ = problem
            return error, False
        finally:
            with self._changed:
                self._worker = None

    def settle(self, outcome: T | Exception) -> None:
        """Say what came of it; what is said first holds."""
        with self._changed:
            if self._outcome is None:
                self._outcome = outcome
                self._job = replace(self._job, data=b"")
                self._changed.notify_all()

    def _known_early(self, value: T) -> None:
        with self._changed:
            self._early.append(_named(value, self.name))
            self._changed.notify_all()


def _named(value: T, name: str) -> T:
    """A reading under the name that we know, whatever its worker calls it."""
    return cast(T, replace(value, file=name)) if isinstance(value, Reading) else value


def _weight(job: Job) -> int:
    """How much work a job is, in characters of plain text; more where one cannot know."""
    plain = job.task == "read" and job.name.lower().endswith((".txt", ".md"))
    return len(job.data) if plain else max(len(job.data), _WORTH_ANOTHER)


def _by_field(context: ReadingContext | None) -> dict[str, object]:
    return {f.name: getattr(context, f.name) for f in fields(context)} if context else {}


class Readers:
    """A few worker processes, each started when there is work for it. Any thread may call."""

    def __init__(
        self, *, workers: int | None = None, limits: Limits | None = None, tasks: str = TASKS
    ) -> None:
        self.limits = limits or Limits()
        self._most = workers or min(_MOST_WORKERS, os.cpu_count() or 1)
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
        self._closed = False

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start a worker now, so that it is ready when the first document comes."""
        with self._lock:
            if not self._threads:
                self._add_thread()

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
        job = Job("read", name, data, early=early is not None)
        return self._submit(job, Reading, context, _IN_TURN).result(
            early=early, cancelled=cancelled
        )

    def submit(
        self, data: bytes, name: str, context: ReadingContext, *, early: bool = False
    ) -> Pending[Reading]:
        """As `read`, without waiting."""
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
        if len(job.data) > MAX_BYTES:
            pending.settle(too_many_bytes(job.name, MAX_BYTES))
            return pending
        with self._lock:
            if self._closed:
                raise RuntimeError("the readers are closed")
            self._line.put((turn, next(self._numbers), pending))
            self._waiting += pending.weight
            if not self._threads or (self._waiting >= _WORTH_ANOTHER and self._is_busy()):
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
        lane = _Lane(self._tasks, self.limits)
        try:
            lane.open()
            while True:
                try:
                    pending = self._line.get(timeout=_IDLE_SECONDS)[2]
                except queue.Empty:
                    lane.close()
                    continue
                if pending is None:
                    return
                with self._lock:
                    self._idle -= 1
                    self._waiting -= pending.weight
                    self._running.add(pending)
                lane.do(pending)
                with self._lock:
                    self._idle += 1
                    self._running.discard(pending)
        finally:
            lane.close()


class _Lane:
    """One worker after the other, of which there is at most one at a time."""

    def __init__(self, tasks: str, limits: Limits) -> None:
        self._tasks, self._limits = tasks, limits
        self._worker: WorkerProcess | None = None
        self._done = 0

    def open(self) -> None:
        """Start the worker before there is work, where one can be started."""
        with suppress(WorkerStartError):
            self._worker = WorkerProcess(self._tasks, self._limits)

    def do(self, pending: Pending[Any]) -> None:
        """Do what is pending, with a new worker where the last one has gone."""
        usable = False
        try:
            if self._worker is None:
                self._worker = WorkerProcess(self._tasks, self._limits)
            outcome, usable = pending.run(self._worker, self._limits)
        except Exception as problem:  # Whoever waits for it must hear of it.
            outcome = problem
        self._done += 1
        if not usable or self._done >= _LIFETIME:
            self.close()
        pending.settle(outcome)

    def close(self) -> None:
        """End the worker."""
        self._done = 0
        if self._worker is not None:
            self._worker.end()
            self._worker = None


def _outcome(pending: Pending[Reading]) -> Reading | UnreadableDocumentError:
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
