"""Tables that lost their layout: one cell a line, a blank line after each row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from foitrack.later import later
from foitrack.reading.prose import Span, lines, rows_of, trimmed
from foitrack.reading.tables.grid import FEWER_CELLS, Grid, Row

_HEADER_WORD = later(
    r"(?:(?:date|year|month|period|financial year|rank|grade|role|job title|officer|staff|gender|"
    r"sex|age|ethnicity|number|no\.?|count|total|volume|"
    r"outcome|result|sanction|action|disposal|finding|decision|allegation|nature|complaint|"
    r"offence|breach|reason|description|details?|summary|platform|social media|site|app|"
    r"department|location|area|station|type|category|cost|amount|value|supplier|length|"
    r"duration)\b)",
    re.IGNORECASE,
)
_MOST_COLUMNS = 12
_LONGEST_HEADER = 60
_EDGES = " *_\t"
_TWO = b"\1\1"


def find_vertical(plain: str) -> Iterator[Grid]:
    """Tables whose cells stand on lines of their own, each after a tab or under words that head
    columns, with a blank line between rows.
    """
    if "\t" not in plain and not _may_head_columns(plain):
        return
    run: list[list[Span]] = []
    for block in _blocks(plain):
        if block and (
            _is_tabbed(plain, block)
            or (run and not _tabbed_run(plain, run) and len(block) == len(run[0]))
        ):
            run.append(block)
            continue
        yield from _grid(plain, run)
        run = [block] if block and _heads_columns(plain, block) else []
    yield from _grid(plain, run)


def _may_head_columns(plain: str) -> bool:
    """Whether two lines, one below the other, are such as head columns."""
    bare = list(map(str.strip, rows_of(plain), repeat(_EDGES)))
    # Few lines of running text are short, and fewer stand two together.
    short = bytes(map(range(1, _LONGEST_HEADER + 1).__contains__, map(len, bare)))
    at = short.find(_TWO)
    while at >= 0:
        if is_heading(bare[at]) and is_heading(bare[at + 1]):
            return True
        at = short.find(_TWO, at + 1)
    return False


def _blocks(plain: str) -> Iterator[list[Span]]:
    """Lines up to a blank one. An empty list marks where the layout changes within a block."""
    block: list[Span] = []
    for span in lines(plain):
        line = span.of(plain)
        if not line.strip():
            if block:
                yield block
            block = []
            continue
        if block and line.startswith("\t") != block[-1].of(plain).startswith("\t"):
            yield block
            block = []
        block.append(span)
    if block:
        yield block


def _is_tabbed(plain: str, block: list[Span]) -> bool:
    return all(s.of(plain).startswith("\t") and "\t" not in s.of(plain).strip() for s in block)


def _tabbed_run(plain: str, run: list[list[Span]]) -> bool:
    return _is_tabbed(plain, run[0])


def _heads_columns(plain: str, block: list[Span]) -> bool:
    """Whether every line of a block is a short phrase that begins with a column heading's word."""
    return 1 < len(block) <= _MOST_COLUMNS and all(
        is_heading(span.of(plain).strip(_EDGES)) for span in block
    )


def is_heading(text: str) -> bool:
    """Whether a line is a short phrase that begins with a word that heads columns."""
    return (
        len(text) <= _LONGEST_HEADER
        and _HEADER_WORD.match(text) is not None
        and text[-1] not in ".:;,?"
        and ": " not in text  # “Date of request: 2 October 2023” has its value beside it.
    )


def _grid(plain: str, run: list[list[Span]]) -> Iterator[Grid]:
    if len(run) < 2 or not 1 < len(run[0]) <= _MOST_COLUMNS:
        return
    width = len(run[0])
    rows: list[Row] = []
    flags: list[str] = []
    for block in run[1:]:
        if len(block) % width == 0:
            rows += [
                _row(plain, block[at : at + width], width) for at in range(0, len(block), width)
            ]
        else:
            rows += [
                _row(plain, block[at : at + width], width) for at in range(0, len(block), width)
            ]
            flags.append(FEWER_CELLS)
    header = tuple(span.of(plain).strip() for span in run[0])
    yield Grid(header, tuple(rows), Span(run[0][0].start, run[-1][-1].end), None, tuple(flags))


def _row(plain: str, block: list[Span], width: int) -> Row:
    cells = [span.of(plain).strip() for span in block]
    span = Span(trimmed(plain, block[0]).start, trimmed(plain, block[-1]).end)
    return Row((*cells, *[""] * (width - len(cells))), span)
