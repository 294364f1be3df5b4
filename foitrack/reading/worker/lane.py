"""One worker after the other: started, used, and replaced when anything is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from foitrack.reading.worker.limits import Limits
from foitrack.reading.worker.process import WorkerProcess
from foitrack.reading.worker.starting import WorkerStartError

if TYPE_CHECKING:
    from foitrack.reading.worker.pending import Pending

_LIFETIME = 200
"""Documents that a worker reads before it is replaced, lest anything pile up in it."""


class Lane:
    """The workers of one thread, of which there is at most one at a time."""

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
        # Cancelled when it had just answered: it is ended although nothing was wrong.
        stopped = self._worker is not None and self._worker.stopped
        if stopped or not usable or self._done >= _LIFETIME:
            self.close()
        pending.settle(outcome)

    def close(self) -> None:
        """End the worker."""
        self._done = 0
        if self._worker is not None:
            self._worker.end()
            self._worker = None
