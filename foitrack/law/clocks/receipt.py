"""Day 0: when the request was received, and when its clock last started again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from foitrack.law.clocks.counting import DAY
from foitrack.law.clocks.matter import Matter
from foitrack.law.terms import EventKind
from foitrack.law.wording import full_date
from foitrack.saying import say

BY_POST = "post"
"""`Event.detail` of a request sent by post."""


@dataclass(frozen=True, slots=True)
class Start:
    """Day 0 of the clock for the answer."""

    on: date
    assumed: bool = False
    """Taken from the day of sending."""
    clarified: bool = False
    """The clock started again when a clarification was given."""
    before: date | None = None
    """The day 0 before a clarification."""


def start_of_clock(matter: Matter) -> Start | None:
    """Day 0 of the answer, or None where no event gives it."""
    received = _received(matter)
    clarified = _clarified(matter)
    if clarified is None:
        return received
    if received is None:
        return Start(clarified, clarified=True)
    # The later of the two days (FOIA s10(6), FOISA s10(1), EIR and EISR r9(4)).
    if clarified <= received.on:
        return received
    return Start(clarified, clarified=True, before=received.on)


def _clarified(matter: Matter) -> date | None:
    asked_review = matter.history.first(EventKind.REVIEW_ASKED)
    return matter.history.last(EventKind.CLARIFICATION_GIVEN, until=asked_review)


def _received(matter: Matter) -> Start | None:
    transferred = matter.history.last(EventKind.TRANSFERRED)
    received = matter.history.first(EventKind.RECEIVED, since=transferred)
    if transferred and received is None:
        matter.note(
            say(
                "The request was transferred on {0}: the authority that has it now answers to "
                "its own clock, which starts on the day that it receives it.",
                full_date(transferred),
            )
        )
        received = matter.history.first(EventKind.RECEIVED)
    if received is not None:
        return Start(received)
    return _posted(matter) or _sent(matter)


def _posted(matter: Matter) -> Start | None:
    posted = matter.history.last(EventKind.POSTED) or _sent_on(matter, by_post=True)
    if posted is None:
        return None
    days = matter.rules.posted_days
    if days is None:
        matter.note(
            say(
                "The request was posted on {0}, but {1} counts from the day it is received, "
                "and that is not known: ask the authority, and record it.",
                full_date(posted),
                matter.regime,
            )
        )
        return None
    presumed = posted + days * DAY
    matter.note(
        say(
            "Posted on {0}: presumed not received until the third day after, {1} ({2}).",
            full_date(posted),
            full_date(presumed),
            matter.rules.posted_basis,
        )
    )
    return Start(presumed)


def _sent(matter: Matter) -> Start | None:
    if matter.history.happened(EventKind.POSTED):
        return None
    sent = _sent_on(matter, by_post=False)
    return Start(sent, assumed=True) if sent else None


def _sent_on(matter: Matter, *, by_post: bool) -> date | None:
    days = (
        event.on
        for event in matter.history.of(EventKind.SENT)
        if (event.detail.strip().casefold() == BY_POST) is by_post
    )
    return next((on for on in days if on is not None), None)
