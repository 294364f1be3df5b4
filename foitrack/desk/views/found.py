"""What a search over the whole case file finds, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from foitrack.reading.findings import Place

Span = tuple[int, int]


class HitKind(StrEnum):
    """What was found, in the order in which it is shown."""

    REQUEST = "request"
    CAMPAIGN = "campaign"
    AUTHORITY = "authority"
    DOCUMENT = "document"
    CASE_ROW = "case_row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Marked:
    """Some words, and the parts of them that were sought: first character, and the one after."""

    text: str = ""
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found; of the ids those that lead to it."""

    kind: HitKind
    title: Marked
    snippet: Marked = Marked()
    detail: str = ""
    """What else tells it from others: "Gwent Police, 549/21"."""
    request_id: int | None = None
    campaign_id: int | None = None
    authority: str | None = None
    response_id: int | None = None
    document_id: int | None = None
    place: Place | None = None
    """Where in the document; `start` and `end` count characters of its text."""
    on_event: bool = False
    """A note on something that happened to the request, not on the request itself."""


@dataclass(frozen=True, slots=True)
class HitGroup:
    """What was found of one kind, best first."""

    kind: HitKind
    hits: tuple[Hit, ...]
    more: bool = False
    """There is more of this kind than is shown."""
