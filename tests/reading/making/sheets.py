"""Workbooks for tests: one description, written as XLSX, XLS, ODS and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile

Value = str | int | float | date | bool | None
Place = tuple[int, int]
"""Row from 1, column from 0."""


@dataclass
class MadeSheet:
    """A sheet: its rows from the top left cell, and what is done to them."""

    rows: Sequence[Sequence[Value]]
    name: str = "Data"
    state: str = "visible"
    merges: Sequence[str] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    white: frozenset[Place] = frozenset()
    formats: Mapping[Place, str] = field(default_factory=dict)
    comments: Mapping[Place, str] = field(default_factory=dict)


def xlsx(*sheets: MadeSheet) -> bytes:
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book.active)
    for made in sheets:
        sheet = book.create_sheet(made.name)
        sheet.sheet_state = {"very hidden": "veryHidden"}.get(made.state, made.state)
        for (row, column), value in _cells(made):
            cell = sheet.cell(row, column + 1, value)
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
            cell.number_format = _format(made, row, column, value)
            if (row, column) in made.white:
                cell.font = Font(color="FFFFFFFF")
            if (row, column) in made.comments:
                cell.comment = Comment(made.comments[row, column], "Clerk")
        for reference in made.merges:
            sheet.merge_cells(reference)
        for row in made.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in made.hidden_columns:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    return _saved(book.save)


def xls(*sheets: MadeSheet) -> bytes:
    from openpyxl.utils.cell import range_boundaries
    from xlwt import Font, Workbook, XFStyle

    book = Workbook(encoding="utf-8")
    for made in sheets:
        sheet = book.add_sheet(made.name, cell_overwrite_ok=True)
        sheet.visibility = {"visible": 0, "hidden": 1, "very hidden": 2}[made.state]
        anchors = {}
        for reference in made.merges:
            left, top, right, bottom = range_boundaries(reference)
            anchors[top, left - 1] = (top - 1, bottom - 1, left - 1, right - 1)
        for (row, column), value in _cells(made):
            style = XFStyle()
            style.num_format_str = _format(made, row, column, value)
            if (row, column) in made.white:
                style.font = Font()
                style.font.colour_index = 1
            if (row, column) in anchors:
                sheet.write_merge(*anchors[row, column], value, style)
            else:
                sheet.write(row - 1, column, value, style)
        for row in made.hidden_rows:
            sheet.row(row - 1).hidden = True
        for column in made.hidden_columns:
            sheet.col(column).hidden = True
    return _saved(book.save)


_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def ods(*sheets: MadeSheet) -> bytes:
    body = "".join(_ods_sheet(made) for made in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        '<office:automatic-styles><style:style style:name="away" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="white" style:family="table-cell">'
        '<style:text-properties fo:color="#ffffff"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": content,
        }
    )


def _ods_sheet(made: MadeSheet) -> str:
    from openpyxl.utils.cell import range_boundaries

    spans = {}
    for reference in made.merges:
        left, top, right, bottom = range_boundaries(reference)
        spans[top, left - 1] = (
            f' table:number-rows-spanned="{bottom - top + 1}"'
            f' table:number-columns-spanned="{right - left + 1}"'
        )
    width = max((len(row) for row in made.rows), default=0)
    away = ' table:style-name="away"' if made.state != "visible" else ""
    pieces = [f'<table:table table:name="{escape(made.name)}"{away}>']
    for column in range(width):
        hidden = ' table:visibility="collapse"' if column in made.hidden_columns else ""
        pieces.append(f"<table:table-column{hidden}/>")
    for number, row in enumerate(made.rows, 1):
        hidden = ' table:visibility="collapse"' if number in made.hidden_rows else ""
        pieces.append(f"<table:table-row{hidden}>")
        for column, value in enumerate(row):
            pieces.append(_ods_cell(made, number, column, value, spans.get((number, column), "")))
        pieces.append("</table:table-row>")
    return "".join([*pieces, "</table:table>"])


def _ods_cell(made: MadeSheet, row: int, column: int, value: Value, span: str) -> str:
    comment = made.comments.get((row, column))
    note = (
        f"<office:annotation><text:p>{escape(comment)}</text:p></office:annotation>"
        if comment
        else ""
    )
    style = ' table:style-name="white"' if (row, column) in made.white else ""
    if value is None or value == "":
        return f"<table:table-cell{span}>{note}</table:table-cell>"
    code = _format(made, row, column, value)
    text = "" if code == ";;;" else printed(value, code)
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return (
        f"<table:table-cell{style}{span}{_ods_value(value)}>{note}{paragraphs}</table:table-cell>"
    )


def _ods_value(value: Value) -> str:
    if isinstance(value, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    if isinstance(value, date):
        return f' office:value-type="date" office:date-value="{value.isoformat()}"'
    if isinstance(value, int | float):
        return f' office:value-type="float" office:value="{value!r}"'
    return ' office:value-type="string"'


def csv_text(
    rows: Sequence[Sequence[Value]], *, sign: str = ",", encoding: str = "utf-8", end: str = "\r\n"
) -> bytes:
    stream = io.StringIO()
    # Python's writer does not quote a line end within a cell where lines end otherwise.
    quoting = csv.QUOTE_ALL if end == "\r" else csv.QUOTE_MINIMAL
    writer = csv.writer(stream, delimiter=sign, lineterminator=end, quoting=quoting)
    for row in rows:
        writer.writerow(["" if value is None else printed(value, "") for value in row])
    return stream.getvalue().encode(encoding)


def printed(value: Value, code: str) -> str:
    """How a person sees a value: the tests' own account of the few formats they write."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        month_first = code.lower().startswith("m")
        return value.strftime("%m/%d/%Y" if month_first else "%d/%m/%Y")
    if isinstance(value, int | float) and code.endswith("%"):
        return f"{value:.{len(code.partition('.')[2].rstrip('%'))}%}"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return str(value)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_members(data: bytes, members: Mapping[str, str | bytes]) -> bytes:
    """A package with members added or replaced."""
    with ZipFile(io.BytesIO(data)) as archive:
        held: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    return zipped(held | dict(members))


def _cells(made: MadeSheet) -> list[tuple[Place, Value]]:
    return [
        ((number, column), value)
        for number, row in enumerate(made.rows, 1)
        for column, value in enumerate(row)
        if value is not None and value != ""
    ]


def _format(made: MadeSheet, row: int, column: int, value: Value) -> str:
    usual = "dd/mm/yyyy" if isinstance(value, date) else "General"
    return made.formats.get((row, column), usual)


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


WRITERS: dict[str, Callable[..., bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods}
