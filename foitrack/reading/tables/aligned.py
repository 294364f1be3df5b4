"""Tables whose columns are held apart by runs of spaces alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from foitrack.reading.counts import parse_count
from foitrack.reading.prose import Span, lines, rows_of
from foitrack.reading.tables.grid import Grid, Row, carried_on, is_total, looks_like_data
from foitrack.reading.tables.parted import by_year, stands_between, tables_of
from foitrack.reading.tables.spanning import are_heads, both, spanned

_GAP = re.compile(r"(?<![.?!:;])[ \t]{2,}(?=\S)|[ \t]{4,}(?=\S)")
_WORDS = re.compile(r"\S+(?: \S+)*")
_COMPARED = 40
"""Lines above an empty one that tell which gaps run on below it; in a long table all are alike."""
_NEAR = 1.5
"""Characters within which two places are the same."""
_ANY_GAP = re.compile(r" {2,}(?=\S)")
_LEAST_ROWS = 3
_LEAST_OF_TABLE = 2
_MOST_ABOVE = 2
"""Lines of headings over the columns' own names."""
_WIDEST = 400


def find_aligned(plain: str) -> Iterator[Grid]:
    """Tables of at least three lines in which the same gaps run from top to bottom."""
    if ("  " not in plain and "\t" not in plain) or not any(map(_may_have_gaps, rows_of(plain))):
        return
    block: list[tuple[Span, bool]] = []
    """Lines, and whether each surely has columns."""
    blanks, said = 0, ""
    for span in lines(plain):
        line = span.of(plain)
        if not line.strip():
            blanks += 1
            continue
        sure = _gaps(line) or (bool(block) and not blanks and line.startswith("   "))
        if len(line) <= _WIDEST and (sure or _ANY_GAP.search(line.strip())):
            if blanks > 2:
                yield from _grids(plain, block)
                block = []
            block.append((span, sure))
            said = ""
        elif block and stands_between(line, said, close=not blanks):
            said = line
        else:
            yield from _grids(plain, block)
            block, said = [], ""
        blanks = 0
    yield from _grids(plain, block)


def _grids(plain: str, block: list[tuple[Span, bool]]) -> Iterator[Grid]:
    """The tables of a block, also where a paragraph with a gap stands before or after one."""
    part: list[tuple[Span, bool]] = []
    for group in _paragraphs(plain, block):
        if part and not _go_together(plain, part[-_COMPARED:], group):
            yield from _grids_of(plain, part)
            part = []
        part += group
    yield from _grids_of(plain, part)


def _paragraphs(plain: str, block: list[tuple[Span, bool]]) -> Iterator[list[tuple[Span, bool]]]:
    """The lines of a block between empty lines."""
    group: list[tuple[Span, bool]] = []
    for line in block:
        if group and line[0].start > group[-1][0].end + 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _go_together(
    plain: str, above: list[tuple[Span, bool]], below: list[tuple[Span, bool]]
) -> bool:
    """Whether no gap is lost of those that run down the lines above; of one line, of those below.

    One line above many may be their headings, or stand at the foot of a page.
    """
    texts = [span.of(plain).expandtabs(8) for span, _ in above]
    more = [span.of(plain).expandtabs(8) for span, _ in below]
    many = texts if len(texts) > 1 else more
    least = len(_rivers(many)) if len(many) > 1 else 1
    return len(_rivers([*texts, *more])) >= least


def _grids_of(plain: str, block: list[tuple[Span, bool]]) -> Iterator[Grid]:
    """The tables of a block, parted where a line's only gaps follow a sentence and are not those
    of the lines around it.
    """
    sure = [span for span, is_sure in block if is_sure]
    if len(sure) < 2:
        return
    texts = [span.of(plain).expandtabs(8) for span in sure]
    cuts = _rivers(texts) if len(sure) < len(block) else []
    run: list[Span] = []
    for span, is_sure in block:
        if is_sure or (cuts and len(_rivers([*texts, span.of(plain).expandtabs(8)])) == len(cuts)):
            run.append(span)
            continue
        yield from _grid(plain, run)
        run = []
    yield from _grid(plain, run)


def _may_have_gaps(line: str) -> bool:
    return "  " in line.strip() or "\t" in line


def _gaps(line: str) -> bool:
    return bool(_GAP.search(line.strip()))


def _grid(plain: str, block: list[Span]) -> Iterator[Grid]:
    if len(block) < _LEAST_ROWS:
        return
    texts = [span.of(plain).expandtabs(8) for span in block]
    if (levelled := _levelled(texts, block)) is not None:
        yield levelled
        return
    rows = _without_bullets(_rows(texts))
    if len(rows[0]) < 2 or _is_letterhead(rows):
        return
    merged = [(row.span, list(row.cells)) for row in _merged(rows, block)]
    for own in tables_of(plain, merged):
        whole = _headed([Row(tuple(cells), span) for span, cells in own])
        if whole is not None:
            yield from by_year(plain, whole)


def _rows(texts: list[str]) -> list[tuple[str, ...]]:
    """Each line's cells: by the gaps that run from top to bottom, or by its own, where all lines
    have as many and no fewer than that.
    """
    cuts = _rivers(texts)
    apart = [tuple(_WORDS.findall(text)) for text in texts]
    width = len(apart[0])
    if width > max(len(cuts), _LEAST_OF_TABLE) and all(len(row) == width for row in apart):
        return apart
    return [_cells(text, cuts) for text in texts]


