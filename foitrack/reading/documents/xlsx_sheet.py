"""One sheet of a workbook, read in a stream: what shows becomes rows, the rest is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from foitrack.reading.documents.workbook import (
    MAX_COLUMNS,
    MAX_MERGES,
    MAX_ROWS,
    Area,
    Budget,
    Sheet,
    SheetRow,
    column_number,
    one_line,
)
from foitrack.reading.documents.workbook_xml import BrokenXmlError, parse
from foitrack.reading.documents.xlsx_styles import Style
from foitrack.reading.documents.xlsx_values import area_of, decimal, serial, unescaped, whole

_NARROWEST = 0.1
_YES = ("1", "true")
_DIGITS = "0123456789"
_SIMPLE = re.compile(r"-?(?:0|[1-9]\d{0,9})(?:\.\d{0,8}[1-9])?$")
"""A number that shows as it is stored, where its style says nothing else."""


class SheetReader:
    """Reads one sheet; after `read`, `sheet` has its rows and what it does not show.

    A sheet may have millions of cells, so what every cell needs is done in `_start` and `_end`.
    """

    def __init__(
        self,
        sheet: Sheet,
        styles: list[Style],
        strings: list[str],
        budget: Budget,
        headers: list[Area],
    ) -> None:
        self.sheet = sheet
        self._styles = styles
        self._strings = strings
        self._budget = budget
        self._headers = headers
        """Header rows of tables whose style may colour them: white text there is no secret."""
        self._hidden_columns: set[int] = set()
        self._patterns: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._letters: dict[str, int] = {}
        self._numbered: dict[str, Style] = {}
        self._usual = styles[0]
        self._row = 0
        self._row_hidden = False
        self._away = bool(sheet.unseen.sheet)
        """Whether cells of this row may be hidden."""
        self._column = -1
        self._type = "n"
        self._style = styles[0]
        self._formula = False
        self._phonetic = False
        self._collecting = False
        self._text = ""
        self._columns: list[int] = []
        self._texts: list[str] = []
        self._true: list[tuple[int, str]] = []

    def read(self, pieces: Iterable[bytes]) -> None:
        """Reads a sheet's XML; what is broken ends it, with a remark."""
        try:
            parse(pieces, self._start, self._end, self._data)
        except BrokenXmlError:
            after = f" after row {self._row}" if self._row else ""
            self.sheet.unseen.others.append(
                f"the sheet is damaged{after}: what follows could not be read."
            )
        self.sheet.rows = in_order(self.sheet.rows)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "c":
            self._text, self._formula = "", False
            try:
                self._column = self._letters[attributes["r"].rstrip(_DIGITS)]
            except KeyError:
                self._column = self._found_column(attributes.get("r"))
            self._type = attributes.get("t", "n")
            number = attributes.get("s")
            if number is None:
                self._style = self._usual
            else:
                self._style = self._numbered.get(number) or self._found_style(number)
        elif tag in ("v", "t"):
            self._collecting = not self._phonetic
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "rPh":
            self._phonetic = True
        else:
            self._other(tag, attributes)

    def _data(self, text: str) -> None:
        if self._collecting:
            self._text += text

    def _end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._collecting = False
        elif tag == "c":
            value = self._text
            if not value or self._away or self._style.same_colour:
                self._unusual_cell(value)
            elif self._type == "n" and self._style.plain and _SIMPLE.match(value):
                self._columns.append(self._column)
                self._texts.append(value)
            else:
                self._show(value)
        elif tag == "row":
            self._end_row()
        elif tag == "rPh":
            self._phonetic = False

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r")
        number = whole(given) if given else self._row + 1
        if not 1 <= number <= MAX_ROWS:
            raise BrokenXmlError("a row has an impossible number")
        self._row = number
        self._column = -1
        flat = attributes.get("ht") is not None and decimal(attributes["ht"]) == 0
        self._row_hidden = flat or attributes.get("hidden") in _YES
        self._away = bool(self._row_hidden or self._hidden_columns or self.sheet.unseen.sheet)

    def _found_column(self, reference: str | None) -> int:
        """A cell's column, by its name or, where it has none, after the one before it."""
        letters = (reference or "").rstrip(_DIGITS)
        column = column_number(letters) if reference else self._column + 1
        if not 0 <= column < MAX_COLUMNS:
            raise BrokenXmlError("a cell has an impossible name")
        if reference:
            self._letters[letters] = column
        return column

    def _found_style(self, given: str) -> Style:
        number = whole(given)
        found = self._styles[number if number < len(self._styles) else 0]
        self._numbered[given] = found
        return found

    def _unusual_cell(self, value: str) -> None:
        """A cell that has nothing, or that may not show what it has."""
        row, column, unseen = self._row, self._column, self.sheet.unseen
        if not value and (not self._formula or self._type == "str"):
            return
        if unseen.sheet:
            unseen.widen(row, column)
        elif self._row_hidden:
            unseen.row_values += 1
            unseen.rows.add(row)
        elif column in self._hidden_columns:
            unseen.columns[column] = unseen.columns.get(column, 0) + 1
        elif not value:
            unseen.uncomputed.add(row, column)
        elif self._style.same_colour and not any(a.holds(row, column) for a in self._headers):
            unseen.invisible.add(row, column)
        else:
            self._show(value)

    def _show(self, value: str) -> None:
        style, kind = self._style, self._type
        if kind in ("s", "str", "inlineStr"):
            text = self._string(value) if kind == "s" else one_line(unescaped(value))
            shown = text if style.plain else style.text(text)
            if text and not shown:
                self.sheet.unseen.invisible.add(self._row, self._column)
        else:
            shown = self._value(value, kind)
        if shown:
            self._columns.append(self._column)
            self._texts.append(shown)

    def _value(self, value: str, kind: str) -> str:
        """A number, truth value, error or day as it is shown."""
        row, column, unseen = self._row, self._column, self.sheet.unseen
        if kind == "e":
            unseen.errors.add(row, column)
            return one_line(value)
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        shown = self._style.number(serial(value) if kind == "d" else value.strip())
        if shown.masked:
            unseen.masked.add(row, column)
        if shown.true:
            self._true.append((column, shown.true))
        if not shown.text and value.strip("0. ") and self._style.format.hides:
            unseen.invisible.add(row, column)
        return shown.text

    def _string(self, value: str) -> str:
        number = whole(value)
        if number >= len(self._strings):
            raise BrokenXmlError("a cell has a text that is not there")
        return self._strings[number]

    def _end_row(self) -> None:
        if not self._columns:
            return
        columns = tuple(self._columns)
        same = self._patterns.get(columns)
        if same is None:
            if len(self._patterns) < 10_000:
                self._patterns[columns] = columns
            same = columns
        self._budget.take(len(same))
        self.sheet.rows.append(SheetRow(self._row, same, tuple(self._texts), tuple(self._true)))
        self._columns, self._texts, self._true = [], [], []

    def _other(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "col":
            self._column_width(attributes)
        elif name == "mergeCell":
            area = area_of(attributes.get("ref", ""))
            if area and len(self.sheet.merges) < MAX_MERGES:
                self.sheet.merges.append(area)
        elif name == "filterColumn" or (name == "sheetPr" and attributes.get("filterMode") in _YES):
            self.sheet.unseen.filtered = True

    def _column_width(self, attributes: Mapping[str, str]) -> None:
        width = attributes.get("width")
        narrow = width is not None and decimal(width) < _NARROWEST
        if narrow or attributes.get("hidden") in _YES:
            first = max(1, whole(attributes.get("min", "0")))
            last = min(MAX_COLUMNS, whole(attributes.get("max", "0")))
            self._hidden_columns.update(range(first - 1, last))


def in_order(rows: list[SheetRow]) -> list[SheetRow]:
    """The rows by number with their cells from the left, whatever order they came in."""
    ascending = all(a.number < b.number for a, b in pairwise(rows))
    for row in rows:
        if any(a >= b for a, b in pairwise(row.columns)):
            cells = dict(zip(row.columns, row.texts, strict=True))
            row.columns = tuple(sorted(cells))
            row.texts = tuple(cells[column] for column in row.columns)
    if ascending:
        return rows
    known: dict[int, SheetRow] = {}
    for row in rows:
        # A row that is given twice is a fault of the file; what came first stands.
        known.setdefault(row.number, row)
    return [known[number] for number in sorted(known)]
