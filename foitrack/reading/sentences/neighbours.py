"""What the units of a sentence lend each other: an outcome, those it befell, a period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foitrack.reading.periods import Period
from foitrack.reading.schema import FieldKind
from foitrack.reading.sentences.counted import VERB, Counted, Unit
from foitrack.reading.sentences.periods import Told
from foitrack.reading.sentences.plain import DENIED
from foitrack.reading.sentences.words import Named

_JOINED = re.compile(r"^\W*(?:and|or|&|as well as|plus|together with)?\W*$", re.IGNORECASE)


def inherited(
    text: str, units: list[Unit], found: Sequence[Counted], named: Sequence[Named]
) -> list[Unit]:
    """What a unit lacks and its neighbours or the sentence's beginning say for it too."""
    made = list(units)
    for index, (unit, one) in enumerate(zip(made, found, strict=True)):
        before = made[index - 1] if index else None
        if one.bare and before is not None:
            lent = [
                v
                for v in before.values
                if not v.own.families and v.own.kind is not FieldKind.CATEGORIES
            ]
            outcome = before.outcome()
            if unit.outcome() is None and outcome is not None and not _says_more(text, one, unit):
                lent.append(outcome)
            own = {v.own.name for v in unit.values}
            lent = [v for v in lent if v.own.name not in own]
            made[index] = replace(unit, values=(*unit.values, *lent), noun=before.noun)
    for index in range(len(made) - 2, -1, -1):
        unit, after = made[index], made[index + 1]
        gap = text[found[index].after : found[index + 1].start]
        outcome = after.outcome()
        if (
            unit.outcome() is None
            and not unit.happened
            and _JOINED.match(gap)
            and (outcome is not None or after.happened)
        ):
            lent = [outcome] if outcome is not None else []
            sites = [v for v in after.values if v.own.kind is FieldKind.CATEGORIES]
            made[index] = replace(
                unit,
                values=(*unit.values, *lent, *sites),
                happened=after.happened,
                end=after.end,
                said_from=max(after.start, after.said_from),
                flags=tuple(dict.fromkeys((*unit.flags, *after.flags))),
            )
    return _led(text, made, named)


def _says_more(text: str, one: Counted, unit: Unit) -> bool:
    """Whether a bare number has a verb of its own, which says something that is not known."""
    return VERB.match(text, one.after) is not None and "of" not in text[one.after : one.after + 4]


def _led(text: str, units: list[Unit], named: Sequence[Named]) -> list[Unit]:
    """Values before the first number are said of all that follow, where they have none."""
    if not units:
        return units
    before = [value for value in named if value.end <= units[0].start]
    made = units
    for name in dict.fromkeys(value.own.name for value in before):
        same = [value for value in before if value.own.name == name]
        several = len({value.value for value in same}) > 1
        if several and same[0].own.kind is not FieldKind.CATEGORIES:
            if same[0].own.families:
                made = [replace(unit, flags=(*unit.flags, "several outcomes")) for unit in made]
            continue
        if any(value.own.name == name for unit in made for value in unit.values):
            continue
        if same[0].own.families and DENIED.search(text[: units[0].start]):
            made = [replace(unit, flags=(*unit.flags, "denied")) for unit in made]
            continue
        distinct = tuple({value.value: value for value in same}.values())
        made = [replace(unit, values=(*unit.values, *distinct)) for unit in made]
    return made


def dated(units: list[Unit], periods: Sequence[Told], above: Period | None) -> list[Unit]:
    """Each unit's period: the sentence's one, the latest before it, or the first within it."""
    distinct = {told.period.value for told in periods if told.period}
    if not distinct:
        return [replace(unit, period=above) for unit in units]
    if len(distinct) == 1:
        return [replace(unit, period=periods[0].period) for unit in units]
    leading = bool(units) and periods[0].start < units[0].start
    made: list[Unit] = []
    for unit in units:
        before = [told for told in periods if told.start < unit.start]
        inside = [told for told in periods if unit.start <= told.start < unit.end]
        # A trailing "in 2020" belongs to its own unit, and to none after it.
        own = (before[-1:] if leading else inside[:1]) if not (leading and inside) else []
        made.append(replace(unit, period=own[0].period if own else None))
    if leading and any(unit.period is None for unit in made):
        return _between(units, periods)
    return made


def _between(units: list[Unit], periods: Sequence[Told]) -> list[Unit]:
    """The period before each unit, as in "In 2019 two were dismissed and in 2020 one was".

    The extent of a unit runs to the next number, so the next unit's period lies in it.
    """
    made = []
    for unit in units:
        before = [told for told in periods if told.start < unit.start]
        made.append(replace(unit, period=before[-1].period if before else None))
    return made
