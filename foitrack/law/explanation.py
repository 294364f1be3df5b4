"""A deadline in two sentences, ready to paste into a letter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from foitrack.law.calendars import Calendars
from foitrack.law.regimes import Period, RegimeRules, Unit
from foitrack.law.sources import formal, listed
from foitrack.law.terms import Deadline, DeadlineKind, Regime, Skipped
from foitrack.law.wording import counted, full_date

_WHAT: dict[DeadlineKind, str] = {
    DeadlineKind.RESPONSE: "the last day for the answer",
    DeadlineKind.REFUSAL_NOTICE: "the last day for a refusal notice",
    DeadlineKind.PUBLIC_INTEREST_LIMIT: "the last day to weigh the public interest",
    DeadlineKind.EXTENSION_NOTICE: "the last day to say that the answer takes longer",
    DeadlineKind.FEE_PAYMENT: "the last day to pay the fee",
    DeadlineKind.SPECIFIED_DAY_LIMIT: "the latest day that the Commissioner may specify",
    DeadlineKind.REVIEW_REQUEST: "the last day to ask for an internal review",
    DeadlineKind.REVIEW: "the last day for the outcome of the internal review",
    DeadlineKind.REVIEW_LIMIT: "the last day that the internal review may take in any case",
    DeadlineKind.COMMISSIONER: "the last day to go to the Commissioner",
    DeadlineKind.TRIBUNAL: "the last day for an appeal to reach the Tribunal",
    DeadlineKind.COURT_OF_SESSION: "the last day to appeal to the Court of Session",
}
_START: dict[DeadlineKind, str] = {
    DeadlineKind.RESPONSE: "the day of receipt",
    DeadlineKind.FEE_PAYMENT: "the day of the fees notice",
    DeadlineKind.REVIEW: "the day on which it was asked for",
    DeadlineKind.REVIEW_LIMIT: "the day on which it was asked for",
    DeadlineKind.TRIBUNAL: "the day of the decision notice",
    DeadlineKind.COURT_OF_SESSION: "the day of the decision",
}


def in_two_sentences(deadline: Deadline, regime: Regime, calendars: Calendars) -> str:
    """What the last day is and by what law, then which days did not count."""
    rules = calendars.rules.of(regime)
    period = rules.period(deadline.kind)
    under = formal(deadline.basis, calendars.rules)
    first = (
        f"Under {under}, {_WHAT[deadline.kind]} is {full_date(deadline.on)}, "
        f"{_length(deadline, period)} {_start(deadline, rules)}{_extended(deadline)}."
    )
    return f"{first} {_second(deadline, rules, calendars.last_sure_day)}"


def _length(deadline: Deadline, period: Period | None) -> str:
    if deadline.working_days is not None:
        return f"the {ordinal(deadline.working_days)} working day after"
    if period is None or period.unit is Unit.WORKING_DAYS:
        return "counted from"
    if period.unit is Unit.DAYS:
        return f"{counted(period.length, 'day')} after"
    months = counted(period.length, "month")
    return f"the end of the {months} that begin with" if period.inclusive else f"{months} after"


def _start(deadline: Deadline, rules: RegimeRules) -> str:
    on = full_date(deadline.start)
    if deadline.assumed:
        return f"{on}, taken to be the day of receipt because it was sent that day"
    what = _START.get(deadline.kind)
    if deadline.kind is DeadlineKind.RESPONSE and _restarted(deadline, rules):
        what = "the day on which the clarification was received"
    return f"{on}, {what}" if what else on


def _restarted(deadline: Deadline, rules: RegimeRules) -> bool:
    return rules.clarification_basis.split(" ", 1)[1] in deadline.basis


def _extended(deadline: Deadline) -> str:
    return f" (extended from {full_date(deadline.original)})" if deadline.original else ""


def _second(deadline: Deadline, rules: RegimeRules, last_sure_day: date) -> str:
    if deadline.working_days is None:
        said = _calendar_days(deadline)
    else:
        said = _not_counted(deadline, rules)
    if deadline.provisional:
        said += (
            f"; bank holidays after {last_sure_day.year} are not all known yet, so the date is "
            "provisional"
        )
    return said + "."


def _calendar_days(deadline: Deadline) -> str:
    if deadline.kind is DeadlineKind.REVIEW_REQUEST:
        return "That day stands in the authority's own letter"
    if deadline.kind is not DeadlineKind.TRIBUNAL:
        return "Every calendar day counts"
    return (
        "Every calendar day counts, but a last day that is no working day in England and Wales "
        "moves to the next one"
    )


def _not_counted(deadline: Deadline, rules: RegimeRules) -> str:
    days = ["Saturdays", "Sundays", *(_named(skipped) for skipped in deadline.skipped)]
    said = f"{listed(days)} do not count ({rules.holidays_basis})"
    if deadline.disregarded:
        left_out = counted(len(deadline.disregarded), "working day")
        verb = "is" if len(deadline.disregarded) == 1 else "are"
        said += (
            f", and {left_out} {verb} disregarded: {listed(_distinct(deadline.disregarded_why))}"
        )
    return said


def _named(skipped: Skipped) -> str:
    return f"{full_date(skipped.on)} ({skipped.why})"


def _distinct(reasons: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(reasons)) or ["fee or school holidays"]


def ordinal(number: int) -> str:
    """A number in order: "20th", "33rd"."""
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
