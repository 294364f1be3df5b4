from __future__ import annotations

import pytest

from foitrack.reading.documents.odt import read_odt
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import Table, UnreadableDocumentError
from foitrack.reading.tables.finding import find_tables
from tests.reading.making import odt
from tests.reading.making.odt import paragraph

LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"'
    ' text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="●"/></text:list-style>'
)


def text_of(body: str, **parts: str) -> str:
    return read_odt(odt.package(body, **parts), "letter.odt").text.strip()


def tables_of(body: str) -> tuple[Table, ...]:
    document = read_odt(odt.package(body), "letter.odt")
    return find_tables(document.text, document.place, document.grids)


def item(*inner: str, begin: str = "") -> str:
    return f"<text:list-item{begin}>{''.join(inner)}</text:list-item>"


def listed(*items: str, marks: str = ' text:style-name="L1"') -> str:
    return f"<text:list{marks}>{''.join(items)}</text:list>"


def cell(text: str, marks: str = "") -> str:
    return f"<table:table-cell{marks}>{paragraph(text)}</table:table-cell>"


def rows(*written: str, marked: int = 0) -> str:
    """A table, its first rows marked as its header."""
    made = [f"<table:table-row>{row}</table:table-row>" for row in written]
    if marked:
        heads = "".join(made[:marked])
        made[:marked] = [f"<table:table-header-rows>{heads}</table:table-header-rows>"]
    return f"<table:table>{''.join(made)}</table:table>"


def test_spaces_tabs_and_line_ends() -> None:
    body = (
        '<text:p>  one<text:s text:c="3"/>two\n   three<text:tab/>four<text:line-break/>five '
        "<text:span>six</text:span></text:p>"
    )
    assert text_of(body) == "one   two three\tfour\nfive six"


def test_numbers_of_lists_as_printed() -> None:
    body = (
        listed(
            item(paragraph("How many?")),
            item(
                paragraph("Which years?"),
                listed(item(paragraph("By month")), item(paragraph("By rank")), marks=""),
            ),
            item(paragraph("At what cost?"), paragraph("In pounds.")),
        )
        + paragraph("Then:")
        + listed(
            item(paragraph("Goes on")),
            marks=' text:style-name="L1" text:continue-numbering="true"',
        )
        + listed(item(paragraph("Anew")), item(paragraph("Nine"), begin=' text:start-value="9"'))
    )
    assert [line for line in text_of(body, styles=LIST).split("\n") if line] == [
        "1. How many?",
        "2. Which years?",
        "2.a) By month",
        "2.b) By rank",
        "3. At what cost?",
        "In pounds.",
        "Then:",
        "4. Goes on",
        "1. Anew",
        "9. Nine",
    ]


def test_margins_notes_and_boxes() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{paragraph('Since 2019.')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{paragraph('In a box')}</draw:text-box></draw:frame>"
    master = (
        f"<style:master-page><style:header>{paragraph('Someham Council')}</style:header>"
        "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p>"
        f"{paragraph('someham.example')}</style:footer></style:master-page>"
    )
    body = f"<text:p>We hold 12{note} records.{box}</text:p>{paragraph('Thank you.')}"
    assert text_of(body, masters=master).split("\n\n") == [
        "Someham Council",
        "We hold 12¹ records.",
        "In a box",
        "Thank you.",
        "¹ Since 2019.",
        "someham.example",
    ]


def test_what_is_kept_but_not_printed_is_reported() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{paragraph('officer 1234')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    hidden = (
        '<style:style style:name="H" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        f"{changes}<text:p>We hold <text:change/>five<text:span text:style-name='H'> or six"
        "</text:span> records<office:annotation><text:p>Really?</text:p></office:annotation>."
        '</text:p><text:section text:display="none">' + paragraph("A draft") + "</text:section>"
    )
    document = read_odt(odt.package(body, styles=hidden), "letter.odt")
    assert document.text.strip() == "We hold five records."
    assert [warning.split(",")[0] for warning in document.warnings] == [
        "The file still holds a deleted passage (12 characters",
        "The file holds hidden text (14 characters)",
        "The file holds a comment",
    ]


def test_macros_are_reported() -> None:
    data = odt.package(paragraph("Hello"), more={"Basic/Standard/Module1.xml": b"<x/>"})
    assert "macros" in read_odt(data, "letter.odt").warnings[0]


def test_merged_cells() -> None:
    (table,) = tables_of(
        rows(
            cell("Year") + cell("Rank") + cell("Count"),
            cell("2020", ' table:number-rows-spanned="2"') + cell("PC") + cell("1"),
            "<table:covered-table-cell/>" + cell("Sgt") + cell("2"),
            cell("2021")
            + cell("both", ' table:number-columns-spanned="2"')
            + "<table:covered-table-cell/>",
            cell("2022") + cell("same", ' table:number-columns-repeated="2"'),
        )
    )
    assert table.rows == (
        ("2020", "PC", "1"),
        ("2020", "Sgt", "2"),
        ("2021", "both", "both"),
        ("2022", "same", "same"),
    )


@pytest.mark.parametrize("marked", [False, True])
def test_names_below_cells_over_several_columns(marked: bool) -> None:
    two = ' table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    (table,) = tables_of(
        rows(
            cell("Division") + cell("2021", two) + covered + cell("2022", two) + covered,
            cell("") + (cell("Vehicles") + cell("Cost")) * 2,
            cell("North") + cell("41") + cell("9.50") + cell("38") + cell("7.20"),
            cell("South") + cell("12") + cell("3.10") + cell("17") + cell("4.40"),
            marked=int(marked),
        )
    )
    heads = ("2021\nVehicles", "2021\nCost", "2022\nVehicles", "2022\nCost")
    assert table.columns == ("Division", *heads)
    assert [row[0] for row in table.rows] == ["North", "South"]


def test_repeats_are_bounded() -> None:
    many = cell("x", ' table:number-columns-repeated="9999999"')
    (table,) = tables_of(rows(cell("A") + cell("B"), many, many))
    assert len(table.columns) <= 400


def test_hidden_rows_are_reported() -> None:
    hidden = f'<table:table-row table:visibility="collapse">{cell("Sgt")}</table:table-row>'
    body = rows(cell("Rank") + cell("Count"), cell("PC") + cell("3")).replace(
        "</table:table>", f"{hidden}</table:table>"
    )
    document = read_odt(odt.package(body), "letter.odt")
    assert "Sgt" not in document.text
    assert "hidden text (3 characters)" in document.warnings[0]


def test_one_file_of_xml() -> None:
    data = odt.flat(paragraph("Hello"))
    document = open_document(data, "letter.fodt")
    assert (document.format, document.text.strip()) == ("odt", "Hello")


def test_locked() -> None:
    data = odt.package(paragraph("x"), manifest="<manifest><encryption-data/></manifest>")
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(data, "letter.odt")
    assert problem.value.kind == "encrypted"


def test_no_entities() -> None:
    bad = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    data = odt.package(paragraph("x"), more={"content.xml": bad})
    with pytest.raises(UnreadableDocumentError) as problem:
        open_document(data, "letter.odt")
    assert problem.value.kind == "damaged"
