"""Whether what lies under a case file's name is still what was opened: disks go and come back.

What is written through a connection to a file that lies elsewhere by now would be lost; and what
came back under the name may be another file.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from foitrack.casefile.encryption import connect, database_errors
from foitrack.casefile.open_mark import log_of
from foitrack.casefile.places import is_on_network
from foitrack.casefile.troubles import CaseFileError, OutOfReachError
from foitrack.saying import say

Identity = tuple[int, int]
"""A disk, and the number of a file on it."""
Newest = tuple[int, str] | None
"""The newest undo step: its number and its moment. No two case files have one alike."""


FILE = "file"
"""Under this name a connection knows which file it was opened to."""


class AnotherFileError(OutOfReachError):
    """Under the name lies another file than the one that was opened; neither was changed."""


class There(Enum):
    """What lies under the name of a case file that is open."""

    IT = "it"
    NOTHING = "nothing"
    ANOTHER = "another"


def identity(path: Path) -> Identity | None:
    """Which file bears a name; None where none can be reached."""
    try:
        found = os.stat(path)  # noqa: PTH116 - called for every transaction
    except OSError:
        return None
    return found.st_dev, found.st_ino


def gone(path: Path) -> OutOfReachError:
    """What to say where nothing lies under the name."""
    return OutOfReachError(
        say(
            "{0} cannot be reached; see that its folder and disk are there. Nothing was changed.",
            path,
        )
    )


class Lying:
    """Which file was opened, and the newest step that it is known to hold."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file, self._log = identity(path), identity(log_of(path))
        self._newest: Newest = None
        self._known_first: Newest = None
        self._looking = threading.Lock()
        # There a file's number may change while it lies where it lay.
        self._can_tell = not is_on_network(path)

    @property
    def file(self) -> Identity | None:
        """The file that was opened."""
        return self._file

    def knows(self, newest: Newest) -> None:
        """The newest step is this one now."""
        self._newest = newest
        # What was kept first is taken over into the file itself, and stays in no log.
        self._known_first = self._known_first or newest

    def there(self) -> There:
        """What lies under the name now."""
        found = identity(self._path)
        if found is None:
            return There.NOTHING
        return There.IT if found == self._file or not self._can_tell else There.ANOTHER

    def settle(self, engine: Engine) -> None:
        """See that what is opened from now on is the case file; one that is gone stays so.

        Where it came back under its name, as on a disk that was put in again, it is opened anew.
        AnotherFileError where another lies there.
        """
        there = self.there()
        if there is There.IT:
            self._log = identity(log_of(self._path))
        if there is not There.ANOTHER:
            return
        with self._looking:
            found = identity(self._path)
            if found is None or found == self._file:
                return
            if not self._came_back():
                raise self.another()
            engine.dispose()
            self._file = found

    def leads_there(self, info: Mapping[Any, Any]) -> bool:
        """Whether a connection, by what it knows, is one to the file that lies there."""
        return not self._can_tell or info.get(FILE) == self._file

    def see_that_it_is_there(self, connection: Connection) -> None:
        """That what a connection wrote is kept where the case file lies; an error otherwise."""
        found = identity(self._path)
        if found is None:
            raise gone(self._path)
        if self._can_tell and found != connection.info.get(FILE):
            raise self.another()

    def another(self) -> AnotherFileError:
        """What to say of another file."""
        return AnotherFileError(
            say(
                "Another file lies at {0} now, in the place of the case file that was open. "
                "Nothing was changed in either; put the case file back, or save a copy of it "
                "elsewhere.",
                self._path,
            )
        )

    def _came_back(self) -> bool:
        """Whether the file under the name holds the newest step that the case file held.

        First it is only looked at, without its log: whatever else lies there, as its own program
        left it, is not ours to fold together.
        """
        log = identity(log_of(self._path))
        if log is not None and log == self._log:
            # The file alone was exchanged: the log beside it belongs to the other.
            return False
        try:
            looking = connect(self._path, only_reading=True, settled=True)
            with contextlib.closing(looking) as raw:
                if newest(raw.execute, self._known_first) != self._known_first:
                    return False
            with contextlib.closing(connect(self._path)) as raw:
                return newest(raw.execute, self._newest) == self._newest
        except database_errors(CaseFileError):
            return False


def newest(execute: Callable[[str], Any], like: Newest = None) -> Newest:
    """The newest step, asked through a connection's `execute`; with `like`, that of its number."""
    query = "SELECT id, CAST(at AS TEXT) FROM change_set"
    where = " ORDER BY id DESC LIMIT 1" if like is None else f" WHERE id = {int(like[0])}"
    found = execute(query + where).fetchone()
    return None if found is None else (int(found[0]), str(found[1]))
