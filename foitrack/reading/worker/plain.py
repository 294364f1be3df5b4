"""Values of plain dataclasses as JSON, and back again by their types alone.

A worker may have been taken over by a document, so its answers are never unpickled: what comes
back is built from the types that the receiver expects, and anything else is refused.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar, cast

from foitrack.reading.collecting import without_collecting
from foitrack.reading.worker.columns import Incoming, column
from foitrack.reading.worker.simple import (
    MOST_CASE_ROWS,
    MOST_VALUES,
    MalformedError,
    Tally,
    TooManyValuesError,
)

__all__ = [
    "MOST_CASE_ROWS",
    "MOST_VALUES",
    "MalformedError",
    "TooManyValuesError",
    "from_plain",
    "number_of_values",
    "to_plain",
]

T = TypeVar("T")


def to_plain(value: object) -> tuple[bytes, list[bytes]]:
    """A value as JSON, a column of one, and the files that stand in it, in order.

    Bytes are the number of their file. Raises TooManyValuesError.
    """
    files: list[bytes] = []

    def simple(own: Any) -> Any:
        if isinstance(own, bytes):
            files.append(own)
            return len(files) - 1
        if isinstance(own, date):
            return own.isoformat()
        raise TypeError(f"{type(own).__name__} is no plain value")

    told = None if value is None else column(cast(Any, type(value))).write([value], Tally())
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=simple)
    # Half of a surrogate pair stands for no character; one mark for it keeps places right.
    plain = text.encode("utf-8", "replace")
    _expect_few(plain)
    return plain, files


def number_of_values(value: object) -> int:
    """How many values are counted in one."""
    tally = Tally()
    column(cast(Any, type(value))).write([value], tally)
    return tally.count


def _expect_few(text: bytes | bytearray) -> None:
    """What JSON makes of a text, before it is looked at, takes its memory too."""
    if sum(map(text.count, (b",", b"[", b"{"))) > MOST_VALUES:
        raise TooManyValuesError


def from_plain(
    kind: type[T], text: bytes | bytearray, files: Sequence[bytes | bytearray] = ()
) -> T:
    """The value of a type. Raises MalformedError where the text is not one, and
    TooManyValuesError before any of it is built.
    """
    _expect_few(text)
    incoming = Incoming([bytes(file) for file in files], Tally())
    try:
        with without_collecting():
            value: T = column(cast(Any, kind)).read(json.loads(text), 1, incoming)[0]
    except (ValueError, TypeError, ArithmeticError, RecursionError) as problem:
        raise MalformedError(str(problem)) from problem
    return value
