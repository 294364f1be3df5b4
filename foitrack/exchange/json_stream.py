"""JSON from a file, value by value, so that a large file need never be in memory whole."""

from __future__ import annotations

import codecs
import json
import math
from collections.abc import Iterator
from typing import Any, Protocol

CHUNK = 1 << 18
"""Bytes read at a time, at first; doubled while one value goes on."""
MOST = 1 << 29
"""Characters that one value may take: a document of 384 MB as base64."""
_SPACE = " \t\r\n"
_HALF_A_TOKEN = 16
"""Characters before the end within which a mistake may only be that the rest is not read yet."""


class StreamProblemError(ValueError):
    """What is wrong with the JSON, as the end of a sentence for a person."""


class Source(Protocol):
    """Where bytes come from."""

    def read(self, most: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""


class JsonStream:
    """Walks through a file of JSON. StreamProblemError for whatever is not as it must be."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = codecs.getincrementaldecoder("utf-8-sig")()
        self._buffer = ""
        self._at = 0
        self._ended = False
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object, parse_constant=_no_number, parse_float=_finite
        )

    def members(self) -> Iterator[str]:
        """The names in the object that comes next; read each one's value before the next name."""
        self._take("{")
        if self._peek() == "}":
            self._at += 1
            return
        while True:
            name = self.value()
            if not isinstance(name, str):
                raise StreamProblemError("a name in it is no text.")
            self._take(":")
            yield name
            if self._next_of(",}") == "}":
                return

    def items(self) -> Iterator[Any]:
        """The values of the list that comes next."""
        self._take("[")
        if self._peek() == "]":
            self._at += 1
            return
        while True:
            yield self.value()
            if self._next_of(",]") == "]":
                return

    def value(self) -> Any:
        """The value that comes next, whole."""
        self._peek()
        more = CHUNK
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as problem:
                if self._ended or self._is_certain(problem):
                    raise StreamProblemError(f"it is no JSON ({problem.msg}).") from None
            except RecursionError:
                raise StreamProblemError("its values are nested too deep.") from None
            except StreamProblemError:
                raise
            except ValueError:
                raise StreamProblemError("a number in it is too long.") from None
            else:
                # A number that ends with what is read may go on in what is not.
                if end < len(self._buffer) or self._ended:
                    self._at = end
                    return value
            if len(self._buffer) - self._at > MOST:
                raise StreamProblemError("a value in it is too long.")
            self._read_on(more)
            more *= 2

    def end(self) -> None:
        """See that nothing comes behind."""
        if self._peek():
            raise StreamProblemError("something stands behind its end.")

    def _is_certain(self, problem: json.JSONDecodeError) -> bool:
        if problem.msg.startswith("Unterminated string"):
            return False
        return problem.pos < len(self._buffer) - _HALF_A_TOKEN

    def _peek(self) -> str:
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if self._ended:
                return ""
            self._read_on(CHUNK)

    def _next_of(self, wanted: str) -> str:
        found = self._peek()
        if not found or found not in wanted:
            raise StreamProblemError(
                "it ends too soon." if not found else f"“{found}” stands where it cannot."
            )
        self._at += 1
        return found

    def _take(self, wanted: str) -> None:
        self._next_of(wanted)

    def _read_on(self, most: int) -> None:
        read = self._source.read(most)
        self._ended = not read
        try:
            more = self._text.decode(read, final=self._ended)
        except UnicodeDecodeError:
            raise StreamProblemError("it is no text in UTF-8.") from None
        self._buffer = self._buffer[self._at :] + more
        self._at = 0


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise StreamProblemError("a name stands twice in one record.")
    return found


def _no_number(said: str) -> float:
    raise StreamProblemError(f"“{said}” is no number.")


def _finite(said: str) -> float:
    number = float(said)
    if not math.isfinite(number):
        raise StreamProblemError("a number in it is too large.")
    return number
