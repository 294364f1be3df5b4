"""What the desk shows: plain values for screens, the command line and reports.

Every date that is not known is None; screens say "not known", never a dash.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from foitrack.desk.law_notes import LawNote
from foitrack.errors import PlainError
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
from foitrack.reading.findings import Certainty, Place


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


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a person types to log a request that has been sent."""

    title: str
    authority: str | None
    """A name, short name or alias from the directory, or a new authority's own name."""
    wording: str = ""
    campaign: str | None = None
    regime: Regime | None = None
    """None: proposed from the authority."""
    body: Body | None = None
    sent_on: date | None = None
    received_on: date | None = None
    sent_by: str = "email"
    """email, post, website, other."""
    reference: str | None = None
    requester_name: str = ""
    requester_address: str = ""
    notes: str = ""
    closed: ClosedDays = ()


@dataclass(frozen=True, slots=True)
class AuthorityChoice:
    """An authority that a search found, with the regime proposed and why."""

    id: int | None
    """None while it stands in the directory only, not yet in this case file."""
    name: str
    short_name: str
    detail: str
    """Welsh name, place or alias that helps to tell it apart."""
    regime: Regime
    regime_reason: str
    body: Body
    group: str = ""


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign and how many requests it has."""

    id: int
    name: str
    requests: int
    schema: str | None


class FindingStatus(StrEnum):
    """What a person has said of a finding."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ProposedFinding:
    """A finding of a proposal, as Record response lists it."""

    id: int
    field: str
    """reference, authority, request_date, received_date, response_date, letter, outcome,
    exemption, review_result, review_offer, review_window, review_contact, attachment,
    request_text."""
    value: str
    printed: str
    place: Place
    why: str
    certainty: Certainty
    status: FindingStatus
    with_provisions: tuple[str, ...] = ()
    matches: bool = False
    """The value is what the request already has ("Matches yours")."""
    title: str = ""
    """For an exemption: what it is called, and whether it is absolute or qualified."""
    law: LawNote | None = None
    """For an exemption: what the law says of it."""
    document_id: int | None = None
    """The document it was read from, one of the proposal's."""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table found in a document, verbatim."""

    id: int
    number: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total_row: tuple[str, ...] | None
    heading: str | None
    place: Place
    flags: tuple[str, ...]
    document_id: int | None = None
    chosen: tuple[tuple[int, str | None], ...] = ()
    """Columns, counted from 0, that a person led to a field, or to none."""
    row_cells: tuple[str, ...] = ()
    """The cells of each row on its sheet, such as "A5:F5"; empty where they are not known."""


@dataclass(frozen=True, slots=True)
class CaseRowView:
    """A case row: normal values by field, printed cells, and where it came from."""

    id: int
    request_id: int
    authority: str | None
    values: dict[str, tuple[str, ...]]
    """Normal values by field: period, year, rank, platform, allegation, outcome, outcome_family."""
    printed: dict[str, str]
    count: int | None
    low: int | None
    high: int | None
    place: Place
    document_id: int | None
    document: str | None
    checked: bool
    flags: tuple[str, ...] = ()
    source: str = "table"
    """"table", or "prose" for a row made of a sentence."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A document kept as dropped and what was read from it, waiting for a person."""

    id: int
    """The same number as its ResponseView.id."""
    request_id: int | None
    documents: tuple[DocumentView, ...]
    text: str
    findings: tuple[ProposedFinding, ...]
    tables: tuple[TableView, ...]
    cases: tuple[CaseRowView, ...]
    zeros: tuple[str, ...]
    mentioned: tuple[str, ...]
    warnings: tuple[str, ...]
    error: str | None
    """In plain words, where the document could not be read; it is kept all the same."""
    recorded: bool = False
    response_date: date | None = None
    """Once recorded: the date of the response, None where it is not known."""
    outcome: Outcome | None = None
    split: tuple[int, ...] = ()
    """Just read: the file held answers of their own, which are proposals of their own now."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of one document of a batch: where it went and why, each still to confirm."""

    name: str
    proposal_id: int
    request_id: int | None
    """None: in doubt, so that a person chooses."""
    why: str
    """One sentence: by what it was matched, or why it was not."""
    candidates: tuple[int, ...] = ()
    """In doubt: the requests that it may answer, best first."""
    error: str | None = None
    """Why it could not be read; it is kept all the same."""
    again: bool = False
    """The same document had come before: `proposal_id` is the one it came with then."""


@dataclass(frozen=True, slots=True)
class FindingDecision:
    """What the person decided about one finding; `value` where they corrected it."""

    finding_id: int
    status: FindingStatus
    value: str | None = None


@dataclass(frozen=True, slots=True)
class RecordDecisions:
    """What to save from a proposal; whatever is not named stays a proposal."""

    findings: tuple[FindingDecision, ...]
    response_date: date | None
    response_date_known: bool
    """False: the person said "Not known"; response_date is then None."""
    outcome: Outcome | None = None
    accept_cases: bool = False
    """Take the case rows of the tables; rows from sentences are taken only by number."""
    added_provisions: tuple[str, ...] = ()
    """Provisions added by hand, canonical."""
    accept_rows: tuple[int, ...] = ()
    """Case rows taken one by one, by number, rows from sentences among them."""


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
class CaseFilter:
    """Which case rows to show. `values` maps a field to the values wanted."""

    campaign_id: int | None = None
    request_id: int | None = None
    authority: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    search: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: a label and a count for each series, in the chart's series order."""

    label: str
    counts: tuple[int, ...]
    known: bool = True
    """False for "Not given"."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts of case data by one field, split by authority."""

    title: str
    field: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """The figures over the case rows: row and case totals, charts, and what must not be added."""

    rows: int
    total_low: int
    total_high: int
    unchecked: int
    authorities: tuple[str, ...]
    charts: tuple[Chart, ...]
    caution: str
    """Said where counts count unlike things; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers of the side bar."""

    today: int
    requests: int
    case_rows: int
    campaigns: tuple[CampaignView, ...]


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
