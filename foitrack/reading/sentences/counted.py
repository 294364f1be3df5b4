"""The numbers of a sentence that count somebody or something, and what is said of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.later import later
from foitrack.reading.counts import Count
from foitrack.reading.periods import Period
from foitrack.reading.schema import FieldKind
from foitrack.reading.sentences.periods import Told
from foitrack.reading.sentences.words import FIGURE, Named, Vocabulary, figure

_FILLER = (
    r"(?:\s+(?:police|male|female|serving|further|separate|additional|different|more|other|"
    r"such|student|former|individual|formal|substantiated|recorded|misconduct|conduct|public|new))"
    r"{0,2}\s+"
)
_NOUN_AFTER = re.compile(rf"\s*[x\u00d7]\s*|{_FILLER}", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_TIMES = later(
    r"\s*(?:[x\u00d7]\s?(?P<x>\d{1,3})|\(\s?(?P<b>\d{1,3})\s?\)|\s*[:=-]\s*(?P<c>\d{1,3}))"
    r"(?=\s*(?:$|[;,.)(]|-\s))",
    re.IGNORECASE,
)
VERB = later(
    r"\s+(?:of (?:them|these|those|whom|which)\s+)?(?:was|were|had|have|has|received|resigned|"
    r"resulted|got|being|ended|retired|left|given|dismissed)\b",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(r"^\W*(?:\w+\W+){0,4}?(?:to|for|against|involving|by)\s*$", re.IGNORECASE)
_OF_THESE = re.compile(r"\s*(?:of|from|among) (?:these|those|them|whom|which)\b", re.IGNORECASE)


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
class Counted:
    """A number of a sentence, with what it counts."""

    start: int
    after: int
    """Where the number and its noun end."""
    count: Count
    noun: Named | None
    counted: str = ""
    bare: bool = False
    """A number with its verb alone: of what, the one before says."""
    values: list[Named] = field(default_factory=list)


def counted_in(
    text: str, words: Vocabulary, named: Sequence[Named], periods: Sequence[Told]
) -> list[Counted]:
    """Each number with the noun or verb that it counts, in their order."""
    by_start = {value.start: value for value in named}
    found: list[Counted] = []
    # A year before a noun is no number of it: "In 2019 constables were ...".
    taken = [(told.start, told.end) for told in periods]
    taken += [(value.start, value.end) for value in named]
    for value in named:
        times = _TIMES.match(text, value.end)
        if times and value.own.kind is FieldKind.CATEGORY:
            number = figure(times["x"] or times["b"] or times["c"])
            if number is not None:
                found.append(Counted(value.start, times.end(), number, value))
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
) -> Counted | None:
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
            return Counted(met.start(), value.end, count, value)
        counted = words.counted.match(text, at) if words.counted else None
        if counted and not article:
            return Counted(met.start(), counted.end(), count, None, counted.group())
    if not article and count.exact != 0 and VERB.match(text, met.end()):
        return Counted(met.start(), met.end(), count, None, bare=True)
    if not article and count.exact != 0 and re.match(r"\s+in\s+(?:19|20)\d\d", text[met.end() :]):
        return Counted(met.start(), met.end(), count, None, bare=True)
    return None


def merged(text: str, found: list[Counted]) -> list[Counted]:
    """Warnings counted, and then those who were given them, are one thing and not two."""
    kept: list[Counted] = []
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


def _with_people(before: Counted, one: Counted) -> Counted:
    """The outcomes counted, with those who had them."""
    assert one.noun is not None
    return Counted(before.start, before.after, before.count, before.noun, values=[one.noun])


def with_their_own(text: str, found: list[Counted], named: Sequence[Named]) -> list[Counted]:
    """Without a number that follows a rank, which is somebody's own ("PC 12 was dismissed"), and
    without one of nothing: a number with a verb alone needs another before it.
    """
    kept: list[Counted] = []
    for one in found:
        follows = any(v.end <= one.start and not text[v.end : one.start].strip() for v in named)
        if one.bare and (follows or not (kept or _OF_THESE.match(text))):
            continue
        kept.append(one)
    return kept