def _headed(rows: list[Row]) -> Grid | None:
    """The table of rows of which the first may be its header."""
    header_known = not looks_like_data(rows[0].cells)
    header = rows[0].cells if header_known else ("",) * len(rows[0].cells)
    body = tuple(row for row in rows[1 if header_known else 0 :] if row.cells != header)
    if len(rows) < _LEAST_OF_TABLE or not body or not _is_full(body):
        return None
    return Grid(header, body, Span(rows[0].span.start, rows[-1].span.end))


def _levelled(texts: list[str], block: list[Span]) -> Grid | None:
    """The table whose first lines head several columns with each of their cells."""
    for above in range(min(_MOST_ABOVE, len(texts) - _LEAST_ROWS), 0, -1):
        header = _header_of(texts, above)
        if header is not None:
            cuts = _rivers(texts[above:])
            cells = [_cells(text, cuts) for text in texts[above + 1 :]]
            rows = _merged(cells, block[above + 1 :])
            return Grid(header, tuple(rows), Span(block[0].start, block[-1].end))
    return None


def _header_of(texts: list[str], above: int) -> tuple[str, ...] | None:
    """The columns' names, with the words on so many lines above that stand over several each."""
    cuts = _rivers(texts[above:])
    label, *names = _cells(texts[above], cuts)
    edges = [0, *cuts, max(map(len, texts))]
    columns = [_extent(texts[above:], a, b) for a, b in itertools.pairwise(edges)][1:]
    over = [""] * len(columns)
    for text in texts[:above]:
        heads = [(m.start(), m.end(), m.group()) for m in _WORDS.finditer(text)]
        if not label and heads and heads[0][1] <= edges[1]:
            # The first column's own name may stand beside any of the headings.
            label, heads = heads[0][2], heads[1:]
        own = spanned(columns, heads, _NEAR)
        if own is None:
            return None
        over = [f"{a} {b}".strip() for a, b in zip(over, own, strict=True)]
    named = label or _are_figures(texts[above + 1 :], cuts)
    return both(label, over, names) if named and are_heads(names) else None


def _are_figures(texts: list[str], cuts: list[int]) -> bool:
    """Whether all lines are a label with figures, so that the labels need no name."""
    rows = [_cells(text, cuts) for text in texts]
    return all(
        row[0] and all(parse_count(cell) is not None for cell in row[1:] if cell) for row in rows
    )


def _extent(texts: list[str], left: int, right: int) -> tuple[float, float]:
    """Where a column's cells begin and end."""
    inked = [
        left + n
        for text in texts
        for n, letter in enumerate(text[left:right])
        if not letter.isspace()
    ]
    return (min(inked), max(inked) + 1) if inked else (left, right)


def _rivers(texts: list[str]) -> list[int]:
    """The columns of text at which no line has words, nor one blank between words."""
    width = max(map(len, texts))
    ink = [False] * (width + 1)
    for text in texts:
        for chunk in _WORDS.finditer(_without_total(text)[1]):
            ink[chunk.start() : chunk.end()] = itertools.repeat(True, chunk.end() - chunk.start())
    cuts, at = [], 0
    while at < width and not ink[at]:
        at += 1
    while at < width:
        if ink[at]:
            at += 1
            continue
        start = at
        while at < width and not ink[at]:
            at += 1
        if at < width:
            cuts.append((start + at) // 2)
    return cuts


def _cells(text: str, cuts: list[int]) -> tuple[str, ...]:
    label, rest = _without_total(text)
    edges = [0, *cuts, len(text)]
    first, *others = (rest[a:b].strip() for a, b in itertools.pairwise(edges))
    return (label or first, *others)


def _without_total(text: str) -> tuple[str, str]:
    """The label of a total, which may run on below the next columns, and the line without it."""
    first, *others = _WORDS.finditer(text)
    if not others or not is_total([first.group()]):
        return "", text
    if any(parse_count(chunk.group()) is None for chunk in others):
        return "", text
    return first.group(), " " * first.end() + text[first.end() :]


def _without_bullets(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows without a first column that has nothing but a list's marks in it."""
    return [row[1:] for row in rows] if all(_is_bullet(row[0]) for row in rows) else rows


def _is_bullet(cell: str) -> bool:
    return not cell or cell == "o" or (len(cell) == 1 and not cell.isalnum())


def _is_letterhead(rows: list[tuple[str, ...]]) -> bool:
    return sum(row[0].endswith(":") for row in rows) * 2 >= len(rows)


def _merged(rows: list[tuple[str, ...]], block: list[Span]) -> list[Row]:
    """Rows, with lines that only carry on the cells above them joined to those."""
    merged: list[Row] = []
    for cells, span in zip(rows, block, strict=True):
        if merged and _carries_on(cells, merged[-1].cells):
            above = merged[-1]
            joined = tuple(carried_on(a, b) for a, b in zip(above.cells, cells, strict=True))
            merged[-1] = Row(joined, Span(above.span.start, span.end))
        else:
            merged.append(Row(cells, span))
    return merged


def _carries_on(cells: tuple[str, ...], above: tuple[str, ...]) -> bool:
    filled = [bool(cell) for cell in cells]
    if filled[0] or not all(above) or (filled[-1] and not cells[-1][0].islower()):
        return False
    return sum(filled) * 2 <= len(cells)


def _is_full(rows: tuple[Row, ...]) -> bool:
    """At least two cells in most rows: a column of prose beside an address is no table."""
    full = sum(sum(bool(cell) for cell in row.cells) >= 2 for row in rows)
    return full * 3 >= len(rows) * 2
