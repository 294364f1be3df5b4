"""Under which heading each figure of a table stands, page by page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foitrack.reading.tables.figure_lines import (
    Chunk,
    Kind,
    Laid,
    headings,
    with_close_figures,
    words_of,
)

_SAME = 3.0
"""Characters: figures of one column have their middles no farther apart than this, in steps."""
_NEAR = 0.25
"""Of the distance between two columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings, and the columns of each line's figures, by where the line begins."""

    header: tuple[str, ...]
    places: Mapping[int, tuple[int, ...]]
    lines: Mapping[int, Laid]
    """The lines with figures, by where they begin."""


def columns_of(heads: Sequence[Laid], body: Sequence[Laid]) -> Columns | None:
    """The columns of a table, page by page as far as they are certain; None where of none."""
    figures = [line for line in body if line.kind is Kind.FIGURES]
    cells = headings(heads[-1])
    left = min(line.chunks[0].start for line in figures)
    labelled = cells[0].start < left - 1 and cells[0].end <= left
    names = cells[1:] if labelled else cells
    middles: Sequence[float] = [name.middle for name in names]
    places: dict[int, tuple[int, ...]] = {}
    apart: dict[int, Laid] = {}
    for page in _pages(body):
        found = _columns(page, len(names), middles, near=bool(places))
        own = [with_close_figures(line, found[0]) for line in page] if found else []
        placed = _placed(own, found) if found else None
        if not found or placed is None:
            # Of a later page the rows before it stand all the same.
            break
        middles = found
        places |= placed
        apart |= {line.span.start: line for line in own}
    header = _header(heads, [cells[0]] if labelled else [], names, left)
    return Columns(header, places, apart) if places and len(names) > 1 else None


def _pages(body: Sequence[Laid]) -> Iterator[list[Laid]]:
    """The lines with figures, parted where the figures of one page stand unlike those before."""
    page: list[Laid] = []
    last: Laid | None = None
    for line in body:
        if last is not None and page and line.span.start > last.span.end + 1:
            yield page
            page = []
        if line.kind is Kind.FIGURES:
            page.append(line)
        last = line
    if page:
        yield page


def _columns(
    page: Sequence[Laid], width: int, before: Sequence[float], *, near: bool
) -> Sequence[float] | None:
    """The columns' middles on a page: by what stands below each other, by a full row, or by those
    `before` it (of the headings, or of the last page, which have to be `near`).
    """
    if any(len(line.chunks) > width for line in page):
        return None
    groups = _groups(page)
    if len(groups) == width:
        return groups
    full = next((line for line in page if len(line.chunks) == width), None)
    if full is not None:
        return [chunk.middle for chunk in full.chunks]
    least = min((b - a for a, b in pairwise(before)), default=0.0) * _NEAR
    if near and any(min(abs(group - own) for own in before) > least for group in groups):
        return None
    return before


def _placed(page: Sequence[Laid], at: Sequence[float]) -> dict[int, tuple[int, ...]] | None:
    """The column of each figure on a page."""
    found = {}
    for line in page:
        columns = tuple(_nearest(chunk, at) for chunk in line.chunks)
        if any(a >= b for a, b in pairwise(columns)):
            return None
        found[line.span.start] = columns
    return found


def _groups(page: Sequence[Laid]) -> list[float]:
    """The middles of figures that stand below each other."""
    middles = sorted(chunk.middle for line in page for chunk in line.chunks)
    groups = [[middles[0]]]
    for middle in middles[1:]:
        if middle - groups[-1][-1] <= _SAME:
            groups[-1].append(middle)
        else:
            groups.append([middle])
    return [sum(group) / len(group) for group in groups]


def _nearest(chunk: Chunk, at: Sequence[float]) -> int:
    above = min(max(1, bisect_left(at, chunk.middle)), len(at) - 1) if len(at) > 1 else 0
    return above - (chunk.middle - at[above - 1] < at[above] - chunk.middle) if above else 0


def _header(
    heads: Sequence[Laid], label: Sequence[Chunk], names: Sequence[Chunk], left: int
) -> tuple[str, ...]:
    """The headings, with what stands over each of them on the lines before."""
    above: list[list[str]] = [[] for _ in range(len(names) + 1)]
    middles = [name.middle for name in names]
    for line in heads[:-1]:
        for chunk in headings(line):
            if chunk.end <= left and label:
                above[0].append(chunk.text)
                continue
            over = sum(chunk.start <= middle <= chunk.end for middle in middles)
            for piece in words_of(chunk) if over > 1 else [chunk]:
                above[_nearest(piece, middles) + 1].append(piece.text)
    own = [label[0].text if label else "", *(name.text for name in names)]
    return tuple(" ".join([*over, name]).strip() for over, name in zip(above, own, strict=True))
