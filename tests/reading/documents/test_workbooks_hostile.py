"""Workbooks made to do harm, broken ones, and ones that are called what they are not."""

from __future__ import annotations

import io
import time
from zipfile import ZipFile

import pytest

from foitrack.reading.cells_apart import tables_apart
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import UnreadableDocumentError
from tests.reading.making.sheets import (
    WRITERS,
    MadeSheet,
    Value,
    csv_text,
    ods,
    with_members,
    xls,
    xlsx,
    zipped,
)

ROWS: list[list[Value]] = [["Rank", "Number"], ["PC", 3], ["SC", 1]]
MADE = MadeSheet(ROWS)
READ = (("PC", "3"), ("SC", "1"))
SHEET = "xl/worksheets/sheet1.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def refused(data: bytes, name: str) -> UnreadableDocumentError:
    with pytest.raises(UnreadableDocumentError) as caught:
        open_document(data, name)
    assert name in caught.value.message
    return caught.value


def sheet_of(rows: str) -> bytes:
    xml = f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"
    return with_members(xlsx(MADE), {SHEET: xml})


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (xlsx(MADE), "a.csv", "xlsx"),
        (xlsx(MADE), "a.xls", "xlsx"),
        (xls(MADE), "a.xlsx", "xls"),
        (xls(MADE), "a.csv", "xls"),
        (ods(MADE), "a.xlsx", "ods"),
        (csv_text(ROWS), "a.xls", "csv"),
        (csv_text(ROWS, sign="\t", encoding="utf-16"), "a.xls", "csv"),
    ],
)
def test_a_file_is_what_it_holds(data: bytes, name: str, form: str) -> None:
    document = open_document(data, name)
    assert document.format == form
    (table,) = tables_apart(document).tables
    assert table.rows == READ


def test_a_web_page_called_a_workbook() -> None:
    page = (
        b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><th>Rank</th>'
        b"<th>Number</th></tr><tr><td>PC</td><td>3</td></tr></table></body></html>"
    )
    document = open_document(page, "a.xls")
    assert document.format == "html"
    assert document.grids[0].rows[0].cells == ("PC", "3")


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_locked_members(form: str) -> None:
    data = bytearray(WRITERS[form](MADE))
    # The first bit of a member's flags says that it is encrypted.
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(data), f"a.{form}").kind == "encrypted"


def test_a_locked_workbook_of_today() -> None:
    """A password makes an XLSX a compound file with the workbook encrypted inside."""
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert refused(data + bytes(600), "a.xlsx").kind == "encrypted"


def test_a_locked_old_workbook() -> None:
    data = xls(MADE)
    # A record that says so, in place of the one that names who wrote the file.
    at = data.index(b"\x5c\x00\x70\x00")
    locked = data[:at] + b"\x2f\x00" + data[at + 2 :]
    assert refused(locked, "a.xls").kind == "encrypted"


def test_a_locked_spreadsheet() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert refused(with_members(ods(MADE), {"META-INF/manifest.xml": manifest}), "a.ods").kind == (
        "encrypted"
    )


def test_a_binary_workbook_is_refused_in_plain_words() -> None:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    data = zipped({"[Content_Types].xml": types, "xl/workbook.bin": b"\0" * 50})
    assert "save it as .xlsx" in refused(data, "a.xlsb").message


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
@pytest.mark.parametrize(
    "member", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_no_document_type_is_taken(doctype: str, member: str) -> None:
    with ZipFile(io.BytesIO(xlsx(MADE))) as archive:
        held = archive.read(member).decode() if member in archive.namelist() else "<sst/>"
    body = held[held.index("?>") + 2 :] if held.startswith("<?xml") else held
    data = with_members(xlsx(MADE), {member: f"{doctype}{body}"})
    try:
        document = open_document(data, "a.xlsx")
    except UnreadableDocumentError as problem:
        assert problem.kind == "damaged"
    else:
        # The sheet alone is lost, and that is said.
        assert document.grids == ()
        assert any("damaged" in warning for warning in document.warnings)


def test_a_bomb_is_not_unpacked() -> None:
    with ZipFile(io.BytesIO(xlsx(MADE))) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    renamed = {**packed, SHEET: b" " * 60_000_000}
    began = time.perf_counter()
    assert refused(zipped(renamed), "a.xlsx").kind == "too-large"
    assert time.perf_counter() - began < 5


def test_a_million_empty_rows_are_nothing() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in range(1, 60_001))
    last = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>end</t></is></c></row>'
    document = open_document(sheet_of(rows + last), "a.xlsx")
    assert document.text == "Data\n\nend\n"
    assert document.place(6, 9).cell == "XFD1048576"


