"""Notices that another program has written to a case file that is one SQLite file.

So it does that the file is no longer under its name, and that it is there again.
"""

from __future__ import annotations

import sqlite3
import threading
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from foitrack.casefile.models import ChangeSet
from foitrack.casefile.storage import CaseFile
from foitrack.casefile.telling import News
from foitrack.casefile.watching import FILE_SECONDS, Hear, Reach, Watch
from foitrack.errors import PlainError

AGAIN_SECONDS = 0.1
"""While this program writes itself, it is soon looked again."""
Known = tuple[int, int]
"""The newest undo step, and how many are undone."""


class FileWatch(Watch):
    """Looks at SQLite's own count of what other connections have written."""

    def __init__(
        self,
        case: CaseFile,
        hear: Hear,
        reach: Reach = lambda _there: None,
        seconds: float = FILE_SECONDS,
    ) -> None:
        super().__init__(hear)
        self._case, self._reach, self._seconds = case, reach, seconds
        self._there = True
        self._bell = threading.Event()
        self._version: int | None = None
        self._known: Known = (0, 0)
        self._own = -1

    def look_now(self) -> None:
        """Look at once."""
        self._bell.set()

    def _run(self) -> None:
        # A connection of its own, closed by this thread: the count is told to each apart.
        pooled: Any = None
        try:
            while not self._end.is_set():
                sure = True
                try:
                    pooled = self._connected(pooled)
                    if pooled is not None:
                        sure = self._look(pooled.driver_connection)
                except (sqlite3.Error, DatabaseError, PlainError):
                    # Whoever reads or writes is told what is the matter; here it is tried again.
                    sure = True
                except Exception as problem:
                    # The driver of an encrypted file has an error class of its own.
                    if not hasattr(problem, "sqlite_errorname"):
                        raise
                self._bell.wait(self._seconds if sure else AGAIN_SECONDS)
                self._bell.clear()
        finally:
            if pooled is not None:
                pooled.close()

    def _connected(self, pooled: Any) -> Any:
        """A connection to the file as it lies there now; None while it does not."""
        there, lying = self._is_there(), self._case.lying
        stale = pooled is not None and lying is not None and not lying.leads_there(pooled.info)
        if pooled is not None and (stale or not there):
            pooled.close()
            pooled = None
        if pooled is None and there:
            self._version, pooled = None, self._case.engine.raw_connection()
        return pooled

    def _is_there(self) -> bool:
        """Whether the file lies under its name; tells where that has changed."""
        try:
            there = not self._case.lies_elsewhere()
            if not there:
                self._case.settle()
                there = not self._case.lies_elsewhere()
        except PlainError:
            there = False
        if there != self._there:
            self._there = there
            self._say(self._reach, there)
            if there:
                # What was shown before may have been read from nowhere.
                self._say(self._hear, News())
        return there

    def _look(self, raw: Any) -> bool:
        """Tell of what is new; False where a writing of our own is under way."""
        own = self._case.own
        before = own.begun
        if before != own.ended:
            return False
        [(version,)] = raw.execute("PRAGMA data_version").fetchall()
        if own.begun != before:
            return False
        if self._version is None:
            with self._case.reading() as session:
                self._known = _known(session)
        elif version != self._version:
            self._known, news = self._asked(ours=self._own != before)
            if news is not None:
                self._say(self._hear, news)
        self._version, self._own = version, before
        self.ready.set()
        return True

    def _asked(self, *, ours: bool) -> tuple[Known, News | None]:
        """What the history holds now, and what of it another program has written.

        `ours` says that this program has written too since the last look.
        """
        last, undone = self._known
        with self._case.reading() as session:
            steps = session.scalars(select(ChangeSet).where(ChangeSet.id > last)).all()
            known = _known(session)
        now_undone = known[1]
        others = [step for step in steps if step.id not in self._case.own.steps]
        if others:
            ids = {request for step in others for request in step.request_ids}
            everything = now_undone != undone or any(not step.request_ids for step in others)
            return known, News(others[-1].who, () if everything else tuple(sorted(ids)))
        # A step taken back, or what no step names. Where we did it ourselves nobody need be named.
        quiet = ours and now_undone == undone
        return known, None if quiet else News()


def _known(session: Session) -> Known:
    undone = session.scalar(select(func.count(ChangeSet.id)).where(ChangeSet.undone)) or 0
    return session.scalar(select(func.max(ChangeSet.id))) or 0, undone
