"""A campaign as its own page shows it: who was asked, and what each answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foitrack.desk.views.requests import RequestRow


class Figure(StrEnum):
    """What a campaign's requests are counted by; a request may count in several."""

    ASKED = "asked"
    ANSWERED = "answered"
    """In full."""
    PART = "part"
    REFUSED = "refused"
    NOT_HELD = "not-held"
    UNSAID = "unsaid"
    """Answered, and what the answer was is not recorded."""
    TO_READ = "to-read"
    NONE_YET = "none-yet"
    """No answer, and one is still to come."""
    LATE = "late"
    """No answer, and its last day has passed."""
    IN_REVIEW = "in-review"
    COMMISSIONER = "commissioner"
    TRIBUNAL = "tribunal"
    ENDED = "ended"
    """Closed or withdrawn without an answer."""
    DRAFT = "draft"
    """Not sent yet."""


OTHER_PERIODS = "other"
"""The key of rows whose period is no single year, or is not given."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One authority's line: its request, and what its answer holds."""

    row: RequestRow
    nation: str
    """Empty, as `kind` is, where nobody has said it."""
    kind: str
    figures: frozenset[Figure]
    answered_late: bool | None
    """Whether the answer came after its last day; None without an answer or a date."""
    by_year: tuple[tuple[str, int], ...]
    """Case rows by year; `OTHER_PERIODS` for those of no single year."""

    @property
    def case_rows(self) -> int:
        """All case rows of its answers."""
        return sum(number for _, number in self.by_year)

    def rows_of(self, year: str) -> int:
        """The case rows of a year."""
        return dict(self.by_year).get(year, 0)


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, and of how many authorities in these very words."""

    wording: str
    requests: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """A campaign: what was asked of whom, and what came of it."""

    id: int
    name: str
    schema: str | None
    notes: str
    sentence: str
    figures: tuple[tuple[Figure, int], ...]
    """In order; those that say nothing here are left out."""
    questions: tuple[Question, ...]
    years: tuple[str, ...]
    """The years that case rows are of, in order; `OTHER_PERIODS` last where there are such."""
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class CoverageFilter:
    """Which lines to show. Empty sets mean all."""

    figures: frozenset[Figure] = frozenset()
    nations: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    search: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Another authority that answered the same question in full."""

    request_id: int
    authority: str
    reference: str | None
    answered_on: date | None
    same: bool
    """In the same words; else the question was much the same."""


@dataclass(frozen=True, slots=True)
class ReadyLetter:
    """A letter to copy; nothing is sent."""

    request_id: int
    authority: str
    to: str
    """The authority's address where it is known."""
    subject: str
    body: str
    late: str
    """How late it is, in words."""
