"""Values of one type as columns of JSON: of records, all that stand in their first field, then all
in their second, down to simple values; what is the same in many places is written once.

Tens of thousands of case rows are the same few words over and over. Written so they take a part of
the time and of the memory that each by itself would take, on both sides.
"""

from __future__ import annotations

import types
import typing
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import accumulate
from operator import attrgetter
from typing import Any

from foitrack.reading.worker.simple import Files, Tally, expect, maker

_OF, _AT = "of", "at"
"""Values, and for each place the number of the one that stands there; without these numbers one
value stands in all.
"""
_FEW = 4
"""So few are written as they are."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What comes with the columns that are read."""

    files: Files
    tally: Tally


class Column(ABC):
    """How values of one type are written, and made again."""

    def write(self, values: Sequence[Any], tally: Tally) -> Any:
        """The values for JSON."""
        if not values:
            return []  # A reading holds parts, which hold readings, and there the end is.
        keys = self._keys(values) if len(values) > _FEW else None
        if keys is None:
            return self._written(values, tally)
        # The last of those with a key is as good as the first: they are the same.
        kept = dict(zip(keys, values, strict=True))
        if len(kept) * 2 > len(values):
            return self._written(values, tally)
        before = tally.count
        told = {_OF: self._written(list(kept.values()), tally)}
        _repeat(tally, before, len(kept), len(values))
        if len(kept) > 1:
            numbers = dict(zip(kept, range(len(kept)), strict=True))
            told[_AT] = list(map(numbers.__getitem__, keys))
        return told

    def read(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        """So many values. Raises MalformedError, and TooManyValuesError before they are made."""
        if not count:
            return _list(told, 0)
        if type(told) is not dict:
            return self._made(told, count, incoming)
        own, at = told.get(_OF), told.get(_AT)
        if at is None:
            return self._shared(own, 1, count, incoming) * count
        numbers = _NUMBERS.read(at, count, incoming)
        expect(min(numbers) >= 0, list)
        values = self._shared(own, max(numbers) + 1, count, incoming)
        return list(map(values.__getitem__, numbers))

    def _shared(self, told: Any, few: int, count: int, incoming: Incoming) -> list[Any]:
        before = incoming.tally.count
        expect(few <= count, list)
        values = self._made(told, few, incoming)
        _repeat(incoming.tally, before, few, count)
        return values

    def _keys(self, values: Sequence[Any]) -> Sequence[Any] | None:
        """What is the same where the values are; None where they are not compared."""
        return None

    @abstractmethod
    def _written(self, values: Sequence[Any], tally: Tally) -> Any: ...

    @abstractmethod
    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]: ...


