"""A random table put in a word processor's document must read back equal, cell for cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foitrack.reading.documents.opening import open_document
from foitrack.reading.findings import Table as Found
from foitrack.reading.tables.finding import find_tables
from tests.reading.making import docx, odt, rtf
from tests.reading.making.blocks import Block, Table

WRITERS: dict[str, Callable[[Sequence[Block]], bytes]] = {
    "docx": docx.docx,
    "rtf": rtf.rtf,
    "odt": odt.odt,
}
HEADINGS = ["Date", "Rank", "Allegation", "Outcome", "Platform", "Location", "Gender", "Reason"]
WORDS = st.lists(
    st.sampled_from(
        ["warned", "PC’s", "a|b", "“quoted”", "£450", "c.£138,000", "é", "Cŵn", "😀", "<5", "*",
         "**", "[1]", "{x}", "back\\slash", "&amp;", "5¹", "x × 2", "Sgt–Insp", "日本"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
CELL = st.one_of(WORDS, LINES, st.just(""), st.integers(0, 9999).map(str))
Rows = list[list[str]]


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """A header and rows; any cell but a row's first may be empty."""
    width = draw(st.integers(2, 6))
    header = draw(st.permutations(HEADINGS))[:width]
    firsts = WORDS.filter(lambda text: not text.lower().startswith("total"))
    rows = draw(st.lists(st.tuples(firsts, *[CELL] * (width - 1)), min_size=2, max_size=8))
    return [list(header), *(list(row) for row in rows)]


def read(data: bytes, form: str) -> tuple[Found, ...]:
    document = open_document(data, f"letter.{form}")
    assert document.format == form
    return find_tables(document.text, document.place, document.grids)


def around(table: Table) -> list[Block]:
    return ["Please see the figures.", "", table, "", "If you need more, please ask us."]


@pytest.mark.parametrize("form", WRITERS)
@given(rows=tables(), bold=st.booleans())
def test_reads_back_equal(form: str, rows: Rows, bold: bool) -> None:
    table = Table(rows, marked=True, bold_header=bold)
    (found,) = read(WRITERS[form](around(table)), form)
    assert list(found.columns) == rows[0]
    # A header printed again is no row.
    assert [list(row) for row in found.rows] == [row for row in rows[1:] if row != rows[0]]


@pytest.mark.parametrize("form", WRITERS)
@given(rows=tables())
def test_every_row_knows_its_place(form: str, rows: Rows) -> None:
    document = open_document(WRITERS[form](around(Table(rows, marked=True))), f"letter.{form}")
    (found,) = find_tables(document.text, document.place, document.grids)
    for row, place in zip(found.rows, found.row_places, strict=True):
        printed = document.text[place.start : place.end]
        assert printed.split() == " ".join(row).split()


@pytest.mark.parametrize("form", WRITERS)
@given(rows=tables(), at=st.integers(1, 7))
def test_a_table_that_goes_on_in_another(form: str, rows: Rows, at: int) -> None:
    at = min(at, len(rows) - 1)
    first = Table(rows[: at + 1], marked=True)
    again = Table([rows[0], *rows[at + 1 :]], marked=True)
    blocks: list[Block] = ["Please see the figures.", "", first, ""]
    blocks += [again, "", "Thank you."] if len(again.rows) > 1 else ["Thank you."]
    (found,) = read(WRITERS[form](blocks), form)
    assert [list(row) for row in found.rows] == [row for row in rows[1:] if row != rows[0]]
