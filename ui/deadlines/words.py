"""The words of the calendar: what a mark, a bar and a day say, and how each kind looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from foitrack.desk.views import CalendarEntry, HolidayMark
from foitrack.law.wording import full_date
from ui.core_words import told
from ui.counting import by_number, counted
from ui.deadlines.six_weeks import DayCell, Mark, WindowBar
from ui.widgets.nation_tags import NATIONS, in_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mark: its icon, the theme's colour for it, and its words."""

    icon: str
    tone: str
    legend: str
    one: str
    many: str
    """For several on a day: "14 answers due"."""
    brief: str
    """The same in a narrow cell: "14 due"."""


def _kind(icon: str, tone: str, legend: object, one: object, many: object, brief: object) -> Kind:
    return Kind(icon, tone, str(legend), str(one), str(many), str(brief))


KINDS = {
    "late": _kind(
        "alert",
        "red",
        QT_TRANSLATE_NOOP("Deadlines", "Late"),
        QT_TRANSLATE_NOOP("Deadlines", "1 answer late"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} answers late"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} late"),
    ),
    "due": _kind(
        "clock",
        "amber",
        QT_TRANSLATE_NOOP("Deadlines", "Answer due"),
        QT_TRANSLATE_NOOP("Deadlines", "1 answer due"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} answers due"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} due"),
    ),
    "response": _kind(
        "mail",
        "accent",
        QT_TRANSLATE_NOOP("Deadlines", "Response"),
        QT_TRANSLATE_NOOP("Deadlines", "1 response"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} responses"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} in"),
    ),
    "review": _kind(
        "review",
        "violet",
        QT_TRANSLATE_NOOP("Deadlines", "Internal review"),
        QT_TRANSLATE_NOOP("Deadlines", "1 internal review"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} internal reviews"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} reviews"),
    ),
    "commissioner": _kind(
        "scales",
        "violet",
        QT_TRANSLATE_NOOP("Deadlines", "Commissioner"),
        QT_TRANSLATE_NOOP("Deadlines", "1 complaint window closes"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} complaint windows close"),
        QT_TRANSLATE_NOOP("Deadlines", "{count} close"),
    ),
}
_OTHER = _kind(
    "calendar",
    "text2",
    QT_TRANSLATE_NOOP("Deadlines", "Other"),
    QT_TRANSLATE_NOOP("Deadlines", "1 other date"),
    QT_TRANSLATE_NOOP("Deadlines", "{count} other dates"),
    QT_TRANSLATE_NOOP("Deadlines", "{count} dates"),
)


def kind_of(kind: str) -> Kind:
    """The look and words of a kind of mark."""
    return KINDS.get(kind, _OTHER)


def legend(kind: str) -> str:
    """What a kind of mark is called."""
    return translate("Deadlines", kind_of(kind).legend)


def how_many(kind: str, count: int) -> str:
    """Several of one kind in words: "14 answers due", "1 response"."""
    words = kind_of(kind)
    if count == 1:
        return translate("Deadlines", words.one)
    return translate("Deadlines", words.many, "", count).format(count=f"{count:,}")


GENERIC = frozenset(
    {"police", "service", "constabulary", "council", "borough", "county", "city", "trust"}
)
"""What an authority's name may end in and still be known without it."""


def mark_texts(mark: Mark) -> tuple[str, ...]:
    """What stands in a cell, longest first: the authority where there is one, else how many."""
    count = len(mark.entries)
    if count > 1:
        short = translate("Deadlines", kind_of(mark.kind).brief).format(count=f"{count:,}")
        return how_many(mark.kind, count), short
    label = told(mark.entries[0].label)
    return label, short_name(label)


def short_name(authority: str) -> str:
    """A name without the general words at its end: "Staffordshire" for Staffordshire Police."""
    parts = authority.split()
    while len(parts) > 1 and parts[-1].lower() in GENERIC:
        parts.pop()
    return " ".join(parts)


def bar_text(bar: WindowBar) -> str:
    """What a bar says, once: whose window, and what can be done in it."""
    first = bar.entries[0]
    if len(bar.entries) == 1:
        name = told(first.label)
        return f"{name}: {told(first.detail)}" if first.detail else name
    several = counted(len(bar.entries), "request")
    same = all(entry.detail == first.detail for entry in bar.entries)
    return f"{several}: {told(first.detail)}" if same and first.detail else several


def everywhere(holiday: HolidayMark) -> bool:
    """Whether all four nations keep the day."""
    return set(NATIONS) <= set(holiday.nations)


def holiday_text(holiday: HolidayMark) -> str:
    """A holiday and who keeps it: "St Patrick's Day. A bank holiday in Northern Ireland only"."""
    return f"{holiday.title}. {in_words(holiday.nations)}"


def day_text(cell: DayCell, today: date, running: tuple[WindowBar, ...] = ()) -> str:
    """A whole day in words, for screen readers and the tooltip."""
    parts = [full_date(cell.on)]
    if cell.on == today:
        parts.append(translate("Deadlines", "today"))
    if cell.holiday is not None:
        parts.append(holiday_text(cell.holiday))
    for mark in cell.marks:
        names = ", ".join(told(entry.label) for entry in mark.entries[:6])
        parts.append(f"{how_many(mark.kind, len(mark.entries))}: {names}")
    parts += [bar_text(bar) for bar in running]
    if len(parts) == 1:
        parts.append(translate("Deadlines", "nothing falls on this day"))
    return ". ".join(parts)


def distance_text(on: date, today: date, working_days: Callable[[date, date], int]) -> str:
    """How far off a day is in working days: "in 2 working days", "5 working days ago"."""
    if on == today:
        return translate("Deadlines", "today")
    if on > today:
        days = working_days(today, on)
        return translate("Deadlines", "in {days}").format(days=counted(days, "working day"))
    days = working_days(on, today)
    return translate("Deadlines", "{days} ago").format(days=counted(days, "working day"))


def send_by(entry: CalendarEntry, last_working_day: Callable[[date], date]) -> str:
    """For a last day of ours on a day that is no working day: by when to send instead."""
    if entry.kind not in ("review", "commissioner"):
        return ""
    before = last_working_day(entry.on)
    if before == entry.on:
        return ""
    return translate("Deadlines", "Send by {date}").format(date=full_date(before))


def today() -> str:
    """The word beside today's number."""
    return translate("Deadlines", "Today")


def more(hidden: int) -> str:
    """The line for marks there is no room for."""
    return translate("Deadlines", "{count} more").format(count=f"{hidden:,}")


def windows(hidden: int) -> str:
    """The line for bars there is no room for."""
    return by_number(hidden, "{0} more window", "{0} more windows")
