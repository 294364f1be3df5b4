"""The calendar as lines: one day for the rail, or six weeks for the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import CalendarEntry
from foitrack.law.wording import full_date, table_date
from ui.core_words import told
from ui.deadlines import words
from ui.deadlines.six_weeks import DayCell, SixWeeks

translate = QCoreApplication.translate

MOST_A_DAY = 60
"""Entries listed for one day; the button below the rail shows all of them in Requests."""


@dataclass(frozen=True, slots=True)
class Reckoner:
    """Today, and the two questions about working days that the words need answered."""

    today: date
    working_days: Callable[[date, date], int]
    """Working days after the first date up to and including the second."""
    last_working_day: Callable[[date], date]
    """The day itself where it is a working day, else the one before."""

    def distance(self, on: date) -> str:
        """How far off a day is: "in 2 working days"."""
        return words.distance_text(on, self.today, self.working_days)


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a day or of a kind."""

    text: str
    note: str = ""
    tone: str = "text2"
    on: date | None = None
    """Of a day's heading: the day."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry, with what there is to say beneath it."""

    entry: CalendarEntry
    detail: str
    day: date


@dataclass(frozen=True, slots=True)
class Remark:
    """A plain sentence among the lines: a holiday, or that nothing falls on the day."""

    text: str
    icon: str = ""
    tone: str = "text2"


Line = Head | Item | Remark


def day_lines(weeks: SixWeeks, on: date, reckoner: Reckoner) -> tuple[Line, ...]:
    """What falls on one day, by kind, then the windows that are open on it."""
    cell = weeks.cell(on)
    if cell is None:
        return ()
    found: list[Line] = []
    if cell.holiday is not None:
        found.append(Remark(words.holiday_text(cell.holiday), "info", "amber"))
    for mark in cell.marks:
        found.append(Head(words.how_many(mark.kind, len(mark.entries))))
        found += _items(mark.entries, reckoner, on)
    running = [bar for bar in weeks.bars if bar.first <= on < bar.last]
    if running:
        found.append(Head(translate("Deadlines", "Open on this day")))
        entries = [entry for bar in running for entry in bar.entries]
        found += [Item(entry, _open_until(entry), on) for entry in entries[:MOST_A_DAY]]
        found += _more(len(entries) - MOST_A_DAY)
    if not found:
        found.append(Remark(translate("Deadlines", "Nothing falls on this day.")))
    return tuple(found)


def _open_until(entry: CalendarEntry) -> str:
    ends = translate("Deadlines", "until {date}").format(date=full_date(entry.on))
    # Some details name their last day themselves.
    return (
        _joined(told(entry.detail))
        if table_date(entry.on) in entry.detail
        else _joined(told(entry.detail), ends)
    )


def list_lines(weeks: SixWeeks, reckoner: Reckoner) -> tuple[Line, ...]:
    """All days of the six weeks on which something falls, one after another."""
    found: list[Line] = []
    for cell in weeks.cells:
        if cell.marks or cell.holiday is not None:
            found += _day(cell, reckoner)
    return tuple(found)


def _day(cell: DayCell, reckoner: Reckoner) -> list[Line]:
    past = cell.on < reckoner.today
    found: list[Line] = [
        Head(full_date(cell.on), reckoner.distance(cell.on), "text3" if past else "text2", cell.on)
    ]
    if cell.holiday is not None:
        found.append(Remark(words.holiday_text(cell.holiday), "calendar", "amber"))
    return found + _items(cell.entries(), reckoner, cell.on)


def _items(entries: Sequence[CalendarEntry], reckoner: Reckoner, day: date) -> list[Line]:
    """The entries of a day, and how many more there are where they are many."""
    shown: list[Line] = [Item(e, _detail(e, reckoner), day) for e in entries[:MOST_A_DAY]]
    return shown + _more(len(entries) - MOST_A_DAY)


def _more(number: int) -> list[Line]:
    return [Remark(words.more(number))] if number > 0 else []


def _detail(entry: CalendarEntry, reckoner: Reckoner) -> str:
    """What there is to say beneath an entry; how far off its day is stands over it already."""
    said = told(entry.detail) if entry.detail != reckoner.distance(entry.on) else ""
    return _joined(said, words.send_by(entry, reckoner.last_working_day))


def _joined(*parts: str) -> str:
    sentences = (part.rstrip(".") for part in parts if part)
    return ". ".join(f"{sentence[:1].upper()}{sentence[1:]}" for sentence in sentences)


def said(line: Line) -> str:
    """A line in one sentence, for screen readers and for copying."""
    if isinstance(line, Head):
        return f"{line.text}, {line.note}" if line.note else line.text
    if isinstance(line, Remark):
        return line.text
    kind = words.legend(line.entry.kind)
    parts: Sequence[str] = (kind, told(line.entry.label), line.detail)
    return ". ".join(part for part in parts if part)
