"""A table as its finder sees it: cells as spans of text, before it is put in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from foitrack.later import later
from foitrack.reading.counts import parse_count
from foitrack.reading.findings import Place, Table
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span
from foitrack.reading.tables.date_orders import month_first
from foitrack.reading.tables.sums import are_sums, unequal

_MARKUP = re.compile(
    r"</?(?:u|b|i|em|strong|br|p|span|sup|sub)\s*/?>|(?P<mark>\*\*|__)(?=\S)(?P<words>.+?)(?P=mark)",
    re.IGNORECASE | re.DOTALL,
)
"""Tags, and words between two marks; one alone is a note's ("31.6**"), and stays."""
_LEADER = re.compile(r"(?<=[\w)\]%*])[ \t]*(?:\.[ \t]?){4,}$", re.MULTILINE)
"""Dots that lead from a label to its figure."""
_TOTAL = later(
    r"(?:(?:grand|overall|sub-?|year|annual|sum|running)[ -]?)?totals?\b"
    # "2019 Total", "Kent Police Sub-total": a group's own, below it.
    r"|(?:[\w/&'().-]{1,20} ){1,4}(?<!\bin )(?:sub-?)?totals?\s?:?$",
    re.IGNORECASE,
)
_ALL = later(
    r"sum|ytd|year to date|(?:all|overall|combined)(?: (?:outcomes|results|sanctions|ranks|grades|"
    r"roles|officers|staff|police officers|employees|people|persons|cases|allegations|complaints|"
    r"incidents|types|kinds|categories|forces|divisions|areas|regions|districts|departments|wards|"
    r"years|ages|genders|ethnicities|offences|crimes|vehicles|reasons|platforms|groups|"
    r"(?:of )?the above))?\s?:?",
    re.IGNORECASE,
)
"""What is a total only beside a number: "All outcomes"."""
_PART = later(r"(?:of (?:which|whom|these|those)|including|incl\.|thereof)\b", re.IGNORECASE)
_BEGINS_ALL = frozenset("sSyYaAoOcC\u017f")
_BEGINS_PART = frozenset("oOiI\u0130\u0131tT")
"""What such labels begin with, the letters too that are taken for them: nearly none does."""
_SHORT = 100
_OF_YEARS = later(
    r"\b(?:both|all|two|three|four|five|\d{1,2}) (?:\w+ )?(?:years|quarters|months|periods)\b",
    re.IGNORECASE,
)
"""What adds up more than the rows under the last year: "Total (both years)"."""
_RULE = re.compile(r"[-=_~\u2013\u2014]{3,}")
_BROKEN = re.compile(r"\w-$")
MORE_CELLS = "a row has more cells than the header"
FEWER_CELLS = "a row has fewer cells than the header: which are missing is not certain"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells' texts, and where it stands."""

    cells: tuple[str, ...]
    span: Span
    true: tuple[tuple[int, str], ...] = ()
    """What cells hold (an ISO day, a number), by column, where the print says less or else."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table found: header cells (empty strings where it has none), rows, place, heading."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    span: Span
    heading: str | None = None
    flags: tuple[str, ...] = ()
    verbatim: bool = False
    """Whether the cells are as they should be shown: no markup, no needless white space."""


def clean(cell: str) -> str:
    """A cell's text without markup; line breaks within stay, other white space is one space."""
    if cell.isalnum():
        return cell
    if "...." in cell or ". . . ." in cell:
        cell = _LEADER.sub("", cell)
    bare = _MARKUP.sub(_words, cell) if "<" in cell or "**" in cell or "__" in cell else cell
    if "\n" not in bare:
        return " ".join(bare.split())
    return "\n".join(" ".join(line.split()) for line in bare.strip().split("\n") if line.strip())


def _words(met: re.Match[str]) -> str:
    return met["words"] or ""


