"""What workbooks hold and do not show: named in a warning, and read nowhere."""

from __future__ import annotations

import re
from datetime import date

import pytest

from foitrack.reading.documents.base import Document
from foitrack.reading.documents.opening import open_document
from foitrack.reading.reasons import remark
from tests.reading.making.sheets import WRITERS, MadeSheet, Value, with_members, xlsx
from tests.reading.test_reasons import templates

SECRET = "Confidential"
ROWS: list[list[Value]] = [
    ["Year", "Rank", "Number", "Name", "Note"],
    [2019, "PC", 3, SECRET, "a"],
    [2020, "SC", 5, SECRET, "b"],
    [2021, "PC", 1, SECRET, "c"],
]
MEANT = "The authority may not have meant to release"


def opened(form: str, *sheets: MadeSheet) -> Document:
    return open_document(WRITERS[form](*sheets), f"Data.{form}")


def told(document: Document, *words: str) -> str:
    """The one warning that has all the words."""
    found = [w for w in document.warnings if all(word in w for word in words)]
    assert len(found) == 1, document.warnings
    assert not any(re.search(r"(?<!{)\d|“\w", one) for one in templates(remark(found[0]))), found
    return found[0]


def unread(document: Document) -> None:
    assert SECRET not in document.text
    assert SECRET not in " ".join(document.warnings)
    assert not any(
        SECRET in cell for grid in document.grids for row in grid.rows for cell in row.cells
    )


@pytest.mark.parametrize("form", WRITERS)
def test_a_hidden_column(form: str) -> None:
    document = opened(form, MadeSheet(ROWS, hidden_columns=frozenset({3})))
    unread(document)
    assert told(document, "hidden") == (
        f"Sheet “Data”: column D is hidden (4 values). {MEANT} it: nothing hidden is read into "
        "case data or published."
    )
    assert document.grids[0].header == ("Year", "Rank", "Number", "Note")


@pytest.mark.parametrize("form", WRITERS)
def test_hidden_columns_side_by_side_and_apart(form: str) -> None:
    document = opened(form, MadeSheet(ROWS, hidden_columns=frozenset({0, 2, 3})))
    assert "columns A and C to D are hidden (12 values)" in told(document, "hidden")


@pytest.mark.parametrize("form", WRITERS)
def test_hidden_rows(form: str) -> None:
    rows = [*ROWS[:2], [2020, "SC", 5, "", SECRET], [2021, "SC", 6, "", SECRET], ["2022", "PC", 1]]
    rows = [[v if v != SECRET or n in (2, 3) else "x" for v in row] for n, row in enumerate(rows)]
    document = opened(form, MadeSheet(rows, hidden_rows=frozenset({3, 4})))
    unread(document)
    assert "rows 3 to 4 are hidden (8 values)" in told(document, "hidden")
    assert [row.cells[0] for row in document.grids[0].rows] == ["2019", "2022"]


@pytest.mark.parametrize("state", ["hidden", "very hidden"])
@pytest.mark.parametrize("form", WRITERS)
def test_a_hidden_sheet(form: str, state: str) -> None:
    shown = MadeSheet([["Rank", "Number"], ["PC", 3], ["SC", 1]], "Shown")
    document = opened(form, shown, MadeSheet(ROWS, "Raw data", state))
    unread(document)
    warning = told(document, "Sheet “Raw data” is hidden")
    assert "20 values in A1:E4" in warning
    assert ("even the menu" in warning) == (state == "very hidden" and form != "ods")
    assert "Raw data" not in document.text


@pytest.mark.parametrize("form", WRITERS)
def test_white_on_white(form: str) -> None:
    document = opened(form, MadeSheet(ROWS, white=frozenset({(2, 3), (3, 3), (4, 3)})))
    unread(document)
    assert "cells D2:D4 are written so that they do not show" in told(document, "white on white")


@pytest.mark.parametrize("form", WRITERS)
def test_a_format_that_shows_nothing(form: str) -> None:
    formats = {(2, 3): ";;;", (3, 3): ";;;", (4, 3): ";;;"}
    rows = [[987_654 if v == SECRET else v for v in row] for row in ROWS]
    document = opened(form, MadeSheet(rows, formats=formats))
    assert "987" not in document.text
    assert "cells D2:D4" in told(document, "do not show")


@pytest.mark.parametrize("form", ["xlsx", "xls"])
def test_a_number_behind_a_fixed_text(form: str) -> None:
    sheet = MadeSheet([["Rank", "Number"], ["PC", 3], ["SC", 12]], formats={(2, 1): '[<5]"<5";0'})
    document = opened(form, sheet)
    assert [row.cells[1] for row in document.grids[0].rows] == ["<5", "12"]
    assert "cell B2 shows a fixed text in place of the number that it holds" in told(document, "B2")


