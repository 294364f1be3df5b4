"""A mail or an archive in which something brings its reader down: the rest is read all the same.

The whole is read by one worker process. Where that ends it, what it holds is unpacked by another
and each file is read by one of its own, so that only the file that hurts is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from foitrack.reading.context import ReadingContext
from foitrack.reading.findings import Part, Reading, UnreadableDocumentError
from foitrack.reading.isolation import readers
from foitrack.reading.merging import merge
from foitrack.reading.part_places import under

_BROUGHT_DOWN = ("crashed", "too-slow", "too-large")
_CONTAINER = re.compile(rb"PK[\x03\x05]|\xd0\xcf\x11\xe0|From |[A-Za-z][A-Za-z0-9-]*:[ \t\r\n]")
_MOST_LOST = 3
"""Files that may each take their worker down before the rest is left unread."""


def read_isolated(
    data: bytes,
    name: str,
    context: ReadingContext,
    *,
    early: Callable[[Reading], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """Everything that a received document proposes, read in a process of its own.

    Raises UnreadableDocumentError, and ReadingCancelledError where stopped.
    """
    try:
        return readers().read(data, name, context, early=early, cancelled=cancelled)
    except UnreadableDocumentError as problem:
        if problem.kind not in _BROUGHT_DOWN or not context.members:
            raise
        read = apart(data, name, context, cancelled=cancelled)
        if read is None:
            raise
        return read


def apart(
    data: bytes,
    name: str,
    context: ReadingContext,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Reading | None:
    """A mail or an archive with each of its files read by itself; None where it is neither."""
    if not may_hold_files(data):
        return None  # What brought one reader down is not given to another.
    try:
        outer = readers().read(data, name, replace(context, members=False), cancelled=cancelled)
    except UnreadableDocumentError:
        return None
    if not outer.parts:
        return None
    about = replace(context, about=f"{context.about}\n{outer.text[:50_000]}")
    parts: list[Part] = []
    lost = 0
    for part in outer.parts:
        if part.aside or part.error:
            parts.append(part)
        elif lost >= _MOST_LOST:
            parts.append(replace(part, error="Files before it could not be read; it was left."))
        else:
            parts.append(_one(part, about, cancelled))
            lost += parts[-1].error is not None
    return merge(outer, parts)


def may_hold_files(data: bytes) -> bool:
    """Whether the first bytes are those of an archive, an Outlook message or a mail."""
    return _CONTAINER.match(data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def _one(part: Part, context: ReadingContext, cancelled: Callable[[], bool] | None) -> Part:
    try:
        found = read_isolated(part.data, part.name, context, cancelled=cancelled)
    except UnreadableDocumentError as problem:
        return replace(part, error=problem.message)
    return replace(part, reading=under(found, part.path))
