"""What one sentence says: how many of whom, and what came of it, unit by unit.

"In 2019 two constables received written warnings and one sergeant was dismissed" has two units.
A unit that is not plain is left out: nothing is better than something wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from foitrack.reading.counts import Count
from foitrack.reading.periods import Period
from foitrack.reading.prose_periods import Told, periods_in
from foitrack.reading.prose_words import AROUND, FIGURE, Named, Vocabulary, figure
from foitrack.reading.schema import FieldKind

_FILLER = (
    r"(?:\s+(?:police|male|female|serving|further|separate|additional|different|more|other|"
    r"such|student|former|individual|formal|substantiated|recorded|misconduct|conduct|public|new))"
    r"{0,2}\s+"
)
_NOUN_AFTER = re.compile(rf"\s*[x\u00d7]\s*|{_FILLER}", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_TIMES = re.compile(
    r"\s*(?:[x\u00d7]\s?(?P<x>\d{1,3})|\(\s?(?P<b>\d{1,3})\s?\)|\s*[:=-]\s*(?P<c>\d{1,3}))"
    r"(?=\s*(?:$|[;,.)(]|-\s))",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s+(?:of (?:them|these|those|whom|which)\s+)?(?:was|were|had|have|has|received|resigned|"
    r"resulted|got|being|ended|retired|left|given|dismissed)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:of (?:whom|which|these|those|them)|including|among (?:them|these)|"
    r"with the (?:other|rest|remaind))\W*(?:the\s+)?$",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"\b(?:includ\w+|among (?:them|these))\W*$", re.IGNORECASE)
_JOINED = re.compile(r"^\W*(?:and|or|&|as well as|plus|together with)?\W*$", re.IGNORECASE)
_GIVEN_TO = re.compile(r"^\W*(?:\w+\W+){0,4}?(?:to|for|against|involving|by)\s*$", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|nor|neither|none|avoided|declined|considered|facing|faces|awaiting|"
    r"recommended|instead|rather|risk|threatened|pending|suspended|n't|"
    r"without(?! notice)|except\w*|excluding)\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:that|which|whose|whom|where|when|while|because|against|after|following|although|but)\b"
    r"|\binvestigat\w+\s+(?:a|an|the)\b"
    r"|(?:[,;]|\band\b)\s+(?:the|an?|this|these|his|her|their|its|all|another|\w+\s+of)\s+"
    r"(?:\w+\s+){1,4}(?:was|were|has|have|had|is|are)\b",
    re.IGNORECASE,
)
"""Words after which the sentence tells of something else than those it counted."""
_OF_MANY = re.compile(
    r"\b(?:(?:of|out of)\s+(?:the\s+|our\s+)?(?:total\s+(?:of\s+)?)?|"
    r"(?:the|these|those|all|both|your|said|same)\s+)$",
    re.IGNORECASE,
)
"""Before a number: of how many they are a part, or those spoken of elsewhere."""
_OF_THESE = re.compile(r"\s*(?:of|from|among) (?:these|those|them|whom|which)\b", re.IGNORECASE)
_REJECTED = re.compile(r"dismiss", re.IGNORECASE)
_PEOPLE = re.compile(r"officer|staff|individual|people|person|employee|member", re.IGNORECASE)
MANY = 200
"""A figure as large as this in a sentence is how many there are, not what happened to some."""


@dataclass(frozen=True, slots=True)
class Unit:
    """So many of something, and what is said of them."""

    start: int
    end: int
    count: Count
    values: tuple[Named, ...] = ()
    period: Period | None = None
    noun: str = ""
    """What is counted, where it is no value of the schema: "allegations"."""
    part: bool = False
    """Whether it is a part of those counted before it ("of whom three")."""
    happened: bool = False
    """Whether an event is told, where no outcome is."""
    flags: tuple[str, ...] = ()
    said_from: int = -1
    """Where what is said of it begins, where a later unit says it for both."""

    def outcome(self) -> Named | None:
        """What came of it: a value of a column that has families."""
        return next((value for value in self.values if value.own.families), None)

    def who(self) -> Named | None:
        """The value that the number stands before."""
        return next(
            (v for v in self.values if not v.own.families and v.own.kind is FieldKind.CATEGORY),
            None,
        )


@dataclass(slots=True)
class _Found:
    start: int
    after: int
    """Where the number and its noun end."""
    count: Count
    noun: Named | None
    counted: str = ""
    bare: bool = False
    """A number with its verb alone: of what, the one before says."""
    values: list[Named] = field(default_factory=list)


def units_in(
    text: str, words: Vocabulary, periods: Sequence[Told], above: Period | None
) -> tuple[Unit, ...]:
    """The units of a sentence that are plain; none where any of it is not."""
    named = words.named(text)
    found = _found(text, words, named, periods)
    if not found or _unclear(text, found, periods):
        return ()
    found = _with_their_own(text, _merged(text, found), named)
    if not found:
        return ()
    units: list[Unit] = []
    for index, one in enumerate(found):
        end = found[index + 1].start if index + 1 < len(found) else len(text)
        begin = found[index - 1].after if index else 0
        units.append(_unit(text, one, begin, end, words, named))
    units = _inherited(text, units, found, named)
    units = _dated(units, periods, above)
    return tuple(_parts(text, [unit for unit in units if _is_plain(text, unit, found)]))


def _found(
    text: str, words: Vocabulary, named: Sequence[Named], periods: Sequence[Told]
) -> list[_Found]:
    by_start = {value.start: value for value in named}
    found: list[_Found] = []
    # A year before a noun is no number of it: "In 2019 constables were ...".
    taken = [(told.start, told.end) for told in periods]
    taken += [(value.start, value.end) for value in named]
    for value in named:
        times = _TIMES.match(text, value.end)
        if times and value.own.kind is FieldKind.CATEGORY:
            number = figure(times["x"] or times["b"] or times["c"])
            if number is not None:
                found.append(_Found(value.start, times.end(), number, value))
                taken.append((value.start, times.end()))
    for met in FIGURE.finditer(text):
        if any(start <= met.start() < end for start, end in taken):
            continue
        one = _after(text, met, words, by_start)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _after(
    text: str, met: re.Match[str], words: Vocabulary, by_start: dict[int, Named]
) -> _Found | None:
    count = figure(met["n"])
    if count is None:
        return None
    article = met["n"].lower() in ("a", "an")
    for gap in (_SPACE.match(text, met.end()), _NOUN_AFTER.match(text, met.end())):
        if gap is None:
            continue
        at = gap.end()
        value = by_start.get(at)
        if value is not None and value.own.kind is FieldKind.CATEGORY:
            if article and (value.plural or value.own.families):
                return None
            return _Found(met.start(), value.end, count, value)
        counted = words.counted.match(text, at) if words.counted else None
        if counted and not article:
            return _Found(met.start(), counted.end(), count, None, counted.group())
    if not article and count.exact != 0 and _VERB.match(text, met.end()):
        return _Found(met.start(), met.end(), count, None, bare=True)
    if not article and count.exact != 0 and re.match(r"\s+in\s+(?:19|20)\d\d", text[met.end() :]):
        return _Found(met.start(), met.end(), count, None, bare=True)
    return None


def _unclear(text: str, found: Sequence[_Found], periods: Sequence[Told]) -> bool:
    if any(told.period is None for told in periods):
        return True
    if any(AROUND.search(text[: one.start]) for one in found):
        return True
    large = [m for m in FIGURE.finditer(text) if (c := figure(m["n"])) and c.low >= MANY]
    years = [range(told.start, told.end) for told in periods]
    if any(not any(m.start() in year for year in years) for m in large):
        return True
    if _DENIED.search(text[: found[0].start]):
        return True
    return any(
        first.period != second.period
        and not any(first.start < one.start < second.start for one in found)
        for first, second in pairwise(periods)
    )


def _merged(text: str, found: list[_Found]) -> list[_Found]:
    """Warnings counted, and then those who were given them, are one thing and not two."""
    kept: list[_Found] = []
    for one in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.noun is not None
            and before.noun.own.families
            and one.noun is not None
            and not one.noun.own.families
            and _GIVEN_TO.match(text[before.after : one.start])
        ):
            if before.count == one.count:
                kept[-1] = _with_people(before, one)
                continue
            # So many warnings to so many people: neither number is the other's.
            kept.pop()
            continue
        kept.append(one)
    return kept


def _with_their_own(text: str, found: list[_Found], named: Sequence[Named]) -> list[_Found]:
    """Without a number that follows a rank, which is somebody's own ("PC 12 was dismissed"), and
    without one of nothing: a number with a verb alone needs another before it.
    """
    kept: list[_Found] = []
    for one in found:
        follows = any(v.end <= one.start and not text[v.end : one.start].strip() for v in named)
        if one.bare and (follows or not (kept or _OF_THESE.match(text))):
            continue
        kept.append(one)
    return kept


def _with_people(before: _Found, one: _Found) -> _Found:
    """The outcomes counted, with those who had them."""
    assert one.noun is not None
    return _Found(before.start, before.after, before.count, before.noun, values=[one.noun])


def _unit(
    text: str, one: _Found, begin: int, end: int, words: Vocabulary, named: Sequence[Named]
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


def _inherited(
    text: str, units: list[Unit], found: Sequence[_Found], named: Sequence[Named]
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


def _says_more(text: str, one: _Found, unit: Unit) -> bool:
    """Whether a bare number has a verb of its own, which says something that is not known."""
    return _VERB.match(text, one.after) is not None and "of" not in text[one.after : one.after + 4]


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
        if same[0].own.families and _DENIED.search(text[: units[0].start]):
            made = [replace(unit, flags=(*unit.flags, "denied")) for unit in made]
            continue
        distinct = tuple({value.value: value for value in same}.values())
        made = [replace(unit, values=(*unit.values, *distinct)) for unit in made]
    return made


def _dated(units: list[Unit], periods: Sequence[Told], above: Period | None) -> list[Unit]:
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


def _is_plain(text: str, unit: Unit, found: Sequence[_Found]) -> bool:
    if unit.period is None or unit.flags or unit.count.exact == 0:
        return False
    if _OF_MANY.search(text[: unit.start]):
        return False
    said = text[unit.start : unit.end]
    outcome = unit.outcome()
    if outcome is not None:
        return _outcome_is_plain(text, unit, outcome)
    if _DENIED.search(said):
        return False
    who = unit.who()
    if not unit.happened or who is None:
        return False
    between = text[unit.start : who.start]
    return not (_ANOTHER_CLAUSE.search(between) or _other_number(between))


def _outcome_is_plain(text: str, unit: Unit, outcome: Named) -> bool:
    around = text[unit.start : outcome.start] + " " + text[outcome.end : unit.end]
    if outcome.start < unit.start:
        around = text[unit.start : unit.end]
    if _DENIED.search(around):
        return False
    begin = max(unit.start, unit.said_from)
    between = text[begin : outcome.start] if outcome.start > begin else ""
    if _ANOTHER_CLAUSE.search(between) or _other_number(between):
        return False
    # A complaint that is dismissed is rejected: nobody lost their post.
    rejected = unit.noun and not _PEOPLE.search(unit.noun)
    return not (rejected and _REJECTED.match(text, outcome.start))


def _other_number(between: str) -> bool:
    """Whether another number stands between a unit's own and its outcome: something else's."""
    rest = FIGURE.sub("", between, count=1)
    told = periods_in(rest)
    return any(
        met["n"].lower() not in ("a", "an", "a single", "no")
        and not any(one.start <= met.start() < one.end for one in told)
        for met in FIGURE.finditer(rest)
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
