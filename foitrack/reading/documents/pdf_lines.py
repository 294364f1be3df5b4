"""The lines of a page of running text, kept by what they have in common.

A long document has tens of thousands of lines, of which few are ever asked for one by one: texts
are kept with texts and places with places, and a line is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress
from typing import overload

from foitrack.reading.documents.pdf_layout import Line, gaps_above

Edges = tuple[list[float], list[float], list[float], list[float]]
"""Left, top, right and bottom edges, counted from the page's top left."""

NOWHERE = -1
"""In the place of a character's number, where a line's are not known."""


class PlainLines(Sequence[Line]):
    """Lines from top to bottom, each one run of words."""

    __slots__ = ("feet", "firsts", "gaps", "lasts", "lefts", "rights", "seen", "texts", "tops")

    def __init__(
        self,
        texts: list[str],
        edges: Edges,
        characters: tuple[list[int], list[int]],
        gaps: Sequence[int] | None = None,
        *,
        seen: bool = False,
    ) -> None:
        self.texts = texts
        self.lefts, self.tops, self.rights, self.feet = edges
        self.firsts, self.lasts = characters
        self.gaps: Sequence[int] = gaps or ()
        """The numbers of those above which a paragraph's space stands, in order."""
        if gaps is None:
            self.space()
        self.seen = seen
        """Whether all words of their page are at once known to be seen: most pages'."""

    def space(self) -> None:
        """Tell anew where paragraphs' spaces stand."""
        high = self.feet[0] - self.tops[0] if self.texts else 0.0
        self.gaps = gaps_above(self.tops, high) if self.texts else ()

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self._line(n) for n in range(*index.indices(len(self)))]
        return self._line(range(len(self))[index])

    def _line(self, n: int) -> Line:
        left = self.lefts[n]
        # A broken file may draw a line's end before its beginning.
        box = left, self.tops[n], max(left, self.rights[n]), self.feet[n]
        return Line(self.texts[n], box, self.firsts[n], self.lasts[n], after_gap=n in self.gaps)

    def without(self, numbers: Collection[int]) -> PlainLines:
        """The lines without some of them."""
        kept = [n not in numbers for n in range(len(self))]
        spaced = set(self.gaps)
        gaps = [n for n, old in enumerate(compress(range(len(self)), kept)) if old in spaced]
        lefts, tops, rights, feet = (
            list(compress(edges, kept)) for edges in (self.lefts, self.tops, self.rights, self.feet)
        )
        firsts, lasts = (list(compress(own, kept)) for own in (self.firsts, self.lasts))
        texts = list(compress(self.texts, kept))
        return PlainLines(texts, (lefts, tops, rights, feet), (firsts, lasts), gaps)


def texts_of(lines: Sequence[Line]) -> list[str]:
    """The lines' texts."""
    return lines.texts if isinstance(lines, PlainLines) else [line.text for line in lines]


def gaps_of(lines: Sequence[Line]) -> Sequence[int]:
    """The numbers of the lines above which a paragraph's space stands."""
    if isinstance(lines, PlainLines):
        return lines.gaps
    return [n for n, line in enumerate(lines) if line.after_gap]


def tops_of(lines: Sequence[Line]) -> Sequence[float]:
    """Where the lines begin, counted from the page's top."""
    return lines.tops if isinstance(lines, PlainLines) else [line.box[1] for line in lines]


def feet_of(lines: Sequence[Line]) -> Sequence[float]:
    """Where the lines end, counted from the page's top."""
    return lines.feet if isinstance(lines, PlainLines) else [line.box[3] for line in lines]


def without(lines: Sequence[Line], numbers: Collection[int]) -> Sequence[Line]:
    """The lines without some of them."""
    if isinstance(lines, PlainLines):
        return lines.without(numbers)
    return [line for n, line in enumerate(lines) if n not in numbers]
