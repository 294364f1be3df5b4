"""Messages over a pipe: a letter for the kind, one JSON text, and files beside it.

Neither end ever unpickles or runs what the other sends; the reader says how much it takes.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO

_HEAD = struct.Struct("<cII")
_SIZE = struct.Struct("<Q")
_PIECE = 1024 * 1024
MOST_FILES = 20_000


class BrokenWireError(Exception):
    """The other end has gone, or what it sent is no message."""


class TooMuchError(Exception):
    """The other end sends more than it may."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message. What its kind means is for the two ends to know."""

    kind: bytes
    body: bytes | bytearray
    files: Sequence[bytes | bytearray] = ()

    def size(self) -> int:
        """Bytes of the body and the files together."""
        return len(self.body) + sum(map(len, self.files))


def send(pipe: FileIO, message: Message) -> None:
    """Write a message whole. Raises BrokenWireError where nobody reads any more."""
    sizes = b"".join(_SIZE.pack(len(file)) for file in message.files)
    head = _HEAD.pack(message.kind, len(message.body), len(message.files)) + sizes
    try:
        # A short message in one piece, so that the other end wakes once.
        pieces = [head + message.body] if len(message.body) < _PIECE else [head, message.body]
        for piece in (*pieces, *message.files):
            _write(pipe, piece)
    except (OSError, ValueError) as problem:
        raise BrokenWireError("The pipe is closed.") from problem


def _write(pipe: FileIO, piece: bytes | bytearray) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[pipe.write(rest[:_PIECE]) :]


def receive(pipe: FileIO, *, body: int, files: int) -> Message | None:
    """The next message, of at most so many bytes; None where the other end closed the pipe.

    Raises TooMuchError where it announces more, BrokenWireError where it breaks off.
    """
    head = _read(pipe, _HEAD.size, or_end=True)
    if head is None:
        return None
    kind, length, count = _HEAD.unpack(head)
    if length > body or count > MOST_FILES:
        raise TooMuchError
    sizes = [size for (size,) in _SIZE.iter_unpack(_exactly(pipe, _SIZE.size * count))]
    if sum(sizes) > files:
        raise TooMuchError
    text = _exactly(pipe, length)
    return Message(kind, text, [_exactly(pipe, size) for size in sizes])


def _exactly(pipe: FileIO, count: int) -> bytearray:
    found = _read(pipe, count)
    assert found is not None
    return found


def _read(pipe: FileIO, count: int, *, or_end: bool = False) -> bytearray | None:
    found = bytearray(count)
    rest = memoryview(found)
    while rest:
        try:
            got = pipe.readinto(rest)
        except (OSError, ValueError) as problem:
            raise BrokenWireError("The pipe is closed.") from problem
        if not got:
            if or_end and len(rest) == count:
                return None
            raise BrokenWireError("The message breaks off.")
        rest = rest[got:]
    return found
