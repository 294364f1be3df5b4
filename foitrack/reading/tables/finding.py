"""All tables of a text, each laid out in one of the ways known, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from foitrack.reading.counts import parse_count
from foitrack.reading.findings import Place, Table
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span, blank
from foitrack.reading.tables.aligned import find_aligned
from foitrack.reading.tables.asked import find_asked
from foitrack.reading.tables.boxed import find_boxed
from foitrack.reading.tables.commas import find_commas
from foitrack.reading.tables.figures import find_figures
from foitrack.reading.tables.flattened import find_labelled, find_period_lists, find_pivots
from foitrack.reading.tables.folded import unfolded
from foitrack.reading.tables.grid import Grid, finished
from foitrack.reading.tables.records import find_records
from foitrack.reading.tables.referred import under_references
from foitrack.reading.tables.ruled import RULE, find_piped, find_tabbed
from foitrack.reading.tables.scattered import find_scattered
from foitrack.reading.tables.vertical import find_vertical

_FINDERS: tuple[Callable[[str], Iterator[Grid]], ...] = (
    find_boxed,
    find_piped,
    find_tabbed,
    find_commas,
    find_records,
    find_vertical,
    find_scattered,
    find_asked,
    find_figures,
    find_pivots,
    find_aligned,
    find_period_lists,
    find_labelled,
)
_WITH_GAPS = (find_asked, find_figures, find_aligned)
_WITHOUT_GAPS = tuple(finder for finder in _FINDERS if finder not in _WITH_GAPS)
_LABEL = re.compile(
    r"(?:(?:our|your|foi) )?(?:ref(?:erence)?\b|date ?:|dated\b|tel(?:ephone)?\b|phone\b|fax\b|"
    r"e-?mail ?:|web(?:site)? ?:|"
    r"direct (?:dial|line)\b|ext(?:ension|n)?\b\.?(?: no\.?)?\W{0,3}(?:\d|$)|enquiries to\b|"
    r"please ask\b|contact ?:|to ?:|from ?:|sent ?:|"
    r"subject ?:|switchboard\b|text ?(?:relay|phone)\b|minicom\b|dx\b)|"
    r"\S+@\S+\.\w+$|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"(?=.*[•·▪◦●○])[\s•·▪◦●○]{1,6}|\s*[QA]\d{1,2}[.:)]?\s*|\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"…{3}|\.{6}|(?:\. ){6}")
_SHEET_LABEL = re.compile(
    r"(?:(?:foi|request|response|case) )?(?:ref(?:erence)?(?: no\.?| number)?|"
    r"date(?: of \w+| \w+)?|to|from|subject|title|author|authority|force|department|contact|"
    r"owner|status|version|e-?mail|telephone|legislation|re):?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"^[ \t]*(?:Dear|Annwyl)\b", re.MULTILINE)
_TOP_OF_LETTER = 3000
_HEADING_REACH = 400
_LONGEST_HEADING = 120
_LONGEST_LETTERHEAD = 60
_MENU_LINES, _LEAST_MENU = 2, 4
_LEAST_HEADINGS = 3
_LETTERHEAD = (3, 20)
"""The most columns and rows of labels with values on a sheet."""

_SPACE = re.compile(r"\s*")
_ADDRESS = re.compile(
    r"(?P<postcode>\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)|(?P<call>\b(?i:tel(?:ephone)?|phone|fax|"
    r"direct (?:line|dial)|switchboard)\b)|(?P<mail>@[\w-]+\.|\b(?i:e-?mail)\b)|"
    r"(?P<site>\bwww\.)|(?P<ref>\b(?i:(?:our|your) ref)\b)"
)
_FEW_ROWS, _LEAST_WAYS = 4, 3
_VALUE = re.compile(r"[\d@]")


def find_tables(
    plain: str,
    place: Callable[[int, int], Place],
    known: Sequence[Grid] = (),
    *,
    gaps: bool = True,
    between: Sequence[Span] = (),
) -> tuple[Table, ...]:
    """Every table in a text with plain spaces, `known` ones (from a page's own layout) included.

    What one finder takes, the next does not see. `gaps`: whether it may have runs of spaces.
    `between`: what parts a table from the next, though the text has been blanked there.
    """
    met = _SALUTATION.search(plain, 0, _TOP_OF_LETTER)
    dear = met.start() if met else 0
    grids = [
        grid
        for grid in known
        if not _is_letterhead(grid) and not (grid.span.end < dear and _is_address(grid))
    ]
    rest = blank(plain, (grid.span for grid in known))
    for finder in _FINDERS if gaps else _WITHOUT_GAPS:
        found = [
            grid
            for grid in finder(rest)
            if not _is_letterhead(grid) and not (grid.span.end < dear and _is_address(grid))
        ]
        rest = blank(rest, (grid.span for grid in found))
        grids += found
    grids = [part for grid in grids for part in _parted(plain, grid, between)]
    grids.sort(key=lambda grid: grid.span.start)
    return tuple(
        finished(
            under_references(unfolded(grid if grid.heading else _headed(rest, grid, between))),
            number,
            place,
        )
        for number, grid in enumerate(grids, 1)
    )


def _parted(plain: str, grid: Grid, between: Sequence[Span]) -> Iterator[Grid]:
    """A table in as many as there are with something between their rows: another question."""
    first, start = 0, grid.span.start
    for n, (row, below) in enumerate(pairwise(grid.rows), 1):
        over = [one for one in between if row.span.end <= one.start < one.end <= below.span.start]
        if over:
            yield replace(grid, rows=grid.rows[first:n], span=Span(start, row.span.end))
            end = max(one.end for one in over)
            # Its header is there again, or stands above the first alone.
            space = _SPACE.match(plain, end)
            first, start = n, space.end() if space else end
    yield replace(grid, rows=grid.rows[first:], span=Span(start, grid.span.end)) if first else grid


def known_tables(grids: Sequence[Grid], place: Callable[[int, int], Place]) -> tuple[Table, ...]:
    """The tables of a document that knows all its tables: a workbook."""
    kept = [
        grid
        for grid in grids
        if len(grid.header) > _LETTERHEAD[0]
        or len(grid.rows) > _LETTERHEAD[1]
        or not _is_labels(grid)
    ]
    return tuple(finished(grid, number, place) for number, grid in enumerate(kept, 1))


def _is_labels(grid: Grid) -> bool:
    """Whether most rows of a sheet are a label with its value: "Reference", "Date".

    Of a few rows one value at least has a figure, as dates and references do: a table of data may
    be headed "Date" as well.
    """
    rows = [grid.header, *(row.cells for row in grid.rows)]
    # "Date, Rank, Outcome" head columns.
    heads = _head_columns(grid.header) and not any(map(_VALUE.search, grid.header))
    told = rows[heads:]
    labelled = [row for row in told if _is_label(row[0]) and not _are_figures(row[1:])]
    # No letterhead has the same label on most of its lines.
    if len({row[0].lower() for row in labelled}) * 2 <= len(rows):
        return False
    return len(rows) > _FEW_ROWS or any(_VALUE.search(cell) for row in labelled for cell in row[1:])


def _head_columns(cells: Sequence[str]) -> bool:
    """Whether a row is full, and long enough for the names of columns."""
    return len(cells) >= _LEAST_HEADINGS and all(map(str.strip, cells))


def _is_label(cell: str) -> bool:
    return bool(_LABEL.match(cell) or _SHEET_LABEL.fullmatch(cell))


def _are_figures(cells: Sequence[str]) -> bool:
    """Whether several cells are numbers, as beside no reference, date or name."""
    return len(cells) > 1 and all(parse_count(cell) is not None for cell in cells)


def _is_letterhead(grid: Grid) -> bool:
    """Whether rows are labels with values (an address beside references), or a list's marks."""
    if len(grid.rows) > _LONGEST_LETTERHEAD:
        return False
    columns, most = _LETTERHEAD
    if len(grid.header) <= columns and len(grid.rows) <= most and _is_labels(grid):
        return True
    rows = [grid.header, *(row.cells for row in grid.rows)]
    if len(rows) <= _FEW_ROWS and _is_of_an_address(" ".join(map(" ".join, rows))):
        return True
    if len(rows) < _FEW_ROWS and (_is_navigation(rows) or _is_ragged(rows)):
        return True
    if len(grid.header) == 2 and (_are_marks([row[0] for row in rows]) or _is_contents(rows)):
        return True
    if _head_columns(grid.header):
        # "Reference, Rank, Outcome" heads columns.
        rows = rows[1:]
    labelled = sum(any(_LABEL.match(cell.strip()) for cell in cells) for cells in rows)
    return labelled > 0 and labelled * 3 >= len(rows)


_ON_BARS = (
    r"(?:home(?:page)?|you are here:?|(?:site )?menu|search|site ?map|accessibility(?: statement)?|"
    r"privacy(?: policy| notice)?|cookies?(?: policy)?|terms(?: (?:and conditions|of use))?|"
    r"contact(?: us)?|feedback|follow us:?|share(?: this page)?:?|facebook|twitter|x|youtube|"
    r"linkedin|instagram|whatsapp|e-?mail|print|news|a ?- ?z|cymraeg|english|log ?in|sign in|"
    r"disclosure logs?|freedom of information|foi|about us|services|copyright|disclaimer|"
    r"back to top|top|(?:non-)?emergency:? \d{3}|(?:was this (?:page )?)?helpful\??)"
)
_NAVIGATION = re.compile(
    rf"{_ON_BARS}(?:[\s,/·•]{{1,4}}{_ON_BARS}){{0,5}}|(?:©|\(c\)|copyright\b).*", re.IGNORECASE
)
_PATH_BEGINS = re.compile(
    r"(?:menu\W{1,3})?(?:home(?:page)?\s*(?:$|[>»/›|:])|you are here\b)", re.IGNORECASE
)


def _is_navigation(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a few lines are a site's own bars and not a table: “Home | Services | Contact us”,
    or the path to a page, broken where the line ends.
    """
    cells = [cell.strip() for row in rows for cell in row if cell.strip()]
    bars = len({cell.lower() for cell in cells if _NAVIGATION.fullmatch(cell)})
    path = any(map(_PATH_BEGINS.match, cells))
    if path and not any(map(parse_count, cells)):
        return True
    return bars > 1 and (path or bars * 2 >= len(cells))


def _is_ragged(rows: Sequence[Sequence[str]]) -> bool:
    """Whether two lines of unlike lengths say no number: a site's menu above a page's subjects."""
    filled = [sum(map(bool, map(str.strip, row))) for row in rows]
    wide = max(filled) >= _LEAST_MENU and min(filled) * 2 <= max(filled)
    return len(rows) == _MENU_LINES and wide and not any(map(parse_count, chain(*rows)))


def _is_of_an_address(words: str) -> bool:
    """Whether words name where an office is reached, in three ways or more."""
    return len({met.lastgroup for met in _ADDRESS.finditer(words)}) >= _LEAST_WAYS


def _are_marks(cells: Sequence[str]) -> bool:
    """Whether cells are a list's marks: numbers, or one sign over and over, of any font."""
    if cells[0].strip() and all(map(_MARKS.fullmatch, filter(str.strip, cells))):
        return True
    signs = {"".join(cell.split()) for cell in cells} - {""}
    return (
        len(signs) == 1 and len(sign := signs.pop()) == 1 and not (sign.isupper() or sign.isdigit())
    )


def _is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows are a heading with dots up to its page."""
    return sum(any(map(_DOTTED.search, row)) for row in rows) * 2 > len(rows)


def _is_address(grid: Grid) -> bool:
    """Whether what stands above "Dear …" has no figure in it: two addresses side by side."""
    columns, most = _LETTERHEAD
    if len(grid.header) > columns or len(grid.rows) > most:
        return False
    cells = [cell.strip() for row in grid.rows for cell in row.cells]
    return not any(parse_count(cell) for cell in cells if cell)


def _headed(rest: str, grid: Grid, between: Sequence[Span]) -> Grid:
    """The table with the line above it, where that is a heading and no sentence."""
    parted = (one.end for one in between if one.end <= grid.span.start)
    first = max(0, grid.span.start - _HEADING_REACH, *parted)
    above = rest[first : grid.span.start].rstrip()
    line = above.rsplit("\n", 1)[-1].strip()
    if RULE.match(line):
        # The line that a drawn table begins with.
        line = above[: -len(line)].rstrip().rsplit("\n", 1)[-1].strip()
    if not line or len(line) > _LONGEST_HEADING or re.search(r"[.;,]$", line):
        return grid
    return replace(grid, heading=line.rstrip(": ") if parse_period(line) else line)
