"""What every reader of a format gives: text, and whatever the format knows of its layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from foitrack.reading.findings import Place
from foitrack.reading.tables.grid import Grid
from foitrack.reading.wrapping import Span

MAX_BYTES = 100 * 1024 * 1024
MAX_CHARACTERS = 20_000_000
MAX_CHARACTERS_OF_CELLS = 60_000_000
"""Of a workbook, which is read cell by cell and not as prose."""


def in_text(start: int, end: int) -> Place:
    """A place in a document that has no pages."""
    return Place(start=start, end=end)


def nothing_to_close() -> None:
    """For formats that keep nothing open."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a mail or an archive, as it came."""

    name: str
    """Within what it came in; an archive's folders parted by "/"."""
    data: bytes = field(repr=False)
    aside: str = ""
    """Why it is kept but not read ("a signature's picture"); empty for what is read."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a mail's headers say; None where they do not."""

    sender: str | None = None
    """As printed: name and address."""
    subject: str | None = None
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A mail that stands below the one read: context, not the response."""

    start: int
    body: int
    """Where its own words begin, after the lines that say whose it is."""
    end: int
    envelope: Envelope


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text, with the tables that its own layout shows; the text may hold more."""

    format: str
    text: str
    pages: int | None = None
    grids: tuple[Grid, ...] = ()
    tabs_are_cells: bool = True
    """Whether a tab in the text parts cells; else it only stands for a wide gap."""
    warnings: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    envelope: Envelope | None = None
    quoted: tuple[Quoted, ...] = ()
    """Of a mail: those below it, newest first."""
    chrome: tuple[tuple[int, int], ...] = ()
    """Spans of the text that mail programs and lists wrote: banners, footers, disclaimers."""
    speaking: tuple[Span, ...] = ()
    """Tables whose cells are sentences (questions with their answers): text as well as table."""
    recognised: tuple[Span, ...] = ()
    """Stretches of the text that a machine read off a picture: each value there wants checking."""
    all_tables_known: bool = False
    """Whether no table stands in the text but those in `grids`: a workbook's cells."""
    place: Callable[[int, int], Place] = field(default=in_text)
    close: Callable[[], None] = field(default=nothing_to_close)
