"""Dates, distances and the field's words as people read them (British English)."""

from __future__ import annotations

from datetime import date

from foitrack.law.terms import Body, DeadlineKind, EventKind, LetterKind, Outcome, Review, State
from foitrack.saying import say

STATE_WORDS: dict[State, str] = {
    State.DRAFT: "Draft",
    State.DATE_MISSING: "Date missing",
    State.WAITING: "Waiting",
    State.CLARIFICATION_WANTED: "Clarifying",
    State.FEE_WANTED: "Fee wanted",
    State.OVERDUE: "Overdue",
    State.RESPONSE_TO_READ: "Response to read",
    State.ANSWERED: "Answered",
    State.IN_REVIEW: "In review",
    State.REVIEW_LATE: "Review late",
    State.WITH_COMMISSIONER: "With the Commissioner",
    State.WITH_TRIBUNAL: "With the Tribunal",
    State.CLOSED: "Closed",
    State.WITHDRAWN: "Withdrawn",
}

OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.DISCLOSED: "Answered",
    Outcome.PART_DISCLOSED: "Answered in part",
    Outcome.REFUSED: "Refused",
    Outcome.NOT_HELD: "Not held",
    Outcome.NEITHER_CONFIRM_NOR_DENY: "Neither confirmed nor denied",
    Outcome.COST_LIMIT: "Refused: cost",
    Outcome.VEXATIOUS: "Refused: vexatious",
    Outcome.REPEATED: "Refused: repeated",
}

OUTCOME_WITHIN: dict[Outcome, str] = {
    Outcome.DISCLOSED: "answered",
    Outcome.PART_DISCLOSED: "answered in part",
    Outcome.REFUSED: "refused",
    Outcome.NOT_HELD: "not held",
    Outcome.NEITHER_CONFIRM_NOR_DENY: "neither confirmed nor denied",
    Outcome.COST_LIMIT: "refused: cost",
    Outcome.VEXATIOUS: "refused: vexatious",
    Outcome.REPEATED: "refused: repeated",
}
"""The same within a line: another language may not have the same word there, only smaller."""

REVIEW_WORDS: dict[Review, str] = {
    Review.NONE: "Not asked for",
    Review.ASKED: "Asked for",
    Review.LATE: "Late",
    Review.UPHELD: "Refusal upheld",
    Review.PARTLY_UPHELD: "Partly upheld",
    Review.OVERTURNED: "Overturned",
    Review.WITHDRAWN: "Withdrawn",
}

BODY_WORDS: dict[Body, str] = {
    Body.GENERAL: "No special time",
    Body.SCHOOL: "A maintained school, academy or pupil referral unit",
    Body.NATIONAL_ARCHIVES: "The National Archives or PRONI, or a record transferred to them",
    Body.KEEPER: "The Keeper of the Records of Scotland",
    Body.ARMED_FORCES: "The armed forces, for information from operations",
    Body.ABROAD: "An authority that holds the information abroad",
}
"""Authorities and information for which a statute sets a time of its own (SI 2004/3364)."""

EVENT_WORDS: dict[EventKind, str] = {
    EventKind.SENT: "Sent",
    EventKind.POSTED: "Posted",
    EventKind.RECEIVED: "Received by the authority",
    EventKind.ACKNOWLEDGED: "Acknowledged",
    EventKind.CLARIFICATION_ASKED: "Clarification asked for",
    EventKind.CLARIFICATION_GIVEN: "Clarification given",
    EventKind.FEES_NOTICE: "Fees notice",
    EventKind.FEE_PAID: "Fee paid",
    EventKind.PUBLIC_INTEREST_EXTENSION: "More time taken for the public interest test",
    EventKind.EXTENSION: "Time extended",
    EventKind.RESPONSE: "Response",
    EventKind.REVIEW_ASKED: "Internal review asked for",
    EventKind.REVIEW_OUTCOME: "Internal review answered",
    EventKind.LAST_CONTACT: "Last meaningful contact",
    EventKind.CHASED: "Chased",
    EventKind.COMPLAINT: "Complaint to the Commissioner",
    EventKind.DECISION_NOTICE: "Decision notice",
    EventKind.APPEAL: "Appeal",
    EventKind.TRANSFERRED: "Transferred",
    EventKind.WITHDRAWN: "Withdrawn",
    EventKind.CLOSED: "Closed",
}

LETTER_WORDS: dict[LetterKind, str] = {
    LetterKind.RESPONSE: "Response",
    LetterKind.ACKNOWLEDGEMENT: "Acknowledgement",
    LetterKind.CLARIFICATION_ASKED: "Asks for clarification",
    LetterKind.FEES_NOTICE: "Fees notice",
    LetterKind.EXTENSION: "Extends the time",
    LetterKind.PUBLIC_INTEREST_EXTENSION: "More time for the public interest test",
    LetterKind.TRANSFERRED: "Transferred to another authority",
    LetterKind.REVIEW_OUTCOME: "Outcome of the internal review",
    LetterKind.HOLDING: "Holding letter",
    LetterKind.OTHER: "Other",
}

DEADLINE_WORDS: dict[DeadlineKind, str] = {
    DeadlineKind.RESPONSE: "Answer",
    DeadlineKind.REFUSAL_NOTICE: "Refusal notice",
    DeadlineKind.PUBLIC_INTEREST_LIMIT: "Weighing the public interest, longest",
    DeadlineKind.EXTENSION_NOTICE: "Notice that it takes longer",
    DeadlineKind.FEE_PAYMENT: "Paying the fee",
    DeadlineKind.SPECIFIED_DAY_LIMIT: "Latest day the Commissioner may specify",
    DeadlineKind.REVIEW_REQUEST: "Asking for internal review",
    DeadlineKind.REVIEW: "Outcome of internal review",
    DeadlineKind.REVIEW_LIMIT: "Internal review, longest",
    DeadlineKind.COMMISSIONER: "Going to the Commissioner",
    DeadlineKind.TRIBUNAL: "Appeal to the Tribunal",
    DeadlineKind.COURT_OF_SESSION: "Appeal to the Court of Session",
}


def full_date(on: date) -> str:
    """A date in full, as in "Thu 30 March 2023"."""
    return f"{on:%a} {on.day} {on:%B %Y}"


def table_date(on: date) -> str:
    """A date for a table cell, as in "30 Mar 2023"."""
    return f"{on.day} {on:%b %Y}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 working day", "4 working days"; one sentence, since another
    language may have several forms of it, or say the noun first.
    """
    return say("{0} " + (one if number == 1 else many or one + "s"), f"{number:,}")


def by_number(number: int, one: str, many: str, *values: object) -> str:
    """A whole sentence that has the number in it as {0}; its verb goes by the number too."""
    return say(one if number == 1 else many, f"{number:,}", *values)


def distance(working_days: int) -> str:
    """How far off a deadline is, in working days; negative when it has passed."""
    if working_days == 0:
        return say("due today")
    if working_days > 0:
        return say("in {0}", counted(working_days, "working day"))
    return say("{0} late", counted(-working_days, "working day"))


def short_provision(provision: str) -> str:
    """The form for a chip: "FOIA s31(1)(g)" becomes "s31", "EIR r12(4)(b)" stays "r12(4)(b)"."""
    section = provision.split(" ", 1)[-1]
    return section if section.startswith(("r10", "r12")) else section.split("(")[0]
