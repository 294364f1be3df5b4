"""What can go wrong with a case file, in words that a person can act on."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DatabaseError, InterfaceError

from foitrack.errors import PlainError
from foitrack.saying import say

Causes = tuple[tuple[tuple[str, ...], str], ...]

BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
CAUSES: Causes = (
    (
        BUSY,
        say("is in use by another program; close that and try again"),
    ),
    (("SQLITE_FULL",), say("cannot grow: the disk is full; make room and try again")),
    (
        ("SQLITE_READONLY", "SQLITE_PERM"),
        say(
            "cannot be written: it or its folder is read-only; to go on, copy it to another folder"
        ),
    ),
    (
        ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_TRUNCATE"),
        say(
            "could not be written to the end; see that its disk is there, and that a file may be "
            "as large as this there"
        ),
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB"),
        say("is damaged and cannot be read whole; keep it as it is and open a backup"),
    ),
    (
        ("SQLITE_CANTOPEN", "SQLITE_IOERR"),
        say("cannot be reached; see that its folder and disk are there"),
    ),
)
"""Beginnings of SQLite's names for an error, and what a person should know of it."""
SERVER_CAUSES: Causes = (
    (("55P03",), say("is busy with somebody else's change; try again in a moment")),
    (("40001", "40P01"), say("was changed by somebody else at the same moment; try again")),
    (("57014",), say("took too long to answer; try again")),
    (("42501",), say("does not let you do this; ask whoever looks after it for the right to")),
    (("25006",), say("can only be read at the moment; ask whoever looks after it")),
    (("28",), say("does not know you by this name and password; see that both are right")),
    (("3D000",), say("is not there; ask whoever looks after the server for the database's name")),
    (("53100",), say("cannot grow: the server's disk is full; tell whoever looks after it")),
    (("53300",), say("has too many visitors at once; try again in a moment")),
    (("54000",), say("cannot keep a text as long as this; shorten it")),
    (("22021", "22P05"), say("cannot keep one of the characters in this; leave that out")),
    (("XX001", "XX002"), say("is damaged; tell whoever looks after it")),
)
"""Beginnings of PostgreSQL's codes for an error, and what a person should know of it."""
NOT_LET_IN: Causes = (
    (
        ("password authentication failed", "no password supplied", "no pg_hba.conf entry"),
        say("does not let you in; see that the name and the password are right"),
    ),
    (("role ",), say("knows nobody of this name; ask whoever looks after it")),
    (
        ("database ",),
        say("is not there; ask whoever looks after the server for the database's name"),
    ),
    (("SSL", "certificate"), say("offers no connection that is safe from listeners")),
    (("too many clients", "too many connections"), say("has too many visitors at once; try again")),
)
"""What libpq says where the server lets nobody in; it gives no codes then."""
STRANGER = (SERVER_CAUSES[5][1], NOT_LET_IN[0][1])
LOST = say(
    "cannot be reached; see that this computer is online and the server runs, then try again"
)
LOST_CODES = ("08", "57P0", "25P03")
NOT_KNOWN = say(
    "went out of reach just as the change was being kept, so it may be there or not. Look whether "
    "it is there before making it again."
)


class CaseFileError(PlainError):
    """A case file cannot be created, opened, read or written; nothing was changed."""


class NoCaseFileError(CaseFileError):
    """Nothing lies where the case file should; nothing was changed."""


class OutOfReachError(CaseFileError):
    """The server does not answer, or a file's disk or folder is gone; nothing was changed."""


class NotWritableError(CaseFileError):
    """The disk is full, or takes nothing from this person; the file itself can be read."""


class NotLetInError(CaseFileError):
    """The server does not know the person by this name and password; nothing was changed."""


class ReadOnlyError(CaseFileError):
    """Whoever has it open may read it only; nothing was changed."""

    def __init__(self, place: str) -> None:
        super().__init__(
            say(
                "You may read {0}, not change it. Ask whoever looks after it to make you an "
                "editor. Nothing was changed.",
                place,
            )
        )


class OutcomeUnknownError(OutOfReachError):
    """The server went as a change was being kept; it knows by the transaction what came of it."""

    def __init__(self, message: str, transaction: int | None) -> None:
        super().__init__(message)
        self.transaction = transaction


@dataclass(slots=True)
class Stage:
    """How far a transaction has come."""

    settling: bool = False
    """It is being kept: where the connection breaks now, nobody here can say whether it was."""
    transaction: int | None = None
    """Its number on the server."""


@contextlib.contextmanager
def in_plain_words(place: Path | str) -> Iterator[Stage]:
    """Raise what befell the file as a CaseFileError; a mistake of ours stays as it is."""
    stage = Stage()
    try:
        yield stage
    except (DatabaseError, InterfaceError, sqlite3.DatabaseError) as problem:
        cause = getattr(problem, "orig", problem)
        name = getattr(cause, "sqlite_errorname", None) or _name_of_text_that_is_none(cause)
        words = _server_words(cause) if name is None else _file_words(place, name)
        if words is None:
            raise
        if words == LOST and stage.settling:
            raise OutcomeUnknownError(
                say("{0} {1}", place, NOT_KNOWN), stage.transaction
            ) from problem
        told = _kinds().get(words, CaseFileError)(
            say("{0} {1}. Nothing was changed.", place, words)
        )
        # What such an error quotes is a person's text.
        raise told from (None if name == "SQLITE_CORRUPT" else problem)


def _kinds() -> dict[str, type[CaseFileError]]:
    """What an error is called by what is said of it."""
    full, read_only, cut_short = (words for _, words in CAUSES[1:4])
    return {
        LOST: OutOfReachError,
        CAUSES[-1][1]: OutOfReachError,
        **dict.fromkeys((full, read_only, cut_short), NotWritableError),
        **dict.fromkeys(STRANGER, NotLetInError),
    }


def _name_of_text_that_is_none(cause: object) -> str | None:
    """SQLite hands damaged text out as it lies there; only Python's driver finds it is none."""
    of_a_file = type(cause).__module__.startswith(("sqlite3", "sqlcipher3"))
    return "SQLITE_CORRUPT" if of_a_file and "decode to UTF-8" in str(cause) else None


def _file_words(place: Path | str, name: str) -> str | None:
    """What a person should know of SQLite's error; of a file in use, by whom it is."""
    if name.startswith(BUSY):
        from foitrack.casefile.holding import last_known

        known = last_known(Path(place))
        if known is not None:
            return say("is {0}; close it there and try again", known.in_words())
    return _words(CAUSES, name)


def _words(causes: Causes, name: str) -> str | None:
    return next((words for names, words in causes if name.startswith(names)), None)


def _server_words(cause: object) -> str | None:
    """What a person should know of an error of PostgreSQL; None for a mistake of ours."""
    kinds = {kind.__name__ for kind in type(cause).__mro__}
    code = getattr(cause, "sqlstate", None)
    if code is not None:
        return LOST if code.startswith(LOST_CODES) else _words(SERVER_CAUSES, code)
    said = str(cause)
    if "DataError" in kinds and "NUL" in said:
        return _words(SERVER_CAUSES, "22021")
    if not kinds & {"OperationalError", "InterfaceError"} or isinstance(cause, sqlite3.Error):
        return None
    for phrases, words in NOT_LET_IN:
        if any(f"FATAL:  {phrase}" in said or phrase in said for phrase in phrases):
            return words
    return LOST
