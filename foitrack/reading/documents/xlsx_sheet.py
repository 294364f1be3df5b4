"""One sheet of a workbook, read in a stream: what shows becomes rows, the rest is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
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
from foitrack.reading.documents.workbook_xml import BrokenXmlError, local, parse
from foitrack.reading.documents.xlsx_styles import Style

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NARROWEST = 0.1
_YES = ("1", "true")
_DIGITS = "0123456789"


def area_of(reference: str) -> Area | None:
    """The rectangle that a reference names (`B4`, `A1:F9`), or None."""
    found = _REFERENCE.match(reference.strip())
    if not found:
        return None
    left, top = column_number(found[1]), int(found[2])
    right = column_number(found[3]) if found[3] else left
    bottom = int(found[4]) if found[4] else top
    if min(left, right) < 0 or not 1 <= top <= MAX_ROWS or not 1 <= bottom <= MAX_ROWS:
        return None
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def unescaped(text: str) -> str:
    """Text with characters that XML cannot hold put back (`_x000D_`)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


class SheetReader:
    """Reads one sheet; after `read`, `sheet` has its rows and what it does not show."""

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
        self._row = 0
        self._row_hidden = False
        self._column = -1
        self._type = ""
        self._style = styles[0]
        self._formula = False
        self._phonetic = False
        self._collecting = False
        self._text: list[str] = []
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
        name = tag if ":" not in tag else local(tag)
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._collecting = not self._phonetic
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._phonetic = True
        else:
            self._other(name, attributes)

    def _data(self, text: str) -> None:
        if self._collecting:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        name = tag if ":" not in tag else local(tag)
        if name == "c":
            if self._text or self._formula:
                self._end_cell("".join(self._text))
        elif name in ("v", "t"):
            self._collecting = False
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._phonetic = False

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r")
        number = _whole(given) if given else self._row + 1
        if not 1 <= number <= MAX_ROWS:
            raise BrokenXmlError("a row has an impossible number")
        self._row = number
        self._column = -1
        flat = attributes.get("ht") is not None and _decimal(attributes["ht"]) == 0
        self._row_hidden = flat or attributes.get("hidden") in _YES

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference:
            letters = reference.rstrip(_DIGITS)
            column = self._letters.get(letters)
            if column is None:
                column = self._letters[letters] = column_number(letters)
        else:
            column = self._column + 1
        if not 0 <= column < MAX_COLUMNS:
            raise BrokenXmlError("a cell has an impossible name")
        self._column = column
        self._type = attributes.get("t", "n")
        style = attributes.get("s")
        if style is not None:
            number = _whole(style)
            self._style = self._styles[number if number < len(self._styles) else 0]
        else:
            self._style = self._styles[0]
        self._formula = False
        self._text = []

    def _end_cell(self, value: str) -> None:
        row, column, unseen = self._row, self._column, self.sheet.unseen
        formula, self._text, self._formula = self._formula, [], False
        if not value and (not formula or self._type == "str"):
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
        else:
            self._show(value)

    def _show(self, value: str) -> None:
        style, kind, unseen = self._style, self._type, self.sheet.unseen
        row, column = self._row, self._column
        if style.same_colour and not any(area.holds(row, column) for area in self._headers):
            unseen.invisible.add(row, column)
            return
        if kind in ("s", "str", "inlineStr"):
            text = self._string(value) if kind == "s" else one_line(unescaped(value))
            shown = style.text(text)
            if text and not shown:
                unseen.invisible.add(row, column)
        else:
            shown = self._value(value, kind)
        if shown:
            self._columns.append(column)
            self._texts.append(shown)

    def _value(self, value: str, kind: str) -> str:
        """A number, truth value, error or day as it is shown."""
        row, column, unseen = self._row, self._column, self.sheet.unseen
        if kind == "e":
            unseen.errors.add(row, column)
            return one_line(value)
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        shown = self._style.number(_serial(value) if kind == "d" else value.strip())
        if shown.masked:
            unseen.masked.add(row, column)
        if shown.true:
            self._true.append((column, shown.true))
        if not shown.text and value.strip("0. ") and self._style.format.hides:
            unseen.invisible.add(row, column)
        return shown.text

    def _string(self, value: str) -> str:
        number = _whole(value)
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
        narrow = width is not None and _decimal(width) < _NARROWEST
        if narrow or attributes.get("hidden") in _YES:
            first = max(1, _whole(attributes.get("min", "0")))
            last = min(MAX_COLUMNS, _whole(attributes.get("max", "0")))
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


def _whole(text: str) -> int:
    bare = text.strip()
    if not bare.isdecimal() or len(bare) > 9:
        raise BrokenXmlError(f"a number was expected, not {bare[:20]}")
    return int(bare)


def _decimal(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0


def _serial(text: str) -> str:
    """The serial number of an ISO day or moment; the text itself where it is none."""
    try:
        when = datetime.fromisoformat(text.strip().removesuffix("Z"))
    except ValueError:
        return text
    past = when.date() - date(1899, 12, 30)
    seconds = when.hour * 3600 + when.minute * 60 + when.second
    return str(past.days + seconds / 86_400)
