"""Case rows from sentences: proposed, marked as from prose, and never counted unasked.

Only what a sentence says plainly becomes a row: a period, a number, and who or what of the
schema's own words. Sentences about the law, about others, about what may be, or with figures of
how many there are, become none; nor does what a table of the same letter says already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from foitrack.reading.case_cells import Values, count_value, period_values
from foitrack.reading.case_fits import counts_of
from foitrack.reading.counts import Count
from foitrack.reading.findings import CaseRow, CaseValue, Place, Zero
from foitrack.reading.periods import Period, parse_period
from foitrack.reading.prose import Span, lines, paragraphs, sentences, trimmed
from foitrack.reading.prose_background import bare, is_background
from foitrack.reading.prose_periods import periods_in
from foitrack.reading.prose_units import Unit, units_in
from foitrack.reading.prose_words import FIGURE, NOTHING, Named, Vocabulary, figure, vocabulary
from foitrack.reading.schema import CaseSchema, FieldKind

PROSE = "prose"
_HEADING = "heading"
SENTENCE = "sentence"
FLAG = "read from a sentence"
_LIST_ITEM = re.compile(r"\s*(?:[-*\u2022\u00b7\u25aa\u2023o]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
_COUNTED_ITEM = re.compile(r"\s*\d{1,3}\s?[x\u00d7]\s", re.IGNORECASE)
_OF_THESE = re.compile(
    r"\s*(?:of (?:these|those|them)|of the \w+ officers|these were|they were)\b", re.IGNORECASE
)
_SERIES = re.compile(
    r"(?P<p>(?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)?)\s*(?:[:=]|-|\()\s*"
    rf"(?P<n>\d{{1,3}}|{'|'.join(NOTHING)})\b\)?(?!\s*(?:[x\u00d7]|[a-z]))",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?P<lead>.{{8,150}}?)\s*(?:[:=]|\s-)\s*(?P<n>\d{{1,3}}|{'|'.join(NOTHING)})\s*\.?",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\s*(?:the )?(?:total )?(?:number|no\.?|count|total)\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*[-:,]\s*")
_LONGEST = 1200
_LONGEST_PERIOD = 60
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Told:
    """A unit of a sentence, and where the sentence stands."""

    unit: Unit
    sentence: Span
    item: bool


@dataclass(slots=True)
class _Above:
    """What a heading says of the lines below it."""

    period: Period | None = None
    lead: str = ""
    """The words of a line that ends in a colon."""
    items_only: bool = False


def prose_rows(
    spoken: str,
    text: str,
    schema: CaseSchema,
    known: Sequence[CaseRow],
    place: Callable[[int, int], Place],
    elsewhere: Callable[[str], bool] = lambda sentence: False,
) -> tuple[tuple[CaseRow, ...], tuple[Zero, ...]]:
    """The case rows, and explicit noughts, of what an authority says in sentences.

    `spoken` is the text with tables, quotations and the request's own words blanked; `known`
    are the rows of the letter's tables; `elsewhere` says whether a sentence names another body.
    """
    words = vocabulary(schema)
    if words is None:
        return (), ()
    told: list[_Told] = []
    zeros: list[Zero] = []
    for each in _sayings(spoken, words, elsewhere):
        if isinstance(each, _Told):
            told.append(each)
        else:
            zeros.append(Zero(each[0], place(each[1].start, each[1].end)))
    covered = _covered(known)
    rows = [
        CaseRow(
            _values(one.unit),
            place(one.sentence.start, one.sentence.end),
            {SENTENCE: " ".join(one.sentence.of(text).split())},
            _flags(one, schema),
            PROSE,
        )
        for one in _once(told, frozenset(schema.counted))
        if not _is_covered(one.unit.period, covered)
    ]
    noughts = [zero for zero in zeros if not _is_covered(parse_period(zero.period), covered)]
    return tuple(rows), tuple(noughts)


# The sentences


def _sayings(
    spoken: str, words: Vocabulary, elsewhere: Callable[[str], bool]
) -> Iterator[_Told | tuple[str, Span]]:
    above = _Above()
    for block in _blocks(spoken):
        line = block.flat(spoken)
        heading = _heading(line)
        if heading is not None:
            above = heading
            continue
        if not _YEAR.search(line) and above.period is None and not above.lead:
            # Most of a letter: without a year nothing can be said of one.
            continue
        item = bool(_LIST_ITEM.match(line) or _COUNTED_ITEM.match(line) or _SERIES.match(line))
        if not line.strip() or len(line) > _LONGEST * 4:
            continue
        if above.items_only and not item:
            above = _Above()
        yield from _of_block(spoken, block, words, above, item, elsewhere)
        if not item:
            # A heading governs one paragraph of sentences, and a list for as long as it runs.
            above = _Above()
        elif above.period is not None or above.lead:
            above = _Above(above.period, above.lead, items_only=True)


def _blocks(spoken: str) -> Iterator[Span]:
    """Paragraphs, parted where a line is a heading or an item of its own: a year printed under
    a list is no end of the list's last line.
    """
    for whole in _joined(spoken):
        start = whole.start
        for row in lines(whole.of(spoken)):
            line = Span(whole.start + row.start, whole.start + row.end)
            if line.start > start and (alone := _stands_alone(line.of(spoken))):
                yield trimmed(spoken, Span(start, line.start))
                start = line.end if alone == _HEADING else line.start
                if alone == _HEADING:
                    yield trimmed(spoken, line)
            elif line.start == start and _stands_alone(line.of(spoken)) == _HEADING:
                yield trimmed(spoken, line)
                start = line.end
        if start < whole.end:
            yield trimmed(spoken, Span(start, whole.end))


def _joined(spoken: str) -> Iterator[Span]:
    """Paragraphs, with a line that goes on in small letters on the next taken together: half of
    a sentence would say something else than the whole.
    """
    last: Span | None = None
    for each in paragraphs(spoken):
        if (
            last is not None
            and spoken[last.end : each.start].count("\n") == 1
            and spoken[each.start : each.end].lstrip()[:1].islower()
            and spoken[last.start : last.end].rstrip()[-1:] not in ".!?:;"
            and not _LIST_ITEM.match(spoken[each.start : each.end])
        ):
            last = Span(last.start, each.end)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _stands_alone(line: str) -> str:
    if _heading(line) is not None:
        return _HEADING
    return "item" if _LIST_ITEM.match(line) or _COUNTED_ITEM.match(line) else ""


def _heading(line: str) -> _Above | None:
    """A line that is a period, or that ends in a colon: it speaks for what follows."""
    end = line.rstrip(" *_#")[-1:]
    if len(line) > 200 or (end != ":" and (len(line) > _LONGEST_PERIOD or not _YEAR.search(line))):
        return None
    plain = _LIST_ITEM.sub("", line, count=1).strip(" *_#")
    period = parse_period(re.sub(r"^(?:in|during)\s+", "", plain.rstrip(":"), flags=re.IGNORECASE))
    if period is not None:
        return _Above(period)
    if not plain.endswith(":") or is_background(plain):
        return None
    told = periods_in(plain)
    if len({one.period.value if one.period else None for one in told}) > 1:
        return None
    return _Above(told[0].period if told else None, plain.rstrip(":"))


def _of_block(
    spoken: str,
    block: Span,
    words: Vocabulary,
    above: _Above,
    item: bool,
    elsewhere: Callable[[str], bool],
) -> Iterator[_Told | tuple[str, Span]]:
    before: list[_Told] = []
    last = ""
    """The sentence before, where it was the authority's own."""
    piece = block.flat(spoken)
    for part in [Span(0, len(piece))] if item else list(sentences(piece)):
        sentence = Span(block.start + part.start, block.start + part.end)
        said = _said(part.of(piece))
        carried = _period_of(last) if last and _OF_THESE.match(said) else None
        own = carried or above.period
        last = ""
        dated = own is not None or above.lead or _YEAR.search(said)
        if not dated or len(said) > _LONGEST or said.isupper():
            continue
        if not words.may_name(f"{said} {above.lead}") or not (item or FIGURE.search(said)):
            continue
        series = _series(said, words, above)
        units: Sequence[Unit | str] = (
            series if series is not None else _units(said, words, own, above.lead if item else "")
        )
        if units and elsewhere(said):
            continue
        last = said
        if carried is not None and units:
            # The sentence before told their number; this one tells what came of them.
            before = [one for one in before if one.unit.outcome() is not None]
        yield from before
        yield from ((unit, sentence) for unit in units if isinstance(unit, str))
        before = [_Told(unit, sentence, item) for unit in units if isinstance(unit, Unit)]
    yield from before


