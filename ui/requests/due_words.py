"""The due box of a new request, in words: the day, what it skips, and where laws differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from foitrack.law.terms import Deadline, Regime
from foitrack.law.wording import full_date
from ui.counting import counted, listed
from ui.widgets.strip_days import holiday_name

translate = QCoreApplication.translate

SCOTTISH = frozenset({Regime.FOISA, Regime.EISR})


@dataclass(frozen=True, slots=True)
class DueFor:
    """The last day of some authorities that share a law and a period."""

    regime: Regime
    names: tuple[str, ...]
    deadline: Deadline | None


def skips(deadline: Deadline) -> str:
    """Which days are left out, by name: "Skips Good Friday 7 April and …"."""
    said = _holidays(deadline)
    if deadline.disregarded:
        said += translate("DueBox", ". School holidays are left out")
    return said


def _holidays(deadline: Deadline) -> str:
    named = [f"{holiday_name(s.why)} {s.on.day} {s.on:%B}" for s in deadline.skipped]
    if not named:
        return translate("DueBox", "Skips weekends; no bank holiday falls in between")
    if len(named) > 4:
        first = ", ".join(named[:3])
        said = translate("DueBox", "Skips {first} and {rest} more bank holidays")
        return said.format(first=first, rest=len(named) - 3)
    return translate("DueBox", "Skips {days}").format(days=joined(named))


def joined(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: "a, b and c"."""
    return listed(parts)


def whose(names: Sequence[str]) -> str:
    """One authority by name, several by number."""
    if len(names) == 1:
        return names[0]
    return translate("DueBox", "{number} of them").format(number=len(names))


def differs(first: Deadline, other: DueFor) -> str:
    """Why other authorities have another last day."""
    deadline = other.deadline
    if deadline is None:
        return ""
    skipped = {day.on for day in deadline.skipped}
    at_work = [day for day in first.skipped if day.on not in skipped and day.on <= deadline.on]
    if other.regime in SCOTTISH and at_work:
        days = joined([holiday_name(day.why) for day in at_work])
        verb = (
            translate("DueBox", "{days} is a working day under Scottish law")
            if len(at_work) == 1
            else translate("DueBox", "{days} are working days under Scottish law")
        )
        return verb.format(days=days)
    if deadline.working_days != first.working_days and deadline.working_days is not None:
        return counted(deadline.working_days, "working day")
    return skips(deadline)


def due_line(deadline: Deadline) -> str:
    """The day itself."""
    return full_date(deadline.on)
