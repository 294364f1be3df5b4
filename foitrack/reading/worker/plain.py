"""Values of plain dataclasses as JSON, and back again by their types alone.

A worker may have been taken over by a document, so its answers are never unpickled: what comes
back is built from the types that the receiver expects, and anything else is refused.
"""

from __future__ import annotations

import json
import math
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

T = TypeVar("T")
Files = Sequence[bytes | bytearray]
Build = Callable[[Any, Sequence[bytes]], Any]

MOST_VALUES = 12_000_000
MOST_CASE_ROWS = 120_000
"""Of six columns: as many as that make so many values, at about a hundred a row."""
_LARGEST = 2**63
_MAPPINGS = (Mapping, dict)


class MalformedError(ValueError):
    """What came is not a value of the type expected."""


class TooManyValuesError(Exception):
    """More values than one answer may have."""


def to_plain(value: object) -> tuple[bytes, list[bytes]]:
    """A value as JSON, and the files that stand in it, in order.

    A dataclass is the list of its fields' values, a mapping in it the list of its pairs; bytes
    are the number of their file. Raises TooManyValuesError.
    """
    files: list[bytes] = []

    def simple(own: Any) -> Any:
        if is_dataclass(own):
            kind: Any = type(own)
            return _values_of(kind)(own)
        if isinstance(own, bytes):
            files.append(own)
            return len(files) - 1
        if isinstance(own, date):
            return own.isoformat()
        raise TypeError(f"{type(own).__name__} is no plain value")

    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=simple)
    # Half of a surrogate pair stands for no character; one mark for it keeps places right.
    plain = text.encode("utf-8", "replace")
    _expect_few(plain)
    return plain, files


def _expect_few(text: bytes | bytearray) -> None:
    """Small values take much more memory than their text: their number is bounded."""
    if sum(map(text.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise TooManyValuesError


@cache
def _values_of(kind: Any) -> Callable[[Any], list[Any]]:
    """What takes the values of a dataclass's fields; made once for each, as there are many."""
    names = [field.name for field in fields(kind)]
    hints = typing.get_type_hints(kind)
    mapped = [n for n, name in enumerate(names) if typing.get_origin(hints[name]) in _MAPPINGS]
    take = attrgetter(*names)

    def values(own: Any) -> list[Any]:
        taken: Any = take(own)
        found = list(taken) if len(names) > 1 else [taken]
        for n in mapped:
            found[n] = list(found[n].items())
        return found

    return values


def from_plain(kind: type[T], text: bytes | bytearray, files: Files = ()) -> T:
    """The value of a type. Raises MalformedError where the text is not one, and
    TooManyValuesError before any of it is built.
    """
    _expect_few(text)
    try:
        value: T = _builder(cast(Any, kind))(json.loads(text), [bytes(file) for file in files])
    except (ValueError, TypeError, ArithmeticError, RecursionError) as problem:
        raise MalformedError(str(problem)) from problem
    return value


@cache
def _builder(kind: Any) -> Build:
    """What builds a value of a type from its JSON."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _maybe(kind, inner)
    if origin is tuple:
        return _many(inner[0]) if inner[-1] is Ellipsis else _fixed(inner)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(*inner)
    if is_dataclass(kind):
        return _record(kind)
    if issubclass(kind, Enum):
        return lambda value, files: kind(_text(value, files))
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    raise TypeError(f"{kind} is no plain type")


def _record(kind: Any) -> Build:
    def build(value: Any, files: Sequence[bytes]) -> Any:
        makes = _builders_of(kind)
        if type(value) is not list or len(value) != len(makes):
            raise _malformed(kind)
        return kind(*[make(own, files) for make, own in zip(makes, value, strict=True)])

    return build


@cache
def _builders_of(kind: Any) -> tuple[Build, ...]:
    """What builds each field; asked for late, since a reading holds parts, which hold readings."""
    hints = typing.get_type_hints(kind)
    return tuple(_builder(hints[field.name]) for field in fields(kind))


def _maybe(kind: Any, inner: tuple[Any, ...]) -> Build:
    own = [item for item in inner if item is not type(None)]
    if len(own) != 1 or len(inner) != 2:
        raise TypeError(f"{kind} could be several things")
    make = _builder(own[0])
    if make is _text:
        return _text_or_none
    return lambda value, files: None if value is None else make(value, files)


def _many(inner: Any) -> Build:
    if inner is str:
        return _texts
    make = _builder(inner)

    def build(value: Any, files: Sequence[bytes]) -> Any:
        _expect(type(value) is list, tuple)
        return tuple([make(own, files) for own in value])

    return build


def _fixed(inner: tuple[Any, ...]) -> Build:
    makes = [_builder(own) for own in inner]

    def build(value: Any, files: Sequence[bytes]) -> Any:
        _expect(type(value) is list and len(value) == len(makes), tuple)
        return tuple([make(own, files) for make, own in zip(makes, value, strict=True)])

    return build


def _mapping(key: Any, inner: Any) -> Build:
    pairs = _many(tuple[key, inner])

    def build(value: Any, files: Sequence[bytes]) -> Any:
        return dict(pairs(value, files))

    return build


def _text(value: Any, _files: Sequence[bytes]) -> str:
    if type(value) is not str:
        raise _malformed(str)
    if not value.isascii():
        value.encode()  # Half of a surrogate pair could not be stored.
    return value


def _text_or_none(value: Any, files: Sequence[bytes]) -> str | None:
    """By itself, as most of what there is are such."""
    return None if value is None else _text(value, files)


def _texts(value: Any, files: Sequence[bytes]) -> tuple[str, ...]:
    """A row of cells, of which a document may have millions."""
    _expect(type(value) is list and set(map(type, value)) <= {str}, tuple)
    _text("".join(value), files)
    return tuple(value)


def _whole(value: Any, _files: Sequence[bytes]) -> int:
    if type(value) is not int or not -_LARGEST <= value < _LARGEST:
        raise _malformed(int)
    return value


def _number(value: Any, _files: Sequence[bytes]) -> float:
    _expect(type(value) in (int, float) and math.isfinite(value), float)
    return float(value)


def _truth(value: Any, _files: Sequence[bytes]) -> bool:
    _expect(type(value) is bool, bool)
    return bool(value)


def _file(value: Any, files: Sequence[bytes]) -> bytes:
    _expect(type(value) is int and 0 <= value < len(files), bytes)
    found: bytes = files[value]
    return found


def _day(value: Any, files: Sequence[bytes]) -> date:
    return date.fromisoformat(_text(value, files))


def _moment(value: Any, files: Sequence[bytes]) -> datetime:
    return datetime.fromisoformat(_text(value, files))


_SIMPLE: Mapping[Any, Build] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _truth,
    bytes: _file,
    date: _day,
    datetime: _moment,
}


def _expect(holds: bool, kind: Any) -> None:
    if not holds:
        raise _malformed(kind)


def _malformed(kind: Any) -> MalformedError:
    return MalformedError(f"no {getattr(kind, '__name__', kind)}")
