"""What the program and its workers say to each other."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from foitrack.reading.worker.limits import Limits

JOB = b"j"
READY, EARLY, ANSWER, UNREADABLE, FAILED, OUT_OF_ROOM, CONVERTING = (
    b"r",
    b"e",
    b"a",
    b"u",
    b"f",
    b"m",
    b"c",
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a worker is started. All of it is the program's own word, nothing from a document."""

    tasks: str
    """The module whose `TASKS` it runs."""
    paths: tuple[str, ...]
    """Where modules are found."""
    parent: int
    folder: str
    """The one folder in which files may be written, and that only while converting."""
    limits: Limits

    def as_text(self) -> str:
        """One word of a command, in plain ASCII: a folder's name may be no text at all."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> Setting:
        """The setting in such a word."""
        values = json.loads(text)
        limits, paths = Limits(**values.pop("limits")), tuple(values.pop("paths"))
        return cls(limits=limits, paths=paths, **values)


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do with one document."""

    task: str
    name: str
    data: bytes
    early: bool = False
    """Whether what the first pages say is wanted before the rest is read."""
    page: int = 1
    width: int = 0
    context: tuple[tuple[str, bytes], ...] = ()
    """What is new in the reading context, by its field, pickled by the program."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document cannot be read, as its reader said."""

    kind: str
    message: str
