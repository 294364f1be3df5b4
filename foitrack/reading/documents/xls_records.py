"""The records of an old workbook (BIFF 5 to 8), each with what continues it, and their strings."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

CONTINUE = 0x3C
BOF, EOF = 0x0809, 0x0A
_MOST_RECORDS = 8_000_000


class BrokenRecordError(Exception):
    """A record ends before what it should hold."""


@dataclass(slots=True)
class Record:
    """A record: its kind, its bytes, and those of the records that continue it."""

    kind: int
    data: bytes
    more: list[bytes] = field(default_factory=list)

    def whole(self, form: str, at: int = 0) -> tuple[int, ...]:
        """Numbers at a position. Raises BrokenRecordError where the record is too short."""
        try:
            return struct.unpack_from(form, self.data, at)
        except struct.error:
            raise BrokenRecordError from None


def records(stream: bytes, at: int) -> Iterator[Record]:
    """The records from a position to the end of their part; parts inside it are left out."""
    depth = 0
    waiting: Record | None = None
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(stream):
            break
        kind, length = struct.unpack_from("<HH", stream, at)
        data = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == CONTINUE and waiting is not None:
            waiting.more.append(data)
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        depth += (kind == BOF) - (kind == EOF)
        if kind == EOF and depth <= 0:
            return
        if depth == 1:
            waiting = Record(kind, data)
    if waiting is not None:
        yield waiting
    raise BrokenRecordError


@dataclass(slots=True)
class Strings:
    """Reads strings one after another from a record of BIFF 8 and those that continue it."""

    parts: list[bytes]
    part: int = 0
    at: int = 0

    def number(self, form: str) -> int:
        """A number, which never lies across two records."""
        size = struct.calcsize(form)
        if self.at >= len(self.parts[self.part]):
            self._next()
        if self.at + size > len(self.parts[self.part]):
            raise BrokenRecordError
        found: int = struct.unpack_from(form, self.parts[self.part], self.at)[0]
        self.at += size
        return found

    def string(self, count_form: str = "<H") -> str:
        """A string with its count of characters before it."""
        count = self.number(count_form)
        flags = self.number("<B")
        runs = self.number("<H") if flags & 8 else 0
        beyond = self.number("<I") if flags & 4 else 0
        pieces: list[str] = []
        wide = bool(flags & 1)
        while count > 0:
            left = self.parts[self.part][self.at :]
            size = 2 if wide else 1
            taken = min(count, len(left) // size)
            piece = left[: taken * size]
            pieces.append(piece.decode("utf-16-le" if wide else "latin-1", "replace"))
            self.at += taken * size
            count -= taken
            if count > 0:
                self._next()
                wide = bool(self.number("<B") & 1)
        self._skip(4 * runs + beyond)
        return "".join(pieces)

    def _skip(self, size: int) -> None:
        while size > 0:
            left = len(self.parts[self.part]) - self.at
            if size <= left:
                self.at += size
                return
            size -= left
            self._next()

    def _next(self) -> None:
        self.part += 1
        self.at = 0
        if self.part >= len(self.parts):
            raise BrokenRecordError


def string_of(record: Record, at: int, wide: bool, codepage: str, count_form: str = "<H") -> str:
    """A string at a position in a record: of BIFF 8 (`wide`), or bytes in a code page."""
    if wide:
        strings = Strings([record.data, *record.more])
        strings.at = at
        return strings.string(count_form)
    (count,) = record.whole(count_form, at)
    start = at + struct.calcsize(count_form)
    return record.data[start : start + count].decode(codepage, "replace")
