"""Workbooks as one XML file ("XML Spreadsheet 2003"), which systems export as .xls or .xml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.workbook import (
    MAX_COLUMNS,
    MAX_MERGES,
    MAX_ROWS,
    MAX_SHEETS,
    Area,
    Budget,
    Sheet,
    SheetRow,
    damaged,
    one_line,
)
from foitrack.reading.documents.workbook_formats import parse_format
from foitrack.reading.documents.workbook_text import as_document
from foitrack.reading.documents.workbook_xml import BrokenXmlError, local, parse
from foitrack.reading.documents.xlsx_styles import Style

MARK = b"urn:schemas-microsoft-com:office:spreadsheet"
_NAMED = {
    "General Date": "dd/mm/yyyy hh:mm", "Short Date": "dd/mm/yyyy", "Medium Date": "dd-mmm-yy",
    "Long Date": "dd mmmm yyyy", "Short Time": "hh:mm", "Medium Time": "hh:mm AM/PM",
    "Long Time": "hh:mm:ss", "Percent": "0.00%", "Standard": "#,##0.00", "Fixed": "0.00",
    "Scientific": "0.00E+00", "Currency": "£#,##0.00", "Euro Currency": "€#,##0.00",
}  # fmt: skip
_WHITE = "#ffffff"
_STEP = 1 << 18


def read_xls_xml(data: bytes, name: str) -> Document:
    """A workbook of one XML file. Raises UnreadableDocumentError: damaged or too large."""
    reader = _Reader(Budget(name))
    try:
        parse(_pieces(data), reader.start, reader.end, reader.data)
    except BrokenXmlError:
        if not any(sheet.rows for sheet in reader.sheets):
            raise damaged(name) from None
        reader.sheets[-1].unseen.others.append(
            "the file is damaged here: what follows could not be read."
        )
    return as_document("xls", reader.sheets, (), name)


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _STEP] for at in range(0, len(data), _STEP))


class _Reader:
    """Gathers the sheets; a sheet says only at its end whether it is hidden."""

    def __init__(self, budget: Budget) -> None:
        self.sheets: list[Sheet] = []
        self._budget = budget
        self._styles = {"": Style(parse_format("General"), plain=True)}
        self._style = ""
        self._ink, self._paper = "", _WHITE
        self._code = "General"
        self._row = self._column = self._table_column = 0
        self._row_away = False
        self._columns_away: set[int] = set()
        self._cell: Mapping[str, str] = {}
        self._kind = ""
        self._comment = False
        self._wanted = False
        self._pieces: list[str] = []
        self._kept: dict[int, str] = {}
        self._true: list[tuple[int, str]] = []
        self._last = 0

    def start(self, tag: str, found: Mapping[str, str]) -> None:
        name = local(tag)
        attributes = {local(key): value for key, value in found.items()}
        starter = _STARTERS.get(name)
        if starter is not None:
            starter(self, attributes)

    def data(self, text: str) -> None:
        if self._wanted:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        ender = _ENDERS.get(local(tag))
        if ender is not None:
            ender(self)

    def _begin_style(self, attributes: Mapping[str, str]) -> None:
        self._style = attributes.get("ID", "")
        self._ink, self._paper, self._code = "", _WHITE, "General"

    def _font(self, attributes: Mapping[str, str]) -> None:
        self._ink = attributes.get("Color", "").lower()

    def _ground(self, attributes: Mapping[str, str]) -> None:
        self._paper = attributes.get("Color", _WHITE).lower()

    def _format(self, attributes: Mapping[str, str]) -> None:
        self._code = attributes.get("Format") or "General"

    def _end_style(self) -> None:
        code = _NAMED.get(self._code, self._code)
        same = self._ink == self._paper
        self._styles[self._style] = Style(parse_format(code), same, plain=code in ("General", "@"))

    def _begin_sheet(self, attributes: Mapping[str, str]) -> None:
        if len(self.sheets) >= MAX_SHEETS:
            raise BrokenXmlError("it has too many sheets")
        self.sheets.append(Sheet(attributes.get("Name") or f"Sheet {len(self.sheets) + 1}"))
        self._row = self._table_column = self._last = 0
        self._columns_away = set()

    def _width(self, attributes: Mapping[str, str]) -> None:
        first = _whole(attributes.get("Index"), self._table_column + 1) - 1
        last = min(first + _whole(attributes.get("Span"), 0), MAX_COLUMNS)
        if attributes.get("Hidden") == "1" or attributes.get("Width") == "0":
            self._columns_away.update(range(first, last + 1))
        self._table_column = last + 1

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        self._row = _whole(attributes.get("Index"), self._row + 1)
        if self._row > MAX_ROWS or not self.sheets:
            raise BrokenXmlError("a row has an impossible number")
        self._row_away = attributes.get("Hidden") == "1" or attributes.get("Height") == "0"
        self._column = 0

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._cell, self._pieces, self._kind = attributes, [], ""
        self._column = _whole(attributes.get("Index"), self._column + 1)
        if self._column > MAX_COLUMNS or not self.sheets:
            raise BrokenXmlError("a cell has an impossible number")

    def _begin_data(self, attributes: Mapping[str, str]) -> None:
        if not self._comment:
            self._wanted, self._kind = True, attributes.get("Type", "String")

    def _end_data(self) -> None:
        self._wanted = False

    def _begin_comment(self, _: Mapping[str, str]) -> None:
        self._comment = True
        if self.sheets:
            self.sheets[-1].unseen.comments.add(self._row, self._column - 1)

    def _end_comment(self) -> None:
        self._comment = False

    def _begin_visible(self, _: Mapping[str, str]) -> None:
        self._wanted, self._pieces = True, []

    def _end_visible(self) -> None:
        self._wanted = False
        state = {"SheetHidden": "hidden", "SheetVeryHidden": "very hidden"}.get(
            "".join(self._pieces).strip()
        )
        if state and self.sheets:
            self._hide(self.sheets[-1], state)

    def _hide(self, sheet: Sheet, state: str) -> None:
        for row in sheet.rows:
            for column in row.columns:
                sheet.unseen.widen(row.number, column)
        hidden = Sheet(sheet.name)
        hidden.unseen.sheet = state
        hidden.unseen.values, hidden.unseen.extent = sheet.unseen.values, sheet.unseen.extent
        self.sheets[-1] = hidden

    def _end_cell(self) -> None:
        sheet, column = self.sheets[-1], self._column - 1
        text = one_line("".join(self._pieces))
        down, across = (_whole(self._cell.get(n), 0) for n in ("MergeDown", "MergeAcross"))
        if (down or across) and len(sheet.merges) < MAX_MERGES:
            area = Area(self._row, column, self._row + down, column + across)
            sheet.merges.append(area)
        self._column += min(across, MAX_COLUMNS)
        self._pieces = []
        if text or ("Formula" in self._cell and not self._kind):
            self._place(sheet, column, text)

    def _place(self, sheet: Sheet, column: int, text: str) -> None:
        unseen, row = sheet.unseen, self._row
        style = self._styles.get(self._cell.get("StyleID", ""), self._styles[""])
        if self._row_away:
            unseen.row_values += 1
            unseen.rows.add(row)
        elif column in self._columns_away:
            unseen.columns[column] = unseen.columns.get(column, 0) + 1
        elif not text:
            unseen.uncomputed.add(row, column)
        elif style.same_colour:
            unseen.invisible.add(row, column)
        else:
            shown = self._shown(sheet, column, text, style)
            if shown:
                self._kept[column] = shown
            else:
                unseen.invisible.add(row, column)

    def _shown(self, sheet: Sheet, column: int, text: str, style: Style) -> str:
        if self._kind == "Error":
            sheet.unseen.errors.add(self._row, column)
            return text
        if self._kind == "Boolean":
            return "TRUE" if text == "1" else "FALSE"
        if self._kind not in ("Number", "DateTime"):
            return style.text(text)
        found = style.number(_serial(text) if self._kind == "DateTime" else text)
        if found.masked:
            sheet.unseen.masked.add(self._row, column)
        if found.true:
            self._true.append((column, found.true))
        return found.text

    def _end_row(self) -> None:
        if self._kept and self._row > self._last:
            columns = tuple(sorted(self._kept))
            self._budget.take(len(columns))
            texts = tuple(self._kept[column] for column in columns)
            self.sheets[-1].rows.append(SheetRow(self._row, columns, texts, tuple(self._true)))
            self._last = self._row
        self._kept, self._true = {}, []


def _whole(text: str | None, usual: int) -> int:
    bare = (text or "").strip()
    if not bare:
        return usual
    if not bare.isdecimal() or len(bare) > 7:
        raise BrokenXmlError(f"a number was expected, not {bare[:20]}")
    return int(bare)


def _serial(text: str) -> str:
    """The serial number of a moment; the text itself where it is none."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    seconds = when.hour * 3600 + when.minute * 60 + when.second
    return str((when.date() - date(1899, 12, 30)).days + seconds / 86_400)


_STARTERS = {
    "Style": _Reader._begin_style,
    "Font": _Reader._font,
    "Interior": _Reader._ground,
    "NumberFormat": _Reader._format,
    "Worksheet": _Reader._begin_sheet,
    "Column": _Reader._width,
    "Row": _Reader._begin_row,
    "Cell": _Reader._begin_cell,
    "Data": _Reader._begin_data,
    "Comment": _Reader._begin_comment,
    "Visible": _Reader._begin_visible,
}
_ENDERS = {
    "Style": _Reader._end_style,
    "Data": _Reader._end_data,
    "Comment": _Reader._end_comment,
    "Visible": _Reader._end_visible,
    "Cell": _Reader._end_cell,
    "Row": _Reader._end_row,
}
