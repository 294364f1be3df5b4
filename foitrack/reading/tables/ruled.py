"""Tables whose cells are parted by a character: tabs, pipes, box drawing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from foitrack.later import later
from foitrack.reading.prose import Span, lines
from foitrack.reading.tables.grid import Grid, Row, carried_on, fitted, looks_like_data
from foitrack.reading.tables.parted import Line, by_year, stands_between, tables_of
from foitrack.reading.tables.spanning import filled_on

RULE = re.compile(r"[\s|+:=\u2500-\u257f-]+$")
_STROKES = "|│┃║"
_TOP_CORNERS = frozenset("┌┏╔╭╒╓")
_PIPES = str.maketrans({"│": "|", "┃": "|", "║": "|"})
_UNESCAPED = re.compile(r"(?<!\\)\|")
_WITH_A_ROW = 2
_LONGEST_CELL = 120
Splitter = Callable[[str], list[str] | None]


def find_tabbed(plain: str) -> Iterator[Grid]:
    """Tables with a tab between cells. Blank lines do not end one; a line of prose does."""
    if "\t" in plain:
        yield from _find(plain, _tab_cells)


def find_piped(plain: str) -> Iterator[Grid]:
    """Tables with upright strokes between cells, with or without rules between rows."""
    if any(stroke in plain for stroke in _STROKES):
        grids = _find(plain, _pipe_cells, drawn=True)
        yield from (grid for grid in grids if not _signs(plain, grid))


_SIGN_OFF = later(
    r"\b(?:yours (?:sincerely|faithfully|truly)|regards|best wishes|cofion|yn gywir)\b",
    re.IGNORECASE,
)
_BELOW_IT = 400
_FIGURE = re.compile(r"\W*[£<]?\d[\d,.]*%?\W*|\*|-")


def _signs(plain: str, grid: Grid) -> bool:
    """Whether strokes part the names of office and body in two languages, below the farewell."""
    above = plain[max(0, grid.span.start - _BELOW_IT) : grid.span.start]
    if not _SIGN_OFF.search(above) or grid.span.of(plain).lstrip()[:1] in _STROKES:
        return False
    return not any(
        _FIGURE.fullmatch(cell.strip()) for row in grid.rows for cell in row.cells if cell
    )


def _tab_cells(line: str) -> list[str] | None:
    if "\t" not in line.strip():
        return None
    cells = line.split("\t")
    return cells if sum(bool(cell.strip()) for cell in cells) > 1 else None


def _one_cell(line: str, block: list[Line]) -> list[str] | None:
    """The cells of a row of which but the first is filled, as wide as the row above it."""
    if not block or not line[:1].strip() or line.count("\t") != len(block[-1][1]) - 1:
        return None
    return line.split("\t") if "\t" in line else None


def _cell_below(line: str, block: list[Line], *, close: bool) -> list[str] | None:
    """The cells of a row with nothing but one cell, which stands `close` under a cell above."""
    if not close or not line.startswith("\t") or len(block) < _WITH_A_ROW:
        return None
    cells = line.rstrip().split("\t")
    above = block[-1][1]
    if len(cells) > len(above) or any(map(str.strip, cells[:-1])) or len(line) > _LONGEST_CELL:
        return None
    return [*cells, *[""] * (len(above) - len(cells))]


def _pipe_cells(line: str) -> list[str] | None:
    text = line.translate(_PIPES).strip()
    if text.count("|") < 1 or RULE.match(text):
        return None
    # Without a stroke before the first cell, one at the end stands before an empty cell.
    bare = text[1:].removesuffix("|") if text.startswith("|") else text
    if "\\|" in bare:
        cells = [cell.replace("\\|", "|") for cell in _UNESCAPED.split(bare)]
    else:
        cells = bare.split("|")
    return cells if len(cells) > 1 and any(cell.strip() for cell in cells) else None


def _find(plain: str, split: Splitter, *, drawn: bool = False) -> Iterator[Grid]:
    """`drawn`: with strokes between cells, so that an empty cell is surely empty."""
    block: list[Line] = []
    ruled: set[int] = set()
    """The lines of the block over which a rule stands."""
    parted = False
    said = ""
    """The line last read, where it stands between rows."""
    for span in lines(plain):
        line = span.of(plain)
        cells = split(line) or _one_cell(line, block) or _cell_below(line, block, close=not parted)
        if cells is not None:
            block.append((span, cells))
            parted = False
        elif block and line.lstrip()[:1] in _TOP_CORNERS and RULE.match(line):
            # Another box begins.
            yield from _grids(plain, _whole(block, ruled, drawn=drawn))
            block, ruled = [], set()
        elif not line.strip() or RULE.match(line):
            parted = parted or not line.strip()
            if line.strip():
                ruled.add(len(block))
            continue
        elif block and _continues(block, line, parted):
            block[-1] = _joined(block[-1], span, [line])
        elif block and stands_between(line, said, close=not parted):
            said = line
            continue
        else:
            yield from _grids(plain, _whole(block, ruled, drawn=drawn))
            block, ruled = [], set()
        said = ""
    yield from _grids(plain, _whole(block, ruled, drawn=drawn))


def _whole(block: list[Line], ruled: set[int], *, drawn: bool) -> list[Line]:
    """Each row as one line: by the rules between rows, else by the words that run on."""
    rows = _unwrapped(block, ruled)
    if not drawn or len(rows) < len(block):
        return rows
    found: list[Line] = []
    for span, cells in rows:
        if found and _goes_on(found[-1][1], cells):
            above, whole = found[-1]
            found[-1] = Span(above.start, span.end), _under(whole, cells)
        else:
            found.append((span, cells))
    return found


def _goes_on(above: list[str], below: list[str]) -> bool:
    """Whether a line only ends what a few cells above began: “Written” over “warning”."""
    filled = [(a.strip(), b.strip()) for a, b in zip(above, below, strict=False) if b.strip()]
    if below[0].strip() or len(above) != len(below) or len(filled) * 2 > len(below):
        return False
    return bool(filled) and all(
        a[:1].isupper() and a[-1] not in ".;" and b[0].islower() for a, b in filled
    )


def _unwrapped(block: list[Line], ruled: set[int]) -> list[Line]:
    """The lines between two rules made one row, in a table that has a rule between all rows.

    In such a table the cells that do not run on are empty on a row's later lines; a full line
    there is a row of its own, as under a rule that only parts a header or a total.
    """
    edges = sorted({0, *(n for n in ruled if n < len(block)), len(block)})
    groups = [block[a:b] for a, b in itertools.pairwise(edges)]
    later = [cells for group in groups for _, cells in group[1:]]
    if len(groups) < 3 or not later or not all(_runs_on(cells) for cells in later):
        return block
    if len(groups) == 3 and any(cells[0].strip() for cells in later):
        return block
    rows = []
    for group in groups:
        (first, whole), *more = group
        for span, cells in more:
            first, whole = Span(first.start, span.end), _under(whole, cells)
        rows.append((first, whole))
    return rows


def _runs_on(cells: list[str]) -> bool:
    return not all(cell.strip() for cell in cells)


def _under(above: list[str], below: list[str]) -> list[str]:
    """Cells with those that stand under them carried on."""
    pairs = itertools.zip_longest(above, below, fillvalue="")
    return [carried_on(a.strip(), b.strip()) for a, b in pairs]


def _continues(block: list[Line], line: str, parted: bool) -> bool:
    """A line that carries on the last cell of a row that is still short of cells; after an empty
    line (`parted`) only one that goes on in small letters.
    """
    if parted and not line.lstrip()[:1].islower():
        return False
    width = max(len(cells) for _, cells in block)
    last = block[-1][1]
    # A stroke or tab at a row's end closes it: there is no cell that could go on.
    return len(block) > 1 and len(last) < width and bool(last[-1].strip()) and len(line) < 200


def _joined(row: Line, span: Span, more: list[str]) -> Line:
    before, cells = row
    whole = [*cells[:-1], f"{cells[-1].rstrip()} {more[0].lstrip()}", *more[1:]]
    return Span(before.start, span.end), whole


def _grids(plain: str, block: list[Line]) -> Iterator[Grid]:
    for own in tables_of(plain, block):
        for grid in _grid(own):
            yield from by_year(plain, grid)


def _grid(block: list[Line]) -> Iterator[Grid]:
    rows = _mended(block)
    if len(rows) < 2 or _is_letterhead(rows):
        return
    width = max(_common_width(rows), len(_stripped(rows[0][1])))
    cut = [(span, *fitted(cells, width)) for span, cells in rows]
    flags = tuple(dict.fromkeys(flag for _, _, flag in cut if flag))
    has_header = not looks_like_data(cut[0][1])
    header = cut[0][1] if has_header else ("",) * width
    both = filled_on(header, cut[1][1]) if has_header and len(cut) > 2 else None
    header = both or header
    body = [
        Row(cells, span)
        for span, cells, _ in cut[2 if both else 1 if has_header else 0 :]
        # A header printed again at the top of the next page is no row.
        if cells != header
    ]
    if body:
        yield Grid(header, tuple(body), Span(rows[0][0].start, rows[-1][0].end), None, flags)


def _mended(block: list[Line]) -> list[Line]:
    """Rows that were broken over two lines put together, where the cells add up exactly."""
    if len(block) < 3:
        return block
    width = _common_width(block)
    rows: list[Line] = []
    for span, cells in block:
        if rows and len(rows[-1][1]) < width and len(rows[-1][1]) + len(cells) - 1 == width:
            rows[-1] = _joined(rows[-1], span, cells)
        else:
            rows.append((span, cells))
    return rows


def _common_width(rows: list[Line]) -> int:
    widths = [len(_stripped(cells)) for _, cells in rows]
    return max(set(widths), key=lambda width: (widths.count(width), width))


def _stripped(cells: list[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _is_letterhead(rows: list[Line]) -> bool:
    """Lines such as "Our ref:<tab>1234" are labels with values, not a table."""
    labels = sum(
        1 for _, cells in rows if len(_stripped(cells)) == 2 and cells[0].strip().endswith(":")
    )
    return labels * 2 >= len(rows)
