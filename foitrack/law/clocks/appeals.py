"""After the review: the Commissioner, the Tribunal, the Court of Session."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from foitrack.law.clocks.counting import DAY
from foitrack.law.clocks.matter import Matter, dated_deadline, met_by
from foitrack.law.clocks.reviews import Round
from foitrack.law.regimes import Unit
from foitrack.law.terms import Deadline, DeadlineKind, EventKind, Skipped
from foitrack.saying import say


def appeal_deadlines(
    matter: Matter, review_answer: Deadline | None, review: Round | None
) -> list[Deadline]:
    """The last days to go to the Commissioner, and from there to the Tribunal or the court."""
    found = (
        _commissioner(matter, review_answer, review),
        _tribunal(matter),
        _court_of_session(matter),
    )
    return [deadline for deadline in found if deadline is not None]


def _commissioner(
    matter: Matter, review_answer: Deadline | None, review: Round | None
) -> Deadline | None:
    period = matter.period("commissioner")
    assert period is not None  # every law has one: checked when the rules are read
    if period.unit is Unit.MONTHS:
        start, ran_out = _scottish_start(matter, review_answer, review)
    else:
        start, ran_out = _last_contact(matter), False
    if start is None:
        return None
    found = dated_deadline(DeadlineKind.COMMISSIONER, start, period)
    if ran_out and review_answer is not None:
        found = replace(found, provisional=review_answer.provisional)
    return met_by(matter, found, matter.history.days(EventKind.COMPLAINT))


def _last_contact(matter: Matter) -> date | None:
    """FOIA, EIR: the outcome of the review or the last meaningful contact, whichever is later."""
    days = [
        matter.history.last(kind) for kind in (EventKind.REVIEW_OUTCOME, EventKind.LAST_CONTACT)
    ]
    return max((day for day in days if day), default=None)


def _scottish_start(
    matter: Matter, review_answer: Deadline | None, review: Round | None
) -> tuple[date | None, bool]:
    """FOISA s47(4): the review notice, or else the day on which the time for it ran out."""
    if review is None:
        return None, False
    if review.outcome is not None:
        return review.outcome.on, False
    if review_answer is not None and matter.today > review_answer.on:
        return review_answer.on, True
    return None, False


def _tribunal(matter: Matter) -> Deadline | None:
    """FOIA, EIR: 28 days, rolled over to a working day in England and Wales (rr 22, 12)."""
    notice = matter.history.last(EventKind.DECISION_NOTICE)
    period = matter.period("tribunal")
    if notice is None or period is None:
        return None
    matter.note(say("An appeal must have reached the Tribunal by 5 pm on its last day."))
    found = dated_deadline(DeadlineKind.TRIBUNAL, notice, period)
    calendar = matter.calendars.england_and_wales
    # Only the days rolled over are skipped: the 28 are calendar days.
    on = calendar.add_working_days(found.on - DAY, 1)
    skipped = tuple(Skipped(day, why) for day, why in calendar.weekdays_off(found.on - DAY, on))
    found = replace(found, on=on, skipped=skipped, provisional=on > matter.calendar.last_sure_day)
    return met_by(matter, found, matter.history.days(EventKind.APPEAL))


def _court_of_session(matter: Matter) -> Deadline | None:
    """FOISA, EISR: on a point of law only (FOISA s56)."""
    notice = matter.history.last(EventKind.DECISION_NOTICE)
    period = matter.period("court-of-session")
    if notice is None or period is None:
        return None
    found = dated_deadline(DeadlineKind.COURT_OF_SESSION, notice, period)
    return met_by(matter, found, matter.history.days(EventKind.APPEAL))
