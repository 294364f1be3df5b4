"""Values that are no others' holders, as JSON has them; and how many values there may be."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

Files = Sequence[bytes]

MOST_VALUES = 12_000_000
MOST_CASE_ROWS = 120_000
"""Of six columns: as many as that make so many values, at about a hundred a row."""
_LARGEST = 2**63


class MalformedError(ValueError):
    """What came is not a value of the type expected."""


class TooManyValuesError(Exception):
    """More values than one answer may have."""


class Tally:
    """How many values there are, each counted wherever it stands: small values take much more
    memory than their text, so that their number is bounded.
    """

    def __init__(self) -> None:
        self.count = 0

    def add(self, more: int) -> None:
        """Count more of them, before they are made. Raises TooManyValuesError."""
        self.count += more
        if self.count > MOST_VALUES:
            raise TooManyValuesError


def expect(holds: bool, kind: Any) -> None:
    """Raises MalformedError where something is no value of a type."""
    if not holds:
        raise MalformedError(f"no {getattr(kind, '__name__', kind)}")


def _texts(told: list[Any], _files: Files) -> list[Any]:
    expect(set(map(type, told)) <= {str}, str)
    whole = "".join(told)
    if not whole.isascii():
        whole.encode()  # Half of a surrogate pair could not be stored.
    return told


def _wholes(told: list[Any], _files: Files) -> list[Any]:
    expect(set(map(type, told)) <= {int}, int)
    expect(not told or (min(told) >= -_LARGEST and max(told) < _LARGEST), int)
    return told


def _numbers(told: list[Any], _files: Files) -> list[Any]:
    expect(set(map(type, told)) <= {int, float} and all(map(math.isfinite, told)), float)
    return list(map(float, told))


def _truths(told: list[Any], _files: Files) -> list[Any]:
    expect(set(map(type, told)) <= {bool}, bool)
    return told


def _contents(told: list[Any], files: Files) -> list[Any]:
    for number in _wholes(told, files):
        expect(0 <= number < len(files), bytes)
    return [files[number] for number in told]


def _days(told: list[Any], files: Files) -> list[Any]:
    return list(map(date.fromisoformat, _texts(told, files)))


def _moments(told: list[Any], files: Files) -> list[Any]:
    return list(map(datetime.fromisoformat, _texts(told, files)))


_MADE: Mapping[Any, Callable[[list[Any], Files], list[Any]]] = {
    str: _texts,
    int: _wholes,
    float: _numbers,
    bool: _truths,
    bytes: _contents,
    date: _days,
    datetime: _moments,
}


def maker(kind: Any) -> Callable[[list[Any], Files], list[Any]]:
    """What makes values of a simple type from what JSON has for each, and refuses any others."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {own.value: own for own in kind}

        def named(told: list[Any], files: Files) -> list[Any]:
            found = list(map(members.get, _texts(told, files)))
            expect(None not in found, kind)
            return found

        return named
    if kind not in _MADE:
        raise TypeError(f"{kind} is no plain type")
    return _MADE[kind]
