"""The reasons behind a last day, in words: what was counted, what was skipped, and the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, groupby, repeat

from PySide6.QtCore import QCoreApplication

from foitrack.law.calendars import Calendars
from foitrack.law.sources import formal
from foitrack.law.terms import CountedDay, Deadline, DeadlineKind, OtherReading, Regime, Strength
from foitrack.law.wording import full_date
from ui.counting import counted, for_later, listed

translate = QCoreApplication.translate

_SATURDAY = 5

HOLIDAY_LAW: dict[Regime, str] = {
    Regime.FOIA: for_later("FOIA s10(6) counts a bank holiday in any part of the UK."),
    Regime.EIR: for_later("EIR reg 2(1) counts a bank holiday in any part of the UK."),
    Regime.FOISA: for_later("FOISA s73 counts bank holidays in Scotland only."),
    Regime.EISR: for_later("EISR reg 2(1) counts bank holidays in Scotland only."),
}
STRENGTHS: dict[Strength, str] = {
    Strength.STATUTE: for_later("statute"),
    Strength.CODE: for_later("code of practice, not statute"),
    Strength.GUIDANCE: for_later("guidance, not statute"),
}
ENDS: dict[DeadlineKind, str] = {
    DeadlineKind.RESPONSE: for_later("Last day for an answer."),
    DeadlineKind.REVIEW: for_later("Last day for the answer to the internal review."),
    DeadlineKind.REVIEW_LIMIT: for_later("The longest an internal review may take."),
    DeadlineKind.REVIEW_REQUEST: for_later("Last day to ask for an internal review."),
    DeadlineKind.COMMISSIONER: for_later("Last day to complain to the Commissioner."),
    DeadlineKind.REFUSAL_NOTICE: for_later("Last day for a refusal notice."),
    DeadlineKind.PUBLIC_INTEREST_LIMIT: for_later(
        "The longest that the public interest may be weighed."
    ),
    DeadlineKind.EXTENSION_NOTICE: for_later("Last day to tell you that the answer takes longer."),
    DeadlineKind.FEE_PAYMENT: for_later("Last day to pay the fee."),
    DeadlineKind.SPECIFIED_DAY_LIMIT: for_later(
        "The latest day that the Commissioner may specify."
    ),
    DeadlineKind.TRIBUNAL: for_later("Last day for an appeal to reach the Tribunal."),
    DeadlineKind.COURT_OF_SESSION: for_later("Last day to appeal to the Court of Session."),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the explanation: an icon's name, a title, and a sentence or two."""

    icon: str
    title: str
    text: str
    tone: str = "text"


def short_day(on: date) -> str:
    """A day inside a sentence whose year is plain: "Fri 17 March"."""
    return f"{on:%a} {on.day} {on:%B}"


def headline(deadline: Deadline) -> str:
    """The question that the popover answers."""
    return translate("WhyDate", "Why {date}?").format(date=full_date(deadline.on))


def source(basis: str, strength: Strength | None) -> str:
    """What a date rests on, and how binding that is: "FOISA s20(5), statute".

    A letter that announces a date is no guidance: it is only said not to be statute.
    """
    if strength is None:
        return basis
    by_authority = "authority" in basis
    if strength is Strength.GUIDANCE and (by_authority or basis.endswith(" guidance")):
        return translate("WhyDate", "{basis}, not statute").format(basis=basis)
    return f"{basis}, {translate('WhyDate', STRENGTHS[strength])}"


def _own_window(deadline: Deadline) -> bool:
    """A last day that stands in the authority's letter: nothing was counted to get there."""
    return deadline.kind is DeadlineKind.REVIEW_REQUEST and deadline.working_days is None


def subtitle(deadline: Deadline, calendars: Calendars) -> str:
    """How it was counted and under which law, in one sentence."""
    if _own_window(deadline):
        return translate("WhyDate", "The authority's letter gives this date.")
    start, law = full_date(deadline.start), formal(deadline.basis, calendars.rules)
    if deadline.working_days is None:
        said = translate("WhyDate", "Counted from {start} under {law}.")
        return said.format(start=start, law=law)
    said = translate("WhyDate", "{days} after {start}, counted under {law}.")
    return said.format(days=counted(deadline.working_days, "working day"), start=start, law=law)


