"""What a letter tells twice, in its sentences or in a table too, is taken once."""

from __future__ import annotations

from collections.abc import Sequence

from foitrack.reading.findings import CaseRow
from foitrack.reading.periods import Period, parse_period
from foitrack.reading.sentences.counted import Unit
from foitrack.reading.sentences.sayings import Saying

PROSE = "prose"
SENTENCE = "sentence"


def once(told: Sequence[Saying], anyone: frozenset[str]) -> list[Saying]:
    """What a letter says twice in its sentences is taken once; items of a list are cases each.

    `anyone` are the words that stand for all who are counted: "officer".
    """
    kept: list[Saying] = []
    seen: set[object] = set()
    for one in told:
        key = _key(one.unit)
        if not one.item and key in seen:
            continue
        seen.add(key)
        kept.append(one)
    return [one for one in kept if not _summed_elsewhere(one, kept, anyone)]


def _key(unit: Unit) -> object:
    values = frozenset((value.own.name, value.value) for value in unit.values)
    return unit.period, unit.count, values


def _summed_elsewhere(one: Saying, others: Sequence[Saying], anyone: frozenset[str]) -> bool:
    """Whether other units say more closely what this one says: its parts, or its outcome."""
    unit = one.unit
    same = [o.unit for o in others if o is not one and o.unit.period == unit.period]
    outcome = unit.outcome()
    if outcome is None:
        return any(other.outcome() is not None for other in same)
    if not _is_anyone(unit, anyone):
        return False
    closer = [
        other
        for other in same
        if not _is_anyone(other, anyone) and (o := other.outcome()) and o.value == outcome.value
    ]
    return bool(closer) and sum(other.count.low for other in closer) == unit.count.low


def _is_anyone(unit: Unit, anyone: frozenset[str]) -> bool:
    who = unit.who()
    return who is None or who.value.lower() in anyone


def covered_by(known: Sequence[CaseRow]) -> frozenset[str] | None:
    """The periods that the letter's tables tell of; None where a row of them has none."""
    found: set[str] = set()
    for row in known:
        periods = row.all("period")
        if not periods:
            return None
        found.update(row.all("year"))
        for period in periods:
            found.update(_years(period))
    return frozenset(found)


def is_covered(period: Period | None, covered: frozenset[str] | None) -> bool:
    """Whether a table tells of the period already, as far as can be known."""
    if covered is None:
        return True
    if period is None:
        return False
    return bool(_years(period.value) & covered)


def _years(period: str) -> set[str]:
    """The calendar years that a period has a part of."""
    first = period[:4]
    return {first, str(int(first) + 1)} if "/" in period and first.isdigit() else {first}


def without_told(rows: Sequence[CaseRow]) -> tuple[CaseRow, ...]:
    """The rows of several files together: what a table of one tells is not told by another's
    sentences, and a sentence that stands in two of them counts once.
    """
    covered = covered_by([row for row in rows if row.source != PROSE])
    seen: dict[object, str | None] = {}
    kept = []
    for row in rows:
        if row.source == PROSE:
            period = parse_period(row.one("period") or "")
            key = (tuple((v.field, v.value) for v in row.values), row.printed.get(SENTENCE))
            if is_covered(period, covered) or seen.setdefault(key, row.place.part) != (
                row.place.part
            ):
                continue
        kept.append(row)
    return tuple(kept)
