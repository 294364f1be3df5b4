"""What reading a document yields. The field names are those of `foitrack read`.

Plain values only, so that they cross a process boundary unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from foitrack.errors import PlainError
from foitrack.law.terms import LetterKind, Outcome


class Certainty(StrEnum):
    """How a finding should be put to the person who checks it."""

    FOUND = "found"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document; whichever of these the format has."""

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the top left of the page."""
    start: int | None = None
    end: int | None = None
    """A span of characters in the document's text."""
    sheet: str | None = None
    cell: str | None = None
    part: str | None = None
    """The member of a mail or an archive."""
    table: int | None = None
    row: int | None = None
    """Counted from 1, as a person would."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value read from a document, with the text it was printed as, its place, and why."""

    field: str
    value: str
    printed: str
    place: Place
    why: str
    question: str | None = None
    certainty: Certainty = Certainty.FOUND
    with_provisions: tuple[str, ...] = ()
    """For an exemption: the purposes and conditions that belong to it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table, verbatim. `rows` excludes a totals row, which stands in `total_row`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    place: Place
    total_row: tuple[str, ...] | None = None
    heading: str | None = None
    """The line that stands over the table and applies to its rows ("2018")."""
    row_places: tuple[Place, ...] = ()
    flags: tuple[str, ...] = ()
    true_values: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What a cell holds (an ISO day, a number), by row and column from 0, where what it prints
    says less or else: a sheet that prints days month first."""


@dataclass(frozen=True, slots=True)
class CaseValue:
    """One normal value of a case row's field; `low` and `high` bound a suppressed count."""

    field: str
    value: str | None
    printed: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One proposed line of case data. A field with several values has several entries."""

    values: tuple[CaseValue, ...]
    place: Place
    printed: Mapping[str, str] = field(default_factory=dict)
    """The cells as printed, by the column's heading."""
    flags: tuple[str, ...] = ()
    source: str = "table"
    """"table", or "prose" for a row made of a sentence: shown as such, never silently."""

    def all(self, name: str) -> tuple[str, ...]:
        """The normal values of a field, in print order."""
        return tuple(v.value for v in self.values if v.field == name and v.value is not None)

    def one(self, name: str) -> str | None:
        """The first normal value of a field, or None."""
        for own in self.values:
            if own.field == name and own.value is not None:
                return own.value
        return None


@dataclass(frozen=True, slots=True)
class Zero:
    """An explicit nought printed where a period's table would be."""

    period: str
    place: Place


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """How one numbered question of the request was answered."""

    number: str
    outcome: Outcome | None
    exemptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewOffer:
    """What the letter says of an internal review."""

    offered: bool | None
    window: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything proposed from one document. None where the text does not say."""

    file: str
    format: str
    pages: int | None
    text: str
    letter: LetterKind | None
    reference: str | None
    authority: str | None
    request_date: date | None
    received_date: date | None
    response_date: date | None
    outcome: Outcome | None
    questions: tuple[QuestionAnswer, ...]
    request_text: str | None
    exemptions: tuple[str, ...]
    mentioned: tuple[str, ...]
    review: ReviewOffer
    tables: tuple[Table, ...]
    schema: str | None
    """The case schema used, or None where none fits."""
    cases: tuple[CaseRow, ...]
    zeros: tuple[Zero, ...]
    attachments_named: tuple[str, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    """What came inside: a mail's attachments, an archive's members; each with its own reading."""
    several: bool = False
    """Its parts are answers of their own: a mailbox, an archive of letters."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside another. A value read from it has `path` as its place's `part`."""

    name: str
    path: str
    """`reply.pdf`, or `letters.zip/reply.pdf` for one inside another."""
    data: bytes = field(repr=False)
    reading: Reading | None
    error: str | None = None
    """Why it could not be read, for a person."""
    aside: str = ""
    """Why it is kept but was not to be read ("a picture of the mail's own")."""


class UnreadableDocumentError(PlainError):
    """A document that cannot be read; `kind` is a short word, the message is for a person."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
