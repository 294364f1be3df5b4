"""The text of a PDF as it is put together, with the place of each word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add

from foitrack.reading.documents.pdf_layout import Box, Line, Word, words_of
from foitrack.reading.documents.pdf_lines import gaps_of, texts_of
from foitrack.reading.documents.pdf_turned import Turn
from foitrack.reading.findings import Place
from foitrack.reading.prose import Span

WordsOnPage = Callable[[int, Line], Sequence[Word]]
"""The words of a line of a page (counted from 0) whose words were not kept."""


@dataclass
class Book:
    """The text as it is put together, with the place of each line."""

    words_on_page: WordsOnPage
    turns: Mapping[int, Turn] = field(default_factory=dict)
    """How the text of pages (counted from 0) is turned, where it is."""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    """Where each line begins, of all pages."""
    pages: list[Sequence[Line]] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    """For each page, how many lines there are with it and those before."""

    def page(self, lines: Sequence[Line]) -> None:
        """Put the next page's lines; a blank one where a paragraph's space stands."""
        if self.length:
            self.pieces.append("\n")
            self.length += 1
        # No blank line stands above all text.
        gaps = [n for n in gaps_of(lines) if n or self.length]
        texts = [*texts_of(lines), ""]
        for n in gaps:
            texts[n] = f"\n{texts[n]}"
        begun = accumulate(map(len, texts), initial=self.length)
        starts = list(map(add, begun, range(len(texts))))
        self.length = starts.pop()
        for n in gaps:
            starts[n] += 1
        self.pieces.append("\n".join(texts))
        self.starts += starts
        self.pages.append(lines)
        self.counts.append(len(self.starts))

    def span(self, page: int, number: int) -> Span:
        """Where a page's line stands in the text; both counted from 0."""
        start = self.starts[self._first(page) + number]
        return Span(start, start + len(self.pages[page][number].text))

    def whole(self, page: int) -> Span | None:
        """Where a page stands in the text; None where it has no lines."""
        lines = self.pages[page]
        if not lines:
            return None
        return Span(self.span(page, 0).start, self.span(page, len(lines) - 1).end)

    def _first(self, page: int) -> int:
        """The number of a page's first line, of all lines."""
        return self.counts[page - 1] if page else 0

    def place(self, start: int, end: int) -> Place:
        """Page and box of a span; the part on its first page, where it runs over."""
        if not self.starts:
            return Place(start=start, end=end)
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first + 1, bisect_right(self.starts, end - 1))
        page = bisect_right(self.counts, first)
        last = min(last, self.counts[page])
        boxes = [box for n in range(first, last) for box in self._boxes(page, n, start, end)]
        turn = self.turns.get(page)
        if turn is not None:
            boxes = list(map(turn.as_shown, boxes))
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return Place(
            page + 1,
            (
                round(min(lefts), 1),
                round(min(tops), 1),
                round(max(rights), 1),
                round(max(bottoms), 1),
            ),
            start,
            end,
        )

    def _boxes(self, page: int, number: int, start: int, end: int) -> list[Box]:
        """The boxes of those words of a line that a span touches, or the whole line's."""
        line, at = self.pages[page][number - self._first(page)], self.starts[number]
        if start <= at and at + len(line.text) <= end:
            return [line.box]
        words: Sequence[Word] = (
            list(words_of(line)) if line.segments else self.words_on_page(page, line)
        )
        begun, placed = [], []
        for word in words:
            begun.append(at)
            at += len(word.text) + 1
            placed.append(word.box)
        first = max(0, bisect_right(begun, start) - 1)
        last = max(first + 1, bisect_right(begun, end - 1))
        return placed[first:last] or [line.box]
