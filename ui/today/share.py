"""How a campaign's requests are shared out: each counts once, by its answer or by its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from foitrack.desk.views import RequestRow
from foitrack.law.terms import Outcome, State


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: its words, icon, and the theme's colour token."""

    key: str
    words: str
    icon: str
    tone: str
    hatched: bool = False


def _part(key: str, words: object, icon: str, tone: str, *, hatched: bool = False) -> Part:
    return Part(key, str(words), icon, tone, hatched)


PARTS = (
    _part("answered", QT_TRANSLATE_NOOP("Today", "Answered"), "check-circle", "green"),
    _part("part", QT_TRANSLATE_NOOP("Today", "Answered in part"), "part", "green", hatched=True),
    _part("refused", QT_TRANSLATE_NOOP("Today", "Refused"), "refused", "plum"),
    _part("not-held", QT_TRANSLATE_NOOP("Today", "Not held"), "dash", "text3"),
    _part("to-read", QT_TRANSLATE_NOOP("Today", "To read"), "mail", "accent"),
    _part("waiting", QT_TRANSLATE_NOOP("Today", "Waiting"), "hourglass", "tick_left"),
    _part("overdue", QT_TRANSLATE_NOOP("Today", "Overdue"), "alert", "red"),
    _part("date-missing", QT_TRANSLATE_NOOP("Today", "Date missing"), "question", "amber"),
    _part("other", QT_TRANSLATE_NOOP("Today", "Not sent or ended"), "closed", "ctl"),
)
_BY_OUTCOME = {
    Outcome.DISCLOSED: "answered",
    Outcome.PART_DISCLOSED: "part",
    Outcome.NOT_HELD: "not-held",
}
_BY_STATE = {
    State.RESPONSE_TO_READ: "to-read",
    State.WAITING: "waiting",
    State.CLARIFICATION_WANTED: "waiting",
    State.FEE_WANTED: "waiting",
    State.OVERDUE: "overdue",
    State.DATE_MISSING: "date-missing",
    State.ANSWERED: "answered",
}


@dataclass(frozen=True, slots=True)
class Share:
    """A campaign and how many of its requests are in each part, in the order of `PARTS`."""

    campaign_id: int | None
    name: str
    counts: tuple[tuple[Part, int], ...]

    @property
    def total(self) -> int:
        """All its requests."""
        return sum(count for _, count in self.counts)


def part_key(row: RequestRow) -> str:
    """Where a request counts. What has been answered counts by its answer, in review or not."""
    if row.state is State.RESPONSE_TO_READ:
        return "to-read"
    if row.outcome is not None:
        return _BY_OUTCOME.get(row.outcome, "refused")
    if row.answered:
        return "answered"
    return _BY_STATE.get(row.state, "other")


def share_out(campaign_id: int | None, name: str, rows: Iterable[RequestRow]) -> Share:
    """Count a campaign's requests; empty parts are left out."""
    counted = Counter(part_key(row) for row in rows)
    found = tuple((part, counted[part.key]) for part in PARTS if counted[part.key])
    return Share(campaign_id, name, found)
