"""A workbook as a document: its sheets as text, its tables, and the cell of every place."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from foitrack.reading.documents.base import MAX_CHARACTERS_OF_CELLS, Document
from foitrack.reading.documents.workbook import Area, Sheet, SheetRow
from foitrack.reading.documents.workbook_headers import cells_of
from foitrack.reading.documents.workbook_hidden import sheet_warnings
from foitrack.reading.documents.workbook_merges import fill_down
from foitrack.reading.documents.workbook_tables import Layout, SheetTable, lay_out
from foitrack.reading.findings import Place, UnreadableDocumentError
from foitrack.reading.periods import parse_period
from foitrack.reading.prose import Span
from foitrack.reading.tables.grid import Grid, Row

MONTH_FIRST = "days are printed month first: the days that the cells hold are taken"
_ALL_FIGURES = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")


@dataclass(slots=True)
class _Index:
    """Which row and columns of which sheet each line of the text shows."""

    starts: array[int] = field(default_factory=lambda: array("q"))
    ends: array[int] = field(default_factory=lambda: array("q"))
    rows: array[int] = field(default_factory=lambda: array("l"))
    columns: list[tuple[int, ...]] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    text: str = ""

    def add(self, start: int, end: int, row: int, columns: tuple[int, ...], sheet: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.rows.append(row)
        self.columns.append(columns)
        self.sheets.append(sheet)

    def place(self, start: int, end: int) -> Place:
        """The cells that a span of the text stands in."""
        first = bisect_right(self.starts, start) - 1
        last = max(first, bisect_right(self.starts, max(start, end - 1)) - 1)
        if first < 0:
            return Place(start=start, end=end)
        sheet = self.sheets[first]
        while last > first and self.sheets[last] != sheet:
            last -= 1
        area = self._area(first, last, start, end)
        return Place(start=start, end=end, sheet=sheet, cell=area.name if area else None)

    def _area(self, first: int, last: int, start: int, end: int) -> Area | None:
        if not self.columns[first]:
            return None
        if first != last:
            used = self.columns[first], self.columns[last]
            left, right = min(used[0][0], used[1][0]), max(used[0][-1], used[1][-1])
            top, bottom = sorted((self.rows[first], self.rows[last]))
            return Area(top, left, bottom, right)
        row, columns = self.rows[first], self.columns[first]
        if start <= self.starts[first] and end >= self.ends[first]:
            return Area(row, columns[0], row, columns[-1])
        left = self._column(first, start)
        return Area(row, left, row, max(left, self._column(first, max(start, end - 1))))

    def _column(self, line: int, at: int) -> int:
        before = self.text.count("\t", self.starts[line], min(at, self.ends[line]))
        return self.columns[line][min(before, len(self.columns[line]) - 1)]


@dataclass(slots=True)
class _Writer:
    name: str
    named: bool
    """Whether sheets have names of their own, which a person sees."""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    index: _Index = field(default_factory=_Index)
    grids: list[Grid] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
        if self.length > MAX_CHARACTERS_OF_CELLS:
            raise UnreadableDocumentError(
                "too-long",
                f"“{self.name}” holds more than {MAX_CHARACTERS_OF_CELLS // 1_000_000} million "
                "characters, more than is read at once.",
            )

    def line(self, text: str, row: int, columns: tuple[int, ...], sheet: str) -> None:
        self.index.add(self.length, self.length + len(text), row, columns, sheet)
        self.put(text + "\n")


def as_document(
    form: str, sheets: Sequence[Sheet], warnings: Sequence[str], name: str, *, named: bool = True
) -> Document:
    """The document of a workbook's sheets; hidden ones are in its warnings only."""
    writer = _Writer(name, named)
    told: list[str] = []
    for sheet in sheets:
        told += sheet_warnings(sheet)
        figures = fill_down(sheet.rows, sheet.merges)
        if figures:
            told.append(
                f"Sheet “{sheet.name}”: a figure in merged cells stands for several rows "
                f"({', '.join(figures[:5])}); it is read with the first of them only."
            )
        if sheet.rows:
            _write(sheet, writer)
    told += warnings
    if not writer.length and told:
        for sheet in sheets:
            writer.line(sheet.name, 0, (), sheet.name)
    writer.index.text = "".join(writer.pieces)
    return Document(
        form,
        writer.index.text,
        grids=tuple(writer.grids),
        warnings=tuple(dict.fromkeys(told)),
        place=writer.index.place,
        all_tables_known=True,
    )


def _write(sheet: Sheet, writer: _Writer) -> None:
    if writer.length:
        writer.put("\n")
    if writer.named:
        writer.line(sheet.name, 0, (), sheet.name)
        writer.put("\n")
    layout = lay_out(sheet)
    starts = array("q")
    for line in layout.lines:
        starts.append(writer.length)
        if line.row is None:
            writer.put("\n")
            continue
        cells = cells_of(line.row, line.columns)
        text = "\t".join(cells)
        if "\n" in text:
            text = text.replace("\n", " ")
        writer.line(text, line.row.number, line.columns, sheet.name)
    starts.append(writer.length)
    for table in layout.tables:
        writer.grids.append(_grid(table, layout, starts, sheet.name if writer.named else ""))


def _grid(table: SheetTable, layout: Layout, starts: array[int], sheet: str) -> Grid:
    rows = []
    for number in table.lines:
        line = layout.lines[number]
        row = line.row or SheetRow(0, (), ())
        start = starts[number]
        cells = cells_of(row, table.columns)
        true = _true(row, table.columns) if row.true else ()
        length = sum(map(len, cells)) + len(cells) - 1
        rows.append(Row(cells, Span(start, start + length), true))
    span = Span(starts[table.first_line], rows[-1].span.end)
    flags = (MONTH_FIRST,) if any(_month_first(row) for row in rows if row.true) else ()
    heading = _heading(table.heading, sheet)
    return Grid(table.header, tuple(rows), span, heading, flags, verbatim=True)


def _month_first(row: Row) -> bool:
    """Whether a cell prints a day that would be misread, day first, as another or none."""
    return any(_ALL_FIGURES.match(row.cells[column]) for column, _ in row.true)


def _true(row: SheetRow, columns: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    return tuple((columns.index(c), value) for c, value in row.true if c in columns)


def _heading(heading: str | None, sheet: str) -> str | None:
    """The line over a table; a sheet that is named for a period says when its rows were."""
    if not parse_period(sheet):
        return heading
    return f"{heading} ({sheet})" if heading else sheet
