"""What is asked of a worker, from the asking to the answer."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from foitrack.errors import PlainError
from foitrack.reading.worker.limits import Limits
from foitrack.reading.worker.process import (
    Failure,
    RefusedError,
    WorkerFailedError,
    WorkerProcess,
)
from foitrack.reading.worker.talk import Job

if TYPE_CHECKING:
    from foitrack.reading.context import ReadingContext

T = TypeVar("T")
_ASK_EVERY = 0.05
"""Seconds between two questions whether it is still wanted."""
WORTH_ANOTHER = 60_000
"""Characters of plain text that one worker has read while another would still be starting."""


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
        from foitrack.reading.worker.failures import failed, refused

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
    from foitrack.reading.findings import Reading

    return cast(T, replace(value, file=name)) if isinstance(value, Reading) else value


def _weight(job: Job) -> int:
    """How much work a job is, in characters of plain text; more where one cannot know."""
    plain = job.task == "read" and job.name.lower().endswith((".txt", ".md"))
    return len(job.data) if plain else max(len(job.data), WORTH_ANOTHER)


def _by_field(context: ReadingContext | None) -> dict[str, object]:
    return {f.name: getattr(context, f.name) for f in fields(context)} if context else {}
