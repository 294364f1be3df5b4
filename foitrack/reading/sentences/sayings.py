"""What the sentences of a letter say of cases: each unit with its sentence, and each nought."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from foitrack.later import later
from foitrack.reading.counts import Count
from foitrack.reading.periods import Period
from foitrack.reading.prose import Span, sentences
from foitrack.reading.schema import FieldKind
from foitrack.reading.sentences.background import bare, is_background
from foitrack.reading.sentences.blocks import (
    COUNTED_ITEM,
    LIST_ITEM,
    YEAR,
    Above,
    blocks,
    heading_of,
)
from foitrack.reading.sentences.counted import Unit
from foitrack.reading.sentences.periods import KEPT_SENTENCES, periods_in
from foitrack.reading.sentences.series import SERIES, series_of
from foitrack.reading.sentences.units import units_in
from foitrack.reading.sentences.words import FIGURE, Named, Vocabulary

_OF_THESE = later(
    r"\s*(?:of (?:these|those|them)|of the \w+ officers|these were|they were)\b", re.IGNORECASE
)
_ALONE = re.compile(r"\s*[-:,]\s*")
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Saying:
    """A unit of a sentence, and where the sentence stands."""

    unit: Unit
    sentence: Span
    item: bool


def sayings(
    spoken: str, words: Vocabulary, elsewhere: Callable[[str], bool]
) -> Iterator[Saying | tuple[str, Span]]:
    """Each unit with its sentence, and each nought as its period and place, in their order."""
    above = Above()
    for block in blocks(spoken):
        line = block.flat(spoken)
        dated = YEAR.search(line) is not None
        heading = heading_of(line) if dated or ":" in line else None
        if heading is not None:
            above = heading
            continue
        if not dated and above.period is None and not above.lead:
            # Most of a letter: without a year nothing can be said of one.
            continue
        item = bool(LIST_ITEM.match(line) or COUNTED_ITEM.match(line) or SERIES.match(line))
        if not line.strip() or len(line) > _LONGEST * 4:
            continue
        if above.items_only and not item:
            above = Above()
        yield from _of_block(spoken, block, words, above, item, elsewhere)
        if not item:
            # A heading governs one paragraph of sentences, and a list for as long as it runs.
            above = Above()
        elif above.period is not None or above.lead:
            above = Above(above.period, above.lead, items_only=True)


def _of_block(
    spoken: str,
    block: Span,
    words: Vocabulary,
    above: Above,
    item: bool,
    elsewhere: Callable[[str], bool],
) -> Iterator[Saying | tuple[str, Span]]:
    before: list[Saying] = []
    last = ""
    """The sentence before, where it was the authority's own."""
    piece = block.flat(spoken)
    for part in [Span(0, len(piece))] if item else list(sentences(piece)):
        sentence = Span(block.start + part.start, block.start + part.end)
        said = _said(part.of(piece))
        carried = _period_of(last) if last and _OF_THESE.match(said) else None
        own = carried or above.period
        last = ""
        dated = own is not None or above.lead or YEAR.search(said)
        if not dated or len(said) > _LONGEST or said.isupper():
            continue
        if not words.may_name(f"{said} {above.lead}") or not (item or FIGURE.search(said)):
            continue
        units = _told(said, words, own, above.lead, item)
        if units and elsewhere(said):
            continue
        last = said
        if carried is not None and units:
            # The sentence before told their number; this one tells what came of them.
            before = [one for one in before if one.unit.outcome() is not None]
        yield from before
        yield from ((unit, sentence) for unit in units if isinstance(unit, str))
        before = [Saying(unit, sentence, item) for unit in units if isinstance(unit, Unit)]
    yield from before


def _said(sentence: str) -> str:
    """A sentence without its mark of a list, and without what leads into it."""
    mark = LIST_ITEM.match(sentence)
    return bare(sentence[mark.end() :] if mark else sentence)[0]


def _period_of(said: str) -> Period | None:
    """The one period that a sentence speaks of."""
    told = [one for one in periods_in(said) if one.period is not None]
    return told[0].period if len(told) == 1 else None


@lru_cache(maxsize=KEPT_SENTENCES)
def _told(
    said: str, words: Vocabulary, own: Period | None, lead: str, item: bool
) -> tuple[Unit | str, ...]:
    """The units of a sentence, and the periods that it says a nought of."""
    told = series_of(said, words, lead)
    return _units(said, words, own, lead if item else "") if told is None else tuple(told)


def _units(said: str, words: Vocabulary, above: Period | None, lead: str) -> tuple[Unit, ...]:
    if is_background(said):
        return ()
    periods = periods_in(said)
    units = units_in(said, words, periods, above)
    if not units:
        units = _single(said, words, periods[0].period if len(periods) == 1 else above)
    if lead and units and all(unit.outcome() is None for unit in units):
        led = [value for value in words.named(lead) if value.own.families]
        if len({value.value for value in led}) == 1:
            units = tuple(_with(unit, led[0]) for unit in units)
    return units


def _with(unit: Unit, value: Named) -> Unit:
    return replace(unit, values=(*unit.values, value))


def _single(said: str, words: Vocabulary, period: Period | None) -> tuple[Unit, ...]:
    """An item such as "PC - Facebook - Written warning" under a year: one constable."""
    if period is None:
        return ()
    named = words.named(said)
    if len(named) < 2 or named[0].start > _start(said) or named[0].plural:
        return ()
    first = named[0]
    outcomes = {value.value for value in named if value.own.families}
    plain = first.own.kind is FieldKind.CATEGORY and not first.own.families
    if not plain or len(outcomes) != 1 or not _ALONE.match(said, first.end):
        return ()
    others = [v for v in named[1:] if v.own is not first.own]
    return (Unit(0, len(said), Count(1, 1), (first, *others), period),)


def _start(said: str) -> int:
    """Where the words begin, a period at the beginning left out."""
    told = periods_in(said)
    at = told[0].end if told and told[0].start <= 3 else 0
    return at + len(said[at:]) - len(said[at:].lstrip(" :,-"))
