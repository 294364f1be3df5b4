"""The tables of a sheet: title lines above, header rows, body, notes below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.reading.counts import parse_count
from foitrack.reading.documents.workbook import Area, Sheet, SheetRow, close_ranks
from foitrack.reading.documents.workbook_headers import Header, cells_of, find_header
from foitrack.reading.documents.workbook_regions import Region, find_regions
from foitrack.reading.periods import parse_period
from foitrack.reading.tables.grid import is_total, looks_like_data

_NOTE = re.compile(
    r"(?:notes?\b|n\.?b\.?\b|source\b|[*†‡#(\[]|\d{1,2}[.)]\s|please note|caveat)", re.IGNORECASE
)
_REMARK = re.compile(
    r"(?:notes?\b\s?\d?\s?[:.-]|n\.?b\.?\b|(?:data )?source\s?:|please note|[*†‡])", re.IGNORECASE
)
_PIVOTED = re.compile(r"(?:count|sum|average|max|min|product|distinct count) of ", re.IGNORECASE)
_CAPTIONS = 2
_LONGEST_LABEL = 30
_AHEAD = 50
_KNOWN_ROWS = 300


@dataclass(slots=True)
class SheetTable:
    """A table: its header, and its rows as indices of the sheet's lines."""

    header: tuple[str, ...]
    columns: tuple[int, ...]
    first_line: int
    heading: str | None
    lines: list[int] = field(default_factory=list)
    last_line: int = 0
    known: list[set[str]] = field(default_factory=list)
    """What the first rows have in each column."""


@dataclass(slots=True)
class Line:
    """A line of the sheet's text: a row's cells in these columns, or nothing."""

    row: SheetRow | None = None
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of names that stands alone: a header, if figures follow below an empty row."""

    cells: tuple[str, ...]
    columns: tuple[int, ...]
    line: int
    heading: str | None


@dataclass(slots=True)
class Layout:
    """A sheet as lines of text, and the tables among them."""

    merges: Sequence[Area]
    lines: list[Line] = field(default_factory=list)
    tables: list[SheetTable] = field(default_factory=list)
    heading: str | None = None
    """The line of text last written, where nothing but empty lines follows it."""
    open: bool = False
    """Whether a later part of the sheet may carry on the last table."""
    waiting: Waiting | None = None

    def blank(self) -> None:
        """An empty line."""
        self.lines.append(Line())

    def text(self, row: SheetRow) -> None:
        """A row that is no part of a table."""
        self.lines.append(Line(row, row.columns))
        said = " ".join(row.texts[0].split()) if len(row.columns) == 1 else ""
        # What is noted below one table says nothing of the next.
        self.heading = said if said and not _REMARK.match(said) else None
        self.open = False

    def start(self, header: Header, columns: tuple[int, ...], heading: str | None) -> None:
        """A table, with its header rows."""
        table = SheetTable(header.cells, columns, len(self.lines), heading or header.over)
        for row in header.rows:
            self.lines.append(Line(row, columns))
        self.tables.append(table)
        self.open = True

    def body(self, row: SheetRow) -> None:
        """A row of the last table."""
        table = self.tables[-1]
        table.lines.append(len(self.lines))
        table.last_line = len(self.lines)
        if len(table.lines) < _KNOWN_ROWS:
            table.known = table.known or [set() for _ in table.columns]
            for values, cell in zip(table.known, cells_of(row, table.columns), strict=True):
                values.add(cell)
        self.lines.append(Line(row, table.columns))
        self.heading = None


def lay_out(sheet: Sheet) -> Layout:
    """A sheet's rows as lines and tables."""
    layout = Layout([area for area in sheet.merges if area.right > area.left])
    close_ranks(sheet)
    for region in find_regions(sheet.rows, sheet.unseen.columns):
        if layout.lines:
            layout.blank()
        _region(region, layout)
    layout.tables = [table for table in layout.tables if table.lines]
    return layout


