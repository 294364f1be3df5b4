"""The words of the field as types, shared by every layer above.

Nothing here computes: these are the values that the clock, the readers, the case file and
the screens pass to one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Regime(StrEnum):
    """The law a request is made under."""

    FOIA = "FOIA"
    """Freedom of Information Act 2000."""
    EIR = "EIR"
    """Environmental Information Regulations 2004 (SI 2004/3391)."""
    FOISA = "FOISA"
    """Freedom of Information (Scotland) Act 2002."""
    EISR = "EISR"
    """Environmental Information (Scotland) Regulations 2004 (SSI 2004/520)."""


class Body(StrEnum):
    """Kinds of authority for which a statute sets a period of its own."""

    GENERAL = "general"
    SCHOOL = "school"
    NATIONAL_ARCHIVES = "national-archives"
    KEEPER = "keeper"
    ARMED_FORCES = "armed-forces"
    ABROAD = "abroad"


ClosedDays = tuple[tuple[date, date], ...]
"""A school's holidays: first and last day of each, both included."""


class EventKind(StrEnum):
    """Things that happen to a request on a date."""

    SENT = "sent"
    POSTED = "posted"
    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    CLARIFICATION_ASKED = "clarification-asked"
    CLARIFICATION_GIVEN = "clarification-given"
    FEES_NOTICE = "fees-notice"
    FEE_PAID = "fee-paid"
    PUBLIC_INTEREST_EXTENSION = "public-interest-extension"
    EXTENSION = "extension"
    RESPONSE = "response"
    REVIEW_ASKED = "review-asked"
    REVIEW_OUTCOME = "review-outcome"
    LAST_CONTACT = "last-contact"
    CHASED = "chased"
    COMPLAINT = "complaint"
    DECISION_NOTICE = "decision-notice"
    APPEAL = "appeal"
    TRANSFERRED = "transferred"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    """The campaigner put the request away; starts no clock."""


class DeadlineKind(StrEnum):
    """The last days that a request's events give rise to."""

    RESPONSE = "response"
    REFUSAL_NOTICE = "refusal-notice"
    PUBLIC_INTEREST_LIMIT = "public-interest-limit"
    EXTENSION_NOTICE = "extension-notice"
    FEE_PAYMENT = "fee-payment"
    SPECIFIED_DAY_LIMIT = "specified-day-limit"
    REVIEW_REQUEST = "review-request"
    REVIEW = "review"
    REVIEW_LIMIT = "review-limit"
    COMMISSIONER = "commissioner"
    TRIBUNAL = "tribunal"
    COURT_OF_SESSION = "court-of-session"


class Strength(StrEnum):
    """How binding the source of a date is."""

    STATUTE = "statute"
    CODE = "code"
    GUIDANCE = "guidance"


class State(StrEnum):
    """Where a request stands. Computed, never typed."""

    DRAFT = "draft"
    DATE_MISSING = "date-missing"
    WAITING = "waiting"
    CLARIFICATION_WANTED = "clarification-wanted"
    FEE_WANTED = "fee-wanted"
    OVERDUE = "overdue"
    RESPONSE_TO_READ = "response-to-read"
    ANSWERED = "answered"
    IN_REVIEW = "in-review"
    REVIEW_LATE = "review-late"
    WITH_COMMISSIONER = "with-commissioner"
    WITH_TRIBUNAL = "with-tribunal"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Outcome(StrEnum):
    """What an answer was."""

    DISCLOSED = "disclosed"
    PART_DISCLOSED = "part-disclosed"
    REFUSED = "refused"
    NOT_HELD = "not-held"
    NEITHER_CONFIRM_NOR_DENY = "neither-confirm-nor-deny"
    COST_LIMIT = "cost-limit"
    VEXATIOUS = "vexatious"
    REPEATED = "repeated"


class Review(StrEnum):
    """Where the internal review stands."""

    NONE = "none"
    ASKED = "asked"
    LATE = "late"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly-upheld"
    OVERTURNED = "overturned"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """What became of a provision that was cited."""

    CITED = "cited"
    WITHDRAWN = "withdrawn"
    UPHELD = "upheld"
    OVERTURNED = "overturned"


class LetterKind(StrEnum):
    """What kind of letter a document is."""

    RESPONSE = "response"
    ACKNOWLEDGEMENT = "acknowledgement"
    CLARIFICATION_ASKED = "clarification-asked"
    FEES_NOTICE = "fees-notice"
    EXTENSION = "extension"
    PUBLIC_INTEREST_EXTENSION = "public-interest-extension"
    TRANSFERRED = "transferred"
    REVIEW_OUTCOME = "review-outcome"
    HOLDING = "holding"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a request. `on` is None where the day is not known."""

    kind: EventKind
    on: date | None
    until: date | None = None
    """A new date that the authority announced: of an extension, or, for a response, the last day
    to ask for a review that its letter gives."""
    detail: str = ""
    """For review-outcome: a `Review` value. For sent: how it was sent."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A weekday that does not count, and why ("St Patrick's Day, bank holiday in …")."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One calendar day of a count; `n` is None where the day does not count."""

    on: date
    n: int | None
    why: str


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Another date that a different reading of the law gives."""

    on: date
    basis: str
    strength: Strength
    why: str


@dataclass(frozen=True, slots=True)
class Met:
    """How a deadline was met: on which day of the count, and how late (0: in time).

    `day` has the number that the count gives it. `late` is in calendar days, so that a Saturday
    after a Friday is late; in working days it is `day` less the deadline's `working_days`.
    """

    on: date
    day: int
    late: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day, with all that explains it. The field names are those of `foitrack due`."""

    kind: DeadlineKind
    on: date
    strength: Strength
    basis: str
    start: date
    """Day 0; printed as `from` in JSON."""
    working_days: int | None
    skipped: tuple[Skipped, ...] = ()
    disregarded: tuple[date, ...] = ()
    original: date | None = None
    also: tuple[OtherReading, ...] = ()
    provisional: bool = False
    assumed: bool = False
    met: Met | None = None
    disregarded_why: tuple[str, ...] = ()
    """One reason for each day of `disregarded`."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """All deadlines that a request's events give, and notes in plain words."""

    deadlines: tuple[Deadline, ...]
    notes: tuple[str, ...] = ()

    def of(self, kind: DeadlineKind) -> Deadline | None:
        """The newest deadline of a kind, or None where the events give none."""
        found = [deadline for deadline in self.deadlines if deadline.kind is kind]
        return found[-1] if found else None


class Step(StrEnum):
    """The next thing to do about a request."""

    SEND = "send"
    SET_DATE = "set-date"
    WAIT = "wait"
    CHASE = "chase"
    CLARIFY = "clarify"
    PAY_FEE = "pay-fee"
    READ_RESPONSE = "read-response"
    ASK_REVIEW = "ask-review"
    CHASE_REVIEW = "chase-review"
    COMPLAIN = "complain"
    APPEAL = "appeal"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next, in one plain sentence, and by when (None: no last day)."""

    step: Step
    sentence: str
    by: date | None = None
    basis: str = ""
