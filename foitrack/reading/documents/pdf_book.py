"""The text of a PDF as it is put together, with the place of each word."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from foitrack.reading.documents.pdf_layout import Box, Line, Word
from foitrack.reading.findings import Place


@dataclass
class Book:
    """The text as it is put together, with the place of each word."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    words: list[tuple[int, Box]] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Text that stands for nothing on a page: spaces and line ends."""
        self.pieces.append(text)
        self.length += len(text)

    def word(self, word: Word, page: int) -> None:
        """A word of a page."""
        self.starts.append(self.length)
        self.words.append((page, word.box))
        self.put(word.text)

    def line(self, line: Line, page: int) -> None:
        """A line of a page; a blank one before it where a paragraph's space stands above."""
        if line.after_gap and self.length:
            self.put("\n")
        for n, segment in enumerate(line.segments):
            self.put("\t" if n else "")
            for k, word in enumerate(segment.words):
                self.put(" " if k else "")
                self.word(word, page)
        self.put("\n")

    def place(self, start: int, end: int) -> Place:
        """Page and box of a span; the part on its first page, where it runs over."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first + 1, bisect_right(self.starts, end - 1))
        met = self.words[first:last]
        if not met:
            return Place(start=start, end=end)
        page = met[0][0]
        boxes = [box for number, box in met if number == page]
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
        rounded = tuple(round(edge, 1) for edge in box)
        return Place(page, (rounded[0], rounded[1], rounded[2], rounded[3]), start, end)
