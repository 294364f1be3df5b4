"""One sheet of an old workbook: what shows becomes rows, the rest is counted."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable

from foitrack.reading.documents.workbook import (
    MAX_MERGES,
    Area,
    Budget,
    Sheet,
    SheetRow,
    one_line,
)
from foitrack.reading.documents.xls_book import Book
from foitrack.reading.documents.xls_records import BrokenRecordError, Record, string_of
from foitrack.reading.documents.xlsx_styles import Style

_STRING = 0x0207
_ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
}
_NARROWEST = 26
"""Of columns, in 256ths of a character."""


class SheetReader:
    """Takes a sheet's records in order; `finish` gives its rows."""

    def __init__(self, sheet: Sheet, book: Book, budget: Budget) -> None:
        self.sheet = sheet
        self._book = book
        self._budget = budget
        self._cells: dict[int, dict[int, str]] = {}
        self._true: dict[int, dict[int, str]] = {}
        self._rows_away: set[int] = set()
        self._rows_known: set[int] = set()
        self._unlisted_away = False
        self._columns_away: set[int] = set()
        self._formula: tuple[int, int, int] | None = None
        """The cell whose text comes in a record of its own."""

    def read(self, records: Iterable[Record]) -> None:
        """Reads a sheet; what is broken ends it, with a remark."""
        try:
            for record in records:
                reader = _READERS.get(record.kind)
                if reader is not None:
                    reader(self, record)
        except BrokenRecordError:
            after = f" after row {max(self._cells)}" if self._cells else ""
            self.sheet.unseen.others.append(
                f"the sheet is damaged{after}: what follows could not be read."
            )
        for number in sorted(self._cells):
            cells = self._cells[number]
            columns = tuple(sorted(cells))
            true = tuple(sorted(self._true.get(number, {}).items()))
            texts = tuple(cells[column] for column in columns)
            self.sheet.rows.append(SheetRow(number, columns, texts, true))

    def _row(self, record: Record) -> None:
        row, _, _, height, _, _, flags = record.whole("<7H")
        self._rows_known.add(row + 1)
        if flags & 0x20 or height & 0x7FFF == 0:
            self._rows_away.add(row + 1)

    def _usual_row(self, record: Record) -> None:
        self._unlisted_away = bool(record.whole("<H")[0] & 2)

    def _columns(self, record: Record) -> None:
        first, last, width, _, flags = record.whole("<5H")
        if flags & 1 or width < _NARROWEST:
            self._columns_away.update(range(first, min(last, 255) + 1))

    def _shared_text(self, record: Record) -> None:
        row, column, look, number = record.whole("<HHHI")
        if number >= len(self._book.strings):
            raise BrokenRecordError
        self._text(row, column, look, self._book.strings[number])

    def _own_text(self, record: Record) -> None:
        row, column, look = record.whole("<HHH")
        text = string_of(record, 6, self._book.wide, self._book.codepage)
        self._text(row, column, look, one_line(text))

    def _number(self, record: Record) -> None:
        row, column, look = record.whole("<HHH")
        (value,) = record.whole("<d", 6)
        self._value(row, column, look, float(value))

    def _packed(self, record: Record) -> None:
        row, column, look, packed = record.whole("<HHHI")
        self._value(row, column, look, _unpacked(packed))

    def _several_packed(self, record: Record) -> None:
        row, column = record.whole("<HH")
        for at in range(4, len(record.data) - 7, 6):
            look, packed = record.whole("<HI", at)
            self._value(row, column, look, _unpacked(packed))
            column += 1

    def _truth(self, record: Record) -> None:
        row, column, look, value, error = record.whole("<HHHBB")
        self._truth_or_error(row, column, look, value, bool(error))

    def _computed(self, record: Record) -> None:
        """A formula: its stored value, which may be a text in the next record."""
        row, column, look = record.whole("<HHH")
        kind, value, mark = record.whole("<BxBxxxH", 6)
        self._formula = None
        if mark != 0xFFFF:
            self._number(record)
        elif kind == 0:
            self._formula = (row, column, look)
        elif kind in (1, 2):
            self._truth_or_error(row, column, look, value, kind == 2)

    def _computed_text(self, record: Record) -> None:
        if self._formula is not None:
            text = string_of(record, 0, self._book.wide, self._book.codepage)
            self._text(*self._formula, one_line(text))
            self._formula = None

    def _merged(self, record: Record) -> None:
        (count,) = record.whole("<H")
        for n in range(min(count, (len(record.data) - 2) // 8)):
            top, bottom, left, right = record.whole("<4H", 2 + 8 * n)
            if top <= bottom and left <= right and len(self.sheet.merges) < MAX_MERGES:
                self.sheet.merges.append(Area(top + 1, left, bottom + 1, right))

    def _note(self, record: Record) -> None:
        row, column = record.whole("<HH")
        if row != 0xFFFF:
            self.sheet.unseen.comments.add(row + 1, column)

    def _filtered(self, record: Record) -> None:
        self.sheet.unseen.filtered = True

    def _text(self, row: int, column: int, look: int, text: str) -> None:
        if text and self._seen(row + 1, column, look):
            shown = self._style(look).text(text)
            if shown:
                self._keep(row + 1, column, shown)
            else:
                self.sheet.unseen.invisible.add(row + 1, column)

    def _value(self, row: int, column: int, look: int, value: float) -> None:
        if not self._seen(row + 1, column, look):
            return
        style, unseen = self._style(look), self.sheet.unseen
        shown = style.number(repr(value) if math.isfinite(value) else "#NUM!")
        if shown.masked:
            unseen.masked.add(row + 1, column)
        if shown.true:
            self._true.setdefault(row + 1, {})[column] = shown.true
        if shown.text:
            self._keep(row + 1, column, shown.text)
        elif value and style.format.hides:
            unseen.invisible.add(row + 1, column)

    def _truth_or_error(self, row: int, column: int, look: int, value: int, error: bool) -> None:
        if not self._seen(row + 1, column, look):
            return
        if error:
            self.sheet.unseen.errors.add(row + 1, column)
            self._keep(row + 1, column, _ERRORS.get(value, "#ERROR!"))
        else:
            self._keep(row + 1, column, "TRUE" if value else "FALSE")

    def _seen(self, row: int, column: int, look: int) -> bool:
        """Whether a cell with something in it shows; if not, it is counted."""
        unseen = self.sheet.unseen
        if unseen.sheet:
            unseen.widen(row, column)
        elif row in self._rows_away or (self._unlisted_away and row not in self._rows_known):
            unseen.row_values += 1
            unseen.rows.add(row)
        elif column in self._columns_away:
            unseen.columns[column] = unseen.columns.get(column, 0) + 1
        elif self._style(look).same_colour:
            unseen.invisible.add(row, column)
        else:
            return True
        return False

    def _style(self, look: int) -> Style:
        styles = self._book.styles
        return styles[look if look < len(styles) else 0]

    def _keep(self, row: int, column: int, text: str) -> None:
        self._budget.take(1)
        self._cells.setdefault(row, {})[column] = text


def _unpacked(packed: int) -> float:
    """The number of an RK: a whole number or the head of a double, perhaps in hundredths."""
    if packed & 2:
        value = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        value = float(struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))[0])
    return value / 100 if packed & 1 else value


_READERS = {
    0x0208: SheetReader._row,
    0x0225: SheetReader._usual_row,
    0x007D: SheetReader._columns,
    0x00FD: SheetReader._shared_text,
    0x0204: SheetReader._own_text,
    0x00D6: SheetReader._own_text,
    0x0203: SheetReader._number,
    0x027E: SheetReader._packed,
    0x00BD: SheetReader._several_packed,
    0x0205: SheetReader._truth,
    0x0006: SheetReader._computed,
    0x0206: SheetReader._computed,
    0x0406: SheetReader._computed,
    _STRING: SheetReader._computed_text,
    0x00E5: SheetReader._merged,
    0x001C: SheetReader._note,
    0x009B: SheetReader._filtered,
}