def reasons(deadline: Deadline, days: Iterable[CountedDay], regime: Regime) -> tuple[Reason, ...]:
    """Every reason, in the order of the count."""
    days = tuple(days)
    found = [
        _start(deadline, days),
        *_disregarded(deadline),
        *_weekends(deadline, days),
        *_holidays(deadline, regime),
        *_rolled(deadline, days),
        _end(deadline),
        *_extension(deadline),
        *_provisional(deadline),
        *(_other(reading) for reading in deadline.also),
    ]
    return tuple(found)


def _start(deadline: Deadline, days: tuple[CountedDay, ...]) -> Reason:
    if deadline.working_days is None:
        return _calendar_start(deadline, days)
    title = translate("WhyDate", "Day 0, {day}").format(day=short_day(deadline.start))
    said = [
        translate("WhyDate", "Day of receipt not given: taken to be the day it was sent.")
        if deadline.assumed
        else translate("WhyDate", "The day it starts does not count."),
    ]
    first = next((day.on for day in days if day.n == 1), None)
    if first is not None:
        start = translate("WhyDate", "Counting starts on the next working day, {day}.")
        said.append(start.format(day=short_day(first)))
    return Reason("mail", title, " ".join(said))


def _calendar_start(deadline: Deadline, days: tuple[CountedDay, ...]) -> Reason:
    day = short_day(deadline.start)
    if _own_window(deadline):
        title = translate("WhyDate", "Answered {day}").format(day=day)
        text = translate("WhyDate", "The day of the answer that the review is about.")
        return Reason("mail", title, text)
    inclusive = any(each.n == 1 and each.on == deadline.start for each in days)
    number = 1 if inclusive else 0
    title = translate("WhyDate", "Day {n}, {day}").format(n=number, day=day)
    said = [
        translate("WhyDate", "The day it starts counts.")
        if inclusive
        else translate("WhyDate", "The day it starts does not count."),
        translate("WhyDate", "Every calendar day after it does."),
    ]
    if deadline.assumed:
        said.insert(0, translate("WhyDate", "Day not given: taken to be the day it was sent."))
    return Reason("mail", title, " ".join(said))


def _disregarded(deadline: Deadline) -> list[Reason]:
    whys = chain(deadline.disregarded_why, repeat(""))
    found = zip(deadline.disregarded, whys, strict=False)
    return [
        _left_out([day for day, _ in days], why)
        for why, days in groupby(found, key=lambda pair: pair[1])
    ]


def _left_out(days: list[date], why: str) -> Reason:
    number = counted(len(days), "working day")
    title = translate("WhyDate", "{days} left out of the count").format(days=number)
    first, last = short_day(days[0]), short_day(days[-1])
    span = translate("WhyDate", "{0} to {1}")
    when = first if first == last else span.format(first, last)
    return Reason("minus", title, f"{when}: {why}." if why else f"{when}.", "amber")


def _weekends(deadline: Deadline, days: tuple[CountedDay, ...]) -> list[Reason]:
    if deadline.working_days is None:
        return []
    off = [d.on for d in days if d.on.weekday() >= _SATURDAY and d.on > deadline.start]
    if not off:
        return []
    number = counted(len(off), "weekend day")
    title = translate("WhyDate", "{days} skipped").format(days=number)
    named = translate("WhyDate", "Saturdays and Sundays: {days}.")
    return [Reason("minus", title, named.format(days=listed_days(off)))]


def listed_days(days: Iterable[date]) -> str:
    """Days as a person lists them: "4 and 5, 11 and 12 March, 1 April"."""
    months = groupby(sorted(days), key=lambda day: (day.year, day.month))
    return ", ".join(_month_list(list(month)) for _, month in months)


