"""Notices while a case file is open that somebody else has written to it, and tells of it.

A thread of its own waits: on a server for notices, over a connection that is made again whenever
it is lost; at a file it looks every few seconds at the number that SQLite counts up when another
connection has written.
"""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DBAPIError

from foitrack.casefile.storage import CaseFile
from foitrack.casefile.telling import CHANNEL, News, understood
from foitrack.errors import PlainError

Hear = Callable[[News], None]
Reach = Callable[[bool], None]
FILE_SECONDS = 3.0
PROBE_SECONDS = 60.0
"""After so long without a notice the server is asked whether it is still there."""
DELAYS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between attempts to reach a server that was lost; the last goes on."""


class Watch:
    """Tells of what others write, from its own thread, until `stop`."""

    def __init__(self, hear: Hear) -> None:
        self._hear = hear
        self._end = threading.Event()
        self.ready = threading.Event()
        """Set once whatever is written from now on is told."""
        self._telling = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def end(self) -> None:
        """Tell nothing any more; the thread ends by itself, as soon as it can."""
        with self._telling:
            self._end.set()
        self.look_now()

    def stop(self) -> None:
        """End, and wait until nothing of this holds the case file."""
        self.end()
        if self._thread.is_alive():
            self._thread.join()

    def look_now(self) -> None:
        """Look at once: somebody had to wait for an answer."""
        raise NotImplementedError

    def _run(self) -> None:
        raise NotImplementedError

    def _say(self, tell: Callable[[Any], None], told: object) -> None:
        with self._telling:
            if not self._end.is_set():
                tell(told)


class ServerWatch(Watch):
    """Listens to a server; tells also when it is lost (`reach(False)`) and there again."""

    def __init__(
        self, case: CaseFile, hear: Hear, reach: Reach, delays: tuple[float, ...] = DELAYS
    ) -> None:
        super().__init__(hear)
        self._case, self._reach, self._delays = case, reach, delays
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._there = True

    def look_now(self) -> None:
        """Ask the server at once whether it is there."""
        with contextlib.suppress(OSError):
            self._rope.send(b".")

    def _run(self) -> None:
        with self._bell, self._rope:
            self._keep_listening()

    def _keep_listening(self) -> None:
        lost = _losses()
        failed = 0
        while not self._end.is_set():
            try:
                with contextlib.closing(self._connected()) as raw:
                    self.ready.set()
                    self._is_there(True)
                    failed = 0
                    self._listen(raw)
            except lost:
                if self._end.is_set():
                    return
                self._is_there(False)
                self._wait(None, self._delays[min(failed, len(self._delays) - 1)])
                failed += 1

    def _connected(self) -> Any:
        """A connection of its own that listens; no transaction stays open on it."""
        pooled = self._case.engine.raw_connection()
        raw: Any = pooled.driver_connection
        pooled.detach()
        try:
            raw.autocommit = True
            raw.add_notify_handler(self._told)
            raw.execute(f"LISTEN {CHANNEL}")
        except BaseException:
            raw.close()
            raise
        return raw

    def _listen(self, raw: Any) -> None:
        while not self._end.is_set():
            self._wait(raw, PROBE_SECONDS)
            if not self._end.is_set():
                # Whatever is asked, the notices that came are handed on with the answer.
                raw.execute("SELECT 1")

    def _told(self, notice: Any) -> None:
        news = understood(notice.payload, self._case.own.mark)
        if news is not None:
            self._say(self._hear, news)

    def _wait(self, raw: Any, seconds: float) -> None:
        """Wait for a notice or the bell."""
        watched = [self._bell, *([raw.fileno()] if raw is not None else [])]
        ready, _, _ = select.select(watched, [], [], seconds)
        if self._bell in ready:
            with contextlib.suppress(BlockingIOError):
                self._bell.recv(1024)

    def _is_there(self, there: bool) -> None:
        if there == self._there:
            return
        self._there = there
        self._say(self._reach, there)
        if there:
            # Nobody told us what happened in between.
            self._say(self._hear, News())


def _losses() -> tuple[type[Exception], ...]:
    """What is raised where a server is out of reach."""
    import psycopg

    return DBAPIError, PlainError, OSError, psycopg.Error
