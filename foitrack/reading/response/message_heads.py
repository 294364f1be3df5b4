"""The body that the head of a message names: “From: Clerk, Ashdale Council”, or as a page of a
site for requests shows it, “Request Desk, Ashdale Council    9 May 2022”.
"""

from __future__ import annotations

from itertools import islice

from foitrack.later import later
from foitrack.law.authorities import Directory
from foitrack.reading.prose import Span, lines
from foitrack.reading.response.organisations import find_organisations, whole_name

_FIRST_ROWS = 4
_FROM = later(r"[\s*>_]{0,4}(?i:from)\s?:[\s*_]{0,4}(?P<body>[^\n<\[]{4,120}?)[\s*_]*(?:[<\[].*)?")
_ON_A_PAGE = later(
    r"[^,\n]{2,60}, (?P<body>[A-Z][^\n]{3,100}?)(?:\t| {2,})\s*"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} 20\d\d\s*"
)
Sender = tuple[str, bool, Span]
"""A name, whether it is the directory's, and its place."""


def find_sender(said: str, directory: Directory) -> Sender | None:
    """The one body that the head of the first message names as who sent it; None without one."""
    written = (row for row in lines(said[:_REACH]) if row.of(said).strip())
    for row in islice(written, _FIRST_ROWS):
        line = row.of(said)
        if met := _ON_A_PAGE.fullmatch(line) or _FROM.fullmatch(line):
            start = row.start + met.start("body")
            return _named(met["body"], start, directory)
    return None


_REACH = 2000


def _named(printed: str, start: int, directory: Directory) -> Sender | None:
    known = {entry.name: (at, end) for entry, at, end in directory.find_in(printed)}
    if known:
        [(name, (at, end)), *others] = known.items()
        return None if others else (name, True, Span(start + at, start + end))
    found = dict(find_organisations(printed))
    if len(found) == 1:
        [(name, span)] = found.items()
        return name, False, Span(start + span.start, start + span.end)
    last = printed.rsplit(", ", 1)[-1]
    named = None if found else whole_name(last)
    return (
        (named, False, Span(start + len(printed) - len(last), start + len(printed)))
        if named
        else None
    )