@pytest.mark.parametrize("form", ["xlsx", "xls"])
def test_a_dash_for_nought_holds_nought(form: str) -> None:
    accounts = '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'
    sheet = MadeSheet(
        [["Rank", "Number"], ["PC", 0], ["SC", 1200]], formats={(2, 1): accounts, (3, 1): accounts}
    )
    (grid,) = opened(form, sheet).grids
    assert [row.cells[1] for row in grid.rows] == ["-", "1,200"]
    assert grid.rows[0].true == ((1, "0"),)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_comments(form: str) -> None:
    document = opened(form, MadeSheet([["a", "b"], ["c", "d"]], comments={(2, 1): SECRET}))
    unread(document)
    assert "1 comment on B2" in told(document, "comment")


def test_filtered_rows_say_that_a_filter_hides_them() -> None:
    data = xlsx(MadeSheet(ROWS, hidden_rows=frozenset({3})))
    sheet = _member(data, "xl/worksheets/sheet1.xml")
    filtered = sheet.replace(
        b"</sheetData>",
        b'</sheetData><autoFilter ref="A1:E4"><filterColumn colId="1"/></autoFilter>',
    )
    document = open_document(with_members(data, {"xl/worksheets/sheet1.xml": filtered}), "a.xlsx")
    assert "row 3 is hidden by a filter (5 values)" in told(document, "filter")


def test_white_headers_of_a_styled_table_are_no_secret() -> None:
    import io

    from openpyxl import load_workbook
    from openpyxl.worksheet.table import Table, TableStyleInfo

    white = frozenset((1, column) for column in range(5))
    book = load_workbook(io.BytesIO(xlsx(MadeSheet(ROWS, white=white))))
    table = Table(displayName="T", ref="A1:E4")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    book.active.add_table(table)
    stream = io.BytesIO()
    book.save(stream)
    document = open_document(stream.getvalue(), "a.xlsx")
    assert document.grids[0].header == ("Year", "Rank", "Number", "Name", "Note")


def test_a_formula_without_its_value_is_named_and_not_computed() -> None:
    import io

    from openpyxl import Workbook

    book = Workbook()
    for row in (["Rank", "Number"], ["PC", 3], ["SC", 1], ["DC", "=B2+B3"]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    document = open_document(stream.getvalue(), "a.xlsx")
    assert document.grids[0].rows[2].cells == ("DC", "")
    assert "1 formula without a stored value (B4)" in told(document, "formula")


def test_a_formula_with_its_value_gives_that() -> None:
    data = xlsx(MadeSheet([["Rank", "Number"], ["PC", 3], ["DC", 4]]))
    sheet = _member(data, "xl/worksheets/sheet1.xml")
    cell = b'<c r="B3" t="n"><v>4</v></c>'
    assert cell in sheet
    computed = sheet.replace(cell, b'<c r="B3" s="0"><f>B2+4</f><v>7</v></c>')
    document = open_document(with_members(data, {"xl/worksheets/sheet1.xml": computed}), "a.xlsx")
    assert document.grids[0].rows[1].cells == ("DC", "7")


def test_errors_are_named() -> None:
    data = xlsx(MadeSheet([["Rank", "Number"], ["PC", 3], ["DC", 4]]))
    sheet = _member(data, "xl/worksheets/sheet1.xml")
    broken = sheet.replace(b'<c r="B3" t="n"><v>4</v></c>', b'<c r="B3" t="e"><v>#REF!</v></c>')
    document = open_document(with_members(data, {"xl/worksheets/sheet1.xml": broken}), "a.xlsx")
    assert document.grids[0].rows[1].cells == ("DC", "#REF!")
    assert told(document, "error") == "Sheet “Data”: 1 cell shows an error instead of a value (B3)."


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def test_a_pivot_tables_copy_of_its_source() -> None:
    members = {
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition {_MAIN} recordCount="3">'
        '<cacheSource type="worksheet"><worksheetSource ref="A1:C4" sheet="Staff"/></cacheSource>'
        '<cacheFields count="2"><cacheField name="Name"/><cacheField name="Rank"/></cacheFields>'
        "</pivotCacheDefinition>",
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": f"<Relationships {_RELATIONS}>"
        f'<Relationship Id="a" Type="{_OFFICE}/pivotCacheRecords" '
        'Target="pivotCacheRecords1.xml"/></Relationships>',
        "xl/pivotCache/pivotCacheRecords1.xml": f"<pivotCacheRecords {_MAIN}>"
        + f'<r><s v="{SECRET}"/><s v="PC"/></r>' * 3
        + "</pivotCacheRecords>",
    }
    document = open_document(with_members(xlsx(MadeSheet(ROWS[:1])), members), "a.xlsx")
    unread(document)
    warning = told(document, "pivot table")
    assert "3 records with the columns Name, Rank" in warning
    assert "sheet “Staff”, A1:C4, which is not in this workbook" in warning


def test_values_copied_from_another_workbook() -> None:
    data = xlsx(MadeSheet(ROWS[:1]))
    relations = _member(data, "xl/_rels/workbook.xml.rels").replace(
        b"</Relationships>",
        f'<Relationship Id="x9" Type="{_OFFICE}/externalLink" '
        'Target="externalLinks/externalLink1.xml"/></Relationships>'.encode(),
    )
    link = (
        f'<externalLink {_MAIN}><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1">'
        f'<cell r="A1" t="str"><v>{SECRET}</v></cell><cell r="B1"><v>4</v></cell></row>'
        "</sheetData></sheetDataSet></externalBook></externalLink>"
    )
    own = (
        f'<Relationships {_RELATIONS}><Relationship Id="rId1" TargetMode="External" '
        f'Type="{_OFFICE}/externalLinkPath" Target="file:///S:/HR/staff%20list.xlsx"/>'
        "</Relationships>"
    )
    members = {
        "xl/_rels/workbook.xml.rels": relations,
        "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": own,
    }
    document = open_document(with_members(data, members), "a.xlsx")
    unread(document)
    assert "2 values" in told(document, "copied from another workbook", "staff%20list.xlsx")


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("xl/embeddings/oleObject1.bin", "1 file inside it"),
        ("xl/model/item.data", "data model"),
        ("xl/revisions/revisionHeaders.xml", "history of its changes"),
        ("xl/vbaProject.bin", "macros"),
        ("xl/connections.xml", "nothing was fetched"),
    ],
)
def test_what_else_a_package_holds(member: str, words: str) -> None:
    document = open_document(with_members(xlsx(MadeSheet(ROWS[:1])), {member: "x"}), "a.xlsm")
    told(document, words)


