"""The sheets of an OpenDocument spreadsheet, read in a stream: its cells carry what they show."""

from __future__ import annotations

from collections.abc import Mapping

from foitrack.reading.documents.ods_styles import Styles
from foitrack.reading.documents.workbook import (
    MAX_COLUMNS,
    MAX_MERGES,
    MAX_ROWS,
    MAX_SHEETS,
    Area,
    Budget,
    Sheet,
    SheetRow,
    one_line,
)
from foitrack.reading.documents.workbook_values import shown_as, true_day

_AWAY = ("collapse", "filter")
_SKIPPED = ("office:annotation", "table:shapes", "text:ruby-text", "table:tracked-changes")
_ROWS_KEPT = 200_000
"""Most rows that one repeated row of cells stands for."""


class CellsReader:
    """Gathers the sheets of a content.xml; `held` counts what else it has, by its tag."""

    def __init__(self, styles: Styles, budget: Budget) -> None:
        self.sheets: list[Sheet] = []
        self.held: dict[str, int] = {}
        self.names: list[str] = []
        self._styles = styles
        self._budget = budget
        self._skip = 0
        self._sheet: Sheet | None = None
        self._row = self._rows = self._column = 0
        self._away = ""
        self._columns_away: set[int] = set()
        self._at_column = 0
        self._cell: Mapping[str, str] = {}
        self._in_paragraph = 0
        self._pieces: list[str] = []
        self._kept: list[tuple[int, str]] = []
        self._true: list[tuple[int, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._skip:
            self._skip += 1
            return
        if tag in _SKIPPED or tag.startswith("draw:"):
            self._skip = 1
            self._note(tag)
        elif tag == "table:table-cell" or tag == "table:covered-table-cell":
            self._cell, self._pieces = attributes, []
        elif tag == "text:p":
            if self._pieces:
                self._pieces.append("\n")
            self._in_paragraph += 1
        elif tag.startswith("text:"):
            self._space(tag, attributes)
        elif tag == "table:table-row":
            self._begin_row(attributes)
        elif tag == "table:table-column":
            self._column_width(attributes)
        elif tag == "table:table":
            self._begin_sheet(attributes)
        else:
            self._other(tag, attributes)

    def data(self, text: str) -> None:
        if self._in_paragraph and not self._skip:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        if self._skip:
            self._skip -= 1
        elif tag == "text:p":
            self._in_paragraph -= 1
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._end_cell(tag)
        elif tag == "table:table-row":
            self._end_row()
        elif tag == "table:table":
            self._sheet = None

    def _note(self, tag: str) -> None:
        if tag == "office:annotation" and self._sheet is not None:
            self._sheet.unseen.comments.add(self._row, self._column)
        else:
            self.held[tag] = self.held.get(tag, 0) + 1

    def _space(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("text:s", "text:tab"):
            self._pieces.append(" ")
        elif tag == "text:line-break":
            self._pieces.append("\n")

    def _begin_sheet(self, attributes: Mapping[str, str]) -> None:
        if len(self.sheets) >= MAX_SHEETS:
            return
        self._sheet = Sheet(attributes.get("table:name") or f"Sheet {len(self.sheets) + 1}")
        if attributes.get("table:style-name") in self._styles.hidden_sheets:
            self._sheet.unseen.sheet = "hidden"
        if self._sheet.name.startswith("'file:"):
            # A copy of another file's cells, kept so that formulas can be computed.
            self._sheet.unseen.sheet = "hidden"
        self.sheets.append(self._sheet)
        self._row = self._at_column = 0
        self._rows = 1
        self._columns_away = set()

    def _column_width(self, attributes: Mapping[str, str]) -> None:
        many = _count(attributes.get("table:number-columns-repeated"), MAX_COLUMNS)
        last = min(self._at_column + many, MAX_COLUMNS)
        if (
            attributes.get("table:visibility") in _AWAY
            or attributes.get("table:style-name") in self._styles.narrow
        ):
            self._columns_away.update(range(self._at_column, last))
        self._at_column = last

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row += 1
        self._rows = _count(attributes.get("table:number-rows-repeated"), MAX_ROWS)
        self._column = 0
        self._away = attributes.get("table:visibility", "")
        if attributes.get("table:style-name") in self._styles.narrow:
            self._away = "collapse"

    def _end_row(self) -> None:
        sheet = self._sheet
        if sheet is not None and self._kept:
            columns, texts = zip(*self._kept, strict=True)
            many = min(self._rows, _ROWS_KEPT)
            self._budget.take(len(columns) * many)
            for number in range(self._row, self._row + many):
                sheet.rows.append(SheetRow(number, columns, texts, tuple(self._true)))
        self._kept, self._true = [], []
        self._row += self._rows - 1

    def _end_cell(self, tag: str) -> None:
        cell, column = self._cell, self._column
        many = _count(cell.get("table:number-columns-repeated"), MAX_COLUMNS)
        self._column += many
        if self._sheet is None or column >= MAX_COLUMNS or self._row > MAX_ROWS:
            return
        text = one_line("".join(self._pieces))
        self._pieces = []
        if tag == "table:table-cell":
            self._merge(cell, column)
        filled = text or _value(cell)
        if not filled and not cell.get("table:formula"):
            return
        for number in range(column, min(column + many, MAX_COLUMNS)):
            self._place(number, text, cell)

    def _place(self, column: int, text: str, cell: Mapping[str, str]) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        unseen, row = sheet.unseen, self._row
        if unseen.sheet:
            unseen.widen(row, column)
        elif self._away in _AWAY:
            unseen.row_values += self._rows
            unseen.rows.add(row, row + self._rows - 1)
            unseen.filtered = unseen.filtered or self._away == "filter"
        elif column in self._columns_away:
            unseen.columns[column] = unseen.columns.get(column, 0) + self._rows
        elif not text:
            kind = unseen.invisible if _value(cell) else unseen.uncomputed
            kind.add(row, column)
        elif self._styles.invisible(cell.get("table:style-name", "")):
            unseen.invisible.add(row, column)
        else:
            self._show(sheet, column, text, cell)

    def _show(self, sheet: Sheet, column: int, text: str, cell: Mapping[str, str]) -> None:
        day = cell.get("office:date-value")
        if cell.get("calcext:value-type") == "error":
            sheet.unseen.errors.add(self._row, column)
        elif day:
            true = true_day(text, day[:10])
            if true:
                self._true.append((column, true))
        elif number := cell.get("office:value"):
            shown = shown_as(text, number)
            if shown.masked:
                sheet.unseen.masked.add(self._row, column)
            if shown.true:
                self._true.append((column, shown.true))
        self._kept.append((column, text))

    def _merge(self, cell: Mapping[str, str], column: int) -> None:
        down = _count(cell.get("table:number-rows-spanned"), MAX_ROWS)
        across = _count(cell.get("table:number-columns-spanned"), MAX_COLUMNS)
        sheet = self._sheet
        if sheet is not None and max(down, across) > 1 and len(sheet.merges) < MAX_MERGES:
            area = Area(self._row, column, self._row + down - 1, column + across - 1)
            sheet.merges.append(area)

    def _other(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("table:named-range", "table:named-expression"):
            self.names.append(attributes.get("table:name", ""))
        elif tag in ("table:data-pilot-table", "table:dde-link", "table:table-source"):
            self.held[tag] = self.held.get(tag, 0) + 1
        elif tag.startswith("style:"):
            self._styles.begin(tag, attributes)


def _value(cell: Mapping[str, str]) -> str:
    """What a cell holds, whether it shows it or not."""
    for name in ("office:value", "office:date-value", "office:time-value", "office:string-value",
                 "office:boolean-value"):  # fmt: skip
        if value := cell.get(name):
            return value
    return ""


def _count(text: str | None, most: int) -> int:
    """A number of repeats: one where none is given or it is none."""
    if not text or not text.isdecimal() or len(text) > 9:
        return 1
    return max(1, min(int(text), most))
