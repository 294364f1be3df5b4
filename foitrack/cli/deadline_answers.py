"""How `foitrack due` puts deadlines: as JSON, whose shape is a public interface, and as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from foitrack.law.calendars import Calendars
from foitrack.law.clock import explain
from foitrack.law.terms import Deadline, Met, OtherReading, Reckoning, Regime
from foitrack.law.wording import DEADLINE_WORDS, counted, full_date


def as_json(
    regime: Regime, reckoning: Reckoning, calendars: Calendars, *, explained: bool
) -> dict[str, Any]:
    """The answer as values for JSON, in the order in which they are printed."""
    deadlines = [deadline_as_json(deadline) for deadline in reckoning.deadlines]
    if explained:
        for answer, deadline in zip(deadlines, reckoning.deadlines, strict=True):
            answer["days"] = [
                {"on": day.on.isoformat(), "n": day.n, "why": day.why}
                for day in explain(deadline, calendars, regime)
            ]
    return {"law": regime, "deadlines": deadlines, "notes": list(reckoning.notes)}


def deadline_as_json(deadline: Deadline) -> dict[str, Any]:
    """One deadline as values for JSON."""
    return {
        "kind": deadline.kind,
        "on": deadline.on.isoformat(),
        "strength": deadline.strength,
        "basis": deadline.basis,
        "from": deadline.start.isoformat(),
        "working_days": deadline.working_days,
        "skipped": [{"on": day.on.isoformat(), "why": day.why} for day in deadline.skipped],
        "disregarded": [on.isoformat() for on in deadline.disregarded],
        "original": deadline.original.isoformat() if deadline.original else None,
        "also": [_reading(reading) for reading in deadline.also],
        "provisional": deadline.provisional,
        "assumed": deadline.assumed,
        "met": _met(deadline.met),
    }


def _reading(reading: OtherReading) -> dict[str, Any]:
    return {
        "on": reading.on.isoformat(),
        "basis": reading.basis,
        "strength": reading.strength,
        "why": reading.why,
    }


def _met(met: Met | None) -> dict[str, Any] | None:
    if met is None:
        return None
    return {"on": met.on.isoformat(), "day": met.day, "late": met.late}


def as_text(
    regime: Regime, reckoning: Reckoning, calendars: Calendars, *, explained: bool
) -> Iterator[str]:
    """The answer as lines for a person."""
    for deadline in reckoning.deadlines:
        yield f"{DEADLINE_WORDS[deadline.kind]}: {full_date(deadline.on)}"
        for line in _about(deadline, calendars.last_sure_day):
            yield f"  {line}"
        if explained:
            for day in explain(deadline, calendars, regime):
                number = "" if day.n is None else day.n
                yield f"  {number!s:>3}  {full_date(day.on)}  {day.why}"
    if not reckoning.deadlines:
        yield "These events give nothing to count from."
    for note in reckoning.notes:
        yield f"Note: {note}"


def _about(deadline: Deadline, last_sure_day: date) -> Iterator[str]:
    start = full_date(deadline.start)
    if deadline.working_days is None:
        yield f"counted from {start} in calendar days ({deadline.basis}, {deadline.strength})"
    else:
        days = counted(deadline.working_days, "working day")
        yield f"{days} after {start} ({deadline.basis}, {deadline.strength})"
    if deadline.assumed:
        yield "taking it as received on the day it was sent"
    if deadline.original:
        yield f"extended from {full_date(deadline.original)}"
    for skipped in deadline.skipped:
        yield f"{full_date(skipped.on)} does not count: {skipped.why}"
    if deadline.disregarded:
        yield f"{counted(len(deadline.disregarded), 'working day')} disregarded"
    for reading in deadline.also:
        yield f"or {full_date(reading.on)} ({reading.basis}, {reading.strength}): {reading.why}"
    if deadline.provisional:
        yield f"provisional: bank holidays after {last_sure_day.year} are not all known yet"
    if deadline.met:
        late = counted(deadline.met.late, "day") + " late" if deadline.met.late else "in time"
        yield f"met on {full_date(deadline.met.on)}, day {deadline.met.day}, {late}"
