from __future__ import annotations

import pytest

from foitrack.reading.documents.opening import open_document
from foitrack.reading.documents.rtf import read_rtf
from foitrack.reading.findings import Table, UnreadableDocumentError
from foitrack.reading.tables.finding import find_tables
from tests.reading.making import rtf


def text_of(body: str) -> str:
    return read_rtf(rtf.whole(body), "letter.rtf").text.strip()


def tables_of(body: str) -> tuple[Table, ...]:
    document = read_rtf(rtf.whole(body), "letter.rtf")
    return find_tables(document.text, document.place, document.grids)


def row(edges: list[int], *cells: str, marks: dict[int, str] | None = None) -> str:
    """A row, given where its cells end and what is said of each of them."""
    plan = "".join((marks or {}).get(n, "") + rf"\cellx{edge}" for n, edge in enumerate(edges))
    return rf"\trowd{plan} \pard\intbl " + r"\cell ".join(cells) + r"\cell\row" + "\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"\'a3450 \'96 \ldblquote yes\rdblquote", "£450 – “yes”"),
        (r"Caf\'e9 \emdash  na\u239?ve", "Café — naïve"),
        (r"\u-10179?\u-8704? \u26085?", "😀 日"),
        (r"\uc0\u8364 450", "€450"),
        (r"{\uc2\u8364\'80\'80}450", "€450"),
        (r"a\~b\_c\-d", "a\u00a0b‑cd"),
        (r"{\f1 \'b7} point", "• point"),
        (r"C:\\temp \{x\}", r"C:\temp {x}"),
        (r"one\line two\tab three", "one\ntwo\tthree"),
        (r"5{\super 1} records", "5¹ records"),
        (r"27{\super th} March", "27th March"),
        ("brok\r\nen by the file's own line ends", "broken by the file's own line ends"),
    ],
)
def test_characters(written: str, read: str) -> None:
    assert text_of(rf"\pard {written}\par") == read


def test_other_code_pages() -> None:
    fonts = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial;}}"
    written = rf"{fonts}\pard \'cf\'f0\'e8 {{\f1 \'b3\'f3d\'9f}}\par}}".encode("ascii")
    assert read_rtf(written, "letter.rtf").text.strip() == "При łódź"


def test_what_is_no_text_is_passed_over() -> None:
    body = (
        r"{\info{\title A secret}{\author J Smith}}{\*\unknown never}"
        r"{\pict\pngblip 89504e47}{\object\objemb{\*\objdata 0105}{\result\pard shown }}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}{\bin5 }}}}} end\par"
    )
    assert text_of(body) == "shown a link end"


def test_page_numbers_are_passed_over() -> None:
    field = r"{\field{\*\fldinst {PAGE}}{\fldrslt 3}}"
    assert text_of(rf"{{\footer\pard Page {field} of 9\par}}\pard Hello\par") == "Hello"


def test_numbers_of_lists_are_those_printed() -> None:
    body = (
        r"\pard{\listtext 1.\tab}How many?\par\pard{\pntext\f1\'b7\tab}a point\par"
        r"\pard{\listtext\pard\plain a)\tab}Which?\par"
    )
    assert text_of(body) == "1. How many?\n• a point\na) Which?"


def test_margins_notes_and_boxes() -> None:
    body = (
        r"{\header\pard Someham Council\par}{\footer\pard someham.example\par}"
        r"\pard We hold 12{\super\chftn}{\footnote\pard{\super\chftn} Since 2019.}"
        r" records.{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard In a box\par}}"
        r"{\shprslt never}}\par\pard Thank you.\par"
    )
    assert text_of(body).split("\n\n") == [
        "Someham Council",
        "We hold 12¹ records.",
        "In a box",
        "Thank you.",
        "¹ Since 2019.",
        "someham.example",
    ]


def test_what_is_kept_but_not_printed_is_reported() -> None:
    body = (
        r"\pard We hold {\deleted seven }{\revised five }records{\v  of officers}."
        r"{\*\annotation Should we say so?}\par"
    )
    document = read_rtf(rtf.whole(body), "letter.rtf")
    assert document.text.strip() == "We hold five records."
    assert [warning.split(",")[0] for warning in document.warnings] == [
        "The file still holds a deleted passage (6 characters",
        "The file holds hidden text (12 characters)",
        "The file holds a comment",
    ]


def test_merged_cells() -> None:
    body = (
        row([1000, 2000, 3000], "Year", "Rank", "Count")
        + row([1000, 2000, 3000], "2020", "PC", "1", marks={0: r"\clvmgf"})
        + row([1000, 2000, 3000], "", "Sgt", "2", marks={0: r"\clvmrg"})
        + row([1000, 2000, 3000], "2021", "both", "", marks={1: r"\clmgf", 2: r"\clmrg"})
        + row([1000, 3000], "2022", "neither")
        + r"\pard after\par"
    )
    (table,) = tables_of(body)
    assert table.rows == (
        ("2020", "PC", "1"),
        ("2020", "Sgt", "2"),
        ("2021", "both", "both"),
        ("2022", "neither", "neither"),
    )


def test_edges_drawn_by_hand() -> None:
    body = row([1000, 2000], "Rank", "Count") + row([1030, 2010], "PC", "3")
    (table,) = tables_of(body + row([990, 2005], "Sgt", "4"))
    assert table.rows == (("PC", "3"), ("Sgt", "4"))


def test_a_table_within_a_cell() -> None:
    inner = (
        r"\pard\intbl\itap2 2019\nestcell 1\nestcell{\*\nesttableprops\trowd\cellx500\cellx900"
        r"\nestrow}{\nonesttables\par}"
    )
    body = (
        row([1000, 2000], "Rank", "By year")
        + rf"\trowd\cellx1000\cellx2000\pard\intbl PC\cell {inner}\pard\intbl\itap1\cell\row"
        + row([1000, 2000], "Sgt", "none")
        + row([1000, 2000], "Insp", "none")
    )
    (table,) = tables_of(body + r"\pard after\par")
    assert table.rows == (("PC", "2019 | 1"), ("Sgt", "none"), ("Insp", "none"))


def test_a_file_called_otherwise() -> None:
    document = open_document(rtf.rtf(["Dear Ms Example"]), "letter.doc")
    assert (document.format, document.text.strip()) == ("rtf", "Dear Ms Example")


def test_cut_short() -> None:
    document = read_rtf(rtf.rtf(["Dear Ms Example", "We hold"])[:-20], "letter.rtf")
    assert document.text.startswith("Dear Ms Example")
    assert "cut short" in document.warnings[-1]


def test_nested_without_end() -> None:
    with pytest.raises(UnreadableDocumentError) as problem:
        read_rtf(b"{\\rtf1 " + b"{" * 100_000, "letter.rtf")
    assert problem.value.kind == "damaged"
