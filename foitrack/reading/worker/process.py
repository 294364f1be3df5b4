"""A worker process as the program sees it: started, given one document at a time, replaced."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from io import FileIO
from typing import TypeVar, cast

from foitrack import __version__
from foitrack.private_files import folder_of_this_run
from foitrack.reading.worker import talk
from foitrack.reading.worker.limits import Limits
from foitrack.reading.worker.plain import MalformedError, TooManyValuesError, from_plain, to_plain
from foitrack.reading.worker.starting import KILL, cannot_start, kill, module_paths, started
from foitrack.reading.worker.talk import Job
from foitrack.reading.worker.watch import OUT_OF_MEMORY
from foitrack.reading.worker.wire import (
    BrokenWireError,
    Message,
    TooMuchError,
    receive,
    send,
)

T = TypeVar("T")
_START_SECONDS = 60.0
_LAST_BREATH = 1.0
"""Seconds that a worker has to end by itself, so that it can be told how it ended."""
_TOLD = 4_000
_MOST_EARLY = 8
_LONGEST_VERSION = 100
_CPU_TIME = getattr(signal, "SIGXCPU", 24)


class Failure(StrEnum):
    """Why a worker had to be ended."""

    CRASHED = "crashed"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    CANCELLED = "cancelled"


class WorkerFailedError(Exception):
    """The worker is gone, or cannot be trusted any more; `told` is its own last word."""

    def __init__(self, failure: Failure, told: str = "") -> None:
        super().__init__(told or failure.value)
        self.failure = failure


class RefusedError(Exception):
    """The reader itself said why the document cannot be read."""

    def __init__(self, refusal: talk.Refusal) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


class WorkerProcess:
    """One child process. Only `stop` may be called by another thread than the owner's."""

    def __init__(self, tasks: str, limits: Limits) -> None:
        self._limits = limits
        self._folder = folder_of_this_run().resolve() / f"converting-{os.urandom(12).hex()}"
        self._known: dict[str, object] = {}
        self._lock = threading.Lock()
        self._stopped: Failure | None = None
        self._process = started(self._setting(tasks))
        self._inward = cast(FileIO, self._process.stdin)
        self._outward = cast(FileIO, self._process.stdout)
        self._ready = False

    @property
    def stopped(self) -> bool:
        """Whether somebody has ended it."""
        return self._stopped is not None

    def do(
        self,
        job: Job,
        kind: type[T],
        context: Mapping[str, object],
        early: Callable[[T], None],
    ) -> T:
        """The answer to a job. Raises RefusedError, or WorkerFailedError: then `end` it."""
        try:
            # Written down while the worker starts.
            body, files = to_plain(_with_context(job, self._news(context)))
            self._await_ready()
            with self._clock(self._limits.seconds) as clock:
                send(self._inward, Message(talk.JOB, body, files))
                return self._answer(kind, early, clock, _MOST_EARLY if job.early else 0)
        except (TooMuchError, TooManyValuesError):
            raise WorkerFailedError(Failure.TOO_LARGE) from None
        except BrokenWireError as problem:
            raise WorkerFailedError(self._cause(), str(problem)) from None
        except MalformedError as problem:
            raise WorkerFailedError(Failure.CRASHED, str(problem)) from None
        except WorkerFailedError as problem:
            raise WorkerFailedError(self._stopped or problem.failure, str(problem)) from None

    def stop(self, why: Failure) -> None:
        """End the process now, whatever it does; the one who waits for it is told why."""
        with self._lock:
            if self._stopped is None and self._process.returncode is None:
                self._stopped = why
                kill(self._process)

    def end(self) -> None:
        """End the process and leave nothing of it behind."""
        self.stop(Failure.CANCELLED)
        self._process.wait()
        for pipe in (self._inward, self._outward):
            pipe.close()
        if self._folder.exists():
            shutil.rmtree(self._folder, ignore_errors=True)

    def _setting(self, tasks: str) -> str:
        folder = str(self._folder)
        return talk.Setting(tasks, module_paths(), os.getpid(), folder, self._limits).as_text()

    def _await_ready(self) -> None:
        if self._ready:
            return
        said = None
        try:
            with self._clock(_START_SECONDS):
                said = self._receive(_LONGEST_VERSION, 0)
        except (BrokenWireError, TooMuchError):
            if self._stopped is Failure.CANCELLED:
                raise
        if said is None or said.kind != talk.READY:
            raise cannot_start("it ended at once")
        if said.body != __version__.encode():
            # The files were replaced under the program that runs: nothing would fit together.
            raise cannot_start("FOI Track has been updated meanwhile: close it and start it again")
        self._ready = True

    def _news(self, context: Mapping[str, object]) -> dict[str, bytes]:
        """What of the context this worker does not know yet."""
        import pickle

        new = {name: own for name, own in context.items() if self._known.get(name, self) is not own}
        self._known.update(new)
        return {name: pickle.dumps(own, pickle.HIGHEST_PROTOCOL) for name, own in new.items()}

    def _answer(self, kind: type[T], early: Callable[[T], None], clock: _Clock, most: int) -> T:
        """Take what the worker says until it has answered; at most `most` early answers."""
        room = [self._limits.answer, self._limits.files]
        while True:
            said = self._receive(*room)
            if said.kind == talk.CONVERTING:
                clock.give(self._limits.converting_seconds)
            elif said.kind == talk.EARLY and most:
                most -= 1
                room = [room[0] - len(said.body), room[1] - said.size() + len(said.body)]
                early(from_plain(kind, said.body, said.files))
            elif said.kind == talk.ANSWER:
                return from_plain(kind, said.body, said.files)
            else:
                raise _complaint(said)

    def _receive(self, body: int, files: int) -> Message:
        said = receive(self._outward, body=body, files=files)
        if said is None:
            raise BrokenWireError("It ended without an answer.")
        return said

    def _cause(self) -> Failure:
        """Why the worker broke off, by how it ended."""
        try:
            ended = self._process.wait(timeout=_LAST_BREATH)
        except subprocess.TimeoutExpired:
            return self._stopped or Failure.CRASHED
        if self._stopped is not None:
            return self._stopped
        if ended in (OUT_OF_MEMORY, -KILL):
            return Failure.TOO_LARGE  # The system ends with this signal what takes its memory.
        return Failure.TOO_SLOW if ended == -_CPU_TIME else Failure.CRASHED

    def _clock(self, seconds: float) -> _Clock:
        return _Clock(seconds, lambda: self.stop(Failure.TOO_SLOW))


class _Clock:
    """Ends what takes longer than its time; more may be given."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._lock = threading.Lock()
        self._over = False
        self._started = time.monotonic()
        self._timer = self._set(seconds)

    def _set(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(max(0.0, seconds), self._end)
        timer.daemon = True
        timer.start()
        return timer

    def _end(self) -> None:
        # Held while it rings, so that it never ends what comes after.
        with self._lock:
            if not self._over:
                self._ring()

    def give(self, seconds: float) -> None:
        """Let it take so many seconds in all."""
        self._timer.cancel()
        self._timer = self._set(self._started + seconds - time.monotonic())

    def __enter__(self) -> _Clock:
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True


def _complaint(said: Message) -> Exception:
    if said.kind == talk.UNREADABLE:
        return RefusedError(from_plain(talk.Refusal, said.body))
    if said.kind == talk.OUT_OF_ROOM:
        return WorkerFailedError(Failure.TOO_LARGE)
    if said.kind == talk.FAILED:
        return WorkerFailedError(Failure.CRASHED, from_plain(str, said.body)[-_TOLD:])
    return MalformedError("no kind of message")


def _with_context(job: Job, news: Mapping[str, bytes]) -> Job:
    return replace(job, context=tuple(news.items()))
