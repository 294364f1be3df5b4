"""A request's events in the order in which they must have happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from foitrack.law.terms import Event, EventKind

_LIFE = (
    EventKind.SENT,
    EventKind.POSTED,
    EventKind.TRANSFERRED,
    EventKind.RECEIVED,
    EventKind.ACKNOWLEDGED,
    EventKind.CLARIFICATION_ASKED,
    EventKind.CLARIFICATION_GIVEN,
    EventKind.FEES_NOTICE,
    EventKind.FEE_PAID,
    EventKind.PUBLIC_INTEREST_EXTENSION,
    EventKind.EXTENSION,
    EventKind.CHASED,
    EventKind.RESPONSE,
    EventKind.LAST_CONTACT,
    EventKind.REVIEW_ASKED,
    EventKind.REVIEW_OUTCOME,
    EventKind.COMPLAINT,
    EventKind.DECISION_NOTICE,
    EventKind.APPEAL,
    EventKind.WITHDRAWN,
    EventKind.CLOSED,
)
_RANK = {kind: rank for rank, kind in enumerate(_LIFE)}


def rank(kind: EventKind) -> int:
    """Where a kind of event stands in a request's life, from 0."""
    return _RANK[kind]


class History:
    """The events of one request, sorted; those without a day stand where they belong by kind."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Events may come in any order."""
        everything = tuple(events)
        self._dated: dict[EventKind, list[date]] = {}
        dated = sorted(
            (event for event in everything if event.on is not None),
            key=lambda event: (event.on, _RANK[event.kind]),
        )
        for event in dated:
            assert event.on is not None
            self._dated.setdefault(event.kind, []).append(event.on)
        undated = [event for event in everything if event.on is None]
        self.events: Sequence[Event] = _placed(dated, undated) if undated else dated
        self._kinds = {event.kind for event in everything}

    def happened(self, kind: EventKind) -> bool:
        """Whether there is such an event, its day known or not."""
        return kind in self._kinds

    def days(self, kind: EventKind) -> Sequence[date]:
        """The known days of a kind of event, earliest first."""
        return self._dated.get(kind, ())

    def first(self, kind: EventKind, since: date | None = None) -> date | None:
        """The earliest known day of a kind of event, on or after `since`."""
        return next((on for on in self.days(kind) if since is None or on >= since), None)

    def last(self, kind: EventKind, until: date | None = None) -> date | None:
        """The latest known day of a kind of event, on or before `until`."""
        days = self.days(kind)
        return next((on for on in reversed(days) if until is None or on <= until), None)

    def of(self, kind: EventKind) -> Iterable[Event]:
        """The events of a kind, in order."""
        return (event for event in self.events if event.kind is kind)


def _placed(dated: Sequence[Event], undated: Iterable[Event]) -> list[Event]:
    """An event without a day goes after the last one that comes before it in a request's life."""
    placed = list(dated)
    for event in sorted(undated, key=lambda event: _RANK[event.kind]):
        own = _RANK[event.kind]
        at = max((i + 1 for i, other in enumerate(placed) if _RANK[other.kind] <= own), default=0)
        placed.insert(at, event)
    return placed
