"""A PDF page as lines of words with their places, in reading order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from ctypes import byref
from dataclasses import dataclass, field

from pypdfium2 import PdfTextPage
from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox

_WORD = re.compile(r"[^\s\x00\ufffe\uffff]+")
_GAP_IN_EMS = 0.8
_LEAST_GAP = 6.0
_SAME_LINE = 0.55
_PARAGRAPH = 1.45
_WIDE_SPACING = 2.0
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, counted from the top left of the page."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand together, held apart from others of the line by a wide gap."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins, in points."""
        return self.words[0].box[0]

    @property
    def right(self) -> float:
        """Where it ends, in points."""
        return max(word.box[2] for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    segments: tuple[Segment, ...]
    box: Box
    after_gap: bool = False
    """Whether a paragraph's space stands above it."""

    @property
    def text(self) -> str:
        """The segments parted by tabs."""
        return "\t".join(segment.text for segment in self.segments)


@dataclass
class _Growing:
    """A line while words are put on it."""

    top: float
    bottom: float
    words: list[Word] = field(default_factory=list)


def page_lines(textpage: PdfTextPage, height: float) -> list[Line]:
    """The lines of a page from top to bottom."""
    return _spaced([_line(grown.words) for grown in _gathered(_words(textpage, height))])


def _words(textpage: PdfTextPage, height: float) -> Iterator[Word]:
    text = textpage.get_text_range()
    known = textpage.count_chars()
    raw, rect = textpage.raw, FS_RECTF()
    box_of, reference = FPDFText_GetLooseCharBox, byref(rect)
    for found in _WORD.finditer(text):
        first, last = found.start(), found.end() - 1
        if last >= known:
            return
        # The raw call with one rectangle for all: twice as fast as the wrapper's.
        box_of(raw, first, reference)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last > first:
            box_of(raw, last, reference)
            right = rect.right
            bottom, top = min(bottom, rect.bottom), max(top, rect.top)
        yield Word(found.group(), (left, height - top, max(left, right), height - bottom))


def _gathered(words: Iterator[Word]) -> list[_Growing]:
    """Words by line: those whose heights overlap by more than half."""
    grown: list[_Growing] = []
    for word in words:
        _, top, _, bottom = word.box
        # The newest lines come first: nearly every word belongs to the line before it.
        line = next((one for one in reversed(grown[-60:]) if _overlap(one, top, bottom)), None)
        if line is None:
            line = _Growing(top, bottom)
            grown.append(line)
        line.words.append(word)
    return sorted(grown, key=lambda line: (line.top + line.bottom) / 2)


def _overlap(line: _Growing, top: float, bottom: float) -> bool:
    shared = min(line.bottom, bottom) - max(line.top, top)
    return shared > _SAME_LINE * max(0.1, min(line.bottom - line.top, bottom - top))


def _line(words: Sequence[Word]) -> Line:
    ordered = sorted(words, key=lambda word: word.box[0])
    segments: list[list[Word]] = []
    for word in ordered:
        if segments and word.box[0] - segments[-1][-1].box[2] < _cell_gap(word):
            segments[-1].append(word)
        else:
            segments.append([word])
    lefts, tops, rights, bottoms = zip(*(word.box for word in ordered), strict=True)
    box = (min(lefts), min(tops), max(rights), max(bottoms))
    return Line(tuple(Segment(tuple(own)) for own in segments), box)


def _cell_gap(word: Word) -> float:
    return max(_LEAST_GAP, _GAP_IN_EMS * (word.box[3] - word.box[1]))


def _spaced(lines: list[Line]) -> list[Line]:
    """The lines, each knowing whether more than a line's usual space stands above it."""
    pitches = sorted(
        b.box[1] - a.box[1] for a, b in itertools.pairwise(lines) if b.box[1] > a.box[1]
    )
    if not pitches:
        return lines
    # On a page of few lines, each its own paragraph, no distance is usual: a line's height is.
    height = lines[0].box[3] - lines[0].box[1]
    usual = min(pitches[len(pitches) // 4], _WIDE_SPACING * height)
    spaced = lines[:1]
    for above, line in itertools.pairwise(lines):
        gap = line.box[1] - above.box[1] > usual * _PARAGRAPH
        spaced.append(Line(line.segments, line.box, gap))
    return spaced
