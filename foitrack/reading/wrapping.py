"""Lines and paragraphs: where a line ends because its paragraph does, and where it only wraps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LIST_MARK = re.compile(
    r"\s{0,12}(?:[-*•·o–]\s|\(?\d{1,2}[.):]\s|\(?[a-zA-Z]\)\s|\(?[ivx]{1,4}[.)]\s|[QA]\d{1,2}\b|>)"
)
_WIDEST = 130
_FULL = 0.86
_LEAST_WRAPPED = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Where a piece of text stands: from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece itself."""
        return text[self.start : self.end]

    def flat(self, text: str) -> str:
        """The piece on one line, each character in its place."""
        return text[self.start : self.end].replace("\n", " ")

    def meets(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


def lines(text: str) -> Iterator[Span]:
    """Each line, without its line end."""
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield Span(at, end)
        at = end + 1


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - (len(piece) - len(piece.rstrip()))))


def paragraphs(text: str) -> Iterator[Span]:
    """Each paragraph: a line, with those that it was wrapped into; list items each their own.

    A line is taken as wrapped where the first word of the next would not have fitted on it,
    in a text that is wrapped at all.
    """
    rows = list(lines(text))
    width = _width(text, rows)
    start: Span | None = None
    last: Span | None = None
    for row in rows:
        line = row.of(text)
        if start is not None and last is not None and _carries_on(last.of(text), line, width):
            last = row
            continue
        if start is not None and last is not None:
            yield Span(start.start, last.end)
        start = last = row if line.strip() else None
    if start is not None and last is not None:
        yield Span(start.start, last.end)


def _width(text: str, rows: list[Span]) -> int:
    """How many characters a line holds in a wrapped text; 0 where the text is not wrapped.

    Paragraphs printed as one line each are longer than any page is wide.
    """
    lengths = sorted(len(row.of(text).rstrip()) for row in rows if row.end - row.start > 30)
    if len(lengths) < _LEAST_WRAPPED:
        return 0
    longest = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if longest > _WIDEST:
        return 0
    full = sum(length >= longest * _FULL for length in lengths)
    return longest if full >= _LEAST_WRAPPED and full * 4 >= len(lengths) else 0


def _carries_on(line: str, following: str, width: int) -> bool:
    if not width or not following.strip() or _LIST_MARK.match(following) or "\t" in line.strip():
        return False
    line = line.rstrip()
    word = following.split(None, 1)[0]
    if len(line) + 1 + len(word) < width * _FULL:
        return False
    return line[-1:] not in ":" and not following.startswith("\t")
