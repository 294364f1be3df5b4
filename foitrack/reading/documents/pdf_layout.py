"""A PDF page as lines of words with their places, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat
from math import pi
from operator import sub
from typing import Any, NamedTuple

from foitrack.reading.documents.pdf_glyphs import angles, loose_boxes

_WORD = re.compile(r"[^\s\x00\ufffe\uffff]+")
_GAP_IN_EMS = 0.8
_LEAST_GAP = 6.0
SAME_LINE = 0.55
_PARAGRAPH = 1.45
_WIDE_SPACING = 2.0
_NEWEST = 60
_SAME = 0.01
_FAR_HIGHER = 1.8
_ASKEW = 0.15
"""Radians: a page that lies a little askew on its scanner's glass is read."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, counted from the top left of the page."""
Upright = Callable[[Sequence[float]], list[float]]
"""Turns the edges of characters, from the page's bottom, so that they stand upright."""


class Word(NamedTuple):
    """A word with its box."""

    text: str
    box: Box


def words_at(texts: Iterable[str], boxes: Iterable[Box]) -> list[Word]:
    """Words with their boxes; made without a call for each, as there are so many."""
    pairs = zip(texts, boxes, strict=True)
    return list(map(tuple.__new__, repeat(Word), pairs))


class Segment:
    """Words that stand together, held apart from others of the line by a wide gap."""

    __slots__ = ("left", "right", "text", "words")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        text, (left, _, right, _) = words[0]
        if len(words) > 1:
            text = " ".join([text for text, _ in words])
            right = max([box[2] for _, box in words])
        self.text = text
        """The words with single spaces."""
        self.left = left
        """Where it begins, in points."""
        self.right = right
        """Where it ends, in points."""


@dataclass(slots=True)
class Line:
    """A line of a page. The first and last of its characters are known by their numbers there.

    `segments` is empty on a page without wide gaps, where each line is one run of words.
    """

    text: str
    """The segments parted by tabs."""
    box: Box
    first: int = 0
    last: int = 0
    segments: tuple[Segment, ...] = ()
    after_gap: bool = False
    """Whether a paragraph's space stands above it."""

    def __getstate__(self) -> tuple[Any, ...]:
        """The line in plain values: a copy of a reader tells of very many."""
        counts = tuple([len(segment.words) for segment in self.segments])
        texts, boxes = zip(*words_of(self), strict=True) if counts else ((), ())
        edges = tuple(chain.from_iterable(boxes))
        own = self.text, self.box, self.first, self.last, self.after_gap
        return (*own, counts, texts, edges)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.text, self.box, self.first, self.last, self.after_gap, counts, texts, edges = state
        edge = iter(edges)
        words = iter(words_at(texts, zip(edge, edge, edge, edge, strict=True)))
        self.segments = tuple([Segment(list(islice(words, count))) for count in counts])