def _repeat(tally: Tally, before: int, few: int, count: int) -> None:
    """Count what stands in few values for each place that they stand in."""
    tally.add((tally.count - before) * (count - few) // few)


def _list(told: Any, length: int) -> list[Any]:
    expect(type(told) is list and len(told) == length, list)
    found: list[Any] = told
    return found


class _Simple(Column):
    """Values that hold no others, or None."""

    def __init__(self, kind: Any, *, maybe: bool) -> None:
        self._kind, self._make, self._maybe = kind, maker(kind), maybe
        self._words = kind is str or issubclass(kind, Enum)

    def _keys(self, values: Sequence[Any]) -> Sequence[Any] | None:
        if self._words:
            return values
        # Numbers are no longer than what would stand for them, but often all the same.
        same = self._kind in (int, bool) and values.count(values[0]) == len(values)
        return values if same else None

    def _written(self, values: Sequence[Any], tally: Tally) -> Any:
        return values

    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        told = _list(told, count)
        if not self._maybe or None not in told:
            return self._make(told, incoming.files)
        made = iter(self._make([own for own in told if own is not None], incoming.files))
        return [None if own is None else next(made) for own in told]


_NUMBERS = _Simple(int, maybe=False)
_TRUTHS = _Simple(bool, maybe=False)


class _Maybe(Column):
    """Values that hold others, or None."""

    def __init__(self, kind: Any) -> None:
        self._own = column(kind)

    def _written(self, values: Sequence[Any], tally: Tally) -> Any:
        there = [own is not None for own in values]
        present = [own for own in values if own is not None]
        return [_TRUTHS.write(there, tally), self._own.write(present, tally)]

    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        there, present = _list(told, 2)
        held = _TRUTHS.read(there, count, incoming)
        own = iter(self._own.read(present, sum(held), incoming))
        return [next(own) if one else None for one in held]


class _Records(Column):
    """Dataclasses, by their fields in order."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._names = [field.name for field in fields(kind)]

    @property
    def _columns(self) -> tuple[Column, ...]:
        return _columns_of(self._kind)

    def _keys(self, values: Sequence[Any]) -> Sequence[Any]:
        return list(map(id, values))

    def _written(self, values: Sequence[Any], tally: Tally) -> Any:
        tally.add(len(self._names) * len(values))
        return [
            own.write(list(map(attrgetter(name), values)), tally)
            for name, own in zip(self._names, self._columns, strict=True)
        ]

    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        told = _list(told, len(self._names))
        incoming.tally.add(len(self._names) * count)
        made = [
            own.read(one, count, incoming) for own, one in zip(self._columns, told, strict=True)
        ]
        return list(map(self._kind, *made))


class _Fixed(Column):
    """Tuples of so many values, each of its own type."""

    def __init__(self, kinds: Sequence[Any]) -> None:
        self._columns = list(map(column, kinds))

    def _written(self, values: Sequence[Any], tally: Tally) -> Any:
        tally.add(len(self._columns) * len(values))
        parts = zip(*values, strict=True)
        return [own.write(part, tally) for own, part in zip(self._columns, parts, strict=True)]

    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        told = _list(told, len(self._columns))
        incoming.tally.add(len(self._columns) * count)
        made = [
            own.read(one, count, incoming) for own, one in zip(self._columns, told, strict=True)
        ]
        return list(zip(*made, strict=True))


class _Many(Column):
    """Tuples of any number of values of one type: their lengths, and all values in a row."""

    def __init__(self, kind: Any) -> None:
        self._own = column(kind)

    def _written(self, values: Sequence[Any], tally: Tally) -> Any:
        lengths = list(map(len, values))
        tally.add(sum(lengths) + lengths.count(0))
        every = [own for some in values for own in some]
        return [_NUMBERS.write(lengths, tally), self._own.write(every, tally)]

    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        told, every = _list(told, 2)
        lengths = _NUMBERS.read(told, count, incoming)
        expect(min(lengths) >= 0, tuple)
        incoming.tally.add(sum(lengths) + lengths.count(0))
        own = tuple(self._own.read(every, sum(lengths), incoming))
        ends = list(accumulate(lengths))
        return list(map(own.__getitem__, map(slice, [0, *ends], ends)))


class _Mappings(Column):
    """Mappings, as the tuples of their pairs."""

    def __init__(self, key: Any, kind: Any) -> None:
        self._pairs = _Many(tuple[key, kind])

    def _written(self, values: Sequence[Any], tally: Tally) -> Any:
        return self._pairs.write([own.items() for own in values], tally)

    def _made(self, told: Any, count: int, incoming: Incoming) -> list[Any]:
        return list(map(dict, self._pairs.read(told, count, incoming)))


@cache
def _columns_of(kind: Any) -> tuple[Column, ...]:
    """Those of each field; asked for late, since a reading holds parts, which hold readings."""
    hints = typing.get_type_hints(kind)
    return tuple(column(hints[field.name]) for field in fields(kind))


@cache
def column(kind: Any) -> Column:
    """How values of a type are written and made."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        own = [item for item in inner if item is not type(None)]
        if len(own) != 1 or len(inner) != 2:
            raise TypeError(f"{kind} could be several things")
        holds = typing.get_origin(own[0]) is not None or is_dataclass(own[0])
        return _Maybe(own[0]) if holds else _Simple(own[0], maybe=True)
    if origin is tuple:
        return _Many(inner[0]) if inner[-1] is Ellipsis else _Fixed(inner)
    if origin is not None and issubclass(origin, Mapping):
        return _Mappings(*inner)
    return _Records(kind) if is_dataclass(kind) else _Simple(kind, maybe=False)