def test_names_and_properties() -> None:
    import io

    from openpyxl import load_workbook
    from openpyxl.workbook.defined_name import DefinedName

    book = load_workbook(io.BytesIO(xlsx(MadeSheet(ROWS[:1]))))
    book.defined_names["Officers"] = DefinedName("Officers", attr_text="Data!$A$1:$A$4")
    book.defined_names["Old"] = DefinedName("Old", attr_text="1", hidden=True)
    book.properties.creator, book.properties.lastModifiedBy = SECRET, SECRET
    stream = io.BytesIO()
    book.save(stream)
    document = open_document(stream.getvalue(), "a.xlsx")
    unread(document)
    told(document, "Officers = Data!$A$1:$A$4")
    told(document, "hidden names: Old")
    told(document, "author, last saved by")


@pytest.mark.parametrize("form", WRITERS)
def test_nothing_hidden_no_warning(form: str) -> None:
    rows: list[list[Value]] = [["Date", "Number"], [date(2021, 2, 1), 3], [date(2021, 3, 1), 0]]
    document = opened(form, MadeSheet(rows))
    assert [w for w in document.warnings if "properties" not in w] == []


@pytest.mark.parametrize("form", WRITERS)
def test_all_hidden_is_still_told(form: str) -> None:
    document = opened(form, MadeSheet([["x"]], "Shown", hidden_rows=frozenset({1})))
    assert document.grids == ()
    told(document, "hidden")


def _member(data: bytes, name: str) -> bytes:
    import io
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def test_charts_are_named_as_not_read() -> None:
    import io

    from openpyxl import load_workbook
    from openpyxl.chart import BarChart, Reference

    book = load_workbook(io.BytesIO(xlsx(MadeSheet([["Rank", "Number"], ["PC", 3], ["SC", 1]]))))
    for sheet in (book.active, book.create_chartsheet("Picture")):
        chart = BarChart()
        chart.add_data(Reference(book.worksheets[0], min_col=2, min_row=1, max_row=3))
        sheet.add_chart(chart)
    stream = io.BytesIO()
    book.save(stream)
    document = open_document(stream.getvalue(), "a.xlsx")
    told(document, "Sheet “Data”: it has 1 chart, not read")
    told(document, "Sheet “Picture”: it is a chart, which is not read.")


def test_text_boxes_are_named_as_not_read() -> None:
    data = xlsx(MadeSheet(ROWS[:1]))
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody><a:p>'
        f"<a:r><a:t>{SECRET}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    )
    relation = (
        f'<Relationships {_RELATIONS}><Relationship Id="d1" Type="{_OFFICE}/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    members = {
        "xl/drawings/drawing1.xml": drawing,
        "xl/worksheets/_rels/sheet1.xml.rels": relation,
    }
    document = open_document(with_members(data, members), "a.xlsx")
    unread(document)
    told(document, "it has text boxes, not read")


@pytest.mark.parametrize(
    ("name", "words"),
    [("_SX_DB_CUR", "pivot table keeps a copy"), ("_VBA_PROJECT_CUR", "macros")],
)
def test_what_else_an_old_workbook_holds(name: str, words: str) -> None:
    from foitrack.reading.documents.xls_beyond import beyond_streams

    class Archive:
        def listdir(self, **_: bool) -> list[list[str]]:
            return [["Workbook"], [name, "0001"]]

        def get_metadata(self) -> None:
            return None

    (sentence,) = beyond_streams(Archive())
    assert words in sentence
