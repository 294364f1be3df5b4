"""Creating and opening a case file, wherever it lies, and its transactions."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from foitrack.casefile import open_mark, postgres, sqlite
from foitrack.casefile.addresses import is_server, on_server, without_password
from foitrack.casefile.format import APPLICATION_ID, FORMAT
from foitrack.casefile.lying import Lying, There, newest
from foitrack.casefile.places import is_on_network
from foitrack.casefile.telling import Own, tell
from foitrack.casefile.troubles import (
    LOST,
    CaseFileError,
    OutcomeUnknownError,
    OutOfReachError,
    ReadOnlyError,
    in_plain_words,
)
from foitrack.saying import say

__all__ = ["APPLICATION_ID", "FORMAT", "CaseFile", "CaseFileError", "create", "open_case_file"]


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An open case file. Any thread may begin a transaction; each has its own connection."""

    path: Path | None
    """None on a server."""
    engine: Engine
    server: str = ""
    """The server's address without a password; empty for a file."""
    lying: Lying | None = field(default=None, compare=False, repr=False)
    """Which file was opened; None on a server."""
    own: Own = field(default_factory=Own, compare=False, repr=False)
    """What this program has written since it was opened."""
    only_read: bool = False
    """On a server: whether whoever opened it may read it, and not change it."""
    lost_log: bool = False
    """Whether its log was gone when it was opened: what was written last is missing."""

    @property
    def address(self) -> str:
        """The path or the server's address, as it may be shown."""
        return self.server or str(self.path)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the file and writes nothing."""
        with in_plain_words(self.address), Session(self.engine) as session:
            self.settle()
            session.connection(execution_options={"foitrack_writes": False})
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose work is kept whole at the end, or not at all.

        Where the server goes as it is being kept, it is asked once more what came of it;
        OutcomeUnknownError where it does not answer then. ReadOnlyError where nothing may be
        changed.
        """
        if self.only_read:
            raise ReadOnlyError(self.address)
        try:
            with self.own.under_way(), self._transaction() as session:
                yield session
        except OutcomeUnknownError as problem:
            kept = self.was_kept(problem)
            if kept is None:
                raise
            if not kept:
                raise OutOfReachError(
                    say("{0} {1}. Nothing was changed.", self.address, LOST)
                ) from problem

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Session]:
        begun, step = False, None
        with (
            in_plain_words(self.address) as stage,
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            self.settle()
            connection = session.connection(execution_options={"foitrack_writes": True})
            if connection.dialect.name == "sqlite":
                begun = open_mark.put_on(connection)
            yield session
            session.flush()
            if self.lying is not None:
                # Where its folder is gone it can still be written through what is open: then lost.
                self.lying.see_that_it_is_there(connection)
                step = newest(connection.exec_driver_sql)
            stage.transaction = tell(session, self.own.mark)
            stage.settling = True
        if self.lying is not None:
            self.lying.knows(step)
        if begun:
            open_mark.take_over(self.engine)

    def settle(self) -> None:
        """See that what is opened from now on is the case file that was opened at first.

        AnotherFileError where another lies in its place.
        """
        if self.lying is not None:
            self.lying.settle(self.engine)

    def was_kept(self, problem: OutcomeUnknownError) -> bool | None:
        """Whether what was being kept when the server went was kept; None where it cannot say."""
        if problem.transaction is None or self.path is not None:
            return None
        return postgres.was_kept(self.engine, problem.transaction)

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded into it."""
        if self.path is not None and not self.lies_elsewhere():
            self._take_mark_off()
        self.engine.dispose()

    def lies_elsewhere(self) -> bool:
        """Whether something else, or nothing, lies under the name of a file that was opened."""
        return self.lying is not None and self.lying.there() is not There.IT

    def _take_mark_off(self) -> None:
        """A file that is closed needs no log; where another program writes, it still does."""
        # The driver of an encrypted file has an error class of its own.
        with (
            contextlib.suppress(Exception),
            contextlib.closing(self.engine.raw_connection()) as raw,
        ):
            raw.cursor().execute("PRAGMA busy_timeout = 0").close()
            open_mark.take_off(raw.driver_connection)


def create(place: Path | str) -> CaseFile:
    """Make a new case file; CaseFileError where the place is taken or cannot be written."""
    if isinstance(place, str) and is_server(place):
        return CaseFile(None, postgres.create(place), without_password(on_server(place)))
    path = Path(place)
    return CaseFile(path, sqlite.create(path), lying=Lying(path))


def open_case_file(
    place: Path | str, before_upgrade: Callable[[CaseFile], None] | None = None
) -> CaseFile:
    """Open a case file; CaseFileError where it is not there, is none, or is of a newer version.

    `before_upgrade` is given a file of an earlier format before it is brought to this one.
    """
    if isinstance(place, str) and is_server(place):
        engine, only_read = postgres.open_database(place)
        shown = without_password(on_server(place))
        return CaseFile(None, engine, shown, only_read=only_read)
    path = Path(place)

    def upgrading(engine: Engine) -> None:
        if before_upgrade is not None:
            before_upgrade(CaseFile(path, engine))

    log_was_there = open_mark.log_of(path).exists() or is_on_network(path)
    engine = sqlite.open_file(path, upgrading)
    lost = open_mark.has_lost_its_log(engine, log_was_there=log_was_there)
    lying = Lying(path)
    with in_plain_words(path), engine.connect() as connection:
        lying.knows(newest(connection.exec_driver_sql))
    return CaseFile(path, engine, lost_log=lost, lying=lying)
