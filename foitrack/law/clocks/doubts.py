"""Events that cannot all be right: said in plain words, never a reason to stop counting."""

from __future__ import annotations

from datetime import date

from foitrack.law.clocks.matter import Matter
from foitrack.law.terms import EventKind
from foitrack.law.wording import EVENT_WORDS, full_date
from foitrack.saying import say

_IN_FORCE = date(2005, 1, 1)
"""The rights under all four laws began on this day."""

_ORDER = (
    (EventKind.SENT, EventKind.RECEIVED),
    (EventKind.POSTED, EventKind.RECEIVED),
    (EventKind.RECEIVED, EventKind.ACKNOWLEDGED),
    (EventKind.RECEIVED, EventKind.RESPONSE),
    (EventKind.SENT, EventKind.RESPONSE),
    (EventKind.RECEIVED, EventKind.EXTENSION),
    (EventKind.RECEIVED, EventKind.PUBLIC_INTEREST_EXTENSION),
    (EventKind.RECEIVED, EventKind.CLARIFICATION_ASKED),
    (EventKind.CLARIFICATION_ASKED, EventKind.CLARIFICATION_GIVEN),
    (EventKind.FEES_NOTICE, EventKind.FEE_PAID),
    (EventKind.RECEIVED, EventKind.REVIEW_ASKED),
    (EventKind.REVIEW_ASKED, EventKind.REVIEW_OUTCOME),
    (EventKind.COMPLAINT, EventKind.DECISION_NOTICE),
    (EventKind.DECISION_NOTICE, EventKind.APPEAL),
)


def say_doubts(matter: Matter) -> None:
    """Note events that contradict one another or the law's own age."""
    for earlier, later in _ORDER:
        before, after = matter.history.first(earlier), matter.history.first(later)
        if before and after and after < before:
            matter.note(
                say(
                    "“{0}” on {1} comes before “{2}” on {3}: check the dates.",
                    EVENT_WORDS[later],
                    full_date(after),
                    EVENT_WORDS[earlier],
                    full_date(before),
                )
            )
    _say_repeated_receipt(matter)
    if matter.history.happened(EventKind.FEE_PAID) and not matter.history.happened(
        EventKind.FEES_NOTICE
    ):
        matter.note(say("A fee was paid without a fees notice: no days are left out for it."))
    for event in matter.history.events:
        if event.on and event.until and event.until < event.on:
            matter.note(
                say(
                    "“{0}” on {1} announces a day before it, {2}: check the dates.",
                    EVENT_WORDS[event.kind],
                    full_date(event.on),
                    full_date(event.until),
                )
            )
    first = next((event.on for event in matter.history.events if event.on), None)
    if first and first < _IN_FORCE:
        matter.note(
            say("{0} has applied since {1}: check the year.", matter.regime, full_date(_IN_FORCE))
        )


def _say_repeated_receipt(matter: Matter) -> None:
    days = sorted(set(matter.history.days(EventKind.RECEIVED)))
    if len(days) > 1 and not matter.history.happened(EventKind.TRANSFERRED):
        matter.note(
            say(
                "There are {0} dates of receipt: the first, {1}, counts.",
                len(days),
                full_date(days[0]),
            )
        )