class _Growing:
    """A line while words are put on it."""

    __slots__ = ("bottom", "top", "words")

    def __init__(self, word: Word) -> None:
        self.top, self.bottom = word.box[1], word.box[3]
        self.words = [word]


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines that words make on a page, from top to bottom."""
    return spaced([made_line(line.words) for line in _gathered(words)])


def page_words(
    textpage: int,
    text: str,
    start: int,
    known: int,
    height: float,
    end: int | None = None,
    upright: Upright | None = None,
) -> list[Word]:
    """The words of a page's text from a character on, with their boxes."""
    found = list(_WORD.finditer(text, start, len(text) if end is None else end))
    while found and found[-1].end() > known:
        found.pop()
    begun = loose_boxes(textpage, [met.start() for met in found])
    ended = loose_boxes(textpage, [met.end() - 1 for met in found])
    if upright is not None:
        begun, ended = upright(begun), upright(ended)
    if end is None and (askew := _askew(textpage, found, begun, ended)):
        found = [met for n, met in enumerate(found) if n not in askew]
        begun, ended = (
            [edge for n, edge in enumerate(edges) if n // 4 not in askew]
            for edges in (begun, ended)
        )
    lefts = begun[0::4]
    boxes = zip(
        lefts,
        [height - top for top in map(max, begun[1::4], ended[1::4])],
        map(max, lefts, ended[2::4]),
        [height - bottom for bottom in map(min, begun[3::4], ended[3::4])],
        strict=True,
    )
    return words_at([met.group() for met in found], boxes)


def _askew(
    textpage: int, found: Sequence[re.Match[str]], begun: list[float], ended: list[float]
) -> set[int]:
    """The numbers of the words that are set across the page: a watermark ("DRAFT").

    Their letters stand above each other, so that they are far higher than the others.
    """
    tops, feet = map(max, begun[1::4], ended[1::4]), map(min, begun[3::4], ended[3::4])
    heights = list(map(sub, tops, feet))
    if not heights:
        return set()
    most = sorted(heights)[len(heights) // 2] * _FAR_HIGHER
    high = [n for n, height in enumerate(heights) if height > most]
    turned = angles(textpage, [found[n].start() for n in high]) if high else ()
    return {
        n
        for n, angle in zip(high, turned, strict=True)
        if _ASKEW < angle % (pi / 2) < pi / 2 - _ASKEW
    }


def _gathered(words: Sequence[Word]) -> list[_Growing]:
    """Words by line: those whose heights overlap by more than half."""
    grown: list[_Growing] = []
    newest, above, below = None, 0.0, 0.0
    for word in words:
        _, (_, top, _, bottom) = word
        # Nearly every word belongs to the newest line, and is as high.
        if newest is not None and -_SAME < top - above < _SAME and -_SAME < bottom - below < _SAME:
            newest.words.append(word)
            continue
        line = None
        for one in grown[: -_NEWEST - 1 : -1]:
            # Nearly all end above the word, or begin below it.
            if one.bottom > top and one.top < bottom and _overlap(one, top, bottom):
                line = one
                break
        if line is None:
            grown.append(_Growing(word))
            # Where letters are as low as this, what overlaps is told by measuring.
            newest = grown[-1] if bottom - top > 1.0 else None
            above, below = top, bottom
        else:
            line.words.append(word)
    return sorted(grown, key=lambda line: (line.top + line.bottom) / 2)


def _overlap(line: _Growing, top: float, bottom: float) -> bool:
    above, below = line.top, line.bottom
    shared = (below if below < bottom else bottom) - (above if above > top else top)
    return shared > SAME_LINE * max(0.1, min(below - above, bottom - top))


def _left(word: Word) -> float:
    return word.box[0]


def made_line(words: list[Word]) -> Line:
    """A line of words, in segments where wide gaps part them."""
    lefts, tops, rights, bottoms = zip(*[box for _, box in words], strict=True)
    if list(lefts) != sorted(lefts):
        words.sort(key=_left)
        lefts, tops, rights, bottoms = zip(*[box for _, box in words], strict=True)
    segments: list[Segment] = []
    start = 0
    for n, (left, end, top, bottom) in enumerate(
        zip(lefts[1:], rights, tops[1:], bottoms[1:], strict=False), 1
    ):
        # A call for each word would take longer than all else here.
        if left - end >= _LEAST_GAP and is_wide_gap(left - end, bottom - top):
            segments.append(Segment(words[start:n]))
            start = n
    segments.append(Segment(words[start:]))
    box = (lefts[0], min(tops), max(rights), max(bottoms))
    text = segments[0].text
    if len(segments) > 1:
        text = "\t".join([segment.text for segment in segments])
    return Line(text, box, segments=tuple(segments))


def is_wide_gap(gap: float, height: float) -> bool:
    """Whether a gap before a word of a height holds it apart from what stands before it."""
    return gap >= _LEAST_GAP and gap >= _GAP_IN_EMS * height


def spaced(lines: list[Line]) -> list[Line]:
    """The lines, each knowing whether more than a line's usual space stands above it."""
    if lines:
        tops = [line.box[1] for line in lines]
        for n in gaps_above(tops, lines[0].box[3] - tops[0]):
            lines[n].after_gap = True
    return lines


def gaps_above(tops: Sequence[float], height: float) -> list[int]:
    """The numbers of the lines with more than the usual space above them; `height` is a line's."""
    steps = list(map(sub, tops[1:], tops))
    pitches = sorted(steps)
    if not pitches or pitches[0] <= 0:
        pitches = [step for step in pitches if step > 0]
        if not pitches:
            return []
    # On a page of few lines, each its own paragraph, no distance is usual: a line's height is.
    most = min(pitches[len(pitches) // 4], _WIDE_SPACING * height) * _PARAGRAPH
    return [n for n, step in enumerate(steps, 1) if step > most] if pitches[-1] > most else []


def words_of(line: Line) -> Iterator[Word]:
    """The words of a line that has segments."""
    for segment in line.segments:
        yield from segment.words