def _region(region: Region, layout: Layout) -> None:
    """A region's rows: more of the table above, or lines and tables of their own."""
    rows, at = region.rows, 0
    waiting, layout.waiting = layout.waiting, None
    if waiting is not None and _is_headed_by(waiting, region):
        layout.start(Header(waiting.cells, ()), waiting.columns, waiting.heading)
        layout.tables[-1].first_line = waiting.line
    elif not (layout.open and _carries_on(layout.tables[-1], region)):
        at = _opening(rows, 0, region.columns, layout)
    end = len(rows)
    if at < end:
        end -= _notes(rows[at:], layout.tables[-1])
    while at < end:
        at = _body(rows, at, end, layout)
        if at < end:
            at = _after_section(rows, at, end, layout)
    for row in rows[at:]:
        layout.text(row)


def _opening(rows: Sequence[SheetRow], at: int, columns: tuple[int, ...], layout: Layout) -> int:
    """Writes titles and the header; the index of the first row of the body, or the end."""
    while at < len(rows) and (_is_title(rows[at], columns) or _captions(rows[at : at + 2])):
        _title(rows[at], columns, layout)
        at += 1
    left = len(rows) - at
    if len(columns) > 1 and left > 1 and any(len(row.columns) > 1 for row in rows[at:]):
        header = find_header(rows[at : at + _AHEAD], columns, layout.merges)
        if len(header.rows) < left:
            layout.start(header, columns, layout.heading)
            return at + len(header.rows)
    if left == 1 and len(columns) > 1:
        cells = tuple(" ".join(cell.split()) for cell in cells_of(rows[at], columns))
        layout.waiting = Waiting(cells, columns, len(layout.lines), layout.heading)
    for row in rows[at:]:
        layout.text(row)
    return len(rows)


def _is_headed_by(waiting: Waiting, region: Region) -> bool:
    """Whether a row that stood alone is the header of the rows below the empty one after it."""
    if not set(region.columns) <= set(waiting.columns) or looks_like_data(waiting.cells):
        return False
    first = cells_of(region.rows[0], waiting.columns)
    return len(region.rows[0].columns) > 1 and looks_like_data(first)


def _title(row: SheetRow, columns: tuple[int, ...], layout: Layout) -> None:
    # A label over the figures' columns alone says less than the title above it.
    kept = layout.heading if row.columns[0] != columns[0] or _measures(row) else None
    layout.text(row)
    layout.heading = kept or layout.heading or (row.texts[0] if _measures(row) else None)


def _is_title(row: SheetRow, columns: tuple[int, ...]) -> bool:
    if len(row.columns) == 1:
        return len(columns) > 1
    labelled = len(row.columns) == 2 and row.texts[0].rstrip().endswith(":")
    return labelled and len(columns) > 2


def _captions(rows: Sequence[SheetRow]) -> bool:
    """Whether a row only says what a pivot table counts, and what its columns are: it stands over
    the names of all its columns.
    """
    first, *below = rows
    if not below or not _measures(first) or len(below[0].columns) <= len(first.columns):
        return False
    return below[0].columns[0] == first.columns[0] and not looks_like_data(below[0].texts)


def _measures(row: SheetRow) -> bool:
    """Whether a row is what a pivot table counts, beside the word for its columns."""
    if len(row.columns) != _CAPTIONS:
        return False
    # Beside several columns of labels, the word for the figures' columns stands over the figures.
    beside = row.columns[1] == row.columns[0] + 1
    return bool(_PIVOTED.match(row.texts[0])) or (
        beside and row.texts[1].casefold() == "column labels"
    )