def _said(sentence: str) -> str:
    """A sentence without its mark of a list, and without what leads into it."""
    mark = _LIST_ITEM.match(sentence)
    return bare(sentence[mark.end() :] if mark else sentence)[0]


def _period_of(said: str) -> Period | None:
    """The one period that a sentence speaks of."""
    told = [one for one in periods_in(said) if one.period is not None]
    return told[0].period if len(told) == 1 else None


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


def _series(said: str, words: Vocabulary, above: _Above) -> list[Unit | str] | None:
    """Numbers by year of what stands before them: "Officers dismissed: 2018 - 4; 2019 - nil"."""
    met = list(_SERIES.finditer(said))
    if len(met) < 2 and not (met and above.lead and met[0].start() <= 2):
        return _labelled(said, words)
    lead = said[: met[0].start()].strip(" :-,") or above.lead
    if not lead or is_background(lead) or periods_in(lead):
        return []
    clear = _clear(lead, words)
    if clear is None:
        return []
    distinct, noun = clear
    found: list[Unit | str] = []
    for one in met:
        period, count = parse_period(one["p"]), figure(one["n"])
        if period is None or count is None:
            return []
        if count.exact == 0:
            found.append(period.value)
        else:
            found.append(Unit(one.start(), one.end(), count, distinct, period, noun, happened=True))
    return found