def carried_on(above: str, below: str) -> str:
    """A cell's line with the next: "off-" and "duty" are one word."""
    return f"{above}{'' if _BROKEN.search(above) and below[:1].isalnum() else ' '}{below}".strip()


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row is a total of those above."""
    first = _first(cells)
    if first is None:
        return False
    of_itself, beside_number = _totals(first)
    return of_itself or (
        beside_number
        and any(
            cell[-1].isdigit() or cell[0].isdigit()
            for cell in [cell.strip() for cell in cells if cell.strip()][1:]
        )
    )


def is_part(cells: Sequence[str]) -> bool:
    """Whether a row only says of the row above how many of it: "of which male"."""
    first = _first(cells)
    return first is not None and first[0] in _BEGINS_PART and _PART.match(first) is not None


def _first(cells: Sequence[str]) -> str | None:
    """What stands in the first cell that is not empty."""
    for cell in cells:
        own = cell.strip()
        if own:
            return own
    return None


def _totals(label: str) -> tuple[bool, bool]:
    """Whether a label is a total's, and whether it is one's beside a number."""
    if label[0] not in _BEGINS_ALL and "total" not in label.lower():
        return False, False  # As of nearly every row.
    return _kept_totals(label) if len(label) <= _SHORT else _told_totals(label)


@lru_cache(maxsize=2_000)
def _kept_totals(label: str) -> tuple[bool, bool]:
    """The same, kept: each row is asked about more than once."""
    return _told_totals(label)


def _told_totals(label: str) -> tuple[bool, bool]:
    return _TOTAL.match(label) is not None, _ALL.fullmatch(label) is not None


def _is_rule(cells: Sequence[str]) -> bool:
    """Whether a row is but a line drawn in signs, under a header as a rule."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and all(map(_RULE.fullmatch, filled))


def looks_like_data(cells: Sequence[str]) -> bool:
    """Whether a row's cells are values, so that it is no header."""
    filled = [cell for cell in cells if cell.strip()]
    numbers = sum(parse_count(cell) is not None for cell in filled)
    if (
        filled
        and parse_period(filled[0])
        and len(filled) > 1
        and not all(map(parse_period, filled))
    ):
        return True
    periods = sum(parse_period(cell) is not None for cell in filled)
    return numbers - periods > 0 and numbers > periods


def fitted(cells: Sequence[str], width: int) -> tuple[tuple[str, ...], str]:
    """A row's cells made `width` long, and a flag where that took a guess."""
    kept = list(cells)
    while len(kept) > width and not kept[-1].strip():
        kept.pop()
    if len(kept) > width:
        return (*kept[: width - 1], " ".join(kept[width - 1 :])), MORE_CELLS
    flag = FEWER_CELLS if len(kept) < width else ""
    return (*kept, *[""] * (width - len(kept))), flag


def finished(grid: Grid, number: int, place: Callable[[int, int], Place]) -> Table:
    """The table in words: totals apart and checked, every row with its place."""
    if any(_is_rule(row.cells) for row in grid.rows):
        grid = replace(grid, rows=tuple(row for row in grid.rows if not _is_rule(row.cells)))
    columns, rows = _cells(grid)
    flags = list(grid.flags)
    total = None
    above = [cells for cells, _ in rows[:-1] if not is_total(cells) and not is_part(cells)]
    if len(rows) > 1 and (is_total(rows[-1][0]) or are_sums(rows[-1][0], above)):
        total = rows.pop()[0]
        if not (_OF_YEARS.search(total[0]) and parse_period(grid.heading or "")):
            flags += unequal(columns, above, total)
    known = {(n, column): value for n, row in enumerate(grid.rows) for column, value in row.true}
    days, told = month_first(columns, [cells for cells, _ in rows], known)
    flags += told
    return Table(
        columns,
        tuple(cells for cells, _ in rows),
        _numbered(place(grid.span.start, grid.span.end), number, None),
        total,
        clean(grid.heading) if grid.heading else None,
        tuple(
            _numbered(place(span.start, span.end), number, n) for n, (_, span) in enumerate(rows, 1)
        ),
        tuple(dict.fromkeys(flags)),
        {**known, **days},
    )


def _cells(grid: Grid) -> tuple[tuple[str, ...], list[tuple[tuple[str, ...], Span]]]:
    """The header's cells, and each row's with its place."""
    if grid.verbatim:
        return grid.header, [(row.cells, row.span) for row in grid.rows]
    rows = [(tuple(clean(c) for c in row.cells), row.span) for row in grid.rows]
    return tuple(clean(cell) for cell in grid.header), rows


def _numbered(place: Place, table: int, row: int | None) -> Place:
    return Place(
        place.page,
        place.box,
        place.start,
        place.end,
        place.sheet,
        place.cell,
        place.part,
        table,
        row,
    )
