"""What a call wrote, what was done before, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from foitrack.errors import PlainError


@dataclass(frozen=True, slots=True)
class Changed:
    """What a call changed, so that only that is refreshed; `undo_label` names the undo step."""

    undo_label: str
    request_ids: tuple[int, ...] = ()
    new_id: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change set: what, when, by whom, and whether it has been undone."""

    id: int
    label: str
    at: datetime
    who: str
    undone: bool = False
    request_ids: tuple[int, ...] = field(default_factory=tuple)


class DeskError(PlainError):
    """Something a person can act on: what happened, that nothing was lost, what to do."""
