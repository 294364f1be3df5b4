"""Tables as text: any encoding, separator and quoting."""

from __future__ import annotations

import pytest

from foitrack.reading.cells_apart import tables_apart
from foitrack.reading.documents.csv import separator
from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import Table, UnreadableDocumentError
from tests.reading.making.sheets import Value, csv_text

ROWS: list[list[Value]] = [
    ["Force", "Allegation", "Number"],
    ["Dyfed–Powys", "Rude, and “unfair”", 3],
    ["Gwent", 'Said: "no; never"', 12],
    ["Avon & Somerset", "Two\nlines", 5],
]
READ = (
    ("Dyfed–Powys", "Rude, and “unfair”", "3"),
    ("Gwent", 'Said: "no; never"', "12"),
    ("Avon & Somerset", "Two\nlines", "5"),
)


def table(data: bytes, name: str = "figures.csv") -> Table:
    (found,) = tables_apart(open_document(data, name)).tables
    return found


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_separator_encoding_and_line_end(sign: str, encoding: str, end: str) -> None:
    found = table(csv_text(ROWS, sign=sign, encoding=encoding, end=end))
    assert found.columns == ("Force", "Allegation", "Number")
    assert found.rows == READ
    assert [(p.sheet, p.cell) for p in found.row_places] == [
        ("figures", f"A{n}:C{n}") for n in (2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n3,5;4\n", ";"),
        ("1,5;2,5\n3,5;4,5\n", ";"),
        ("Name;Address\nA;1 High St, Newport, Gwent\nB;2 Low St, Usk, Gwent\n", ";"),
        ("Note\nOne, two and three\nfour\tfive\nsix\tseven\neight\tnine\n", "\t"),
        ("Crimes, by year, 2019; 2020\nYear,Number\n2019,3\n2020,4\n", ","),
        ("only one column\nof words\n", ","),
        ('a|b\n"x|y"|2\n', "|"),
    ],
)
def test_the_separator(text: str, sign: str) -> None:
    assert separator(text)[0] == sign


def test_a_first_line_that_names_the_separator() -> None:
    found = table(b"sep=;\r\nYear;Rank;Number\r\n2019;PC;1,5\r\n2020;SC;2\r\n")
    assert found.rows == (("2019", "PC", "1,5"), ("2020", "SC", "2"))


def test_leading_noughts_and_marks_stay() -> None:
    found = table(b"Case,Number,Share\n007,<5,5%\n010,*,-\n")
    assert found.rows == (("007", "<5", "5%"), ("010", "*", "-"))


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    lines = "".join(f"2019,PC,{n}\n" for n in range(40))
    document = open_document(f'Year,Rank,Number\n2018,"PC,1\n{lines}'.encode(), "a.csv")
    assert len(document.grids[0].rows) == 41
    assert any("never closed" in warning for warning in document.warnings)


def test_an_inch_mark_within_a_cell_is_text() -> None:
    found = table(b'Item,Size\nBaton,21"\nTorch,5 inches\n')
    assert found.rows == (("Baton", '21"'), ("Torch", "5 inches"))


def test_rows_of_uneven_length() -> None:
    found = table(b"Year,Rank,Number\n2019,PC\n2020,SC,4,,,\n")
    assert found.rows == (("2019", "PC", ""), ("2020", "SC", "4"))


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.tab", "a.xls", "a.xlsx"])
def test_text_under_any_of_these_names(name: str) -> None:
    assert table(b"Year\tNumber\n2019\t3\n2020\t4\n", name).rows == (("2019", "3"), ("2020", "4"))


@pytest.mark.parametrize("name", ["a.csv", "a.xls"])
def test_bytes_that_are_no_text(name: str) -> None:
    with pytest.raises(UnreadableDocumentError):
        open_document(bytes(range(32)) * 40, name)


def test_a_file_of_one_column_is_its_lines() -> None:
    document = open_document(b"One line.\nAnother line.\n", "a.csv")
    assert document.grids == ()
    assert document.text == "One line.\nAnother line.\n"
