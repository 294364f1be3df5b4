"""The reasons behind a last day, in words: what was counted, what was skipped, and the law."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from foitrack.law.terms import CountedDay, Deadline, DeadlineKind, OtherReading, Regime, Strength
from foitrack.law.wording import counted, full_date

translate = QCoreApplication.translate

_SATURDAY = 5

HOLIDAY_LAW: dict[Regime, str] = {
    Regime.FOIA: "FOIA s10(6) counts a bank holiday in any part of the UK.",
    Regime.EIR: "EIR reg 2(1) counts a bank holiday in any part of the UK.",
    Regime.FOISA: "FOISA s73 counts bank holidays in Scotland only.",
    Regime.EISR: "EISR reg 2(1) counts bank holidays in Scotland only.",
}
REGIME_NAMES: dict[Regime, str] = {
    Regime.FOIA: "Freedom of Information Act 2000",
    Regime.EIR: "Environmental Information Regulations 2004",
    Regime.FOISA: "Freedom of Information (Scotland) Act 2002",
    Regime.EISR: "Environmental Information (Scotland) Regulations 2004",
}
STRENGTHS: dict[Strength, str] = {
    Strength.STATUTE: "statute",
    Strength.CODE: "code of practice, not statute",
    Strength.GUIDANCE: "guidance, not statute",
}
ENDS: dict[DeadlineKind, str] = {
    DeadlineKind.RESPONSE: "Last day for an answer.",
    DeadlineKind.REVIEW: "Last day for the answer to the internal review.",
    DeadlineKind.REVIEW_LIMIT: "The longest an internal review may take.",
    DeadlineKind.REVIEW_REQUEST: "Last day to ask for an internal review.",
    DeadlineKind.COMMISSIONER: "Last day to complain to the Commissioner.",
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


def subtitle(deadline: Deadline, regime: Regime) -> str:
    """How it was counted and under which law, in one sentence."""
    start = full_date(deadline.start)
    law = f"{deadline.basis}, {REGIME_NAMES[regime]}" if deadline.basis else REGIME_NAMES[regime]
    if deadline.working_days is None:
        said = translate("WhyDate", "Counted from {start}. {law}.")
        return said.format(start=start, law=law)
    said = translate("WhyDate", "{days} after {start}. {law}.")
    return said.format(days=counted(deadline.working_days, "working day"), start=start, law=law)


def reasons(deadline: Deadline, days: Iterable[CountedDay], regime: Regime) -> tuple[Reason, ...]:
    """Every reason, in the order of the count."""
    days = tuple(days)
    found = [
        _start(deadline, days),
        *_disregarded(deadline),
        *_weekends(deadline, days),
        *(_holiday(skipped.on, skipped.why, regime) for skipped in deadline.skipped),
        _end(deadline),
        *_extension(deadline),
        *_provisional(deadline),
        *(_other(reading) for reading in deadline.also),
    ]
    return tuple(found)


def _start(deadline: Deadline, days: tuple[CountedDay, ...]) -> Reason:
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
    return Reason("received", title, " ".join(said))


def _disregarded(deadline: Deadline) -> list[Reason]:
    if not deadline.disregarded:
        return []
    first, last = min(deadline.disregarded), max(deadline.disregarded)
    number = counted(len(deadline.disregarded), "working day")
    title = translate("WhyDate", "{days} disregarded").format(days=number)
    text = translate("WhyDate", "{first} to {last}: from the fees notice to the payment.")
    return [Reason("skip", title, text.format(first=short_day(first), last=short_day(last)))]


def _weekends(deadline: Deadline, days: tuple[CountedDay, ...]) -> list[Reason]:
    if deadline.working_days is None:
        return []
    off = [d.on for d in days if d.on.weekday() >= _SATURDAY and d.on > deadline.start]
    if not off:
        return []
    number = counted(len(off), "weekend day")
    title = translate("WhyDate", "{days} skipped").format(days=number)
    named = translate("WhyDate", "Saturdays and Sundays: {days}.")
    return [Reason("skip", title, named.format(days=listed_days(off)))]


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
    words = ", ".join(" and ".join(str(day.day) for day in run) for run in runs)
    return f"{words} {days[0]:%B}"


def _holiday(on: date, why: str, regime: Regime) -> Reason:
    title = translate("WhyDate", "{day} skipped").format(day=short_day(on))
    law = HOLIDAY_LAW[regime] if "bank holiday" in why else ""
    return Reason("holiday", title, f"{why}. {law}".strip(), "amber")


def _end(deadline: Deadline) -> Reason:
    day = short_day(deadline.on)
    if deadline.working_days is None:
        title = translate("WhyDate", "Last day, {day}").format(day=day)
    else:
        title = translate("WhyDate", "Day {n}, {day}").format(n=deadline.working_days, day=day)
    late = short_day(deadline.on + timedelta(days=1))
    said = [ENDS.get(deadline.kind, translate("WhyDate", "Last day."))]
    said.append(translate("WhyDate", "Late from {day}.").format(day=late))
    if deadline.strength is not Strength.STATUTE:
        said.append(
            translate("WhyDate", "Set by {source}.").format(source=STRENGTHS[deadline.strength])
        )
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
    return [Reason("warning", title, text, "amber")]


def _other(reading: OtherReading) -> Reason:
    title = translate("WhyDate", "Also read as {day}").format(day=full_date(reading.on))
    source = STRENGTHS[reading.strength]
    return Reason("scales", title, f"{reading.why} ({reading.basis}, {source}).")


HolidaysBetween = Callable[[date, date], Iterable[tuple[date, str, tuple[str, ...]]]]


def england_and_wales_only(deadline: Deadline, holidays: HolidaysBetween) -> date | None:
    """The day a count that knew only the holidays of England and Wales would wrongly give.

    None where it would give the same day, or where working days are not counted.
    """
    if deadline.working_days is None or deadline.disregarded or deadline.original is not None:
        return None
    known = {
        on for on, _, nations in holidays(deadline.start, deadline.on) if {"E", "W"} & set(nations)
    }
    day, left = deadline.start, deadline.working_days
    while left and day < deadline.on:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY and day not in known
    return day if not left and day != deadline.on else None
