"""Part of the work at one document, done by a copy of the worker on another core (Linux).

A copy is made at once, by forking: it has the document open already. It is under the worker's
limits, ends with the worker, and does one thing; where it breaks down, the worker does that thing
itself and meets what broke the copy.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, TypeVar

T = TypeVar("T")

_OURS = "foitrack.reading."
_NONE = -1
_BROKE_DOWN = 1
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Copying:
    """How this process is copied."""

    fork: Callable[[], int]
    """As `os.fork`, with what the system must be told of the copy."""
    end: Callable[[int], None]
    """Ends a copy, whatever it does."""
    most: int
    """How many copies may work at once."""


_copying: Copying | None = None


def give_copies(copying: Copying | None) -> None:
    """Say how this process is copied; None where it is not."""
    global _copying
    _copying = copying


def spare_copies() -> int:
    """How many copies may be made for one document; none outside a worker, and on one core."""
    return _copying.most if _copying else 0


class Copied(Generic[T]):
    """A piece of work that a copy of this process has begun; `close` it."""

    def __init__(self, work: Callable[[], T], most_bytes: int) -> None:
        assert _copying is not None
        self._most, self._end = most_bytes, _copying.end
        self._outcome, outward = os.pipe()
        try:
            self._copy = _copying.fork()
        except OSError:
            self._copy = _NONE  # The system grants no more processes.
        if self._copy == 0:
            os.close(self._outcome)
            _do(work, outward)
        os.close(outward)

    def result(self) -> T | None:
        """What came of it; None where the copy broke down, or came to more bytes than it may."""
        if self._copy == _NONE:
            return None
        told = self._told()
        if told is None or self._left() != 0:
            return None
        try:
            found: T = _Values(io.BytesIO(told)).load()
        except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError):
            return None
        return found

    def close(self) -> None:
        """End the copy, if it still works."""
        if self._copy != _NONE:
            self._end(self._copy)
            self._left()
        os.close(self._outcome)

    def _left(self) -> int:
        """Wait until the copy has ended: the status that it ended with."""
        _, status = os.waitpid(self._copy, 0)
        self._copy = _NONE
        return status

    def _told(self) -> bytearray | None:
        told = bytearray()
        while piece := os.read(self._outcome, _PIECE):
            told += piece
            if len(told) > self._most:
                return None
        return told


def _do(work: Callable[[], object], outward: int) -> NoReturn:
    """Be the copy: do the work, write what came of it, and end without any farewell."""
    status = _BROKE_DOWN
    try:
        with open(outward, "wb", buffering=0) as pipe:
            rest = memoryview(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
            while rest:
                rest = rest[pipe.write(rest[:_PIECE]) :]
        status = 0
    finally:
        os._exit(status)


class _Values(pickle.Unpickler):
    """Reads values of the readers' own classes and nothing else; what is named is never run but
    to make one.
    """

    def find_class(self, module: str, name: str) -> Any:
        own = getattr(sys.modules.get(module), name, None) if module.startswith(_OURS) else None
        if module == "builtins" and name == "frozenset":
            return frozenset
        if not isinstance(own, type) or own.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of a reader")
        return own
