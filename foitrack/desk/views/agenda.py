"""What needs doing, and what falls on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.desk.views.asking import CampaignView
from foitrack.law.terms import (
    NextStep,
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to do, and why now. A batch has several request ids."""

    request_ids: tuple[int, ...]
    authority: str
    detail: str
    when: str
    when_detail: str
    step: NextStep
    day: int | None
    """Working day of the count reached today, for the ticks; None where there is no count."""
    late: int
    limit: int = 20
    right_ends: date | None = None
    """Where it is there for a right of one's own: the last day of that."""
    beyond: bool = False
    """Whether it stands for all that is later than the lines above it."""


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """A group of Today, worst first."""

    kind: str
    """overdue, due-soon, to-read, review, commissioner, date-missing."""
    title: str
    hint: str
    items: tuple[AgendaItem, ...]
    requests: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The Today page: a headline of counts, a second sentence, and the groups not empty."""

    headline: str
    sentence: str
    groups: tuple[AgendaGroup, ...]


@dataclass(frozen=True, slots=True)
class UnplacedDocument:
    """A document that was kept before it was known which request it answers."""

    proposal_id: int
    name: str


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One mark on the Deadlines calendar."""

    on: date
    kind: str
    """due, late, response, review, commissioner."""
    label: str
    detail: str
    request_id: int
    window_from: date | None = None
    """Where set, a bar runs from that day to `on`."""


@dataclass(frozen=True, slots=True)
class HolidayMark:
    """A bank holiday and the nations that keep it (E, W, S, NI)."""

    on: date
    title: str
    nations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of the side bar."""

    today: int
    requests: int
    case_rows: int
    campaigns: tuple[CampaignView, ...]
