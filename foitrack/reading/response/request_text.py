"""The requester's own words inside a response, first statement and repetitions."""

from __future__ import annotations

from dataclasses import dataclass

from foitrack.reading.prose import Span, paragraphs, trimmed
from foitrack.reading.response.request_again import asked_between, repetitions
from foitrack.reading.response.request_begins import beginning, leads_on
from foitrack.reading.response.request_ends import taken_rows
from foitrack.reading.response.request_rows import EDGES

_FARTHEST = 60_000
"""Characters in which the request is looked for, and its repetitions."""


@dataclass(frozen=True, slots=True)
class RequestText:
    """The request as the letter quotes it: its first statement, and every place it stands in."""

    text: str
    first: Span
    everywhere: tuple[Span, ...]
    why: str


def find_request(text: str, own: str) -> RequestText | None:
    """The request quoted in a letter, or None where the letter does not show its bounds."""
    rows = list(paragraphs(own[:_FARTHEST]))
    begun = beginning(own, rows)
    if begun is None:
        return None
    start, why = begun
    while start < len(rows) - 1 and leads_on(rows[start].flat(own).strip(EDGES)):
        start += 1
    taken = taken_rows(own, rows, start)
    if not taken:
        return None
    first = trimmed(own, Span(taken[0].start, taken[-1].end))
    again = sorted({*repetitions(own, rows, taken), *asked_between(own, rows, taken)})
    return RequestText(first.of(text).strip(), first, (first, *again), why)
