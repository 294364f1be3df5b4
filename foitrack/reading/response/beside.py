"""Questions and answers in two columns: what stands on the right is the authority's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foitrack.later import later
from foitrack.reading.prose import Span, lines
from foitrack.reading.response.signs import signals

_HEADS = later(
    r"^[ \t*]*(?:(?:your|the|foi|original) )?(?:information )?(?:requests?(?:ed)?|questions?|"
    r"quer(?:y|ies)|you (?:have )?asked(?: us)?)\b.{0,30}?[ ]{3,}(?P<right>(?:[\w'&]+ "
    r"){0,3}(?:responses?|answers?|reply|"
    r"replies))\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<= )[A-Z]")
_BEFORE, _AFTER = 10, 4
"""How far from its head's first letter a column may begin."""
_FARTHEST = 60_000


def answers_beside(own: str) -> tuple[Span, ...]:
    """The cells of the answers' column, where each says something by itself; else nothing."""
    rows = list(lines(own[:_FARTHEST]))
    for number, row in enumerate(rows):
        head = _HEADS.match(row.of(own))
        if head is not None:
            return tuple(_column(own, rows[number + 1 :], head.start("right")))
    return ()


def _column(own: str, rows: Sequence[Span], head: int) -> Iterator[Span]:
    for row in rows:
        line = row.of(own)
        for word in _WORD.finditer(line, max(0, head - _BEFORE)):
            if word.start() > head + _AFTER:
                break
            if any(signals(line[word.start() :])):
                yield Span(row.start + word.start(), row.start + len(line.rstrip()))
                break


def without(spans: Sequence[Span], cells: Sequence[Span]) -> Iterator[Span]:
    """The spans with the cells cut out of them."""
    for span in spans:
        at = span.start
        for cell in cells:
            if at <= cell.start and cell.end <= span.end:
                yield Span(at, cell.start)
                at = cell.end
        yield Span(at, span.end)
