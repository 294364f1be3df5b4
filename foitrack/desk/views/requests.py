"""A request as lists and its own page show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foitrack.desk.law_notes import LawNote
from foitrack.law.escalation import Rung
from foitrack.law.terms import (
    Body,
    ClosedDays,
    Deadline,
    Event,
    LetterKind,
    NextStep,
    Outcome,
    Reckoning,
    Regime,
    Review,
    Standing,
    State,
)
from foitrack.reading.findings import Place


@dataclass(frozen=True, slots=True)
class ProvisionTag:
    """A provision beside a request: "FOIA s31(1)(g)", and whether a person confirmed it."""

    provision: str
    confirmed: bool
    title: str = ""
    effect: str = ""
    standing: Standing = Standing.CITED


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One line of the Requests list."""

    id: int
    state: State
    outcome: Outcome | None
    authority: str | None
    title: str
    campaign: str | None
    regime: Regime
    references: tuple[str, ...]
    sent_on: date | None
    due_on: date | None
    """Last day for the answer."""
    answered: bool
    answered_on: date | None
    answered_day: int | None
    """Working day of the count on which it was answered; None where a date is missing."""
    working_days_left: int | None
    """While waiting: working days to `due_on`, negative when late. None once answered."""
    review: Review
    review_by: date | None
    """Last day to ask for internal review, while that is open."""
    review_due_on: date | None
    review_days_late: int | None
    provisions: tuple[ProvisionTag, ...]
    provisional: bool
    due_soon: bool
    """Waiting, and due within 5 working days."""
    review_answered: bool = False
    """The internal review was answered, and nobody has said how it ended."""


class SortKey(StrEnum):
    """What the Requests list can be sorted by; URGENCY is what needs doing first."""

    URGENCY = "urgency"
    STATE = "state"
    AUTHORITY = "authority"
    TITLE = "title"
    CAMPAIGN = "campaign"
    REFERENCE = "reference"
    SENT = "sent"
    DUE = "due"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """Which requests to list. Empty sets and None mean all."""

    campaign_id: int | None = None
    states: frozenset[State] = frozenset()
    regimes: frozenset[Regime] = frozenset()
    reviews: frozenset[Review] = frozenset()
    overdue: bool = False
    search: str = ""
    binned: bool = False
    ids: frozenset[int] = frozenset()
    """Only these requests, as of a batch or of a day."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as kept, with its identity, so that it can be corrected."""

    id: int
    event: Event
    note: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A line of the Timeline tab: an event that happened, or a last day still to come."""

    on: date | None
    title: str
    detail: str
    icon: str
    """An icon's name: send, received, response, deadline, review, scales, note."""
    future: bool
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as kept: name as dropped, media type, size in bytes, SHA-256 in hex."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str
    pages: int | None
    format: str = ""
    """As read: pdf, docx, eml ...; empty where it could not be read, or has not been."""
    part: str = ""
    """Where it stands in the mail or archive it came in; empty for what was dropped."""
    parent_id: int | None = None
    """The mail or archive that it came in."""
    error: str | None = None
    """In plain words, where it could not be read; it is kept all the same."""
    warnings: tuple[str, ...] = ()
    text: str = ""
    """What was read from it, in a proposal only; places count characters in this."""


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """A provision cited in a response, with the sentence it stands in."""

    id: int
    provision: str
    with_provisions: tuple[str, ...]
    title: str
    kind: str
    effect: str
    basis: str
    sentence: str
    place: Place
    document_id: int | None
    confirmed: bool
    standing: Standing
    notes: str = ""
    law: LawNote | None = None


@dataclass(frozen=True, slots=True)
class ResponseView:
    """One answer to a request: recorded, or still a proposal to read."""

    id: int
    recorded: bool
    letter: LetterKind | None
    received_on: date | None
    outcome: Outcome | None
    reference: str | None
    documents: tuple[DocumentView, ...]
    attachments_named: tuple[str, ...]
    review_window: str | None
    review_contact: str | None
    provisions: tuple[ProvisionView, ...]
    case_rows: int
    open_findings: int
    """Findings still neither confirmed nor rejected."""
    dated: date | None = None
    """The day read in a letter that is still to be read; no fact yet."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The internal review of a request."""

    status: Review
    asked_on: date | None
    due: Deadline | None
    limit: Deadline | None
    """The longest it may take, where the law or code gives a limit."""
    answered_on: date | None
    challenged: str
    """What the campaigner challenged, in their words."""
    ask_by: Deadline | None
    offered_window: str | None
    possible_now: str
    """One sentence: what can be done now, and until when."""
    answered: bool = False
    """Whether its answer came, though nobody may have said how it ended or when."""


@dataclass(frozen=True, slots=True)
class RequestDetail:
    """Everything the detail pane and `foitrack show` need."""

    row: RequestRow
    authority_id: int | None
    campaign_id: int | None
    body: Body
    wording: str
    requester_name: str
    requester_address: str
    sent_by: str
    notes: str
    events: tuple[EventView, ...]
    reckoning: Reckoning
    timeline: tuple[TimelineEntry, ...]
    next_step: NextStep
    responses: tuple[ResponseView, ...]
    review: ReviewView
    case_rows: int
    way_up: tuple[Rung, ...] = ()
    """Chase, review, Commissioner, Tribunal or Court of Session: what is open now, in order."""
    closed: ClosedDays = ()
    """Under a school's clock: the holidays given."""
    binned: bool = False
    """Whether it lies in the bin."""
