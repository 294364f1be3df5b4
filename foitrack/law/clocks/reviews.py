"""Internal review: until when it can be asked for, and until when it must be answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from foitrack.law.clocks.history import History
from foitrack.law.clocks.matter import Matter, counted_deadline, met_by
from foitrack.law.regimes import Period
from foitrack.law.terms import (
    Deadline,
    DeadlineKind,
    Event,
    EventKind,
    OtherReading,
    Regime,
    Strength,
)
from foitrack.law.wording import full_date
from foitrack.saying import say


@dataclass(frozen=True, slots=True)
class Round:
    """One internal review: when it was asked for, and its outcome once there is one."""

    asked: date | None
    """None where the day is not known, or only the outcome is."""
    outcome: Event | None = None

    @property
    def open(self) -> bool:
        """Still without an answer."""
        return self.outcome is None


def last_round(history: History) -> Round | None:
    """The latest internal review. Asking again while one is open does not start another."""
    found: Round | None = None
    for event in history.events:
        if event.kind is EventKind.REVIEW_ASKED and (found is None or not found.open):
            found = Round(event.on)
        elif event.kind is EventKind.REVIEW_OUTCOME:
            found = Round(found.asked if found else None, event)
    return found


def review_deadlines(
    matter: Matter, response: Deadline | None, review: Round | None
) -> list[Deadline]:
    """The last day to ask for a review, then the last days for its answer."""
    found = _review_request(matter, response, review)
    return [*([found] if found else []), *_review_answers(matter, review)]


def _review_answers(matter: Matter, review: Round | None) -> list[Deadline]:
    if review is None or review.asked is None:
        return []
    answered = [review.outcome.on] if review.outcome and review.outcome.on else []
    found = []
    for kind in (DeadlineKind.REVIEW, DeadlineKind.REVIEW_LIMIT):
        period = matter.period(kind)
        if period is not None:
            deadline = counted_deadline(
                matter, kind, review.asked, period, also=_announced(matter, review, kind)
            )
            found.append(met_by(matter, deadline, answered))
    return found


def _announced(matter: Matter, review: Round, kind: DeadlineKind) -> tuple[OtherReading, ...]:
    """A later date that the authority announced for the review."""
    if kind is not DeadlineKind.REVIEW or review.asked is None:
        return ()
    untils = [
        event.until
        for event in matter.history.of(EventKind.EXTENSION)
        if event.on and event.on >= review.asked and event.until
    ]
    why = say("The date for the review that the authority announced.")
    return tuple(
        OtherReading(until, say("announced by the authority"), Strength.GUIDANCE, why)
        for until in untils[-1:]
    )


def _review_request(
    matter: Matter, response: Deadline | None, review: Round | None
) -> Deadline | None:
    period = matter.period("review-request")
    assert period is not None  # every law has one: checked when the rules are read
    answer = _answer_to_challenge(matter, review)
    found: Deadline | None
    if answer is not None and answer.on is not None:
        found = _after_answer(matter, period, answer, answer.on, response)
    elif answer is not None:
        matter.note(
            say(
                "The day of the response is not known, so the last day to ask for an internal "
                "review cannot be counted."
            )
        )
        return None
    else:
        found = _without_answer(matter, period, response)
    if found is None or review is None or review.asked is None:
        return found
    return met_by(matter, found, [review.asked])


def _answer_to_challenge(matter: Matter, review: Round | None) -> Event | None:
    """The response that a review is about: the latest before it was asked for, else the latest.

    A response after the outcome of a review is a fresh one, with a window of its own.
    """
    responses = list(matter.history.of(EventKind.RESPONSE))
    if not responses or review is None or review.asked is None:
        return responses[-1] if responses else None
    latest = responses[-1]
    answered = review.outcome.on if review.outcome else None
    if answered and latest.on and latest.on > answered:
        return latest
    before = [event for event in responses if event.on is None or event.on <= review.asked]
    return before[-1] if before else None


def _after_answer(
    matter: Matter, period: Period, answer: Event, on: date, response: Deadline | None
) -> Deadline:
    kind = DeadlineKind.REVIEW_REQUEST
    from_answer = matter.period("review-request-from-answer")
    late = response is not None and on > response.on
    if from_answer is None or late:
        found = counted_deadline(matter, kind, on, period)
    else:
        found = counted_deadline(matter, kind, on, from_answer)
        found = replace(found, also=_by_statute(matter, period, found, response))
    return _with_own_window(found, answer.until)


def _by_statute(
    matter: Matter, period: Period, found: Deadline, response: Deadline | None
) -> tuple[OtherReading, ...]:
    """FOISA s20(5)(a): after a timely answer too, the time runs from the end of the 20 days."""
    if response is None:
        matter.note(
            say(
                "The date of receipt is not known, so the last day to require a review is "
                "counted from the answer; by FOISA s20(5) it may be later."
            )
        )
        return ()
    on = matter.calendar.add_working_days(response.on, period.length)
    if on <= found.on:
        return ()
    why = say(
        "By the Act the 40 working days run from the last day for the answer, {0}; the "
        "Commissioner's guidance counts from the answer.",
        full_date(response.on),
    )
    return (OtherReading(on, period.basis, period.strength, why),)


def _with_own_window(found: Deadline, until: date | None) -> Deadline:
    """The authority's own last day beside the usual one: the earlier is the date."""
    if until is None or until == found.on or until <= found.start:
        return found
    own = say("the authority's letter")
    if until > found.on:
        why = say("The last day to ask for a review that the authority's letter gives.")
        return replace(found, also=(*found.also, OtherReading(until, own, Strength.GUIDANCE, why)))
    why = say("The authority's letter gives less time than this.")
    usual = OtherReading(found.on, found.basis, found.strength, why)
    return replace(
        found,
        on=until,
        basis=own,
        strength=Strength.GUIDANCE,
        working_days=None,
        skipped=(),
        provisional=False,
        also=(usual, *found.also),
    )


def _without_answer(matter: Matter, period: Period, response: Deadline | None) -> Deadline | None:
    """EIR, FOISA, EISR: a review of the silence, once the time for the answer has run out."""
    if matter.regime is Regime.FOIA or response is None or matter.today <= response.on:
        return None
    return counted_deadline(
        matter, DeadlineKind.REVIEW_REQUEST, response.on, period, assumed=response.assumed
    )
