"""A worker process: one document at a time, under limits, until nobody asks any more."""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any

from foitrack import __version__
from foitrack.reading.collecting import without_collecting
from foitrack.reading.findings import UnreadableDocumentError
from foitrack.reading.worker import fences, limits, talk
from foitrack.reading.worker.converting import give_room
from foitrack.reading.worker.copies import Copying, give_copies
from foitrack.reading.worker.plain import TooManyValuesError, from_plain, to_plain
from foitrack.reading.worker.watch import watch
from foitrack.reading.worker.wire import BrokenWireError, Message, receive, send

_ANYTHING = 2**31


@dataclass(frozen=True, slots=True)
class Work:
    """A job as a task takes it."""

    job: talk.Job
    context: Mapping[str, Any]
    """The fields of the reading context."""
    early: Callable[[object], None]
    """Sends what is known so far."""


Task = Callable[[Work], object]


def run(text: str) -> None:
    """Be a worker, as the setting (JSON) says."""
    setting = talk.Setting.from_text(text)
    inward, outward = _own_pipes()
    fences.end_with(setting.parent)
    # Imported before the fences go up: nothing of a document is here yet.
    tasks: Mapping[str, Task] = importlib.import_module(setting.tasks).TASKS
    worker = _Worker(setting, tasks, outward)
    worker.fence()
    gc.freeze()
    send(outward, Message(talk.READY, __version__.encode()))
    while job := _next_job(inward):
        # Until it is answered: what was read is not looked through before it is written down.
        with without_collecting():
            worker.serve(job)


def _next_job(inward: FileIO) -> talk.Job | None:
    message = receive(inward, body=_ANYTHING, files=_ANYTHING)
    return from_plain(talk.Job, message.body, message.files) if message else None


def _own_pipes() -> tuple[FileIO, FileIO]:
    """The two pipes, moved away from where libraries print."""
    inward, outward = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    return FileIO(inward, "rb"), FileIO(outward, "wb")


class _Worker:
    def __init__(self, setting: talk.Setting, tasks: Mapping[str, Task], outward: FileIO) -> None:
        self._setting, self._tasks, self._outward = setting, tasks, outward
        self._context: dict[str, Any] = {}
        self._fence = fences.Fence()

    def fence(self) -> None:
        """Give up all that a reader does not need."""
        sys.dont_write_bytecode = True
        give_room(self._room)
        if sys.platform.startswith("linux"):
            # Elsewhere the system does not end a copy with its worker.
            give_copies(Copying(self._copied, self._end_copy, limits.cores() - 1))
        fences.cut_network()
        watch(self._setting.parent, self._setting.limits.memory)
        limits.hold(self._setting.limits)
        self._fence.close()

    def serve(self, job: talk.Job) -> None:
        """Do a job and answer, whatever becomes of it."""
        limits.start_counting(self._setting.limits.seconds)
        with self._fence.trusting():
            for field, pickled in job.context:
                self._context[field] = pickle.loads(pickled)
        work = Work(job, self._context, lambda value: self._send(talk.EARLY, value))
        try:
            self._send(talk.ANSWER, self._tasks[job.task](work))
        except UnreadableDocumentError as problem:
            self._send(talk.UNREADABLE, talk.Refusal(problem.kind, problem.message))
        except (MemoryError, TooManyValuesError):
            self._send(talk.OUT_OF_ROOM, None)
        except BrokenWireError:
            raise
        except Exception:
            self._send(talk.FAILED, traceback.format_exc())

    def _send(self, kind: bytes, value: object) -> None:
        send(self._outward, Message(kind, *to_plain(value)))

    def _copied(self) -> int:
        worker = os.getpid()
        with self._fence.copying():
            copy = os.fork()
        if not copy:
            fences.end_with(worker)
            limits.start_counting(self._setting.limits.seconds)
        return copy

    def _end_copy(self, copy: int) -> None:
        with self._fence.copying(), suppress(ProcessLookupError):
            os.kill(copy, fences.AT_ONCE)

    @contextmanager
    def _room(self) -> Iterator[Path]:
        """The worker's folder, open for writing while a converter works in it."""
        folder = Path(self._setting.folder)
        if self._fence.folder is not None:
            yield Path(tempfile.mkdtemp(dir=folder))
            return
        self._send(talk.CONVERTING, None)
        self._fence.folder = folder
        try:
            with fences.ending_in_order(), limits.room_for_converters(self._setting.limits):
                folder.mkdir(mode=0o700)
                tempfile.tempdir = str(folder)
                yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            tempfile.tempdir = None
            self._fence.folder = None
