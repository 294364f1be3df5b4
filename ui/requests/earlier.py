"""What the campaigner has asked an authority before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from foitrack.desk.views import RequestRow
from foitrack.law.terms import State
from ui.widgets.state_chip import row_chip

translate = QCoreApplication.translate

OPEN = frozenset(
    {
        State.WAITING,
        State.OVERDUE,
        State.DATE_MISSING,
        State.CLARIFICATION_WANTED,
        State.FEE_WANTED,
    }
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What to say of the requests that one authority has had."""

    title: str
    lines: tuple[str, ...]
    open: bool
    """One of them waits for its answer."""


def earlier(authority: str, rows: tuple[RequestRow, ...]) -> Earlier | None:
    """What to say before another request is logged; None where there was none."""
    if not rows:
        return None
    said = translate("Earlier", "You have asked {authority} {times} before")
    title = said.format(authority=authority, times=_times(len(rows)))
    lines = tuple(_line(row) for row in rows[:3])
    waiting = any(row.state in OPEN for row in rows)
    return Earlier(title, lines, waiting)


def short_warning(rows: tuple[RequestRow, ...]) -> str:
    """One line for a list of many: an open request, or nothing."""
    for row in rows:
        if row.state is State.OVERDUE:
            return _with_day(translate("Earlier", "Overdue request open"), row)
        if row.state in OPEN:
            return _with_day(translate("Earlier", "Also asked, not answered yet"), row)
    return ""


def _with_day(words: str, row: RequestRow) -> str:
    if row.sent_on is None:
        return words
    sent = translate("Earlier", "sent {day}").format(day=_day(row.sent_on))
    return f"{words}, {sent}"


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _times(number: int) -> str:
    if number == 1:
        return translate("Earlier", "once")
    if number == 2:
        return translate("Earlier", "twice")
    return translate("Earlier", "{number} times").format(number=f"{number:,}")


def _line(row: RequestRow) -> str:
    sent = _day(row.sent_on) if row.sent_on else ""
    parts = (", ".join(row.references), row.title, sent, row_chip(row).words.lower())
    return ", ".join(part for part in parts if part)