def _body(rows: Sequence[SheetRow], at: int, end: int, layout: Layout) -> int:
    """Writes rows of the last table up to a line between them, which it writes too."""
    table = layout.tables[-1]
    for index in range(at, end):
        row = rows[index]
        if len(row.columns) == 1 and _is_section(rows, index, end, table, layout):
            layout.text(row)
            return index + 1
        if row.columns[0] == table.columns[0] and cells_of(row, table.columns) == table.header:
            layout.lines.append(Line(row, table.columns))
        else:
            layout.body(row)
    return end


def _after_section(rows: Sequence[SheetRow], at: int, end: int, layout: Layout) -> int:
    """Begins what follows a line between rows: a table with its own header, or more rows."""
    table = layout.tables[-1]
    ahead = rows[at : min(end, at + _AHEAD)]
    columns = tuple(sorted({column for row in ahead for column in row.columns}))
    if len(columns) > 1 and len(ahead) > 1:
        own = find_header(ahead, columns, layout.merges)
        if own.rows and _headed_anew(own, ahead, table):
            wider = tuple(sorted({*columns, *table.columns}))
            own = find_header(ahead, wider, layout.merges)
            layout.start(own, wider, layout.heading)
            return at + len(own.rows)
    layout.start(Header(table.header, ()), table.columns, layout.heading)
    return at


def _headed_anew(own: Header, rest: Sequence[SheetRow], table: SheetTable) -> bool:
    first = cells_of(rest[0], table.columns)
    return first == table.header or _unlike(first, rest[len(own.rows) :], table.columns)


def _unlike(first: Sequence[str], below: Sequence[SheetRow], columns: tuple[int, ...]) -> bool:
    """Whether a row has words where the rows below it have figures or dates."""
    for place, text in enumerate(first):
        if not text or _is_value(text):
            continue
        under = [cells_of(row, columns)[place] for row in below[:20]]
        filled = [cell for cell in under if cell]
        if filled and sum(map(_is_value, filled)) * 2 > len(filled):
            return True
    return False


def _is_value(text: str) -> bool:
    return parse_count(text) is not None or parse_period(text) is not None


def _is_section(
    rows: Sequence[SheetRow], index: int, end: int, table: SheetTable, layout: Layout
) -> bool:
    """Whether a row with one cell is a line over the rows below, and no row of few values."""
    row = rows[index]
    if row.columns[0] != table.columns[0] or len(table.columns) < 2 or index + 1 == end:
        return False
    if is_total(row.texts):
        return False
    if any(area.top == row.number and area.left == row.columns[0] for area in layout.merges):
        return True
    text = row.texts[0]
    below = rows[index + 1]
    if len(below.columns) > 1 and _unlike(
        cells_of(below, table.columns), rows[index + 2 : index + _AHEAD], table.columns
    ):
        return True
    firsts = [r.texts[0] for r in rows[max(0, index - 10) : index + 10] if len(r.columns) > 1]
    return parse_period(text) is not None and not any(parse_period(first) for first in firsts)


def _notes(rows: Sequence[SheetRow], table: SheetTable) -> int:
    """How many of the last rows are remarks under the table."""
    count = 0
    for row in reversed(rows):
        if len(row.columns) > 1 or row.columns[0] != table.columns[0]:
            break
        text = row.texts[0]
        if is_total(row.texts) or _is_value(text):
            break
        if not (_NOTE.match(text) or len(text) > _LONGEST_LABEL or text.endswith((".", ":"))):
            break
        count += 1
    return count


def _carries_on(table: SheetTable, region: Region) -> bool:
    """Whether a part of the sheet below an empty row has more rows of the table above it."""
    if not set(region.columns) <= set(table.columns) or not table.lines:
        return False
    first = next((row for row in region.rows if len(row.columns) > 1), None)
    if first is not region.rows[0] or first is None:
        return False
    cells = cells_of(first, table.columns)
    if cells == table.header or is_total(cells) or looks_like_data([c for c in cells if c]):
        return True
    if _unlike(cells, region.rows[1:_AHEAD], table.columns):
        return False
    return any(cell and cell in values for cell, values in zip(cells, table.known, strict=True))