def _month_list(days: list[date]) -> str:
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    words = ", ".join(listed([str(day.day) for day in run]) for run in runs)
    return f"{words} {days[0]:%B}"


def _holidays(deadline: Deadline, regime: Regime) -> list[Reason]:
    if deadline.working_days is None:
        return []
    return [_holiday(skipped.on, skipped.why, regime) for skipped in deadline.skipped]


def _rolled(deadline: Deadline, days: tuple[CountedDay, ...]) -> list[Reason]:
    """Calendar days whose last is no working day: the last day moves on (SI 2009/1976 r12)."""
    within = [day.on for day in days if day.n is not None]
    if deadline.working_days is not None or not within or within[-1] >= deadline.on:
        return []
    title = translate("WhyDate", "The count ends on {day}").format(day=short_day(within[-1]))
    said = [f"{skipped.why}." for skipped in deadline.skipped if skipped.on == within[-1]]
    said.append(
        translate(
            "WhyDate",
            "That is no working day in England and Wales, so the last day moves to the next one "
            "(SI 2009/1976 r12).",
        )
    )
    return [Reason("calendar", title, " ".join(said), "amber")]


def _holiday(on: date, why: str, regime: Regime) -> Reason:
    title = translate("WhyDate", "{day} skipped").format(day=short_day(on))
    law = translate("WhyDate", HOLIDAY_LAW[regime]) if "bank holiday" in why else ""
    return Reason("calendar", title, f"{why}. {law}".strip(), "amber")


def _end(deadline: Deadline) -> Reason:
    day = short_day(deadline.on)
    if deadline.working_days is None:
        title = translate("WhyDate", "Last day, {day}").format(day=day)
    else:
        title = translate("WhyDate", "Day {n}, {day}").format(n=deadline.working_days, day=day)
    late = short_day(deadline.on + timedelta(days=1))
    said = [translate("WhyDate", ENDS.get(deadline.kind, for_later("Last day.")))]
    said.append(translate("WhyDate", "Late from {day}.").format(day=late))
    if deadline.strength is not Strength.STATUTE:
        rests = source(deadline.basis, deadline.strength)
        said.append(translate("WhyDate", "Set by {source}.").format(source=rests))
    return Reason("clock", title, " ".join(said))


def _extension(deadline: Deadline) -> list[Reason]:
    if deadline.original is None:
        return []
    title = translate("WhyDate", "Moved from {day}").format(day=full_date(deadline.original))
    text = translate("WhyDate", "The authority took more time. The first date stays on record.")
    return [Reason("clock", title, text, "amber")]


def _provisional(deadline: Deadline) -> list[Reason]:
    if not deadline.provisional:
        return []
    title = translate("WhyDate", "This date may move")
    text = translate(
        "WhyDate", "Bank holidays in that year have not all been announced, so it is worked out."
    )
    return [Reason("alert", title, text, "amber")]


def _other(reading: OtherReading) -> Reason:
    title = translate("WhyDate", "Also read as {day}").format(day=full_date(reading.on))
    why = reading.why.rstrip(". ")
    return Reason("scales", title, f"{why} ({source(reading.basis, reading.strength)}).")


def other_count(deadline: Deadline, regime: Regime, calendars: Calendars) -> str:
    """What a count with the wrong holidays would give; empty where it gives the same day."""
    days, mine = deadline.working_days, calendars.for_regime(regime)
    if days is None or mine.add_working_days(deadline.start, days) != deadline.on:
        return ""
    scottish = regime in (Regime.FOISA, Regime.EISR)
    theirs = calendars.for_nations() if scottish else calendars.england_and_wales
    wrong = theirs.add_working_days(deadline.start, days)
    if wrong == deadline.on:
        return ""
    said = (
        translate("WhyDate", "Counting holidays of the whole UK would give {day}, {days} too late.")
        if scottish
        else translate(
            "WhyDate",
            "Counting only England and Wales holidays would give {day}, {days} too early.",
        )
    )
    off = abs(mine.working_days_between(wrong, deadline.on))
    return said.format(day=short_day(wrong), days=counted(off, "working day"))