@pytest.mark.parametrize("repeated", [1_048_576, 999_999_999])
def test_a_million_repeated_rows_are_nothing(repeated: int) -> None:
    data = ods(MADE)
    with ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    empty = (
        f'<table:table-row table:number-rows-repeated="{repeated}"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )
    content = content.replace("</table:table>", empty, 1)
    (table,) = tables_apart(
        open_document(with_members(data, {"content.xml": content}), "a.ods")
    ).tables
    assert table.rows == READ


def test_a_cell_repeated_without_end_is_refused_or_bounded() -> None:
    data = ods(MADE)
    with ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("content.xml").decode()
    full = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    content = content.replace("</table:table>", full, 1)
    began = time.perf_counter()
    assert refused(with_members(data, {"content.xml": content}), "a.ods").kind == "too-large"
    assert time.perf_counter() - began < 5


def test_merged_cells_over_everything_are_bounded() -> None:
    merges = "".join('<mergeCell ref="A1:XFD1048576"/>' for _ in range(20_000))
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 2_001))
    xml = (
        f"<worksheet {_MAIN}><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>"
        "</worksheet>"
    )
    began = time.perf_counter()
    open_document(with_members(xlsx(MADE), {SHEET: xml}), "a.xlsx")
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"><c r="A0"><v>1</v></c></row>',
        '<row r="-5"><c r="A1"><v>1</v></c></row>',
        '<row r="9999999"><c r="A1"><v>1</v></c></row>',
        '<row r="x"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" s="x"><v>1</v></c></row>',
        '<row r="1"><c r="A1">',
    ],
)
def test_impossible_cells_are_damage(rows: str) -> None:
    good = '<row r="1"><c r="A1" t="inlineStr"><is><t>good</t></is></c></row>'
    document = open_document(sheet_of(good + rows), "a.xlsx")
    assert "good" in document.text
    assert any("damaged after row 1" in warning for warning in document.warnings)


def test_rows_and_cells_out_of_order_are_put_in_order() -> None:
    def cell(name: str, text: str) -> str:
        return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'

    rows = (
        f'<row r="3">{cell("B3", "1")}{cell("A3", "SC")}</row>'
        f'<row r="1">{cell("A1", "Rank")}{cell("B1", "Number")}</row>'
        f'<row r="2">{cell("A2", "PC")}{cell("B2", "3")}</row>'
    )
    (table,) = tables_apart(open_document(sheet_of(rows), "a.xlsx")).tables
    assert table.rows == READ


def test_another_prefix_and_no_cell_names() -> None:
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<x:sheetData>"
        + "".join(
            f'<x:row><x:c t="str"><x:v>{a}</x:v></x:c><x:c t="str"><x:v>{b}</x:v></x:c></x:row>'
            for a, b in (("Rank", "Number"), *READ)
        )
        + "</x:sheetData></x:worksheet>"
    )
    (table,) = tables_apart(open_document(with_members(xlsx(MADE), {SHEET: xml}), "a.xlsx")).tables
    assert table.rows == READ
    assert table.row_places[0].cell == "A2:B2"


@pytest.mark.parametrize("form", WRITERS)
def test_cut_short(form: str) -> None:
    data = WRITERS[form](MADE)
    for part in (0.2, 0.5, 0.9, 0.99):
        try:
            open_document(data[: int(len(data) * part)], f"a.{form}")
        except UnreadableDocumentError as problem:
            assert problem.kind in ("damaged", "encrypted", "not-text", "no-text")