def _clear(lead: str, words: Vocabulary) -> tuple[tuple[Named, ...], str] | None:
    """What the words before a number say that it counts; None where that is not plain."""
    named = words.named(lead)
    outcomes = {value.value for value in named if value.own.families}
    who = {v.value for v in named if not v.own.families and v.own.kind is FieldKind.CATEGORY}
    clear = len(outcomes) == 1 or (not outcomes and len(who) == 1 and words.events.search(lead))
    denied = re.search(r"\b(?:no|not|never|without)\b(?! (?:case|further|upheld))", lead, re.I)
    if not clear or len(who) > 1 or denied:
        return None
    counted = words.counted.search(lead) if words.counted else None
    noun = counted.group() if counted and not who else ""
    return tuple({(v.own.name, v.value): v for v in named}.values()), noun


def _labelled(said: str, words: Vocabulary) -> list[Unit | str] | None:
    """A line such as "Number of constables dismissed in 2019: 3"; None where it is none."""
    met = _LABELLED.fullmatch(said)
    if met is None or is_background(met["lead"]):
        return None
    lead, count = met["lead"], figure(met["n"])
    told = periods_in(lead)
    found = _clear(lead, words)
    if count is None or found is None or len(told) != 1 or told[0].period is None:
        return None
    if not any(value.plural for value in found[0]) and not _NUMBER_OF.match(lead):
        return None
    if count.exact == 0:
        return [told[0].period.value]
    return [Unit(0, len(said), count, found[0], told[0].period, found[1], happened=True)]


# The rows


def _values(unit: Unit) -> Values:
    assert unit.period is not None
    values: list[CaseValue] = list(period_values(unit.period, unit.period.value))
    for named in unit.values:
        values.append(CaseValue(named.own.name, named.value, named.value))
        if named.own.families:
            family = named.own.family(named.value) or "other"
            values.append(CaseValue(f"{named.own.name}_family", family, named.value))
    return (*values, count_value(unit.count, ""))


def _flags(one: _Told, schema: CaseSchema) -> tuple[str, ...]:
    counts = counts_of(one.unit.noun, schema) if one.unit.noun else []
    return (FLAG, *counts)


def _once(told: Sequence[_Told], anyone: frozenset[str]) -> list[_Told]:
    """What a letter says twice in its sentences is taken once; items of a list are cases each.

    `anyone` are the words that stand for all who are counted: "officer".
    """
    kept: list[_Told] = []
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


def _summed_elsewhere(one: _Told, others: Sequence[_Told], anyone: frozenset[str]) -> bool:
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


def _covered(known: Sequence[CaseRow]) -> frozenset[str] | None:
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


def _is_covered(period: Period | None, covered: frozenset[str] | None) -> bool:
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
    covered = _covered([row for row in rows if row.source != PROSE])
    seen: dict[object, str | None] = {}
    kept = []
    for row in rows:
        if row.source == PROSE:
            period = parse_period(row.one("period") or "")
            key = (tuple((v.field, v.value) for v in row.values), row.printed.get(SENTENCE))
            if _is_covered(period, covered) or seen.setdefault(key, row.place.part) != (
                row.place.part
            ):
                continue
        kept.append(row)
    return tuple(kept)
