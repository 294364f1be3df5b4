"""A case file as one JSON file: plain records in, plain records out, one at a time.

The format is described in `docs/export-format.md`. What a record holds is not judged here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from foitrack.errors import PlainError
from foitrack.exchange.json_stream import JsonStream, Source, StreamProblemError
from foitrack.saying import say

NAME = "foitrack-case-file"
VERSION = 1
"""Raised when a file of this format could be read wrongly by a program that knows the old one."""
Record = dict[str, Any]
_HEADER = ("format", "version", "case_file_format")


class CaseJsonError(PlainError):
    """A file is no export of a case file, or is damaged; nothing was imported."""


def write(
    out: BinaryIO, case_file_format: int, tables: Iterable[tuple[str, Iterable[Record]]]
) -> int:
    """Write the tables as JSON, one record a line; how many records there were."""
    written = 0
    head = {"format": NAME, "version": VERSION, "case_file_format": case_file_format}
    for name, value in head.items():
        out.write((b"{" if name == "format" else b"") + _as_json(name) + b": ")
        out.write(_as_json(value) + b",\n")
    out.write(b'"tables": {')
    for number, (table, records) in enumerate(tables):
        out.write((b"," if number else b"") + b"\n" + _as_json(table) + b": [")
        first = True
        for record in records:
            out.write((b"\n" if first else b",\n") + _as_json(record))
            first = False
            written += 1
        out.write(b"]" if first else b"\n]")
    out.write(b"\n}}\n")
    return written


def _as_json(value: object) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode()
    except UnicodeEncodeError:
        # Half a letter, as a document may hold: written as JSON writes what is no text.
        return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()


class Reading:
    """An export while it is read. `case_file_format` is known once all records have been."""

    def __init__(self, source: Source) -> None:
        self._stream = JsonStream(source)
        self._head: dict[str, Any] = {}

    @property
    def case_file_format(self) -> int:
        """The format of the case file that was exported."""
        found = self._head.get("case_file_format")
        return found if type(found) is int else 0

    def records(self) -> Iterator[tuple[str, Record]]:
        """Each record with the name of its table. CaseJsonError where the file is no export."""
        try:
            yield from self._all()
        except StreamProblemError as problem:
            raise CaseJsonError(
                say(
                    "This is no export of a case file, or it is damaged: {0} Nothing was imported.",
                    problem,
                )
            ) from problem
        missing = [name for name in (*_HEADER, "tables") if name not in self._head]
        if missing:
            raise CaseJsonError(
                say(
                    "This is no export of a case file: it has no “{0}”. Nothing was imported.",
                    missing[0],
                )
            )

    def _all(self) -> Iterator[tuple[str, Record]]:
        stream = self._stream
        for name in stream.members():
            if name in self._head:
                raise StreamProblemError(say("“{0}” stands in it twice.", name))
            if name == "tables":
                self._head[name] = True
                yield from self._tables()
            elif name in _HEADER:
                self._head[name] = stream.value()
                self._check(name)
            else:
                raise StreamProblemError(say("nothing called “{0}” is known.", name[:40]))
        stream.end()

    def _tables(self) -> Iterator[tuple[str, Record]]:
        seen: set[str] = set()
        for table in self._stream.members():
            if table in seen:
                raise StreamProblemError(say("the table “{0}” stands in it twice.", table[:40]))
            seen.add(table)
            for record in self._stream.items():
                if not isinstance(record, dict):
                    raise StreamProblemError(say("a record of “{0}” is none.", table[:40]))
                yield table, record

    def _check(self, name: str) -> None:
        value = self._head[name]
        if name == "format" and value != NAME:
            raise CaseJsonError("This is no export of a case file. Nothing was imported.")
        if name != "format" and (type(value) is not int or value < 1):
            raise StreamProblemError(say("its “{0}” is no number.", name))
        if name == "version" and value > VERSION:
            raise CaseJsonError(
                say(
                    "This file was written by a newer FOI Track (version {0} of its JSON; this one "
                    "knows {1}). Install the newer program to import it. Nothing was imported.",
                    value,
                    VERSION,
                )
            )
