"""What the PDF summary says: facts and dates, gathered before a page is laid out.

None stands for what is not known; the pages say so in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from foitrack.law.terms import (
    CountedDay,
    LetterKind,
    Outcome,
    Regime,
    Review,
    Standing,
    State,
    Strength,
)


class Paper(StrEnum):
    """The sheet to print on: A4 upright, or A4 on its side."""

    A4 = "a4"
    A4_WIDE = "a4-wide"


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """What to put in a summary, and whose names to leave out of it."""

    headline: bool = True
    """The four figures, and the bar of where the requests stand."""
    times: bool = True
    """The table of authorities with the time each took, and the reasons given."""
    responses: bool = True
    """A section for each response."""
    waiting: bool = True
    """The requests with no answer yet, as one table."""
    cases: bool = True
    """The charts and tables of case data."""
    notes: bool = False
    """The campaigner's own notes."""
    leave_out_officials: bool = True
    leave_out_requester: bool = True
    """The requester's own name and address."""
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The TrueType files to print with. `others` are tried where Inter lacks a character."""

    regular: Path
    medium: Path
    semibold: Path
    bold: Path
    others: tuple[Path, ...] = ()


def fonts_in(folder: Path) -> FontFiles:
    """The font files as the app ships them: Inter, and Noto Sans for what Inter lacks."""
    return FontFiles(
        regular=folder / "Inter-Regular.ttf",
        medium=folder / "Inter-Medium.ttf",
        semibold=folder / "Inter-SemiBold.ttf",
        bold=folder / "Inter-Bold.ttf",
        others=tuple(sorted(folder.glob("NotoSans-Regular.ttf"))),
    )


class BarShape(Protocol):
    """A bar of a chart: its label and a count for each series."""

    @property
    def label(self) -> str: ...
    @property
    def counts(self) -> Sequence[int]: ...
    @property
    def known(self) -> bool: ...


class ChartShape(Protocol):
    """The description of a chart that the window paints and the PDF draws."""

    @property
    def title(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def series(self) -> Sequence[str]: ...
    @property
    def bars(self) -> Sequence[BarShape]: ...
    @property
    def note(self) -> str: ...


@dataclass(frozen=True, slots=True)
class SummaryCited:
    """A provision cited against a request, for the table and the count of reasons."""

    provision: str
    title: str = ""
    effect: str = ""
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One request of the summary."""

    request_id: int
    authority: str | None
    title: str
    references: tuple[str, ...]
    sent_on: date | None
    due_on: date | None
    """Last day for the answer."""
    state: State
    outcome: Outcome | None
    answered: bool
    days: int | None
    """Working days taken; while it waits, working days gone by so far."""
    late: bool
    """The last day passed before the answer came, or has passed with none."""
    limit: int
    """Working days that the law allows for this request."""
    provisions: tuple[SummaryCited, ...] = ()
    review: Review = Review.NONE
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class SummaryProvision:
    """A provision cited in a response, with the sentence it stands in and its place."""

    provision: str
    with_provisions: tuple[str, ...]
    title: str
    kind: str
    effect: str
    basis: str
    sentence: str
    where: str
    standing: Standing = Standing.CITED
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class SummaryDocument:
    """A document a response came as."""

    name: str
    pages: int | None
    size: int
    """In bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class SummaryReview:
    """The internal review of a request, and what can be done next."""

    status: Review
    asked_on: date | None = None
    due_on: date | None = None
    due_basis: str = ""
    limit_on: date | None = None
    limit_basis: str = ""
    answered_on: date | None = None
    challenged: str = ""
    ask_by: date | None = None
    ask_by_basis: str = ""
    offered_window: str | None = None
    contact: str | None = None
    possible_now: str = ""


@dataclass(frozen=True, slots=True)
class CaseColumn:
    """A column of a case data table; numbers stand at its right."""

    label: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class SummaryCaseRow:
    """A line of case data: a cell for each column, its place, and whether a person checked it."""

    cells: tuple[str, ...]
    place: str
    checked: bool
    remark: str = ""
    """What the reader flagged, in plain words."""


@dataclass(frozen=True, slots=True)
class CaseTable:
    """The case data of one response. `total` is said in words: it may be a range."""

    columns: tuple[CaseColumn, ...]
    rows: tuple[SummaryCaseRow, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class SummaryResponse:
    """One response, with all that its section prints."""

    key: str
    """Unique in the summary; names the place that links and bookmarks lead to."""
    request_id: int
    authority: str | None
    title: str
    references: tuple[str, ...]
    regime: Regime
    number: int
    """Which of the request's responses this is, counted from 1."""
    of: int
    letter: LetterKind | None
    sent_on: date | None
    answered_on: date | None
    due_on: date | None
    basis: str
    """The law that sets the last day."""
    strength: Strength | None
    original_due_on: date | None
    """The last day before the authority took more time."""
    day: int | None
    late: bool
    limit: int
    strip: tuple[CountedDay, ...]
    """Every day from the start of the count to the last day or the answer, the later."""
    wording: str
    outcome: Outcome | None
    attachments_named: tuple[str, ...]
    provisions: tuple[SummaryProvision, ...]
    review: SummaryReview
    documents: tuple[SummaryDocument, ...]
    cases: CaseTable | None
    notes: str = ""
    open_findings: int = 0
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The case data of the whole summary, for its first page."""

    rows: int
    total_low: int
    total_high: int
    unchecked: int
    authorities: int
    """Sources of case data: authorities, or requests where the authority is not stated."""
    caution: str
    charts: tuple[ChartShape, ...]
    alike: tuple[tuple[str, ...], ...] = ()
    """The authorities by what they count; only within a group may counts be added up."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole summary, ready to be laid out."""

    title: str
    made_on: date
    requests: tuple[SummaryRow, ...]
    responses: tuple[SummaryResponse, ...]
    cases: CaseFigures | None
    options: SummaryOptions
    campaign: bool = True
    """False where it covers every request of the case file."""
