"""What one sentence says: how many of whom, and what came of it, unit by unit.

"In 2019 two constables received written warnings and one sergeant was dismissed" has two units.
A unit that is not plain is left out: nothing is better than something wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from foitrack.later import later
from foitrack.reading.periods import Period
from foitrack.reading.schema import FieldKind
from foitrack.reading.sentences.counted import Counted, Unit, counted_in, merged, with_their_own
from foitrack.reading.sentences.neighbours import dated, inherited
from foitrack.reading.sentences.periods import Told
from foitrack.reading.sentences.plain import DENIED, is_plain
from foitrack.reading.sentences.words import AROUND, FIGURE, Named, Vocabulary, figure

_PART = later(
    r"\b(?:of (?:whom|which|these|those|them)|including|among (?:them|these)|"
    r"with the (?:other|rest|remaind))\W*(?:the\s+)?$",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"\b(?:includ\w+|among (?:them|these))\W*$", re.IGNORECASE)
MANY = 200
"""A figure as large as this in a sentence is how many there are, not what happened to some."""


def units_in(
    text: str, words: Vocabulary, periods: Sequence[Told], above: Period | None
) -> tuple[Unit, ...]:
    """The units of a sentence that are plain; none where any of it is not."""
    named = words.named(text)
    found = counted_in(text, words, named, periods)
    if not found or _unclear(text, found, periods):
        return ()
    found = with_their_own(text, merged(text, found), named)
    if not found:
        return ()
    units: list[Unit] = []
    for index, one in enumerate(found):
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        begin = found[index - 1].after if index else 0
        units.append(_unit(text, one, begin, end, words, named))
    units = inherited(text, units, found, named)
    units = dated(units, periods, above)
    return tuple(_parts(text, [unit for unit in units if is_plain(text, unit)]))


def _unclear(text: str, found: Sequence[Counted], periods: Sequence[Told]) -> bool:
    if any(told.period is None for told in periods):
        return True
    if any(AROUND.search(text[: one.start]) for one in found):
        return True
    large = [m for m in FIGURE.finditer(text) if (c := figure(m["n"])) and c.low >= MANY]
    years = [range(told.start, told.end) for told in periods]
    if any(not any(m.start() in year for year in years) for m in large):
        return True
    if DENIED.search(text[: found[0].start]):
        return True
    return any(
        first.period != second.period
        and not any(first.start < one.start < second.start for one in found)
        for first, second in pairwise(periods)
    )


def _unit(
    text: str, one: Counted, begin: int, end: int, words: Vocabulary, named: Sequence[Named]
) -> Unit:
    own = [one.noun] if one.noun is not None else []
    own += one.values
    taken = {value.own.name for value in own}
    inside = [v for v in named if one.after <= v.start < end and v.own.name not in taken]
    flags: tuple[str, ...] = ()
    values: list[Named] = list(own)
    for name in dict.fromkeys(value.own.name for value in inside):
        same = [value for value in inside if value.own.name == name]
        if same[0].own.kind is FieldKind.CATEGORIES or len({v.value for v in same}) == 1:
            values += list({v.value: v for v in same}.values())
        elif same[0].own.families:
            # Two outcomes of one unit: whose is which is not said.
            flags = ("several outcomes",)
    happened = bool(words.events.search(text[begin:end]))
    return Unit(
        one.start,
        end,
        one.count,
        tuple(values),
        noun=one.counted,
        part=bool(_PART.search(text[: one.start])),
        happened=happened,
        flags=flags,
    )


def _parts(text: str, units: list[Unit]) -> list[Unit]:
    """Those counted twice, as a whole and in parts, are counted once."""
    kept: list[Unit] = []
    for unit in units:
        if _INCLUDED.search(text[: unit.start]) and kept:
            break
        if unit.part and kept and kept[-1].outcome() is None:
            kept.pop()
        kept.append(unit)
    return kept
