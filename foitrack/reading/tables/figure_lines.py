"""Lines of text laid out as on a page: a label with figures under columns, or a piece of either."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise, takewhile

from foitrack.later import later
from foitrack.reading.counts import parse_count
from foitrack.reading.wrapping import Span

_CHUNK = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"\S+")
_FIGURE = later(
    r"[£$€]?\(?-?\d[\d,]*(?:\.\d+)?%?\)?\*?|[<>≤≥]\d+|\*+|[-–—]|n/?a|nil|none", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIOD = re.compile(r"(?:FY)?(?:19|20)?\d\d[/-](?:20)?\d\d|(?:19|20)\d\d|[A-Za-z]{3}-\d\d|Total")
_PAGE = re.compile(r"(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WIDEST = 400
_BESIDE = 2
_CLOSE = 2.5
"""Characters that a figure's middle may stand left of its column's."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that stand together on a line: where, and what they say."""

    start: int
    end: int
    text: str

    @property
    def middle(self) -> float:
        """The place of its middle, in characters from the left."""
        return (self.start + self.end) / 2


class Kind(Enum):
    """What a line may be in a table of figures."""

    BLANK = "blank"
    LABEL = "label"
    """Words that stand together."""
    FIGURES = "figures"
    """Figures, after a label or none."""
    HEAD = "head"
    """Several columns of words, or of years."""
    PAGE = "page"
    """A page's number."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A line with its chunks; of one with figures, `label` is apart and each figure a chunk."""

    span: Span
    kind: Kind
    chunks: tuple[Chunk, ...] = ()
    label: Chunk | None = None


def laid(span: Span, text: str) -> Laid:
    """A line as it is laid out."""
    line = span.of(text).expandtabs(8)
    if not line.strip() or len(line) > _WIDEST:
        return Laid(span, Kind.BLANK if not line.strip() else Kind.HEAD)
    chunks = tuple(Chunk(m.start(), m.end(), m.group()) for m in _CHUNK.finditer(line))
    label = None if is_figures(chunks[0]) else chunks[0]
    figures = chunks if label is None else chunks[1:]
    if figures and all(map(is_figures, figures)):
        apart = tuple(word for chunk in figures for word in words_of(chunk))
        if not _are_years(apart):
            return Laid(span, Kind.FIGURES, apart, label)
    if len(chunks) == 1 and len(parted := _with_years_apart(chunks[0])) > _BESIDE:
        return Laid(span, Kind.HEAD, parted)
    if len(chunks) == 1:
        kind = Kind.PAGE if _PAGE.fullmatch(chunks[0].text) else Kind.LABEL
        return Laid(span, kind, chunks, chunks[0])
    return Laid(span, Kind.HEAD, chunks)


def with_close_figures(line: Laid, first: float) -> Laid:
    """The line, figures that but a blank parts from its label taken from that: "NOT 20   28".

    `first` is where the first column's figures have their middle.
    """
    words = words_of(line.label) if line.label else []
    close = list(
        takewhile(
            lambda word: _FIGURE.fullmatch(word.text) and word.middle >= first - _CLOSE,
            reversed(words[1:]),
        )
    )[::-1]
    if not close or line.label is None:
        return line
    own = words[: len(words) - len(close)]
    label = Chunk(line.label.start, own[-1].end, " ".join(word.text for word in own))
    return replace(line, chunks=(*close, *line.chunks), label=label)


def is_figures(chunk: Chunk) -> bool:
    """Whether all of its words are figures, or stand for one."""
    return all(map(_FIGURE.fullmatch, chunk.text.split(" ")))


def words_of(chunk: Chunk) -> list[Chunk]:
    """Its words, each with its place."""
    return [
        Chunk(chunk.start + m.start(), chunk.start + m.end(), m.group())
        for m in _WORD.finditer(chunk.text)
    ]


def headings(line: Laid) -> list[Chunk]:
    """The cells of a line of headings: years stand apart though but a blank parts them."""
    found = []
    for chunk in line.chunks:
        words = words_of(chunk)
        apart = len(words) > 1 and all(_PERIOD.fullmatch(word.text) for word in words)
        found += words if apart else [chunk]
    return found


def _with_years_apart(chunk: Chunk) -> tuple[Chunk, ...]:
    """A label and the years after it, though but a blank parts them; else the chunk alone."""
    words = words_of(chunk)
    years = list(takewhile(lambda word: _PERIOD.fullmatch(word.text), reversed(words)))[::-1]
    if len(years) < _BESIDE or not all(_DIGIT.search(word.text) for word in years[:-1]):
        return (chunk,)
    before = words[: len(words) - len(years)]
    if not before:
        return tuple(years)
    text = " ".join(word.text for word in before)
    return Chunk(chunk.start, before[-1].end, text), *years


def _are_years(chunks: tuple[Chunk, ...]) -> bool:
    """Whether figures are years, one after the other: they head columns."""
    if len(chunks) < 2 or not all(_YEAR.fullmatch(chunk.text) for chunk in chunks):
        return False
    counts = [parse_count(chunk.text) for chunk in chunks]
    years = [count.low for count in counts if count]
    return all(abs(b - a) == 1 for a, b in pairwise(years))
