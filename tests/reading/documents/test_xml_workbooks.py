"""Workbooks of one XML file, as systems export them under the name of an old workbook."""

from __future__ import annotations

import random
import time

import pytest

from foitrack.reading.cells_apart import tables_apart
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import UnreadableDocumentError
from tests.reading.test_mutated_sheets import LONG, SHORT, mutated_bytes, mutated_xml

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style>'
    '<Style ss:ID="us"><NumberFormat ss:Format="mm/dd/yyyy"/></Style>'
    '<Style ss:ID="w"><Font ss:Color="#FFFFFF"/></Style></Styles>'
)
DATA = (
    '<Worksheet ss:Name="Data"><Table><Column ss:Index="4" ss:Hidden="1"/>'
    "<Row>{date}{rank}{number}{secret}</Row>"
    '<Row ss:Index="3"><Cell ss:StyleID="d"><Data ss:Type="DateTime">2021-02-01T00:00:00.000</Data>'
    '</Cell><Cell><Data ss:Type="String">PC</Data><Comment><Data>private</Data></Comment></Cell>'
    '<Cell><Data ss:Type="Number">3</Data></Cell><Cell><Data ss:Type="String">private</Data></Cell>'
    "</Row>"
    '<Row ss:Hidden="1"><Cell><Data ss:Type="String">private</Data></Cell></Row>'
    '<Row><Cell ss:StyleID="us"><Data ss:Type="DateTime">2021-04-03T00:00:00.000</Data></Cell>'
    '<Cell><Data ss:Type="String">SC</Data></Cell><Cell><Data ss:Type="Number">12</Data></Cell>'
    "</Row>"
    '<Row><Cell ss:StyleID="w"><Data ss:Type="String">private</Data></Cell></Row>'
    "</Table></Worksheet>"
)
RAW = (
    '<Worksheet ss:Name="Raw"><Table><Row><Cell ss:Index="2"><Data ss:Type="String">private</Data>'
    '</Cell></Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">'
    "<Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"
)


def cell(text: str) -> str:
    return f'<Cell><Data ss:Type="String">{text}</Data></Cell>'


WHOLE = (
    HEAD
    + DATA.format(date=cell("Date"), rank=cell("Rank"), number=cell("Number"), secret=cell("Name"))
    + RAW
).encode()


@pytest.mark.parametrize("name", ["a.xls", "a.xml", "a.xlsx"])
def test_what_it_shows(name: str) -> None:
    document = open_document(WHOLE, name)
    assert document.format == "xls"
    (table,) = tables_apart(document).tables
    assert table.columns == ("Date", "Rank", "Number")
    assert table.rows == (("01/02/2021", "PC", "3"), ("04/03/2021", "SC", "12"))
    assert table.true_values == {(1, 0): "2021-04-03"}
    assert [place.cell for place in table.row_places] == ["A3:C3", "A5:C5"]


def test_what_it_hides() -> None:
    document = open_document(WHOLE, "a.xls")
    assert "private" not in document.text
    told = "\n".join(document.warnings)
    assert "private" not in told
    for words in (
        "column D is hidden (2 values)",
        "row 4 is hidden (1 value)",
        "cell A6 is written so that it does not show",
        "1 comment on B3",
        "Sheet “Raw” is hidden (1 value in B1)",
    ):
        assert words in told


def try_all(rounds: int) -> None:
    chance = random.Random("xml workbooks")
    for _ in range(rounds):
        change = mutated_xml if chance.random() < 0.7 else mutated_bytes
        began = time.perf_counter()
        try:
            open_document(change(WHOLE, chance), "a.xls")
        except UnreadableDocumentError as problem:
            assert problem.message
        assert time.perf_counter() - began < 10


def test_nothing_escapes() -> None:
    try_all(SHORT)


@pytest.mark.extended
def test_nothing_escapes_at_length() -> None:
    try_all(LONG)
