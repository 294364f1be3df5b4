"""A cell that names several ("PC (4), PS (1)"), in its parts with how many there are of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from foitrack.reading.cases.cells import singular, times
from foitrack.reading.prose import fold
from foitrack.reading.schema import SchemaField

_BULLETS = "•·▪●‣◦"
_SEPARATED = re.compile(rf"[\n,;&+/{_BULLETS}]|\b(?:and|plus)\b", re.IGNORECASE)
_LINES = re.compile(rf"\s*[\n{_BULLETS}][\s{_BULLETS}]*(?:[-\u2013*]\s+)?")
_LISTED = re.compile(r"\s*(?:[,;&+]|\b(?:and|plus)\b)\s*", re.IGNORECASE)
_LISTED_OR_LINES = re.compile(rf"{_LISTED.pattern}|{_LINES.pattern}", re.IGNORECASE)
_EITHER = re.compile(r"\s*/\s*")
_AT_END = re.compile(r"\d\s?\)?$")
_LONGEST = 400
"""Characters: what is longer is told, not listed."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of those that a cell names."""

    printed: str
    value: str | None
    """Its normal value; None where the vocabulary does not have it."""
    number: int | None
    """As printed beside it."""
    plural: bool
    """Whether it is more than one, of which no number says how many: "PCs"."""


@dataclass(frozen=True, slots=True)
class Several:
    """Those that a cell names, in print order."""

    parts: tuple[Part, ...]
    by_line: bool = False
    """Whether each stands on a line of its own."""
    either: bool = False
    """Whether a stroke parts them, which may be "and" or "or"."""

    @property
    def numbered(self) -> bool:
        """Whether each has its number."""
        return all(part.number is not None for part in self.parts)

    @property
    def bare(self) -> bool:
        """Whether none has a number."""
        return all(part.number is None for part in self.parts)

    @property
    def sure(self) -> bool:
        """Whether it is certain that each part is one of its own, and how many it is."""
        if self.numbered:
            return True
        *before, last = self.parts
        # "PC and PS (2)" may be two in all.
        of_all = last.number is not None and _AT_END.search(last.printed) is not None
        if self.either or (of_all and all(part.number is None for part in before)):
            return False
        return not any(part.value is None or part.plural for part in self.parts)

    @property
    def total(self) -> int:
        """How many they are, where a part without a number is one."""
        return sum(self.numbers)

    @property
    def numbers(self) -> tuple[int, ...]:
        """How many each is, where a part without a number is one."""
        return tuple(1 if part.number is None else part.number for part in self.parts)


def several_in(cell: str, own: SchemaField) -> Several | None:
    """Those that a cell names by the field's vocabulary; None where it names one, or is no list."""
    if len(cell) > _LONGEST or not _SEPARATED.search(cell):
        return None
    if own.told(cell) is not None or own.normal(cell) is not None:
        return None
    flat = " ".join(cell.split())
    ways = (
        Several(_parts(_LINES.split(cell), own), by_line=True),
        Several(_parts(_LISTED.split(flat), own)),
        Several(_parts(_LISTED_OR_LINES.split(cell), own)),
        Several(_parts(_EITHER.split(flat), own), either=True),
    )
    lists = [way for way in ways if len(way.parts) > 1]
    return next(filter(_is_told, lists), None) or next(filter(_is_list, lists), None)


def _is_told(found: Several) -> bool:
    """Whether each part is of the vocabulary; where each is numbered, one of them."""
    known = [part.value is not None for part in found.parts]
    return all(known) or (found.numbered and any(known))


def _is_list(found: Several) -> bool:
    """Whether several are named, though not all parts are known."""
    known = sum(part.value is not None for part in found.parts)
    numbered = sum(part.number is not None for part in found.parts)
    return not found.either and known > 0 and max(known, numbered) > 1


def _parts(texts: Iterable[str], own: SchemaField) -> tuple[Part, ...]:
    bare = (text.strip().strip(_BULLETS).strip() for text in texts)
    return tuple(_part(text, own) for text in bare if text)


def _part(text: str, own: SchemaField) -> Part:
    whole = own.normal(text)
    bare, number = (text, None) if whole else times(text)
    one = own.normal(singular(fold(bare)))
    value = whole or own.normal(bare) or one
    many = number is None and value is not None and value == one and fold(bare)[-1:] in "sS"
    return Part(" ".join(text.split()), value, number, many)
