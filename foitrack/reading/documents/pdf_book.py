"""The text of a PDF as it is put together, with the place of each word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from foitrack.reading.documents.pdf_layout import Box, Line, Word, words_of
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
    lines: list[Line] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def page(self, lines: Sequence[Line], number: int) -> list[Span]:
        """The lines of a page (counted from 0); a blank one where a paragraph's space stands."""
        length, pieces, starts = self.length, self.pieces, self.starts
        if length:
            pieces.append("\n")
            length += 1
        spans = []
        for line in lines:
            if line.after_gap and length:
                pieces.append("\n")
                length += 1
            text = line.text
            pieces.append(text)
            pieces.append("\n")
            starts.append(length)
            end = length + len(text)
            spans.append(Span(length, end))
            length = end + 1
        self.lines += lines
        self.pages += [number] * len(lines)
        self.length = length
        return spans

    def place(self, start: int, end: int) -> Place:
        """Page and box of a span; the part on its first page, where it runs over."""
        if not self.starts:
            return Place(start=start, end=end)
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first + 1, bisect_right(self.starts, end - 1))
        page = self.pages[first]
        last = min(last, bisect_right(self.pages, page))
        boxes = [box for n in range(first, last) for box in self._boxes(n, start, end)]
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

    def _boxes(self, number: int, start: int, end: int) -> list[Box]:
        """The boxes of those words of a line that a span touches, or the whole line's."""
        line, at = self.lines[number], self.starts[number]
        if line.segments:
            if start <= at and at + len(line.text) <= end:
                return [line.box]
            words: Sequence[Word] = list(words_of(line))
        else:
            words = self.words_on_page(self.pages[number], line)
        begun, placed = [], []
        for word in words:
            begun.append(at)
            at += len(word.text) + 1
            placed.append(word.box)
        first = max(0, bisect_right(begun, start) - 1)
        last = max(first + 1, bisect_right(begun, end - 1))
        return placed[first:last] or [line.box]
